/**
 * Chance without a state: the same question always has the same answer, in whatever order and how often it is
 * asked, so that a race looks the same at 1 and at 60 times its speed.
 */
export interface SeededRandom {
  /** Even in [0, 1). */
  unit(stream: string, index: number): number
  /** Bell-shaped around 0 with a standard deviation of 1, never beyond ±2.5. */
  bell(stream: string, index: number): number
  /** Wanders smoothly in -1..1, about one turn for each 1 of `at`. */
  drift(stream: string, at: number): number
}

export function seededRandom(seed: number): SeededRandom {
  const unit = (stream: string, index: number) => hash(`${seed}/${stream}/${index}`) / 2 ** 32
  return {
    unit,
    bell(stream, index) {
      let sum = 0
      for (let i = 0; i < SUMMED; i++) sum += unit(`${stream}/${i}`, index)
      const deviation = (sum - SUMMED / 2) / Math.sqrt(SUMMED / 12)
      return Math.max(-2.5, Math.min(2.5, deviation))
    },
    drift(stream, at) {
      const from = Math.floor(at)
      const eased = (1 - Math.cos((at - from) * Math.PI)) / 2
      return 2 * (unit(stream, from) * (1 - eased) + unit(stream, from + 1) * eased) - 1
    },
  }
}

/** Four even numbers already make a fair bell. */
const SUMMED = 4

/** FNV-1a, then murmur3's finish: neighbouring indexes come out unrelated. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
