import type { LinkOptions, MonitorLink } from './monitor-link.ts'
import { typedLink } from './typed-link.ts'

export const transports = ['typed', 'socketio'] as const
export type Transport = (typeof transports)[number]

export async function monitorLink(
  transport: Transport,
  options: LinkOptions,
): Promise<MonitorLink> {
  if (transport === 'typed') return typedLink(options)
  // Loaded only when asked for: an installation without development packages has no Socket.IO client.
  const { socketioLink } = await import('./socketio-link.ts')
  return socketioLink(options)
}
