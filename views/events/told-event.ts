import type { CallTiles, CallWhen } from '../../src/race/call.ts'
import type { RaceEvent } from '../../src/race/race-event.ts'
import { callTold } from '../call-told.ts'
import type { Catalogue } from '../catalogue.ts'
import { duration, timeSpan, unknown } from '../format.ts'

/** One line of the timeline. All texts may be foreign and are not escaped. */
export interface ToldEvent {
  readonly title: string
  readonly about: readonly string[]
}

/** "Ana → Ben", "lap 187", "blind for 61 s", "+58.4 L", "four tyres". What nobody knows is left out. */
export function toldEvent(event: RaceEvent, words: Catalogue): ToldEvent {
  const { kind, facts, lap } = event
  const lapTold = lap === null ? null : words.events.lap(lap)
  const isChange = kind === 'driver-changed' || kind === 'hand-over'
  const title = (isChange ? change(facts) : null) ?? words.events.kinds[kind] ?? kind
  const about = [...namesOf(event, words), lapTold, ...factsOf(event, words)]
  return { title, about: about.filter((part) => part !== null) }
}

type Facts = RaceEvent['facts']
type Fact = Facts[string] | undefined

const text = (fact: Fact) => (typeof fact === 'string' && fact !== '' ? fact : null)
const number = (fact: Fact) => (typeof fact === 'number' ? fact : null)
const asPercent = (fact: Fact) => (typeof fact === 'number' ? fact * 100 : null)

/** Who got out and who got in; null: the same one, or nobody known. */
function change({ from, to }: Facts): string | null {
  const [before, after] = [text(from), text(to)]
  return before === after ? null : `${before ?? unknown} → ${after ?? unknown}`
}

function namesOf({ kind, facts }: RaceEvent, words: Catalogue): (string | null)[] {
  switch (kind) {
    case 'chapter-started':
    case 'chapter-resumed':
      return [text(facts.sessionType), text(facts.trackName)]
    case 'hand-over':
      return change(facts) === null ? [text(facts.to)] : []
    case 'feed-quiet':
    case 'feed-lost':
    case 'feed-returned':
    case 'monitor-online':
      return [text(facts.driver)]
    case 'conflict-began':
      return [words.events.onWall(text(facts.shown) ?? unknown), alsoClaiming(facts, words)]
    case 'conflict-ended':
      return [text(facts.shown)]
    case 'session-ended':
      return [
        facts.by === 'engineer' || facts.by === 'expiry' ? words.events.endedBy[facts.by] : null,
      ]
    case 'units-detected':
      return [text(facts.pressure)]
    case 'input-changed':
    case 'input-undone':
      return [inputNamed(text(facts.input), words)]
    case 'call-set':
      return callTold(tilesIn(facts), words).slice()
    default:
      return []
  }
}

const inputNamed = (name: string | null, { pitWall }: Catalogue) =>
  name === null ? null : ((pitWall.inputs as Readonly<Record<string, string>>)[name] ?? name)

/** As the call was set; what a later version wrote otherwise is left out. */
const tilesIn = (facts: Facts): CallTiles => ({
  when: isWhen(facts.when) ? facts.when : null,
  inLaps: number(facts.inLaps),
  energyPercent: number(facts.energyPercent),
  fuelLiters: number(facts.fuelLiters),
  tires: number(facts.tires),
  nextDriver: text(facts.nextDriver),
  words: text(facts.words),
})

const isWhen = (fact: Fact): fact is CallWhen =>
  fact === 'this-lap' || fact === 'in-laps' || fact === 'stay-out'

const alsoClaiming = (facts: Facts, words: Catalogue) =>
  words.events.claims(text(facts.other) ?? unknown)

function factsOf({ kind, facts }: RaceEvent, words: Catalogue): (string | null)[] {
  const blindMs = number(facts.blindMs) ?? 0
  const unsavedMs = number(facts.unsavedMs)
  const standingMs = number(facts.standingMs)
  const tires = number(facts.tiresChanged)
  return [
    blindMs > 0 ? words.events.blind(timeSpan(blindMs)) : null,
    unsavedMs === null ? null : words.events.unsaved(timeSpan(unsavedMs)),
    added(number(facts.fuelAddedLiters), (liters) => words.figures.volume.signed(liters, 1)),
    added(asPercent(facts.energyAddedRatio), (percent) =>
      words.figures.signed(percent, 0, `% ${words.energy.short}`),
    ),
    tires === null ? null : words.events.tiresChanged(tires),
    standingMs === null ? null : `${duration(standingMs)} ${words.events.standing}`,
    kind !== 'session-ended' && facts.by === 'engineer' ? words.events.chosen : null,
    kind === 'pit-stop' && facts.standingMs === null ? words.events.unwatched : null,
  ]
}

/** By the crew: nothing added is not worth a word. */
const added = (amount: number | null, told: (amount: number) => string): string | null =>
  amount !== null && amount > 0 ? told(amount) : null
