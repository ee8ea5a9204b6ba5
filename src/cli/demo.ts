import { type DemoMemory, forgetDemo, rememberDemo, rememberedDemo } from './demo-memory.ts'
import { inventedRace } from './invented-race.ts'
import { inventedSetup } from './invented-setup.ts'
import type { MonitorLink } from './links/monitor-link.ts'
import { typedLink } from './links/typed-link.ts'
import { publishRace } from './race-publication.ts'

export interface DemoOptions {
  /** Of the own server. */
  readonly url: string
  /** Keeps the demo's session, key and race over restarts. Written with mode 0600. */
  readonly credentialsFile: string
  readonly log: (line: string) => void
  /** Once per session: a second time only if the server no longer knew the first. */
  readonly onReady?: (dashboardUrl: string) => void
}

/** A few laps in: the wall is past the formation, and the first average is a lap away. */
const FIRST_LAP_SHOWN = 5
/** Before another session is asked for, when the server has refused the kept one. */
const ASK_AGAIN_MS = 1000

/** Publishes an invented race in real time, and the next one when it is over, until stopped. */
export function startDemo(options: DemoOptions): { stop(): void } {
  let link: MonitorLink | null = null
  let stopped = false

  const publishUntilStopped = async () => {
    while (!stopped) {
      const memory = await rememberedDemo(options.credentialsFile)
      if (stopped) return
      const bootId = crypto.randomUUID()
      link = typedLink({
        url: options.url,
        sessionId: memory?.session_id,
        publishKey: memory?.publish_key,
        bootId,
        log: options.log,
      })
      await publishRaces(link, bootId, memory, options)
      const end = await link.ended
      if (end.by === 'us') return
      options.log(`The demo begins a new session: ${end.reason}.`)
      await forgetDemo(options.credentialsFile)
      await Bun.sleep(ASK_AGAIN_MS)
    }
  }
  publishUntilStopped().catch((error) => options.log(`The demo has stopped: ${error}`))

  return {
    stop() {
      stopped = true
      link?.close()
    },
  }
}

async function publishRaces(
  link: MonitorLink,
  bootId: string,
  memory: DemoMemory | null,
  options: DemoOptions,
): Promise<void> {
  let ended = false
  let stopRace = () => {}
  link.ended.then(() => {
    ended = true
    stopRace()
  })
  const session = await link.ready().catch(() => null)
  if (session === null) return
  options.onReady?.(session.dashboardUrl)

  let current = memory
  while (!ended) {
    const seed = current?.seed ?? 1
    const race = inventedRace({ seed })
    const goesOn = current !== null && Date.now() < current.race_began_at_ms + race.endMs
    if (current === null || !goesOn) {
      const firstShown = current === null ? race.truth.laps[FIRST_LAP_SHOWN - 1] : undefined
      current = {
        session_id: session.sessionId,
        publish_key: session.publishKey ?? '',
        seed,
        race_began_at_ms: Date.now() - (firstShown?.startedAtMs ?? 0),
      }
      link.sendSetup(inventedSetup(), new Date().toISOString())
      await rememberDemo(options.credentialsFile, current).catch((error) =>
        options.log(`The demo's link will not survive a restart: ${error}`),
      )
    }
    if (ended) return
    const fromMs = Date.now() - current.race_began_at_ms
    const publication = publishRace({ race, link, bootId, fromMs })
    stopRace = publication.stop
    await publication.done
    // A race that is over begins anew with another seed, at its formation.
    current = { ...current, seed: seed + 1, race_began_at_ms: 0 }
  }
}
