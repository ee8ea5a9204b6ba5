import { type Catalogue, en } from '../catalogue.ts'
import { unknown, whole } from '../format.ts'
import { markup } from '../markup.ts'
import type { Wall } from '../wall.ts'

/** What the driver turns on the wheel, which the team otherwise has to ask for. */
export function settingsPanel({ session }: Wall, words: Catalogue = en): string {
  const { telemetry } = session
  const settings: readonly (readonly [string, number | null | undefined, string])[] = [
    [
      words.settings.brakeBias,
      telemetry?.brakeBiasPercent,
      words.figures.withUnit(telemetry?.brakeBiasPercent, 1, '%'),
    ],
    [words.settings.tc, telemetry?.tc, whole(telemetry?.tc)],
    [words.settings.tcCut, telemetry?.tcCut, whole(telemetry?.tcCut)],
    [words.settings.tcSlip, telemetry?.tcSlip, whole(telemetry?.tcSlip)],
    [words.settings.abs, telemetry?.abs, whole(telemetry?.abs)],
    [words.settings.motorMap, telemetry?.motorMap, whole(telemetry?.motorMap)],
    [words.settings.arbFront, telemetry?.arbFront, whole(telemetry?.arbFront)],
    [words.settings.arbRear, telemetry?.arbRear, whole(telemetry?.arbRear)],
  ]
  const sent = settings.filter(([, value]) => (value ?? null) !== null)
  return markup(
    <>
      <h2 safe>{words.settings.title}</h2>
      {sent.length === 0 ? (
        <p class="note" safe>
          {telemetry === null ? unknown : words.settings.notSent}
        </p>
      ) : (
        <dl class="facts">
          {sent.map(([name, , text]) => (
            <div>
              <dt safe>{name}</dt>
              <dd safe>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </>,
  )
}
