export type PressureUnit = 'kPa' | 'psi' | 'bar'
export type TemperatureUnit = 'C' | 'K' | 'F'
export type WearUnit = 'remaining_fraction' | 'worn_percent'

/** The units one PC's monitor sends; `null`: not known yet, so the value is not shown. */
export interface Units {
  readonly pressure: PressureUnit | null
  readonly temperature: TemperatureUnit
  readonly brakeTemperature: TemperatureUnit | null
  readonly wear: WearUnit | null
  /** `declared` by the monitor, `detected` from ten agreeing frames, or still `judging`; `engineer`: he says otherwise. */
  readonly source: 'declared' | 'detected' | 'judging' | 'engineer'
}

/** What has been concluded so far about a monitor that declares no units. */
export interface UnitVerdict {
  /** Latched after `AGREEING_FRAMES` frames with pressures above 0 have said the same. */
  readonly latched: { readonly pressure: 'kPa' | 'psi'; readonly wear: WearUnit } | null
  readonly candidate: { readonly pressure: 'kPa' | 'psi'; readonly wear: WearUnit } | null
  readonly agreeing: number
}

export const unjudged: UnitVerdict = { latched: null, candidate: null, agreeing: 0 }
