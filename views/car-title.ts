import type { Session } from '../src/race/session.ts'
import type { Catalogue } from './catalogue.ts'

/** What a car is called: by its team, else by the simulator. */
export const carTitle = ({ name, telemetry }: Session, words: Catalogue): string =>
  name ?? telemetry?.carName ?? telemetry?.carModel ?? words.status.noCar
