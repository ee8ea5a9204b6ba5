import { describe, expect, test } from 'bun:test'
import { Browser, carMadeIn } from '../fixtures/browser.ts'
import { TestClock } from '../fixtures/clock.ts'
import { typedFrame } from '../fixtures/frames.ts'
import { Receiver } from '../fixtures/receiver.ts'
import { testServer } from '../fixtures/server.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'
import { becomes } from '../fixtures/within.ts'
import { read } from '../unit/views/wall-fixture.ts'

const fields = {
  ...{ fuelLaps: '2', energyLaps: '', tireTempLow: '', tireTempHigh: '120' },
  ...{ tirePressureLow: '', tirePressureHigh: '', tireLeft: '25', brakeTempLow: '' },
  ...{ brakeTempHigh: '900', waterTemp: '105,5', drivingTimeLead: '30', wakeUpLead: '40' },
}

describe('the engineer says when somebody is told', () => {
  test('and finds it as he left it', async () => {
    await using server = testServer()
    const engineer = new Browser(server)
    const { desk } = await carMadeIn(engineer)
    expect((await engineer.open(desk)).html).toContain(`href="${desk}/alerts"`)
    const saved = await engineer.send(`${desk}/alerts`, { ...fields, 'tell-water': 'on' })
    expect(saved.text('.done')).toContain('The limits are saved')
    const page = read((await engineer.open(`${desk}/alerts`)).html)
    const value = (name: string) => page.querySelector(`[name="${name}"]`)?.getAttribute('value')
    expect(value('waterTemp')).toBe('105.5')
    expect(value('wakeUpLead')).toBe('40')
    expect(value('tireLeft')).toBe('25')
    expect(value('energyLaps')).toBe('')
    const ticked = [...page.querySelectorAll('[type="checkbox"][checked]')]
    expect(ticked.map((box) => box.getAttribute('name'))).toEqual(['tell-water'])
    expect((await engineer.open(desk)).text('.log')).toContain('Pit wall set')
    const undone = await engineer.send(`${desk}/alerts/undo`, { change: '1' })
    expect(undone.text('.done')).toContain('taken back')
    expect(undone.html).toMatch(/name="waterTemp" value="110"/)
    expect(undone.html).not.toContain('alerts/undo')
    const again = await engineer.send(`${desk}/alerts/undo`, { change: '1' })
    expect(again.text('.done')).toContain('changed meanwhile')
  })

  test('and is told in his own units what does not fit, with nothing lost of what he wrote', async () => {
    await using server = testServer()
    const engineer = new Browser(server)
    const { desk } = await carMadeIn(engineer)
    const wrong = async (more: Record<string, string>) => {
      const seen = await engineer.send(`${desk}/alerts`, { ...fields, ...more })
      expect(seen.status).toBe(400)
      return seen
    }
    const far = await wrong({ wakeUpLead: '9999', waterTemp: '101' })
    expect(far.text('[role="alert"]')).toContain(
      'Next driver: minutes before his turn: expected a number from 1 to 1440',
    )
    expect(far.html).toContain('value="101"')
    expect((await wrong({ fuelLaps: '<b>' })).text('[role="alert"]')).toContain('Fuel below (laps)')
    expect((await wrong({ tireTempLow: '130' })).text('[role="alert"]')).toContain(
      'above the upper',
    )
  })
})

describe('an address for alerts', () => {
  test('is tested, with an honest answer, and taken away', async () => {
    await using receiver = await Receiver.listening()
    await using server = testServer({ webhookPrivateHosts: ['127.0.0.1'] })
    const engineer = new Browser(server)
    const { desk } = await carMadeIn(engineer)
    const url = `http://127.0.0.1:${receiver.port}/secret-topic`
    const add = { url, preset: 'ntfy', wants: 'all' }
    expect((await engineer.send(`${desk}/webhooks`, add)).text('.done')).toContain('Alerts go to')
    const tested = await engineer.send(`${desk}/webhooks/1/test`)
    expect(tested.text('.done')).toContain('was taken')
    expect(receiver.received).toMatchObject([
      { path: '/secret-topic', headers: { title: 'Borealis #52' } },
    ])
    receiver.answers = () => ({ status: 404 })
    const failed = await engineer.send(`${desk}/webhooks/1/test`)
    expect(failed.text('.done')).toContain('was not taken: the answer was 404')
    expect(failed.text('.list')).toContain('the answer was 404')
    expect((await engineer.send(`${desk}/webhooks/1/remove`)).text('.list')).toBe('')
    const gone = await engineer.send(`${desk}/webhooks/1/test`)
    expect(gone.text('.done')).toContain('No test was sent')
    // What waits for the first must never go to the second.
    await engineer.send(`${desk}/webhooks`, add)
    expect((await engineer.open(`${desk}/alerts`)).html).toContain(`${desk}/webhooks/2/test`)
  })

  test('in the own network is refused in words, and what is no address too', async () => {
    await using receiver = await Receiver.listening()
    await using server = testServer()
    const engineer = new Browser(server)
    const { desk } = await carMadeIn(engineer)
    const add = (url: string) =>
      engineer.send(`${desk}/webhooks`, { url, preset: 'json', wants: 'all' })
    for (const url of ['ftp://x.example/', 'javascript:0', 'https://me:secret@x.example/', 'x']) {
      expect((await add(url)).text('[role="alert"]')).toContain('Expected an address')
    }
    await add(`http://127.0.0.1:${receiver.port}/`)
    const tested = await engineer.send(`${desk}/webhooks/1/test`)
    expect(tested.text('.done')).toContain('private network')
    expect(receiver.received).toEqual([])
  })

  test('is for the engineer alone', async () => {
    await using server = testServer()
    const { desk } = await carMadeIn(new Browser(server))
    const viewer = new Browser(server)
    for (const path of [
      'alerts',
      'alerts/undo',
      'webhooks',
      'webhooks/1/test',
      'webhooks/1/remove',
    ]) {
      expect((await viewer.send(`${desk}/${path}`, fields)).status).toBe(403)
    }
    expect((await viewer.open(`${desk}/alerts`)).status).toBe(403)
  })
})

test('hot water is told on the wall and off it, and nobody ever sees the whole address', async () => {
  await using receiver = await Receiver.listening()
  const clock = new TestClock()
  await using server = testServer({ clock, webhookPrivateHosts: ['127.0.0.1'], logLevel: 'debug' })
  const engineer = new Browser(server)
  const { desk, id, key } = await carMadeIn(engineer)
  const url = `http://127.0.0.1:${receiver.port}/secret-topic-of-a-length-that-tells-it-apart`
  await engineer.send(`${desk}/webhooks`, { url, preset: 'json', wants: 'all' })
  const monitor = await TypedMonitor.connected(server.url, { authorization: `Bearer ${key}` })
  monitor.send('request_session_id', { publish_key: key })
  await monitor.hears('session_id_assigned')
  for (let seq = 1; seq <= 8; seq++) {
    clock.advance(1_000)
    const telemetry = typedFrame({ seq, engine_water_temp: 121 + seq / 10, in_pits: false })
    monitor.send('telemetry_update', { session_id: id, telemetry })
    await monitor.settled()
  }
  await becomes('the alert is taken', () => receiver.received.length > 0)
  expect(receiver.received).toHaveLength(1)
  const told = JSON.parse(receiver.received[0]?.body ?? '')
  expect(told).toMatchObject({ kind: 'water', side: 'high', limit: 110, car: 'Borealis #52' })

  const viewer = new Browser(server)
  const wall = await viewer.open(`/dashboard/${id}`)
  expect(wall.text('#alerts')).toContain('Water')
  const api = JSON.parse((await viewer.open(`/api/sessions/${id}`)).html)
  expect(api.alerts).toMatchObject([{ id: told.id, kind: 'water', limit: 110 }])
  const said = [...server.logged, wall.html]
  for (const path of [`/dashboard/${id}/race`, `/api/sessions/${id}`, `/api/sessions/${id}/race`]) {
    said.push((await viewer.open(path)).html)
  }
  said.push((await engineer.open(desk)).html, (await engineer.open(`${desk}/alerts`)).html)
  for (const text of said) expect(text).not.toContain('secret-topic')
  monitor.close()
})
