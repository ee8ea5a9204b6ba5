import { eachWheel, type WheelName, type Wheels } from '../../race/wheels.ts'
import { type CarLoad, loadAfter } from './car-load.ts'
import { brakeTempC, type Leg, type LegKind } from './race-leg.ts'

export interface NextLeg {
  readonly kind: LegKind
  readonly lap: number
  readonly durationMs: number
  readonly fromMeters: number
  readonly toMeters: number
}

/** Writes a race leg by leg: each begins when, where and with what the last one ended. */
export class LegChain {
  readonly legs: Leg[] = []
  nowMs = 0
  load: CarLoad
  #brakeTempC = COLD_BRAKE_C
  #tiresFittedAtMs: Wheels<number> = eachWheel(() => 0)

  constructor(load: CarLoad) {
    this.load = load
  }

  drive(next: NextLeg, used: CarLoad): void {
    this.#add(next, loadAfter(this.load, used))
  }

  fill(next: NextLeg, fuelLiters: number, energyRatio: number): void {
    this.#add(next, { ...this.load, fuelLiters, energyRatio })
  }

  /** New tyres are on when the leg ends. */
  changeTires(next: NextLeg, wheels: readonly WheelName[], used: CarLoad): void {
    this.drive(next, used)
    const isNew = (wheel: WheelName) => wheels.includes(wheel)
    this.load = {
      ...this.load,
      wearRatio: eachWheel((wheel) => (isNew(wheel) ? 1 : this.load.wearRatio[wheel])),
    }
    this.#tiresFittedAtMs = eachWheel((wheel) =>
      isNew(wheel) ? this.nowMs : this.#tiresFittedAtMs[wheel],
    )
  }

  #add({ durationMs, ...next }: NextLeg, end: CarLoad): void {
    const leg: Leg = {
      ...next,
      startMs: this.nowMs,
      endMs: this.nowMs + Math.round(durationMs),
      start: this.load,
      end,
      tiresFittedAtMs: this.#tiresFittedAtMs,
      brakeTempC: this.#brakeTempC,
    }
    this.legs.push(leg)
    this.nowMs = leg.endMs
    this.load = end
    this.#brakeTempC = brakeTempC(leg, leg.endMs)
  }
}

const COLD_BRAKE_C = 280
