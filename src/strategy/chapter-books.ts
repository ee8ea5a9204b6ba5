import type { LapInProgress } from '../race/lap-in-progress.ts'
import type { PastChapter } from '../race/past-chapter.ts'
import type { Session } from '../race/session.ts'
import type { Stint } from '../race/stint.ts'

/** The books of one chapter, whether it goes on or another one has followed. */
export interface ChapterBooks
  extends Pick<PastChapter, 'chapter' | 'laps' | 'stints' | 'stint' | 'stops'> {
  /** When another one followed, or the session was over; null: it goes on. */
  readonly endedAtMs: number | null
  /** Until when the car was seen driving: a stint that goes on lasts so long. */
  readonly drivenUntilMs: number
}

/** Every chapter that is still in the books, by number. */
export function chaptersOf(session: Session): readonly ChapterBooks[] {
  const { chapter, takenAtMs, over } = session
  // A session that time has ended was over when its car was last seen.
  const overAtMs = over === null ? null : Math.min(over.atMs, takenAtMs ?? over.atMs)
  const past = session.past.map((each) =>
    books(each, each.endedAtMs, each.lastSample?.provenAtMs ?? null),
  )
  const now = chapter === null ? [] : [books({ ...session, chapter }, overAtMs, takenAtMs)]
  return [...past, ...now].sort((a, b) => a.chapter.number - b.chapter.number)
}

function books(
  of: Omit<PastChapter, 'endedAtMs'>,
  endedAtMs: number | null,
  seenAtMs: number | null,
): ChapterBooks {
  const { chapter, laps, stints, stint, stops } = of
  const drivenUntilMs = drivenUntil(of, seenAtMs)
  return { chapter, laps, stints, stint, stops, endedAtMs, drivenUntilMs }
}

/** The moment it came to rest, if it stands; else the last sight of it. */
function drivenUntil(
  { lapInProgress, laps, stint, chapter }: Omit<PastChapter, 'endedAtMs'>,
  seenAtMs: number | null,
): number {
  const restingSinceMs = restOf(lapInProgress)
  if (restingSinceMs !== null) return restingSinceMs
  const noted = Math.max(
    chapter.startedAtMs,
    stint?.startedAtMs ?? 0,
    laps.at(-1)?.completedAtMs ?? 0,
  )
  return seenAtMs ?? noted
}

const restOf = (lap: LapInProgress | null): number | null => lap?.rest?.sinceMs ?? null

/** Those that have ended and the one that goes on, oldest first. */
export const allStints = ({
  stints,
  stint,
}: Pick<ChapterBooks, 'stints' | 'stint'>): readonly Stint[] =>
  stint === null ? stints : [...stints, stint]
