import type { Catalogue } from '../catalogue.ts'
import { markup } from '../markup.ts'
import { type QrModules, qrCode } from '../qr-code.tsx'
import { confirmed } from './confirmed.tsx'

export interface Links {
  readonly viewUrl: string
  readonly viewCode: QrModules
  /** Where changes are sent. */
  readonly action: string
}

/** The viewers' link, and new ones for those that have gone too far. */
export function linksPanel({ viewUrl, viewCode, action }: Links, words: Catalogue): string {
  const { link } = words.engineer
  return markup(
    <>
      <h2 safe>{link.title}</h2>
      <p class="note" safe>
        {link.view}
      </p>
      <pre tabindex="0" safe>
        {viewUrl}
      </pre>
      <details class="confirm">
        <summary safe>{words.car.qr}</summary>
        {qrCode(viewCode, words.car.qr) as 'safe'}
      </details>
      {
        confirmed({
          title: link.change,
          text: link.changeText,
          action: `${action}/link`,
          button: link.changeButton,
        }) as 'safe'
      }
      {
        confirmed({
          title: link.engineer,
          text: link.engineerText,
          action: `${action}/key`,
          button: link.engineerButton,
        }) as 'safe'
      }
    </>,
  )
}
