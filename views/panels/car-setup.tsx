import type { Setup, StintSetup } from '../../src/race/setup.ts'
import { type Catalogue, en } from '../catalogue.ts'
import { markup } from '../markup.ts'
import { ComparedGroup } from '../setup/compared-group.tsx'
import { comparedSetup, textsBeside } from '../setup/compared-setup.ts'
import { fittingGroups } from '../setup/fitting-groups.ts'
import { TimeOfDay } from '../time-of-day.tsx'
import type { Wall } from '../wall.ts'

/** The car's setup as the monitor sent it, in groups, with what has changed since the one before. Closed until somebody asks. */
export function carSetupPanel({ session }: Wall, words: Catalogue = en): string {
  const { setup, setupBefore } = session
  if (setup === null) return noSetup(words)
  const known = rendered.get(setup)
  if (known?.words === words && known.before === setupBefore) return known.text
  const text = wholeSetup(setup, setupBefore, words)
  rendered.set(setup, { before: setupBefore, words, text })
  return text
}

interface Rendered {
  readonly before: Setup | null
  readonly words: Catalogue
  readonly text: string
}

/** A setup has up to 2,000 rows and stays for a stint: not to be made anew with every frame. */
const rendered = new WeakMap<Setup, Rendered>()

function noSetup(words: Catalogue): string {
  return markup(
    <>
      <h2 safe>{words.setup.title}</h2>
      <p class="note" safe>
        {words.setup.none}
      </p>
    </>,
  )
}

function wholeSetup(setup: StintSetup, before: StintSetup | null, words: Catalogue): string {
  const differences = comparedSetup(setup, before, words)
  const { groups, rowsLeft } = fittingGroups(differences.groups, textsBeside(differences))
  return markup(
    <details id="setup-details">
      <summary>
        <h2 safe>{words.setup.title}</h2>
        <span class="note">
          {before === null ? (
            ''
          ) : (
            <span class={differences.count > 0 ? 'was' : ''} safe>
              {`${changesSince(differences.count, setup, before, words)} · `}
            </span>
          )}
          <span safe>{words.setup.sent}</span> <TimeOfDay atMs={setup.receivedAtMs} />
        </span>
      </summary>
      {groups.length === 0 ? (
        <p class="note" safe>
          {words.setup.empty}
        </p>
      ) : (
        <div class="groups">
          {groups.map((group) => (
            <ComparedGroup group={group} differences={differences} words={words} />
          ))}
        </div>
      )}
      {rowsLeft === 0 ? (
        ''
      ) : (
        <p class="note" safe>
          {words.setup.notShown(rowsLeft)}
        </p>
      )}
    </details>,
  )
}

/** "3 changes since stint 2". */
function changesSince(
  count: number,
  setup: StintSetup,
  before: StintSetup,
  { setup: words, race }: Catalogue,
): string {
  const since =
    before.chapter === setup.chapter
      ? words.since(before.stint)
      : words.sinceOther(before.stint, race.session(before.chapter))
  return `${words.changes(count)} ${since}`
}
