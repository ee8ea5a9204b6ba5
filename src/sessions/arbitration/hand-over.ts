import type { Arbitration } from './arbitration.ts'
import type { Step } from './arbitration-event.ts'
import type { Belonging } from './evidence.ts'
import type { Place } from './place.ts'
import type { SwitchReason } from './take-over.ts'
import type { Witness } from './witness.ts'

/** A frame of the active monitor counts: it is live, and the car is where the frame says. */
export function afterCounted(before: Arbitration, by: Witness, belongs: Belonging): Step {
  const { phase, nowMs, aliveAtMs } = before
  const state: Arbitration = {
    ...before,
    ...chapters(before, by.place, belongs),
    phase: 'live',
    aliveAtMs: nowMs,
    quietAtMs: null,
  }
  const isBack = phase === 'quiet' || phase === 'offline'
  const blindMs = nowMs - aliveAtMs
  return { state, news: isBack ? [{ type: 'came-back', monitor: by.monitor, blindMs }] : [] }
}

/** The wall is fed by this monitor from now on. Of those whose socket is gone nobody is missed any more. */
export function afterSwitch(
  before: Arbitration,
  to: Witness,
  belongs: Belonging,
  reason: SwitchReason,
): Step {
  const { active: from, nowMs, aliveAtMs, phase } = before
  const state: Arbitration = {
    ...before,
    ...chapters(before, to.place, belongs),
    phase: 'live',
    active: to.monitor,
    witnesses: before.witnesses.filter(({ hasLeft }) => !hasLeft),
    aliveAtMs: nowMs,
    quietAtMs: null,
    switchedAtMs: nowMs,
    isPicked: reason === 'picked',
  }
  const blindMs = phase === 'empty' ? 0 : nowMs - aliveAtMs
  return { state, news: [{ type: 'switched', from, to: to.monitor, reason, blindMs }] }
}

/**
 * The engineer's word ends every doubt, also about which chapter it is. A monitor that is gone cannot be chosen, and
 * one that is quiet on the wall has nothing that a choice could hold.
 */
export function afterPick(before: Arbitration, picked: Witness | undefined): Step {
  if (picked === undefined || picked.hasLeft) return { state: before, news: [] }
  if (before.active?.socket === picked.monitor.socket) {
    const isPicked = before.phase === 'live'
    return { state: { ...before, isPicked, earlier: null }, news: [] }
  }
  const { state, news } = afterSwitch(before, picked, 'chapter', 'picked')
  return { state: { ...state, chapter: picked.place, earlier: null }, news }
}

function chapters(
  { chapter, earlier, phase }: Arbitration,
  place: Place | null,
  belongs: Belonging,
): Pick<Arbitration, 'chapter' | 'earlier'> {
  switch (belongs) {
    case 'chapter': {
      // A later session of the weekend has begun: nobody comes back from the one before.
      const isOver = (place?.rank ?? 0) > (earlier?.rank ?? 0)
      return { chapter: place ?? chapter, earlier: isOver ? null : earlier }
    }
    case 'earlier':
      return { chapter: place, earlier: null }
    case 'elsewhere': {
      // Without a pause it is the same car, whose session has been started again: the old one is over.
      const isRestart = phase === 'live'
      return { chapter: place, earlier: isRestart ? earlier : worthMore(earlier, chapter) }
    }
  }
}

/** Two teammates with sessions of their own, one after the other, must not make us forget the race. */
const worthMore = (earlier: Place | null, chapter: Place | null) =>
  earlier !== null && (earlier.rank ?? 0) >= (chapter?.rank ?? 0) ? earlier : chapter
