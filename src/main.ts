import { tmpdir } from 'node:os'
import { join } from 'node:path'
import manifest from '../package.json'
import { startDemo } from './cli/demo.ts'
import { configTable, readConfig, type Config as Settings } from './config.ts'
import { lanAddresses } from './ops/lan-addresses.ts'
import { lineLog } from './ops/line-log.ts'
import { systemClock } from './ops/system-clock.ts'
import { type RunningServer, startServer } from './server.ts'
import { trustedProxies } from './sessions/client-address.ts'
import { BOOKS_FILE, FRAMES_FILE } from './store/data-folder.ts'
import { lockedDataFolder } from './store/data-folder-lock.ts'
import { memoryFrameLog } from './store/memory-frame-log.ts'
import { memorySessionStore } from './store/memory-session-store.ts'
import { sqliteFrameLog } from './store/sqlite-frame-log.ts'
import { sqliteSessionStore } from './store/sqlite-session-store.ts'
import { loadedAssets } from './web/assets.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

function fail(...lines: string[]): never {
  for (const line of lines) process.stderr.write(`${line}\n`)
  process.exit(1)
}

const stackOf = (error: unknown) =>
  error instanceof Error ? (error.stack ?? String(error)) : String(error)

const args = process.argv.slice(2)
if (args.includes('--help')) {
  say(configTable())
  process.exit(0)
}
const read = readConfig(args, process.env)
if (!read.ok) fail('Cannot start:', ...read.problems.map((problem) => `  ${problem}`))
const { config } = read
const log = lineLog(config.LOG_LEVEL, (line) => process.stderr.write(line))

// A bug met by one connection must not end the race for all the others.
process.on('unhandledRejection', (reason) => log.error('bug', { reason: stackOf(reason) }))
process.on('uncaughtException', (error) => log.error('bug', { reason: stackOf(error) }))

const { store, frames } = openedStores(config)
const addresses = reachableAddresses(config)
let demoUrl: string | null = null
const server = listening()
const port = server.port

say(`1Lap Dashboard ${manifest.version} is running.`)
say('')
say('Open it at')
for (const address of addresses(port)) say(`  ${address}`)
say('')
say("In the monitor's config.json set")
say(`  "server_url": "${addresses(port)[0]}", "session_id": "auto"`)

const demo = config.DEMO
  ? startDemo({
      url: `http://127.0.0.1:${port}`,
      credentialsFile: demoFile(config),
      log: (line) => log.info('demo', { line }),
      onReady: (url) => {
        demoUrl = new URL(url).pathname
        say('')
        say('The demo is at')
        for (const address of addresses(port)) say(`  ${address}${demoUrl}`)
      },
    })
  : null

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    log.info('ending', { signal })
    demo?.stop()
    server.close().then(
      () => process.exit(0),
      (error) => fail(`Ended, but not well: ${stackOf(error)}`),
    )
  })
}

function openedStores({ STORE, DATA_DIR }: Settings) {
  if (STORE === 'memory') return { store: memorySessionStore(), frames: memoryFrameLog() }
  const locked = lockedDataFolder(DATA_DIR)
  if (!locked.ok) {
    fail(
      locked.problem === 'folder-in-use'
        ? `Cannot start: another server uses the data folder ${DATA_DIR}. End it, or set DATA_DIR to another folder.`
        : `Cannot start: the data folder ${DATA_DIR} cannot be written. Set DATA_DIR to a folder that can.`,
    )
  }
  const onTrouble = (reason: string) => log.error('the database cannot be written', { reason })
  const onFrames = (reason: string) => log.warn('raw frames', { reason })
  try {
    return {
      store: sqliteSessionStore(join(DATA_DIR, BOOKS_FILE), onTrouble),
      frames: sqliteFrameLog(join(DATA_DIR, FRAMES_FILE), onFrames),
    }
  } catch (error) {
    fail(`Cannot start: the database in ${DATA_DIR} cannot be opened: ${error}`)
  }
}

/** Sessions that end with the server need no folder, and their demo must not forget that of a server that has one. */
function demoFile({ STORE, DATA_DIR }: Settings): string {
  if (STORE === 'memory') return join(tmpdir(), `demo-${crypto.randomUUID()}.json`)
  return join(DATA_DIR, 'demo.json')
}

function reachableAddresses({ HOST, BASE_URL }: Settings) {
  const everywhere = HOST === '0.0.0.0' || HOST === '::'
  return (port: number) => {
    // Read anew each time: a laptop changes its network and goes on racing.
    const hosts = everywhere
      ? [...lanAddresses(), 'localhost']
      : [HOST.includes(':') ? `[${HOST}]` : HOST]
    const own = hosts.map((host) => `http://${host}:${port}`)
    return BASE_URL === '' ? own : [BASE_URL, ...own]
  }
}

function listening(): RunningServer {
  const { HOST, PORT, BASE_URL, TIME_RATE } = config
  const clock = systemClock(TIME_RATE)
  const ownHost = BASE_URL === '' ? [] : [new URL(BASE_URL).hostname]
  const running: { port: number } = { port: PORT }
  try {
    const started = startServer(
      {
        store,
        frames,
        clock,
        log,
        assets: loadedAssets(),
        origins: {
          trustedProxies: trustedProxies(config.TRUSTED_PROXIES, config.CLIENT_ADDRESS_HEADER),
          baseUrl: BASE_URL || null,
          fallbackUrl: addresses(PORT)[0] ?? `http://localhost:${PORT}`,
        },
        allowedHosts: new Set(
          [...ownHost, ...config.ALLOWED_HOSTS].map((host) => host.toLowerCase()),
        ),
        corsOrigins: config.CORS_ORIGINS,
        webhookPrivateHosts: config.WEBHOOK_PRIVATE_HOSTS,
        legacyMonitors: config.LEGACY_MONITORS,
        sessionIdleHours: config.SESSION_IDLE_HOURS,
        version: manifest.version,
        addresses: () => addresses(running.port),
        demoUrl: () => demoUrl,
      },
      HOST,
      PORT,
    )
    running.port = started.port
    return started
  } catch (error) {
    const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    return fail(
      inUse
        ? `Cannot start: port ${PORT} is in use, perhaps by another server. End it, or set PORT to another port.`
        : `Cannot start: cannot listen on ${HOST}:${PORT}: ${error}`,
    )
  }
}
