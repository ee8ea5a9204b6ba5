import { expect, test } from 'bun:test'
import { resolve } from 'node:path'
import { configTable } from '../../src/config.ts'

const readme = await Bun.file(resolve(import.meta.dir, '../../README.md')).text()

test("the README's table of settings is the server's own", () => {
  const [, table] = /<!-- settings:.*-->\n([\s\S]*?)\n<!-- \/settings -->/.exec(readme) ?? []
  expect(table).toBe(configTable())
})
