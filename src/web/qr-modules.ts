import { encode } from 'uqr'
import type { QrModules } from '../../views/qr-code.tsx'

/** Damaged by 15 % a code still reads: phones photograph it from screens, at an angle. */
const CORRECTION = 'M'

export const qrModules = (text: string): QrModules =>
  encode(text, { ecc: CORRECTION, border: 0 }).data
