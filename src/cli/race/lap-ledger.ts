import { type CarLoad, loadDifference, loadSum, nothing } from './car-load.ts'
import type { LegChain } from './leg-chain.ts'
import { settingsAtTheStart, settingsForLap } from './live-settings.ts'
import { placeOnLap } from './race-places.ts'
import type { InventedLap } from './race-truth.ts'
import type { SeededRandom } from './seeded-random.ts'

/** Writes down what each lap really was, while a chain of legs is being driven. */
export class LapLedger {
  readonly laps: InventedLap[] = []
  readonly #chain: LegChain
  readonly #random: SeededRandom
  #startedAtMs = 0
  #startLoad: CarLoad = nothing
  #settings = settingsAtTheStart

  constructor(chain: LegChain, random: SeededRandom) {
    this.#chain = chain
    this.#random = random
  }

  /** At the line. Gives the number of the lap. */
  begin(): number {
    this.#startedAtMs = this.#chain.nowMs
    this.#startLoad = this.#chain.load
    return this.laps.length + 1
  }

  /** At the next crossing. `added`: what was filled in and fitted on the way. */
  complete(
    lap: Pick<InventedLap, 'isInLap' | 'isOutLap' | 'isValid'> & {
      readonly added: CarLoad
      readonly lastInLap: number | null
    },
  ): void {
    const number = this.laps.length + 1
    const { added, lastInLap, ...kind } = lap
    this.#settings = settingsForLap(this.#settings, number, this.#random)
    const used = loadSum(loadDifference(this.#startLoad, this.#chain.load), added)
    this.laps.push({
      number,
      timeMs: this.#chain.nowMs - this.#startedAtMs,
      startedAtMs: this.#startedAtMs,
      completedAtMs: this.#chain.nowMs,
      fuelUsedLiters: used.fuelLiters,
      energyUsedRatio: used.energyRatio,
      wearUsedRatio: used.wearRatio,
      ...kind,
      place: placeOnLap(number, lastInLap === null ? null : number - lastInLap, this.#random),
      settings: this.#settings,
    })
  }
}
