import { expect, test } from 'bun:test'
import { EventStream } from '../fixtures/event-stream.ts'
import { testServer } from '../fixtures/server.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'

test("a monitor's frame is on the page and in the stream", async () => {
  await using server = testServer()
  const { monitor, id, assigned } = await TypedMonitor.begun(server.url)
  expect(assigned.dashboard_url).toBe(`${server.url}/dashboard/${id}`)
  const stream = await EventStream.open(`${server.url}/dashboard/${id}/stream?hz=10`)
  monitor.send('telemetry_update', {
    telemetry: { fuel: 57.3, player_name: 'Ana Lima', speed: 210 },
  })
  const message = await stream.next(({ data }) => data.includes('57.3'))
  expect(message.data).toContain('<hx-partial hx-target="#energy" hx-swap="innerMorph">')
  const page = await (await fetch(`${server.url}/dashboard/${id}`)).text()
  expect(page).toContain('Ana Lima')
  expect(page).toContain('57.3')
  stream.close()
  monitor.close()
})
