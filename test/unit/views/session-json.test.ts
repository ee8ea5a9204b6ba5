import { expect, test } from 'bun:test'
import type { Session } from '../../../src/race/session.ts'
import { sessionJson, sessionJsonParts } from '../../../views/session-json.ts'
import { lapsDriven } from '../../fixtures/race.ts'
import { aSetup } from '../../fixtures/raced-session.ts'
import { wallOf } from './wall-fixture.ts'

/** A setup that counts how often it is written out. */
function counted(session: Session) {
  const count = { laps: 0, setup: 0 }
  const tree = {
    toJSON: () => {
      count.setup++
      return { wing: 7 }
    },
  }
  const laps = session.laps.map((lap) => ({
    ...lap,
    toJSON: () => {
      count.laps++
      return lap
    },
  }))
  const setup = { ...aSetup(1, tree), sentAt: '14:05' }
  return { count, session: { ...session, laps, setup } }
}

const textOf = (session: Session, part: string) =>
  sessionJsonParts(wallOf(session)).find(({ id }) => id === part)?.text ?? ''

test('each part is one object with the id of its session', () => {
  const { session } = lapsDriven(2)
  for (const { text } of sessionJsonParts(wallOf(session))) {
    expect(JSON.parse(text)).toMatchObject({ session_id: session.id })
  }
  expect(JSON.parse(textOf(session, 'session_update')).laps).toHaveLength(2)
  expect(JSON.parse(textOf(session, 'setup_update'))).toEqual({
    session_id: session.id,
    timestamp: null,
    setup: null,
  })
})

test('the whole is its parts together, and how old they are', () => {
  const { session } = counted(lapsDriven(2).session)
  const parts = sessionJsonParts(wallOf(session)).map(({ text }) => JSON.parse(text))
  const nowMs = (session.takenAtMs ?? 0) + 1_500
  expect(JSON.parse(sessionJson(wallOf(session), nowMs))).toEqual({
    ...Object.assign({}, ...parts),
    age_ms: 1_500,
    now_ms: nowMs,
  })
})

test('frames do not write out the laps and the setup again', () => {
  const { count, session } = counted(lapsDriven(3).session)
  for (let frame = 0; frame < 5; frame++) {
    sessionJsonParts(wallOf({ ...session, takenAtMs: frame }))
    sessionJson(wallOf({ ...session, takenAtMs: frame }), frame)
  }
  expect(count).toEqual({ laps: 3, setup: 1 })
})

test('a new lap and a new setup are told', () => {
  const driven = lapsDriven(2)
  const before = driven.session
  sessionJsonParts(wallOf(before))
  const after = { ...lapsDriven(3).session, setup: aSetup(1, null) }
  expect(JSON.parse(textOf(after, 'session_update')).laps).toHaveLength(3)
  expect(textOf(after, 'setup_update')).toContain('"setup":null')
})
