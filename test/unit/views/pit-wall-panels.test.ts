import { describe, expect, test } from 'bun:test'
import type { DriverOutlook } from '../../../src/strategy/drivers/driver-outlook.ts'
import type { FinishOutlook } from '../../../src/strategy/finish/finish-outlook.ts'
import type { Outlook } from '../../../src/strategy/outlook.ts'
import type { Refill } from '../../../src/strategy/stop/refill.ts'
import { type Catalogue, catalogueFor, en } from '../../../views/catalogue.ts'
import { defaultLook } from '../../../views/look.ts'
import { driversPanel } from '../../../views/panels/drivers/drivers.tsx'
import { energyPanel } from '../../../views/panels/energy/energy.tsx'
import { lapsLeftPanel } from '../../../views/panels/laps-left.tsx'
import { nextStopPanel } from '../../../views/panels/next-stop/next-stop.tsx'
import { tiresPanel } from '../../../views/panels/tires.tsx'
import type { Wall } from '../../../views/wall.ts'
import { aUse } from '../../fixtures/use-per-lap.ts'
import { read, textOf, wallWith } from './wall-fixture.ts'

const wall = (outlook: Partial<Outlook>, session: Partial<Wall['session']> = {}): Wall => {
  const made = wallWith({ fuelLiters: 57 }, session)
  return { ...made, outlook: { ...made.outlook, ...outlook } }
}

const facts = (html: string) =>
  Object.fromEntries(
    [...read(html).querySelectorAll('.is-three div')].map((fact) => [
      fact.querySelector('dt')?.textContent,
      fact.querySelector('dd')?.textContent.replaceAll('\u00a0', ' '),
    ]),
  )

const left = { laps: 17.4, range: null, limitedBy: 'virtual-energy', otherLaps: 19 } as const

const finish: FinishOutlook = {
  ...{ best: 38.6, lower: 38.6, upper: 39.6, stopsLeft: 1, stopsLower: 1, stopsUpper: 2 },
  ...{ leader: 'unknown', basis: 'monitor', flagInMs: 3_600_000, flagLatestInMs: 3_695_000 },
}

describe('the way to the flag', () => {
  const known: Partial<Outlook> = {
    ...{ lapsLeft: left, finish, ask: null },
    toFinish: { fuelLiters: 41.2, energyPercent: 241.3 },
    saving: { savedRatio: 0.041, fuelLitersPerLap: 2.1, energyPercentPerLap: 2.29, stopsLeft: 0 },
  }

  test('is told by what limits the stint, in ranges where the leader decides', () => {
    const html = energyPanel(wall(known))
    expect(facts(html)).toEqual({
      'To finish': '+241 %',
      'Stops left': '1–2',
      'Save to skip one': '2.29 %/lap −4.1 %',
    })
    expect(textOf(html)).toContain('38.6–39.6 laps to the flag · leader’s place not known')
  })

  test('is told in fuel where fuel limits, in the unit of the viewer', () => {
    const byFuel = { ...known, lapsLeft: { ...left, limitedBy: 'fuel' } } as const
    const inGallons = catalogueFor({ ...defaultLook, volume: 'gal' })
    // 41.2 / 3.785412 = 10.88; 2.1 / 3.785412 = 0.555
    expect(facts(energyPanel(wall(byFuel), inGallons))).toMatchObject({
      'To finish': '+10.9 gal',
      'Save to skip one': '0.555 gal/lap −4.1 %',
    })
  })

  test('has its places before anything is known, and asks for the race end where nobody says it', () => {
    const nothing = { finish: null, toFinish: null, saving: null } as const
    const html = energyPanel(wall({ ...nothing, ask: 'race-end' }))
    expect(Object.values(facts(html))).toEqual(['–', '–', '–'])
    expect(textOf(html)).toContain('When does the race end?')
    expect(textOf(energyPanel(wall({ ...nothing, ask: null })))).not.toContain('When does')
  })

  test('says that the race end is the engineer’s', () => {
    expect(
      textOf(energyPanel(wall({ ...known, finish: { ...finish, basis: 'engineer' } }))),
    ).toContain('race end as entered')
  })
})

describe('while nobody sees the car', () => {
  const fuel = { level: 31.6, capacity: 97, ratio: 0.33, usePerLap: aUse(), lapsLeft: 12.6 }
  const estimate = {
    ...{ fromMs: 0, untilMs: 60_000 },
    energyPercent: { estimated: null, real: null },
  }

  test('levels are estimates', () => {
    const going = {
      ...{ ...estimate, kind: 'going-on' as const },
      fuelLiters: { estimated: 31.6, real: null },
    }
    expect(textOf(energyPanel(wall({ fuel, estimate: going })))).toContain('≈31.6 L')
  })

  test('and once it is back, how well they were guessed', () => {
    const compared = {
      ...{ ...estimate, kind: 'compared' as const },
      fuelLiters: { estimated: 31.6, real: 31.2 },
    }
    const text = textOf(energyPanel(wall({ fuel, estimate: compared })))
    expect(text).toContain('While not seen: ≈31.6 L, it was 31.2 L')
    expect(
      read(energyPanel(wall({ fuel, estimate: compared }))).querySelector('.big')?.textContent,
    ).toBe('31.6 L')
  })
})

test('virtual energy that somebody read out is marked, and is asked for again after a stop', () => {
  const energy = { level: 60, capacity: 100, ratio: 0.6, usePerLap: aUse(), lapsLeft: 23.9 }
  const counted = textOf(energyPanel(wall({ energy, entered: { ask: null } })))
  expect(counted).toContain('entered, counted down')
  const asked = { ...energy, level: null, ratio: null, lapsLeft: null }
  const again = textOf(energyPanel(wall({ energy: asked, entered: { ask: 'filled-since' } })))
  expect(again).toContain('filled since it was read: read it again')
})

test.each([
  [{ low: 16.8, high: 18.1 }, '16–18 (80 %)'],
  [{ low: 17.1, high: 17.9 }, null],
  [{ low: 17.9, high: 18.1 }, '17–18 (80 %)'],
])('laps left between %j are a range where a whole lap lies between', (range, told) => {
  const text = textOf(lapsLeftPanel(wall({ lapsLeft: { ...left, range } })))
  if (told === null) expect(text).not.toContain('(80')
  else expect(text).toContain(told)
})

describe('the next stop', () => {
  const refill = (energyPercent: number | null, fuelLiters: number, fits = true): Refill => ({
    ...{ energyPercent, fuelLiters, fits, litersPerPercent: energyPercent === null ? null : 0.906 },
  })
  const row = { laps: 28, isPlan: true, isToFlag: false }
  const known: Partial<Outlook> = {
    lapsLeft: left,
    pit: {
      ...{ verdict: { kind: 'box-in', laps: 2 }, lastSafeLap: 213, inMs: 240_000 },
      ...{
        window: { opensLap: 206, closesLap: 213 },
        comingIn: { basis: 'limit', lap: 213, crossings: 3 },
      },
    },
    stopTime: {
      ...{ refuelMs: 29_000, tiresMs: 12_000, damageMs: 0, laneMs: 7_000 },
      ...{ laneBasis: 'own-stops', totalMs: 48_000 },
    },
    refill: [
      { ...row, push: refill(100, 97, false), average: refill(72, 66), save: refill(68, 62) },
    ],
  }

  test('has its last safe lap, its window and its time', () => {
    const html = nextStopPanel(wall(known))
    expect(facts(html)).toEqual({
      'Last safe lap': 'L 213',
      'Pit window': 'L 206–213',
      Stop: '≈48 s',
    })
    expect(textOf(html)).toContain('Next stopBOX in 2')
    expect(textOf(html)).toContain('refuel 29, tyres 12, lane 7 (own stops)')
  })

  test('tells the levels to set, absolute, and what is not in one fill', () => {
    const [plan] = read(nextStopPanel(wall(known))).querySelectorAll('tbody tr')
    const cells = [...plan!.children].map((cell) => textOf(cell.innerHTML))
    expect(cells).toEqual(['28 plan', '▲ 100 %97 L', '72 %66 L', '68 %62 L'])
    const text = textOf(nextStopPanel(wall(known)))
    expect(text).toContain('Fuel ratio needed: 0.906 L for 1 % VE · ▲ not in one fill')
  })

  test('of a car without virtual energy is told in fuel', () => {
    const rows = [
      { ...row, push: refill(null, 80), average: refill(null, 75), save: refill(null, 71) },
    ]
    const [plan] = read(nextStopPanel(wall({ ...known, refill: rows }))).querySelectorAll(
      'tbody tr',
    )
    expect([...plan!.children].map((cell) => textOf(cell.innerHTML))).toEqual([
      ...['28 plan', '80 L', '75 L', '71 L'],
    ])
  })

  test.each([
    ['box-this-lap', '▲ BOX THIS LAP'],
    ['box-now', '▲ BOX NOW, margin used'],
    ['cannot-reach', '▲ cannot reach the pit'],
    ['no-stop-needed', 'no stop needed'],
  ] as const)('says %s', (kind, told) => {
    const pit = { ...known.pit!, verdict: { kind } }
    expect(textOf(nextStopPanel(wall({ ...known, pit })))).toStartWith(`Next stop${told}`)
  })

  test('keeps its place while nothing is known', () => {
    const rows = (outlook: Partial<Outlook>) =>
      read(nextStopPanel(wall(outlook))).querySelectorAll('tbody tr').length
    expect(rows({ pit: null, refill: [], stopTime: null })).toBe(rows(known))
  })
})

describe('the drivers', () => {
  const driver = (driverName: string, more: Partial<DriverOutlook> = {}): DriverOutlook => ({
    ...{ driverName, stints: 2, totalMs: 7_500_000, longestMs: 3_600_000, currentMs: null },
    ...{ restMs: 4_920_000, isDriving: false, isNext: false, windowMs: null, upInMs: null },
    ...{ ifStays: null, asPlanned: null, missingMs: null, ...more },
  })
  const ana = driver('Ana Lima', { isDriving: true, currentMs: 2_292_000, restMs: null })
  const rows = (drivers: readonly DriverOutlook[], words: Catalogue = en) =>
    [
      ...read(driversPanel(wall({ drivers }), words)).querySelectorAll('tbody tr:not(.is-to-come)'),
    ].map((each) => [...each.children].map((cell) => cell.textContent))

  test('have their time, their rest and their turn', () => {
    const ben = driver('Ben Ito', { upInMs: 35.9 * 60_000 })
    const cho = driver('Cho Park', { upInMs: 130 * 60_000, stints: 0, totalMs: 0, restMs: null })
    expect(rows([ana, ben, cho])).toEqual([
      ['Ana Lima ×2', '2:05', '–', 'now'],
      ['Ben Ito ×2', '2:05', '1:22', 'in 35 min'],
      ['Cho Park', '–', '–', 'in 2:10 h'],
    ])
    expect(textOf(driversPanel(wall({ drivers: [ana] })))).toContain('0:38 h in the car')
  })

  test('are warned of the rule that breaks, and when', () => {
    const made = wall({})
    const nowMs = made.session.takenAtMs!
    const rules = {
      ...made.session.inputs.drivingRules,
      ...{ maxMs: 3 * 3_600_000, minMs: 3_600_000 },
    }
    const inputs = { ...made.session.inputs, drivingRules: rules }
    const breaks = { rule: 'max', atMs: nowMs + 5 * 3_600_000 } as const
    const told = (drivers: readonly DriverOutlook[]) =>
      textOf(driversPanel({ ...wall({ drivers }, { inputs }) }))
    expect(told([{ ...ana, asPlanned: breaks }])).toContain(
      '▲ As planned, Ana Lima passes 3:00 h in all in 5:00 h, at',
    )
    expect(told([{ ...ana, ifStays: breaks }])).toContain('If he stays in, Ana Lima passes 3:00 h')
    expect(told([driver('Cho Park', { missingMs: 720_000 })])).toContain(
      '▲ As planned, Cho Park will be 0:12 h short of 1:00 h',
    )
  })
})

test('tyres tell what a lap takes of them, and the one that ends first', () => {
  const of = (value: number | null) => ({ fl: value, fr: value, rl: value, rr: value })
  const tires = {
    ...{ wearPerLap: { ...of(0.004), fl: 0.0082 }, lapsCounted: 5, basis: 'stint' as const },
    ...{ lapsLeft: { ...of(120), fl: 23.7 }, worst: { wheel: 'fl' as const, laps: 23.7 } },
  }
  const made = wallWith({ tireTempC: of(88) })
  const text = textOf(tiresPanel({ ...made, outlook: { ...made.outlook, tires } }))
  expect(text).toContain('FL lasts 23 laps')
  expect(text).toContain('per lap0.8 %lasts23 laps')
})
