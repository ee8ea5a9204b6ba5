import type { Lap } from '../race/lap.ts'
import type { RaceEvent } from '../race/race-event.ts'
import type { Stint } from '../race/stint.ts'
import type { Stop } from '../race/stop.ts'
import { eachWheel } from '../race/wheels.ts'
import type { ChapterHead } from './ledger-changes.ts'

const unknownWheels = eachWheel(() => null)

/** Rows are our own writing: read back as they were written, with what newer versions have added. */
export function lapFrom(text: string): Lap {
  const added: Partial<Lap> = {
    fuelLiters: null,
    energyRatio: null,
    wearRatio: unknownWheels,
    temperatures: {
      tireTempC: unknownWheels,
      brakeTempC: unknownWheels,
      waterTempC: null,
      oilTempC: null,
      trackTempC: null,
      ambientTempC: null,
    },
  }
  return { ...added, ...(JSON.parse(text) as Lap) }
}

export const asStint = (stint: Stint): Stint => ({
  ...({ endedAtMs: null, endLap: null } satisfies Partial<Stint>),
  ...stint,
})

export const stintFrom = (text: string) => asStint(JSON.parse(text) as Stint)
export const stopFrom = (text: string) => JSON.parse(text) as Stop
export const eventFrom = (text: string) => JSON.parse(text) as RaceEvent

export function chapterHeadFrom(text: string): ChapterHead {
  // The chapter has its number itself.
  const { number: _number, ...head } = JSON.parse(text) as ChapterHead & { number: number }
  return { ...head, stint: head.stint && asStint(head.stint) }
}
