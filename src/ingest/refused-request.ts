const headers = { 'content-type': 'text/plain; charset=utf-8' }

/** Said to whoever may not open a connection at all. */
export const refusedRequest = (text: string, status: number) =>
  new Response(`${text}\n`, { status, headers })
