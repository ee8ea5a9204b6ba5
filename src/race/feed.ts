/** Whose PC feeds the wall, in words that every viewer may read. */
export interface Feed {
  /** The name its frames say; foreign text, and never what a PC is known by. */
  readonly driverName: string | null
  /** `quiet`: no frame has counted for 5 s; `lost`: for two minutes. */
  readonly phase: 'live' | 'quiet' | 'lost'
  /** Since when it is live; else when the car was last there. */
  readonly sinceMs: number
  /** Two PCs that both claim the car, the one on the wall first; null: they agree. */
  readonly conflict: readonly [shown: string | null, other: string | null] | null
}
