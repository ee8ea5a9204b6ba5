/** One line of the engineer's log. */
export interface Note {
  /** 1-based within the session, for ever. */
  readonly number: number
  readonly atMs: number
  /** 1-based number of the chapter; 0: before the first. */
  readonly chapter: number
  /** 1-based lap on which it was written; null: the car had not been seen. */
  readonly lap: number | null
  /** Foreign text, 1 to 280 characters. */
  readonly text: string
}
