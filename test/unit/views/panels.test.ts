import { describe, expect, test } from 'bun:test'
import type { Lap } from '../../../src/race/lap.ts'
import type { Telemetry } from '../../../src/race/telemetry.ts'
import type { Units } from '../../../src/race/units.ts'
import { eachWheel } from '../../../src/race/wheels.ts'
import type { Outlook } from '../../../src/strategy/outlook.ts'
import { en } from '../../../views/catalogue.ts'
import { dashboardPanels } from '../../../views/dashboard-panels.ts'
import type { Wall } from '../../../views/wall.ts'
import { plainly } from '../../fixtures/plainly.ts'
import { aLap } from '../../fixtures/raced-session.ts'
import { aUse } from '../../fixtures/use-per-lap.ts'
import { emptyWall, read, textOf, wallWith } from './wall-fixture.ts'

const render = (id: string, wall: Wall) =>
  dashboardPanels.find((panel) => panel.id === id)!.render(wall, en)
const shows = (id: string, wall: Wall) => textOf(render(id, wall))
const withOutlook = (wall: Wall, outlook: Partial<Outlook>): Wall => ({
  ...wall,
  outlook: { ...wall.outlook, ...outlook },
})
const offline = { monitor: { status: 'offline', sinceMs: 0 } } as const

test('a last lap of ten minutes, or an estimated one, is set smaller, so that its last digit is read', () => {
  const sizeOf = (lastLapTimeMs: number) =>
    read(render('last-lap', wallWith({ lastLapTimeMs }))).querySelector('.is-longer') !== null
  expect([sizeOf(534_508), sizeOf(634_508)]).toEqual([false, true])
})

describe('the status bar', () => {
  test('sets the number of the car apart from its team', () => {
    const wall = wallWith({
      carName: 'Endurance Team #35:ELMS25',
      trackName: 'Imola',
      sessionType: 'Race',
    })
    expect(read(render('car', wall)).querySelector('b')?.textContent).toBe('#35')
    expect(shows('car', wall)).toBe('#35 Endurance Team · Imola · Race')
  })

  test('keeps a name without a number as it is', () => {
    expect(shows('car', wallWith({ carName: 'Porsche 963' }))).toBe('Porsche 963')
  })

  test('counts down a timed race, and counts the laps of another', () => {
    expect(shows('race-clock', wallWith({ sessionTimeRemainingMs: 11_564_000 }))).toBe(
      '3:12:44 left',
    )
    expect(shows('race-clock', wallWith({ sessionLaps: 60, lapsCompleted: 20 }))).toBe(
      'lap 21 of 60',
    )
  })

  test('goes by the race end that the engineer has entered, where the monitor sends none', () => {
    const { session } = wallWith({ sessionType: 'Race' })
    const race = { ...session.inputs.race, endsAtMs: session.takenAtMs! + 11_564_000 }
    const entered = { ...session.inputs, race }
    expect(shows('race-clock', wallWith({ sessionType: 'Race' }, { inputs: entered }))).toBe(
      '3:12:44 left',
    )
    const practice = { sessionType: 'Practice', sessionTimeRemainingMs: 600_000 }
    expect(shows('race-clock', wallWith(practice, { inputs: entered }))).toBe('10:00 left')
  })

  test('says who drives, and that the car is in the pits', () => {
    const wall = wallWith({ driverName: 'Ana', lapsCompleted: 20, inPits: true })
    expect(shows('driver', wall)).toBe('Ana · lap 21 · in the pits')
  })
})

describe('laps left', () => {
  const left = {
    lapsLeft: { laps: 2.41, range: null, limitedBy: 'virtual-energy', otherLaps: 3.3 },
  } as const

  test('come with the name of what limits them, and the other beside it', () => {
    expect(shows('laps-left', withOutlook(wallWith(), left))).toBe(
      'Laps left▼ low2.4VE limits · fuel 3.3',
    )
  })

  test('of a car without virtual energy are limited by fuel', () => {
    const fuel = {
      lapsLeft: { laps: 12.3, range: null, limitedBy: 'fuel', otherLaps: null },
    } as const
    expect(shows('laps-left', withOutlook(wallWith(), fuel))).toBe('Laps left12.3Fuel limits')
  })

  test('are marked as an estimate while the monitor is offline', () => {
    expect(shows('laps-left', withOutlook(wallWith({}, offline), left))).toContain('≈2.4')
    const stint = withOutlook(wallWith({}, offline), { stintLeftMs: 258_000 })
    expect(shows('stint-left', stint)).toContain('≈4:18')
  })

  test('are the most there can be while nobody sees the virtual energy', () => {
    const fuelAlone = { lapsLeft: { laps: 36.04, range: null, limitedBy: null, otherLaps: null } }
    const shown = shows('laps-left', withOutlook(wallWith(), fuelAlone))
    expect(shown).toContain('≤ 36.0')
    expect(shown).toContain('Fuel alone, VE unknown')
  })

  test('change no more often than the digit that is shown', () => {
    const almost = { lapsLeft: { ...left.lapsLeft, laps: 2.414 } }
    expect(render('laps-left', withOutlook(wallWith(), almost))).toBe(
      render('laps-left', withOutlook(wallWith(), left)),
    )
  })
})

test('a long stint gives up size, not digits', () => {
  const value = (stintLeftMs: number) =>
    read(render('stint-left', withOutlook(wallWith(), { stintLeftMs }))).querySelector('.value')
  expect(value(258_000)?.className).toBe('value')
  expect(value(4_258_000)?.className).toBe('value is-longer')
})

describe('the position', () => {
  test('has the class and the gap ahead', () => {
    const wall = wallWith({ position: 3, classPosition: 2, gapAheadMs: 4_230, gapBehindMs: 900 })
    expect(shows('position', wall)).toBe('PositionP3P2 in class · 4.2 s ahead')
  })

  test('without a class has the size of the field', () => {
    expect(shows('position', wallWith({ position: 3, carCount: 31 }))).toBe('PositionP3of 31')
  })
})

describe('the last lap', () => {
  test("is the simulator's own time", () => {
    const wall = wallWith({ lastLapTimeMs: 108_304, bestLapTimeMs: 107_911 })
    expect(shows('last-lap', wall)).toBe('Last lap1:48.304best 1:47.911')
  })

  test('is marked where it was derived', () => {
    const laps = [lap({ timeMs: 108_304, timeEstimated: true })]
    expect(shows('last-lap', wallWith({}, { laps }))).toContain('≈1:48.304')
  })
})

describe('energy', () => {
  const use = aUse()
  const fuel = { level: 57.42, capacity: 115, ratio: 0.5, usePerLap: use, lapsLeft: 22.87 }

  test('says what is left, for how long, and what that rests on', () => {
    expect(shows('energy', withOutlook(wallWith(), { fuel }))).toStartWith(
      'EnergyFuel22.9 laps · 50 %57.4 L2.51 L / lap · 3 valid laps · fair',
    )
  })

  test.each([
    [{ ...use, lapsCounted: 1 }, '1 valid lap'],
    [{ ...use, basis: 'driver', lapsCounted: 12 }, '12 laps of this driver'],
    [{ ...use, basis: 'car', lapsCounted: 12 }, '12 laps of this car'],
    [{ ...use, basis: 'setup', lapsCounted: 0, confidence: 'low' }, 'from the setup · rough'],
  ] as const)('rests on %j', (usePerLap, words) => {
    expect(shows('energy', withOutlook(wallWith(), { fuel: { ...fuel, usePerLap } }))).toContain(
      words,
    )
  })

  test('shows no virtual energy for a car without, and a dash before anybody knows', () => {
    expect(shows('energy', wallWith({ fuelLiters: 50 }))).not.toContain('Virtual energy')
    expect(shows('energy', emptyWall)).toContain('Virtual energy– laps–')
  })

  test('has a gauge that is told in words', () => {
    const gauge = read(render('energy', withOutlook(wallWith(), { fuel }))).querySelector('svg')
    expect(gauge?.getAttribute('role')).toBe('img')
    expect(plainly(gauge?.getAttribute('aria-label') ?? '')).toBe('Fuel: 57.4 L')
    expect(gauge?.querySelector('.level')?.getAttribute('width')).toBe('50')
  })
})

describe('tyres and brakes', () => {
  const judging: Units = {
    pressure: null,
    temperature: 'C',
    brakeTemperature: null,
    wear: null,
    source: 'judging',
  }
  const temps = (fl: number): Partial<Telemetry> => ({ tireTempC: { fl, fr: 88, rl: 88, rr: 88 } })

  test('stand where they are on the car', () => {
    const panel = read(render('tires', wallWith()))
    const corners = [...panel.querySelectorAll('.corner abbr')].map((each) => each.textContent)
    expect(corners).toEqual(['FL', 'FR', 'RL', 'RR'])
  })

  test('print their units', () => {
    const wall = wallWith({
      ...temps(88.4),
      tirePressureKpa: eachWheel(() => 187.2),
      brakeTempC: eachWheel(() => 512.3),
      tireWearRatio: eachWheel(() => 0.813),
      tireCompound: eachWheel(() => 'Medium'),
    })
    expect(shows('tires', wall)).toContain('FLMedium88 °Cpress.187 kPabrake512 °Ctread81 %')
  })

  test.each([
    [58, '▼ 58 °C', 'is-cold'],
    [88, '88 °C', 'is-good'],
    [104, '▲ 104 °C', 'is-warn'],
    [131, '▲ 131 °C', 'is-crit'],
  ])('at %p °C read %p', (tempC, text, band) => {
    const temp = read(render('tires', wallWith(temps(tempC)))).querySelector('.temp')
    expect(temp?.textContent).toBe(text)
    expect(temp?.classList.contains(band)).toBe(true)
  })

  test('are marked in words and signs when they are worn, flat or lost', () => {
    const worn = wallWith({ tireWearRatio: eachWheel(() => 0.15) })
    expect(shows('tires', worn)).toContain('▼ 15 %')
    const flat = wallWith({ tireFlat: { ...eachWheel(() => false), rr: true } })
    expect(shows('tires', flat)).toContain('RR▲ FLAT')
    const lost = wallWith({ wheelDetached: { ...eachWheel(() => false), rr: true } })
    expect(shows('tires', lost)).toContain('RR▲ WHEEL LOST')
  })

  test('say why values are missing', () => {
    const driving = { ...temps(88), rpm: 7_000 }
    expect(shows('tires', wallWith(driving, { units: judging }))).toContain('units not yet known')
    expect(shows('tires', wallWith({ rpm: 0 }, { units: judging }))).toContain(
      'not measured while parked',
    )
    expect(shows('tires', wallWith({ inGarage: true }))).toContain('not measured while parked')
    expect(shows('tires', wallWith({ rpm: 7_000 }))).toContain('not sent')
  })

  test('say what was detected', () => {
    const units: Units = {
      ...judging,
      pressure: 'kPa',
      wear: 'remaining_fraction',
      source: 'detected',
    }
    expect(shows('tires', wallWith(temps(88), { units }))).toContain('kPa detected')
    expect(shows('tires', wallWith(temps(88)))).not.toContain('detected')
  })
})

test('conditions print their units, and mark an engine that is too hot', () => {
  const wall = wallWith({ waterTempC: 112.4, oilTempC: 97, trackTempC: 34.2, rainRatio: 0.12 })
  expect(shows('conditions', wall)).toBe(
    'ConditionsWater▲ 112 °COil97 °CTrack34 °CAir–Rain12 %Wet track–',
  )
})

test('live settings show what is sent, and only that', () => {
  const wall = wallWith({ brakeBiasPercent: 54.25, tc: 6, abs: 0 })
  expect(shows('settings', wall)).toBe('Live settingsBias front54.3 %TC6ABS0')
})

describe('the laps', () => {
  test('are the last eight, newest first', () => {
    const laps = Array.from({ length: 20 }, (_, i) => lap({ number: i + 1 }))
    const numbers = [...read(render('laps', wallWith({}, { laps }))).querySelectorAll('tbody th')]
    expect(numbers.map((each) => each.textContent)).toEqual([
      '20',
      '19',
      '18',
      '17',
      '16',
      '15',
      '14',
      '13',
    ])
  })

  test('have their flags in words and their estimates marked', () => {
    const laps = [
      lap({ number: 7, timeMs: 116_020, timeEstimated: true, flags: ['refuel', 'slow'] }),
    ]
    expect(shows('laps', wallWith({}, { laps }))).toContain('7 refuel, slow≈1:56.0202.21')
  })

  test('say that the field was under yellow, before that they were slow', () => {
    const laps = [lap({ number: 7, timeMs: 171_020, flags: ['slow'], underYellow: true })]
    expect(shows('laps', wallWith({}, { laps }))).toContain('7 yellow, slow')
  })

  test('have a column for virtual energy where the car has it', () => {
    const laps = [lap({ energyUsedRatio: 0.0251 })]
    const energy = { level: 60, capacity: 100, ratio: 0.6, usePerLap: null, lapsLeft: null }
    expect(shows('laps', withOutlook(wallWith({}, { laps }), { energy }))).toContain('2.51')
    expect(shows('laps', wallWith({}, { laps }))).not.toContain('VE')
  })
})

describe('the events', () => {
  const at = Date.UTC(2026, 5, 13, 14, 3)
  const shown = (
    kind: Wall['session']['events'][number]['kind'],
    facts = {},
    lapNumber: number | null = null,
  ) =>
    shows(
      'events',
      wallWith({}, { events: [{ number: 1, kind, atMs: at, chapter: 1, lap: lapNumber, facts }] }),
    )

  test('carry their time of day for machines and for people', () => {
    const events = [
      { number: 1, kind: 'monitor-offline', atMs: at, chapter: 0, lap: null, facts: {} },
    ] as const
    const time = read(render('events', wallWith({}, { events }))).querySelector('time')
    expect(time?.getAttribute('datetime')).toBe('2026-06-13T14:03:00.000Z')
    expect(time?.textContent).toBe('14:03')
  })

  test('tell who took over', () => {
    expect(shown('driver-changed', { from: 'Ana', to: 'Ben' }, 187)).toBe(
      'Events14:03Ana → Ben · lap 187',
    )
    expect(shown('driver-changed', { from: null, to: 'Ben' })).toContain('– → Ben')
  })

  test('tell what was done at a stop, and leave out what was not', () => {
    const work = {
      fuelAddedLiters: 58.4,
      energyAddedRatio: 0.6,
      tiresChanged: 4,
      standingMs: 48_000,
    }
    expect(shown('pit-stop', work)).toBe(
      'Events14:03Pit stop · +58.4 L · +60 % VE · four tyres · 0:48 standing',
    )
    expect(
      shown('pit-stop', { fuelAddedLiters: -0.1, energyAddedRatio: null, tiresChanged: 0 }),
    ).toBe('Events14:03Pit stop · no tyres')
  })
})

describe('the car setup', () => {
  const setup = {
    ...{ chapter: 1, stint: 1, receivedAtMs: 0, sentAt: null },
    tree: { brakes: { brake_bias: '55:45' } },
  }

  test('is closed, has a stable id and says when it was sent', () => {
    const panel = read(render('setup', wallWith({}, { setup })))
    expect(panel.querySelector('details#setup-details')?.hasAttribute('open')).toBe(false)
    expect(panel.textContent).toContain('sent 00:00')
    expect(panel.textContent).toContain('Brake bias55:45')
  })

  test('that holds nothing to show says so', () => {
    expect(shows('setup', wallWith({}, { setup: { ...setup, tree: {} } }))).toContain(
      'holds nothing to show',
    )
  })
})

const lap = (known: Partial<Lap>): Lap => aLap({ driverName: 'Ana', ...known })

test('a place and a water temperature that are missing say why', () => {
  const parked = wallWith({ rpm: 0, waterTempC: null, position: null })
  expect(shows('position', parked)).toContain('not placed yet')
  expect(shows('conditions', parked)).toContain('engine off')
})

test('laps left that only the setup promises say so, and wear one sign at a time', () => {
  const use = aUse({ amount: 2.2, basis: 'setup', lapsCounted: 0, confidence: 'low' })
  const fuel = { level: 80, capacity: 97, ratio: 0.8, usePerLap: use, lapsLeft: 36.04 }
  const promised = {
    fuel,
    lapsLeft: { laps: 36.04, range: null, limitedBy: 'fuel', otherLaps: null },
  } as const
  expect(shows('laps-left', withOutlook(wallWith(), promised))).toContain('by the setup')
  const unseen = {
    ...promised,
    lapsLeft: { laps: 36.04, range: null, limitedBy: null, otherLaps: null },
  }
  expect(shows('laps-left', withOutlook(wallWith({}, offline), unseen))).toContain('≤ 36.0')
})

test('a lap says the two most telling things about it, on one line', () => {
  const long = lap({ number: 30, stint: 2, timeMs: 180_104, fuelUsedLiters: null })
  const flags = ['out', 'refuel', 'first', 'slow', 'gap'] as const
  const wall = wallWith()
  const laps = [{ ...long, flags }]
  expect(shows('laps', { ...wall, session: { ...wall.session, laps } })).toContain(
    '30 not seen, refuel3:00.104',
  )
})
