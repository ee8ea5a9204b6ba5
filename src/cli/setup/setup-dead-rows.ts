import { type SetupRow, setupRow } from './setup-row.ts'

const numbers = Array.from({ length: 12 }, (_, i) => String(i).padStart(2, '0'))

const notOnThisCar = [
  ...numbers.map((number) => `VM_CHASSIS_ADJ_${number}`),
  'VM_ANTILOCK_BRAKES',
  'VM_DIFF_PUMP',
  'VM_ELECTRIC_MOTOR_MAP',
  'VM_ENGINE_BOOST',
  'VM_ENGINE_BRAKEMAP',
  'VM_FRONT_DIFF_COAST',
  'VM_FRONT_DIFF_POWER',
  'VM_FRONT_DIFF_PRELOAD',
  'VM_FRONT_DIFF_PUMP',
  'VM_FRONT_TOEOFFSET',
  'VM_REAR_TOEOFFSET',
  'VM_HANDBRAKE_PRESSURE',
  'VM_HANDFRONTBRAKE_PRESSURE',
  'VM_LEFT_FENDER_FLARE',
  'VM_RIGHT_FENDER_FLARE',
  'VM_LEFT_TRACK_BAR',
  'VM_RIGHT_TRACK_BAR',
  'VM_WEIGHT_WEDGE',
]

const fixed = [
  'VM_FRONT_WHEEL_TRACK',
  'VM_REAR_WHEEL_TRACK',
  'VM_LEFT_CASTER',
  'VM_RIGHT_CASTER',
  'VM_WEIGHT_DISTRIB',
  'VM_WEIGHT_LATERAL',
  'VM_WEIGHT_VERTICAL',
]

const thirdSpring = [
  'FASTBUMP',
  'FASTREBOUND',
  'PACKERS',
  'SLOWBUMP',
  'SLOWREBOUND',
  'SPRING',
  'TENDERSPRING',
  'TENDERSPRINGTRAVEL',
]

/** Most of what the game sends says nothing: a wall has to hide it. */
export const deadRows: readonly SetupRow[] = [
  ...notOnThisCar.map((key) => setupRow(key, 'N/A')),
  ...fixed.map((key) => setupRow(key, 'Non-adjustable')),
  ...['FRONT', 'REAR'].flatMap((end) =>
    thirdSpring.map((part) => setupRow(`VM_${end}_3RD_${part}`, 'Detached')),
  ),
]
