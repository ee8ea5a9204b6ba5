import { presence } from '../src/race/presence.ts'
import type { Catalogue } from './catalogue.ts'
import type { Wall } from './wall.ts'

/**
 * What stands before a number that the laps left decide: "≈" while the monitor is away, "≤" where virtual energy that
 * nobody can see may end the stint before the fuel does.
 */
export function estimateMark({ session, outlook }: Wall, words: Catalogue): string {
  const about = presence(session) === 'offline' ? words.about : ''
  return outlook.lapsLeft?.limitedBy === null ? words.atMost : about
}
