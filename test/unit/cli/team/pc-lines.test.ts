import { describe, expect, test } from 'bun:test'
import { calmTeamRace, inEveryTeamRace, pcOf } from './any-team-race.ts'

describe("the PCs' lines to the server", () => {
  test('leave their socket half-open for a minute, in which nothing comes', () => {
    const race = calmTeamRace({ swaps: [{ departure: 'half-open' }] })
    const [handOver] = race.truth.handOvers
    const gone = pcOf(race, handOver!.fromPc)
    const leavesAtMs = race.truth.seats[0]!.toMs
    const [connection] = gone.connections.filter((one) => one.silentFromMs !== null)
    expect(connection).toMatchObject({
      silentFromMs: leavesAtMs,
      closedAtMs: leavesAtMs + 60_000,
    })
    expect(gone.messagesBetween(leavesAtMs, leavesAtMs + 60_000)).toEqual([])
  })

  test('cut off while driving, come back as the same program beside their dead socket', () => {
    const race = calmTeamRace({
      swaps: 0,
      incidents: [{ kind: 'half-open', fromLap: 3, forMs: 12_000 }],
    })
    const [{ atMs } = { atMs: 0 }] = race.truth.incidents
    const [dead, alive] = pcOf(race, 'pc-1').connections.slice(-2)
    expect(dead).toMatchObject({ silentFromMs: atMs, closedAtMs: atMs + 60_000 })
    expect(alive).toMatchObject({ openedAtMs: atMs + 12_000, bootId: dead!.bootId })
    expect(race.pcDrivingAt(atMs + 6_000)).toBe('pc-1')
    expect(race.truth.laps[2]!.unseenMs).toBe(12_000)
  })

  test('begin as another program after a crash, counting from 0', () => {
    const race = calmTeamRace({
      swaps: 0,
      incidents: [{ kind: 'monitor-crash', fromLap: 3, forMs: 20_000 }],
    })
    const [{ atMs } = { atMs: 0 }] = race.truth.incidents
    const pc = pcOf(race, 'pc-1')
    const before = pc.messagesBetween(atMs - 1_000, atMs).at(-1)!
    const [setup, first] = pc.messagesBetween(atMs, atMs + 22_000)
    expect(setup!.kind).toBe('setup')
    expect(first!.body.boot_id).not.toBe(before.body.boot_id)
    expect(first!.body.seq).toBe(0)
    expect(first!.sentAtMs).toBeGreaterThanOrEqual(atMs + 20_000)
  })

  test('that lag send everything late but in order, and catch up in one burst', () => {
    const race = calmTeamRace({
      swaps: 0,
      incidents: [{ kind: 'lag', fromLap: 3, forMs: 30_000, delayMs: 8_000 }],
    })
    const [{ atMs } = { atMs: 0 }] = race.truth.incidents
    const messages = pcOf(race, 'pc-1').messagesBetween(atMs - 5_000, atMs + 60_000)
    const late = (sent: number) =>
      messages.find((one) => one.sentAtMs >= sent)!.arrivesAtMs -
      messages.find((one) => one.sentAtMs >= sent)!.sentAtMs
    expect(late(atMs - 2_000)).toBeLessThan(100)
    expect(late(atMs + 10_000)).toBeWithin(8_000, 8_100)
    expect(late(atMs + 45_000)).toBeLessThan(100)
    const seqs = messages.map(({ body }) => body.seq as number)
    expect(seqs).toEqual(seqs.map((_, i) => seqs[0]! + i))
    const burst = messages.filter((one) => one.arrivesAtMs === messages.at(60 + 20)?.arrivesAtMs)
    expect(burst.length).toBeGreaterThan(10)
  })

  test('may both publish for a moment: the next one begins before the last one stops', () => {
    const race = calmTeamRace({ swaps: [{ departure: 'overlaps', lateMs: 8_000 }] })
    const [handOver] = race.truth.handOvers
    expect(handOver!.blindMs).toBeLessThan(1_000)
    const [from, to] = [pcOf(race, handOver!.fromPc), pcOf(race, handOver!.toPc)]
    const at = handOver!.firstFrameAtMs
    const old = from.messagesBetween(at, at + 5_000)
    expect(to.messagesBetween(at, at + 1_500).length).toBeGreaterThan(1)
    expect(old.every(({ body }) => body.in_control === true)).toBe(true)
    expect(old.every((one) => one.sentAtMs < at && one.arrivesAtMs - one.sentAtMs > 7_900)).toBe(
      true,
    )
  })

  test('send nothing while they are gone, and only over open connections', () => {
    inEveryTeamRace((race) => {
      for (const { connections, messagesBetween } of race.pcs) {
        for (const message of messagesBetween(0, 900_000)) {
          const { openedAtMs, silentFromMs, closedAtMs } = connections[message.connection]!
          expect(message.sentAtMs).toBeGreaterThanOrEqual(openedAtMs)
          expect(message.arrivesAtMs).toBeLessThan(silentFromMs ?? closedAtMs)
        }
      }
    }, 8)
  })
})
