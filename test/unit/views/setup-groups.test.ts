import { describe, expect, test } from 'bun:test'
import { en } from '../../../views/catalogue.ts'
import { type SetupGroup, setupGroups } from '../../../views/setup-groups.ts'
import { garageSetup } from '../../fixtures/garage-setup.ts'

const groupsOf = (tree: unknown) => setupGroups(tree, en)
const group = (groups: readonly SetupGroup[], title: string) =>
  groups.find((each) => each.title === title)
const rowsOf = (tree: unknown) => groupsOf(tree).flatMap(({ settings }) => settings)

const garage = (values: unknown) => ({ carSetup: { garageValues: values } })
const live = (stringValue: unknown, more = {}) => ({
  available: true,
  minValue: 0,
  maxValue: 9,
  stringValue,
  ...more,
})

describe("Le Mans Ultimate's garage", () => {
  const groups = groupsOf(garageSetup())

  test('is grouped by what the settings are about', () => {
    expect(groups.map(({ title }) => title)).toEqual([
      'Corners',
      'Fuel and energy',
      'Brakes',
      'Driver aids',
      'Differential',
      'Front axle',
      'Rear axle',
      'Engine',
      'Gearbox',
      'Chassis',
    ])
  })

  test('has readable names', () => {
    expect(group(groups, 'Brakes')?.settings).toContainEqual(['Brake balance', '54.2:45.8'])
    expect(group(groups, 'Front axle')?.settings).toContainEqual(['Front anti-roll bar', 'P6'])
  })

  test('prefers the caption of the game', () => {
    expect(group(groups, 'Brakes')?.settings).toContainEqual(['Max pedal force', '96 kgf (80%)'])
  })

  test('puts the wheels into columns', () => {
    const camber = group(groups, 'Corners')?.corners.find(([label]) => label === 'Camber')
    expect(Object.keys(camber?.[1] ?? {})).toEqual(['fl', 'fr', 'rl', 'rr'])
  })

  test('shows no dead row, no graph and no bare boolean', () => {
    const values = groups.flatMap(({ settings, corners }) => [
      ...settings.map(([, value]) => value),
      ...corners.flatMap(([, wheels]) => Object.values(wheels)),
    ])
    expect(values.length).toBeGreaterThan(80)
    for (const dead of ['N/A', '', 'Detached', 'Non-adjustable', 'true', 'yes']) {
      expect(values).not.toContain(dead)
    }
  })

  test('may come as a list', () => {
    const list = [{ key: 'VM_BRAKE_BALANCE', ...live('55:45') }, true, null, { key: 4 }]
    expect(groupsOf(garage(list))).toEqual([
      { title: 'Brakes', settings: [['Brake balance', '55:45']], corners: [] },
    ])
  })

  test.each([
    ['not available', live('P3', { available: false })],
    ['empty', live('  ')],
    ['without a range', live('P3', { maxValue: 0 })],
    ['without a text', live(12)],
    ['a bare boolean', true],
    ['null', null],
  ])('hides a row that is %s', (_what, entry) => {
    expect(groupsOf(garage({ VM_REAR_WING: entry }))).toEqual([])
  })

  test('keeps a corner that one wheel lacks', () => {
    const one = groupsOf(garage({ 'WM_CAMBER-W_FL': live('-2.5 deg') }))
    expect(one[0]?.corners).toEqual([['Camber', { fl: '-2.5 deg', fr: null, rl: null, rr: null }]])
  })

  test('says which side a caption is about', () => {
    const plane = live('Closed', { caption: 'DIVE PLANE' })
    expect(rowsOf(garage({ VM_LEFT_FENDER_FLARE: plane, VM_RIGHT_FENDER_FLARE: plane }))).toEqual([
      ['Left: Dive plane', 'Closed'],
      ['Right: Dive plane', 'Closed'],
    ])
  })

  test('puts what it does not know into a general group', () => {
    expect(groupsOf(garage({ VM_FLUX_CAPACITOR: live('1.21 GW') }))).toEqual([
      { title: 'General', settings: [['Flux capacitor', '1.21 GW']], corners: [] },
    ])
  })
})

test("the first monitor's setup has its three groups", () => {
  const setup = {
    suspension: { front_spring: 120, rideHeight: { fl: 5.3, fr: 5.3, rl: 7.8, rr: 7.8 } },
    aerodynamics: { rear_wing: 'P7' },
    brakes: { brake_bias: 55.5, migration: null, abs: true },
  }
  expect(groupsOf(setup)).toEqual([
    {
      title: 'Suspension',
      settings: [['Front spring', '120']],
      corners: [['Ride height', { fl: '5.3', fr: '5.3', rl: '7.8', rr: '7.8' }]],
    },
    { title: 'Aerodynamics', settings: [['Rear wing', 'P7']], corners: [] },
    {
      title: 'Brakes',
      settings: [
        ['Brake bias', '55.5'],
        ['Migration', '–'],
        ['ABS', 'yes'],
      ],
      corners: [],
    },
  ])
})

describe('any other JSON', () => {
  test('is shown branch by branch', () => {
    expect(rowsOf({ engine: { map: { wet: 3, dry: 1 } } })).toEqual([
      ['Map › Wet', '3'],
      ['Map › Dry', '1'],
    ])
  })

  test.each([[null], ['text'], [12], [true], [[]], [{}], [[[[]]]]])('may be %j', (tree) => {
    expect(() => groupsOf(tree)).not.toThrow()
  })

  test('ends at its eighth level', () => {
    let tree: unknown = { bottom: 1 }
    for (let level = 0; level < 30; level++) tree = { down: tree }
    const [[label = '', value] = []] = rowsOf(tree)
    expect(value).toBe('…')
    expect(label.split(' › ').length).toBe(7)
  })

  test('ends after 2,000 nodes, and says so', () => {
    const tree = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${i}`, i]))
    const rows = rowsOf(tree)
    expect(rows.length).toBe(2_001)
    expect(rows.at(-1)).toEqual(['…', 'and more'])
  })

  test('cuts a long text after 200 characters', () => {
    const [[, value = ''] = []] = rowsOf({ note: 'x'.repeat(5_000) })
    expect(value.length).toBe(200)
    expect(value.endsWith('…')).toBe(true)
  })

  test('puts a list of numbers into one line of at most 200 characters', () => {
    expect(rowsOf({ gears: [2.69, 2.06, 1.69] })).toEqual([['Gears', '2.69, 2.06, 1.69']])
    const [[, value = ''] = []] = rowsOf({ curve: Array.from({ length: 100_000 }, (_, i) => i) })
    expect(value.length).toBe(200)
  })

  test('reads a name sent as bytes, without the stale ones after the NUL', () => {
    const bytes = new TextEncoder().encode('Ana Lima\0atini\0\0\0')
    expect(rowsOf({ driver: [...bytes] })).toEqual([['Driver', 'Ana Lima']])
  })

  test('survives the keys of an attacker', () => {
    const tree = JSON.parse(
      '{"__proto__": {"polluted": 1}, "constructor": {"prototype": 2}, "toString": "x", "hasOwnProperty": 3}',
    )
    expect(rowsOf(tree)).toEqual([
      ['To string', 'x'],
      ['Has own property', '3'],
      ['Polluted', '1'],
      ['Prototype', '2'],
    ])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  test('survives them in a garage too', () => {
    const values = JSON.parse(
      '{"__proto__": {"stringValue": "x"}, "constructor": {"stringValue": "y"}}',
    )
    expect(rowsOf(garage(values)).map(([, value]) => value)).toEqual(['x', 'y'])
  })

  test('takes line breaks and direction marks out of a text', () => {
    expect(rowsOf({ note: 'a\nb\u202Ec\u0007' })).toEqual([['Note', 'a b c']])
  })
})
