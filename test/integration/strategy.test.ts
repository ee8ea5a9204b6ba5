import { describe, expect, test } from 'bun:test'
import { once } from 'node:events'
import { connect } from 'node:net'
import { Browser, carMadeIn } from '../fixtures/browser.ts'
import { TestClock } from '../fixtures/clock.ts'
import { typedFrame } from '../fixtures/frames.ts'
import { testServer } from '../fixtures/server.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'
import { read } from '../unit/views/wall-fixture.ts'

/** A car on its eighth lap whose monitor tells no race end, and its engineer. */
async function pitWall() {
  const clock = new TestClock()
  const server = testServer({ clock })
  const engineer = new Browser(server)
  const { id, desk, key } = await carMadeIn(engineer)
  const monitor = await TypedMonitor.connected(server.url, { authorization: `Bearer ${key}` })
  monitor.send('request_session_id', {})
  await monitor.hears('session_id_assigned')
  let seq = 900
  const drives = (known: object) => {
    clock.advance(500)
    return monitor.publish(
      typedFrame({
        seq: seq++,
        player_name: 'Ana',
        session_time_remaining: null,
        session_laps: null,
        ...known,
      }),
    )
  }
  await drives({})
  const page = `${desk}/strategy`
  const field = async (name: string) =>
    read((await engineer.open(page)).html)
      .querySelector(`[name="${name}"]`)
      ?.getAttribute('value')
  const end = async () => {
    monitor.close()
    await server.close()
  }
  return {
    clock,
    server,
    engineer,
    monitor,
    id,
    desk,
    page,
    wall: `/dashboard/${id}`,
    drives,
    field,
    end,
  }
}

describe('the engineer tells the pit wall', () => {
  test('when the race ends, and every viewer’s clock goes by it', async () => {
    const { engineer, page, wall, drives, field, clock, end } = await pitWall()
    expect((await engineer.open(wall)).text('#energy')).toContain('When does the race end?')
    const saved = await engineer.send(`${page}/race`, {
      ...{ left: '3:12', leftBefore: '', laps: '', finishRule: 'leader-flag' },
    })
    expect(saved.text('.done')).toContain('Saved')
    await drives({ rpm: 7_001 })
    expect((await engineer.open(wall)).text('#race-clock')).toStartWith('3:11:59')
    // The page stayed open for ten minutes, and another field of it is changed.
    const left = await field('left')
    clock.advance(600_000)
    await engineer.send(`${page}/race`, {
      ...{ left: left ?? '', leftBefore: left ?? '', laps: '', finishRule: 'plus-one' },
    })
    await drives({ rpm: 7_002 })
    expect((await engineer.open(wall)).text('#race-clock')).toStartWith('3:01:5')
    await end()
  })

  test('who drives in what order, and how long each may', async () => {
    const { engineer, page, wall, drives, end } = await pitWall()
    await engineer.send(`${page}/roster`, { roster: 'Ana\r\nBen Ito\r\n\r\n Cho Park \r\n' })
    const rules = {
      minTime: '1:00',
      maxTime: '3:00',
      stintMaxTime: '',
      windowMax: '',
      windowLength: '',
    }
    await engineer.send(`${page}/rules`, rules)
    await drives({ rpm: 7_001 })
    const drivers = (await engineer.open(wall)).text('#drivers')
    expect(drivers).toMatch(/Ana.*Ben Ito.*Cho Park/)
    const history = (await engineer.open(page)).text('#history')
    expect(history).toContain('Drivers: nothing → Ana, Ben Ito, Cho Park')
    expect(history).toContain('Most in the race: nothing → 3:00')
    await end()
  })

  test('virtual energy that was read out, and forgets it again', async () => {
    const { engineer, page, wall, drives, end } = await pitWall()
    await drives({ virtual_energy: null, rpm: 7_003 })
    await engineer.send(`${page}/energy`, { percent: '62', percentPerLap: '2,5' })
    await drives({ virtual_energy: null, rpm: 7_004 })
    expect((await engineer.open(page)).text('#history')).toContain(
      'Virtual energy now (%): nothing → 62',
    )
    expect((await engineer.open(page)).html).toContain('energy/forget')
    await engineer.send(`${page}/energy/forget`)
    expect((await engineer.open(page)).html).not.toContain('energy/forget')
    expect((await engineer.open(wall)).status).toBe(200)
    await end()
  })

  test('which lap counts for nothing, and takes it back', async () => {
    const { engineer, page, wall, drives, end } = await pitWall()
    for (const lap of [9, 10]) {
      await drives({
        lap,
        laps_completed: lap - 1,
        lap_time: 2,
        last_lap_time: 112 + lap,
        rpm: 7_000 + lap,
      })
    }
    const before = await engineer.open(page)
    expect(before.text('#corrections')).toContain('Leave lap 9 out')
    const out = await engineer.send(`${page}/laps`, { chapter: '1', lap: '9', excluded: 'on' })
    expect(out.text('#corrections')).toContain('Count lap 9 again')
    expect((await engineer.open(wall)).text('#laps')).toContain('left out')
    expect(out.text('#history')).toContain('lap 9 left out')
    const [, change = ''] = /name="change" value="(\d+)"/.exec(out.html) ?? []
    const undone = await engineer.send(`${page}/undo`, { change })
    expect(undone.text('.done')).toContain('taken back')
    expect((await engineer.open(wall)).text('#laps')).not.toContain('left out')
    await end()
  })

  test('and is told what does not fit, at its field, in its units, with nothing lost', async () => {
    const { engineer, page, end } = await pitWall()
    const wrong = async (section: string, fields: Record<string, string>) => {
      const seen = await engineer.send(`${page}/${section}`, fields)
      expect(seen.status).toBe(400)
      return seen
    }
    const averages = {
      ...{ averageLaps: '5', marginLaps: '0.3', reserveLaps: '0.3', pitEntry: '30', tireMin: '20' },
    }
    const entry = await wrong('averages', { ...averages, marginLaps: '0.7' })
    expect(entry.text('[role="alert"]')).toContain(
      'Pit entry at (% of the lap): expected a number from 50 to 100',
    )
    expect(entry.html).toMatch(/id="pitEntry"[^>]*value="30"[^>]*aria-invalid="true"/)
    expect(entry.html).toMatch(/id="marginLaps"[^>]*value="0.7"/)
    // All or none: what fitted beside it was not set.
    expect((await engineer.open(page)).text('#history')).toContain('Nothing was changed yet')
    const rules = { minTime: '', maxTime: '3h', stintMaxTime: '', windowMax: '', windowLength: '' }
    expect((await wrong('rules', rules)).text('[role="alert"]')).toContain(
      'Most in the race: expected hours and minutes, as 3:00, from 0:01 to 96:00',
    )
    const both = { ...rules, minTime: '4:00', maxTime: '3:00' }
    expect((await wrong('rules', both)).text('[role="alert"]')).toContain('expected no more than')
    expect((await wrong('roster', { roster: 'Ana\nAna' })).text('[role="alert"]')).toContain(
      'none twice',
    )
    expect(
      (await wrong('energy', { percent: '162', percentPerLap: '' })).text('[role="alert"]'),
    ).toContain('Virtual energy now (%): expected a number from 0 to 100')
    expect(
      (
        await wrong('race', { left: 'soon', leftBefore: '', laps: '', finishRule: 'leader-flag' })
      ).text('[role="alert"]'),
    ).toContain('Time left (h:mm)')
    await end()
  })

  test('from a phone whose form arrives in pieces, and nothing that was told meanwhile is lost', async () => {
    const { server, engineer, page, end } = await pitWall()
    const { hostname, port } = new URL(server.url)
    const slow = connect(Number(port), hostname)
    await once(slow, 'connect')
    const answered = new Promise<string>((resolve) =>
      slow.once('data', (data) => resolve(String(data))),
    )
    const [first, rest] = ['chapter=1&lap=11', '&excluded=on']
    slow.write(
      `POST ${page}/laps HTTP/1.1\r\nhost: ${hostname}:${port}\r\norigin: ${server.url}\r\n` +
        `cookie: ${engineer.cookies}\r\ncontent-type: application/x-www-form-urlencoded\r\n` +
        `content-length: ${first.length + rest.length}\r\n\r\n${first}`,
    )
    // The server has its first piece by the time that it has answered two other pages.
    await engineer.open(page)
    await engineer.send(`${page}/laps`, { chapter: '1', lap: '12', excluded: 'on' })
    slow.write(rest)
    expect(await answered).toContain('303')
    slow.destroy()
    const history = (await engineer.open(page)).text('#history')
    expect(history).toContain('lap 11 left out')
    expect(history).not.toContain('lap 12 counted again')
    await end()
  })

  test('and does not take back what was built upon', async () => {
    const { engineer, page, end } = await pitWall()
    await engineer.send(`${page}/roster`, { roster: 'Ana' })
    await engineer.send(`${page}/roster`, { roster: 'Ana\nBen' })
    const late = await engineer.send(`${page}/undo`, { change: '1' })
    expect(late.status).toBe(409)
    expect(late.text('[role="alert"]')).toContain('changed again meanwhile')
    expect((await engineer.open(page)).text('#roster')).toBe('Ana Ben')
    await end()
  })

  test('alone', async () => {
    const { server, page, end } = await pitWall()
    const viewer = new Browser(server)
    expect((await viewer.open(page)).status).toBe(403)
    for (const path of [
      'race',
      'roster',
      'rules',
      'energy',
      'laps',
      'penalties',
      'tires',
      'names',
      'undo',
    ]) {
      expect((await viewer.send(`${page}/${path}`, { change: '1' })).status).toBe(403)
    }
    await end()
  })
})
