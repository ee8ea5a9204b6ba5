import { describe, expect, test } from 'bun:test'
import { Window } from 'happy-dom'
import { en } from '../../../views/catalogue.ts'
import { dashboardPanels } from '../../../views/dashboard-panels.ts'
import { freshnessState, freshnessStates } from '../../../views/freshness-state.ts'
import { dashboardPage } from '../../../views/pages/dashboard.tsx'
import { homePage } from '../../../views/pages/home.tsx'
import { previewPage } from '../../../views/pages/preview.tsx'
import { problemPage } from '../../../views/pages/problem.tsx'
import { encodePulse, type Pulse } from '../../../views/pulse.ts'
import { garageSetup } from '../../fixtures/garage-setup.ts'
import { anId } from '../../fixtures/race.ts'
import { aSetup } from '../../fixtures/raced-session.ts'
import { assets, wallWith } from './wall-fixture.ts'

const pulse: Pulse = {
  stampMs: 1000.4,
  ageMs: 240.6,
  presence: 'live',
  sinceMs: null,
  bootId: 'b1',
}

const page = (known: Partial<Parameters<typeof dashboardPage>[0]> = {}) =>
  dashboardPage({
    assets,
    wall: wallWith(),
    pulse,
    streamUrl: '/stream?hz=2',
    intervalMs: 500,
    ...known,
  })

function opened(html: string) {
  const window = new Window()
  window.document.write(html)
  return window.document
}

test('a pulse is one line of integers', () => {
  expect(encodePulse(pulse)).toBe('1000;241;live;;b1')
  expect(encodePulse({ ...pulse, ageMs: null, presence: 'offline', sinceMs: 7 })).toBe(
    '1000;;offline;7;b1',
  )
})

test.each([
  [{}, 'live'],
  [{ ageMs: 2_500 }, 'live'],
  [{ ageMs: 2_501 }, 'delayed'],
  [{ ageMs: 5_501 }, 'stale'],
  [{ ageMs: null }, 'waiting'],
  [{ ageMs: 90_000, presence: 'garage' }, 'garage'],
  [{ ageMs: 90_000, presence: 'offline' }, 'offline'],
] as const)('at the first sight a pulse %j is %s', (known, state) => {
  expect(freshnessState({ ...pulse, ...known }, 500)).toBe(state)
})

describe('the dashboard', () => {
  test('is whole without JavaScript: every panel filled, the state in its place', () => {
    const document = opened(page({ pulse: { ...pulse, ageMs: 7_900 } }))
    for (const { id, render } of dashboardPanels) {
      const isFilled = document.getElementById(id)?.innerHTML !== ''
      // For what is wrong: nothing is.
      expect([id, isFilled]).toEqual([id, !['alerts', 'notices', 'openness'].includes(id)])
      expect(render(wallWith(), en) !== '').toBe(isFilled)
    }
    expect(document.getElementById('wall')?.getAttribute('data-freshness')).toBe('stale')
    expect(document.querySelector('#freshness .age')?.textContent).toBe('7 s')
    expect(page()).toContain('<noscript><meta http-equiv="refresh" content="5"/></noscript>')
  })

  test('has a word for every state, outside of every panel', () => {
    const document = opened(page())
    for (const state of freshnessStates) {
      expect(document.querySelector(`#freshness [data-when="${state}"]`)?.textContent).toMatch(
        /^[A-Z ]+$/,
      )
    }
    for (const { id } of dashboardPanels) {
      expect(document.querySelector(`#${id} [data-when]`)).toBeNull()
    }
  })

  test('connects to its stream, and swaps no error page in', () => {
    const stream = opened(page()).getElementById('stream')
    expect(stream?.getAttribute('hx-sse:connect')).toBe('/stream?hz=2')
    expect(stream?.getAttribute('hx-swap')).toBe('none')
    expect(stream?.getAttribute('hx-status:4xx')).toBe('swap:none')
  })

  test('has nothing that the policy forbids', () => {
    expect(page()).not.toMatch(/ style=| on[a-z]+=|<style|javascript:/)
    const scripts = [...opened(page()).querySelectorAll('script')]
    expect(scripts.map((each) => [each.getAttribute('src'), each.textContent])).toEqual([
      [assets.script, ''],
    ])
  })

  test('has one live region, one first heading, and no id twice', () => {
    const document = opened(
      page({
        wall: wallWith({}, { setup: aSetup(1, garageSetup()) }),
      }),
    )
    expect(document.querySelectorAll('[role=status]').length).toBe(1)
    expect(document.querySelectorAll('h1').length).toBe(1)
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('says of an open session that anyone with the link can publish', () => {
    const sentence = 'anyone with this link can publish'
    expect(page({ wall: wallWith({}, { mode: 'open' }) })).toContain(sentence)
    expect(page({ wall: wallWith({}, { mode: 'bound' }) })).not.toContain(sentence)
    const { body } = opened(page({ wall: wallWith({}, { mode: 'open' }) }))
    const [first] = body.textContent.split(en.energy.title)
    expect(first).toContain(sentence)
    expect(body.querySelector('#openness')?.previousElementSibling?.id).toBe('last-lap')
  })

  test('is not for search engines', () => {
    expect(page()).toContain('<meta name="robots" content="noindex, nofollow"/>')
  })

  test('with a whole garage in it is at most 8 KB on its way', () => {
    const setup = aSetup(1, garageSetup())
    const html = page({ wall: wallWith({ driverName: 'Ana', fuelLiters: 57 }, { setup }) })
    expect(Bun.gzipSync(Buffer.from(html)).length).toBeLessThan(8_000)
  })
})

test('the start page says how to connect, and opens a pasted link', () => {
  const document = opened(
    homePage({
      assets,
      server: { addresses: ['http://192.168.1.20:5000'], version: '0.1.0' },
      demoUrl: '/dashboard/demo',
      monitorConfig: '{ "session_id": "auto" }',
    }),
  )
  const forms = [...document.querySelectorAll('form')].map((form) => form.getAttribute('action'))
  expect(forms).toEqual(['/cars', '/open', '/teams', '/look'])
  expect(document.querySelector('form[action="/open"] input')?.getAttribute('name')).toBe('session')
  expect(document.querySelector('form[action="/open"] label')?.getAttribute('for')).toBe('session')
  expect(document.querySelector('pre')?.textContent).toBe('{ "session_id": "auto" }')
  expect(document.querySelector('a[href="/dashboard/demo"]')).not.toBeNull()
  expect(document.body.textContent).toContain('http://192.168.1.20:5000')
  expect(document.querySelector('script')).toBeNull()
})

test('a page that is not there says so, and leads home', () => {
  const { notFoundTitle: title, notFoundText: text } = en.problem
  const document = opened(problemPage({ assets, title, text }))
  expect(document.querySelector('h1')?.textContent).toBe('Nothing here')
  expect(document.querySelector('a')?.getAttribute('href')).toBe('/')
})

test('a preview for robots names no car, no driver and no session', () => {
  const html = previewPage(assets)
  expect(html).not.toContain(anId)
  expect(html).not.toContain('<script')
})
