import type { Corrections } from '../../../src/race/inputs/corrections.ts'
import type { InputChange } from '../../../src/race/inputs/input-change.ts'
import type { InputName, Inputs } from '../../../src/race/inputs/inputs.ts'
import { webhookShown } from '../../../src/race/inputs/webhook.ts'
import type { Catalogue } from '../../catalogue.ts'
import { clockUtc } from '../../format.ts'
import { fieldsOf } from '../alert-fields.ts'
import { fieldText, filledFrom, type PlacedField, places } from './places.ts'

/** One thing that a change has changed: its name, and what stood there before and after. */
type Part = readonly [field: string, before: string, after: string]

/** "Margin (laps): 0.3 → 0.5". Holds foreign text, and of an address no more than may be shown. */
export function changeTold(change: InputChange, words: Catalogue): readonly string[] {
  const { history } = words.strategy
  const { name } = change
  if (name === 'corrections') {
    const { before, after } = change as InputChange<'corrections'>
    return correctionsTold(before, after, words)
  }
  return partsOf(change, words)
    .filter(([, before, after]) => before !== after)
    .map(([field, before, after]) =>
      history.change(field, before || history.nothing, after || history.nothing),
    )
}

function partsOf(change: InputChange, words: Catalogue): readonly Part[] {
  const { name } = change
  const texts = <Name extends InputName>(of: (value: Inputs[Name]) => string) =>
    [of(change.before as Inputs[Name]), of(change.after as Inputs[Name])] as const
  const { fields } = words.strategy
  switch (name) {
    case 'roster':
      return [[fields.roster, ...texts<'roster'>((roster) => roster.join(', '))]]
    case 'energy':
      return [
        [fields.percent, ...texts<'energy'>((energy) => numberText(energy?.percent ?? null))],
        [
          fields.percentPerLap,
          ...texts<'energy'>((energy) => numberText(energy?.percentPerLap ?? null)),
        ],
      ]
    case 'webhooks': {
      const hosts = texts<'webhooks'>((webhooks) => webhooks.map(webhookShown).join(', '))
      return [[words.pitWall.inputs.webhooks, ...hosts]]
    }
    case 'alerts':
      return alertParts(change as InputChange<'alerts'>, words)
    case 'race':
      return [
        [
          fields.left,
          ...texts<'race'>(({ endsAtMs }) =>
            endsAtMs === null ? '' : `${clockUtc(endsAtMs)} UTC`,
          ),
        ],
        ...placedParts(change, words),
      ]
    default:
      return placedParts(change, words)
  }
}

const numberText = (value: number | null) => (value === null ? '' : String(value))

function placedParts({ name, before, after }: InputChange, words: Catalogue): readonly Part[] {
  const { fields, choices } = words.strategy
  const [was, is] = [filledFrom({ [name]: before }), filledFrom({ [name]: after })]
  return (Object.keys(was) as PlacedField[]).map((field) => {
    const told = (text: string) => (places[field].as === 'choice' ? (choices[text] ?? text) : text)
    return [fields[field], told(was[field] ?? ''), told(is[field] ?? '')] as const
  })
}

function alertParts({ before, after }: InputChange<'alerts'>, words: Catalogue): readonly Part[] {
  const { alertForm, alerts } = words
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  const muted = (kinds: typeof before.muted) => kinds.map((kind) => alerts.kinds[kind]).join(', ')
  const limits = (Object.keys(was) as (keyof typeof was)[]).map(
    (field) => [alertForm.fields[field], was[field], is[field]] as const,
  )
  return [...limits, [alertForm.muted, muted(before.muted), muted(after.muted)]]
}

function correctionsTold(
  before: Corrections,
  after: Corrections,
  { strategy: { history, corrections }, tires }: Catalogue,
): readonly string[] {
  const added = <Item>(from: readonly Item[], to: readonly Item[]) =>
    to.filter((item) => !from.some((other) => JSON.stringify(other) === JSON.stringify(item)))
  const number = (place: { readonly number: number }) => fieldText(places.laps, place.number)
  return [
    ...added(before.excludedLaps, after.excludedLaps).map((lap) => history.leftOut(number(lap))),
    ...added(after.excludedLaps, before.excludedLaps).map((lap) => history.counted(number(lap))),
    ...added(before.penaltyStops, after.penaltyStops).map((stop) => history.penalty(number(stop))),
    ...added(after.penaltyStops, before.penaltyStops).map((stop) =>
      history.noPenalty(number(stop)),
    ),
    ...added(before.tireChanges, after.tireChanges).map(
      (stop) =>
        `${history.tires(number(stop))}: ${stop.wheels.map((wheel) => tires.corners[wheel]).join(', ') || history.nothing}`,
    ),
    ...added(before.driverNames, after.driverNames).map(({ from, to }) =>
      corrections.renamed(from, to),
    ),
  ]
}
