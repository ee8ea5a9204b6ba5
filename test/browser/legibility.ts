import { expect } from 'bun:test'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** WCAG 2.2 AA, and what everybody should do besides. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const widths = [320, 390, 768, 1280, 1920]

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] })
    .then(({ violations }) => violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => [id, help, target, failureSummary].join(' · '))))`)
}

/** What must be read whole; names and remarks may end in an ellipsis. */
const whole =
  '#freshness, #cause, #race-clock, main .value, .aside, .big, .temp, .row b, dd, td, button'

/** Text that does not fit where it stands, and pages that have to be moved sideways. */
const clipped = (page: Page) =>
  page.evaluate<string[]>(`{
    const { scrollWidth, clientWidth } = document.documentElement
    const parts = [...document.querySelectorAll('${whole}')].filter((part) => part.checkVisibility())
    const isClipped = (part) => part.scrollWidth > part.clientWidth && getComputedStyle(part).display !== 'inline'
    // What a keyboard can scroll may be wider than the screen.
    const beyond = (part) => !part.closest('[tabindex]') && part.getBoundingClientRect().right > innerWidth
    ;[
      ...(scrollWidth > clientWidth ? ['page ' + scrollWidth + ' > ' + clientWidth] : []),
      ...parts.filter((part) => isClipped(part) || beyond(part)).map((part) => part.id + ' ' + part.textContent),
    ]
  }`)

/** No rule of accessibility is broken, and nothing is cut off on any screen. */
export async function isLegible(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([])
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    expect({ width, clipped: await clipped(page) }).toEqual({ width, clipped: [] })
  }
}
