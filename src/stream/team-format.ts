import { teamPanels } from '../../views/team-panels.ts'
import type { TeamWall } from '../../views/team-wall.ts'
import { panelFormat } from './panel-format.ts'
import type { RoomFormat } from './room-format.ts'

/** The places of a team's page, for htmx. */
export const teamFormat: RoomFormat<TeamWall> = {
  ...panelFormat,
  parts(wall) {
    const { count, places } = teamPanels(wall)
    return [count, ...places]
  },
}
