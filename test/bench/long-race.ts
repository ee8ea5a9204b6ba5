import { parseArgs } from 'node:util'
import { racedOverSockets } from '../fixtures/raced-over-sockets.ts'

/** A race as long as one likes, over real sockets, in as much time as its work takes; says what its books cost. */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    hours: { type: 'string', default: '24' },
    swaps: { type: 'string', default: '30' },
  },
})
const [seed, hours, swaps] = [Number(values.seed), Number(values.hours), Number(values.swaps)]
const began = performance.now()
const cutsIn = [Math.floor(swaps / 3), Math.floor((2 * swaps) / 3)]
const drive = { seed, hours, swaps, incidents: Math.floor(hours * 2), cutsIn }
const { race, session, differences, memoryKb, bytes } = await racedOverSockets(drive)
const megabytes = (count: number) => `${(count / 1e6).toFixed(2)} MB`

console.log(`seed ${seed}: ${hours} h, ${race.pcs.map(({ dialect }) => dialect).join(', ')}`)
console.log(`driven in ${((performance.now() - began) / 1000).toFixed(0)} s`)
console.log(`laps ${session.laps.length}, stints ${session.stints.length + 1}`)
console.log(`stops ${session.stops.length}, lines of the timeline ${session.events.length}`)
console.log(`memory of the server at the end ${megabytes(memoryKb * 1024)}`)
for (const [file, size] of Object.entries(bytes)) {
  console.log(`${file} ${megabytes(size)}, an hour ${megabytes(size / hours)}`)
}
console.log(`differences from the truth: ${differences.length}`)
for (const difference of differences) console.log(`  ${difference}`)
process.exit(differences.length === 0 ? 0 : 1)
