import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { alertKey } from '../../../src/race/alerts/alert.ts'
import { corrected } from '../../../src/race/corrected/corrected.ts'
import { defaultInputs } from '../../../src/race/inputs/default-inputs.ts'
import { currentLap } from '../../../src/race/session.ts'
import { eachWheel } from '../../../src/race/wheels.ts'
import { type AlertState, alertStateAfter } from '../../../src/strategy/alerts/alert-state.ts'
import type { Gauge } from '../../../src/strategy/alerts/gauge.ts'
import { gaugesOf } from '../../../src/strategy/alerts/gauges.ts'
import { outlook } from '../../../src/strategy/outlook.ts'
import { type Drive, lapsDriven } from '../../fixtures/race.ts'

const nothing: AlertState = { alerts: [], turning: new Map() }

/** Looks at the car once a second, as the watch does. */
class Watch {
  state = nothing
  raised: string[] = []
  #ids = 0

  looks(gauges: readonly Gauge[], atMs: number, lap: number | null = null): this {
    const before = this.state.alerts
    const moment = { atMs, lap, newId: () => `alert-${++this.#ids}` }
    this.state = alertStateAfter(this.state, gauges, moment)
    for (const alert of this.state.alerts) {
      if (!before.includes(alert)) this.raised.push(alertKey(alert))
    }
    return this
  }

  at(drive: Drive, seconds = 1, known = {}): this {
    for (let i = 0; i < seconds; i++) {
      const session = corrected(drive.frame(known, 1_000).session)
      this.looks(gaugesOf(session, outlook(session)), drive.atMs, currentLap(session))
    }
    return this
  }

  get standing() {
    return this.state.alerts.map(alertKey)
  }
}

const gauge = (value: number | null, more: Partial<Gauge> = {}): Gauge => ({
  ...{ kind: 'fuel', side: 'low', value, limit: 2, margin: 0.5 },
  ...{ wrongForMs: 0, wellForMs: 0, wheel: null, driver: null, ...more },
})

describe('an alert', () => {
  test('is raised below n laps and stands until n + margin', () => {
    const watch = new Watch()
    expect(watch.looks([gauge(2)], 0).standing).toEqual([])
    expect(watch.looks([gauge(1.99)], 1_000).standing).toEqual(['fuel low '])
    expect(watch.looks([gauge(2.49)], 2_000).standing).toEqual(['fuel low '])
    expect(watch.looks([gauge(2.5)], 3_000).standing).toEqual([])
  })

  test('neither begins nor ends while its number is not known', () => {
    const watch = new Watch().looks([gauge(null)], 0)
    expect(watch.standing).toEqual([])
    expect(watch.looks([gauge(1)], 1_000).looks([gauge(null)], 2_000).standing).toHaveLength(1)
  })

  test('waits until it has been so for a while', () => {
    const slow = { wrongForMs: 5_000, wellForMs: 30_000 }
    const watch = new Watch().looks([gauge(1, slow)], 0).looks([gauge(3, slow)], 4_000)
    expect(watch.looks([gauge(1, slow)], 5_000).looks([gauge(1, slow)], 9_999).standing).toEqual([])
    expect(watch.looks([gauge(1, slow)], 10_000).standing).toHaveLength(1)
    expect(watch.looks([gauge(3, slow)], 11_000).standing).toHaveLength(1)
    expect(watch.looks([gauge(3, slow)], 41_000).standing).toEqual([])
  })

  test('is over when nobody watches it any more', () => {
    expect(new Watch().looks([gauge(1)], 0).looks([], 1_000).standing).toEqual([])
  })

  test('is the same list while nothing changes, so that nobody is told anew', () => {
    const watch = new Watch().looks([gauge(1)], 0)
    const { alerts } = watch.state
    expect(watch.looks([gauge(0.5)], 1_000).state.alerts).toBe(alerts)
  })

  test('comes at most once for each time its true value goes through the limit, however it is measured', () => {
    const LIMIT = 10
    const MARGIN = 2
    const MIDDLE = LIMIT + MARGIN / 2
    const turns = fc.array(fc.double({ min: 5, max: 16, noNaN: true }), {
      minLength: 2,
      maxLength: 8,
    })
    const noise = fc.infiniteStream(fc.double({ min: -0.99, max: 0.99, noNaN: true }))
    fc.assert(
      fc.property(turns, noise, fc.constantFrom('low', 'high'), (points, noises, side) => {
        const mirrored = (value: number) => (side === 'low' ? value : -value)
        const watch = new Watch()
        let crossings = 0
        let wasBelow = false
        let atMs = 0
        for (let leg = 1; leg < points.length; leg++) {
          for (let step = 0; step < 12; step++) {
            const [from = 0, to = 0] = points.slice(leg - 1)
            const true_ = from + ((to - from) * step) / 12
            const isBelow = true_ < MIDDLE
            if (isBelow && !wasBelow) crossings++
            wasBelow = isBelow
            const error: number = noises.next().value
            const seen = gauge(mirrored(true_ + error), {
              ...{ side, limit: mirrored(LIMIT), margin: MARGIN },
            })
            atMs += 1_000
            watch.looks([seen], atMs)
          }
        }
        expect(watch.raised.length).toBeLessThanOrEqual(crossings)
      }),
      { numRuns: 200 },
    )
  })
})

describe('of a car', () => {
  const racing = () =>
    lapsDriven(8, {
      ...{ inPits: false, sessionType: 'Race', sessionTimeRemainingMs: 20 * 3600_000 },
    }).hears({ type: 'monitor-joined' })

  test('two laps of fuel are told once, and are over after the stop', () => {
    const drive = racing()
    const use = outlook(drive.session).fuel.usePerLap?.amount ?? Number.NaN
    const watch = new Watch().at(drive, 5, { fuelLiters: 2.2 * use })
    expect(watch.standing).toEqual([])
    watch.at(drive, 5, { fuelLiters: 1.9 * use })
    expect(watch.state.alerts).toMatchObject([{ kind: 'fuel', limit: 2, lap: 9 }])
    watch.at(drive, 5, { fuelLiters: 2.3 * use }).at(drive, 5, { fuelLiters: 1.8 * use })
    expect(watch.raised).toEqual(['fuel low '])
  })

  test('a lap and a half is enough where the flag comes before', () => {
    const drive = racing()
    const use = outlook(drive.session).fuel.usePerLap?.amount ?? Number.NaN
    const last = { fuelLiters: 1.9 * use, position: 1, sessionTimeRemainingMs: 1_000 }
    expect(new Watch().at(drive, 10, last).standing).toEqual([])
  })

  test('the worst tyre is named', () => {
    const tireTempC = { ...eachWheel(() => 90), rl: 125 }
    const watch = new Watch().at(racing(), 10, { tireTempC })
    expect(watch.state.alerts).toMatchObject([
      { kind: 'tire-temp', side: 'high', wheel: 'rl', value: 125, limit: 120 },
    ])
  })

  test('brakes that glow for a corner are no news', () => {
    const drive = racing()
    const watch = new Watch()
    for (let corner = 0; corner < 10; corner++) {
      watch.at(drive, 3, { brakeTempC: eachWheel(() => 950) })
      watch.at(drive, 6, { brakeTempC: eachWheel(() => 500) })
    }
    expect(watch.raised).toEqual([])
  })

  test('nothing is told of a car that stands in the pits', () => {
    const hot = { waterTempC: 125, inPits: true }
    expect(new Watch().at(racing(), 10, hot).standing).toEqual([])
    expect(new Watch().at(racing(), 10, { waterTempC: 125 }).standing).toEqual(['water high '])
  })

  test('what is muted is not watched', () => {
    const drive = racing()
    const alerts = { ...defaultInputs.alerts, muted: ['water' as const] }
    drive.hears({ type: 'input-set', name: 'alerts', value: alerts })
    expect(new Watch().at(drive, 10, { waterTempC: 125 }).standing).toEqual([])
  })

  test('a monitor that is lost, and two that disagree', () => {
    const drive = racing()
    const feed = { driverName: 'Ana', phase: 'lost', sinceMs: 0, conflict: null } as const
    expect(new Watch().at(drive.hears({ type: 'feed', feed })).standing).toEqual([
      'monitor-lost high ',
    ])
    const both = { ...feed, phase: 'live', conflict: ['Ana', 'Ben'] } as const
    expect(new Watch().at(drive.hears({ type: 'feed', feed: both })).standing).toEqual([
      'conflict high ',
    ])
    drive.hears({ type: 'ended', by: 'engineer' })
    expect(new Watch().at(drive).standing).toEqual([])
  })

  test('who is next is woken once, before his turn', () => {
    const drive = racing()
    drive.hears({ type: 'input-set', name: 'roster', value: ['Ana', 'Ben', 'Cid'] })
    drive.frame({ driverName: 'Ana' }, 1_000)
    const use = outlook(drive.session).fuel.usePerLap?.amount ?? Number.NaN
    // A lap takes 100 s: 30 laps are 50 minutes.
    const watch = new Watch().at(drive, 30, { fuelLiters: 30 * use })
    expect(watch.standing).toEqual([])
    watch.at(drive, 60, { fuelLiters: 20 * use })
    expect(watch.state.alerts).toMatchObject([{ kind: 'wake-up', driver: 'Ben' }])
    expect(watch.state.alerts[0]?.value).toBeLessThan(35 * 60_000)
  })

  test('who is next is not woken again because a name was not told for a minute', () => {
    const drive = racing()
    drive.hears({ type: 'input-set', name: 'roster', value: ['Ana', 'Ben', 'Cid'] })
    drive.frame({ driverName: 'Ana' }, 1_000)
    const use = outlook(drive.session).fuel.usePerLap?.amount ?? Number.NaN
    const watch = new Watch().at(drive, 60, { fuelLiters: 15 * use })
    watch.at(drive, 60, { driverName: 'Somebody' }).at(drive, 120, { driverName: 'Ana' })
    expect(watch.raised).toEqual(['wake-up low Ben'])
    // He drives: nobody has to wake him.
    watch.at(drive, 200, { driverName: 'Ben' })
    expect(watch.standing).not.toContain('wake-up low Ben')
  })

  test('fuel that is enough by one sum and not by the next is told once', () => {
    const drive = racing()
    const use = outlook(drive.session).fuel.usePerLap?.amount ?? Number.NaN
    const watch = new Watch()
    for (let i = 0; i < 10; i++) {
      watch.at(drive, 5, { fuelLiters: 1.9 * use, position: 1, sessionTimeRemainingMs: 500_000 })
      watch.at(drive, 5, { sessionTimeRemainingMs: 1_000 })
    }
    expect(watch.raised).toEqual(['fuel low '])
  })

  test('a rule that breaks within half an hour is told with who breaks it', () => {
    const drive = racing()
    const rules = { minMs: null, maxMs: 45 * 60_000, stintMaxMs: null, window: null }
    drive.hears({ type: 'input-set', name: 'drivingRules', value: rules })
    // Eight laps of 100 s are driven: 45 minutes end in about 31.
    const watch = new Watch().at(drive, 10, { fuelLiters: 80 })
    expect(watch.standing).toEqual([])
    watch.at(drive, 120)
    expect(watch.state.alerts).toMatchObject([{ kind: 'driving-time', limit: 30 * 60_000 }])
  })
})
