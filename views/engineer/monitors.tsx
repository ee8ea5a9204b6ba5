import type { Catalogue } from '../catalogue.ts'
import { age } from '../format.ts'
import { markup } from '../markup.ts'

/** A monitor that publishes to the car, for somebody who chooses. */
export interface MonitorLine {
  /** What a choice is made with. */
  readonly socket: number
  /** Foreign text; null: it never said. */
  readonly driverName: string | null
  readonly doing: 'driving' | 'running' | 'idle' | 'gone'
  readonly claims: boolean
  readonly heardAtMs: number | null
  readonly isOnWall: boolean
  readonly isPicked: boolean
}

export interface Monitors {
  readonly lines: readonly MonitorLine[]
  /** Two that cannot both be right, the one on the wall first. */
  readonly conflict: readonly [shown: string | null, other: string | null] | null
  readonly nowMs: number
  /** Where a choice is sent. */
  readonly pickAction: string
}

/** Who feeds the wall, and who could. */
export function monitorsList({ lines, conflict, nowMs, pickAction }: Monitors, words: Catalogue) {
  const { feeds } = words.engineer
  const name = (driver: string | null) => driver ?? words.notices.someone
  return markup(
    <>
      {conflict === null ? (
        ''
      ) : (
        <p class="alarm is-warn" safe>
          {`▲ ${feeds.conflict(name(conflict[0]), name(conflict[1]))}`}
        </p>
      )}
      {lines.length === 0 ? (
        <p class="note" safe>
          {feeds.none}
        </p>
      ) : (
        <ul class="list">
          {lines.map((line) => (
            <Line line={line} nowMs={nowMs} pickAction={pickAction} words={words} />
          ))}
        </ul>
      )}
    </>,
  )
}

interface LineProps extends Pick<Monitors, 'nowMs' | 'pickAction'> {
  readonly line: MonitorLine
  readonly words: Catalogue
}

function Line({ line, nowMs, pickAction, words }: LineProps) {
  const { feeds } = words.engineer
  return (
    <li id={`monitor-${line.socket}`}>
      <div>
        <b safe>{line.driverName ?? feeds.unnamed}</b>{' '}
        {line.isOnWall ? (
          <span class="is-good" safe>
            {`● ${feeds.onWall}${line.isPicked ? ` · ${feeds.picked}` : ''}`}
          </span>
        ) : (
          ''
        )}
        <p class="note" safe>
          {about(line, nowMs, words)}
        </p>
      </div>
      {line.isOnWall || line.doing === 'gone' ? (
        ''
      ) : (
        <form action={pickAction} method="post">
          <input type="hidden" name="socket" value={String(line.socket)} />
          <button type="submit" safe>
            {feeds.use}
          </button>
        </form>
      )}
    </li>
  )
}

function about({ doing, claims, heardAtMs }: MonitorLine, nowMs: number, words: Catalogue): string {
  const { feeds } = words.engineer
  const heard = heardAtMs === null ? feeds.never : feeds.heard(age(nowMs - heardAtMs))
  return [feeds.doing[doing], claims ? feeds.claims : null, heard]
    .filter((part) => part !== null)
    .join(' · ')
}
