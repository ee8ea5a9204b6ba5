import { describe, expect, test } from 'bun:test'
import { catalogueFor } from '../../../views/catalogue.ts'
import { dashboardPanels } from '../../../views/dashboard-panels.ts'
import { defaultLook } from '../../../views/look.ts'
import { german } from '../../../views/words/de/german.ts'
import { english } from '../../../views/words/en/english.ts'
import { Drive } from '../../fixtures/race.ts'
import { textOf, wallOf, wallWith } from './wall-fixture.ts'

const de = catalogueFor({ ...defaultLook, language: 'de' })

/** Every text of a catalogue by its path; of a function what it says of ones and threes. */
function texts(words: object, path = ''): Map<string, string> {
  const all = new Map<string, string>()
  for (const [name, value] of Object.entries(words)) {
    const at = path === '' ? name : `${path}.${name}`
    if (typeof value === 'string') all.set(at, value)
    else if (typeof value === 'function') {
      const said = (sample: unknown) => String(value(sample, sample, sample, 'low', sample))
      all.set(`${at}(1)`, said(1)).set(`${at}(3)`, said(3))
    } else if (value !== null && !(value instanceof RegExp)) {
      for (const [inner, text] of texts(value, at)) all.set(inner, text)
    }
  }
  return all
}

/** Words that a team says alike in both, and what is no word. */
const alike =
  /^(language|decimalMark|product|unknown|about|atMost|moment|view\.choices|tires\.(detected|notSent)|charts\.(stop|line))|Position|Stint|PC|LIVE|OFFLINE|GARAGE|Session|Setup|ABS|TC|VE|Webhook|Monitor|Discord|1Lap|Version|Links|^[^A-Za-z]*$|→|kPa|psi|bar|BOX in|Differential| min$|^in \d/

describe('the German catalogue', () => {
  const [ours, theirs] = [texts(german), texts(english)]

  test('says everything that the English one says', () => {
    expect([...ours.keys()].toSorted()).toEqual([...theirs.keys()].toSorted())
    for (const [path, text] of ours) {
      if (theirs.get(path) !== '') expect([path, text.trim()]).not.toEqual([path, ''])
    }
  })

  test('says it in German', () => {
    const untouched = [...ours].filter(
      ([path, text]) =>
        text === theirs.get(path) && text.length > 3 && !alike.test(text) && !alike.test(path),
    )
    expect(untouched.map(([path, text]) => `${path}: ${text}`)).toEqual([])
  })

  test('holds no word that only English has', () => {
    const telltale = /\b(the|laps?|left|with|nothing|this|that|driver|tyres?|wheel|from|are|by)\b/
    const found = [...ours].filter(
      ([, text]) => telltale.test(text) && !/npm run|config\.json/.test(text),
    )
    expect(found.filter(([path]) => !/^view\.choices|was\(/.test(path))).toEqual([])
  })
})

describe('a German wall', () => {
  const drive = new Drive({
    ...{ fuelLiters: 57.3, fuelCapacityLiters: 97, lastLapTimeMs: 108_304, waterTempC: 84.6 },
    ...{ virtualEnergyRatio: 0.623, sessionTimeRemainingMs: 7_200_000, gapAheadMs: 1_240 },
    ...{ driverName: 'Ana', carName: 'Borealis', sessionType: 'Race', position: 4 },
  })
  for (let lap = 0; lap < 9; lap++) {
    for (let part = 0; part < 50; part++) {
      drive.frame({ lapsCompleted: lap, lapTimeMs: part * 2_000, speedKph: 180 }, 2_000)
    }
  }
  const wall = wallOf(drive.session)

  test.each(dashboardPanels)('$id has German figures and no English words', ({ render }) => {
    const text = textOf(render(wall, de))
    // Times of day have colons, versions none: a point between digits would be an English one.
    expect(text).not.toMatch(/\d\.\d/)
    expect(text).not.toMatch(/\b(the|laps?|left|valid|unknown|driver|fuel|energy)\b/i)
    expect(textOf(render(wallWith(), de))).not.toMatch(/\b(the|laps?|left|valid|nothing)\b/i)
  })

  test('speaks of laps as German pit walls do', () => {
    const text = dashboardPanels.map(({ render }) => textOf(render(wall, de))).join(' ')
    expect(text).toContain('Runden übrig')
    expect(text).toContain('1:48')
    expect(text).toContain('62,3')
  })
})
