import { type Catalogue, en } from '../catalogue.ts'
import { type Assets, htmlDocument } from '../document.tsx'
import { markup } from '../markup.ts'
import { type MonitorAccess, monitorConfig } from '../monitor-config.tsx'
import { NewTab } from '../new-tab.tsx'
import { type QrModules, qrCode } from '../qr-code.tsx'

export interface CarLinksPage {
  readonly assets: Assets
  readonly name: string
  readonly viewUrl: string
  readonly viewCode: QrModules
  readonly engineerUrl: string
  readonly monitor: MonitorAccess
  /** Where this browser goes on from here. */
  readonly paths: {
    readonly dashboard: string
    readonly engineer: string
    /** Where it was made from a team's page. */
    readonly team?: string
  }
}

/** A new car: all its links and keys, shown once. */
export function carLinksPage(page: CarLinksPage, words: Catalogue = en): string {
  const { assets, name, viewUrl, viewCode, engineerUrl, monitor, paths } = page
  const { car } = words
  const body = markup(
    <main class="text">
      <h1 safe>{name}</h1>
      <p class="lead">
        <b safe>{car.createdTitle}.</b> <span safe>{car.createdLead}</span>
      </p>
      <section class="panel">
        <h2 safe>{car.view}</h2>
        <pre tabindex="0" safe>
          {viewUrl}
        </pre>
        {qrCode(viewCode, car.qr) as 'safe'}
        <p safe>{car.viewText}</p>
        <p>
          <NewTab href={paths.dashboard} text={car.open} words={words} />
        </p>
      </section>
      <section class="panel">
        <h2 safe>{car.engineer}</h2>
        <pre tabindex="0" safe>
          {engineerUrl}
        </pre>
        <p safe>{car.engineerText}</p>
        <p>
          <NewTab href={paths.engineer} text={car.openEngineer} words={words} />
        </p>
      </section>
      <section class="panel">
        <h2 safe>{car.monitor}</h2>
        <p safe>{car.monitorText}</p>
        {monitorConfig(monitor, words) as 'safe'}
      </section>
      {paths.team === undefined ? (
        ''
      ) : (
        <p>
          <NewTab href={paths.team} text={words.team.back} words={words} />
        </p>
      )}
    </main>,
  )
  return htmlDocument({ words, title: `${name} · ${words.product}`, assets, body, noindex: true })
}
