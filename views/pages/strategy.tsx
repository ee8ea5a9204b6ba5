import type { Session } from '../../src/race/session.ts'
import { carTitle } from '../car-title.ts'
import { type Catalogue, en } from '../catalogue.ts'
import { type Assets, htmlDocument } from '../document.tsx'
import { DeskHeader } from '../engineer/desk-header.tsx'
import type { Done } from '../engineer/done.ts'
import { correctionsForm } from '../engineer/strategy/corrections.tsx'
import { energyForm } from '../engineer/strategy/energy-form.tsx'
import { historyPanel } from '../engineer/strategy/history.tsx'
import type { Filled, StrategyField } from '../engineer/strategy/places.ts'
import { raceForm } from '../engineer/strategy/race-form.tsx'
import { rosterForm } from '../engineer/strategy/roster.tsx'
import { sectionForm } from '../engineer/strategy/section.tsx'
import { markup } from '../markup.ts'

export interface StrategyPage {
  readonly assets: Assets
  /** As the engineer corrects it. */
  readonly session: Session
  readonly filled: Filled
  readonly wrong: StrategyField | null
  readonly done: Done | null
  /** What is wrong with what was filled in; null: nothing. */
  readonly problem: string | null
}

/** Where the engineer tells the pit wall what it cannot see, and takes it back. */
export function strategyPage(page: StrategyPage, words: Catalogue = en): string {
  const { assets, session, filled, wrong, done, problem } = page
  const { strategy } = words
  const dashboard = `/dashboard/${session.id}`
  const desk = `${dashboard}/engineer`
  const action = `${desk}/strategy`
  const title = `${strategy.title} · ${carTitle(session, words)}`
  const form = { action, filled, wrong }
  const isEntered = session.inputs.energy !== null
  const body = markup(
    <main class="text desk">
      <header>
        <DeskHeader
          ways={[
            { href: dashboard, text: strategy.dashboard },
            { href: desk, text: strategy.back },
          ]}
          {...{ title, done, problem, words }}
        />
      </header>
      <div>
        {raceForm(form, words) as 'safe'}
        {rosterForm(action, filled, wrong, words) as 'safe'}
        {sectionForm({ section: 'rules', ...form }, words) as 'safe'}
        {energyForm(action, { filled, wrong, isEntered }, words) as 'safe'}
      </div>
      <div>
        {sectionForm({ section: 'averages', ...form }, words) as 'safe'}
        {sectionForm({ section: 'stop', ...form }, words) as 'safe'}
        {sectionForm({ section: 'units', ...form }, words) as 'safe'}
      </div>
      {correctionsForm(session, action, words) as 'safe'}
      {historyPanel(session, action, words) as 'safe'}
    </main>,
  )
  return htmlDocument({ words, title, assets, body, noindex: true, scripted: true })
}
