import type { InputChange } from '../../../src/race/inputs/input-change.ts'
import { undoProblem } from '../../../src/race/inputs/input-progress.ts'
import type { Session } from '../../../src/race/session.ts'
import type { Catalogue } from '../../catalogue.ts'
import { whole } from '../../format.ts'
import { markup } from '../../markup.ts'
import { TimeOfDay } from '../../time-of-day.tsx'
import { changeTold } from './change-told.ts'

const CHANGES_SHOWN = 30

/** What was changed, newest first; each can be taken back as long as nothing has been built on it. */
export function historyPanel(
  session: Pick<Session, 'inputs' | 'inputChanges'>,
  action: string,
  words: Catalogue,
): string {
  const { strategy } = words
  return markup(
    <section class="panel" id="history">
      <h2 safe>{strategy.sections.history}</h2>
      {session.inputChanges.length === 0 ? (
        <p class="note" safe>
          {strategy.history.none}
        </p>
      ) : (
        <ul class="list">
          {session.inputChanges.slice(0, CHANGES_SHOWN).map((change) => (
            <Change change={change} session={session} action={action} words={words} />
          ))}
        </ul>
      )}
    </section>,
  )
}

interface ChangeProps {
  readonly change: InputChange
  readonly session: Pick<Session, 'inputs' | 'inputChanges'>
  readonly action: string
  readonly words: Catalogue
}

function Change({ change, session, action, words }: ChangeProps) {
  const { history } = words.strategy
  const { number, atMs, lap, name, undoes } = change
  const problem = undoProblem(session, number)
  return (
    <li>
      <span>
        <TimeOfDay atMs={atMs} />{' '}
        <span class="note" safe>
          {lap === null ? '' : `${history.lap(whole(lap))} `}
        </span>
        <b safe>{words.pitWall.inputs[name]}</b>{' '}
        <span safe>{changeTold(change, words).join(' · ')}</span>{' '}
        <span class="note" safe>
          {undoes === null ? '' : `(${history.undoes(whole(undoes))})`}
        </span>
      </span>
      {problem === null ? (
        <form action={`${action}/undo`} method="post">
          <input type="hidden" name="change" value={String(number)} />
          <button type="submit" safe>
            {history.undo}
          </button>
        </form>
      ) : (
        <span class="note" safe>
          {problem === 'undone-already' ? history.undone : history.overtaken}
        </span>
      )}
    </li>
  )
}
