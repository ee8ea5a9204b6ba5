import { describe, expect, test } from 'bun:test'
import { replayOptions } from '../../../src/cli/replay-options.ts'
import { simulateOptions } from '../../../src/cli/simulate-options.ts'

describe('simulate', () => {
  test('needs no flags', () => {
    expect(simulateOptions([])).toMatchObject({
      url: 'http://127.0.0.1:5000/',
      speed: 1,
      hz: 2,
      seed: 1,
      transport: 'typed',
      dialect: 'units',
      withSetup: true,
      team: null,
    })
  })

  test('understands all of them', () => {
    const line =
      '--url https://wall.example --transport socketio --no-units --session s --key k --speed 60 --hz 5 --seed 9 ' +
      '--driver Ben --race-minutes 120 --from-lap 4 --laps 40 --duration 30 --no-setup ' +
      '--class lmp2 --leader unknown --yellows --rain --phases'
    expect(simulateOptions(line.split(' '))).toEqual({
      url: 'https://wall.example/',
      transport: 'socketio',
      dialect: 'existing',
      sessionId: 's',
      publishKey: 'k',
      speed: 60,
      hz: 5,
      seed: 9,
      driverName: 'Ben',
      raceMinutes: 120,
      fromLap: 4,
      laps: 40,
      durationSeconds: 30,
      withSetup: false,
      carClass: 'lmp2',
      leader: 'unknown',
      conditions: { yellows: true, rain: true, phases: true },
      team: null,
    })
  })

  test('sends a team, with as many drivers and swaps as wanted', () => {
    const team = (line: string) => simulateOptions(line.split(' '))
    expect(team('--team')).toMatchObject({ team: { drivers: 3, swaps: undefined, isCalm: false } })
    const all = '--team --drivers 4 --swaps 6 --with-practice --calm --own-addresses'
    expect(team(all)).toMatchObject({
      team: { drivers: 4, swaps: 6, withPractice: true, isCalm: true, ownAddresses: true },
    })
  })

  test.each([
    ['--sped 2', /--sped.*Expected: --url --transport/],
    ['--speed fast', '--speed: expected a number from 0.1 to 1000, got "fast"'],
    ['--class lmdh', '--class: expected hypercar or lmp2 or lmgt3, got "lmdh"'],
    ['--leader me', '--leader: expected us or known or unknown, got "me"'],
    ['--hours 90', '--hours: expected a number from 0.1 to 48, got "90"'],
    ['--hz 50', '--hz: expected a number from 0.1 to 20, got "50"'],
    ['--transport carrier-pigeon', '--transport: expected typed or socketio'],
    ['--url wall', '--url: expected something like http://127.0.0.1:5000, got "wall"'],
    ['--url file:///wall', '--url: expected something like'],
    ['race.jsonl', 'Expected flags only, got "race.jsonl"'],
    ['--session s', '--session: expected --key KEY beside it'],
    ['--speed', /--speed.*argument missing/],
    ['--swaps 2', '--swaps: expected --team beside it'],
    ['--team --drivers 0', '--drivers: expected a number from 1 to 20, got "0"'],
  ])('refuses %s and says what was expected', (line, said) => {
    expect(() => simulateOptions(line.split(' '))).toThrow(said)
  })

  test('needs no key for an agreed session over Socket.IO', () => {
    const options = simulateOptions('--session s --transport socketio'.split(' '))
    expect(options).toMatchObject({ sessionId: 's' })
  })
})

describe('replay', () => {
  test('needs a recording, and only one', () => {
    expect(() => replayOptions([])).toThrow('Expected a recording.')
    expect(() => replayOptions(['a', 'b'])).toThrow('got "b" too')
    expect(replayOptions(['race.jsonl', '--speed', '4'])).toMatchObject({
      file: 'race.jsonl',
      speed: 4,
      transport: 'typed',
    })
  })
})
