import { expect, test } from 'bun:test'
import { Browser, carMadeIn } from '../fixtures/browser.ts'
import { hostileStrings } from '../fixtures/hostile-strings.ts'
import { markupShape } from '../fixtures/markup-shape.ts'
import { type TestServer, testServer } from '../fixtures/server.ts'

/** Every page that shows what an engineer can write, with this text wherever it fits. */
async function pagesWith(server: TestServer, text: string) {
  const engineer = new Browser(server)
  const { id, desk } = await carMadeIn(engineer)
  const name = text.slice(0, 40)
  await engineer.send(`${desk}/strategy/roster`, { roster: `${name}\nBen` })
  await engineer.send(`${desk}/strategy/names`, { from: name, to: 'Cho' })
  await engineer.send(`${desk}/strategy/names`, { from: 'Dee', to: name })
  await engineer.send(`${desk}/notes`, { note: text.slice(0, 200) })
  const call = { when: 'this-lap', inLaps: '', fill: '', own: '', tires: '' }
  await engineer.send(`${desk}/call`, { ...call, next: name, words: name })
  const wall = `/dashboard/${id}`
  const paths = [wall, `${wall}/glance`, `${wall}/board`, `${wall}/race`, desk]
  const all = [...paths, `${desk}/call`, `${desk}/strategy`, `${wall}?look=de`]
  const pages = await Promise.all(all.map((path) => engineer.open(path)))
  expect(pages.map(({ status }) => status)).toEqual(all.map(() => 200))
  // What no form takes is refused as a whole, and what is refused is shown again where it was written.
  const refused = await engineer.send(`${desk}/call`, {
    ...call,
    own: text.slice(0, 90),
    fill: 'own',
  })
  return [...pages, refused].map(({ html }) => html.replaceAll(id, 'ID'))
}

test('whatever an engineer writes stays a text on every page', async () => {
  await using server = testServer()
  const usual = markupShape(await pagesWith(server, 'Ana Lima'))
  for (const text of Object.values(hostileStrings)) {
    const shapes = markupShape(await pagesWith(server, text))
    expect([text, [...shapes].filter((shape) => !usual.has(shape))]).toEqual([text, []])
  }
}, 60_000)
