import { acceptedEncoding, compressed, compressedAside } from './compressed.ts'

/** Below this the header of the encoding costs more than it saves. */
const WORTH_COMPRESSING_BYTES = 512

/** From here on compressing takes milliseconds, for which every phone and monitor would wait. */
const COMPRESSED_ASIDE_BYTES = 100_000

const utf8 = new TextEncoder()

/** A text as an answer, compressed as the client takes it. */
function answer(request: Request, text: string, type: string, status: number) {
  const headers = new Headers({ 'content-type': type, vary: 'accept-encoding, origin' })
  const body = utf8.encode(text)
  const encoding = body.byteLength < WORTH_COMPRESSING_BYTES ? null : acceptedEncoding(request)
  if (encoding === null) return new Response(body, { status, headers })
  headers.set('content-encoding', encoding)
  if (body.byteLength < COMPRESSED_ASIDE_BYTES) {
    return new Response(compressed(body, encoding), { status, headers })
  }
  return compressedAside(body, encoding).then((bytes) => new Response(bytes, { status, headers }))
}

export const htmlAnswer = (request: Request, html: string, status = 200) =>
  answer(request, html, 'text/html; charset=utf-8', status)

/** JSON that is written already. */
export const jsonTextAnswer = (request: Request, json: string, status = 200) =>
  answer(request, json, 'application/json; charset=utf-8', status)

export const jsonAnswer = (request: Request, value: unknown, status = 200) =>
  jsonTextAnswer(request, JSON.stringify(value), status)

export const textAnswer = (text: string, status: number, more: Record<string, string> = {}) =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...more } })

/** To one of our own pages. */
export const redirect = (path: `/${string}`, more: Record<string, string> = {}) =>
  new Response(null, { status: 303, headers: { location: path, ...more } })
