/** How a value is coloured. The colour never stands alone: ▲ and ▼ say the same. */
export type Band = 'cold' | 'good' | 'warn' | 'crit'

/** Limits of a tyre's surface in °C: below it slides, above it suffers. Guessed, for slicks. */
const TIRE_COLD_C = 65
const TIRE_WARM_C = 100
const TIRE_HOT_C = 120

export function tireTempBand(tempC: number | null): Band | null {
  if (tempC === null) return null
  if (tempC < TIRE_COLD_C) return 'cold'
  if (tempC < TIRE_WARM_C) return 'good'
  return tempC < TIRE_HOT_C ? 'warn' : 'crit'
}

/** A tyre counts as finished with 20 % left; a third is the time to plan the change. */
const TIRE_WORN_RATIO = 0.35
const TIRE_FINISHED_RATIO = 0.2

export function tireWearBand(leftRatio: number | null): Band | null {
  if (leftRatio === null || leftRatio >= TIRE_WORN_RATIO) return null
  return leftRatio < TIRE_FINISHED_RATIO ? 'crit' : 'warn'
}

/** Racing engines run at 80 to 90 °C water and about 100 °C oil; guessed. */
const WATER_WARM_C = 100
const WATER_HOT_C = 110
const OIL_WARM_C = 125
const OIL_HOT_C = 135

const hotBand = (tempC: number | null, warmC: number, hotC: number): Band | null =>
  tempC === null || tempC < warmC ? null : tempC < hotC ? 'warn' : 'crit'

export const waterBand = (tempC: number | null) => hotBand(tempC, WATER_WARM_C, WATER_HOT_C)
export const oilBand = (tempC: number | null) => hotBand(tempC, OIL_WARM_C, OIL_HOT_C)

export function bandMark(band: Band | null): '▼ ' | '▲ ' | '' {
  if (band === 'cold') return '▼ '
  return band === 'warn' || band === 'crit' ? '▲ ' : ''
}
