import { type Catalogue, en } from '../catalogue.ts'
import { unknown, whole } from '../format.ts'
import { markup } from '../markup.ts'
import type { Wall } from '../wall.ts'

/** Where the car is in the race, and how far the next one is. */
export function positionPanel({ session }: Wall, words: Catalogue = en): string {
  const { telemetry } = session
  const position = telemetry?.position ?? null
  const inClass = telemetry?.classPosition ?? null
  const cars = telemetry?.carCount ?? null
  const notes = [
    inClass === null
      ? cars === null || position === null
        ? null
        : `${words.position.of} ${whole(cars)}`
      : `P${whole(inClass)} ${words.position.inClass}`,
    gap(telemetry?.gapAheadMs ?? null, words.position.ahead, words),
    gap(telemetry?.gapBehindMs ?? null, words.position.behind, words),
  ].filter((note) => note !== null)
  return markup(
    <>
      <h2 safe>{words.position.title}</h2>
      <div class="value" safe>
        {position === null ? unknown : `P${whole(position)}`}
      </div>
      <div class="note" safe>
        {position === null && telemetry !== null
          ? words.position.unknown
          : notes.slice(0, 2).join(' · ')}
      </div>
    </>,
  )
}

const gap = (ms: number | null, whose: string, { figures }: Catalogue) =>
  ms === null ? null : `${figures.seconds(ms)} ${whose}`
