import type { Setup } from '../../src/race/setup.ts'
import { wheelNames } from '../../src/race/wheels.ts'
import { type Catalogue, en } from '../catalogue.ts'
import { clockUtc, isoMoment, unknown } from '../format.ts'
import { markup } from '../markup.ts'
import { fittingGroups } from '../setup/fitting-groups.ts'
import { type SetupGroup, setupGroups } from '../setup-groups.ts'
import type { Wall } from '../wall.ts'

/** The car's setup as the monitor sent it, in groups. Closed until somebody asks. */
export function carSetupPanel({ session }: Wall, words: Catalogue = en): string {
  const { setup } = session
  if (setup === null) return noSetup(words)
  const known = rendered.get(setup)
  if (known?.words === words) return known.text
  const text = wholeSetup(setup, words)
  rendered.set(setup, { words, text })
  return text
}

/** A setup has up to 2,000 rows and stays for a stint: not to be made anew with every frame. */
const rendered = new WeakMap<Setup, { readonly words: Catalogue; readonly text: string }>()

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

function wholeSetup(setup: Setup, words: Catalogue): string {
  const { groups, rowsLeft } = fittingGroups(setupGroups(setup.tree, words))
  const at = isoMoment(setup.receivedAtMs)
  return markup(
    <details id="setup-details">
      <summary>
        <h2 safe>{words.setup.title}</h2>
        <span class="note">
          <span safe>{words.setup.sent}</span>{' '}
          <time {...(at === undefined ? {} : { datetime: at })} safe>
            {clockUtc(setup.receivedAtMs)}
          </time>
        </span>
      </summary>
      {groups.length === 0 ? (
        <p class="note" safe>
          {words.setup.empty}
        </p>
      ) : (
        <div class="groups">
          {groups.map((group) => (
            <Group group={group} words={words} />
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

function Group({ group, words }: { group: SetupGroup; words: Catalogue }) {
  return (
    <section class={group.corners.length > 0 ? 'group has-corners' : 'group'}>
      <h3 safe>{group.title}</h3>
      {group.corners.length === 0 ? '' : <Corners corners={group.corners} words={words} />}
      {group.settings.length === 0 ? (
        ''
      ) : (
        <dl>
          {group.settings.map(([label, value]) => (
            <div>
              <dt safe>{label}</dt>
              <dd safe>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

function Corners({ corners, words }: { corners: SetupGroup['corners']; words: Catalogue }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col" safe>
            {words.setup.setting}
          </th>
          {wheelNames.map((wheel) => (
            <th scope="col" safe>
              {words.tires.corners[wheel]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {corners.map(([label, values]) => (
          <tr>
            <th scope="row" safe>
              {label}
            </th>
            {wheelNames.map((wheel) => (
              <td safe>{values[wheel] ?? unknown}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
