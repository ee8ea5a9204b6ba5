import { parseArgs } from 'node:util'
import { DrivenDay } from './driven-day.ts'

/**
 * Microseconds of this thread per frame for the fold and the whole outlook, in minute 5 and in hour 23 of the same race:
 * the same, or something walks all laps again. Two laps of frames each, in turns, so that both meet the same machine.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    passes: { type: 'string', default: '60' },
  },
})
const ALLOWED_RATIO = 1.1
const MINUTE = 60_000
const day = new DrivenDay(Number(values.seed))
const moments = { 'minute 5': day.at(5 * MINUTE), 'hour 23': day.at(23 * 60 * MINUTE) }
const names = Object.keys(moments) as (keyof typeof moments)[]
const passes: Record<string, number[]> = {}
for (let pass = -5; pass < Number(values.passes); pass++) {
  for (const name of names) {
    const us = moments[name].passUs()
    // The first ones only warm the machine.
    if (pass >= 0) passes[name] = [...(passes[name] ?? []), us]
  }
}
const medianOf = (all: readonly number[]) =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN
const perFrame = names.map((name) => medianOf(passes[name] ?? []))
for (const [i, name] of names.entries()) {
  const { laps, stops, frames } = moments[name]
  console.log(
    `${name}: ${perFrame[i]?.toFixed(1)} µs a frame (${frames} frames, ${laps} laps and ${stops} stops before)`,
  )
}
const ratio = (perFrame[1] ?? Number.NaN) / (perFrame[0] ?? Number.NaN)
console.log(`hour 23 / minute 5: ${ratio.toFixed(3)}`)
process.exit(ratio <= ALLOWED_RATIO ? 0 : 1)
