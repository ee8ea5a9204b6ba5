import { expect, test } from 'bun:test'
import { racedOverSockets } from '../fixtures/raced-over-sockets.ts'

test('three quarters of an hour, five swaps, every kind of trouble and two power cuts in the middle of swaps: the books are the truth', async () => {
  const drive = { seed: 7, hours: 0.75, swaps: 5, incidents: 5, cutsIn: [1, 3] }
  const { race, session, differences, pages } = await racedOverSockets(drive)
  expect(differences).toEqual([])
  expect(pages).toEqual([200, 200, 200])
  const told = session.events.filter(({ kind }) => kind === 'hand-over').reverse()
  expect(told.map(({ lap, facts }) => `${facts.from} → ${facts.to} on ${lap}`)).toEqual(
    race.truth.handOvers.map(({ from, to, lap }) => `${from} → ${to} on ${lap}`),
  )
  expect(new Set(session.events.map(({ number }) => number)).size).toBe(session.events.length)
}, 120_000)
