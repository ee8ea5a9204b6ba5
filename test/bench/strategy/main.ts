import { parseArgs } from 'node:util'
import { cases } from './cases.ts'
import { Score, scoreDerived, scoreRace } from './score.ts'
import { tableOf } from './table.ts'

/**
 * How right the pit wall is: races that the simulator knows to their end, seen frame by frame through the decoder and the
 * fold, and what the outlook says of them held against what really happened. Fresh seeds every time; `--seed` repeats one.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string' }, races: { type: 'string', default: '81' } },
})
const seed = values.seed === undefined ? Math.floor(Math.random() * 1e9) : Number(values.seed)
const races = Math.min(81, Math.max(1, Number(values.races)))
const score = new Score()
const startedAt = performance.now()
console.log(`Seed ${seed}, ${races} races: repeat with --seed ${seed} --races ${races}`)
const all = cases(seed, races)
for (const each of all) scoreRace(each, score)
for (const each of all.filter(({ options }) => options.raceMinutes <= 360).slice(0, 9)) {
  scoreDerived(each, score)
}
const { lines, failed } = tableOf(score)
console.log(lines.join('\n'))
console.log(
  `\n${((performance.now() - startedAt) / 1000).toFixed(0)} s, ${failed} of ${lines.length - 2} missed`,
)
process.exit(failed === 0 ? 0 : 1)
