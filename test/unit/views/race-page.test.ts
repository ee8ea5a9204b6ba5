import { describe, expect, test } from 'bun:test'
import { Window } from 'happy-dom'
import { newSession, type Session } from '../../../src/race/session.ts'
import { chaptersOf } from '../../../src/strategy/chapter-books.ts'
import { racePage } from '../../../views/pages/race.tsx'
import { hostileStrings } from '../../fixtures/hostile-strings.ts'
import { plainly } from '../../fixtures/plainly.ts'
import {
  aLap,
  aSetup,
  pastPractice,
  racedCar,
  racedFromMs,
  racedId,
  racedSession,
} from '../../fixtures/raced-session.ts'
import { assets, wallOf } from './wall-fixture.ts'

function pageOf(session: Session, known: Partial<Parameters<typeof racePage>[0]> = {}) {
  const chapters = chaptersOf(session)
  return racePage({
    assets,
    wall: wallOf(session),
    chapters,
    shown: chapters.at(-1) ?? null,
    setups: [],
    hasFrames: true,
    renderedAtMs: racedFromMs + 60_000,
    frameAgeMs: 3_000,
    ...known,
  })
}

function opened(html: string) {
  const window = new Window()
  window.document.write(html)
  const { document } = window
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map((each) =>
      each.textContent.replace(/\s+/g, ' ').trim(),
    )
  return { document, texts, text: (selector: string) => texts(selector).join(' ') }
}

const raced = racedSession(60)
const page = opened(pageOf(raced))

test('says how fresh it is, and leads back to the live wall', () => {
  expect(page.text('header')).toContain('as of 14:01 · last frame 3 s before.')
  expect(page.document.querySelector('header a.button')?.getAttribute('href')).toBe(
    `/dashboard/${racedId}`,
  )
  const over = { ...raced, over: { atMs: 0, by: 'engineer' } } as const
  expect(opened(pageOf(over)).text('header')).toContain('The session is over.')
})

test('says at its top of an open session that anyone with the link can publish', () => {
  const sentence = 'anyone with this link can publish'
  expect(opened(pageOf({ ...raced, mode: 'open' })).text('header')).toContain(sentence)
  expect(page.text('body')).not.toContain(sentence)
})

test('says at its top of a bound session whose PCs can publish', () => {
  const sentence = 'any PC at the address that began it can publish'
  expect(opened(pageOf({ ...raced, mode: 'bound' })).text('header')).toContain(sentence)
  expect(page.text('body')).not.toContain(sentence)
})

test('of a session that is over nothing runs any more, and nobody sits in the car', () => {
  const { text } = opened(pageOf({ ...raced, over: { atMs: raced.takenAtMs!, by: 'engineer' } }))
  expect(text('.chapters')).not.toContain('running')
  expect(text('#driving')).not.toContain('in the car')
  expect(text('#stints')).not.toContain('now')
  expect(text('#driving')).toContain('Total h')
})

test('needs no script: its times are there in UTC, and say so', () => {
  expect(page.document.querySelectorAll('script[src]').length).toBe(1)
  expect(page.text('noscript')).toContain('Times of day are in UTC.')
  expect(page.document.querySelector('meta[http-equiv="refresh"]')).toBeNull()
  expect(page.document.querySelector('#wall')).toBeNull()
})

test('has every lap, in a table for each stint, the newest open', () => {
  expect(page.texts('#lap-tables summary h3')).toEqual([
    'Stint 3 · Cho Park',
    'Stint 2 · Ben Ito',
    'Stint 1 · Ana Lima',
  ])
  expect(page.document.querySelectorAll('#lap-tables tbody tr').length).toBe(60)
  const open = [...page.document.querySelectorAll('#lap-tables details')].map((each) =>
    each.hasAttribute('open'),
  )
  expect(open).toEqual([true, false, false])
  expect(page.texts('#stint-2 tbody tr')[27]).toMatch(
    /^292:\d\d\.\d{3}–87\.8–95\.599 RRrefuel, out, slow, first$/,
  )
})

test('marks an estimated time, and shows a dash for what nobody knows', () => {
  const laps = [aLap({ timeEstimated: true, fuelUsedLiters: null })]
  const chapter = { ...raced.chapter!, hasEnergy: false }
  const { texts } = opened(pageOf({ ...raced, laps, chapter }))
  expect(texts('#lap-tables tbody td')).toEqual(['≈1:48.304', '–', '–', '–', ''])
  expect(texts('#lap-tables thead th')).not.toContain('VE %')
})

test('has every stint with its averages, leading to its laps', () => {
  const rows = page.texts('#stints tbody tr')
  expect(rows).toHaveLength(3)
  expect(rows[2]).toMatch(/^1Ana Lima1–281:48\.\d{3}2\.\d\d2\.\d\d14:00 – 14:5050:24$/)
  expect(rows[0]).toContain('now')
  const link = page.document.querySelector('#stints a')?.getAttribute('href') ?? ''
  expect(page.document.querySelector(link)).not.toBeNull()
})

test('has every stop, and says which nobody watched', () => {
  expect(page.texts('#stops tbody tr')).toEqual([
    '570:44+62.370noneBen Ito → Cho Park15:40',
    '290:44+62.370all fourAna Lima → Ben Ito14:50',
  ])
  const unwatched = { ...raced.stops[0]!, standingMs: null, tiresChanged: ['fl', 'rl'] as const }
  const { text } = opened(pageOf({ ...raced, stops: [unwatched] }))
  expect(text('#stops')).toContain('unwatched')
  expect(text('#stops')).toContain('FL, RL')
  expect(opened(pageOf({ ...raced, stops: [] })).text('#stops')).toContain('No stop yet.')
})

test('has the driving time of each driver', () => {
  expect(page.texts('#driving tbody tr')).toEqual([
    'Ana Lima10:500:50rest 0:58 h',
    'Ben Ito10:490:49rest 0:07 h',
    'Cho Park10:060:06in the car 0:06 h',
  ])
})

test('has the timeline, newest first', () => {
  expect(page.texts('#timeline li')[0]).toBe(
    '15:40Ben Ito → Cho Park · lap 57 · blind for 61 s · +62.3 L · +70 % VE · no tyres',
  )
  expect(page.texts('#timeline li').at(-1)).toContain('Session opened')
})

test('draws the laps, and tells every drawing in words', () => {
  const drawings = [...page.document.querySelectorAll('#charts svg[role="img"]')]
  expect(drawings.map((each) => each.getAttribute('aria-label')?.split(',')[0])).toEqual([
    'Lap time',
    'Fuel at the line',
    'Virtual energy at the line',
    'Tread left',
    'Tyre temperature',
    'Brake temperature',
    'Water, oil, track and air'.split(',')[0]!,
  ])
  expect(plainly(drawings[1]?.getAttribute('aria-label') ?? '')).toBe(
    'Fuel at the line, laps 1–60. from 27.8 L to 87.8 L, last 81.1 L. 2 stops.',
  )
  expect(drawings[3]?.getAttribute('aria-label')).toContain('FL from')
  expect(page.text('#charts .legend')).toContain('RR last')
  expect(page.document.querySelectorAll('#charts tbody tr').length).toBe(3)
  expect(opened(pageOf({ ...raced, laps: [] })).text('#charts')).toContain('second lap')
})

describe('chapters', () => {
  const chapter = { ...raced.chapter!, number: 2 }
  const session = { ...raced, chapter, past: [pastPractice(5, 1)] }

  test('are links, the one shown marked', () => {
    const { document, texts } = opened(pageOf(session))
    expect(texts('nav a')).toEqual(['Race · Imola running', 'Practice · Imola 2026-06-13'])
    expect(document.querySelector('[aria-current]')?.getAttribute('href')).toBe(
      `/dashboard/${racedId}/race?chapter=2`,
    )
  })

  test('that are over have their laps, their events and nobody in the car', () => {
    const events = [
      { number: 3, kind: 'pit-stop', atMs: 0, chapter: 2, lap: 9, facts: {} },
      { number: 2, kind: 'pit-stop', atMs: 0, chapter: 1, lap: 4, facts: {} },
      { number: 1, kind: 'session-started', atMs: 0, chapter: 0, lap: null, facts: {} },
    ] as const
    const over = opened(
      pageOf({ ...session, events }, { shown: chaptersOf({ ...session, events })[0]! }),
    )
    expect(over.document.querySelectorAll('#lap-tables tbody tr').length).toBe(5)
    expect(over.texts('#timeline li').map((line) => line.slice(5))).toEqual([
      'Pit stop · lap 4',
      'Session opened',
    ])
    expect(over.text('#driving')).not.toContain('in the car')
    expect(over.text('#stints')).not.toContain('now')
  })
})

test('lists the setups by stint, with what has changed', () => {
  const setups = [aSetup(1, { wing: 6, tc: 3 }), aSetup(2, { wing: 7, tc: 3, abs: 9 })]
  const { texts } = opened(pageOf(raced, { setups }))
  expect(texts('#setups h3')).toEqual(['Stint 2 15:40 · 2 changes', 'Stint 1 14:50 · First setup'])
  expect(texts('#setups dl > div')).toEqual(['General › Wing7 ◆ was 6', 'General › ABS9 ◆ new'])
})

test('offers files, those of frames only where there are frames', () => {
  const links = (html: string) =>
    [...opened(html).document.querySelectorAll('#exports a')].map((link) => link.textContent)
  expect(links(pageOf(raced))).toEqual([
    'laps.csv',
    'stints.csv',
    'stops.csv',
    'race.json',
    'frames.jsonl',
    'telemetry.csv',
  ])
  const without = pageOf(raced, { hasFrames: false })
  expect(links(without)).not.toContain('frames.jsonl')
  expect(opened(without).text('#exports')).toContain('keeps no frames')
})

test('before anybody has driven it says so', () => {
  const empty = newSession({ car: racedCar, id: racedId, mode: 'keyed' }, 0)
  const { text } = opened(pageOf(empty, { frameAgeMs: null }))
  expect(text('main')).toContain('Nobody has driven yet.')
  expect(text('header')).toContain('no monitor has sent anything yet')
})

test('foreign texts stay texts, in tables, drawings and links', () => {
  for (const text of Object.values(hostileStrings)) {
    const laps = [aLap({ driverName: text }), aLap({ number: 2, driverName: text })]
    const stints = raced.stints.map((stint) => ({ ...stint, driverName: text }))
    const stops = raced.stops.map((stop) => ({ ...stop, from: text, to: 'Ben' }))
    const events = raced.events.map((event) => ({ ...event, facts: { from: text, to: 'x' } }))
    const chapter = { ...raced.chapter!, sessionType: text, trackName: text }
    const setups = [aSetup(1, { [text]: 'x' }), aSetup(2, { [text]: text, wing: text })]
    const { document } = opened(
      pageOf({ ...raced, laps, stints, stops, events, chapter, name: text }, { setups }),
    )
    expect(document.querySelectorAll('img, iframe, hx-partial, style').length).toBe(0)
    expect(document.querySelectorAll('script').length).toBe(1)
    for (const element of document.querySelectorAll('*')) {
      for (const { name } of element.attributes) expect(name).not.toMatch(/^(on|style|hx-)/)
    }
  }
})

test('a race of 900 laps is a page that a phone can take, and the second one costs next to nothing', () => {
  const long = racedSession(900)
  const first = pageOf(long)
  expect(Buffer.byteLength(first)).toBeLessThan(280_000)
  expect(Bun.gzipSync(first).byteLength).toBeLessThan(60_000)
  const begun = performance.now()
  for (let i = 0; i < 20; i++) pageOf(long)
  expect((performance.now() - begun) / 20).toBeLessThan(15)
})

test('an average of a stint with an estimated lap is estimated', () => {
  const told = (timeEstimated: boolean) => {
    const laps = raced.laps.map((lap) => ({ ...lap, timeEstimated }))
    return opened(pageOf({ ...raced, laps })).text('#stints')
  }
  expect(told(true)).toContain('≈1:48')
  expect(told(false)).not.toContain('≈')
})
