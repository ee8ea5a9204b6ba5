import { en } from '../../views/catalogue.ts'
import type { Assets } from '../../views/document.tsx'
import { problemPage } from '../../views/pages/problem.tsx'
import { type ViewerProblem, viewerProblems } from '../sessions/viewer-problem.ts'
import { htmlAnswer, jsonAnswer } from './answer.ts'

/** What a person can meet instead of a page. */
export type PageProblem = 'nothing-here' | 'no-session-in-link' | 'bug'

const { notFoundTitle, notFoundText, noLinkTitle, noLinkText, errorTitle, errorText } = en.problem

const pageProblems = {
  'nothing-here': { status: 404, title: notFoundTitle, text: notFoundText },
  'no-session-in-link': { status: 400, title: noLinkTitle, text: noLinkText },
  bug: { status: 500, title: errorTitle, text: errorText },
} as const satisfies Record<PageProblem, { status: number; title: string; text: string }>

/** For people. */
export function pageProblemAnswer(request: Request, assets: Assets, problem: PageProblem) {
  const { status, title, text } = pageProblems[problem]
  return htmlAnswer(request, problemPage({ assets, title, text }), status)
}

/** For programs. */
export function problemAnswer(request: Request, problem: ViewerProblem) {
  const { status, text } = viewerProblems[problem]
  return jsonAnswer(request, { code: problem, message: text }, status)
}
