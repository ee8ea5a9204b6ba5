import { type TSchema, Type } from '@sinclair/typebox'
import { alertKinds } from '../../race/alerts/alert.ts'
import type { InputName, Inputs } from '../../race/inputs/inputs.ts'

/** More drivers than any regulation lets into one car. */
export const ROSTER_MOST = 20
/** A race has a handful; a list of every lap would be no correction any more. */
const CORRECTIONS_MOST = 200
const NAME_LENGTH = 60
const DAY_MS = 24 * 3600_000
/** Longer than any race that is driven. */
const RACE_MOST_MS = 4 * DAY_MS
/** A team has a channel or two, and a topic for each driver's phone. */
export const WEBHOOKS_MOST = 10
const URL_LENGTH = 500
const FIRST_MOMENT_MS = Date.UTC(2020, 0)
const LAST_MOMENT_MS = Date.UTC(2100, 0)

const strict = { additionalProperties: false } as const
const number = (minimum: number, maximum: number, description: string) =>
  Type.Number({ minimum, maximum, description })
const whole = (minimum: number, maximum: number, description: string) =>
  Type.Integer({ minimum, maximum, description })
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

const name = Type.String({ minLength: 1, maxLength: NAME_LENGTH, description: 'a name' })
const place = {
  chapter: whole(1, 10_000, 'number of the chapter'),
  number: whole(1, 100_000, 'number of the lap or stop'),
}
const wheel = Type.Union([
  ...[Type.Literal('fl'), Type.Literal('fr'), Type.Literal('rl'), Type.Literal('rr')],
])
const window = (minimum: number, maximum: number, unit: string) =>
  Type.Object(
    { low: orNull(number(minimum, maximum, unit)), high: orNull(number(minimum, maximum, unit)) },
    strict,
  )
const kind = Type.Union(alertKinds.map((each) => Type.Literal(each)))
const leadMs = number(60_000, DAY_MS, 'ms before')
const drivingMs = number(60_000, RACE_MOST_MS, 'ms at the wheel')
const tireSeconds = number(0, 120, 's')

/** What each input may be. The type of each is that of the input itself. */
export const inputSchemas = {
  race: Type.Object(
    {
      endsAtMs: orNull(number(FIRST_MOMENT_MS, LAST_MOMENT_MS, 'ms since 1970')),
      laps: orNull(whole(1, 2_000, 'laps')),
      finishRule: Type.Union([Type.Literal('leader-flag'), Type.Literal('plus-one')]),
    },
    strict,
  ),
  averageLaps: whole(1, 50, 'laps'),
  marginLaps: number(0, 5, 'laps'),
  reserveLaps: number(0, 5, 'laps'),
  pitEntryRatio: number(0.5, 1, 'part of the lap'),
  stop: Type.Object(
    {
      refuelSecondsPerPercent: number(0, 10, 's for 1 %'),
      tireSeconds: Type.Tuple([tireSeconds, tireSeconds, tireSeconds, tireSeconds, tireSeconds]),
      damageSeconds: number(0, 1_800, 's'),
      laneSeconds: orNull(number(0, 300, 's')),
      tires: whole(0, 4, 'tyres'),
    },
    strict,
  ),
  tireMinRatio: number(0, 0.9, 'tread left, of 1'),
  energy: orNull(
    Type.Object(
      {
        percent: number(0, 100, '%'),
        percentPerLap: orNull(number(0.01, 100, '% a lap')),
        chapter: place.chapter,
        lapsDone: number(0, 100_000, 'laps'),
        fuelLiters: orNull(number(0, 250, 'L')),
        atMs: number(FIRST_MOMENT_MS, LAST_MOMENT_MS, 'ms since 1970'),
      },
      strict,
    ),
  ),
  roster: Type.Array(name, { maxItems: ROSTER_MOST, uniqueItems: true }),
  drivingRules: Type.Object(
    {
      minMs: orNull(drivingMs),
      maxMs: orNull(drivingMs),
      stintMaxMs: orNull(drivingMs),
      window: orNull(Type.Object({ lengthMs: drivingMs, maxMs: drivingMs }, strict)),
    },
    strict,
  ),
  units: Type.Object(
    {
      pressure: orNull(Type.Union([Type.Literal('kPa'), Type.Literal('psi'), Type.Literal('bar')])),
      brakeTemperature: orNull(
        Type.Union([Type.Literal('C'), Type.Literal('K'), Type.Literal('F')]),
      ),
      wear: orNull(Type.Union([Type.Literal('remaining-fraction'), Type.Literal('worn-percent')])),
    },
    strict,
  ),
  corrections: Type.Object(
    {
      excludedLaps: Type.Array(Type.Object(place, strict), {
        maxItems: CORRECTIONS_MOST,
        uniqueItems: true,
      }),
      tireChanges: Type.Array(
        Type.Object(
          { ...place, wheels: Type.Array(wheel, { maxItems: 4, uniqueItems: true }) },
          strict,
        ),
        { maxItems: CORRECTIONS_MOST },
      ),
      penaltyStops: Type.Array(Type.Object(place, strict), {
        maxItems: CORRECTIONS_MOST,
        uniqueItems: true,
      }),
      driverNames: Type.Array(Type.Object({ from: name, to: name }, strict), {
        maxItems: CORRECTIONS_MOST,
      }),
    },
    strict,
  ),
  alerts: Type.Object(
    {
      fuelLaps: orNull(number(0.1, 50, 'laps')),
      energyLaps: orNull(number(0.1, 50, 'laps')),
      tireTempC: window(-40, 250, '°C'),
      tirePressureKpa: window(30, 400, 'kPa'),
      tireLeftRatio: orNull(number(0, 1, 'tread left, of 1')),
      brakeTempC: window(-40, 1_500, '°C'),
      waterTempC: orNull(number(20, 200, '°C')),
      drivingTimeLeadMs: leadMs,
      wakeUpLeadMs: leadMs,
      muted: Type.Array(kind, { maxItems: alertKinds.length, uniqueItems: true }),
    },
    strict,
  ),
  webhooks: Type.Array(
    Type.Object(
      {
        id: whole(1, 1_000_000, 'number of the webhook'),
        preset: Type.Union([Type.Literal('ntfy'), Type.Literal('discord'), Type.Literal('json')]),
        url: Type.String({ minLength: 1, maxLength: URL_LENGTH, description: 'http or https' }),
        wants: Type.Union([Type.Literal('all'), Type.Literal('wake-up')]),
      },
      strict,
    ),
    { maxItems: WEBHOOKS_MOST },
  ),
} as const satisfies { readonly [Name in InputName]: TSchema & { static: Inputs[Name] } }
