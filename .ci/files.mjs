import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './find-bun.mjs'

/** Every file below a folder of the project, sorted, as `folder/sub/name` on every system. */
export function filesBelow(folder) {
  const here = join(root, folder)
  if (!existsSync(here)) return []
  return readdirSync(here, { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      return entry.isDirectory() ? filesBelow(path) : [path]
    })
    .sort()
}
