import { sessionJsonParts } from '../../views/session-json.ts'
import { wallOf } from '../../views/wall.ts'
import type { RoomFormat } from './room-format.ts'
import { encodeSse } from './sse.ts'

/** The same session for programs: one named event of JSON for each part that changed. */
export const jsonFormat: RoomFormat = {
  name: 'json',
  parts: (session) => sessionJsonParts(wallOf(session)),
  update(changed, pulse, retryMs) {
    const messages = changed.map(({ id, text }, index) =>
      encodeSse({
        event: id,
        id: pulse,
        data: text,
        ...(index === 0 && retryMs !== null ? { retryMs } : {}),
      }),
    )
    return messages.join('')
  },
  beat: (event, pulse) => encodeSse({ event, id: pulse, data: '' }),
}
