import { medianOf } from '../../src/race/lap.ts'
import { firstBytes } from './first-byte.ts'
import { frameCost } from './frame-cost.ts'

const ROUNDS = 7
const HOUR_MS = 3_600_000

// The first round warms the compiler up and is not counted.
frameCost(0)
const rounds = Array.from({ length: ROUNDS }, () => frameCost(HOUR_MS))
const median = (of: (round: (typeof rounds)[number]) => number) => medianOf(rounds.map(of)) ?? 0
const stages = Object.keys(rounds[0]?.stages ?? {})
const reference = median((round) => round.reference)
const row = (name: string, us: number) =>
  console.log(`| ${name} | ${us.toFixed(1)} | ${(us / reference).toFixed(1)}× |`)

console.log(`One frame, from the socket's text to the phones' text. Median of ${ROUNDS} rounds.\n`)
console.log('| stage | µs per frame | against JSON.parse |\n| --- | ---: | ---: |')
row('JSON.parse of the frame (reference)', reference)
for (const stage of stages)
  row(
    stage,
    median((round) => round.stages[stage] ?? 0),
  )
const whole = (round: (typeof rounds)[number]) =>
  Object.values(round.stages).reduce((a, b) => a + b)
row('**all**', median(whole))
const spread = rounds.map(whole).sort((a, b) => a - b)
console.log(
  `\nAll stages together: ${spread[0]?.toFixed(1)} to ${spread.at(-1)?.toFixed(1)} µs over the rounds.`,
)

const [EARLY, LATE] = [10, 900]
console.log(
  `\nWhat a viewer waits for the first byte, with ${EARLY} and with ${LATE} laps driven.\n`,
)
console.log(`| address | ${EARLY} laps, ms | ${LATE} laps, ms | more | worst of ${LATE} | KB |`)
console.log('| --- | ---: | ---: | ---: | ---: | ---: |')
for (const { what, ms, bytes } of await firstBytes([EARLY, LATE])) {
  const [early, late] = [ms[EARLY]?.median ?? 0, ms[LATE]?.median ?? 0]
  const worst = ms[LATE]?.worst.toFixed(1)
  const kilobytes = ((bytes[LATE] ?? 0) / 1024).toFixed(0)
  console.log(
    `| /dashboard/…${what} | ${early.toFixed(1)} | ${late.toFixed(1)} | ${(late - early).toFixed(1)} | ${worst} | ${kilobytes} |`,
  )
}
