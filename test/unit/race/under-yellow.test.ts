import { expect, test } from 'bun:test'
import type { Telemetry } from '../../../src/race/telemetry.ts'
import { lapsDriven } from '../../fixtures/race.ts'

const yellows = (drive: ReturnType<typeof lapsDriven>) =>
  drive.laps.map((lap) => lap.underYellow === true)

const across = (during: Partial<Telemetry>, after: Partial<Telemetry>) =>
  lapsDriven(3).frame(during).frame(after).lap({ lapsCompleted: 4 }).lap({ lapsCompleted: 5 })

test('a lap of which some was under yellow says so, and the one after it does not', () => {
  for (const flag of ['yellow', 'FCY', 'red']) {
    expect(yellows(across({ flag }, { flag: 'green' }))).toEqual([false, false, false, true, false])
  }
})

test('a full-course yellow is told by the phase of the session as well', () => {
  const drive = across({ gamePhase: 'fcy' }, { gamePhase: 'green' })
  expect(yellows(drive)).toEqual([false, false, false, true, false])
})

test('a yellow that goes on over the line is on both laps', () => {
  const drive = lapsDriven(3).frame({ flag: 'yellow' }).lap({ lapsCompleted: 4 })
  drive.frame({ flag: 'green' }).lap({ lapsCompleted: 5 })
  expect(yellows(drive)).toEqual([false, false, false, true, true])
})

test('blue, green and chequered flags slow nobody down, and no flag is none', () => {
  for (const flag of ['blue', 'green', 'checkered', null]) {
    expect(yellows(across({ flag }, {}))).toEqual([false, false, false, false, false])
  }
  expect(lapsDriven(2).laps[1]).not.toHaveProperty('underYellow')
})

test('of laps that nobody saw no yellow is known', () => {
  const drive = lapsDriven(3)
    .frame({ flag: 'yellow' })
    .frame({ flag: 'green', lapsCompleted: 6 }, 300_000)
  expect(yellows(drive)).toEqual([false, false, false, false, false, false])
})
