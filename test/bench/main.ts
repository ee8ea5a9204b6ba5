import { medianOf } from '../../src/race/lap.ts'
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
