import { advance } from '../../race/advance.ts'
import { type UndoProblem, undoProblem } from '../../race/inputs/input-progress.ts'
import type { InputName } from '../../race/inputs/inputs.ts'
import type { Result } from '../../race/result.ts'
import type { CarId, Session } from '../../race/session.ts'
import type { SessionEvent } from '../../race/session-event.ts'
import type { StoreProblem } from '../../store/session-store.ts'
import type { Clock } from '../clock.ts'
import type { Doorkeeper } from '../doorkeeper.ts'
import type { SessionManager } from '../session-manager.ts'
import { NoteSchema, readCall } from './call-schema.ts'
import { type InputProblem, problemIn } from './input-problem.ts'
import { readInput } from './read-input.ts'

export interface PitWallDeps {
  readonly sessions: SessionManager
  readonly door: Doorkeeper
  readonly clock: Clock
}

export type PitWallProblem = StoreProblem | UndoProblem | 'unknown-session' | InputProblem

type Told = Result<Session, PitWallProblem>

/**
 * What the engineer tells the pit wall, and the driver answers. Values come from outside and are read here; what does not
 * fit is named and changes nothing. On disk, with who did it, before it counts. `by` is the address it came from; whoever
 * calls has made sure that it is the engineer, but for `acknowledge`, which everybody with the link may do.
 */
export class PitWall {
  readonly #deps: PitWallDeps

  constructor(deps: PitWallDeps) {
    this.#deps = deps
  }

  /** `value`: the whole input, in its own shape (see `Inputs`). */
  set(car: CarId, by: string, name: InputName, value: unknown): Told {
    const read = readInput(name, value)
    if (!read.ok) return read
    return this.#change(car, by, name, { type: 'input-set', atMs: this.#nowMs, ...read.value })
  }

  /** `number`: of the change that is taken back. */
  undo(car: CarId, by: string, number: number): Told {
    const session = this.#deps.sessions.ofCar(car)
    if (session === null) return no('unknown-session')
    const problem = undoProblem(session, number)
    if (problem !== null) return no(problem)
    const name = session.inputChanges.find((change) => change.number === number)?.name ?? null
    return this.#change(car, by, name, { type: 'input-undone', atMs: this.#nowMs, number })
  }

  /** `tiles`: see `CallTiles`. Takes the place of the call before. */
  call(car: CarId, by: string, tiles: unknown): Told {
    const read = readCall(tiles)
    if (!read.ok) return read
    return this.#change(car, by, null, { type: 'call-set', atMs: this.#nowMs, tiles: read.value })
  }

  withdrawCall(car: CarId, by: string): Told {
    return this.#change(car, by, null, { type: 'call-cleared', atMs: this.#nowMs })
  }

  /** `number`: of the call that was read. `overtaken`: another one, or none, stands by now. */
  acknowledge(car: CarId, by: string, number: number): Told {
    const session = this.#deps.sessions.ofCar(car)
    if (session === null) return no('unknown-session')
    if (session.call?.number !== number) return no('overtaken')
    return this.#change(car, by, null, { type: 'call-acknowledged', atMs: this.#nowMs, number })
  }

  /** 1 to 280 characters. */
  note(car: CarId, by: string, text: unknown): Told {
    const problem = problemIn('note', NoteSchema, text)
    if (problem !== null) return { ok: false, problem }
    return this.#change(car, by, null, {
      type: 'note-written',
      atMs: this.#nowMs,
      text: String(text),
    })
  }

  #change(car: CarId, by: string, about: string | null, event: SessionEvent): Told {
    const { sessions, door } = this.#deps
    const session = sessions.ofCar(car)
    const access = sessions.accessOf(car)
    if (session === null || access === null) return no('unknown-session')
    // Said again, or tapped twice: nothing has changed, and nothing is worth a line.
    if (advance(session, event) === session) return { ok: true, value: session }
    return door.change(car, event, access, { atMs: event.atMs, act: event.type, by, about })
  }

  get #nowMs(): number {
    return this.#deps.clock.nowMs()
  }
}

const no = (problem: Exclude<PitWallProblem, InputProblem>): Told => ({ ok: false, problem })
