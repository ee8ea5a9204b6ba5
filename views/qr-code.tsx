import { markup } from './markup.ts'

/** Rows of modules, true: dark. */
export type QrModules = readonly (readonly boolean[])[]

/** What scanners want to see of nothing around a code, in modules. */
const QUIET = 4

/** A QR code, in its own colours whatever the page's are: scanners take no other. */
export function qrCode(modules: QrModules, label: string): string {
  const size = modules.length + 2 * QUIET
  return markup(
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect width={String(size)} height={String(size)} fill="#fff" />
      <path d={modules.flatMap(runs).join('')} fill="#000" />
    </svg>,
  )
}

/** The dark runs of one row, each a rectangle. */
function runs(row: readonly boolean[], y: number): string[] {
  const found: string[] = []
  for (let from = 0; from < row.length; from++) {
    if (row[from] !== true) continue
    let to = from
    while (row[to + 1] === true) to++
    const width = to - from + 1
    found.push(`M${from + QUIET} ${y + QUIET}h${width}v1h-${width}z`)
    from = to
  }
  return found
}
