import type { CallTiles } from '../../src/race/call.ts'

/** What the form sends: radios and fields, each as it was written. */
export type CallFields = Readonly<
  Partial<Record<'when' | 'inLaps' | 'fill' | 'own' | 'tires' | 'next' | 'words', string>>
>

/** "another level": what stands in the field beside it. */
export const OWN_LEVEL = 'own'

const textOrNull = (text: string | undefined) => (text === undefined || text === '' ? null : text)

/** A number with either decimal mark; what is none stays as it was written, and is refused by name. */
function numberOrText(text: string | undefined): number | string | null {
  const written = textOrNull(text?.trim())
  if (written === null) return null
  const number = Number(written.replace(',', '.'))
  return Number.isFinite(number) ? number : written
}

/** The tiles that were composed, yet to be checked. @param hasEnergy whether levels are of virtual energy, or litres */
export function composedCall(fields: CallFields, hasEnergy: boolean): unknown {
  const when = textOrNull(fields.when)
  const level = numberOrText(fields.fill === OWN_LEVEL ? fields.own : fields.fill)
  return {
    when,
    // Written and then not meant: another answer than "in n laps" was chosen since.
    inLaps: when === 'in-laps' ? numberOrText(fields.inLaps) : null,
    energyPercent: hasEnergy ? level : null,
    fuelLiters: hasEnergy ? null : level,
    tires: numberOrText(fields.tires),
    nextDriver: textOrNull(fields.next),
    words: textOrNull(fields.words),
  } satisfies Record<keyof CallTiles, unknown>
}
