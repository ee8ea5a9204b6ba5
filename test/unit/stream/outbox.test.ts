import { expect, test } from 'bun:test'
import { Outbox } from '../../../src/stream/outbox.ts'

/** A socket that takes bytes, until told that it is full. */
class FakeSocket {
  readonly written: string[] = []
  ended = 0
  full: PromiseWithResolvers<number> | null = null
  broken = false

  write(bytes: Uint8Array) {
    if (this.broken) throw new TypeError('the stream is closed')
    this.written.push(new TextDecoder().decode(bytes))
    return this.full?.promise ?? bytes.byteLength
  }

  flush() {
    return 0
  }

  end() {
    this.ended++
  }
}

/** Everything that was waiting for a promise has gone on. */
const turn = () => new Promise(setImmediate)

function phone() {
  const socket = new FakeSocket()
  let caughtUp = 0
  const outbox = new Outbox(socket, () => caughtUp++)
  const write = (text: string, nowMs = 0) => outbox.write(new TextEncoder().encode(text), nowMs)
  return { socket, outbox, write, caughtUp: () => caughtUp }
}

test('a phone that reads gets everything', () => {
  const { socket, outbox, write } = phone()
  expect([write('a'), write('b')]).toEqual([true, true])
  expect(socket.written).toEqual(['a', 'b'])
  expect(outbox.isBehind).toBe(false)
})

test('while its socket is full a phone is behind: nothing is written and nothing queued', async () => {
  const { socket, outbox, write, caughtUp } = phone()
  socket.full = Promise.withResolvers()
  expect(write('a', 1_000)).toBe(true)
  expect(outbox.isBehind).toBe(true)
  expect([write('b', 2_000), write('c', 3_000)]).toEqual([false, false])
  expect(outbox.behindMs(31_000)).toBe(30_000)
  const { resolve } = socket.full
  socket.full = null
  resolve(1)
  await turn()
  expect(caughtUp()).toBe(1)
  expect(outbox.behindMs(31_000)).toBe(0)
  expect(socket.written).toEqual(['a'])
  expect(write('d')).toBe(true)
})

test('a promise of the flush means the same', () => {
  const { socket, outbox, write } = phone()
  socket.flush = (() => new Promise(() => {})) as never
  write('a')
  expect(outbox.isBehind).toBe(true)
})

test('when both wait, the phone is behind until both are done', async () => {
  const { socket, outbox, write, caughtUp } = phone()
  const flushed = Promise.withResolvers()
  socket.full = Promise.withResolvers()
  socket.flush = (() => flushed.promise) as never
  write('a')
  socket.full.resolve(1)
  await turn()
  expect([caughtUp(), outbox.isBehind]).toEqual([0, true])
  flushed.resolve(1)
  await turn()
  expect([caughtUp(), outbox.isBehind]).toEqual([1, false])
})

test('a socket that breaks in both at once is left to its own end, and no one else hears of it', async () => {
  const { socket, outbox, write } = phone()
  const unheard: unknown[] = []
  const hear = (reason: unknown) => unheard.push(reason)
  process.on('unhandledRejection', hear)
  socket.full = Promise.withResolvers()
  socket.flush = (() => Promise.reject(new Error('gone'))) as never
  write('a')
  socket.full.reject(new Error('gone'))
  await turn()
  await turn()
  process.off('unhandledRejection', hear)
  expect([unheard, outbox.isBehind]).toEqual([[], true])
})

test('a phone that was given up hears nothing more, not even when its socket takes bytes again', async () => {
  const { socket, outbox, write, caughtUp } = phone()
  socket.full = Promise.withResolvers()
  write('a')
  outbox.end()
  outbox.end()
  socket.full.resolve(1)
  await turn()
  expect([socket.ended, caughtUp(), write('b')]).toEqual([1, 0, false])
})

test('a socket that broke while full is left to its own end', async () => {
  const { socket, outbox, write, caughtUp } = phone()
  socket.full = Promise.withResolvers()
  write('a')
  socket.full.reject(new Error('gone'))
  await turn()
  expect([caughtUp(), outbox.isBehind]).toEqual([0, true])
})

test('a socket that closed under us ends one phone, and disturbs nobody', () => {
  const { socket, outbox, write } = phone()
  socket.broken = true
  expect(write('a')).toBe(false)
  expect([outbox.isOver, socket.ended]).toEqual([true, 1])
})
