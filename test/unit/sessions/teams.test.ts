import { expect, test } from 'bun:test'
import { memorySessionStore } from '../../../src/store/memory-session-store.ts'
import { engineer, failing, of, pitLane } from './door.ts'

test('a team is found by its key, which is kept as a hash', () => {
  const { teams, store } = pitLane()
  const { key, team } = of(teams.create('Borealis', engineer))
  expect(teams.of(key)).toEqual(team)
  expect(teams.of(key.slice(1))).toBeNull()
  expect(JSON.stringify(store.teams())).not.toContain(key)
  expect(pitLane(store).teams.of(key)).toEqual(team)
})

test('its cars come and go, each once, and stay when their links change', () => {
  const { teams, door, desk, store } = pitLane()
  const { team } = of(teams.create('Borealis', engineer))
  const cars = [of(door.create('keyed', engineer)), of(door.create('keyed', engineer))] as const
  of(teams.add(team.id, cars[0].car))
  of(teams.add(team.id, cars[1].car))
  of(teams.add(team.id, cars[0].car))
  of(desk.changeLink(cars[0].car, engineer))
  const listed = () => store.teams()[0]?.cars
  expect(listed()).toEqual([cars[0].car, cars[1].car])
  of(teams.remove(team.id, cars[0].car))
  expect(listed()).toEqual([cars[1].car])
})

test('a page holds only as many cars as anybody can look at', () => {
  const { teams, door } = pitLane()
  const { team } = of(teams.create('Borealis', engineer))
  for (let cars = 0; cars < 16; cars++)
    of(teams.add(team.id, of(door.create('keyed', engineer)).car))
  const { car } = of(door.create('keyed', engineer))
  expect(teams.add(team.id, car)).toEqual({ ok: false, problem: 'team-full' })
})

test('an address may not fill the disk with teams either', () => {
  const { teams } = pitLane()
  const made = Array.from({ length: 60 }, () => teams.create('again', engineer).ok)
  expect(made.filter(Boolean)).toHaveLength(50)
})

test('what cannot be written has not happened', () => {
  const store = failing(memorySessionStore())
  const { teams, door } = pitLane(store)
  const { key, team } = of(teams.create('Borealis', engineer))
  const { car } = of(door.create('keyed', engineer))
  store.fills()
  expect(teams.add(team.id, car)).toEqual({ ok: false, problem: 'store-unavailable' })
  expect(teams.of(key)?.cars).toEqual([])
})
