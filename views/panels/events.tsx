import type { RaceEvent } from '../../src/race/race-event.ts'
import { type Catalogue, en } from '../catalogue.ts'
import { clockUtc, duration, isoMoment, signed, unknown } from '../format.ts'
import { markup } from '../markup.ts'
import type { Wall } from '../wall.ts'

const EVENTS_SHOWN = 8

/** What happened, newest first. */
export function eventsPanel({ session }: Wall, words: Catalogue = en): string {
  return markup(
    <>
      <h2 safe>{words.events.title}</h2>
      {session.events.length === 0 ? (
        <p class="note" safe>
          {words.events.none}
        </p>
      ) : (
        <ol class="log">
          {session.events.slice(0, EVENTS_SHOWN).map((event) => (
            <EventLine event={event} words={words} />
          ))}
        </ol>
      )}
    </>,
  )
}

function EventLine({ event, words }: { event: RaceEvent; words: Catalogue }) {
  const at = isoMoment(event.atMs)
  const about = aboutEvent(event, words)
  return (
    <li>
      <time {...(at === undefined ? {} : { datetime: at })} safe>
        {clockUtc(event.atMs)}
      </time>
      <span>
        <b safe>{words.events.kinds[event.kind]}</b>
        <span safe>{about.length === 0 ? '' : ` · ${about.join(' · ')}`}</span>
      </span>
    </li>
  )
}

/** What is known beyond the kind, in words. */
function aboutEvent({ kind, facts, lap }: RaceEvent, words: Catalogue): string[] {
  const about: (string | null)[] = []
  if (kind === 'driver-changed') {
    about.push(`${text(facts.from) ?? unknown} → ${text(facts.to) ?? unknown}`)
  }
  if (kind === 'pit-stop') {
    about.push(
      amount(facts.fuelAddedLiters, 1, 'L'),
      amount(asPercent(facts.energyAddedRatio), 0, '% VE'),
      typeof facts.tiresChanged === 'number' ? words.events.tiresChanged(facts.tiresChanged) : null,
      typeof facts.standingMs === 'number'
        ? `${duration(facts.standingMs)} ${words.events.standing}`
        : null,
    )
  }
  if (kind === 'chapter-started') about.push(text(facts.sessionType), text(facts.trackName))
  if (kind === 'units-detected') about.push(text(facts.pressure))
  if (lap !== null) about.push(words.events.lap(lap))
  return about.filter((part) => part !== null)
}

type Fact = string | number | null | undefined

const text = (fact: Fact) => (typeof fact === 'string' && fact !== '' ? fact : null)
const asPercent = (fact: Fact) => (typeof fact === 'number' ? fact * 100 : null)

/** Added by the crew: nothing added is not worth a word. */
function amount(fact: Fact, digits: number, unit: string): string | null {
  return typeof fact === 'number' && fact > 0 ? signed(fact, digits, unit) : null
}
