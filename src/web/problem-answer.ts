import type { Catalogue } from '../../views/catalogue.ts'
import type { Assets } from '../../views/document.tsx'
import { problemPage, type WayOn } from '../../views/pages/problem.tsx'
import type { DeskProblem } from '../sessions/engineers-desk.ts'
import type { TeamProblem } from '../sessions/teams.ts'
import { type ViewerProblem, viewerProblems } from '../sessions/viewer-problem.ts'
import { htmlAnswer, jsonAnswer } from './answer.ts'
import { wordsFor } from './reading.ts'

/** What a person can meet instead of a page. */
export type PageProblem =
  | DeskProblem
  | TeamProblem
  | 'nothing-here'
  | 'shown-once'
  | 'made-already'
  | 'link-revoked'
  | 'no-session-in-link'
  | 'no-car-in-link'
  | 'cross-site'
  | 'not-a-form'
  | 'not-the-engineer'
  | 'old-engineer-key'
  | 'dead-engineer-link'
  | 'no-engineer'
  | 'bug'

interface Told {
  readonly status: number
  readonly title: string
  readonly text: string
}

function pageProblems({
  problem,
  engineer,
  team,
  car,
}: Catalogue): Readonly<Record<PageProblem, Told>> {
  const notFound = { status: 404, title: problem.notFoundTitle, text: problem.notFoundText }
  const tooMany = { status: 429, title: problem.tooManyTitle, text: problem.tooManyText }
  const notAForm = { status: 400, title: problem.formTitle, text: problem.formText }

  return {
    'nothing-here': notFound,
    'shown-once': { status: 404, title: problem.shownOnceTitle, text: problem.shownOnceText },
    'made-already': { status: 409, title: problem.madeTitle, text: problem.madeText },
    'unknown-session': notFound,
    'unknown-team': notFound,
    'no-such-key': { status: 404, title: engineer.noKeyTitle, text: engineer.noKeyText },
    'link-revoked': { status: 410, title: problem.revokedTitle, text: problem.revokedText },
    'no-session-in-link': { status: 400, title: problem.noLinkTitle, text: problem.noLinkText },
    'no-car-in-link': { status: 400, title: problem.noCarTitle, text: problem.noCarText },
    'cross-site': { status: 403, title: problem.crossSiteTitle, text: problem.crossSiteText },
    'not-a-form': notAForm,
    'not-the-engineer': { status: 403, title: engineer.wrongTitle, text: engineer.wrongText },
    'old-engineer-key': { status: 403, title: engineer.wrongTitle, text: engineer.oldKeyText },
    'dead-engineer-link': { status: 404, title: engineer.deadTitle, text: engineer.deadText },
    'no-engineer': { status: 403, title: engineer.wrongTitle, text: car.noEngineer },
    'store-unavailable': { status: 503, title: problem.unsavedTitle, text: problem.unsavedText },
    'too-many-sessions': tooMany,
    'too-many-keys': { status: 409, title: engineer.fullTitle, text: engineer.fullText },
    'team-full': { status: 409, title: problem.formTitle, text: team.full },
    bug: { status: 500, title: problem.errorTitle, text: problem.errorText },
  }
}

/** For people. */
export function pageProblemAnswer(
  request: Request,
  assets: Assets,
  which: PageProblem,
  onward?: WayOn,
) {
  const words = wordsFor(request)
  const { status, title, text } = pageProblems(words)[which]
  return htmlAnswer(
    request,
    problemPage({ assets, title, text, ...(onward && { onward }) }, words),
    status,
  )
}

/** For programs. */
export function problemAnswer(request: Request, which: ViewerProblem) {
  const { status, text } = viewerProblems[which]
  return jsonAnswer(request, { code: which, message: text }, status)
}
