const nothing = {
  messages: 0,
  dropped: 0,
  old_frames: 0,
  malformed: 0,
  keys_refused: 0,
  other_session_ids: 0,
}

/** What all monitors together have sent since the start, and what of it was not taken. */
export class Tally {
  readonly #counts = { ...nothing }

  add(what: keyof typeof nothing, count = 1): void {
    this.#counts[what] += count
  }

  get counts(): Readonly<typeof nothing> {
    return this.#counts
  }
}
