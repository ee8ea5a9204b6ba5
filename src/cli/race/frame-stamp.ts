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
}
