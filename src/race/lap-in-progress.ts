export interface LapInProgress {
  readonly placeholder: null
}
