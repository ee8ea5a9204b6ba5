import { corrected } from '../src/race/corrected/corrected.ts'
import type { Session } from '../src/race/session.ts'
import { type Outlook, outlook } from '../src/strategy/outlook.ts'

/** What every panel is made from: the facts of one car, and what follows from them. */
export interface Wall {
  readonly session: Session
  readonly outlook: Outlook
}

/** As the engineer corrects it: what the books say is nobody's business but theirs. */
export function wallOf(session: Session): Wall {
  const right = corrected(session)
  return { session: right, outlook: outlook(right) }
}
