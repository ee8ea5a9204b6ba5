import { describe, expect, test } from 'bun:test'
import { Window } from 'happy-dom'
import type { RaceEvent } from '../../../src/race/race-event.ts'
import { eachWheel } from '../../../src/race/wheels.ts'
import { en } from '../../../views/catalogue.ts'
import { dashboardPanels } from '../../../views/dashboard-panels.ts'
import { dashboardPage } from '../../../views/pages/dashboard.tsx'
import { homePage } from '../../../views/pages/home.tsx'
import { problemPage } from '../../../views/pages/problem.tsx'
import { assets, read, wallWith } from './wall-fixture.ts'

/** Ends whatever it may stand in, and starts something worse. */
const hostile =
  '</title></section></hx-partial><hx-partial hx-target="#car"><img src=x onerror="alert(1)"><script>alert(1)</script> "onload=\'alert(1)\' x'

const event = (told: Pick<RaceEvent, 'kind' | 'facts'>): RaceEvent => ({
  number: 1,
  atMs: 0,
  chapter: 1,
  lap: 3,
  ...told,
})

const wall = wallWith(
  {
    driverName: hostile,
    carName: hostile,
    carModel: hostile,
    vehicleClass: hostile,
    trackName: hostile,
    sessionType: hostile,
    gamePhase: hostile,
    flag: hostile,
    pitState: hostile,
    tireCompound: eachWheel(() => hostile),
  },
  {
    setup: {
      chapter: 1,
      stint: 1,
      receivedAtMs: 0,
      sentAt: hostile,
      tree: {
        [hostile]: hostile,
        group: { [hostile]: [hostile, { [hostile]: { fl: hostile, fr: hostile } }] },
      },
    },
    events: [
      event({ kind: 'driver-changed', facts: { from: hostile, to: hostile } }),
      event({ kind: 'hand-over', facts: { from: hostile, to: hostile, blindMs: hostile } }),
      event({ kind: 'conflict-began', facts: { shown: hostile, other: hostile } }),
      event({ kind: 'feed-quiet', facts: { driver: hostile } }),
      event({ kind: 'chapter-started', facts: { sessionType: hostile, trackName: hostile } }),
      event({ kind: 'units-detected', facts: { pressure: hostile } }),
      event({ kind: 'pit-stop', facts: { fuelAddedLiters: hostile } }),
    ],
  },
)

const pulse = { stampMs: 0, ageMs: 0, presence: 'live', sinceMs: null, bootId: hostile } as const

describe('text from a monitor stays text', () => {
  test.each(dashboardPanels)('in $id', ({ render }) => {
    const html = render(wall, en)
    expect(html).not.toContain('<hx-partial')
    expect(html).not.toContain('</hx-partial')
    const panel = read(html)
    expect(panel.querySelectorAll('img, script, hx-partial, iframe, link').length).toBe(0)
    for (const element of panel.querySelectorAll('*')) {
      for (const { name } of element.attributes) expect(name).not.toMatch(/^on/)
    }
  })

  test('and is shown as it was sent', () => {
    const driver = dashboardPanels.find(({ id }) => id === 'driver')!
    expect(read(driver.render(wall, en)).textContent).toContain(hostile)
  })

  test('in the page, its title and the attributes of its root', () => {
    const html = dashboardPage({ assets, wall, pulse, streamUrl: '/stream', intervalMs: 500 })
    const window = new Window()
    window.document.write(html)
    expect(window.document.querySelectorAll('script').length).toBe(1)
    expect(window.document.querySelectorAll('img').length).toBe(0)
    expect(window.document.title).toContain('</title>')
    expect(window.document.getElementById('wall')?.getAttribute('data-pulse')).toContain(hostile)
  })

  test('in a problem and on the start page', () => {
    const pages = [
      problemPage({ assets, title: hostile, text: hostile }),
      homePage({
        assets,
        server: { addresses: [hostile], version: hostile },
        demoUrl: null,
        monitorConfig: hostile,
      }),
    ]
    for (const html of pages) {
      expect(html).not.toContain('<img')
      expect(html).not.toContain('<script')
    }
  })
})

test('a text in the place of a number is a dash', () => {
  const text = '<img src=x>' as unknown as number
  const numbers = wallWith({
    fuelLiters: text,
    fuelCapacityLiters: text,
    position: text,
    lastLapTimeMs: text,
    tireTempC: eachWheel(() => text),
    brakeBiasPercent: text,
    sessionTimeRemainingMs: text,
  })
  for (const { render } of dashboardPanels) expect(render(numbers, en)).not.toContain('<img')
})
