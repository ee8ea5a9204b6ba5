/** What the engineer knows of a monitor's units better than ten frames tell; null: as detected. */
export interface UnitOverride {
  readonly pressure: 'kPa' | 'psi' | 'bar' | null
  readonly brakeTemperature: 'C' | 'K' | 'F' | null
  readonly wear: 'remaining-fraction' | 'worn-percent' | null
}
