import { expect, test } from 'bun:test'
import { readSession } from '../fixtures/api.ts'
import { Browser, carMadeIn } from '../fixtures/browser.ts'
import { testServer } from '../fixtures/server.ts'
import { SocketioMonitor } from '../fixtures/socketio-monitor.ts'

test('a car is made before any monitor exists: its links, a QR code, a config that works', async () => {
  await using server = testServer({ addresses: () => [] })
  const browser = new Browser(server)
  const { page, id, viewUrl, engineerUrl, config, key } = await carMadeIn(browser)
  expect(page.status).toBe(201)
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(viewUrl).toBe(`${server.url}/dashboard/${id}`)
  expect(page.html).toContain('<svg class="qr"')
  const { server_url, session_id } = JSON.parse(config)
  const monitor = await SocketioMonitor.connected(server_url)
  monitor.send('request_session_id', {})
  expect((await monitor.hears('session_id_assigned')).data.session_id).toBe(id)
  await monitor.publish(session_id, { fuel: 44 })
  expect(await readSession(server, id)).toMatchObject({
    name: 'Borealis #52',
    mode: 'keyed',
    telemetry: { fuel: 44 },
  })
  expect((await new Browser(server).open(viewUrl)).text('#car')).toContain('Borealis')
  expect((await new Browser(server).open(engineerUrl)).path).toBe(`/dashboard/${id}`)
  expect(page.html).toContain(key)
  monitor.close()
})

test('the config comes as a file too, its key in no address', async () => {
  await using server = testServer()
  const browser = new Browser(server)
  const { config, key } = await carMadeIn(browser)
  const file = await browser.send('/cars/config', { key })
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="config.json"')
  expect(JSON.parse(file.html)).toEqual(JSON.parse(config))
  for (const wrong of ['', 'nothing', key.slice(1)]) {
    expect((await browser.send('/cars/config', { key: wrong })).status).toBe(404)
  }
  for (const line of server.logged) expect(line).not.toContain(key)
})

test('who made it is its engineer', async () => {
  await using server = testServer()
  const browser = new Browser(server)
  const { desk } = await carMadeIn(browser)
  expect((await browser.open(desk)).text('h1')).toContain('Borealis #52')
  expect((await new Browser(server).open(desk)).status).toBe(403)
})

test('its page is not lost: other pages open beside it, and it says what leaving costs', async () => {
  await using server = testServer()
  const browser = new Browser(server)
  const { page, desk } = await carMadeIn(browser)
  expect(page.html).toContain(`href="${desk}" target="_blank" rel="noopener"`)
  expect(page.text('main a')).toContain('opens in a new tab')
  expect(page.text('.lead')).toContain('never shown again')
  expect((await browser.send(`${desk}/keys`, { label: 'Ana' })).html).toContain('target="_blank"')
  for (const [address, way] of [
    ['/cars', '/'],
    [`${desk}/keys`, desk],
    [`${desk}/keys/1/replace`, desk],
    [`${desk}/key`, desk],
  ]) {
    const later = await browser.open(`${address}`)
    expect(later.text()).toContain('shown once')
    expect(later.html).toContain(`href="${way}"`)
  }
})

test('a form that comes twice makes one car', async () => {
  await using server = testServer()
  const browser = new Browser(server)
  const [, once = ''] = /name="once" value="([^"]+)"/.exec((await browser.open('/')).html) ?? []
  const first = await browser.send('/cars', { once, name: 'one' })
  expect([first.status, once.length]).toEqual([201, 36])
  const again = await browser.send('/cars', { once, name: 'one' })
  expect([again.status, again.text('h1')]).toEqual([409, 'This car is made already'])
  const [id = ''] = first.text('pre').match(/[0-9a-f-]{36}/) ?? []
  expect(again.html).toContain(`href="/dashboard/${id}/engineer"`)
  expect((await browser.send('/cars', { once, name: 'other' })).status).toBe(201)
})

test.each([{}, { name: '' }, { name: '   ' }, { name: 'x'.repeat(61) }, { car: 'x' }])(
  'a car without a name that fits is not made: %j',
  async (fields: Record<string, string>) => {
    await using server = testServer()
    expect((await new Browser(server).send('/cars', fields)).status).toBe(400)
  },
)

test('one address makes only so many, monitors and browsers together', async () => {
  await using server = testServer()
  const browser = new Browser(server)
  const made: number[] = []
  for (let times = 0; times < 52; times++) {
    made.push((await browser.send('/cars', { name: `car ${times}` })).status)
  }
  expect(made.filter((status) => status === 201).length).toBeLessThanOrEqual(51)
  expect(made.at(-1)).toBe(429)
  const monitor = await SocketioMonitor.connected(server.url)
  monitor.send('request_session_id', {})
  expect((await monitor.hears('problem')).data.code).toBe('too-many-sessions')
  monitor.close()
})

test('a name is text, whatever stands in it', async () => {
  await using server = testServer()
  const browser = new Browser(server)
  const name = '</title><script>alert(1)</script>"\''
  const { page, id, desk } = await carMadeIn(browser, name)
  for (const [seen, where] of [
    [page, 'h1'],
    [await browser.open(desk), 'h1'],
    [await browser.open(`/dashboard/${id}`), 'title'],
  ] as const) {
    expect(seen.text(where)).toContain(name)
    expect(seen.text('script')).not.toContain('alert')
  }
})

test('a name has nothing invisible in it', async () => {
  await using server = testServer()
  const { id } = await carMadeIn(new Browser(server), ' \u202eBorealis\u0000\n #52\u200b ')
  expect((await readSession(server, id)).name).toBe('Borealis #52')
})

test('a page of a car that nobody made in a browser says that it has no engineer', async () => {
  await using server = testServer()
  const { monitor, id } = await SocketioMonitor.begun(server.url)
  const browser = new Browser(server)
  expect((await browser.open(`/dashboard/${id}`)).text('footer')).toContain('has no engineer')
  expect((await browser.open(`/dashboard/${id}/engineer`)).text()).toContain('has no engineer')
  const { id: made } = await carMadeIn(browser)
  expect((await browser.open(`/dashboard/${made}`)).text('footer')).not.toContain('no engineer')
  monitor.close()
})
