import { car } from '../race/invented-car.ts'
import { type SetupRow, setupRow } from './setup-row.ts'

const laps = (count: number) => `(${count.toFixed(1)} laps)`

/** What a wall reads out before the first lap: as consistent as the game's own estimate. */
const strategyRows: readonly SetupRow[] = [
  setupRow('VM_VIRTUAL_ENERGY', `100% ${laps(1 / car.energyPerLapRatio)}`, 100, 101),
  setupRow(
    'VM_FUEL_CAPACITY',
    `${car.fillLiters.toFixed(1)}L ${laps(car.fillLiters / car.fuelPerLapLiters)}`,
  ),
  setupRow('VM_FUEL_LEVEL', car.litersPerEnergyPercent.toFixed(2), 90, 111),
  setupRow('VM_FRONT_TIRE_COMPOUND', 'Medium'),
  setupRow('VM_REAR_TIRE_COMPOUND', 'Medium'),
]

const dialRows: readonly SetupRow[] = [
  setupRow('VM_BRAKE_BALANCE', '53.4:46.6', 14, 45),
  setupRow('VM_BRAKE_DUCTS', 'Open', 0, 5),
  setupRow('VM_BRAKE_DUCTS_REAR', '50%', 2, 5),
  setupRow('VM_BRAKE_MIGRATION', '0.5% F', 1, 6),
  setupRow('VM_BRAKE_PRESSURE', '96 kgf (80%)', 54, 81, 'MAX PEDAL FORCE'),
  setupRow('VM_ANTILOCKBRAKESYSTEMMAP', '7', 7, 11),
  setupRow('VM_TRACTIONCONTROLMAP', '6', 6, 12),
  setupRow('VM_TRACTIONCONTROLPOWERCUTMAP', '7', 7, 12),
  setupRow('VM_TRACTIONCONTROLSLIPANGLEMAP', '6', 6, 12),
  setupRow('VM_TRACTION_CONTROL', 'Available'),
  setupRow('VM_ENGINE_MIXTURE', 'Race', 1, 3),
  setupRow('VM_FRONT_ANTISWAY', 'P8', 8, 17),
  setupRow('VM_REAR_ANTISWAY', 'P7', 7, 13),
  setupRow('VM_FRONT_TOEIN', '-0.06 deg', 14, 33),
  setupRow('VM_REAR_TOEIN', '0.10 deg', 20, 33),
  setupRow('VM_FRONT_WING', 'Standard'),
  setupRow('VM_REAR_WING', 'P6', 5, 12),
  setupRow('VM_DIFF_PRELOAD', '65 Nm', 13, 61),
  setupRow('VM_DIFF_POWER', '35%', 5, 19),
  setupRow('VM_DIFF_COAST', '45%', 7, 19),
  setupRow('VM_WATER_RADIATOR', 'No tape', 0, 5, 'WATER RADIATOR COVER'),
  setupRow('VM_OIL_RADIATOR', 'No tape', 0, 5, 'OIL RADIATOR COVER'),
  setupRow('VM_STEER_LOCK', '480 (15.1) deg', 6, 12, 'Wheel Range (Lock)'),
  setupRow('VM_RATIO_SET', 'Standard'),
  setupRow('VM_REV_LIMITER', '9,400'),
  setupRow('VM_NUM_PITSTOPS', '', 0, 4),
  setupRow('VM_PITSTOP_1', 'N/A', 98, 116),
  setupRow('VM_PITSTOP_2', 'N/A', 98, 116),
  setupRow('VM_PITSTOP_3', 'N/A', 98, 116),
  setupRow('VM_REGEN_LEVEL', 'N/A'),
  setupRow('VM_TORQUE_SPLIT', ' 0.0:100.0'),
]

const gearRatios = [
  '3.18 (11.2)',
  '2.31 (8.12)',
  '1.76 (6.19)',
  '1.41 (4.96)',
  '1.16 (4.08)',
  '0.98 (3.45)',
]

const gearRows: readonly SetupRow[] = [
  ...gearRatios.map((ratio, i) => setupRow(`VM_GEAR_${i + 1}`, ratio)),
  ...[7, 8, 9].map((gear) => ({ ...setupRow(`VM_GEAR_${gear}`, 'N/A'), available: false })),
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((gear) => ({
    ...setupRow(`VM_GEAR_UPSHIFT_RPM_${gear}`, 'N/A'),
    available: false,
  })),
  setupRow('VM_GEAR_FINAL', '3.52:1'),
  setupRow('VM_GEAR_REVERSE', '2.90 (10.2)'),
  setupRow('VM_GEAR_AUTOUPSHIFT', 'Off'),
  setupRow('VM_GEAR_AUTODOWNSHIFT', 'Off'),
]

export const carRows: readonly SetupRow[] = [...strategyRows, ...dialRows, ...gearRows]
