import { type SetupRow, setupRow } from './setup-row.ts'

/** Row, text and dial of the fronts, then of the rears, then how far the dial turns. */
const wheelRows = [
  ['BRAKEDISC', '3.50 cm', 0, '3.00 cm', 0, 1],
  ['BRAKEPAD', '1', 0, '1', 0, 1],
  ['CAMBER', '-3.2 deg', 8, '-2.4 deg', 6, 31],
  ['COMPOUND', 'Medium', 1, 'Medium', 1, 6],
  ['FASTBUMP', '5', 4, '4', 3, 12],
  ['FASTREBOUND', '6', 5, '5', 4, 12],
  ['PACKERS', '0.5 cm', 5, '1.0 cm', 10, 26],
  ['PRESSURE', '140 kPa', 5, '138 kPa', 3, 36],
  ['RIDEHEIGHT', '5.4 cm', 14, '6.6 cm', 12, 31],
  ['SLOWBUMP', '4', 3, '3', 2, 12],
  ['SLOWREBOUND', '7', 6, '6', 5, 12],
  ['SPRING', '6', 5, '4', 3, 10],
  ['SRUBBER', 'Detached', 0, 'Detached', 0, 1],
  ['TENDERSPRING', 'Detached', 0, 'Detached', 0, 1],
  ['TENDERSPRINGTRAVEL', 'Detached', 0, 'Detached', 0, 1],
] as const

export const cornerRows: readonly SetupRow[] = wheelRows.flatMap(
  ([name, frontText, frontValue, rearText, rearValue, steps]) => [
    setupRow(`WM_${name}-W_FL`, frontText, frontValue, steps),
    setupRow(`WM_${name}-W_FR`, frontText, frontValue, steps),
    setupRow(`WM_${name}-W_RL`, rearText, rearValue, steps),
    setupRow(`WM_${name}-W_RR`, rearText, rearValue, steps),
  ],
)
