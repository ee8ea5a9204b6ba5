import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Elysia } from 'elysia'
import type { Assets } from '../../views/document.tsx'
import { textAnswer } from './answer.ts'
import { acceptedEncoding, compressed, type Encoding } from './compressed.ts'

interface Asset {
  readonly type: string
  readonly plain: Uint8Array<ArrayBuffer>
  readonly encoded: Readonly<Record<Encoding, Uint8Array<ArrayBuffer>>>
}

export interface LoadedAssets {
  readonly urls: Assets
  readonly byPath: ReadonlyMap<string, Asset>
}

const publicFolder = join(import.meta.dir, '../../public')
const fromPackage = createRequire(import.meta.url)

const read = (name: string) => readFileSync(join(publicFolder, name), 'utf8')
const readPackage = (path: string) => readFileSync(fromPackage.resolve(path), 'utf8')

/** Without comments and indents, which are for those who read the source: a third of its bytes. */
const bare = (source: string) =>
  new Bun.Transpiler({ loader: 'js', minifyWhitespace: true }).transformSync(source)

/** htmx, its event streams and our own lines as one file: each further request costs a phone on 4G a round trip. */
const script = () =>
  [
    readPackage('htmx.org/dist/htmx.min.js'),
    readPackage('htmx.org/dist/ext/hx-sse.min.js'),
    ...['freshness.js', 'times-of-day.js', 'alerts.js'].map((name) => bare(read(name))),
  ]
    .map((text) => text.replace(/^\/\/# sourceMappingURL=.*$/m, ''))
    .join('\n;\n')

/** Reads, names by content and compresses everything once, at the start. */
export function loadedAssets(): LoadedAssets {
  const byPath = new Map<string, Asset>()
  const add = (name: string, ending: string, type: string, text: string) => {
    const plain = Uint8Array.from(new TextEncoder().encode(text))
    const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 10)
    const path = `/assets/${name}.${hash}.${ending}`
    const encoded = { br: compressed(plain, 'br', true), gzip: compressed(plain, 'gzip', true) }
    byPath.set(path, { type, plain, encoded })
    return path
  }
  const icon = add('icon', 'svg', 'image/svg+xml', read('icon.svg'))
  const manifest = read('manifest.webmanifest').replaceAll('/icon.svg', icon)
  const urls = {
    css: add('wall', 'css', 'text/css; charset=utf-8', read('wall.css')),
    pagesCss: add('pages', 'css', 'text/css; charset=utf-8', read('pages.css')),
    script: add('app', 'js', 'text/javascript; charset=utf-8', script()),
    icon,
    manifest: add('app', 'webmanifest', 'application/manifest+json', manifest),
  }
  return { urls, byPath }
}

/** The address holds a hash of the content, so what is there never changes. */
const headers = {
  'cache-control': 'public, max-age=31536000, immutable',
  vary: 'accept-encoding',
}

export function assetRoutes({ byPath }: LoadedAssets) {
  return new Elysia({ name: 'assets' }).get('/assets/:name', ({ params, request }) => {
    const asset = byPath.get(`/assets/${params.name}`)
    if (asset === undefined) return textAnswer('There is no such file.\n', 404)
    const encoding = acceptedEncoding(request)
    const encoded = encoding === null ? {} : { 'content-encoding': encoding }
    const body = encoding === null ? asset.plain : asset.encoded[encoding]
    return new Response(body, { headers: { ...headers, ...encoded, 'content-type': asset.type } })
  })
}
