import { expect, test } from 'bun:test'
import { rememberedSetups } from '../../../src/web/race-setups.ts'
import { aSetup, racedSession } from '../../fixtures/raced-session.ts'

test('the setups of two stints that came while the disk was full are both on the page, for good', () => {
  const [first, setupBefore, setup] = [aSetup(1, {}), aSetup(2, {}), aSetup(3, {})]
  let onDisk = [first]
  const setupsOf = rememberedSetups(() => onDisk)
  const session = racedSession(90, { setup, setupBefore })
  expect(setupsOf(session)).toEqual([first, setupBefore, setup])
  onDisk = [first, setupBefore, setup]
  expect(setupsOf({ ...session })).toEqual([first, setupBefore, setup])
})
