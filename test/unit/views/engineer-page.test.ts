import { describe, expect, test } from 'bun:test'
import { en } from '../../../views/catalogue.ts'
import { keysPanel } from '../../../views/engineer/keys.tsx'
import { monitorsList } from '../../../views/engineer/monitors.tsx'
import { carLinksPage } from '../../../views/pages/car-links.tsx'
import { engineerPage } from '../../../views/pages/engineer.tsx'
import { newSecretPage } from '../../../views/pages/new-secret.tsx'
import { teamPage } from '../../../views/pages/team.tsx'
import { noticesPanel } from '../../../views/panels/notices.tsx'
import { teamWall } from '../../../views/team-wall.ts'
import { assets, read, textOf, wallWith } from './wall-fixture.ts'

const hostile = '</title></li><img src=x onerror="alert(1)"><script>alert(1)</script>"onload=\'x'

const line = {
  socket: 7,
  driverName: 'Ana',
  doing: 'driving',
  claims: true,
  heardAtMs: 58_000,
  isOnWall: true,
  isPicked: false,
} as const

const monitors = (lines: Parameters<typeof monitorsList>[0]['lines'], conflict = null) =>
  ({ lines, conflict, nowMs: 60_000, pickAction: '/pick' }) as const

describe('the list of PCs', () => {
  test('says what each does, and offers those that could take the wall', () => {
    const ben = { ...line, socket: 8, driverName: 'Ben', isOnWall: false, claims: false } as const
    const gone = { ...ben, socket: 9, driverName: null, doing: 'gone' } as const
    const list = read(monitorsList(monitors([line, ben, gone]), en))
    expect(textOf(list.innerHTML)).toMatch(
      /Ana ● on the wall.*drives · says it has the wheel · heard 2 s ago.*Ben.*drives · heard 2 s ago/,
    )
    expect([...list.querySelectorAll('input')].map((input) => input.getAttribute('value'))).toEqual(
      ['8'],
    )
  })

  test('is loud about two that cannot both be right', () => {
    const list = monitorsList({ ...monitors([line]), conflict: ['Ana', null] }, en)
    expect(textOf(list)).toContain('Two PCs say they drive: Ana (shown) and a PC without a name')
  })

  test('says so when it is empty', () => {
    expect(textOf(monitorsList(monitors([]), en))).toBe('No monitor is connected.')
  })
})

test.each([null, 60_000])(
  'a key is replaced in two steps, also where a browser has opened it: %p',
  (seenInBrowserAtMs) => {
    const key = { number: 3, label: 'Ana', issuedAtMs: 0, revokedAtMs: null, seenInBrowserAtMs }
    const panel = read(keysPanel([key], '/keys', en))
    const form = panel.querySelector('form[action="/keys/3/replace"]')
    const asked = form?.closest('details')
    expect(asked?.hasAttribute('open')).toBe(false)
    expect(textOf(asked?.innerHTML ?? '')).toMatch(/^Replace this key ?The old key stops at once/)
    expect(textOf(panel.innerHTML).includes('A browser has opened')).toBe(
      seenInBrowserAtMs !== null,
    )
  },
)

test('names that people and PCs give stay text on every page of theirs', () => {
  const wall = wallWith(
    { driverName: hostile, carName: hostile },
    {
      name: hostile,
      feed: { driverName: hostile, phase: 'lost', sinceMs: 0, conflict: [hostile, hostile] },
      unsavedSinceMs: 0,
    },
  )
  const { session } = wall
  const key = {
    number: 1,
    label: hostile,
    issuedAtMs: 0,
    revokedAtMs: null,
    seenInBrowserAtMs: 0,
  }
  const pulse = { stampMs: 0, ageMs: 0, presence: 'live', sinceMs: null, bootId: 'b' } as const
  const monitor = { key: hostile, config: hostile }
  const pages = [
    engineerPage({
      assets,
      session,
      monitors: { ...monitors([{ ...line, driverName: hostile }]), conflict: [hostile, hostile] },
      keys: [key, { ...key, number: 2, revokedAtMs: 1 }],
      links: { viewUrl: hostile, viewCode: [[true]], action: '/desk' },
      audit: [{ atMs: 0, act: hostile, by: hostile, about: hostile }],
      done: { what: 'named', about: hostile },
    }),
    carLinksPage({
      assets,
      name: hostile,
      viewUrl: hostile,
      viewCode: [[true]],
      engineerUrl: hostile,
      monitor,
      paths: { dashboard: '/d', engineer: '/e' },
    }),
    newSecretPage({ assets, secret: { for: 'driver', label: hostile, monitor }, onward: '/' }),
    teamPage({
      assets,
      wall: teamWall(hostile, [wall], 0),
      pulse,
      path: '/team/k',
      intervalMs: 1_000,
    }),
    noticesPanel(wall),
  ]
  for (const html of pages) {
    const page = read(html)
    expect(page.querySelectorAll('img, iframe').length).toBe(0)
    for (const script of page.querySelectorAll('script')) {
      expect(script.getAttribute('src')).toBe(assets.script)
    }
    for (const element of page.querySelectorAll('*')) {
      for (const { name } of element.attributes) expect(name).not.toMatch(/^on/)
    }
  }
})
