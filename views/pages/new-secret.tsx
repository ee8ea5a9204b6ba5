import { type Catalogue, en } from '../catalogue.ts'
import { type Assets, htmlDocument } from '../document.tsx'
import { markup } from '../markup.ts'
import { type MonitorAccess, monitorConfig } from '../monitor-config.tsx'
import { NewTab } from '../new-tab.tsx'

/** A key of a driver, or a link that is a key itself. */
export type NewSecret =
  | { readonly for: 'driver'; readonly label: string; readonly monitor: MonitorAccess }
  | { readonly for: 'engineer' | 'team'; readonly url: string }

export interface NewSecretPage {
  readonly assets: Assets
  readonly secret: NewSecret
  /** Where to go on when it has been taken down. */
  readonly onward: string
}

/** A secret, shown once. */
export function newSecretPage(page: NewSecretPage, words: Catalogue = en): string {
  const { assets, secret, onward } = page
  const { title, lead, next } = about(secret, words)
  const body = markup(
    <main class="text">
      <h1 safe>{title}</h1>
      <p class="lead" safe>
        {lead}
      </p>
      <section class="panel">
        {secret.for === 'driver' ? (
          <>
            <p safe>{words.engineer.newKey.text}</p>
            {monitorConfig(secret.monitor, words) as 'safe'}
          </>
        ) : (
          <pre tabindex="0" safe>
            {secret.url}
          </pre>
        )}
      </section>
      <p>
        <NewTab href={onward} text={next} words={words} />
      </p>
    </main>,
  )
  return htmlDocument({ words, title: `${title} · ${words.product}`, assets, body, noindex: true })
}

function about(secret: NewSecret, { engineer, team, car }: Catalogue) {
  switch (secret.for) {
    case 'driver': {
      const { title, lead, back } = engineer.newKey
      return { title, lead: lead(secret.label), next: back }
    }
    case 'engineer':
      return { title: engineer.link.newTitle, lead: engineer.link.newLead, next: car.openEngineer }
    case 'team':
      return { title: team.createdTitle, lead: team.createdLead, next: team.open }
  }
}
