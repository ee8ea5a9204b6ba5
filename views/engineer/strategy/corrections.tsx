import type { Lap } from '../../../src/race/lap.ts'
import type { Session } from '../../../src/race/session.ts'
import type { Stop } from '../../../src/race/stop.ts'
import { wheelNames } from '../../../src/race/wheels.ts'
import type { Catalogue } from '../../catalogue.ts'
import { whole } from '../../format.ts'
import { flagsInWords } from '../../lap-flags.ts'
import { lapTimeTold } from '../../lap-time-told.ts'
import { markup } from '../../markup.ts'

/** What an engineer looks at within a stint; older laps by their number. */
const LAPS_SHOWN = 12
const STOPS_SHOWN = 6

/** What the engineer knows better than the books. `session`: as it is corrected by now. */
export function correctionsForm(
  session: Pick<Session, 'laps' | 'stops' | 'chapter' | 'inputs'>,
  action: string,
  words: Catalogue,
): string {
  const { strategy } = words
  const { corrections: text } = strategy
  const chapter = session.chapter?.number ?? 1
  const given = { chapter, action, words }
  return markup(
    <section class="panel" id="corrections">
      <h2 safe>{strategy.sections.corrections}</h2>
      <p class="note" safe>
        {strategy.texts.corrections}
      </p>
      <h3 safe>{text.laps}</h3>
      {session.laps.length === 0 ? (
        <p class="note" safe>
          {text.noLaps}
        </p>
      ) : (
        ''
      )}
      <ul class="list">
        {session.laps
          .slice(-LAPS_SHOWN)
          .toReversed()
          .map((lap) => (
            <LapRow lap={lap} {...given} />
          ))}
      </ul>
      <form action={`${action}/laps`} method="post">
        <input type="hidden" name="chapter" value={String(chapter)} />
        <input type="hidden" name="excluded" value="on" />
        <label for="other-lap" safe>
          {text.otherLap}
        </label>
        <div class="field">
          <input
            id="other-lap"
            name="lap"
            inputmode="numeric"
            maxlength="6"
            required
            autocomplete="off"
          />
          <button type="submit" safe>
            {strategy.save}
          </button>
        </div>
      </form>
      <h3 safe>{text.stops}</h3>
      {session.stops.length === 0 ? (
        <p class="note" safe>
          {text.noStops}
        </p>
      ) : (
        ''
      )}
      <ul class="list">
        {session.stops
          .slice(-STOPS_SHOWN)
          .toReversed()
          .map((stop) => (
            <StopRow stop={stop} {...given} />
          ))}
      </ul>
      <form action={`${action}/names`} method="post">
        <div class="grid">
          <p>
            <label for="name-from" safe>
              {text.driver}
            </label>
            <input id="name-from" name="from" required maxlength="60" autocomplete="off" />
          </p>
          <p>
            <label for="name-to" safe>
              {text.isDriver}
            </label>
            <input id="name-to" name="to" required maxlength="60" autocomplete="off" />
          </p>
        </div>
        <button type="submit" safe>
          {text.rename}
        </button>
      </form>
      <ul class="list">
        {session.inputs.corrections.driverNames.map(({ from, to }) => (
          <li safe>{text.renamed(from, to)}</li>
        ))}
      </ul>
    </section>,
  )
}

interface Given {
  readonly chapter: number
  readonly action: string
  readonly words: Catalogue
}

function LapRow({ lap, chapter, action, words }: Given & { lap: Lap }) {
  const { corrections: text } = words.strategy
  const isOut = lap.flags.includes('excluded')
  const number = whole(lap.number)
  return (
    <li>
      <span>
        <b safe>{number}</b> <span safe>{lapTimeTold(lap, words)}</span>{' '}
        <span class="note" safe>
          {flagsInWords(lap, words)}
        </span>
      </span>
      <form action={`${action}/laps`} method="post">
        <input type="hidden" name="chapter" value={String(chapter)} />
        <input type="hidden" name="lap" value={number} />
        <input type="hidden" name="excluded" value={isOut ? 'off' : 'on'} />
        <button type="submit" safe>
          {isOut ? text.countAgain(number) : text.leaveOut(number)}
        </button>
      </form>
    </li>
  )
}

function StopRow({ stop, chapter, action, words }: Given & { stop: Stop }) {
  const { strategy, tires } = words
  const { corrections: text } = strategy
  const isPenalty = stop.isPenalty === true
  return (
    <li class="is-tall">
      <b safe>{text.stop(whole(stop.lap))}</b>
      <div class="choices">
        <form action={`${action}/penalties`} method="post">
          <input type="hidden" name="chapter" value={String(chapter)} />
          <input type="hidden" name="stop" value={String(stop.number)} />
          <input type="hidden" name="penalty" value={isPenalty ? 'off' : 'on'} />
          <button type="submit" safe>
            {isPenalty ? text.notPenalty : text.penalty}
          </button>
        </form>
        <form action={`${action}/tires`} method="post">
          <input type="hidden" name="chapter" value={String(chapter)} />
          <input type="hidden" name="stop" value={String(stop.number)} />
          <fieldset>
            <legend safe>{`${text.tires} · ${text.stop(whole(stop.lap))}`}</legend>
            {wheelNames.map((wheel) => (
              <label class="tick">
                <input
                  type="checkbox"
                  name={wheel}
                  value="on"
                  checked={stop.tiresChanged.includes(wheel)}
                />{' '}
                <span safe>{tires.cornersLong[wheel]}</span>
              </label>
            ))}
          </fieldset>
          <button type="submit" safe>
            {text.saveTires}
          </button>
        </form>
      </div>
    </li>
  )
}
