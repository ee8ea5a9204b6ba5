import { raceJson } from '../../views/ledger/race-json.ts'
import { raceTables } from '../../views/ledger/race-tables.ts'
import type { Session } from '../race/session.ts'
import type { Log } from '../sessions/log.ts'
import type { ViewerProblem } from '../sessions/viewer-problem.ts'
import type { FrameLog } from '../store/frame-log.ts'
import { chaptersOf } from '../strategy/chapter-books.ts'
import { framesJsonl } from './frames-jsonl.ts'
import { streamedText } from './streamed-text.ts'
import { telemetryCsv } from './telemetry-csv.ts'

export interface RaceFilesDeps {
  /** null: no frames are kept. */
  readonly frames: FrameLog | null
  readonly log: Log
  readonly nowMs: () => number
}

const csv = 'text/csv; charset=utf-8; header=present'
const json = 'application/json; charset=utf-8'
const jsonl = 'application/jsonl; charset=utf-8'

interface RaceFile {
  readonly type: string
  /** Whole, or made while it is read. */
  readonly text: string | ReadableStream<Uint8Array>
}

/** A file of a race by its name, `after` a moment where it is made of frames. */
export function raceFile(
  deps: RaceFilesDeps,
  session: Session,
  name: string,
  after: string | undefined,
): RaceFile | ViewerProblem {
  const chapters = () => chaptersOf(session)
  switch (name) {
    case 'laps.csv':
      return { type: csv, text: raceTables.laps(chapters()) }
    case 'stints.csv':
      return { type: csv, text: raceTables.stints(chapters()) }
    case 'stops.csv':
      return { type: csv, text: raceTables.stops(chapters()) }
    case 'race.json':
      return { type: json, text: raceJson(session, chapters(), deps.nowMs()) }
    case 'telemetry.csv':
      return framesAs(deps, session, after, csv, (frames) => telemetryCsv(frames, session))
    case 'frames.jsonl':
      return framesAs(deps, session, after, jsonl, (frames) => framesJsonl(frames, session.car))
    default:
      return 'unknown-address'
  }
}

type Frames = ReturnType<FrameLog['read']>

function framesAs(
  { frames, log }: RaceFilesDeps,
  { car }: Session,
  after: string | undefined,
  type: string,
  written: (frames: Frames) => Generator<string>,
): RaceFile | ViewerProblem {
  if (frames === null) return 'frames-unavailable'
  const afterMs = after === undefined ? null : Number(after)
  if (afterMs !== null && !(Math.abs(afterMs) < Number.MAX_SAFE_INTEGER)) return 'no-such-moment'
  try {
    // Moments are written in whole milliseconds: those of the last one have been told.
    const read = afterMs === null ? frames.read(car) : frames.read(car, Math.floor(afterMs) + 1)
    return { type, text: streamedText(begun(written(read))) }
  } catch (error) {
    log.error('the frames of a session cannot be read', { reason: String(error) })
    return 'frames-unavailable'
  }
}

/** Its first piece is made now: a log that cannot be read is a problem to tell, not a file that ends early. */
function begun(texts: Generator<string>): Iterator<string> {
  let first: IteratorResult<string> | null = texts.next()
  return {
    next() {
      const result = first ?? texts.next()
      first = null
      return result
    },
    return: () => texts.return(undefined),
  }
}
