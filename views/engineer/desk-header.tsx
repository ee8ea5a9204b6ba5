import type { Catalogue } from '../catalogue.ts'
import { type Done, doneMark, doneText } from './done.ts'

interface DeskHeader {
  readonly title: string
  /** Where the page leads back to, nearest first. */
  readonly ways: readonly { readonly href: string; readonly text: string }[]
  /** What has just been done, and not been told yet. */
  readonly done: Done | null
  /** What is wrong with what was filled in; null: nothing. */
  readonly problem: string | null
}

/** The head of every page where an engineer changes something: what it is, the way back, and what became of the last change. */
export function DeskHeader({
  title,
  ways,
  done,
  problem,
  words,
}: DeskHeader & { readonly words: Catalogue }) {
  return (
    <>
      <h1 safe>{title}</h1>
      <p>
        {ways.map(({ href, text }, i) => (
          <>
            <a href={href} safe>
              {`${i === 0 ? '← ' : ''}${text}`}
            </a>{' '}
          </>
        ))}
      </p>
      {done === null ? (
        ''
      ) : (
        <p class={doneMark(done).class} safe>
          {`${doneMark(done).sign} ${doneText(done, words)}`}
        </p>
      )}
      {problem === null ? (
        ''
      ) : (
        <p class="alarm is-warn" role="alert" safe>
          {`▲ ${problem}`}
        </p>
      )}
    </>
  )
}
