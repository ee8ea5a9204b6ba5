/** What became of something a monitor published. */
export interface Published {
  /** False: another monitor feeds the wall. */
  readonly onWall: boolean
  /** A frame that came twice, or after a newer one: it changed nothing. */
  readonly isOld: boolean
  /** An older socket of the same program: dead, whatever it looks like. */
  readonly replaced: number | null
}
