import { describe, expect, test } from 'bun:test'
import { createApp } from '../../src/app.ts'
import { memorySessionStore } from '../../src/store/memory-session-store.ts'
import { monitorEvents } from '../../src/wire/messages.ts'
import { readSession } from '../fixtures/api.ts'
import { Browser, carMadeIn } from '../fixtures/browser.ts'
import { testDeps, testServer } from '../fixtures/server.ts'
import { transports } from '../fixtures/transports.ts'
import { TypedMonitor } from '../fixtures/typed-monitor.ts'

/** A team's car in the race, and a viewer who has more than most: he is the engineer of another car here. */
async function raceDay() {
  const store = memorySessionStore()
  const server = testServer({ store })
  const team = new Browser(server)
  const car = await carMadeIn(team)
  const bens = await team.send(`${car.desk}/keys`, { label: 'Ben' })
  const teamPath = new URL((await team.send('/teams', { name: 'Borealis' })).text('pre')).pathname
  await team.send(`${teamPath}/cars`, { link: car.viewUrl })
  const monitor = await TypedMonitor.connected(server.url, { authorization: `Bearer ${car.key}` })
  monitor.send('request_session_id', {})
  await monitor.publish({ fuel: 44, player_name: 'Ana' })

  const viewer = new Browser(server)
  const own = await carMadeIn(viewer, 'own')
  const kept = store.all().find(({ session }) => session.id === car.id)
  const secrets = [
    car.key,
    new URL(JSON.parse(bens.text('pre')).server_url).searchParams.get('key') ?? '',
    car.engineerUrl.split('/').at(-1) ?? '',
    teamPath.split('/').at(-1) ?? '',
    kept?.session.car ?? '',
    kept?.access.engineerKeyHash ?? '',
    ...(kept?.access.publishKeys.map(({ hash }) => hash) ?? []),
  ]
  expect(secrets.filter((secret) => secret.length < 36)).toEqual([])
  /** All of the car that a person or a program could change. */
  const state = async () => {
    const now = store.all().find(({ session }) => session.car === kept?.session.car)
    const teams = store.teams().filter(({ name }) => name === 'Borealis')
    const { telemetry, setup, mode, name, over, feed } = await readSession(server, car.id)
    const audit = store.audit(kept?.session.car as never)
    return JSON.stringify({
      access: now?.access,
      telemetry,
      setup,
      mode,
      name,
      over,
      feed,
      teams,
      audit,
    })
  }
  const isQuiet = (text: string) => secrets.filter((secret) => text.includes(secret))
  return { server, car, own, viewer, monitor, state, isQuiet }
}

/** An answer's head and as much of its body as comes at once: streams do not end. */
async function readSome(answer: Response, abort: AbortController): Promise<string> {
  const head = JSON.stringify([...answer.headers])
  if (!answer.headers.get('content-type')?.includes('event-stream')) {
    return head + (await answer.text())
  }
  const reader = answer.body?.getReader()
  const first = await reader?.read()
  abort.abort()
  return head + new TextDecoder().decode(first?.value)
}

const { app } = createApp(testDeps())
const everyRoute = app.routes.map(({ method, path }) => [method, path] as const)

describe('a viewer, on every address there is,', () => {
  test('finds them all', () => {
    expect(everyRoute.length).toBeGreaterThan(30)
    expect(everyRoute).toContainEqual(['POST', '/dashboard/:id/engineer/end'])
  })

  test('neither changes the car nor learns a key, with all that a viewer can know and send', async () => {
    const { server, car, own, viewer, monitor, state, isQuiet } = await raceDay()
    const before = await state()
    const ownKey = own.engineerUrl.split('/').at(-1) ?? ''
    const words = [car.id, own.key, ownKey, `${car.id}?key=${own.key}`]
    const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']
    for (const [method, route] of everyRoute) {
      for (const key of words) {
        const path = route
          .replace(':id', car.id)
          .replace(':key', encodeURIComponent(key))
          .replace(':number', '1')
          .replace(/:\w+|\*$/g, car.id)
        for (const verb of method === 'ALL' ? methods : [method]) {
          const fields = { name: 'x', label: 'x', socket: '1', key, link: car.viewUrl }
          const writes = verb !== 'GET' && verb !== 'HEAD'
          const abort = new AbortController()
          const answer = await fetch(`${server.url}${path}`, {
            method: verb,
            redirect: 'manual',
            signal: abort.signal,
            headers: { cookie: viewer.cookies, 'sec-fetch-site': 'same-origin' },
            ...(writes ? { body: new URLSearchParams(fields) } : {}),
          })
          const said = await readSome(answer, abort)
          expect([verb, path, isQuiet(said)]).toEqual([verb, path, []])
        }
      }
      expect([route, await state()]).toEqual([route, before])
    }
    monitor.close()
    await server.close()
  }, 60_000)

  test('is refused by every address that writes for the engineer', async () => {
    const { server, car, viewer, monitor } = await raceDay()
    const desk = everyRoute.filter(
      ([method, path]) => method === 'POST' && path.includes('/engineer'),
    )
    expect(desk.length).toBeGreaterThan(7)
    for (const [, path] of desk) {
      const { status } = await viewer.send(path.replace(':id', car.id).replace(':number', '1'))
      expect([path, status]).toEqual([path, 403])
    }
    monitor.close()
    await server.close()
  })
})

describe.each(transports)('a viewer, with every event on $name,', ({ connected }) => {
  test.each(Object.keys(monitorEvents))('%s', async (event) => {
    const { server, car, own, monitor, state, isQuiet } = await raceDay()
    const before = await state()
    for (const session_id of [car.id, car.id.toUpperCase(), undefined]) {
      for (const publish_key of [car.id, own.engineerUrl.split('/').at(-1), undefined]) {
        const viewer = await connected(server.url)
        const frame = { fuel: 1, player_name: 'Viewer', boot_id: 'b' }
        viewer.send(event, { session_id, publish_key, telemetry: frame, setup: { wing: 1 } })
        await Promise.race([viewer.settled(), viewer.closed])
        const said = JSON.stringify(
          viewer.told.filter((told) => told.event !== 'session_id_assigned'),
        )
        expect(isQuiet(said)).toEqual([])
        viewer.close()
      }
    }
    expect(await state()).toBe(before)
    monitor.close()
    await server.close()
  })
})
