import { type Corner, speedProfile } from './speed-profile.ts'

export const TRACK_LENGTH_METERS = 4909

export const TRACK_NAME = 'Autodromo Santa Prova'

/** As long and as slow as Imola, but nobody's: 108 s for a LMGT3. */
const corners: readonly Corner[] = [
  { atMeters: 480, apexKph: 115 },
  { atMeters: 560, apexKph: 131 },
  { atMeters: 1180, apexKph: 111 },
  { atMeters: 1290, apexKph: 119 },
  { atMeters: 1640, apexKph: 101 },
  { atMeters: 2150, apexKph: 135 },
  { atMeters: 2480, apexKph: 161 },
  { atMeters: 2810, apexKph: 89 },
  { atMeters: 2960, apexKph: 97 },
  { atMeters: 3420, apexKph: 95 },
  { atMeters: 3530, apexKph: 109 },
  { atMeters: 4130, apexKph: 99 },
  { atMeters: 4290, apexKph: 105 },
  { atMeters: 4640, apexKph: 85 },
]

/** The pit lane leaves and joins at slow corners; the box stands beyond the line. */
export const pitLane = { entryMeters: 4640, boxMeters: 100, exitMeters: 480, limitKph: 60 } as const

export const trackProfile = speedProfile(TRACK_LENGTH_METERS, corners)
