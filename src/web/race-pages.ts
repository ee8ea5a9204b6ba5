import { Elysia } from 'elysia'
import type { Catalogue } from '../../views/catalogue.ts'
import { previewPage } from '../../views/pages/preview.tsx'
import { racePage } from '../../views/pages/race.tsx'
import { wallOf } from '../../views/wall.ts'
import { corrected } from '../race/corrected/corrected.ts'
import type { Session } from '../race/session.ts'
import type { Clock } from '../sessions/clock.ts'
import type { Log } from '../sessions/log.ts'
import { sessionAt } from '../sessions/session-at.ts'
import type { SessionManager } from '../sessions/session-manager.ts'
import type { FrameLog } from '../store/frame-log.ts'
import { chaptersOf } from '../strategy/chapter-books.ts'
import { fileAnswer, htmlAnswer } from './answer.ts'
import type { LoadedAssets } from './assets.ts'
import { isLinkPreview } from './link-preview.ts'
import { pageProblemAnswer, problemAnswer } from './problem-answer.ts'
import { raceFile } from './race-files.ts'
import { rememberedSetups, type SetupsOf } from './race-setups.ts'
import { wordsFor } from './reading.ts'

export interface RacePagesDeps {
  readonly sessions: Pick<SessionManager, 'get' | 'isRetired'>
  readonly clock: Clock
  readonly log: Log
  readonly assets: LoadedAssets
  /** null: no frames are kept. */
  readonly frames: FrameLog | null
  readonly setupsOf: SetupsOf
}

/** The whole race: for people, and as files. */
export function racePages(deps: RacePagesDeps) {
  const { urls } = deps.assets
  const setupsOf = rememberedSetups(deps.setupsOf)
  const filesDeps = { ...deps, nowMs: () => deps.clock.nowMs() }
  const file = (request: Request, session: Session, name: string, after: string | undefined) => {
    const made = raceFile(filesDeps, corrected(session), name, after)
    return typeof made === 'string'
      ? problemAnswer(request, made)
      : fileAnswer(request, made, fileName(session, name))
  }
  return new Elysia({ name: 'race-pages' })
    .get('/dashboard/:id/race', ({ params, query, request }) => {
      if (isLinkPreview(request)) return htmlAnswer(request, previewPage(urls, wordsFor(request)))
      const found = sessionAt(deps.sessions, params.id)
      if (!found.ok) return pageProblemAnswer(request, urls, found.problem)
      const session = found.value
      return htmlAnswer(
        request,
        page(deps, session, setupsOf(session), {
          chapter: query.chapter,
          words: wordsFor(request),
        }),
      )
    })
    .get('/dashboard/:id/race/:file', ({ params, query, request }) => {
      if (isLinkPreview(request)) return htmlAnswer(request, previewPage(urls, wordsFor(request)))
      const found = sessionAt(deps.sessions, params.id)
      if (!found.ok) return pageProblemAnswer(request, urls, found.problem)
      return file(request, found.value, params.file, query.after)
    })
    .get('/api/sessions/:id/:file', ({ params, query, request }) => {
      const found = sessionAt(deps.sessions, params.id)
      if (!found.ok) return problemAnswer(request, found.problem)
      const name = params.file === 'race' ? 'race.json' : params.file
      return file(request, found.value, name, query.after)
    })
}

function page(
  { assets, clock, frames }: RacePagesDeps,
  session: Session,
  setups: ReturnType<SetupsOf>,
  asked: { readonly chapter: string | undefined; readonly words: Catalogue },
): string {
  const wall = wallOf(session)
  const chapters = chaptersOf(wall.session)
  const newest =
    chapters.find(({ chapter }) => chapter.number === session.chapter?.number) ??
    chapters.at(-1) ??
    null
  const shown = chapters.find(({ chapter }) => String(chapter.number) === asked.chapter) ?? newest
  const renderedAtMs = clock.nowMs()
  const { takenAtMs } = session
  return racePage(
    {
      assets: assets.urls,
      wall,
      chapters,
      shown,
      setups,
      hasFrames: frames !== null,
      renderedAtMs,
      frameAgeMs: takenAtMs === null ? null : renderedAtMs - takenAtMs,
    },
    asked.words,
  )
}

/** "imola-laps.csv". Foreign text, of which a file name on any system may have letters and digits. */
function fileName({ chapter }: Session, name: string): string {
  const track = (chapter?.trackName ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  return [track, name].filter((part) => part !== '').join('-')
}
