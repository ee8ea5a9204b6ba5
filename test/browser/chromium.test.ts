import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test'
import type { Browser } from 'playwright-core'
import { browserTestMs, launchChromium, openPage } from './chromium.ts'

setDefaultTimeout(browserTestMs)

const pitBoard = `<!doctype html><meta name="viewport" content="width=device-width">
<p id="laps">?</p><script>document.querySelector('#laps').textContent = '12 laps left · ' + innerWidth</script>`

let browser: Browser
const server = Bun.serve({
  hostname: '127.0.0.1',
  port: 0,
  fetch: () => new Response(pitBoard, { headers: { 'content-type': 'text/html;charset=utf-8' } }),
})

beforeAll(async () => {
  browser = await launchChromium()
})

afterAll(async () => {
  await browser?.close()
  await server.stop(true)
})

test('a phone’s browser shows a page and runs its script', async () => {
  const phone = await openPage(browser, { viewport: { width: 390, height: 844 } })
  await phone.goto(server.url.href)
  expect(await phone.textContent('#laps')).toBe('12 laps left · 390')
})

test('text is drawn with a font: letters have a width of their own', async () => {
  const phone = await openPage(browser)
  await phone.setContent('<span id="wide">WWWW</span><br><span id="narrow">iiii</span>')
  const widthOf = async (id: string) => (await phone.locator(id).boundingBox())?.width ?? 0
  expect(await widthOf('#wide')).toBeGreaterThan(2 * (await widthOf('#narrow')))
})

test('web security is on: a page may not read another origin', async () => {
  const phone = await openPage(browser)
  await phone.goto(server.url.href)
  const otherOrigin = server.url.href.replace('127.0.0.1', 'localhost')
  const answer = await phone.evaluate(
    (url) =>
      fetch(url).then(
        () => 'read',
        () => 'refused',
      ),
    otherOrigin,
  )
  expect(answer).toBe('refused')
})
