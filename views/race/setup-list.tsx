import type { StintSetup } from '../../src/race/setup.ts'
import { wheelNames } from '../../src/race/wheels.ts'
import type { Catalogue } from '../catalogue.ts'
import { markup } from '../markup.ts'
import { rememberedMarkup } from '../remembered-markup.ts'
import { ChangedValue } from '../setup/changed-value.tsx'
import { comparedSetup } from '../setup/compared-setup.ts'
import type { Change, SetupDifferences } from '../setup/differences.ts'
import { TimeOfDay } from '../time-of-day.tsx'

/** Nobody changes more between two stints; a setup for another track is another setup. */
const CHANGES_SHOWN = 40

/** The setups of a chapter, newest first, each with what has changed since the one before, whichever chapter that had. */
export const setupsSection = rememberedMarkup(
  (setups: readonly StintSetup[], chapter: number, isFirst: boolean, words: Catalogue): string => {
    const { setups: titles } = words.race
    const ofChapter = setups
      .map((setup, i) => ({ setup, before: setups[i - 1] ?? null }))
      .filter(({ setup }) => setup.chapter === chapter || (isFirst && setup.chapter === 0))
    return markup(
      <section class="panel" id="setups">
        <h2 safe>{titles.title}</h2>
        {ofChapter.length === 0 ? (
          <p class="note" safe>
            {titles.none}
          </p>
        ) : (
          ''
        )}
        {ofChapter.toReversed().map(({ setup, before }) => (
          <SetupOfStint setup={setup} before={before} words={words} />
        ))}
      </section>,
    )
  },
)

interface SetupOfStintProps {
  readonly setup: StintSetup
  readonly before: StintSetup | null
  readonly words: Catalogue
}

function SetupOfStint({ setup, before, words }: SetupOfStintProps) {
  const { setups: titles } = words.race
  const differences = comparedSetup(setup, before, words)
  const changes = before === null ? [] : changesIn(differences, words)
  return (
    <section class="group">
      <h3>
        <span safe>{titles.stint(setup.stint)}</span>{' '}
        <span class="note">
          <TimeOfDay atMs={setup.receivedAtMs} />
          <span safe>
            {` · ${before === null ? titles.first : words.setup.changes(differences.count)}`}
          </span>
        </span>
      </h3>
      {changes.length === 0 ? (
        ''
      ) : (
        <dl>
          {changes.slice(0, CHANGES_SHOWN).map(({ label, value, change }) => (
            <div>
              <dt safe>{label}</dt>
              <dd>
                <ChangedValue value={value} change={change} words={words.setup} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {changes.length > CHANGES_SHOWN ? (
        <p class="note" safe>
          {titles.more(changes.length - CHANGES_SHOWN)}
        </p>
      ) : (
        ''
      )}
    </section>
  )
}

interface ToldChange {
  readonly label: string
  readonly value: string
  readonly change: Change<string>
}

/** Group by group. A row with a value for each wheel is told as one. */
function changesIn({ groups, settings, corners }: SetupDifferences, words: Catalogue) {
  const all: ToldChange[] = []
  for (const group of groups) {
    const named = (label: string) => (label === group.title ? label : `${group.title} › ${label}`)
    for (const row of group.corners) {
      const change = corners.get(row)
      const inLine = (values: Readonly<Record<string, string | null>>) =>
        wheelNames.map((wheel) => values[wheel] ?? words.unknown).join(' / ')
      if (change !== undefined) {
        const told =
          change.kind === 'added' ? change : { kind: change.kind, was: inLine(change.was) }
        all.push({ label: named(row[0]), value: inLine(row[1]), change: told })
      }
    }
    for (const row of group.settings) {
      const change = settings.get(row)
      if (change !== undefined) all.push({ label: named(row[0]), value: row[1], change })
    }
  }
  return all
}
