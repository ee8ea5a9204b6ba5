import { expect, test } from 'bun:test'
import { readSession } from '../../../fixtures/api.ts'
import { testServer } from '../../../fixtures/server.ts'

async function simulated(...args: string[]) {
  const child = Bun.spawn([process.execPath, 'src/cli/simulate.ts', '--team', ...args], {
    stdout: 'pipe',
    stderr: 'pipe',
  })
  const [code, out, problems] = await Promise.all([
    child.exited,
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
  ])
  return { code, out, problems }
}

test('publishes a whole race of a team to one session over both transports, and ends by itself', async () => {
  await using server = testServer()
  const race = ['--drivers', '3', '--swaps', '1', '--race-minutes', '11', '--seed', '3', '--calm']
  const pace = ['--speed', '200', '--hz', '20']
  const { code, out, problems } = await simulated('--url', server.url, ...race, ...pace)
  expect({ code, problems }).toEqual({ code: 0, problems: '' })
  expect(out).toContain('(pc-1, existing), Ben Okafor (pc-2, units)')
  expect(out).toContain('To come:   lap 3: Ana Lima → Ben Okafor')
  const id = /dashboard\/([0-9a-f-]{36})/.exec(out)?.[1] ?? ''
  const session = await readSession(server, id)
  expect(session).toMatchObject({ mode: 'keyed', telemetry: { session_type: 'Race' } })
})

test('says in one line what cannot be raced', async () => {
  const { code, problems } = await simulated('--swaps', '40')
  expect({ code, problems }).toEqual({
    code: 2,
    problems: 'A race of 60 minutes is too short for so many swaps: 40.\n',
  })
})
