import { numberFlag, UsageError } from './command-line.ts'

/** What `--team` makes possible. */
export interface TeamFlags {
  readonly drivers: number
  readonly swaps: number | undefined
  readonly withPractice: boolean
  readonly isCalm: boolean
  readonly ownAddresses: boolean
}

const DRIVERS = 3
const MOST_DRIVERS = 20
const MOST_SWAPS = 200

export const teamUsage = `  --team                 several drivers share the car, each on a PC of his own, for an hour;
                         PCs with the existing monitor speak Socket.IO
  --drivers N            so many (${DRIVERS})
  --swaps N              planned changes of driver (one less than drivers)
  --with-practice        practice and qualifying first
  --calm                 no crashes, lags or cut lines
  --own-addresses        PCs come from 127.0.0.11, .12, ...: to a server on this computer, not on macOS
`

export const teamFlagOptions = {
  drivers: { type: 'string' },
  swaps: { type: 'string' },
  'with-practice': { type: 'boolean' },
  calm: { type: 'boolean' },
  'own-addresses': { type: 'boolean' },
} as const

type Given = {
  readonly [Flag in keyof typeof teamFlagOptions]?:
    | ((typeof teamFlagOptions)[Flag]['type'] extends 'string' ? string : boolean)
    | undefined
}

export function teamFlags(given: Given): TeamFlags {
  return {
    drivers: numberFlag('drivers', given.drivers, { least: 1, most: MOST_DRIVERS }) ?? DRIVERS,
    swaps: numberFlag('swaps', given.swaps, { least: 0, most: MOST_SWAPS }),
    withPractice: given['with-practice'] ?? false,
    isCalm: given.calm ?? false,
    ownAddresses: given['own-addresses'] ?? false,
  }
}

export function refuseTeamFlags(given: Given): void {
  const names = Object.keys(teamFlagOptions) as (keyof typeof teamFlagOptions)[]
  const first = names.find((name) => given[name] !== undefined)
  if (first !== undefined) throw new UsageError(`--${first}: expected --team beside it`)
}
