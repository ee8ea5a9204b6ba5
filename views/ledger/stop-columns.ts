import type { Stop } from '../../src/race/stop.ts'
import { isoMoment } from '../format.ts'
import { type Column, inPercent, inSeconds, rounded } from './column.ts'

export const stopColumns: readonly Column<Stop>[] = [
  ['stop', (stop) => stop.number],
  ['lap', (stop) => stop.lap],
  ['stint', (stop) => stop.stint],
  ['from_driver', (stop) => stop.from],
  ['to_driver', (stop) => stop.to],
  ['at', (stop) => isoMoment(stop.atMs) ?? null],
  ['watched', (stop) => stop.standingMs !== null],
  ['standing_s', (stop) => inSeconds(stop.standingMs)],
  ['fuel_added_l', (stop) => rounded(stop.fuelAddedLiters)],
  ['energy_added_percent', (stop) => inPercent(stop.energyAddedRatio)],
  ['tires_changed', (stop) => stop.tiresChanged],
  ['penalty', (stop) => stop.isPenalty === true],
]
