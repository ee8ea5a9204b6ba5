import type { RaceEvent } from '../../src/race/race-event.ts'
import type { Session } from '../../src/race/session.ts'
import { allStints, type ChapterBooks } from '../../src/strategy/chapter-books.ts'
import { type DrivingTime, drivingTimes } from '../../src/strategy/driving-time.ts'
import { isoMoment } from '../format.ts'
import { rememberedJson } from '../remembered-json.ts'
import { type Column, inSeconds, rowJson } from './column.ts'
import { lapColumns } from './lap-columns.ts'
import { stintColumns, stintRows } from './stint-columns.ts'
import { stopColumns } from './stop-columns.ts'

/** Every field by name: what the server knows of monitors, addresses and keys is nobody's business. */
const eventColumns: readonly Column<RaceEvent>[] = [
  ['number', (event) => event.number],
  ['kind', (event) => event.kind],
  ['at', (event) => isoMoment(event.atMs) ?? null],
  ['session', (event) => event.chapter],
  ['lap', (event) => event.lap],
]

const factsTold = [
  ...['from', 'to', 'driver', 'shown', 'other', 'by', 'sessionType', 'trackName', 'pressure'],
  ...['blindMs', 'unsavedMs', 'standingMs', 'tiresChanged', 'fuelAddedLiters', 'energyAddedRatio'],
]

const eventJson = (event: RaceEvent) => {
  const facts = Object.entries(event.facts).filter(([name]) => factsTold.includes(name))
  return { ...rowJson(eventColumns, event), facts: Object.fromEntries(facts) }
}

const drivingColumns: readonly Column<DrivingTime>[] = [
  ['driver', (time) => time.driverName],
  ['stints', (time) => time.stints],
  ['total_s', (time) => inSeconds(time.totalMs)],
  ['longest_s', (time) => inSeconds(time.longestMs)],
  ['current_s', (time) => inSeconds(time.currentMs)],
  ['rest_s', (time) => inSeconds(time.restMs)],
]

const rows = <Row>(columns: readonly Column<Row>[], all: readonly Row[]) =>
  all.map((row) => rowJson(columns, row))

/** Laps are hundreds by the evening, and change once a lap. */
const lapsJson = rememberedJson((laps: Session['laps']) => JSON.stringify(rows(lapColumns, laps)))
const eventsJson = rememberedJson((events: Session['events']) =>
  JSON.stringify(events.map(eventJson)),
)

/** The whole ledger for programs: chapters with their laps, stints and stops, oldest first; the timeline, newest first. */
export function raceJson(
  session: Session,
  chapters: readonly ChapterBooks[],
  nowMs: number,
): string {
  const head = JSON.stringify({
    session_id: session.id,
    name: session.name,
    over_at: isoMoment(session.over?.atMs) ?? null,
    rendered_at: isoMoment(nowMs) ?? null,
    last_frame_at: isoMoment(session.takenAtMs) ?? null,
  }).slice(1, -1)
  const books = chapters.map(chapterJson).join(',')
  return `{${head},"sessions":[${books}],"timeline":${eventsJson(session.events)}}`
}

function chapterJson(books: ChapterBooks): string {
  const { chapter, laps, stops, endedAtMs, drivenUntilMs } = books
  const head = JSON.stringify({
    session: chapter.number,
    session_type: chapter.sessionType,
    track: chapter.trackName,
    started_at: isoMoment(chapter.startedAtMs) ?? null,
    ended_at: isoMoment(endedAtMs) ?? null,
    driving_times: rows(drivingColumns, drivingTimes(allStints(books), drivenUntilMs)),
    stints: rows(stintColumns, stintRows(books)),
    stops: rows(stopColumns, stops),
  }).slice(1, -1)
  return `{${head},"laps":${lapsJson(laps)}}`
}
