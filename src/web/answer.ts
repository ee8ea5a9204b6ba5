import { acceptedEncoding, compressed, compressedAside } from './compressed.ts'

/** Below this the header of the encoding costs more than it saves. */
const WORTH_COMPRESSING_BYTES = 512

/** From here on compressing takes milliseconds, for which every phone and monitor would wait. */
const COMPRESSED_ASIDE_BYTES = 100_000

const utf8 = new TextEncoder()

/** A text as an answer, compressed as the client takes it. */
function answer(
  request: Request,
  text: string,
  type: string,
  status: number,
  more: Record<string, string> = {},
) {
  const headers = new Headers({ 'content-type': type, vary: 'accept-encoding, origin', ...more })
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

interface FileToKeep {
  readonly type: string
  /** Whole, or made while it is read. */
  readonly text: string | ReadableStream<Uint8Array>
}

/** Something to keep: the browser saves it under this name, which is of letters, digits, dots and dashes. */
export function fileAnswer(request: Request, { type, text }: FileToKeep, name: string) {
  const headers = { 'content-disposition': `attachment; filename="${name}"` }
  if (typeof text === 'string') return answer(request, text, type, 200, headers)
  if (request.method !== 'HEAD') {
    return new Response(text, { headers: { 'content-type': type, ...headers } })
  }
  void text.cancel()
  return new Response(null, { headers: { 'content-type': type, ...headers } })
}

export const textAnswer = (text: string, status: number, more: Record<string, string> = {}) =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...more } })

/** To one of our own pages. */
export const redirect = (path: `/${string}`, more: Record<string, string> = {}) =>
  new Response(null, { status: 303, headers: { location: path, ...more } })
