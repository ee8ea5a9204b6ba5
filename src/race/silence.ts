import type { Telemetry } from './telemetry.ts'

/** Somebody else's car, or a film of ours: never on the wall. */
export const isSilence = ({ inControl, state }: Telemetry): boolean =>
  inControl === false || state === 'spectating' || state === 'replay'
