import type { Catalogue } from './catalogue.ts'
import { markup } from './markup.ts'

/** Whether this phone rings: it may only after somebody has tapped it. */
export const ringButton = ({ alerts }: Catalogue): string =>
  markup(
    <p>
      <button id="ring" type="button" aria-pressed="false" disabled>
        <span>
          <span safe>{`${alerts.ring}: `}</span>
          <b class="when-on" safe>
            {alerts.ringOn}
          </b>
          <b class="when-off" safe>
            {alerts.ringOff}
          </b>
        </span>
      </button>
    </p>,
  )
