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

/** Shorter than a test may take: then it is this wait that complains, and says what was there instead. */
const PATIENCE_MS = 15_000

/** Resolves in the instant in which the page's condition holds; rejects with what `instead` then is. */
function becomes(page: Page, condition: string, instead: string, withinMs: number): Promise<void> {
  return page.evaluate(`new Promise((resolve, reject) => {
    const changes = new MutationObserver(() => look())
    const patience = setTimeout(() => {
      changes.disconnect()
      reject(new Error('not within ${withinMs} ms; there is: ' + (${instead})))
    }, ${withinMs})
    const look = () => {
      if (!(${condition})) return
      changes.disconnect()
      clearTimeout(patience)
      resolve()
    }
    changes.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
    look()
  })`)
}

/** The wall says so. */
export async function sees(page: Page, state: string, withinMs = PATIENCE_MS): Promise<void> {
  const now = "document.getElementById('wall').dataset.freshness"
  await becomes(page, `${now} === '${state}'`, now, withinMs)
}

/** Its race clock moves: frames arrive. */
export async function drivesOn(page: Page): Promise<void> {
  const clock = await page.textContent('#race-clock b')
  const now = "document.querySelector('#race-clock b').textContent"
  await becomes(page, `${now} !== ${JSON.stringify(clock)}`, now, PATIENCE_MS)
}

/** The element has this text in it. */
export async function reads(page: Page, selector: string, text: string, withinMs = PATIENCE_MS) {
  const now = `document.querySelector(${JSON.stringify(selector)})?.textContent.replaceAll('\\u00a0', ' ')`
  await becomes(page, `${now}?.includes(${JSON.stringify(text)})`, now, withinMs)
}

/**
 * Headless pages are always visible: this one says what a phone in a pocket says. Gives back the state of the wall in
 * that instant.
 */
export function showOrHide(page: Page, visibility: 'visible' | 'hidden'): Promise<string> {
  return page.evaluate(`{
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: '${visibility}' })
    Object.defineProperty(document, 'hidden', { configurable: true, value: ${visibility === 'hidden'} })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    document.getElementById('wall').dataset.freshness
  }`)
}

/** The page's clocks stand still, and go on only when told: `later`. */
export const stopClocks = (page: Page) =>
  page.addInitScript(`{
    const clocks = { monotonic: performance.now(), date: Date.now() }
    performance.now = () => clocks.monotonic
    Date.now = () => clocks.date
    window.later = (ms) => { clocks.monotonic += ms; clocks.date += ms }
  }`)

export const later = (page: Page, ms: number) => page.evaluate(`later(${ms})`)

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
