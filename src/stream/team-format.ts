import type { Catalogue } from '../../views/catalogue.ts'
import { lookOfText } from '../../views/look.ts'
import { teamPanels } from '../../views/team-panels.ts'
import type { TeamWall } from '../../views/team-wall.ts'
import { partials } from './panel-format.ts'
import type { RoomFormat } from './room-format.ts'

/** The places of a team's page, for htmx. */
export const teamFormat = (words: Catalogue): RoomFormat<TeamWall> => ({
  ...partials,
  name: `team ${lookOfText(words.look)}`,
  parts(wall) {
    const { count, places } = teamPanels(wall, words)
    return [count, ...places]
  },
})
