import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Static, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'

/** What the demo must still know after a restart, so that its link lives on and its race goes on. */
export const DemoMemory = Type.Object({
  session_id: Type.String({ description: "The demo's session." }),
  publish_key: Type.String({ description: 'Lets the demo publish to it again: a secret.' }),
  seed: Type.Integer({ description: 'Of the race being run.' }),
  race_began_at_ms: Type.Number({ description: 'When its formation began (ms since 1970).' }),
})
export type DemoMemory = Static<typeof DemoMemory>

/** Null when there is none, or none that makes sense: the demo then begins a new session. */
export async function rememberedDemo(path: string): Promise<DemoMemory | null> {
  try {
    const stored: unknown = await Bun.file(path).json()
    return Value.Check(DemoMemory, stored) ? stored : null
  } catch {
    return null
  }
}

/** Readable for the server's own user only, and never half written. */
export async function rememberDemo(path: string, memory: DemoMemory): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}.new`
  await writeFile(draft, `${JSON.stringify(memory)}\n`, { mode: 0o600 })
  // An older draft would keep its own mode.
  await chmod(draft, 0o600)
  await rename(draft, path)
}

export async function forgetDemo(path: string): Promise<void> {
  await rm(path, { force: true })
}
