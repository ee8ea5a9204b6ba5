import { type Catalogue, en } from '../../catalogue.ts'
import { markup } from '../../markup.ts'
import type { Wall } from '../../wall.ts'
import { Gauge } from './gauge.tsx'
import { Uses } from './uses.tsx'
import { WayToFlag } from './way-to-flag.tsx'

/** What is in the car, how fast it goes, and what the way to the flag still asks for. */
export function energyPanel(wall: Wall, words: Catalogue = en): string {
  // Before the first sample nobody knows whether the car has virtual energy: "–", not "none".
  const isKnown = wall.session.telemetry !== null
  const hasEnergy = !isKnown || wall.outlook.energy !== null
  return markup(
    <>
      <h2 safe>{words.energy.title}</h2>
      {hasEnergy ? <Gauge kind="ve" wall={wall} words={words} /> : ''}
      <Gauge kind="fuel" wall={wall} words={words} />
      <WayToFlag wall={wall} words={words} />
      <Uses outlook={wall.outlook} words={words} />
    </>,
  )
}
