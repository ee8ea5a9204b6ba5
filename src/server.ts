import { type AppDeps, createApp } from './app.ts'

/** How long open requests may take to end before they are cut. */
const END_WITHIN_MS = 2_000

export interface RunningServer {
  readonly port: number
  /** Everybody is told, everything is saved, the port is free. Safe to call twice. */
  close(): Promise<void>
}

/** Listens. Throws what the system says if it cannot, for example EADDRINUSE. */
export function startServer(deps: AppDeps, hostname: string, port: number): RunningServer {
  const { app, sessions, expiry, alerts, broadcaster, connections } = createApp(deps)
  app.listen({ hostname, port })
  let closing: Promise<void> | undefined
  async function close() {
    expiry.close()
    alerts.close()
    sessions.prepareToEnd()
    broadcaster.close()
    connections.restarting()
    const graceful = app.server?.stop(false)
    await Promise.race([graceful, Bun.sleep(END_WITHIN_MS)])
    await app.server?.stop(true)
    try {
      // What was taken in meanwhile is saved too.
      sessions.close()
    } finally {
      deps.frames?.close()
      deps.store.close()
    }
  }
  return {
    port: app.server?.port ?? port,
    close: () => {
      closing ??= close()
      return closing
    },
  }
}
