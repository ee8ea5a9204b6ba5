import { wheelNames } from '../../src/race/wheels.ts'
import type { Catalogue } from '../catalogue.ts'
import type { SetupGroup } from '../setup-groups.ts'
import { ChangedCorners, ChangedValue } from './changed-value.tsx'
import type { SetupDifferences } from './differences.ts'

interface ComparedGroupProps {
  readonly group: SetupGroup
  readonly differences: SetupDifferences
  readonly words: Catalogue
}

/** Settings that belong together, each with what it was before. */
export function ComparedGroup({ group, differences, words }: ComparedGroupProps) {
  return (
    <section class={group.corners.length > 0 ? 'group has-corners' : 'group'}>
      <h3 safe>{group.title}</h3>
      {group.corners.length === 0 ? (
        ''
      ) : (
        <Corners corners={group.corners} differences={differences} words={words} />
      )}
      {group.settings.length === 0 ? (
        ''
      ) : (
        <dl>
          {group.settings.map((row) => (
            <div>
              <dt safe>{row[0]}</dt>
              <dd>
                <ChangedValue
                  value={row[1]}
                  change={differences.settings.get(row)}
                  words={words.setup}
                />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

interface CornersProps {
  readonly corners: SetupGroup['corners']
  readonly differences: SetupDifferences
  readonly words: Catalogue
}

function Corners({ corners, differences, words }: CornersProps) {
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
        {corners.map((row) => (
          <tr>
            <th scope="row" safe>
              {row[0]}
            </th>
            <ChangedCorners
              values={row[1]}
              change={differences.corners.get(row)}
              words={words.setup}
            />
          </tr>
        ))}
      </tbody>
    </table>
  )
}
