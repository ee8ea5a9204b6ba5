import type { Feed } from '../feed.ts'
import type { Corrections } from '../inputs/corrections.ts'
import type { PastChapter } from '../past-chapter.ts'
import type { Session } from '../session.ts'
import {
  correctedLaps,
  correctedStint,
  correctedStints,
  correctedStops,
} from './corrected-books.ts'
import { correctedEvents } from './corrected-events.ts'
import { eachRow, onceEach } from './once-each.ts'
import { nameFor, renamed } from './renamed.ts'

const remembered = new WeakMap<Session, Session>()

/**
 * The session as the engineer corrects it: what people and programs are shown, and what is concluded from. The books stay
 * as they were written, so that taking a correction back brings everything back. Corrected twice it is the same one.
 */
export function corrected(session: Session): Session {
  if (isNone(session.inputs.corrections)) return session
  const known = remembered.get(session) ?? withCorrections(session, session.inputs.corrections)
  remembered.set(session, known)
  remembered.set(known, known)
  return known
}

const isNone = ({ excludedLaps, tireChanges, penaltyStops, driverNames }: Corrections) =>
  excludedLaps.length + tireChanges.length + penaltyStops.length + driverNames.length === 0

function withCorrections(session: Session, corrections: Corrections): Session {
  const { telemetry, feed, chapter } = session
  const { driverNames } = corrections
  const number = chapter?.number ?? 0
  const books = correctedBooks(session, corrections, number)
  const past = correctedPast(session.past, corrections, 0)
  const earlier = past.map(({ chapter, stops }) => ({ chapter: chapter.number, stops }))
  const now = { chapter: number, stops: books.stops }
  return {
    ...session,
    ...books,
    past,
    telemetry: telemetry && renamed(telemetry, driverNames),
    feed: feed && correctedFeed(feed, driverNames),
    events: correctedEvents(session.events, corrections, now, earlier),
  }
}

type Books = Pick<Session, 'laps' | 'stints' | 'stint' | 'stops' | 'lapInProgress' | 'lastSample'>

function correctedBooks(books: Books, corrections: Corrections, chapter: number): Books {
  const { laps, stints, stint, stops, lapInProgress, lastSample } = books
  const { driverNames } = corrections
  return {
    laps: correctedLaps(laps, corrections, chapter),
    stints: correctedStints(stints, corrections, chapter),
    stint: stint && correctedStint(stint, corrections, chapter),
    stops: correctedStops(stops, corrections, chapter),
    lapInProgress: lapInProgress && renamed(lapInProgress, driverNames),
    lastSample: lastSample && {
      ...lastSample,
      telemetry: renamed(lastSample.telemetry, driverNames),
    },
  }
}

const correctedPast = onceEach<readonly PastChapter[]>((past, corrections) =>
  eachRow(past, (each) => ({
    ...each,
    ...correctedBooks(each, corrections, each.chapter.number),
  })),
)

function correctedFeed(feed: Feed, names: Corrections['driverNames']): Feed {
  const { conflict } = feed
  if (conflict === null) return renamed(feed, names)
  const rivals = [nameFor(conflict[0], names), nameFor(conflict[1], names)] as const
  return { ...renamed(feed, names), conflict: rivals }
}
