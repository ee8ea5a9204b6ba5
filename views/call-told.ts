import type { CallTiles } from '../src/race/call.ts'
import type { Catalogue } from './catalogue.ts'

/** "BOX this lap", "VE 72 %", "no tyres", "next Ana". The last ones may be foreign and are not escaped. */
export function callTold(
  tiles: CallTiles,
  { pitWall: { call }, figures }: Catalogue,
): readonly string[] {
  const { when, inLaps, energyPercent, fuelLiters, tires, nextDriver, words } = tiles
  return [
    when === null ? null : call.when[when](inLaps ?? 0),
    energyPercent === null ? null : call.energy(figures.withUnit(energyPercent, 0, '%')),
    fuelLiters === null ? null : call.fuel(figures.volume.told(fuelLiters)),
    tires === null ? null : call.tires(tires),
    nextDriver === null ? null : call.next(nextDriver),
    words,
  ].filter((part) => part !== null)
}
