import { type Catalogue, en } from './catalogue.ts'
import { teamCarPanel } from './panels/team-car.tsx'
import type { TeamWall } from './team-wall.ts'

/** Places on a team's page; those that no car takes stay empty and out of sight. */
export const TEAM_PLACES = 16

/** What a team's stream keeps up to date: a place for each car, and how many there are. */
export function teamPanels(wall: TeamWall, words: Catalogue = en) {
  const places = Array.from({ length: TEAM_PLACES }, (_, place) => {
    const car = wall.cars[place]
    return { id: `car-${place + 1}`, text: car === undefined ? '' : teamCarPanel(car, words) }
  })
  const count = wall.cars.length === 0 ? words.team.none : words.team.cars(wall.cars.length)
  return { count: { id: 'driver', text: count }, places }
}
