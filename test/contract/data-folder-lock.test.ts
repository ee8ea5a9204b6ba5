import { afterEach, expect, test } from 'bun:test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lockedDataFolder } from '../../src/store/data-folder-lock.ts'

const cleanups: (() => void)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup()
})

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'data-'))
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Another server at the same folder, as far as the lock goes. */
async function holder(folder: string) {
  const fixture = join(import.meta.dir, '../fixtures/folder-holder.ts')
  const child = Bun.spawn([process.execPath, fixture, folder], { stdout: 'pipe' })
  cleanups.push(() => child.kill('SIGKILL'))
  const { value } = await child.stdout.pipeThrough(new TextDecoderStream()).getReader().read()
  return { child, said: value?.trim() }
}

const inUse = { ok: false, problem: 'folder-in-use' } as const

/** Locks it and, as the server does, keeps nothing of the answer. */
const lockAndForget = (folder: string) => lockedDataFolder(folder).ok

test('a second server is refused the data folder, until the first lets go', () => {
  const folder = aFolder()
  const first = lockedDataFolder(folder)
  expect(lockedDataFolder(folder)).toEqual(inUse)
  if (first.ok) first.value.release()
  const second = lockedDataFolder(folder)
  expect(second.ok).toBe(true)
  if (second.ok) second.value.release()
})

test('the lock holds as long as the server runs, though nobody refers to it', async () => {
  const folder = aFolder()
  expect(lockAndForget(folder)).toBe(true)
  for (let i = 0; i < 5; i++) {
    Bun.gc(true)
    // Finalizers run between tasks.
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(lockedDataFolder(folder)).toEqual(inUse)
})

test('a server that was killed leaves no lock behind', async () => {
  const folder = aFolder()
  const { child, said } = await holder(folder)
  expect(said).toBe('held')
  expect(lockedDataFolder(folder)).toEqual(inUse)
  expect((await holder(folder)).said).toBe('refused')
  child.kill('SIGKILL')
  await child.exited
  const locked = lockedDataFolder(folder)
  expect(locked.ok).toBe(true)
  if (locked.ok) locked.value.release()
})

test('a folder that does not exist is made, with those above it', () => {
  const locked = lockedDataFolder(join(aFolder(), 'deep', 'down'))
  expect(locked.ok).toBe(true)
  if (locked.ok) locked.value.release()
})

test('a data folder that is a file cannot be written', () => {
  const file = join(aFolder(), 'data')
  writeFileSync(file, 'not a folder')
  expect(lockedDataFolder(file)).toEqual({ ok: false, problem: 'folder-not-writable' })
})
