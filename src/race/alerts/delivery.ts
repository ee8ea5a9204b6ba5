import type { Alert } from './alert.ts'

/** An alert that a webhook has not taken yet. */
export interface Delivery {
  readonly alert: Alert
  /** `id` of the webhook. */
  readonly webhook: number
  /** When it was well again, before anybody was told; null: it still stands. */
  readonly clearedAtMs: number | null
}
