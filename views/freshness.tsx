import { type Catalogue, en } from './catalogue.ts'
import { age, clockUtc, isoMoment } from './format.ts'
import { freshnessStates } from './freshness-state.ts'
import { markup } from './markup.ts'
import type { Pulse } from './pulse.ts'

/**
 * The mark that says how old the numbers are, and why. Every state is there in words and the style sheet shows
 * the one in `data-freshness`: the phone's script writes an attribute, an age and a time of day, never words.
 * Not a panel: nothing the server sends may touch it.
 */
export function freshnessMark(pulse: Pulse, words: Catalogue = en): string {
  return markup(
    <p id="freshness">
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <circle cx="6" cy="6" r="5" fill="currentColor" />
      </svg>
      <span class="mark">
        {freshnessStates.map((state) => (
          <span data-when={state} safe>
            {words.freshness.words[state]}
          </span>
        ))}{' '}
        <b class="age" safe>
          {age(pulse.ageMs)}
        </b>
      </span>
    </p>,
  )
}

export function freshnessCause(pulse: Pulse, words: Catalogue = en): string {
  const since = isoMoment(pulse.sinceMs)
  return markup(
    <p id="cause">
      {freshnessStates.map((state) => (
        <span data-when={state} safe>
          {words.freshness.causes[state]}
        </span>
      ))}{' '}
      <span class="since-when">
        <span safe>{words.freshness.since}</span>{' '}
        <time class="since" {...(since === undefined ? {} : { datetime: since })} safe>
          {clockUtc(pulse.sinceMs)}
        </time>
      </span>
    </p>,
  )
}
