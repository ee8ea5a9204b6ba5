/** One line of a chart. */
export interface Series {
  /** Empty where the title says it all. */
  readonly name: string
  /** One for each lap of the chart; null: not known. */
  readonly values: readonly (number | null)[]
  /** Which of the values are estimated; absent: none. */
  readonly estimated?: readonly boolean[]
}

/** A drawing over the laps of a chapter. */
export interface Chart {
  readonly id: string
  readonly title: string
  readonly laps: readonly number[]
  /** Numbers of the laps with a stop. */
  readonly stops: readonly number[]
  readonly series: readonly Series[]
  /** A value with its unit, in words; and a short one for the axis. */
  readonly told: (value: number) => string
  readonly ticked: (value: number) => string
  /** What is beyond touches the edge. */
  readonly edges: readonly [low: number, high: number]
  readonly note?: string
}

/** The last value that is known, in words; null: there is none. */
export function lastTold({ values, estimated }: Series, told: Chart['told'], about: string) {
  const at = values.findLastIndex((value) => value !== null)
  const last = values[at] ?? null
  return last === null ? null : `${estimated?.[at] === true ? about : ''}${told(last)}`
}

/** Least and most in words; null: nothing is known. */
export function endsTold({ values, estimated }: Series, told: Chart['told'], about: string) {
  const ends = extent(values)
  if (ends === null) return null
  const mark = (end: number) => {
    const isMeasured = values.some((value, i) => value === end && estimated?.[i] !== true)
    return `${isMeasured ? '' : about}${told(end)}`
  }
  return [mark(ends[0]), mark(ends[1])] as const
}

const known = (values: readonly (number | null)[]) => values.filter((value) => value !== null)

/** Least and most of what is known; null: nothing is. */
export function extent(values: readonly (number | null)[]): readonly [number, number] | null {
  let [low, high] = [Infinity, -Infinity]
  for (const value of known(values)) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return low > high ? null : [low, high]
}

/** A little room above and below, at least so much from edge to edge. */
export function roomy([low, high]: readonly [number, number], least: number): [number, number] {
  const room = Math.max((high - low) * 0.06, (least - (high - low)) / 2)
  return [low - room, high + room]
}
