import { currentLap, type Session } from '../session.ts'
import { withEvent } from '../timeline.ts'
import type { InputChange } from './input-change.ts'
import type { InputName, Inputs } from './inputs.ts'
import { isSameValue } from './same-value.ts'

/** A race has some dozens; a script that changes its mind all day must not fill the memory. */
export const INPUT_CHANGES_KEPT = 500

export type InputSet = { readonly [Name in InputName]: InputValue<Name> }[InputName]

interface InputValue<Name extends InputName> {
  readonly name: Name
  readonly value: Inputs[Name]
}

/** The session after the engineer has set one input; the same one where nothing is different. */
export function withInput(session: Session, { name, value }: InputSet, atMs: number): Session {
  return changed(session, { name, value, atMs, undoes: null })
}

export type UndoProblem = 'no-such-change' | 'undone-already' | 'overtaken'

/** Why this change cannot be taken back; null: it can. */
export function undoProblem(
  { inputs, inputChanges }: Pick<Session, 'inputs' | 'inputChanges'>,
  number: number,
): UndoProblem | null {
  const change = inputChanges.find((each) => each.number === number)
  if (change === undefined) return 'no-such-change'
  if (change.undoneAtMs !== null) return 'undone-already'
  // Somebody has set it anew since: taking back the older change would take that along.
  return isSameValue(inputs[change.name], change.after) ? null : 'overtaken'
}

/** The input is as it was before that change. Taking back is a change too, and can be taken back. */
export function withInputUndone(session: Session, number: number, atMs: number): Session {
  const change = session.inputChanges.find((each) => each.number === number)
  if (change === undefined || undoProblem(session, number) !== null) return session
  return changed(session, { name: change.name, value: change.before, atMs, undoes: number })
}

interface Changing {
  readonly name: InputName
  readonly value: Inputs[InputName]
  readonly atMs: number
  readonly undoes: number | null
}

function changed(session: Session, { name, value, atMs, undoes }: Changing): Session {
  const { inputs, inputChanges } = session
  const before = inputs[name]
  if (isSameValue(before, value)) return session
  const number = (inputChanges[0]?.number ?? 0) + 1
  const lap = currentLap(session)
  const change: InputChange = {
    ...{ number, atMs, lap, name, before, after: value },
    ...{ undoes, undoneAtMs: null },
  }
  const changes = [change, ...withTakenBack(inputChanges, undoes, atMs)]
  const kind = undoes === null ? 'input-changed' : 'input-undone'
  return withEvent(
    {
      ...session,
      inputs: { ...inputs, [name]: value },
      inputChanges: changes.slice(0, INPUT_CHANGES_KEPT),
    },
    kind,
    atMs,
    { input: name },
  )
}

/** Taking back what took a change back puts that change in force again. */
function withTakenBack(
  changes: readonly InputChange[],
  number: number | null,
  atMs: number,
): readonly InputChange[] {
  if (number === null) return changes
  const inForce = changes.find((each) => each.number === number)?.undoes ?? null
  return changes.map((each) => {
    if (each.number === number) return { ...each, undoneAtMs: atMs }
    return each.number === inForce ? { ...each, undoneAtMs: null } : each
  })
}
