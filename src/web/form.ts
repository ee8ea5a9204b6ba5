import { type Static, type TSchema, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { cleanText, visibleText } from '../wire/foreign-text.ts'

/** A form is some names and keys; the longest holds twenty names in any letters. */
export const FORM_BYTES = 16_384

const NAME_LENGTH = 60

const name = Type.String({ minLength: 1, maxLength: NAME_LENGTH })

export const NameForm = Type.Object({ name })
/** `once`: of the page the form stood on. */
export const NewCarForm = Type.Object({
  name,
  once: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
})
export const LabelForm = Type.Object({ label: name })
export const KeyForm = Type.Object({ key: Type.String({ minLength: 1, maxLength: 100 }) })
export const LinkForm = Type.Object({ link: Type.String({ minLength: 1, maxLength: 500 }) })
export const SocketForm = Type.Object({ socket: Type.String({ pattern: '^\\d{1,15}$' }) })
export const ChangeForm = Type.Object({ change: Type.String({ pattern: '^\\d{1,15}$' }) })
/** Fields and boxes as they are; what stands in them is read as an input is. */
export const AlertsFields = Type.Record(
  Type.String({ pattern: '^[A-Za-z-]{1,40}$' }),
  Type.String({ maxLength: 40 }),
  { additionalProperties: false, maxProperties: 60 },
)
export const WebhookForm = Type.Object(
  {
    url: Type.String({ minLength: 1, maxLength: 500 }),
    preset: Type.Union([Type.Literal('ntfy'), Type.Literal('discord'), Type.Literal('json')]),
    wants: Type.Union([Type.Literal('all'), Type.Literal('wake-up')]),
  },
  { additionalProperties: false },
)

/** Tiles and fields as they were sent; what they mean is read as a call is. */
export const CallFieldsForm = Type.Record(
  Type.String({ pattern: '^(when|inLaps|fill|own|tires|next|words)$' }),
  Type.String({ maxLength: 100 }),
  { additionalProperties: false },
)
/** As long as a form may be; how long a note may be, the pit wall knows. */
export const NoteForm = Type.Object({ note: Type.String({ maxLength: 1_000 }) })
/** Fields of the pit wall as they are; what stands in them is read as an input is. */
export const StrategyFields = Type.Record(
  Type.String({ pattern: '^[A-Za-z0-9]{1,40}$' }),
  Type.String({ maxLength: 1_600 }),
  { additionalProperties: false, maxProperties: 40 },
)
const bookNumber = Type.String({ pattern: '^\\d{1,6}$' })
const onOff = Type.Union([Type.Literal('on'), Type.Literal('off')])
const ticked = Type.Optional(Type.Literal('on'))
export const LapForm = Type.Object({ chapter: bookNumber, lap: bookNumber, excluded: onOff })
export const PenaltyForm = Type.Object({ chapter: bookNumber, stop: bookNumber, penalty: onOff })
export const TiresForm = Type.Object({
  ...{ chapter: bookNumber, stop: bookNumber, fl: ticked, fr: ticked, rl: ticked, rr: ticked },
})
export const NamesForm = Type.Object({ from: name, to: name })
/** The number of a call. */
export const CallForm = Type.Object({ call: Type.String({ pattern: '^\\d{1,9}$' }) })
/** What a choice can be, `lookFrom` says. */
export const LookForm = Type.Record(
  Type.String({ pattern: '^(back|language|temperature|pressure|volume|theme)$' }),
  Type.String({ maxLength: 300 }),
  { additionalProperties: false },
)

/** Shown to others: nothing invisible may stand in it. */
const isName = (field: string) => ['name', 'label', 'from', 'to'].includes(field)
const isText = (field: string) => field === 'next' || field === 'words' || field === 'note'

/** What was filled in, without spaces around it; null: it does not fit. */
export async function readForm<T extends TSchema>(
  schema: T,
  request: Request,
): Promise<Static<T> | null> {
  const fields = new URLSearchParams(await request.text())
  const clean = (field: string, text: string) =>
    isName(field) ? cleanText(text) : isText(field) ? visibleText(text) : text.trim()
  const filled = Object.fromEntries([...fields].map(([field, text]) => [field, clean(field, text)]))
  return Value.Check(schema, filled) ? filled : null
}

/** Whether a body may be read at all, before any of it is. */
export function isSmallForm(headers: Headers): boolean {
  const [type = ''] = (headers.get('content-type') ?? '').split(';')
  const length = Number(headers.get('content-length') ?? Number.NaN)
  // Browsers send no type with a form that has no fields.
  const isForm = type.trim().toLowerCase() === 'application/x-www-form-urlencoded'
  return length === 0 || (isForm && length <= FORM_BYTES)
}
