import type { InputName, Inputs } from './inputs.ts'

/** One change of what the engineer has told the pit wall. */
export interface InputChange<Name extends InputName = InputName> {
  /** 1-based within the session, for ever. */
  readonly number: number
  readonly atMs: number
  /** 1-based lap on which it was made; null: the car had not been seen. */
  readonly lap: number | null
  readonly name: Name
  readonly before: Inputs[Name]
  readonly after: Inputs[Name]
  /** Number of the change that it took back; null: it took back none. */
  readonly undoes: number | null
  /** When it was taken back; null: it is in force, or overtaken. */
  readonly undoneAtMs: number | null
}
