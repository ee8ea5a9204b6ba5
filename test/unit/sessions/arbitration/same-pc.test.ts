import { describe, expect, test } from 'bun:test'
import { standbyMonitors } from '../../../../src/sessions/arbitration/arbitration.ts'
import { driving, parked, practising, standing } from './cars.ts'
import { anaDrives, PitWall } from './pit-wall.ts'

describe('a monitor with a boot id', () => {
  const anaOnBoot1 = () => {
    const wall = new PitWall()
    const old = wall.connect('ana', { bootId: 'boot-1' })
    return { wall: wall.run(10, { ana: driving() }), old }
  }

  test('that connects again replaces its own dead socket at once', () => {
    const { wall, old } = anaOnBoot1()
    const back = wall.connect('ana', { bootId: 'boot-1' })
    expect(wall.newsOf('replaced')).toMatchObject([{ dead: old, by: back, proof: 'boot-id' }])
    expect(wall.driver).toBe('ana')
    expect(wall.frame('ana', driving())).toBe('wall')
    expect(wall.switches).toEqual([])
    expect(standbyMonitors(wall.state)).toEqual([])
  })

  test('is silence on its dead socket, whatever still comes out of it', () => {
    const { wall, old: monitor } = anaOnBoot1()
    wall.connect('ana', { bootId: 'boot-1' })
    const frame = { type: 'frame', atMs: wall.atMs, telemetry: driving()(9), lateMs: 0 } as const
    expect(wall.tell({ ...frame, monitor }).fate).toBe('silence')
    wall.run(1, { ana: driving() })
    expect(wall.fates('ana')).toEqual(['wall'])
    expect(wall.newsOf('replaced')).toHaveLength(1)
  })

  test('is recognised also if it tells it only with its first frame', () => {
    const { wall } = anaOnBoot1()
    const back = wall.connect('ana')
    expect(wall.newsOf('replaced')).toEqual([])
    const frame = { type: 'frame', atMs: wall.atMs, telemetry: driving()(9), lateMs: 0 } as const
    expect(wall.tell({ ...frame, monitor: { ...back, bootId: 'boot-1' } }).fate).toBe('wall')
  })

  test('is recognised also if the old socket tells it after the new one', () => {
    const wall = new PitWall()
    const old = wall.connect('ana')
    const back = wall.connect('ana again', { pc: old.pc, bootId: 'boot-1' })
    const frame = { type: 'frame', atMs: wall.atMs, telemetry: driving()(9), lateMs: 0 } as const
    const { fate, news } = wall.tell({ ...frame, monitor: { ...old, bootId: 'boot-1' } })
    expect(fate).toBe('silence')
    expect(news).toMatchObject([{ type: 'replaced', dead: { socket: old.socket }, by: back }])
    wall.run(1, { 'ana again': driving() })
    expect(wall.driver).toBe('ana again')
    expect(wall.switches).toEqual([])
  })

  test('keeps the engineer’s choice', () => {
    const { wall } = anaOnBoot1()
    wall.pick('ana')
    wall.connect('ana', { bootId: 'boot-1' })
    wall.run(20, { ana: driving(), ben: driving() })
    expect(wall.state.isPicked).toBe(true)
    expect(wall.newsOf('conflict-began')).toEqual([])
  })

  test.each([
    [true, true, 'from another address, if both have shown the key', 1],
    [true, false, 'not from another address without the key: everybody can read its boot id', 0],
    [false, true, 'not from another address, if the first had shown none', 0],
  ])('(key before: %p, now: %p) is back %s', (before, now, _, replaced) => {
    const wall = new PitWall()
    wall.connect('ana', { bootId: 'boot-1', keyed: before })
    wall.run(10, { ana: driving() })
    wall.connect('ben', { bootId: 'boot-1', keyed: now })
    wall.run(1, { ana: driving(), ben: driving() })
    expect(wall.newsOf('replaced')).toHaveLength(replaced)
    expect(wall.driver).toBe(replaced === 1 ? 'ben' : 'ana')
  })

  test('that starts anew is another one, and waits for its turn', () => {
    const { wall } = anaOnBoot1()
    wall.connect('ana', { bootId: 'boot-2' })
    wall.run(2, { ana: driving() })
    expect(wall.newsOf('replaced')).toEqual([])
    wall.run(1.5, { ana: driving() })
    expect(wall.driver).toBe('ana')
    expect(wall.switches.map(({ reason }) => reason)).toEqual(['drives'])
  })
})

describe('a monitor without a boot id', () => {
  test('replaces a socket of its address that has been silent for two seconds', () => {
    const wall = anaDrives(driving())
    wall.connect('ana')
    wall.run(1.5, { ana: driving() })
    expect(wall.newsOf('replaced')).toEqual([])
    wall.run(0.5, { ana: driving() })
    expect(wall.newsOf('replaced')).toMatchObject([{ proof: 'address' }])
    expect(wall.fates('ana')).toEqual(['wall'])
    expect(wall.switches).toEqual([])
  })

  test('does not replace a teammate in the same house who speaks', () => {
    const wall = new PitWall()
    wall.connect('ana', { pc: 'the-house' })
    wall.run(10, { ana: driving() })
    wall.connect('ben', { pc: 'the-house' })
    wall.run(60, { ana: driving(), ben: driving() })
    expect(wall.driver).toBe('ana')
    expect(wall.newsOf('replaced')).toEqual([])
  })

  test('nor one whose link stalls, if he was there before that', () => {
    const wall = new PitWall()
    wall.connect('ana', { pc: 'the-house' })
    wall.connect('ben', { pc: 'the-house' })
    wall.run(10, { ana: driving(), ben: standing() })
    wall.run(4, { ben: standing() })
    expect(wall.driver).toBe('ana')
    wall.run(4, { ana: driving(), ben: standing() })
    expect(wall.fates('ana')).toEqual(['wall'])
  })

  test('nor one who only waits: his socket has been silent because his game is closed', () => {
    const wall = new PitWall()
    wall.connect('ana', { pc: 'the-house' })
    wall.run(10, { cem: driving() })
    wall.connect('ben', { pc: 'the-house' })
    wall.run(20, { cem: standing(), ben: driving() })
    expect(wall.driver).toBe('ben')
    expect(wall.newsOf('replaced')).toEqual([])
  })

  test('nor with a practice of his own', () => {
    const wall = anaDrives(driving({ lap: 30 }))
    wall.connect('ben', { pc: 'pc-of-ana' })
    wall.run(10, { ben: practising() })
    expect(wall.newsOf('replaced')).toEqual([])
  })

  test('of which a frame comes after its end has not left', () => {
    const wall = anaDrives(driving())
    wall.left('ana')
    expect(wall.run(1, { ana: driving() }).fates('ana')).toEqual(['wall'])
    expect(wall.state.witnesses).toMatchObject([{ hasLeft: false }])
  })
})

describe('after a restart of the server', () => {
  const restarted = (bootId?: string) => {
    const wall = new PitWall()
    wall.connect('ana', bootId === undefined ? {} : { bootId })
    wall.run(10, { ana: driving(), ben: parked() })
    wall.restart()
    return wall
  }

  test('who was live is quiet, and no socket of before is left', () => {
    const wall = restarted()
    expect(wall.phase).toBe('quiet')
    expect(wall.newsOf('went-quiet')).toHaveLength(1)
    expect(standbyMonitors(wall.state)).toEqual([])
  })

  test.each([undefined, 'boot-1'])('the driver goes on where he was (boot id %p)', (bootId) => {
    const wall = restarted(bootId)
    // Ben's new socket has the number that Ana's had.
    wall.connect('ben')
    wall.connect('ana', bootId === undefined ? {} : { bootId })
    wall.run(3, { ben: parked(), ana: driving() })
    expect(wall.driver).toBe('ana')
    expect(wall.phase).toBe('live')
    expect(wall.fates('ben')).toEqual(['silence'])
    expect(wall.switches).toEqual([])
  })

  test('somebody else may go on, too', () => {
    const wall = restarted().run(3, { ben: standing() })
    expect(wall.driver).toBe('ben')
  })

  test('there are two minutes again until offline', () => {
    expect(restarted().run(110).phase).toBe('quiet')
    expect(restarted().run(116).phase).toBe('offline')
  })

  test('a computer whose clock was set back does not stand still', () => {
    const wall = anaDrives(driving())
    wall.tell({ type: 'restarted', atMs: -3_600_000 })
    expect(wall.tell({ type: 'tick', atMs: -3_000_000 }).state.phase).toBe('offline')
  })

  test('an empty wall is still empty', () => {
    const wall = new PitWall()
    wall.restart()
    expect(wall.phase).toBe('empty')
  })
})

test('more monitors than a team has cost no more, and do not push out who drives', () => {
  const wall = anaDrives(driving())
  for (let stranger = 0; stranger < 500; stranger++) wall.connect(`stranger ${stranger}`)
  wall.run(2, { ana: driving(), ben: driving() })
  expect(wall.state.witnesses.length).toBeLessThan(40)
  expect(wall.fates('ana')).toEqual(['wall'])
  wall.run(3, { ana: standing(), ben: driving() })
  expect(wall.driver).toBe('ben')
})
