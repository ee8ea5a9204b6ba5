import type { Catalogue } from '../../views/catalogue.ts'
import type { Panel } from '../../views/dashboard-panels.ts'
import { lookOfText } from '../../views/look.ts'
import { wallOf } from '../../views/wall.ts'
import type { RoomFormat } from './room-format.ts'
import { encodeSse } from './sse.ts'

const partial = (id: string, html: string) =>
  `<hx-partial hx-target="#${id}" hx-swap="innerMorph">${html}</hx-partial>`

/** For htmx: one unnamed message with a partial for each place of a page that changed. */
export const partials: Pick<RoomFormat, 'update' | 'beat'> = {
  update(changed, pulse, retryMs) {
    const data = changed.map(({ id, text }) => partial(id, text)).join('\n')
    return encodeSse({ id: pulse, data, ...(retryMs === null ? {} : { retryMs }) })
  },
  // htmx drops comments, and messages without data or a name: a beat is a named event.
  beat: (event, pulse) => encodeSse({ event, id: pulse, data: '' }),
}

/** The panels of one page as one kind of viewer reads them. `page` names the panels. */
export const panelFormat = (
  page: string,
  panels: readonly Panel[],
  words: Catalogue,
): RoomFormat => ({
  ...partials,
  name: `${page} ${lookOfText(words.look)}`,
  parts(session) {
    const wall = wallOf(session)
    return panels.map(({ id, render }) => ({ id, text: render(wall, words) }))
  },
})
