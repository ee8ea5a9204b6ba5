import { describe, expect, test } from 'bun:test'
import { constants, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { SharedGzip } from '../../../src/stream/shared-gzip.ts'

/** What a browser reads of a stream that has not ended. */
const read = (blocks: readonly Uint8Array[]) =>
  gunzipSync(Buffer.concat(blocks), { finishFlush: constants.Z_SYNC_FLUSH }).toString()

describe('one gzip stream for all', () => {
  test('reads as the texts it was made of', () => {
    const gzip = new SharedGzip()
    const blocks = [gzip.join('whole', 'whole', true), gzip.next('one'), gzip.next('two')]
    expect(read(blocks)).toBe('wholeonetwo')
  })

  test('takes few bytes for what was nearly said before', () => {
    const gzip = new SharedGzip()
    const words = (fuel: number) =>
      `id: 12;1;live\ndata: {"energy":[41,[7,"${fuel} L"],[9,"2.51 %"]]}\n\n`
    gzip.join(words(61), words(61), true)
    gzip.next(words(60))
    expect(gzip.next(words(59)).length).toBeLessThan(30)
  })

  test('is the same for a phone that was there before and one that came later', () => {
    const gzip = new SharedGzip()
    const early = [gzip.join('state 1', 'state 1', true), gzip.next('update 2')]
    const late = [gzip.join('state 2update 2', 'update 2', true)]
    const block = gzip.next('update 3, much like update 2')
    expect(read([...early, block])).toBe('state 1update 2update 3, much like update 2')
    expect(read([...late, block])).toBe('state 2update 2update 3, much like update 2')
  })

  test('reads right for phones that come, miss updates and catch up as they like', () => {
    const texts = fc.string({ minLength: 1, maxLength: 400, unit: 'grapheme' })
    const act = fc.oneof(
      { weight: 6, arbitrary: texts.map((text) => ({ text })) },
      fc.constant({ joins: true }),
      fc.nat(9).map((misses) => ({ misses })),
      fc.nat(9).map((catches) => ({ catches })),
    )
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const gzip = new SharedGzip()
        const phones: { blocks: Uint8Array[]; meant: string; inStep: boolean }[] = []
        let last = ''
        for (const act of acts) {
          if ('text' in act) {
            last = act.text
            const block = gzip.next(last)
            for (const phone of phones.filter(({ inStep }) => inStep)) {
              phone.blocks.push(block)
              phone.meant += last
            }
          } else if ('joins' in act) {
            const text = `whole ${last}`
            phones.push({ blocks: [gzip.join(text, last, true)], meant: text, inStep: true })
          } else if ('misses' in act) {
            const phone = phones[act.misses]
            if (phone) phone.inStep = false
          } else {
            const phone = phones[act.catches]
            if (phone === undefined || phone.inStep) continue
            phone.blocks.push(gzip.join(`again ${last}`, last, false))
            phone.meant += `again ${last}`
            phone.inStep = true
          }
        }
        for (const { blocks, meant } of phones) expect(read(blocks)).toBe(meant)
      }),
      { numRuns: 100 },
    )
  })

  test('reaches no further back than a window, however long the race', () => {
    const gzip = new SharedGzip()
    const blocks = [gzip.join('whole', 'whole', true)]
    let meant = 'whole'
    for (let i = 0; i < 300; i++) {
      const text = `${i} `.repeat(200)
      meant += text
      blocks.push(gzip.next(text))
    }
    expect(gzip.knownBytes).toBeLessThanOrEqual(32_768)
    expect(read(blocks)).toBe(meant)
  })
})
