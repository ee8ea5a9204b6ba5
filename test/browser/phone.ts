import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { openPage } from './chromium.ts'

/** A page that keeps what it complained about and what it asked for, from the first byte on. */
export interface Phone {
  readonly page: Page
  /** Errors and warnings of the console, scripts that failed, dialogs, breaches of the content security policy. */
  readonly complaints: string[]
  /** Every address it asked for, in order. */
  readonly asked: string[]
}

export async function openPhone(browser: Browser, options?: BrowserContextOptions): Promise<Phone> {
  const page = await openPage(browser, options)
  const complaints: string[] = []
  const asked: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`)
    dialog.dismiss()
  })
  page.context().on('request', (request) => asked.push(request.url()))
  await page.addInitScript(`addEventListener('securitypolicyviolation', (breach) =>
    console.error('policy:', breach.violatedDirective, breach.blockedURI, breach.sample))`)
  return { page, complaints, asked }
}

/** The text as a viewer reads it: what the style sheet hides is not there. */
export async function shown(element: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: hidden text is the point
  return (await element.innerText()).trim()
}

/** In this state, in the words that the state is told with. */
export async function sees(page: Page, state: string, withinMs?: number): Promise<void> {
  const options = withinMs === undefined ? {} : { timeout: withinMs }
  await page.waitForSelector(
    `#wall[data-freshness="${state}"] #freshness [data-when="${state}"]`,
    options,
  )
}

/** The element with this text, as soon as it is there. */
export async function reads(page: Page, selector: string, text: string, withinMs?: number) {
  const options = withinMs === undefined ? {} : { timeout: withinMs }
  await page.locator(selector).filter({ hasText: text }).waitFor(options)
}

/** Headless pages are always visible: this one says what a phone in a pocket says. */
export async function showOrHide(page: Page, visibility: 'visible' | 'hidden'): Promise<void> {
  await page.evaluate(`{
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: '${visibility}' })
    Object.defineProperty(document, 'hidden', { configurable: true, value: ${visibility === 'hidden'} })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }`)
}

/** What the page's states have been since `writeDownStates`, each with the moment it began. */
export type StateSeen = { readonly state: string; readonly atMs: number }

/** From the first line of the page's life: no state is too short to be seen. */
export async function writeDownStates(page: Page): Promise<void> {
  await page.addInitScript(`addEventListener('DOMContentLoaded', () => {
    const wall = document.getElementById('wall')
    if (!wall) return
    window.statesSeen = []
    const look = () => statesSeen.push({ state: wall.dataset.freshness, atMs: performance.now() })
    new MutationObserver(look).observe(wall, { attributeFilter: ['data-freshness'] })
    look()
  })`)
}

export const statesSeen = (page: Page): Promise<StateSeen[]> => page.evaluate('window.statesSeen')
