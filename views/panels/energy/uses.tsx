import type { Outlook } from '../../../src/strategy/outlook.ts'
import type { UsePerLap } from '../../../src/strategy/use-per-lap.ts'
import type { Catalogue } from '../../catalogue.ts'
import { amounts } from './amounts.ts'

const variants = ['last', 'lastTen', 'stint', 'race', 'push', 'save'] as const

interface UsesProps {
  readonly outlook: Outlook
  readonly words: Catalogue
}

/** What a lap takes by other laps than the last ones. Closed until somebody asks. */
export function Uses({ outlook, words }: UsesProps) {
  const { uses } = words.energy
  const { fuel, energy } = outlook
  return (
    <details id="uses">
      <summary>
        <h3 safe>{uses.title}</h3>
      </summary>
      <table>
        <thead>
          <tr>
            <th></th>
            {energy === null ? '' : <Head name={words.energy.short} unit="%" />}
            <Head name={words.energy.fuel} unit={words.figures.volume.unit} />
          </tr>
        </thead>
        <tbody>
          {variants.map((variant) => (
            <tr>
              <th scope="row" safe>
                {uses.names[variant]}
              </th>
              {energy === null ? (
                ''
              ) : (
                <Cell kind="ve" {...{ use: energy.usePerLap, variant, words }} />
              )}
              <Cell kind="fuel" {...{ use: fuel.usePerLap, variant, words }} />
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function Head({ name, unit }: { name: string; unit: string }) {
  return (
    <th scope="col" safe>
      {`${name} ${unit}`}
    </th>
  )
}

interface CellProps {
  readonly kind: 've' | 'fuel'
  readonly use: UsePerLap | null
  readonly variant: (typeof variants)[number]
  readonly words: Catalogue
}

function Cell({ kind, use, variant, words }: CellProps) {
  return <td safe>{amounts(kind, words).number(use?.variants[variant], 2)}</td>
}
