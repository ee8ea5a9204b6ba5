import type { Static } from '@sinclair/typebox'
import type { CarDeps } from './car-routes.ts'
import type { NewCarForm } from './form.ts'
import { pageProblemAnswer } from './problem-answer.ts'
import { wordsFor } from './reading.ts'

type Asked = Static<typeof NewCarForm>

/** The answer to a form that has made its car before; null: it has not. */
export function madeAlready(
  { onceMade, sessions, assets }: Pick<CarDeps, 'onceMade' | 'sessions' | 'assets'>,
  request: Request,
  { once, name }: Asked,
) {
  const car = onceMade.of(once, name)
  const session = car && sessions.ofCar(car)
  if (!session) return null
  const href = `/dashboard/${session.id}/engineer`
  const onward = { href, text: wordsFor(request).car.openEngineer }
  return pageProblemAnswer(request, assets.urls, 'made-already', onward)
}
