const headers = { 'content-type': 'text/plain; charset=utf-8' }

export const TOO_MANY_CONNECTIONS = 'Too many connections are open from this address, or at all.'

/** Said to whoever may not open a connection at all. */
export const refusedRequest = (text: string, status: number) =>
  new Response(`${text}\n`, { status, headers })
