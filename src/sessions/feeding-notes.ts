import type { Session } from '../race/session.ts'
import type { WriterNotes } from '../store/session-store.ts'
import { type Arbitration, newArbitration } from './arbitration/arbitration.ts'
import { NO_SOCKET } from './arbitration/passing-time.ts'
import { newWitness, type Witness } from './arbitration/witness.ts'
import { type Feeding, toBeKept } from './feeding.ts'
import type { Shown } from './shown.ts'

/** Raised when what was written before cannot be read any more: then the machine begins anew. */
const VERSION = 1

/** Who feeds the wall, as it goes to the disk with the session. */
export const feedingNotes = (feeding: Feeding): string =>
  JSON.stringify({ version: VERSION, ...toBeKept(feeding) })

/** As it was, with what newer versions have added; damaged or missing, it begins anew with what the session knows. */
export function feedingFrom(notes: WriterNotes, session: Session, atMs: number): Feeding {
  const read = readNotes(notes)
  if (read === null) return { state: newArbitration(atMs), shown: shownBy(session) }
  const { state, shown } = read
  const witnesses = state.witnesses.map((witness) => ({
    ...newWitness(witness.monitor, witness.joinedAtMs),
    ...witness,
  }))
  return { state: { ...newArbitration(atMs), ...state, witnesses }, shown }
}

function shownBy({ feed, takenAtMs }: Session): Shown | null {
  if (feed === null) return null
  return { socket: NO_SOCKET, driverName: feed.driverName, presentAtMs: takenAtMs }
}

function readNotes(notes: WriterNotes): Feeding | null {
  if (notes === null) return null
  try {
    const read: unknown = JSON.parse(notes)
    return isFeeding(read) ? read : null
  } catch {
    return null
  }
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null

const isFeeding = (value: unknown): value is Feeding =>
  isFields(value) &&
  value.version === VERSION &&
  isArbitration(value.state) &&
  (value.shown === null || isShown(value.shown))

const isMoment = (value: unknown) => typeof value === 'number' && Number.isFinite(value)
const isMonitor = (value: unknown) =>
  isFields(value) && isMoment(value.socket) && typeof value.pc === 'string'
const isWitness = (value: unknown): value is Witness =>
  isFields(value) && isMonitor(value.monitor) && isMoment(value.joinedAtMs)
const isShown = (value: unknown): value is Shown =>
  isFields(value) &&
  isMoment(value.socket) &&
  (value.presentAtMs === null || isMoment(value.presentAtMs))

const phases: readonly unknown[] = ['empty', 'live', 'quiet', 'offline']

/** Who was live can be quiet without being known only in a file that somebody has written by hand. */
const isArbitration = (value: unknown): value is Arbitration =>
  isFields(value) &&
  phases.includes(value.phase) &&
  (value.active === null ? value.phase === 'empty' : isMonitor(value.active)) &&
  isMoment(value.nowMs) &&
  isMoment(value.aliveAtMs) &&
  Array.isArray(value.witnesses) &&
  value.witnesses.every(isWitness)
