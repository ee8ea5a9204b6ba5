import type { MonitorAccess } from '../../views/monitor-config.tsx'

/** The existing monitor's config.json. With a key in its address it publishes to that key's car. */
export function monitorConfig(serverUrl: string, key: string | null = null): string {
  const config = {
    server_url: key === null ? serverUrl : `${serverUrl}/?key=${key}`,
    session_id: 'auto',
    update_rate_hz: 2,
    poll_interval: 0.01,
    target_process: 'Le Mans Ultimate',
  }
  return JSON.stringify(config, null, 2)
}

export const monitorAccess = (serverUrl: string, key: string): MonitorAccess => ({
  key,
  config: monitorConfig(serverUrl, key),
})
