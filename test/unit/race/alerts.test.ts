import { describe, expect, test } from 'bun:test'
import type { Alert } from '../../../src/race/alerts/alert.ts'
import { DELIVERIES_KEPT } from '../../../src/race/alerts/alert-change.ts'
import { type Webhook, webhookShown } from '../../../src/race/inputs/webhook.ts'
import { Drive } from '../../fixtures/race.ts'

const alert = (id: string, more: Partial<Alert> = {}): Alert => ({
  ...{ id, kind: 'fuel', side: 'low', value: 1.9, limit: 2, wheel: null, driver: null },
  ...{ raisedAtMs: 0, lap: 12, ...more },
})
const team: Webhook = { id: 1, preset: 'ntfy', url: 'https://ntfy.sh/team', wants: 'all' }
const ben: Webhook = { id: 2, preset: 'ntfy', url: 'https://ntfy.sh/ben', wants: 'wake-up' }

const aCar = (...value: Webhook[]) =>
  new Drive().hears({ type: 'input-set', name: 'webhooks', value })
const standing = (drive: Drive, ...alerts: Alert[]) =>
  drive.hears({ type: 'alerts-changed', alerts })
const waiting = ({ session }: Drive) =>
  session.deliveries.map((each) => `${each.alert.id} to ${each.webhook}`)

describe('an alert that is raised', () => {
  test('waits for every webhook that wants it', () => {
    const drive = standing(aCar(team, ben), alert('a'))
    expect(waiting(drive)).toEqual(['a to 1'])
    standing(drive, alert('a'), alert('b', { kind: 'wake-up', driver: 'Ben' }))
    expect(waiting(drive)).toEqual(['a to 1', 'b to 1', 'b to 2'])
  })

  test('waits for nobody once it was taken', () => {
    const drive = standing(aCar(team), alert('a'))
    drive.hears({ type: 'delivery-ended', alert: 'a', webhook: 1 })
    expect(waiting(standing(drive, alert('a')))).toEqual([])
  })

  test('takes the place of the one before it that nobody took', () => {
    const drive = standing(aCar(team), alert('a'))
    standing(standing(drive), alert('b'))
    expect(waiting(drive)).toEqual(['b to 1'])
  })

  test('that is over before it was taken says when', () => {
    const drive = standing(aCar(team), alert('a')).frame({}, 60_000)
    expect(standing(drive).session.deliveries).toMatchObject([{ clearedAtMs: 60_000 }])
  })

  test('does not wait in a queue without end', () => {
    const drive = aCar(team)
    for (let i = 0; i < 100; i++) {
      standing(drive, ...drive.session.alerts, alert(`${i}`, { kind: 'wake-up', driver: `${i}` }))
    }
    expect(waiting(drive)).toHaveLength(DELIVERIES_KEPT)
    expect(waiting(drive).at(-1)).toBe('99 to 1')
  })
})

test('of a webhook its host is shown, and hardly anything of its path', () => {
  expect(webhookShown({ url: 'https://ntfy.sh/secret-topic' })).toBe('ntfy.sh/…')
  expect(
    webhookShown({ url: 'https://discord.com/api/webhooks/123456789012345678/abcdefghijkl' }),
  ).toBe('discord.com/…jkl')
})
