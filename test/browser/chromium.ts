import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/** For `setDefaultTimeout`, in every browser test: the first one unpacks the browser. */
export const browserTestMs = 60_000

/** Shorter than the test's: then it is Playwright that complains, and it says what it waited for. */
const patienceMs = 15_000

const nodeModules = resolve(import.meta.dir, '../../node_modules')

/** A headless Chromium from the npm registry; where that has none, the machine's own Chrome. Close it after the tests. */
export async function launchChromium(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return launchInstalledChrome()
  const folder = unpackedChromium()
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    // Not the package's own flags: they are made for AWS and switch web security off.
    args: ['--no-sandbox'],
    timeout: patienceMs,
    env: {
      ...process.env,
      // Machines without a desktop lack NSS; the same libraries everywhere make one case of it.
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  })
}

/** A page of a browser context of its own: cookies, storage and viewport are no other test's. */
export async function openPage(browser: Browser, options?: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options)
  context.setDefaultTimeout(patienceMs)
  return context.newPage()
}

async function launchInstalledChrome(): Promise<Browser> {
  try {
    return await chromium.launch({ channel: 'chrome', timeout: patienceMs })
  } catch (cause) {
    const here = `${process.platform} ${process.arch}`
    const text = `The browser tests bring a Chromium for Linux x64 only. Install Google Chrome to run them on ${here}.`
    throw new Error(text, { cause })
  }
}

/** Unpacked beside, then renamed: test runs at the same time do not see half a browser. */
function unpackedChromium(): string {
  const source = join(nodeModules, '@sparticuz', 'chromium')
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
  const folder = join(nodeModules, '.cache', `chromium-${version}`)
  if (existsSync(folder)) return folder
  const half = `${folder}-${process.pid}`
  mkdirSync(half, { recursive: true })
  try {
    unpack(half)
    writeFileSync(join(half, 'fonts.conf'), fontsConf(folder))
    renameSync(half, folder)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

/**
 * In a process of its own, because the package unpacks into the temporary folder, decides on import what to unpack
 * (AWS_EXECUTION_ENV: its libraries too) and then changes the environment.
 */
function unpack(folder: string) {
  const script = "(await import('@sparticuz/chromium')).default.executablePath()"
  const { success, stderr } = Bun.spawnSync([process.execPath, '-e', `await ${script}`], {
    cwd: nodeModules,
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  })
  if (!success) throw new Error(`Chromium could not be unpacked: ${stderr}`)
}

const fontsConf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`
