import { Elysia } from 'elysia'
import { monitorSocket } from './ingest/monitor-socket.ts'
import { OpenConnections } from './ingest/open-connections.ts'
import type { OriginSettings } from './ingest/origin.ts'
import { socketIo } from './ingest/socket-io.ts'
import { notifications } from './notify/notifications.ts'
import { type PitLaneDeps, pitLane } from './sessions/pit-lane.ts'
import { Broadcaster } from './stream/broadcaster.ts'
import { streamRoutes } from './stream/stream-routes.ts'
import { api } from './web/api.ts'
import { assetRoutes, type LoadedAssets } from './web/assets.ts'
import { frontDoor } from './web/front-door.ts'
import type { AllowedHosts } from './web/host-guard.ts'
import { pages } from './web/pages.ts'
import { racePages } from './web/race-pages.ts'
import { limits } from './wire/limits.ts'

export interface AppDeps extends PitLaneDeps {
  readonly assets: LoadedAssets
  readonly origins: OriginSettings
  readonly allowedHosts: AllowedHosts
  readonly corsOrigins: readonly string[]
  /** Of the own network, which alerts may be sent to. */
  readonly webhookPrivateHosts: readonly string[]
  readonly version: string
  readonly addresses: () => readonly string[]
  readonly demoUrl: () => string | null
}

/** Phones that stop reading, and sockets of PCs that vanished, are closed after this. */
const IDLE_SECONDS = 30

// monitor ─ws→ ingest → sessions → strategy → views → stream ─sse→ phone
export function createApp(given: AppDeps) {
  const lane = pitLane(given)
  const alerts = notifications({ ...given, ...lane })
  const bootId = crypto.randomUUID().slice(0, 8)
  const broadcaster = new Broadcaster({ ...given, ...lane, bootId })
  const connections = new OpenConnections()
  lane.door.onShut((car) => connections.shut(car))
  const { trustedProxies, baseUrl } = given.origins
  const now = { bootId, broadcaster, teamWalls: broadcaster.teams, connections }
  const deps = { ...given, ...lane, ...now, trustedProxies, baseUrl }
  const counts = () => ({ viewers: broadcaster.viewers, ...connections.counts })
  const app = new Elysia({
    serve: { reusePort: false, idleTimeout: IDLE_SECONDS, maxRequestBodySize: limits.messageBytes },
    websocket: { idleTimeout: IDLE_SECONDS, maxPayloadLength: limits.messageBytes },
  })
    .use(frontDoor(deps))
    .use(monitorSocket(deps))
    .use(socketIo(deps))
    .use(streamRoutes(deps))
    .use(racePages({ ...deps, setupsOf: ({ car }) => given.store.setups(car) }))
    .use(api({ ...deps, counts }))
    .use(assetRoutes(deps.assets))
    .use(pages(deps))
  return { app, ...lane, alerts, broadcaster, connections }
}
