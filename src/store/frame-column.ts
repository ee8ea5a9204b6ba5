/** What one key of a row of frames has held. */
export type Column =
  | { readonly all: unknown; readonly count: number }
  /** ISO 8601 as JavaScript writes it: ms since 1970, then the steps. */
  | { readonly isoSteps: readonly number[] }
  /** Decimal numbers times 10^`places`: the first, then the steps. */
  | { readonly places: number; readonly steps: readonly number[] }
  | { readonly each: readonly unknown[] }

export function columnOf(values: readonly unknown[]): Column {
  const [first] = values
  // Objects are never the same, and of them only lists and empty ones come here.
  if (values.every((value) => value === first)) return { all: first, count: values.length }
  return isoColumn(values) ?? decimalColumn(values) ?? { each: values }
}

export function valuesOf(column: Column): readonly unknown[] {
  if ('each' in column) return column.each
  if ('count' in column) return Array.from({ length: column.count }, () => column.all)
  if ('isoSteps' in column) return summed(column.isoSteps).map((ms) => new Date(ms).toISOString())
  const scale = 10 ** column.places
  return summed(column.steps).map((value) => value / scale)
}

function isoColumn(values: readonly unknown[]): Column | null {
  const moments: number[] = []
  for (const value of values) {
    if (typeof value !== 'string') return null
    const ms = Date.parse(value)
    if (!Number.isFinite(ms) || new Date(ms).toISOString() !== value) return null
    moments.push(ms)
  }
  return { isoSteps: stepsOf(moments) }
}

const areNumbers = (values: readonly unknown[]): values is readonly number[] =>
  values.every((value) => typeof value === 'number')

const MOST_PLACES = 6

function decimalColumn(values: readonly unknown[]): Column | null {
  if (!areNumbers(values)) return null
  for (let places = 0; places <= MOST_PLACES; places++) {
    const scale = 10 ** places
    const whole: readonly number[] = values.map((value) => Math.round(value * scale))
    // Only what comes back to the last bit.
    if (values.every((value, i) => isExact(whole[i] ?? Number.NaN, scale, value))) {
      return { places, steps: stepsOf(whole) }
    }
  }
  return null
}

/** Small enough for its steps to be whole too. */
const MOST = 2 ** 51

const isExact = (whole: number, scale: number, value: number) =>
  Math.abs(whole) < MOST && Object.is(whole / scale, value)

const stepsOf = (values: readonly number[]) =>
  values.map((value, i) => value - (i === 0 ? 0 : (values[i - 1] ?? 0)))

function summed(steps: readonly number[]): readonly number[] {
  let sum = 0
  return steps.map((step) => {
    sum += step
    return sum
  })
}
