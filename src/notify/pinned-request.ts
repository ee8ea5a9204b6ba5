import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { Pinned } from './reachable-host.ts'

export interface Post {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** All that counts of an answer; what it says is nobody's business. */
export interface Answered {
  readonly status: number
  readonly location: string | null
  readonly retryAfter: string | null
}

/** One POST to an address that was checked, whatever the name in the URL says by now. Follows nothing. */
export function pinnedRequest(
  url: string,
  { headers, body }: Post,
  { address, family }: Pinned,
  signal: AbortSignal,
): Promise<Answered> {
  const request = url.startsWith('https:') ? requestHttps : requestHttp
  const bytes = Buffer.from(body)
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': String(bytes.length) },
        agent: false,
        signal,
        lookup: (_host, _options, found) => found(null, [{ address, family }]),
      },
      (answer) => {
        const { statusCode, headers: told } = answer
        resolve({
          status: statusCode ?? 0,
          location: told.location ?? null,
          retryAfter: told['retry-after'] ?? null,
        })
        // A receiver that never stops talking is not listened to.
        answer.destroy()
      },
    )
    sent.on('error', reject)
    sent.end(bytes)
  })
}
