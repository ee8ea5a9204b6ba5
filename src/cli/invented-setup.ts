import { carRows } from './setup/setup-car-rows.ts'
import { deadRows } from './setup/setup-dead-rows.ts'
import { cornerRows } from './setup/setup-wheel-rows.ts'

const NAME_BYTES = 32
const ZERO_CELSIUS_IN_KELVIN = 273.15

/** A garage as the game answers it, of the invented car: about 170 rows and 39 KB, oddities included. */
export function inventedSetup(driverName = 'Ana Lima') {
  const rows = [...carRows, ...deadRows, ...cornerRows].sort((a, b) => (a.key < b.key ? -1 : 1))
  return {
    carPresetSetups: {
      presets: ['fast', 'balanced', 'safe'].map((name) => ({
        translated: name,
        unTranslated: name,
      })),
    },
    carSetup: {
      garageValues: {
        ...Object.fromEntries(rows.map((row) => [row.key, row])),
        gearGraph: {
          kiloRPM: [0, 0, 9.4, 6.83, 9.4, 7.16, 9.4, 7.53, 9.4, 7.73, 9.4, 7.94, 9.4],
          numForwardGears: 6,
          topSpeed: [0, 92.4, 124.1, 158.2, 196.3, 238.1, 290.2],
          unit: 'kph',
        },
        // One entry that is no row at all: the game has it, so a wall must bear it.
        symmetric: true,
      },
    },
    currentWeather: {
      airPressure: 99.4,
      ambientTempKelvin: 23 + ZERO_CELSIUS_IN_KELVIN,
      cloudCoverage: 0.12,
      humidity: 0.48,
      lightLevel: 0.86,
      rainIntensity: 0,
      raining: 0,
      trackTempKelvin: 37 + ZERO_CELSIUS_IN_KELVIN,
    },
    racePosition: { placeInClass: 9, placeOverall: 29, gapToFirstInClassLaps: 0 },
    sessionTime: { timeOfDay: 13 * 3600 },
    teamInfo: {
      driverNames: [nameBytes(driverName)],
      teamName: 'Invented Racing',
      vehicleName: 'Invented Racing #27',
    },
    weatherForecast: {
      nodes: {
        Duration: [60, 60, 60, 60, 60],
        RainChance: [0, 0, 5, 10, 10],
        Sky: [1, 1, 2, 2, 1],
        StartTime: [780, 840, 900, 960, 1020],
        Temperature: [23, 23, 22, 22, 21],
        WindSpeed: [9, 10, 11, 9, 7],
      },
    },
  }
}

/** As the game sends names: bytes, ended by a NUL, with the rest of a longer name behind it. */
function nameBytes(name: string): number[] {
  const bytes = [...new TextEncoder().encode(name).subarray(0, NAME_BYTES - 1), 0]
  const stale = [...new TextEncoder().encode('atini')]
  return [...bytes, ...stale, ...new Array<number>(NAME_BYTES).fill(0)].slice(0, NAME_BYTES)
}
