import { carTitle } from '../car-title.ts'
import { type Catalogue, en } from '../catalogue.ts'
import { estimateMark } from '../estimate.ts'
import { age, clockUtc, isoMoment, unknown, whole } from '../format.ts'
import { lapTimeTold } from '../lap-time-told.ts'
import { markup } from '../markup.ts'
import { opennessTold } from '../openness-told.ts'
import type { TeamCar } from '../team-wall.ts'

/** Seconds in steps: a car that is stale is not news every second. */
const AGE_STEP_MS = 5_000

const marks = {
  offline: 'is-crit',
  stale: 'is-crit',
  delayed: 'is-warn',
  waiting: 'is-warn',
  live: 'is-good',
} as Readonly<Record<string, string>>

/** One car of a team in a few lines: how fresh, what is wrong, how long it can go on. */
export function teamCarPanel(car: TeamCar, words: Catalogue = en): string {
  const { session, state, troubles } = car
  const { team } = words
  const isOld = state === 'stale' || state === 'offline' || state === 'ended'
  const openness = opennessTold(session, words)
  const low = troubles.includes('low')
  return markup(
    <>
      <h2>
        <a href={`/dashboard/${session.id}`} safe>
          {carTitle(session, words)}
        </a>
        <Freshness car={car} words={words} />
      </h2>
      {troubles.includes('conflict') ? (
        <p class="is-warn">
          <b safe>{`▲ ${team.conflict}`}</b>
        </p>
      ) : (
        ''
      )}
      {troubles.includes('unsaved') ? (
        <p class="is-warn">
          <b safe>{`▲ ${team.unsaved}`}</b>
        </p>
      ) : (
        ''
      )}
      {openness === '' ? (
        ''
      ) : (
        <p class="note is-warn" safe>
          {openness}
        </p>
      )}
      <p class={isOld ? 'is-old' : ''}>
        <b safe>{driver(car, words)}</b>{' '}
        <span class="note" safe>
          {`· ${words.status.lap} ${whole(session.lapInProgress?.number)}`}
        </span>
      </p>
      <dl class={['facts', isOld && 'is-old']}>
        <Fact name={team.position} value={place(session.telemetry?.position ?? null)} />
        <div>
          <dt safe>{team.lapsLeft}</dt>
          <dd class={low ? 'is-warn' : ''}>
            <span safe>{`${low ? '▼ ' : ''}${lapsLeft(car, words)}`}</span>{' '}
            <span class="note" safe>
              {limit(car, words)}
            </span>
          </dd>
        </div>
        <Fact name={words.lastLap.title} value={lapTimeTold(session.laps.at(-1) ?? null, words)} />
      </dl>
    </>,
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt safe>{name}</dt>
      <dd safe>{value}</dd>
    </div>
  )
}

function Freshness({ car, words }: { car: TeamCar; words: Catalogue }) {
  const { state, ageMs, session } = car
  const offlineMs = state === 'offline' ? session.monitor.sinceMs : null
  const since = isoMoment(offlineMs)
  return (
    <span class={['fresh', marks[state]]}>
      <span safe>{`● ${words.freshness.words[state]}`}</span>
      {state === 'stale' ? (
        <b safe>{` ${age(Math.floor((ageMs ?? 0) / AGE_STEP_MS) * AGE_STEP_MS)}`}</b>
      ) : (
        ''
      )}
      {since === undefined ? (
        ''
      ) : (
        <>
          <span safe>{` ${words.freshness.since} `}</span>
          <time datetime={since} safe>
            {clockUtc(offlineMs)}
          </time>
        </>
      )}
    </span>
  )
}

function lapsLeft({ session, outlook }: TeamCar, words: Catalogue): string {
  const left = outlook.lapsLeft
  return left === null
    ? words.unknown
    : `${estimateMark({ session, outlook }, words)}${words.figures.decimals(left.laps, 1)}`
}

function limit({ outlook }: TeamCar, words: Catalogue): string {
  const left = outlook.lapsLeft
  return left === null ? '' : words.lapsLeft.limits[left.limitedBy ?? 'unknown']
}

const place = (position: number | null) => (position === null ? unknown : `P${whole(position)}`)

function driver({ session }: TeamCar, words: Catalogue): string {
  return session.telemetry?.driverName ?? session.stint?.driverName ?? words.team.noDriver
}
