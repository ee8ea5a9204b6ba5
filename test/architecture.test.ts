import { describe, expect, test } from 'bun:test'
import {
  importsOnlyWhatItsStageMaySee,
  leavesAdaptersToMain,
  type Rule,
  type Stage,
  stageOf,
  table,
  takesNoPackageIntoPureStages,
  takesOnlyPackagesOfProduction,
} from './architecture/import-rules.ts'
import { house, source } from './architecture/source.ts'
import {
  exportsByName,
  isNamedForItsConcept,
  isNoBarrel,
  isPureWhereItMustBe,
  leavesTheEnvironmentToMain,
  staysShort,
  trustsTheCompiler,
} from './architecture/style-rules.ts'

const files = house()

/** The rule holds for the whole house, and would notice each of these files. */
function holds(
  sentence: string,
  rule: Rule,
  wrong: [path: string, text: string][],
  right: typeof wrong = [],
) {
  describe(sentence, () => {
    test('holds for every file', () => expect(files.flatMap(rule)).toEqual([]))
    test.each(wrong)('refuses %s with %j', (path, text) => {
      expect(rule(source(path, text))).not.toEqual([])
    })
    if (right.length > 0) {
      test.each(right)('accepts %s with %j', (path, text) => {
        expect(rule(source(path, text))).toEqual([])
      })
    }
  })
}

test('the house is read: it has facts to rule over', () => {
  expect(files.map(({ path }) => path)).toContain('src/race/session.ts')
})

describe('a stage sees only the stages before it', () => {
  const stages = Object.keys(table) as Stage[]
  const fileOf = (stage: string) =>
    stage === 'views' ? 'views/x.tsx' : stage.endsWith('.ts') ? `src/${stage}` : `src/${stage}/x.ts`
  const from = (stage: string) =>
    stage === 'views' ? '../src' : stage.endsWith('.ts') ? '.' : '..'
  const pathTo = (stage: string, other: string) =>
    other === 'views' && stage !== 'views'
      ? `${from(stage)}/../views/y.tsx`
      : `${from(stage)}/${other.endsWith('.ts') ? other : `${other}/y.ts`}`

  test.each(stages)('%s', (stage) => {
    const here = files.filter(({ path }) => stageOf(path) === stage)
    expect(here.flatMap(importsOnlyWhatItsStageMaySee)).toEqual([])
  })

  test.each(stages)('%s may see what the table says and is refused all else', (stage) => {
    const seen = (how: string) =>
      stages.filter((other) => {
        const text = `${how} '${pathTo(stage, other)}'`
        return (
          other !== stage && importsOnlyWhatItsStageMaySee(source(fileOf(stage), text)).length === 0
        )
      })
    const { sees, types } = table[stage]
    expect(seen('import { y } from').sort()).toEqual([...sees].sort())
    expect(seen('import type { Y } from').sort()).toEqual([...sees, ...types].sort())
  })
})

holds(
  'nobody imports app or main, and nobody lives outside the house',
  importsOnlyWhatItsStageMaySee,
  [
    ['src/web/pages.ts', "import { createApp } from '../app.ts'"],
    ['src/race/lap.ts', "import type { Deps } from '../main.ts'"],
    ['src/web/pages.ts', "import { startServer } from '../server.ts'"],
    ['src/app.ts', "import { startServer } from './server.ts'"],
    ['src/server.ts', "import { pages } from './web/pages.ts'"],
    ['src/attic/box.ts', 'export const box = 1'],
    ['src/box.ts', 'export const box = 1'],
    ['src/ops/health.ts', "import manifest from '../../package.json'"],
    ['src/race/lap.ts', "type Outlook = import('../strategy/outlook.ts').Outlook"],
    ['src/race/lap.ts', "const outlook = import('../strategy/outlook.ts')"],
    ['src/race/lap.ts', "export { outlook } from '../strategy/outlook.ts'"],
    ['src/sessions/session-manager.ts', "import { type Store } from '../store/session-store.ts'"],
    ['src/ingest/monitor-socket.ts', "import type { Hub } from '../stream/hub.ts'"],
    ['src/notify/webhooks.ts', "import { pages } from '../web/pages.ts'"],
  ],
  [
    ['src/app.ts', "import { pages } from './web/pages.ts'"],
    ['src/server.ts', "import { createApp } from './app.ts'"],
    ['src/main.ts', "import { startServer } from './server.ts'"],
    ['src/race/stint.ts', "import { lap } from './lap.ts'"],
    ['views/panels/energy.tsx', "import type { Outlook } from '../../src/strategy/outlook.ts'"],
  ],
)

holds(
  'main alone chooses the adapters',
  leavesAdaptersToMain,
  [
    ['src/app.ts', "import { sqliteSessionStore } from './store/sqlite-session-store.ts'"],
    ['src/sessions/access.ts', "import type { Memory } from '../store/memory-session-store.ts'"],
    ['src/app.ts', "import { sqliteFrameLog } from './store/sqlite-frame-log.ts'"],
    ['src/cli/backup.ts', "import { sqliteSessionStore } from '../store/sqlite-session-store.ts'"],
    ['src/app.ts', "import { localBus } from './cluster/local-bus.ts'"],
  ],
  [
    ['src/main.ts', "import { redisBus } from './cluster/redis-bus.ts'"],
    ['src/app.ts', "import type { SessionBus } from './cluster/session-bus.ts'"],
    ['src/app.ts', "import type { SessionStore } from './store/session-store.ts'"],
    ['src/app.ts', "import type { FrameLog } from './store/frame-log.ts'"],
  ],
)

holds(
  'the pure stages take nothing from npm or the run-time but their schema and markup libraries',
  takesNoPackageIntoPureStages,
  [
    ['src/race/lap.ts', "import { Type } from '@sinclair/typebox'"],
    ['src/strategy/fuel.ts', "import { randomUUID } from 'node:crypto'"],
    ['src/wire/decode.ts', "import { t } from 'elysia'"],
    ['views/document.tsx', "import { html } from '@elysiajs/html'"],
    ['views/document.tsx', "import type { Server } from 'bun'"],
  ],
  [
    ['src/wire/messages.ts', "import { Value } from '@sinclair/typebox/value'"],
    ['views/document.tsx', "import { Html } from '@kitajs/html'"],
    ['src/web/pages.ts', "import { Elysia } from 'elysia'"],
  ],
)

holds(
  'what runs in production is installed in production',
  takesOnlyPackagesOfProduction,
  [['src/cli/simulate.ts', "import { Window } from 'happy-dom'"]],
  [
    ['src/store/sqlite-session-store.ts', "import { Database } from 'bun:sqlite'"],
    ['src/web/pages.ts', "import { Elysia } from 'elysia'"],
  ],
)

holds(
  'race, strategy, wire and views ask no clock, no chance and nobody outside',
  isPureWhereItMustBe,
  [
    ['src/race/lap.ts', 'export const takenAtMs = Date.now()'],
    ['src/race/lap.ts', 'export const clock = Date.now'],
    ['src/race/lap.ts', "export const takenAtMs = globalThis.Date['now']()"],
    ['src/race/lap.ts', 'export const today = new Date()'],
    ['src/race/lap.ts', 'export const today = new Date'],
    ['src/strategy/tires.ts', 'export const wearRatio = Math.random()'],
    ['src/strategy/tires.ts', 'export const nowMs = () => performance.now()'],
    ['src/strategy/tires.ts', 'export const nowMs = () => globalThis.performance.now()'],
    ['src/wire/decode.ts', 'export const memory = () => process.memoryUsage()'],
    ['src/wire/decode.ts', 'export const decode = async () => 1'],
    ['src/wire/decode.ts', 'for await (const frame of frames) decode(frame)'],
    ['src/wire/decode.ts', "await decode('frame')"],
    ['views/document.tsx', "export const Page = () => <p>{fetch('/')}</p>"],
  ],
  [
    ['src/race/lap.ts', 'export const moment = (takenAtMs: number) => new Date(takenAtMs)'],
    ['src/race/lap.ts', 'export const car = { performance: 1, process: 2 }'],
    ['src/race/lap.ts', 'export const best = (car: Car) => car.performance'],
    ['src/sessions/access.ts', 'export const open = async () => Date.now()'],
  ],
)

holds(
  'main alone reads the environment',
  leavesTheEnvironmentToMain,
  [
    ['src/config.ts', 'export const port = process.env.PORT'],
    ['src/app.ts', "export const port = Bun.env['PORT']"],
    ['src/ops/log.ts', 'const { env } = process'],
    ['src/ops/log.ts', 'export const level = import.meta.env.LEVEL'],
    ['src/ops/log.ts', "import { env } from 'node:process'"],
  ],
  [['src/main.ts', 'export const port = process.env.PORT']],
)

const lines = (count: number) => 'const lap = 1\n'.repeat(count)

holds(
  'no file is over 250 lines, and app stays under 60',
  staysShort,
  [
    ['src/web/api.ts', lines(251)],
    ['src/app.ts', lines(60)],
  ],
  [
    ['src/web/api.ts', lines(250)],
    ['src/app.ts', lines(59)],
  ],
)

holds('a file is named for its concept', isNamedForItsConcept, [
  ['src/race/utils.ts', ''],
  ['src/web/helpers/url.ts', ''],
  ['views/common.tsx', ''],
  ['src/wire/types.ts', ''],
  ['src/race/index.ts', ''],
])

holds(
  'no file is a barrel',
  isNoBarrel,
  [
    ['src/race/race.ts', "export * from './lap.ts'"],
    ['src/race/race.ts', "export { lap } from './lap.ts'\nexport type { Stint } from './stint.ts'"],
  ],
  [['src/race/lap.ts', "export type { Wheels } from './wheels.ts'\nexport const lap = 1"]],
)

holds(
  'everything is exported by its name',
  exportsByName,
  [
    ['src/race/lap.ts', 'export default 1'],
    ['src/race/lap.ts', 'export default function lap() {}'],
    ['src/race/lap.ts', 'const lap = 1\nexport { lap as default }'],
  ],
  [['src/race/lap.ts', 'switch (lap) {\n  default:\n}']],
)

holds('nothing is cast to any', trustsTheCompiler, [
  ['src/wire/decode.ts', 'export const frame = JSON.parse(text) as any'],
  ['src/wire/decode.ts', 'export const frame = <any>JSON.parse(text)'],
])
