import type { Note } from '../../src/race/note.ts'
import type { Catalogue } from '../catalogue.ts'
import { whole } from '../format.ts'
import { markup } from '../markup.ts'
import { TimeOfDay } from '../time-of-day.tsx'

/** The engineer's log, newest first. */
export function noteList(notes: readonly Note[], words: Catalogue): string {
  const { notes: text } = words.call
  if (notes.length === 0) {
    return markup(
      <p class="note" safe>
        {text.none}
      </p>,
    )
  }
  return markup(
    <ol class="log">
      {notes.map((note) => (
        <li>
          <TimeOfDay atMs={note.atMs} />
          <span>
            <span safe>{note.text}</span>{' '}
            <span class="note" safe>
              {note.lap === null ? '' : `· ${text.lap(whole(note.lap))}`}
            </span>
          </span>
        </li>
      ))}
    </ol>,
  )
}

/** `written`: what was just written and did not fit. */
export const noteForm = (action: string, written: string, words: Catalogue): string =>
  markup(
    <form id="note-form" action={action} method="post">
      <label for="note" safe>
        {words.call.notes.label}
      </label>
      <textarea id="note" name="note" rows="3" maxlength="280" required safe>
        {written}
      </textarea>
      <button type="submit" safe>
        {words.call.notes.add}
      </button>
    </form>,
  )
