import { type InventedRace, inventedRace } from '../../../src/cli/invented-race.ts'
import { advance } from '../../../src/race/advance.ts'
import { type CarId, newSession, type Session, type SessionId } from '../../../src/race/session.ts'
import { unjudged } from '../../../src/race/units.ts'
import { decode } from '../../../src/wire/decode.ts'
import { judged, unitsFor } from '../../../src/wire/units.ts'
import type { Case } from './cases.ts'

const EVERY_MS = 500

/** A race as the wall sees it: frame by frame through the decoder and the fold. */
export class DrivenRace {
  readonly race: InventedRace
  readonly given: Case
  readonly #hidesLapTimes: boolean
  session: Session
  /** Of the last frame that was seen. */
  atMs = -EVERY_MS

  /** `hidesLapTimes`: a simulator that tells none, so that they have to be derived. */
  constructor(given: Case, hidesLapTimes = false) {
    this.given = given
    this.#hidesLapTimes = hidesLapTimes
    this.race = inventedRace(given.options)
    const session = newSession({ car: 'a' as CarId, id: 'a' as SessionId, mode: 'keyed' }, 0)
    // What an engineer tells the wall of this track: where the lane leaves it, and what a stop takes here.
    const value = 1 - PIT_ENTRY_BEFORE_LINE
    this.session = advance(session, { type: 'input-set', atMs: 0, name: 'pitEntryRatio', value })
  }

  driveTo(raceMs: number): void {
    while (this.atMs + EVERY_MS <= raceMs) {
      this.atMs += EVERY_MS
      const { atMs } = this
      const stamp = { timestamp: '', seq: atMs / EVERY_MS, bootId: 'a' }
      const sent = this.race.frameAt(atMs, stamp)
      const frame = this.#hidesLapTimes ? { ...sent, last_lap_time: -1, best_lap_time: -1 } : sent
      const units = unitsFor(frame, judged(unjudged, frame))
      this.session = advance(this.session, {
        ...{ type: 'telemetry', atMs, lateMs: 0, isLate: false, isRefresh: false },
        ...{ telemetry: decode(frame, units).telemetry, frame, units, pc: 'a', verdict: unjudged },
      })
    }
  }
}

/** Of the invented track: the lane leaves it at 4640 of 4909 m. */
const PIT_ENTRY_BEFORE_LINE = 1 - 4640 / 4909
