/** Shorter than the 10 s after which a connection that never came is tried again: else there would be two. */
const CONNECT_TIMEOUT_MS = 8_000
const RECONNECT_MAX_MS = 5_000

/**
 * The attributes of the element that holds a page's stream. Its messages hold panels for other elements, so nothing is
 * swapped here; an error answers with a page that must not be swapped in either, and a failed first connect is not
 * retried by itself. A link that was revoked is not tried again: the script takes the element away.
 */
export const liveConnection = (url: string): Record<string, string> => ({
  id: 'stream',
  'hx-sse:connect': url,
  'hx-sse:close': 'revoked',
  'hx-trigger': 'load, every 10s',
  'hx-swap': 'none',
  'hx-status:4xx': 'swap:none',
  'hx-status:5xx': 'swap:none',
  'hx-config': JSON.stringify({
    sse: {
      connectTimeout: CONNECT_TIMEOUT_MS,
      reconnectDelay: 500,
      reconnectMaxDelay: RECONNECT_MAX_MS,
      reconnectJitter: 0.5,
    },
  }),
})
