import type { Stint } from '../race/stint.ts'

/** How long somebody has sat in the car. An unbroken time is that between two other drivers, stops included. */
export interface DrivingTime {
  /** null: a driver whose monitor told no name. */
  readonly driverName: string | null
  readonly stints: number
  readonly totalMs: number
  /** Longest unbroken time. */
  readonly longestMs: number
  /** The unbroken time that goes on; null: somebody else drives, or nobody. */
  readonly currentMs: number | null
  /** For how long they have been out of the car; null: they are in it. */
  readonly restMs: number | null
}

interface Turn {
  readonly driverName: string | null
  readonly stints: number
  readonly drivenMs: number
  readonly endedAtMs: number | null
}

/** Per driver, in the order in which they first drove. `untilMs`: a stint that goes on has lasted until then. */
export function drivingTimes(stints: readonly Stint[], untilMs: number): readonly DrivingTime[] {
  const byDriver = new Map<string | null, Turn[]>()
  for (const turn of turnsIn(stints, untilMs)) {
    byDriver.set(turn.driverName, [...(byDriver.get(turn.driverName) ?? []), turn])
  }
  return [...byDriver].map(([driverName, turns]) => {
    const last = turns.at(-1)
    return {
      driverName,
      stints: turns.reduce((sum, turn) => sum + turn.stints, 0),
      totalMs: turns.reduce((sum, turn) => sum + turn.drivenMs, 0),
      longestMs: Math.max(0, ...turns.map((turn) => turn.drivenMs)),
      currentMs: last?.endedAtMs === null ? last.drivenMs : null,
      restMs: typeof last?.endedAtMs !== 'number' ? null : Math.max(0, untilMs - last.endedAtMs),
    }
  })
}

/** Stints of one driver that follow each other are one turn at the wheel. */
function turnsIn(stints: readonly Stint[], untilMs: number): readonly Turn[] {
  const turns: Turn[] = []
  for (const stint of stints) {
    const before = turns.at(-1)
    const continues = before?.driverName === stint.driverName
    if (continues) turns.pop()
    turns.push({
      driverName: stint.driverName,
      stints: (continues ? before.stints : 0) + 1,
      drivenMs: (continues ? before.drivenMs : 0) + stintMs(stint, untilMs),
      endedAtMs: stint.endedAtMs,
    })
  }
  return turns
}

export const stintMs = ({ startedAtMs, endedAtMs }: Stint, untilMs: number): number =>
  Math.max(0, (endedAtMs ?? untilMs) - startedAtMs)
