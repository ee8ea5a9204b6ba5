import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { retryWait } from '../../../src/notify/retry-wait.ts'
import { alertPost, testPost } from '../../../src/notify/webhook-message.ts'
import type { Alert } from '../../../src/race/alerts/alert.ts'

const fuel: Alert = {
  ...{ id: 'an-id', kind: 'fuel', side: 'low', value: 1.94, limit: 2, wheel: null, driver: null },
  ...{ raisedAtMs: Date.UTC(2026, 5, 14, 2, 10), lap: 187 },
}
const waiting = { alert: fuel, webhook: 1, clearedAtMs: null }
const over = { ...waiting, clearedAtMs: Date.UTC(2026, 5, 14, 2, 22) }

describe('ntfy', () => {
  test('is told in plain text, with what rings and what is the same message', () => {
    const { headers, body } = alertPost('ntfy', 'LMGT3 87', waiting)
    expect(body).toBe('Fuel for 1.9 laps. Since 14 Jun 02:10 UTC, lap 187')
    expect(headers).toMatchObject({
      ...{ title: 'LMGT3 87', priority: '5', tags: 'warning', 'x-sequence-id': 'an-id' },
    })
  })

  test('is told of what is over by now without ringing, and when it was', () => {
    const { headers, body } = alertPost('ntfy', 'LMGT3 87', over)
    expect(body).toBe(
      'Fuel for 1.9 laps. From 14 Jun 02:10 UTC, lap 187, to 14 Jun 02:22 UTC: over by now',
    )
    expect(headers.priority).toBe('3')
  })

  test('gets any name of a car into a header, and no line of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const { title = '' } = alertPost('ntfy', name, waiting).headers
        expect(title).toMatch(/^[\x20-\x7e]*$/)
        const [, coded] = /^=\?UTF-8\?B\?(.*)\?=$/.exec(title) ?? []
        if (coded !== undefined) {
          expect(Buffer.from(coded, 'base64').toString()).toBe(Buffer.from(name).toString())
        } else expect(title).toBe(name)
      }),
    )
  })
})

test('on Discord nobody is called by a name, and no link is one', () => {
  const alert = { ...fuel, kind: 'wake-up', driver: '@everyone [x](https://evil.example)' } as const
  const { body } = alertPost('discord', 'a **car**', { ...waiting, alert })
  const { content, allowed_mentions } = JSON.parse(body)
  expect(allowed_mentions).toEqual({ parse: [] })
  expect(content).toStartWith('**a \\*\\*car\\*\\***: \\@everyone \\[x\\]\\(https\\:')
})

test('a program gets the facts, and an id that says when it gets them twice', () => {
  const { headers, body } = alertPost('json', null, over)
  expect(headers).toMatchObject({ 'idempotency-key': 'an-id' })
  expect(JSON.parse(body)).toEqual({
    ...{ id: 'an-id', kind: 'fuel', side: 'low', value: 1.94, limit: 2, wheel: null, driver: null },
    ...{ lap: 187, raised_at: '2026-06-14T02:10:00.000Z', cleared_at: '2026-06-14T02:22:00.000Z' },
    car: '1Lap',
    text: 'Fuel for 1.9 laps. From 14 Jun 02:10 UTC, lap 187, to 14 Jun 02:22 UTC: over by now',
  })
})

test('a test says that it is one', () => {
  for (const preset of ['ntfy', 'discord', 'json'] as const) {
    expect(testPost(preset, 'LMGT3 87', 'an-id').body).toContain('alerts of this car arrive here')
  }
})

test('each wait is longer, none longer than ten minutes, none shorter than half of what it may be', () => {
  const waits = [1, 2, 3, 8, 12, 500].map((failures) => retryWait(failures, 1, null))
  expect(waits).toEqual([2_000, 4_000, 8_000, 256_000, 600_000, 600_000])
  expect(retryWait(3, 0, null)).toBe(4_000)
  expect(retryWait(1, 0, 30_000)).toBe(30_000)
  expect(retryWait(1, 0, 1e12)).toBe(600_000)
})
