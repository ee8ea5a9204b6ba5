import { describe, expect, test } from 'bun:test'
import { trustedProxies } from '../../src/sessions/client-address.ts'
import { memorySessionStore } from '../../src/store/memory-session-store.ts'
import { readPage } from '../fixtures/api.ts'
import { Browser, carMadeIn } from '../fixtures/browser.ts'
import { typedFrame } from '../fixtures/frames.ts'
import { testServer } from '../fixtures/server.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'
import { becomes } from '../fixtures/within.ts'
import { failing } from '../unit/sessions/door.ts'

const wrongKey = 'A'.repeat(43)

describe('keys', () => {
  test('one that a browser has opened is flagged, and the engineer replaces it', async () => {
    await using server = testServer()
    const engineer = new Browser(server)
    const { id, key, desk } = await carMadeIn(engineer)
    expect((await engineer.open(desk)).text()).not.toContain('A browser has opened this key')
    const driver = new Browser(server)
    const landed = await driver.open(`/?key=${key}/dashboard/${id}`)
    expect(landed.path).toBe(`/dashboard/${id}`)
    expect((await engineer.open(desk)).text()).toContain('A browser has opened this key')
    const shown = await engineer.send(`${desk}/keys/1/replace`)
    expect(shown.text('pre')).toContain('?key=')
    expect(shown.text('pre')).not.toContain(key)
    const after = await engineer.open(desk)
    expect(after.text()).not.toContain('A browser has opened this key')
    expect(after.text()).toContain('Key opened in a browser')
  })

  test('the first one gets the name of its driver, on the engineer’s page', async () => {
    await using server = testServer()
    const engineer = new Browser(server)
    const { desk } = await carMadeIn(engineer)
    expect((await engineer.open(desk)).html).toContain(`action="${desk}/keys/1/label"`)
    const named = await engineer.send(`${desk}/keys/1/label`, { label: 'Ana <b>Lima</b>' })
    expect(named.text('.done')).toContain('Ana <b>Lima</b> (key 1)')
    expect(named.text('.list')).not.toContain('First key')
    expect(named.text('.log')).toContain('Key named Ana <b>Lima</b>')
    expect((await engineer.send(`${desk}/keys/1/label`, { label: ' ' })).status).toBe(400)
    expect((await engineer.send(`${desk}/keys/7/label`, { label: 'Ben' })).status).toBe(404)
  })

  test('a monitor’s address opened in a browser leads to its dashboard, without the key', async () => {
    await using server = testServer()
    const engineer = new Browser(server)
    const { id, key, desk } = await carMadeIn(engineer)
    expect((await new Browser(server).open(`/?key=${key}`)).path).toBe(`/dashboard/${id}`)
    const { path } = await engineer.send(`${desk}/link`)
    const [, next] = /dashboard\/([^/]*)/.exec(path) ?? []
    // What the monitor printed before is an old link: the key knows better.
    const landed = await new Browser(server).open(`/?key=${key}/dashboard/${id}`)
    expect(landed.path).toBe(`/dashboard/${next}`)
    expect((await new Browser(server).open(`/?key=${wrongKey}`)).status).toBe(200)
  })

  test('one pasted behind a dashboard’s address leaves it, and is flagged', async () => {
    await using server = testServer()
    const engineer = new Browser(server)
    const { id, key, desk } = await carMadeIn(engineer)
    const wall = `/dashboard/${id}`
    expect((await new Browser(server).open(`${wall}?hz=1&key=${wrongKey}`)).path).toBe(
      `${wall}?hz=1`,
    )
    expect((await engineer.open(desk)).text()).not.toContain('A browser has opened this key')
    const once = await fetch(`${server.url}${wall}?key=${key}`, { redirect: 'manual' })
    expect([once.status, once.headers.get('location')]).toEqual([303, wall])
    expect((await engineer.open(desk)).text()).toContain('A browser has opened this key')
    const { path } = await engineer.send(`${desk}/link`)
    const [, next] = /dashboard\/([^/]*)/.exec(path) ?? []
    const landed = await new Browser(server).open(`${wall}?key=${key}`)
    expect(landed.path).toBe(`/dashboard/${next}`)
  })
})

describe('the engineer’s link', () => {
  test('lets in every browser that opens it, until it is changed; the others are told', async () => {
    await using server = testServer()
    const first = new Browser(server)
    const { engineerUrl, desk, id } = await carMadeIn(first)
    const second = new Browser(server)
    await second.open(engineerUrl)
    expect((await second.open(`/dashboard/${id}`)).html).toContain(desk)
    expect((await second.open(desk)).status).toBe(200)
    const shown = await first.send(`${desk}/key`)
    expect((await first.open(desk)).status).toBe(200)
    const refused = await second.open(desk)
    expect(refused.status).toBe(403)
    expect(refused.text()).toContain('This browser has the engineer’s link of before')
    const dead = await second.open(engineerUrl)
    expect(dead.status).toBe(404)
    expect(dead.text('main')).toContain('This engineer’s link opens nothing')
    expect(dead.text('main')).not.toContain('driver')
    await second.open(shown.text('pre'))
    expect((await second.open(desk)).status).toBe(200)
    expect((await second.open(`/dashboard/${id}`)).html).toContain(desk)
  })

  test('is what somebody without it is told about, with the way to the dashboard', async () => {
    await using server = testServer()
    const { id, desk } = await carMadeIn(new Browser(server))
    const refused = await new Browser(server).open(desk)
    expect(refused.status).toBe(403)
    expect(refused.text()).toContain('opens with the engineer’s link')
    expect(refused.html).toContain(`href="/dashboard/${id}"`)
  })

  test('leads from the pages at an old viewers’ link to those at the new one, and does nothing there', async () => {
    await using server = testServer()
    const engineer = new Browser(server)
    const { desk } = await carMadeIn(engineer)
    const { path: next } = await engineer.send(`${desk}/link`)
    const moved = next.replace(/\?.*/, '')
    expect(moved).not.toBe(desk)
    expect((await engineer.open(desk)).path).toBe(moved)
    expect((await engineer.open(`${desk}/monitors?x=1`)).path).toBe(`${moved}/monitors?x=1`)
    const unchanged = await engineer.send(`${desk}/end`)
    expect([unchanged.status, unchanged.path.replace(/\?.*/, '')]).toEqual([200, moved])
    expect(unchanged.text('.done')).toContain('▲ Nothing was done')
    expect(unchanged.text()).not.toContain('Reopen the session')
    const nobody = await new Browser(server).open(desk)
    expect(nobody.status).toBe(410)
    expect(nobody.html).not.toContain(moved)
  })

  test('is one cookie for each car, and outlives a change of the viewers’ link', async () => {
    await using server = testServer()
    const engineer = new Browser(server)
    const one = await carMadeIn(engineer, 'one')
    const other = await carMadeIn(engineer, 'other')
    const { path } = await engineer.send(`${one.desk}/link`)
    expect((await engineer.open(path)).text('h1')).toContain('one')
    expect((await engineer.open(other.desk)).text('h1')).toContain('other')
  })
})

test('what was done is said once, and of what: not when the page is reloaded, nor by a made-up address', async () => {
  await using server = testServer()
  const engineer = new Browser(server)
  const { desk } = await carMadeIn(engineer)
  await engineer.send(`${desk}/keys`, { label: 'Ana <b>Lima</b>' })
  for (const [way, fields, said] of [
    ['/keys/2/revoke', {}, 'Ana <b>Lima</b> (key 2) opens nothing any more'],
    ['/keys/1/revoke', {}, 'First key opens nothing any more'],
    ['/name', { name: 'Borealis #53' }, 'Borealis #53'],
    ['/end', {}, 'The session is over'],
    ['/reopen', {}, 'The session goes on'],
  ] as const) {
    const after = await engineer.send(desk + way, fields)
    expect(after.text('.done')).toContain(said)
    const reloaded = await engineer.open(after.path)
    expect([reloaded.status, reloaded.html.includes('class="done')]).toEqual([200, false])
  }
  for (const word of ['revoked', 'ended', 'constructor']) {
    expect((await engineer.open(`${desk}?done=${word}`)).html).not.toContain('class="done')
  }
})

test('every change stands in the log of the page, with the address it came from', async () => {
  const origins = {
    trustedProxies: trustedProxies(['127.0.0.1']),
    baseUrl: null,
    fallbackUrl: 'http://pit.local',
  }
  await using server = testServer({ origins })
  const engineer = new Browser(server)
  const { desk } = await carMadeIn(engineer)
  await engineer.send(`${desk}/keys`, { label: 'Ana <b>Lima</b>' })
  await engineer.send(`${desk}/name`, { name: 'Borealis #53' })
  const log = (await engineer.open(desk)).text('.log')
  expect(log).toMatch(/Name changed Borealis #53 · from 127\.0\.0\.1.*Key made Ana <b>Lima<\/b>/)
})

test('what the disk refuses is said, and has not happened', async () => {
  const store = failing(memorySessionStore())
  await using server = testServer({ store })
  const engineer = new Browser(server)
  const { id, desk } = await carMadeIn(engineer)
  store.fills()
  for (const [path, fields] of [
    ['/keys', { label: 'Ana' }],
    ['/keys/1/revoke', {}],
    ['/link', {}],
    ['/end', {}],
    ['/name', { name: 'x' }],
    ['/key', {}],
  ] as const) {
    const answer = await engineer.send(desk + path, fields)
    expect([path, answer.status]).toEqual([path, 503])
  }
  expect((await engineer.open(desk)).status).toBe(200)
  expect((await engineer.open(`/dashboard/${id}`)).text('#car')).toContain('Borealis')
})

describe('who feeds the wall', () => {
  /** Two drivers' PCs, each with a key of its own, both driving. */
  async function rivals(server: ReturnType<typeof testServer>) {
    const engineer = new Browser(server)
    const made = await carMadeIn(engineer)
    const monitors = [] as TypedMonitor[]
    for (let pc = 0; pc < 2; pc++) {
      const monitor = await TypedMonitor.connected(server.url, {
        authorization: `Bearer ${made.key}`,
      })
      monitor.send('request_session_id', { boot_id: `pc-${pc}` })
      await monitor.hears('session_id_assigned')
      monitors.push(monitor)
    }
    let seq = 0
    const drive = async (pc: number, name: string) => {
      seq++
      const frame = { player_name: name, boot_id: `pc-${pc}`, seq, fuel: 60 - seq / 100 }
      await monitors[pc]?.publish(typedFrame(frame))
    }
    return { ...made, engineer, monitors, drive }
  }

  test('stands on the engineer’s page, and one tap chooses another PC', async () => {
    await using server = testServer()
    const { engineer, desk, id, drive, monitors } = await rivals(server)
    await drive(0, 'Ana')
    await drive(1, 'Ben')
    const page = await engineer.open(desk)
    expect(page.text('#monitors')).toMatch(/Ana ● on the wall.*Ben/)
    expect((await readPage(server, id)).includes('PC of Ana')).toBe(true)
    const [, socket = ''] = /name="socket" value="(\d+)"/.exec(page.html) ?? []
    const after = await engineer.send(`${desk}/pick`, { socket })
    expect(after.text('.done')).toContain('On the wall now: PC of Ben')
    await drive(1, 'Ben')
    await becomes('Ben is on the wall', async () =>
      /Ben ● on the wall · chosen by you/.test((await engineer.open(`${desk}/monitors`)).text()),
    )
    expect((await engineer.open(desk)).text('.log')).toContain('PC chosen Ben')
    expect((await engineer.send(`${desk}/pick`, { socket: '999999' })).text('.done')).toContain(
      'has gone meanwhile',
    )
    for (const monitor of monitors) monitor.close()
  })
})
