import type { InventedCar } from './invented-cars.ts'

/** What only the sender knows of a frame: his clock, his counter, his process. */
export interface FrameStamp {
  readonly timestamp: string
  readonly seq: number
  readonly bootId: string
}

export type SessionType = 'Practice' | 'Qualifying' | 'Race'

export interface RaceIdentity {
  readonly sessionType: SessionType
  readonly driverName: string
  readonly trackName: string
  readonly raceMs: number
  readonly greenAtMs: number
  /** Absent: a LMGT3. */
  readonly car?: InventedCar
  /** Absent: `known`. */
  readonly leader?: LeaderKnown
}

/** Whether this car leads, and if not, whether its simulator tells where the leader is. */
export const leaderKnown = ['us', 'known', 'unknown'] as const
export type LeaderKnown = (typeof leaderKnown)[number]
