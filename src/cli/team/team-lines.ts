import type { InventedTeamRace } from './invented-team-race.ts'

/** What is going to happen, for people who watch a wall and want to know whether it is right. */
export function teamLines({ truth, pcs }: InventedTeamRace): readonly string[] {
  const drivers = pcs.map(({ name, driverName, dialect }) => `${driverName} (${name}, ${dialect})`)
  const happenings = [
    ...truth.handOvers.map((one) => ({
      atMs: one.lastFrameAtMs,
      text:
        `lap ${one.lap}: ${one.from} → ${one.to}${one.isPlanned ? '' : ' after a crash'}, ` +
        `blind for ${Math.round(one.blindMs / 1000)} s, ${one.fuelAddedLiters.toFixed(1)} L`,
    })),
    ...truth.incidents.map(({ atMs, lap, kind, pc, forMs }) => ({
      atMs,
      text: `lap ${lap}: ${kind} of ${pc}, ${Math.round(forMs / 1000)} s`,
    })),
  ]
  happenings.sort((a, b) => a.atMs - b.atMs)
  return [`Drivers:   ${drivers.join(', ')}`, ...happenings.map(({ text }) => `To come:   ${text}`)]
}
