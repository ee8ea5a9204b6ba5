import type { PastChapter } from '../race/past-chapter.ts'
import { nextChapterNumber, type Session } from '../race/session.ts'

export type LedgerKind = 'lap' | 'stint' | 'stop' | 'event' | 'chapter' | 'input' | 'note'

/** A list of a session, as the ledger keeps it. */
interface LedgerList {
  readonly kind: LedgerKind
  /** 1-based; 0: the list is of the session, not of one chapter. */
  readonly chapter: number
  readonly entries: readonly LedgerEntry[]
}

interface LedgerEntry {
  readonly number: number
}

export interface LedgerKey {
  readonly kind: LedgerKind
  readonly chapter: number
  readonly number: number
}

export interface LedgerChanges {
  readonly removed: readonly LedgerKey[]
  readonly put: readonly (LedgerKey & { readonly entry: LedgerEntry })[]
}

type Books = Pick<PastChapter, 'laps' | 'stints' | 'stops'>

/** What of a past chapter is in no list. */
export interface ChapterHead extends Omit<PastChapter, keyof Books> {
  readonly number: number
}

/** The same object for the same chapter, as for every other entry: what has not changed is not written again. */
const heads = new WeakMap<PastChapter, ChapterHead>()

function headOf(past: PastChapter): ChapterHead {
  const { laps: _laps, stints: _stints, stops: _stops, ...head } = past
  const known = heads.get(past) ?? { ...head, number: head.chapter.number }
  heads.set(past, known)
  return known
}

const listsOfChapter = (chapter: number, { laps, stints, stops }: Books): readonly LedgerList[] => [
  { kind: 'lap', chapter, entries: laps },
  { kind: 'stint', chapter, entries: stints },
  { kind: 'stop', chapter, entries: stops },
]

const currentLists = (session: Session): readonly LedgerList[] =>
  session.chapter === null ? [] : listsOfChapter(session.chapter.number, session)

const listsOf = (session: Session): readonly LedgerList[] => [
  { kind: 'event', chapter: 0, entries: session.events },
  { kind: 'input', chapter: 0, entries: session.inputChanges },
  { kind: 'note', chapter: 0, entries: session.notes },
  { kind: 'chapter', chapter: 0, entries: session.past.map(headOf) },
  ...currentLists(session),
  ...session.past.flatMap((past) => listsOfChapter(past.chapter.number, past)),
]

const isSame = (a: Session, b: Session) =>
  a.laps === b.laps &&
  a.stints === b.stints &&
  a.stops === b.stops &&
  a.events === b.events &&
  a.inputChanges === b.inputChanges &&
  a.notes === b.notes &&
  a.past === b.past &&
  a.chapter?.number === b.chapter?.number

const nothing: LedgerChanges = { removed: [], put: [] }

const nameOf = ({ kind, chapter }: Omit<LedgerKey, 'number'>) => `${kind} ${chapter}`

/** What has to be written so that a ledger which holds `before` holds `now`. */
export function ledgerChanges(before: Session | null, now: Session): LedgerChanges {
  // Once a second, for every car: the laps of a day must not be looked through when there is none more.
  if (before !== null && isSame(before, now)) return nothing
  const listsBefore = before === null ? [] : listsOf(before)
  const known = new Map(listsBefore.map((list) => [nameOf(list), list.entries]))
  const put: LedgerChanges['put'][number][] = []
  const removed: LedgerKey[] = []
  const lists = listsOf(now)
  for (const { kind, chapter, entries } of lists) {
    const knownEntries = known.get(nameOf({ kind, chapter })) ?? []
    if (entries === knownEntries) continue
    const unchanged = new Set(knownEntries)
    const numbers = new Set(entries.map(({ number }) => number))
    for (const { number } of knownEntries) {
      if (numbers.has(number) || (kind === 'chapter' && number !== now.chapter?.number)) continue
      removed.push({ kind, chapter, number })
    }
    for (const entry of entries) {
      if (!unchanged.has(entry)) put.push({ kind, chapter, number: entry.number, entry })
    }
  }
  // The chapter that went on has been taken back: its number may be another one's next. (One that is only too old to
  // be in memory has a number nobody gets again.)
  const names = new Set(lists.map(nameOf))
  const next = nextChapterNumber(now)
  for (const { kind, chapter, entries } of before === null ? [] : currentLists(before)) {
    if (chapter < next || names.has(nameOf({ kind, chapter }))) continue
    for (const { number } of entries) removed.push({ kind, chapter, number })
  }
  return { removed, put }
}
