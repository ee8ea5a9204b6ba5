import { describe, expect, test } from 'bun:test'
import { EventStream } from '../fixtures/event-stream.ts'
import {
  driving,
  menu,
  parked,
  standing,
  Team,
  type Transport,
  watching,
} from '../fixtures/team.ts'

const transports = ['the typed transport', 'Socket.IO'] as const satisfies readonly Transport[]

const kinds = async (team: Team) => (await team.told()).map(({ kind }) => kind)
const handOvers = async (team: Team) =>
  (await team.told('hand-over')).map(({ facts }) => [facts.from, facts.to])

describe.each(transports)('on %s', (transport) => {
  test('a standby PC is left running: not one of its frames is ever on the wall', async () => {
    await using team = await Team.begun(transport)
    await team.run(2, { ana: driving() })
    for (let minute = 0; minute < 2; minute++) {
      await team.run(20, { ana: driving(), ben: watching(), cem: parked() })
      expect(await team.onWall()).toBe('ana')
    }
    expect(await handOvers(team)).toEqual([])
    expect(await kinds(team)).not.toContain('feed-quiet')
  })

  test('Ana’s socket stays half-open for 60 s after her swap with Ben', async () => {
    await using team = await Team.begun(transport)
    await team.run(3, { ana: driving(), ben: watching() })
    // Not a word from Ana, and no end of her socket.
    await team.run(60, { ben: standing() })
    expect(await team.onWall()).toBe('ben')
    await team.leaves('ana')
    await team.run(2, { ben: driving() })
    expect(await team.onWall()).toBe('ben')
    expect(await handOvers(team)).toEqual([['ana', 'ben']])
    expect((await team.session()).monitor.status).toBe('online')
  })

  test('Ben’s clock is three hours wrong', async () => {
    await using team = await Team.begun(transport)
    await team.run(3, { ana: driving() })
    await team.run(3, { ana: standing() })
    const off = { ben: -3 * 3_600_000 }
    await team.run(8, { ana: menu(), ben: driving() }, off)
    expect(await team.onWall()).toBe('ben')
    await team.run(8, { ana: watching(), ben: driving() }, { ben: 3 * 3_600_000 })
    const { taken_at_ms } = await team.session()
    expect(taken_at_ms).toBe(team.clock.nowMs())
    expect(await handOvers(team)).toEqual([['ana', 'ben']])
  })

  test('Ana is heard again on the lap on which she is then', async () => {
    await using team = await Team.begun(transport)
    await team.run(5, { ana: driving({ lap: 30 }) })
    await team.run(40, {})
    await team.run(3, { ana: driving({ lap: 31 }) })
    expect(await team.told('feed-returned')).toMatchObject([{ lap: (await team.session()).lap }])
  })

  test('Ben starts before Ana stops', async () => {
    await using team = await Team.begun(transport)
    await team.run(3, { ana: driving(), ben: watching() })
    await team.run(3, { ana: driving(), ben: driving() })
    expect(await team.onWall()).toBe('ana')
    await team.run(5, { ana: watching(), ben: driving() })
    expect(await team.onWall()).toBe('ben')
    expect(await handOvers(team)).toEqual([['ana', 'ben']])
  })

  test('Ana crashes and rejoins: the car comes back to her, and nobody has taken over', async () => {
    await using team = await Team.begun(transport)
    await team.run(5, { ana: driving({ lap: 30 }), ben: watching() })
    await team.leaves('ana')
    expect((await team.session()).monitor.status).toBe('offline')
    await team.run(40, { ben: watching() })
    await team.connects('ana')
    await team.run(5, { ana: menu(), ben: watching() })
    expect(await team.onWall()).toBe('ana')
    await team.run(3, { ana: driving({ lap: 30, fuel: 57.5 }), ben: watching() })
    expect(await team.session()).toMatchObject({
      telemetry: { player_name: 'ana', fuel: 57.5 },
      monitor: { status: 'online' },
    })
    expect(await handOvers(team)).toEqual([])
    expect((await team.session()).stint.number).toBe(1)
  })

  test('Ana crashes and Ben takes over unplanned', async () => {
    await using team = await Team.begun(transport)
    await team.run(5, { ana: driving({ lap: 30 }), ben: watching() })
    await team.leaves('ana')
    await team.run(60, { ben: watching() })
    await team.run(2, { ben: standing({ lap: 31 }) })
    expect(await team.onWall()).toBe('ben')
    const [told] = await team.told('hand-over')
    expect(told?.facts).toMatchObject({ from: 'ana', to: 'ben', blindMs: 60_500 })
    expect((await team.session()).monitor.status).toBe('online')
  })

  test('the server is killed in the middle of a swap', async () => {
    await using team = await Team.begun(transport)
    await team.run(5, { ana: driving(), ben: watching() })
    await team.run(3, { ana: standing(), ben: watching() })
    await team.restarts()
    await team.run(20, { ana: watching(), ben: watching() })
    expect(await team.onWall()).toBe('ana')
    await team.run(2, { ana: watching(), ben: standing() })
    expect(await team.onWall()).toBe('ben')
    expect(await handOvers(team)).toEqual([['ana', 'ben']])
    expect((await team.told('server-restarted')).length).toBe(1)
  })

  test('the server is killed while Ana drives: she goes on, though Ben’s monitor is back first', async () => {
    await using team = await Team.begun(transport)
    await team.run(5, { ana: driving(), ben: parked() })
    await team.restarts()
    await team.run(2, { ben: parked() })
    expect(await team.onWall()).toBe('ana')
    await team.run(2, { ben: parked(), ana: driving() })
    expect(await team.session()).toMatchObject({
      telemetry: { player_name: 'ana' },
      monitor: { status: 'online' },
    })
    expect(await handOvers(team)).toEqual([])
  })

  test('two cars of one team with the same driver’s name: the wall stays with the first', async () => {
    await using team = await Team.begun(transport)
    const name = { player_name: 'Ana' }
    const [first, second] = [driving({ ...name, lap: 30 }), driving({ ...name, lap: 29 })]
    await team.run(3, { one: first })
    for (let round = 0; round < 10; round++) {
      await team.run(2, { one: first, two: second })
      expect((await team.session()).telemetry.lap).toBe(30)
    }
    expect(await kinds(team)).toContain('conflict-began')
    expect(await handOvers(team)).toEqual([])
  })

  test('two cars of the team in one link, the other car’s PC never counts', async () => {
    await using team = await Team.begun(transport)
    const other = driving({ car_name: 'Meridian Motorsport #8' })
    await team.run(3, { ana: driving() })
    await team.run(20, { ana: menu(), ben: other })
    expect(await team.onWall()).toBe('ana')
  })

  test('a parked monitor that reconnects alone is let back on the wall at once', async () => {
    await using team = await Team.begun(transport)
    await team.run(3, { ana: driving() })
    await team.run(8, { ana: parked({ fuel: 75 }) })
    await team.leaves('ana')
    await team.run(30)
    expect((await team.session()).monitor.status).toBe('offline')
    await team.run(1, { ana: parked({ fuel: 76 }) })
    expect(await team.session()).toMatchObject({
      telemetry: { fuel: 76 },
      monitor: { status: 'online' },
    })
  })

  test('a parked car whose monitor still speaks is neither quiet nor lost, alone or not', async () => {
    await using team = await Team.begun(transport)
    await team.run(3, { ana: driving() })
    await team.run(130, { ana: parked() })
    await team.run(130, { ana: parked(), ben: menu() })
    expect(team.saved().feed).toMatchObject({ driverName: 'ana', phase: 'live' })
    expect((await kinds(team)).filter((kind) => kind.startsWith('feed-'))).toEqual([])
    await team.run(6, { ben: menu() })
    expect(team.saved().feed?.phase).toBe('quiet')
  })

  test('who has fallen silent is quiet after five seconds and lost after two minutes, in one line', async () => {
    await using team = await Team.begun(transport)
    await team.run(3, { ana: driving() })
    await team.run(4)
    expect(team.saved().feed?.phase).toBe('quiet')
    expect(await kinds(team)).toContain('feed-quiet')
    await team.run(115)
    expect(team.saved().feed).toMatchObject({ driverName: 'ana', phase: 'lost' })
    expect((await kinds(team)).filter((kind) => kind.startsWith('feed-'))).toEqual(['feed-lost'])
    await team.run(1, { ana: driving() })
    expect(team.saved().feed?.phase).toBe('live')
    const [returned] = await team.told('feed-returned')
    expect(returned?.facts.blindMs).toBeGreaterThan(120_000)
  })

  test('a viewer of the link reads all of a swap on one stream', async () => {
    await using team = await Team.begun(transport)
    await team.run(3, { ana: driving() })
    const viewer = await EventStream.open(`${team.server.url}/api/sessions/${team.id}/stream?hz=10`)
    const sees = (name: string) =>
      viewer.next(
        ({ event, data }) =>
          event === 'telemetry_update' && JSON.parse(data).telemetry?.player_name === name,
      )
    await sees('ana')
    await team.run(20, { ana: watching(), ben: watching() })
    await team.run(3, { ben: driving() })
    await sees('ben')
    viewer.close()
  })
})
