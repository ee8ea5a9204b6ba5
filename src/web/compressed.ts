import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'

export type Encoding = 'br' | 'gzip'

/** What this client takes, the smaller first; null: plain. */
export function acceptedEncoding(request: Request): Encoding | null {
  const accepted = new Map<string, number>()
  for (const part of (request.headers.get('accept-encoding') ?? '').split(',')) {
    const [name = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/)
    const quality = parameters.find((parameter) => parameter.startsWith('q='))
    accepted.set(name, quality === undefined ? 1 : Number(quality.slice(2)))
  }
  const takes = (name: Encoding) => (accepted.get(name) ?? accepted.get('*') ?? 0) > 0
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : null
}

/** Good enough for a page that is made for one phone: higher costs more than the network saves. */
const PAGE_BROTLI_QUALITY = 5

const brotliParams = (text: Uint8Array, quality: number) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.byteLength,
  },
})

export function compressed(
  text: Uint8Array<ArrayBuffer>,
  encoding: Encoding,
  best = false,
): Uint8Array<ArrayBuffer> {
  if (encoding === 'gzip') return Uint8Array.from(gzipSync(text, { level: best ? 9 : 6 }))
  const quality = best ? constants.BROTLI_MAX_QUALITY : PAGE_BROTLI_QUALITY
  return Uint8Array.from(brotliCompressSync(text, brotliParams(text, quality)))
}

/** A whole race took brotli 25 ms at the quality of a page, and 3 at this one, for a text no larger. */
const QUICK_LEVEL = 1

/** For large texts: quick, and on another thread. */
export async function compressedAside(
  text: Uint8Array<ArrayBuffer>,
  encoding: Encoding,
): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(
    encoding === 'gzip'
      ? await promisify(gzip)(text, { level: QUICK_LEVEL })
      : await promisify(brotliCompress)(text, brotliParams(text, QUICK_LEVEL)),
  )
}
