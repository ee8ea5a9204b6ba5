import type { CarId } from '../race/session.ts'
import type { FrameLog, LoggedFrame } from '../store/frame-log.ts'

/** Half a minute of two hundred cars. Guessed. */
const FRAMES_MOST = 12_000
/** A setup is as large as so many frames. Guessed. */
const WEIGHTS = { frame: 1, setup: 100 } as const satisfies Record<LoggedFrame['kind'], number>
/** Those frames as monitors send them; twenty times as large are let in, and in memory each takes some times that. */
const CHARACTERS_MOST = 40_000_000

interface Waiting {
  readonly car: CarId
  readonly frame: LoggedFrame
  /** Measured only where it has to wait. */
  characters: number | null
}

/** Raw frames on their way to the disk. What cannot be written is lost in the end, and nothing else with it. */
export class FrameBuffer {
  readonly #log: FrameLog
  readonly #onTrouble: (reason: string | null) => void
  #waiting: Waiting[] = []
  #weight = 0
  #isWell = true

  /** `onTrouble` hears why nothing can be written, once, and null when it can be again. */
  constructor(log: FrameLog, onTrouble: (reason: string | null) => void = () => {}) {
    this.#log = log
    this.#onTrouble = onTrouble
  }

  add(car: CarId, frame: LoggedFrame): void {
    this.#waiting.push({ car, frame, characters: null })
    this.#weight += WEIGHTS[frame.kind]
    if (this.#weight > FRAMES_MOST) this.#dropOldest()
  }

  /** All that wait, or none: the log promises it. */
  flush(): void {
    if (this.#waiting.length === 0) return
    const reason = this.#append()
    const isWell = reason === null
    if (isWell) [this.#waiting, this.#weight] = [[], 0]
    else this.#dropBeyondRoom()
    if (isWell !== this.#isWell) this.#onTrouble(reason)
    this.#isWell = isWell
  }

  /** The newest are worth most. Half at once: to move them all for each frame would cost more than they do. */
  #dropOldest(): void {
    this.#keep(this.#waiting.slice(Math.ceil(this.#waiting.length / 2)))
  }

  /** Few frames can be large ones. */
  #dropBeyondRoom(): void {
    let characters = 0
    const surplus = this.#waiting.findLastIndex((one) => {
      one.characters ??= JSON.stringify(one.frame.body)?.length ?? 0
      characters += one.characters
      return characters > CHARACTERS_MOST
    })
    if (surplus !== -1) this.#keep(this.#waiting.slice(surplus + 1))
  }

  #keep(waiting: Waiting[]): void {
    this.#waiting = waiting
    this.#weight = waiting.reduce((sum, { frame }) => sum + WEIGHTS[frame.kind], 0)
  }

  #append(): string | null {
    const ofCars = new Map<CarId, LoggedFrame[]>()
    for (const { car, frame } of this.#waiting) {
      const frames = ofCars.get(car)
      if (frames === undefined) ofCars.set(car, [frame])
      else frames.push(frame)
    }
    try {
      const appended = this.#log.append([...ofCars].map(([car, frames]) => ({ car, frames })))
      return appended.ok ? null : appended.problem
    } catch (bug) {
      // Reported like a disk that refuses: whatever is wrong with the log, the race goes on.
      return String(bug)
    }
  }
}
