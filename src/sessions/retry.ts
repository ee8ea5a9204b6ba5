/** Monitors and phones come back differently long after the same cut, so that they do not all come in one instant. */
const RETRY_MIN_MS = 500
const RETRY_SPREAD_MS = 1_500

export const retryMs = (): number => RETRY_MIN_MS + Math.round(Math.random() * RETRY_SPREAD_MS)
