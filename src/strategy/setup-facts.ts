/** What a setup tells before the first lap. Absent or unreadable is null. */
export interface SetupFacts {
  /** Percent of virtual energy a lap takes, from "100% (39.8 laps)". */
  readonly energyPercentPerLap: number | null
  /** Litres a lap takes, from "97.0L (43.6 laps)". */
  readonly fuelLitersPerLap: number | null
  /** The fill the team chose, which may be less than the tank takes. */
  readonly fuelFillLiters: number | null
  /** Litres that go with 1 % of virtual energy, from "0.97". */
  readonly litersPerPercent: number | null
}

const noFacts: SetupFacts = {
  energyPercentPerLap: null,
  fuelLitersPerLap: null,
  fuelFillLiters: null,
  litersPerPercent: null,
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The text of one garage value, whether the values come as a map or as a list. */
function garageText(tree: unknown, key: string): string | null {
  const values = isObject(tree) && isObject(tree.carSetup) ? tree.carSetup.garageValues : null
  const entry = Array.isArray(values)
    ? values.find((value) => isObject(value) && value.key === key)
    : isObject(values) && Object.hasOwn(values, key)
      ? values[key]
      : null
  return isObject(entry) && typeof entry.stringValue === 'string' ? entry.stringValue : null
}

/** "97.0L (43.6 laps)" → 97 and 43.6. Numbers of up to six characters: longer ones are no levels. */
const LEVEL_AND_LAPS = /^\s*([\d.]{1,6})\s*(?:%|L)\s*\(\s*([\d.]{1,6})\s*laps?\s*\)/i

function levelAndLaps(text: string | null): { level: number; laps: number } | null {
  const match = text === null ? null : LEVEL_AND_LAPS.exec(text)
  const level = Number(match?.[1])
  const laps = Number(match?.[2])
  return Number.isFinite(level) && Number.isFinite(laps) && level > 0 && laps > 0
    ? { level, laps }
    : null
}

/** A whole fill of 250 L for 100 % is 2.5; more is another unit. */
const RATIO_MOST = 5

function ratioIn(text: string | null): number | null {
  const ratio = Number(/^\s*([\d.]{1,6})\s*$/.exec(text ?? '')?.[1] ?? Number.NaN)
  return ratio > 0 && ratio <= RATIO_MOST ? ratio : null
}

/** A setup stays for a stint, frames come twice a second: its texts are read once per setup. */
const remembered = new WeakMap<object, SetupFacts>()

export function setupFacts(tree: unknown): SetupFacts {
  if (!isObject(tree)) return noFacts
  const known = remembered.get(tree) ?? factsIn(tree)
  remembered.set(tree, known)
  return known
}

function factsIn(tree: object): SetupFacts {
  const energy = levelAndLaps(garageText(tree, 'VM_VIRTUAL_ENERGY'))
  const fuel = levelAndLaps(garageText(tree, 'VM_FUEL_CAPACITY'))
  const ratio = ratioIn(garageText(tree, 'VM_FUEL_LEVEL'))
  if (energy === null && fuel === null && ratio === null) return noFacts
  return {
    energyPercentPerLap: energy === null ? null : energy.level / energy.laps,
    fuelLitersPerLap: fuel === null ? null : fuel.level / fuel.laps,
    fuelFillLiters: fuel === null ? null : fuel.level,
    litersPerPercent: ratio,
  }
}
