/**
 * What version 1 wrote as JSON, and what version 2 makes of it. Nothing here follows the types of today: it has to read
 * the same files for ever.
 */
type Json = Readonly<Record<string, unknown>>

export interface FirstState extends Json {
  readonly chapter?: (Json & { readonly startedAtMs: number }) | null
  readonly stint?: (Json & { readonly number: number }) | null
  readonly lapInProgress?: (Json & { readonly rest?: Json | null }) | null
  readonly telemetry?: Json | null
  readonly takenAtMs?: number | null
  readonly events?: readonly FirstEvent[]
}

export interface FirstEvent extends Json {
  readonly kind: string
  readonly atMs: number
  readonly facts: Json
}

export interface FirstLap extends Json {
  readonly energyUsedRatio: number | null
}

const unknownWheels = { fl: null, fr: null, rl: null, rr: null }

export const lapOfFirst = (lap: FirstLap) => ({
  ...lap,
  fuelLiters: null,
  energyRatio: null,
  wearRatio: unknownWheels,
  temperatures: {
    tireTempC: unknownWheels,
    brakeTempC: unknownWheels,
    waterTempC: null,
    oilTempC: null,
    trackTempC: null,
    ambientTempC: null,
  },
})

/** `chapter`: the number of the one that goes on; null before the first. */
export function stateOfFirst(state: FirstState, chapter: number | null) {
  const { events: _events, ...kept } = state
  const { telemetry = null, takenAtMs = null, lapInProgress, stint } = kept
  return {
    ...kept,
    chapter: state.chapter && { ...state.chapter, number: chapter },
    stint: stint && { ...stint, endedAtMs: null, endLap: null },
    lapInProgress: lapInProgress && lapInProgressOfFirst(lapInProgress),
    lastSample:
      telemetry === null || takenAtMs === null
        ? null
        : { telemetry, atMs: takenAtMs, provenAtMs: takenAtMs },
  }
}

const lapInProgressOfFirst = ({ rest, ...lap }: Json & { readonly rest?: Json | null }) => ({
  ...lap,
  // By the driver's clock, without a word of whose: no lap time comes from that.
  crossing: null,
  means: { sums: [], counts: [] },
  rest: rest && { ...rest, fuelPeakLiters: rest.fuelLiters, isWatched: true },
})

/** Version 1 kept nothing of older chapters but their laps, and what the timeline still tells. */
export function pastChapterOfFirst(
  { number, startedAtMs, endedAtMs }: { number: number; startedAtMs: number; endedAtMs: number },
  laps: readonly FirstLap[],
  events: readonly FirstEvent[],
) {
  const told = events.find(({ kind, atMs }) => kind === 'chapter-started' && atMs === startedAtMs)
  const chapter = {
    number,
    sessionType: told?.facts.sessionType ?? null,
    trackName: told?.facts.trackName ?? null,
    startedAtMs,
    hasEnergy: laps.some(({ energyUsedRatio }) => (energyUsedRatio ?? 0) > 0),
    other: null,
  }
  return { number, chapter, lapInProgress: null, stint: null, endedAtMs }
}
