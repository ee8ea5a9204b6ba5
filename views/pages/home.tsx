import { type Catalogue, en } from '../catalogue.ts'
import { type Assets, htmlDocument } from '../document.tsx'
import { markup } from '../markup.ts'
import { viewForm } from '../view-form.tsx'

export interface HomePage {
  readonly assets: Assets
  readonly server: { readonly addresses: readonly string[]; readonly version: string }
  readonly demoUrl: string | null
  /** The monitor's config.json, ready to be copied. */
  readonly monitorConfig: string
  /** Tells a form that is sent twice from two forms. */
  readonly once?: string
}

/** What this is, how to connect a monitor, how to open a wall. */
export function homePage(page: HomePage, words: Catalogue = en): string {
  const { assets, server, demoUrl, monitorConfig, once } = page
  const body = markup(
    <>
      <main class="text">
        <h1 safe>{words.product}</h1>
        <p class="lead" safe>
          {words.home.lead}
        </p>
        {demoUrl === null ? (
          ''
        ) : (
          <p>
            <a class="button" href={demoUrl} safe>
              {words.home.demo}
            </a>{' '}
            <span class="note" safe>
              {words.home.demoText}
            </span>
          </p>
        )}
        <section class="panel">
          <h2 safe>{words.car.create}</h2>
          <p safe>{words.car.createText}</p>
          {naming('/cars', 'car-name', words.car.nameLabel, words.car.createButton, once) as 'safe'}
        </section>
        <section class="panel">
          <h2 safe>{words.home.open}</h2>
          <form action="/open" method="get">
            <label for="session" safe>
              {words.home.openLabel}
            </label>
            <div class="field">
              <input id="session" name="session" required autocomplete="off" spellcheck="false" />
              <button type="submit" safe>
                {words.home.openButton}
              </button>
            </div>
          </form>
        </section>
        <section class="panel">
          <h2 safe>{words.home.connect}</h2>
          <p safe>{words.home.connectText}</p>
          <pre tabindex="0" safe>
            {monitorConfig}
          </pre>
          <p class="note" safe>
            {words.home.addresses}
          </p>
          <ul class="addresses">
            {server.addresses.map((address) => (
              <li>
                <code safe>{address}</code>
              </li>
            ))}
          </ul>
        </section>
        <section class="panel">
          <h2 safe>{words.team.create}</h2>
          <p safe>{words.team.createText}</p>
          {naming('/teams', 'team-name', words.team.nameLabel, words.team.createButton) as 'safe'}
        </section>
      </main>
      <footer>
        {viewForm('/', words) as 'safe'}
        <p safe>{`${words.home.version} ${server.version}`}</p>
      </footer>
    </>,
  )
  return htmlDocument({ words, title: `${words.product} · ${words.home.title}`, assets, body })
}

/** One field: the name of something new. */
function naming(action: string, id: string, label: string, button: string, once?: string): string {
  return markup(
    <form action={action} method="post">
      {once === undefined ? '' : <input type="hidden" name="once" value={once} />}
      <label for={id} safe>
        {label}
      </label>
      <div class="field">
        <input id={id} name="name" required maxlength="60" autocomplete="off" />
        <button type="submit" safe>
          {button}
        </button>
      </div>
    </form>,
  )
}
