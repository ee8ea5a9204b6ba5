import type { ArbitrationEvent } from '../../../../src/sessions/arbitration/arbitration-event.ts'
import { Chance } from './chance.ts'
import { RacePc } from './race-pc.ts'

/** A race in which everything happens often: a swap or a crash every quarter of an hour. */
const RACE_MS = 60 * 60_000
/** Nobody starts a race of his own just when the team is on his lap. */
const FIRST_LAP = 20
const stintMs = (chance: Chance) => chance.between(6 * 60_000, 24 * 60_000)
const LAP_MS = 100_000
const FRAME_MS = 500

/** Half a second of the race: what the server hears, and whose PC really has the car (null: nobody's). */
export interface Moment {
  readonly atMs: number
  readonly events: readonly ArbitrationEvent[]
  readonly driver: string | null
}

/** The car between two drivers, or after a crash. */
interface Gap {
  readonly untilMs: number
  readonly next: number
}

/** Two to four teammates, one car, one seed. */
export function* raceDay(seed: number): Generator<Moment> {
  const chance = new Chance(seed)
  const names = ['ana', 'ben', 'cem', 'dia'].slice(0, 2 + Math.floor(chance.unit() * 3))
  const pcs = names.map((name) => new RacePc(name, chance))
  let driver: number | null = null
  // The others do what they do before the first driver gets in.
  let gap: Gap | null = { untilMs: chance.between(0, 90_000), next: 0 }
  let inCarSinceMs = 0
  let stintEndsAtMs = stintMs(chance)
  let socketDiesAtMs = Number.POSITIVE_INFINITY
  let dead: ArbitrationEvent | null = null

  for (let tick = 1; tick * FRAME_MS < RACE_MS; tick++) {
    const atMs = tick * FRAME_MS
    const events: ArbitrationEvent[] = []
    if (dead !== null && atMs >= socketDiesAtMs) {
      events.push({ ...dead, atMs })
      dead = null
    }
    if (driver !== null && atMs >= stintEndsAtMs) {
      const pc = pcs[driver]!
      const crashes = chance.happens(0.35)
      const blindMs = chance.between(crashes ? 40_000 : 15_000, crashes ? 100_000 : 70_000)
      const stays = crashes && chance.happens(0.6)
      const other: number = (driver + 1 + Math.floor(chance.unit() * (pcs.length - 1))) % pcs.length
      gap = { untilMs: atMs + blindMs, next: stays ? driver : other }
      if (crashes && pc.monitor !== null) {
        dead = { type: 'left', atMs, monitor: pc.monitor }
        socketDiesAtMs = chance.happens(0.5) ? atMs : atMs + 60_000
        pc.disconnect()
      }
      driver = null
    }
    if (gap !== null && atMs >= gap.untilMs) {
      driver = gap.next
      gap = null
      inCarSinceMs = atMs
      stintEndsAtMs = atMs + stintMs(chance)
    }
    const lap = FIRST_LAP + Math.floor(atMs / LAP_MS)
    for (const [index, pc] of pcs.entries()) {
      if (pc.monitor === null && (index === driver || chance.happens(0.01))) pc.start()
      if (chance.happens(1 / 1_800)) pc.troubleLink(atMs)
      if (index === driver && chance.happens(1 / 2_400)) pc.connect()
      const outOfBox = atMs - inCarSinceMs > 12_000 && atMs % LAP_MS > 4_000
      const inCar = index !== driver ? null : outOfBox ? 'driving' : 'standing'
      const telemetry = pc.sample(atMs, tick, lap, inCar)
      const { monitor } = pc
      if (monitor === null || (pc.isOff && index !== driver)) continue
      for (const sent of pc.send(atMs, telemetry)) {
        const { lateMs } = sent
        events.push({ type: 'frame', atMs, monitor, lateMs, telemetry: sent.telemetry })
      }
    }
    events.push({ type: 'tick', atMs })
    yield { atMs, events, driver: driver === null ? null : `pc-of-${names[driver]}` }
  }
}
