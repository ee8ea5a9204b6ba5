import { dashboardPanels } from '../../views/dashboard-panels.ts'
import { wallOf } from '../../views/wall.ts'
import type { RoomFormat } from './room-format.ts'
import { encodeSse } from './sse.ts'

const partial = (id: string, html: string) =>
  `<hx-partial hx-target="#${id}" hx-swap="innerMorph">${html}</hx-partial>`

/** The dashboard's panels, for htmx: one unnamed message with a partial for each panel that changed. */
export const panelFormat: RoomFormat = {
  name: 'panels',
  parts(session) {
    const wall = wallOf(session)
    return dashboardPanels.map(({ id, render }) => ({ id, text: render(wall) }))
  },
  update(changed, pulse, retryMs) {
    const data = changed.map(({ id, text }) => partial(id, text)).join('\n')
    return encodeSse({ id: pulse, data, ...(retryMs === null ? {} : { retryMs }) })
  },
  // htmx drops comments, and messages without data or a name: a beat is a named event.
  beat: (event, pulse) => encodeSse({ event, id: pulse, data: '' }),
}
