import type { Done } from '../../views/engineer/done.ts'
import { type Filled, filledFrom } from '../../views/engineer/strategy/places.ts'
import { leftText } from '../../views/engineer/strategy/race-form.tsx'
import { strategyPage } from '../../views/pages/strategy.tsx'
import { corrected } from '../race/corrected/corrected.ts'
import type { Session } from '../race/session.ts'
import type { LoadedAssets } from './assets.ts'
import type { Engineer } from './engineer-door.ts'
import type { StrategyWrong } from './strategy-problem.ts'

export const STRATEGY_PATH = '/dashboard/:id/engineer/strategy'

interface Shown {
  readonly assets: LoadedAssets
  readonly nowMs: number
  readonly done: Done | null
  readonly wrong: StrategyWrong | null
  /** As it was just filled in, beside everything else as it is; null: nothing was. */
  readonly filled: Filled | null
}

/** The engineer's page of the pit wall as it is now. */
export function strategyDesk({ session, words }: Engineer, shown: Shown): string {
  const { assets, nowMs, done, wrong, filled } = shown
  return strategyPage(
    {
      assets: assets.urls,
      session: corrected(session),
      filled: { ...asItIs(session, nowMs), ...filled },
      wrong: wrong?.wrong ?? null,
      problem: wrong?.problem ?? null,
      done,
    },
    words,
  )
}

/** What the sums go by, as it stands in the fields. Read-out energy is asked for anew each time. */
function asItIs({ inputs }: Session, nowMs: number): Filled {
  const left = leftText(inputs.race, nowMs)
  return {
    ...filledFrom(inputs),
    ...{ left, leftBefore: left, roster: inputs.roster.join('\n') },
  }
}
