import { acceptedEncoding, compressed } from './compressed.ts'
import { privateHeaders } from './headers.ts'

/** Below this the header of the encoding costs more than it saves. */
const WORTH_COMPRESSING_BYTES = 512

const utf8 = new TextEncoder()

/** A text as an answer, compressed as the client takes it, with the headers of everything under a secret link. */
function answer(
  request: Request,
  text: string,
  type: string,
  status: number,
  more: Bun.HeadersInit = {},
) {
  const headers = new Headers({ ...privateHeaders, 'content-type': type, vary: 'accept-encoding' })
  for (const [name, value] of new Headers(more)) headers.set(name, value)
  const body = utf8.encode(text)
  const encoding = body.byteLength < WORTH_COMPRESSING_BYTES ? null : acceptedEncoding(request)
  if (encoding === null) return new Response(body, { status, headers })
  headers.set('content-encoding', encoding)
  return new Response(compressed(body, encoding), { status, headers })
}

export const htmlAnswer = (
  request: Request,
  html: string,
  status = 200,
  more: Bun.HeadersInit = {},
) => answer(request, html, 'text/html; charset=utf-8', status, more)

export const jsonAnswer = (
  request: Request,
  value: unknown,
  status = 200,
  more: Bun.HeadersInit = {},
) => answer(request, JSON.stringify(value), 'application/json; charset=utf-8', status, more)

export const redirect = (location: string, more: Bun.HeadersInit = {}) => {
  const headers = new Headers({ ...privateHeaders, location })
  for (const [name, value] of new Headers(more)) headers.append(name, value)
  return new Response(null, { status: 303, headers })
}
