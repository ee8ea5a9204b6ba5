import type { Catalogue } from '../catalogue.ts'

/** What an engineer has just done. */
export interface Done {
  readonly what: keyof Catalogue['engineer']['done']
  /** The key, PC or name concerned: foreign text. */
  readonly about?: string
}

/** Whether it was not done after all. */
const undone: readonly Done['what'][] = [
  ...(['gone-already', 'moved', 'webhook-gone', 'test-failed', 'test-not-sent'] as const),
]
const isUndone = ({ what }: Done) => undone.includes(what)

export const doneMark = (done: Done) =>
  isUndone(done)
    ? ({ sign: '▲', class: 'done is-warn' } as const)
    : ({ sign: '✓', class: 'done is-good' } as const)

export const doneText = ({ what, about = '' }: Done, { engineer }: Catalogue): string =>
  engineer.done[what](about)
