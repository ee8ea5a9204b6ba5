import manifest from '../../package.json'
import type { Source } from './source.ts'

/** A rule says what is wrong with a file, in words; nothing if it is right. */
export type Rule = (file: Source) => string[]

/** Who may import whom. `types`: the ports, with `import type` only. */
export const table = {
  race: { sees: [], types: [] },
  strategy: { sees: ['race'], types: [] },
  wire: { sees: ['race'], types: [] },
  store: { sees: ['race'], types: [] },
  cluster: { sees: ['race'], types: [] },
  sessions: { sees: ['race'], types: ['store', 'cluster'] },
  ingest: { sees: ['wire', 'sessions', 'race'], types: [] },
  stream: { sees: ['sessions', 'strategy', 'views', 'race'], types: [] },
  web: { sees: ['sessions', 'strategy', 'views', 'race', 'wire'], types: ['store'] },
  // `sessions`: what is raised belongs to the books of the car, and whoever waits for it is found there. `views`: a message
  // says the words that the page says.
  notify: { sees: ['sessions', 'strategy', 'views', 'race'], types: [] },
  ops: { sees: ['race'], types: [] },
  // `store`: a backup is made of the files themselves, beside a server or without one.
  cli: { sees: ['race', 'wire', 'store'], types: [] },
  views: { sees: ['race', 'strategy'], types: [] },
  'config.ts': { sees: [], types: [] },
} as const satisfies Record<string, { sees: readonly string[]; types: readonly string[] }>

export type Stage = keyof typeof table

/** What the house is put together in, from the outside in: each sees what is inside it, and no stage sees them. */
const outside = ['src/main.ts', 'src/server.ts', 'src/app.ts']

/** `src/race/lap.ts` → race, `views/pages/start.tsx` → views, `src/config.ts` → config.ts. */
export const stageOf = (path: string): string =>
  path.startsWith('views/') ? 'views' : (path.split('/')[1] ?? path)

const isInTable = (stage: string): stage is Stage => Object.hasOwn(table, stage)
const isOfHouse = (path: string) => /^(src|views)\//.test(path)

export const importsOnlyWhatItsStageMaySee: Rule = (file) => {
  const shell = outside.indexOf(file.path)
  if (shell >= 0) {
    const around = outside.slice(0, shell)
    const mayOnly = file.path === 'src/server.ts' ? ['src/app.ts'] : null
    return file.imports
      .filter(
        ({ ours, target }) =>
          ours && (around.includes(target) || mayOnly?.includes(target) === false),
      )
      .map(({ target }) => `${file.path} imports ${target}`)
  }
  const stage = stageOf(file.path)
  if (!isInTable(stage)) return [`${file.path} is in no stage of the house`]
  const sees: readonly string[] = table[stage].sees
  const types: readonly string[] = table[stage].types
  return file.imports
    .filter(({ ours }) => ours)
    .filter(({ target, typeOnly }) => {
      const other = stageOf(target)
      if (!isOfHouse(target) || outside.includes(target)) return true
      if (other === stage || sees.includes(other)) return false
      return !(typeOnly && types.includes(other))
    })
    .map(({ target }) => `${file.path} imports ${target}`)
}

const isAdapter = (path: string) =>
  /^src\/store\/.+-(session-store|frame-log)\.ts$/.test(path) ||
  /^src\/cluster\/.+-bus\.ts$/.test(path)
const isPort = (path: string) => path === 'src/cluster/session-bus.ts'

export const leavesAdaptersToMain: Rule = (file) =>
  file.path === 'src/main.ts'
    ? []
    : file.imports
        .filter(({ target }) => isAdapter(target) && !isPort(target))
        .filter(({ target }) => stageOf(target) !== stageOf(file.path))
        .map(({ target }) => `${file.path} imports the adapter ${target}`)

/** What the pure stages may take from npm; of the run-time they may take nothing. */
const packagesOfPureStages: Partial<Record<string, readonly string[]>> = {
  race: [],
  strategy: [],
  wire: ['@sinclair/typebox'],
  views: ['@kitajs/html'],
}

export const takesNoPackageIntoPureStages: Rule = (file) => {
  const allowed = packagesOfPureStages[stageOf(file.path)]
  if (!allowed) return []
  return file.imports
    .filter(({ ours, target }) => !ours && !allowed.includes(target))
    .map(({ target }) => `${file.path} imports ${target}`)
}

const isOfRuntime = (name: string) => name === 'bun' || /^(node|bun):/.test(name)

export const takesOnlyPackagesOfProduction: Rule = (file) =>
  file.imports
    .filter(({ ours, target }) => !ours && !isOfRuntime(target))
    .filter(({ target, typeOnly }) => !typeOnly && !Object.hasOwn(manifest.dependencies, target))
    .map(({ target }) => `${file.path} imports ${target}, which production does not install`)
