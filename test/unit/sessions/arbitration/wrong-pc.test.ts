import { expect, test } from 'bun:test'
import { arbitrate } from '../../../../src/sessions/arbitration/arbitrate.ts'
import { newArbitration } from '../../../../src/sessions/arbitration/arbitration.ts'
import type { ArbitrationEvent } from '../../../../src/sessions/arbitration/arbitration-event.ts'
import type { Monitor } from '../../../../src/sessions/arbitration/monitor.ts'
import { Chance } from './chance.ts'
import { raceDay } from './race-day.ts'

const RACES = 20

/** Hears everything that happens and says whose PC is on the wall as live; null: nobody's. */
type Rule = (event: ArbitrationEvent, driver: string | null) => string | null

/** Counts the half seconds with somebody in the car in which this rule has him, or another, on the wall as live. */
class Measurement {
  moments = 0
  wrong = 0
  right = 0

  count(driver: string, onWall: string | null): void {
    this.moments++
    if (onWall === driver) this.right++
    else if (onWall !== null) this.wrong++
  }

  get wrongShare(): number {
    return this.wrong / this.moments
  }

  get rightShare(): number {
    return this.right / this.moments
  }
}

/** Whoever spoke first keeps the wall as long as it speaks. */
const firstToSpeak = (): Rule => keepsWhile(({ telemetry }) => telemetry.inControl !== false)

/** Whoever's car moved first keeps the wall as long as it moves. */
const whoMoves = (): Rule => keepsWhile(({ telemetry }) => (telemetry.speedKph ?? 0) > 5)

type Frame = Extract<ArbitrationEvent, { type: 'frame' }>

function keepsWhile(speaks: (frame: Frame) => boolean): Rule {
  let active: { monitor: Monitor; atMs: number } | null = null
  return (event) => {
    if (active !== null && event.atMs - active.atMs >= 5_000) active = null
    if (event.type !== 'frame' || !speaks(event)) return active?.monitor.pc ?? null
    const { monitor, atMs } = event
    if (active === null || active.monitor.pc === monitor.pc) active = { monitor, atMs }
    return active.monitor.pc
  }
}

/** The rules of this house, with an engineer who answers a conflict after a while, or with none. */
function ours(seed: number, hasEngineer: boolean): Rule {
  const chance = new Chance(seed)
  let state = newArbitration(0)
  let answersAtMs = Number.POSITIVE_INFINITY
  return (event, driver) => {
    state = arbitrate(state, event).state
    const { conflict } = state
    if (conflict === null) answersAtMs = Number.POSITIVE_INFINITY
    else if (hasEngineer && answersAtMs === Number.POSITIVE_INFINITY) {
      answersAtMs = event.atMs + chance.between(5_000, 20_000)
    }
    const choice = [conflict?.p, conflict?.q].find((monitor) => monitor?.pc === driver)
    if (event.atMs >= answersAtMs && choice) {
      state = arbitrate(state, { type: 'picked', atMs: event.atMs, monitor: choice }).state
    }
    return state.phase === 'live' ? (state.active?.pc ?? null) : null
  }
}

test('the wrong PC is hardly ever on the wall', () => {
  const rules = {
    'first to speak': firstToSpeak,
    'who moves': whoMoves,
    'these rules': (seed: number) => ours(seed, false),
    'these rules and an engineer': (seed: number) => ours(seed, true),
  }
  const measured = Object.entries(rules).map(([name, newRule]) => {
    return { name, newRule, measurement: new Measurement() }
  })
  for (let seed = 1; seed <= RACES; seed++) {
    const racing = measured.map(({ newRule, measurement }) => ({
      rule: newRule(seed),
      measurement,
    }))
    for (const { events, driver } of raceDay(seed)) {
      for (const { rule, measurement } of racing) {
        let onWall: string | null = null
        for (const event of events) onWall = rule(event, driver)
        if (driver !== null) measurement.count(driver, onWall)
      }
    }
  }
  const percent = (ratio: number) => `${(ratio * 100).toFixed(2)} %`
  for (const { name, measurement } of measured) {
    const { wrongShare, rightShare } = measurement
    console.log(`${name}: wrong PC ${percent(wrongShare)}, right PC ${percent(rightShare)}`)
  }
  const [speaks, moves, alone, engineer] = measured.map(({ measurement }) => measurement)
  // A population on which anything works would prove nothing.
  expect(speaks!.wrongShare).toBeGreaterThan(0.1)
  expect(moves!.wrongShare).toBeGreaterThan(0.1)
  expect(alone!.wrongShare).toBeLessThan(0.01)
  expect(engineer!.wrongShare).toBeLessThan(0.005)
  expect(engineer!.rightShare).toBeGreaterThan(0.95)
}, 60_000)
