/** One line of the game's garage, as its own interface answers it. */
export interface SetupRow {
  readonly key: string
  readonly caption?: string
  readonly available: boolean
  readonly stringValue: string
  readonly lastSavedStringValue: string
  readonly value: number
  readonly minValue: number
  readonly maxValue: number
  readonly diffComparisonValue: number
  readonly isFreeSetting: boolean
  readonly numChangesValue: number
}

/** @param steps of the dial; 1 is a row that cannot be turned */
export function setupRow(
  key: string,
  text: string,
  value = 0,
  steps = 1,
  caption?: string,
): SetupRow {
  return {
    key,
    ...(caption !== undefined && { caption }),
    available: true,
    stringValue: text,
    lastSavedStringValue: text,
    value,
    minValue: 0,
    maxValue: steps,
    diffComparisonValue: 0,
    isFreeSetting: true,
    numChangesValue: 0,
  }
}
