import { carTitle } from '../car-title.ts'
import { type Catalogue, en } from '../catalogue.ts'
import { type Assets, htmlDocument } from '../document.tsx'
import { confirmed } from '../engineer/confirmed.tsx'
import { freshnessCause, freshnessMark } from '../freshness.tsx'
import { freshnessState } from '../freshness-state.ts'
import { liveConnection } from '../live-connection.ts'
import { lookOfText } from '../look.ts'
import { markup } from '../markup.ts'
import { encodePulse, type Pulse } from '../pulse.ts'
import { teamPanels } from '../team-panels.ts'
import type { TeamWall } from '../team-wall.ts'
import { viewForm } from '../view-form.tsx'

export interface TeamPage {
  readonly assets: Assets
  readonly wall: TeamWall
  readonly pulse: Pulse
  /** Its own address, its key in it. */
  readonly path: string
  readonly intervalMs: number
  /** Tells a form that is sent twice from two forms. */
  readonly once?: string
}

/** Several cars at once, and what may be changed about the list. */
export function teamPage(page: TeamPage, words: Catalogue = en): string {
  const { assets, wall, pulse, path, intervalMs } = page
  const { team } = words
  const { count, places } = teamPanels(wall, words)
  const body = markup(
    <div
      id="wall"
      class="team"
      data-freshness={freshnessState(pulse, intervalMs)}
      data-pulse={encodePulse(pulse)}
      data-interval-ms={String(intervalMs)}
    >
      <a class="skip" href="#car-1" safe>
        {team.skip}
      </a>
      <header class="status">
        <h1 id="car" safe>
          {wall.name}
        </h1>
        {freshnessMark(pulse, words) as 'safe'}
        <p id="driver" safe>
          {count.text}
        </p>
        {freshnessCause(pulse, words) as 'safe'}
      </header>
      <p id="spoken" class="for-ears" role="status"></p>
      <main>
        {places.map(({ id, text }) => (
          <section id={id} class="panel place">
            {text as 'safe'}
          </section>
        ))}
        <section class="panel">
          <details>
            <summary>
              <h2 safe>{team.change}</h2>
            </summary>
            <Changes wall={wall} path={path} once={page.once} words={words} />
          </details>
        </section>
      </main>
      <footer>
        {viewForm(path, words) as 'safe'}
        <noscript>
          <p safe>{words.noscript}</p>
        </noscript>
        <p>
          <a href="/" safe>
            {words.product}
          </a>
        </p>
      </footer>
      <div {...liveConnection(`${path}/stream?look=${lookOfText(words.look)}`)}></div>
    </div>,
  )
  const title = `${wall.name} · ${words.product}`
  return htmlDocument({ words, title, assets, body, noindex: true, live: true })
}

interface ChangesProps extends Pick<TeamPage, 'wall' | 'path'> {
  readonly once: string | undefined
  readonly words: Catalogue
}

function Changes({ wall, path, once, words }: ChangesProps) {
  const { team, car } = words
  return (
    <div class="choices">
      <form action={`${path}/cars`} method="post">
        <label for="link" safe>
          {team.addLabel}
        </label>
        <div class="field">
          <input id="link" name="link" required autocomplete="off" spellcheck="false" />
          <button type="submit" safe>
            {team.addButton}
          </button>
        </div>
      </form>
      <form action={`${path}/cars/new`} method="post">
        {once === undefined ? '' : <input type="hidden" name="once" value={once} />}
        <label for="name" safe>
          {`${team.make}: ${car.nameLabel}`}
        </label>
        <div class="field">
          <input id="name" name="name" required maxlength="60" autocomplete="off" />
          <button type="submit" safe>
            {car.createButton}
          </button>
        </div>
      </form>
      {wall.cars.map(
        ({ session }) =>
          confirmed({
            title: team.removeButton(carTitle(session, words)),
            text: team.removeText,
            action: `${path}/cars/${session.id}/remove`,
            button: team.removeButton(carTitle(session, words)),
          }) as 'safe',
      )}
    </div>
  )
}
