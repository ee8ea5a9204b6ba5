import type { Catalogue } from '../catalogue.ts'
import { whole } from '../format.ts'
import { markup } from '../markup.ts'
import type { Wall } from '../wall.ts'
import { type CallFields, OWN_LEVEL } from './call-fields.ts'

export interface CallComposer {
  readonly wall: Wall
  readonly action: string
  /** As it was just filled in. */
  readonly filled: CallFields
  /** The field that is wrong; null: none is. */
  readonly wrong: keyof CallFields | null
}

const whens = ['', 'this-lap', 'in-laps', 'stay-out'] as const
/** As they are changed: all, none, an axle, and what hardly anybody does. */
const tireCounts = [0, 2, 4, 1, 3] as const

/** Tiles to tap; what is not tapped is not said. */
export function callComposer(
  { wall, action, filled, wrong }: CallComposer,
  words: Catalogue,
): string {
  const { composer } = words.call
  const { outlook } = wall
  const hasEnergy = outlook.energy !== null
  return markup(
    <form id="composer" action={action} method="post">
      <fieldset>
        <legend safe>{composer.when}</legend>
        <div class="tiles">
          {whens.map((when) => (
            <Tile name="when" value={when} text={composer.whens[when]} filled={filled} />
          ))}
        </div>
        <Field name="inLaps" label={composer.inLaps} {...{ filled, wrong }} />
      </fieldset>
      <fieldset>
        <legend safe>{composer.fill}</legend>
        <div class="tiles">
          <Tile name="fill" value="" text={composer.fills['']} filled={filled} />
          {levelsOf(wall, words).map(({ value, text }) => (
            <Tile name="fill" value={value} text={text} filled={filled} />
          ))}
          <Tile name="fill" value={OWN_LEVEL} text={composer.fills.own} filled={filled} />
        </div>
        <Field
          name="own"
          label={hasEnergy ? composer.percent : composer.fuel('L')}
          {...{ filled, wrong }}
        />
      </fieldset>
      <fieldset>
        <legend safe>{composer.tires}</legend>
        <div class="tiles">
          <Tile name="tires" value="" text={composer.tiresNot} filled={filled} />
          {tireCounts.map((count) => (
            <Tile
              name="tires"
              value={String(count)}
              text={composer.tiresOf(count)}
              filled={filled}
            />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend safe>{composer.next}</legend>
        <div class="tiles">
          <Tile name="next" value="" text={composer.nextNot} filled={filled} />
          {driversOf(wall).map((driver) => (
            <Tile name="next" value={driver} text={driver} filled={filled} />
          ))}
        </div>
      </fieldset>
      <Field name="words" label={composer.words} {...{ filled, wrong }} />
      <button type="submit" safe>
        {composer.set}
      </button>
    </form>,
  )
}

/** One level once: where laps more or less make no difference, they are one tile. */
function levelsOf({ outlook }: Wall, { call, figures }: Catalogue) {
  const byValue = new Map<string, { readonly value: string; readonly text: string }>()
  for (const { laps, isPlan, isToFlag, average } of outlook.refill) {
    const { energyPercent, fuelLiters } = average
    const value = String(energyPercent ?? fuelLiters ?? '')
    const level =
      energyPercent === null ? figures.volume.told(fuelLiters) : `${whole(energyPercent)} %`
    const marks = [
      call.composer.row(whole(laps)),
      ...(isPlan ? [call.composer.plan] : []),
      ...(isToFlag ? [call.composer.toFlag] : []),
    ]
    if (value !== '' && (isPlan || !byValue.has(value))) {
      byValue.set(value, { value, text: `${level} · ${marks.join(', ')}` })
    }
  }
  return [...byValue.values()]
}

const driversOf = ({ outlook }: Wall): readonly string[] =>
  outlook.drivers.flatMap(({ driverName }) => (driverName === null ? [] : [driverName]))

interface TileProps {
  readonly name: keyof CallFields
  readonly value: string
  readonly text: string
  readonly filled: CallFields
}

function Tile({ name, value, text, filled }: TileProps) {
  return (
    <label class="choice">
      <input type="radio" name={name} value={value} checked={(filled[name] ?? '') === value} />
      <span safe>{text}</span>
    </label>
  )
}

interface FieldProps {
  readonly name: keyof CallFields
  readonly label: string
  readonly filled: CallFields
  readonly wrong: keyof CallFields | null
}

function Field({ name, label, filled, wrong }: FieldProps) {
  const isText = name === 'words'
  return (
    <p>
      <label for={`call-${name}`} safe>
        {label}
      </label>
      <input
        id={`call-${name}`}
        name={name}
        value={filled[name] ?? ''}
        inputmode={isText ? 'text' : 'decimal'}
        maxlength={isText ? '60' : '6'}
        autocomplete="off"
        aria-invalid={wrong === name ? 'true' : 'false'}
      />
    </p>
  )
}
