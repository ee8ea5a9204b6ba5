import { expect, test } from 'bun:test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Window } from 'happy-dom'

const script = readFileSync(join(import.meta.dir, '../../../public/alerts.js'), 'utf8')

/** A phone with the dashboard open, whose tones are counted and whose timers wait to be called. */
function phone() {
  const { document, MutationObserver, Event } = new Window()
  document.body.innerHTML =
    '<div id="wall" data-freshness="live"><section id="alerts"></section><button id="ring" disabled></button></div>'
  const did = { tones: 0, locks: 0, released: 0, closed: 0 }
  let due: (() => void) | null = null
  const node = { connect: (to: unknown) => to, frequency: {}, gain: {}, stop: () => {} }
  class AudioContext {
    currentTime = 0
    state = 'running'
    createGain = () => node
    createOscillator = () => ({ ...node, start: () => did.tones++ })
    close = () => did.closed++
  }
  const lock = { release: () => did.released++ }
  const request = async () => {
    did.locks++
    return lock
  }
  const given = {
    ...{ document, MutationObserver, AudioContext, navigator: { wakeLock: { request } } },
    setTimeout: (task: () => void) => {
      due = task
      return 1
    },
    clearTimeout: () => {
      due = null
    },
  }
  new Function(...Object.keys(given), script)(...Object.values(given))
  const find = (id: string) => document.getElementById(id)!
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  return {
    did,
    tap: async () => {
      find('ring').dispatchEvent(new Event('click'))
      await settled()
    },
    shows: async (...ids: string[]) => {
      find('alerts').innerHTML = ids.map((id) => `<li data-alert="${id}"></li>`).join('')
      await settled()
    },
    says: async (state: string) => {
      find('wall').setAttribute('data-freshness', state)
      await settled()
    },
    minutePasses: () => due?.(),
    wakes: async () => {
      document.dispatchEvent(new Event('visibilitychange'))
      await settled()
    },
  }
}

test('a phone that nobody has tapped makes no sound', async () => {
  const { shows, did } = phone()
  await shows('a')
  expect(did).toMatchObject({ tones: 0, locks: 0 })
})

test('one that was tapped rings for what is new, and not again when the same comes anew', async () => {
  const { tap, shows, wakes, did } = phone()
  await shows('a')
  await tap()
  expect(did).toMatchObject({ tones: 1, locks: 1 })
  await shows('b', 'a')
  await shows()
  await shows('b', 'a')
  expect(did.tones).toBe(4)
  await wakes()
  expect(did.locks).toBe(2)
  await tap()
  await shows('c')
  expect(did).toMatchObject({ tones: 4, closed: 1, released: 1 })
})

test('one that hears nothing for a minute says so, or its owner sleeps on', async () => {
  const { tap, says, minutePasses, did } = phone()
  await tap()
  await says('no-connection')
  await says('live')
  minutePasses()
  expect(did.tones).toBe(1)
  await says('no-connection')
  minutePasses()
  expect(did.tones).toBe(4)
})
