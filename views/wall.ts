import type { Session } from '../src/race/session.ts'
import type { Outlook } from '../src/strategy/outlook.ts'

/** What every panel is made from: the facts of one car, and what follows from them. */
export interface Wall {
  readonly session: Session
  readonly outlook: Outlook
}
