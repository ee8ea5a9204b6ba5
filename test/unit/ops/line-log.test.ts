import { expect, test } from 'bun:test'
import { lineLog } from '../../../src/ops/line-log.ts'
import { hostileStrings } from '../../fixtures/hostile-strings.ts'

function log(level: Parameters<typeof lineLog>[0] = 'info') {
  const lines: string[] = []
  const now = () => new Date(Date.UTC(2026, 5, 13, 14))
  return { lines, log: lineLog(level, (line) => lines.push(line), now) }
}

test('a line has its time, its level, what happened and the facts', () => {
  const { lines, log: to } = log()
  to.warn('monitor refused', { problem: 'wrong-key', address: '::1', times: 3, name: 'Ana Lima' })
  expect(lines).toEqual([
    '2026-06-13T14:00:00.000Z warn  monitor refused problem=wrong-key address=::1 times=3 name="Ana Lima"\n',
  ])
})

test('what is less important than asked for is not said', () => {
  const { lines, log: to } = log('warn')
  to.debug('a')
  to.info('b')
  to.warn('c')
  to.error('d')
  expect(lines).toHaveLength(2)
  const silent = log('silent')
  silent.log.error('e')
  expect(silent.lines).toEqual([])
})

test.each(Object.entries(hostileStrings))('%s is one line of printable characters', (_, text) => {
  const { lines, log: to } = log()
  to.info('told', { name: text, again: text })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^[^\p{C}\u2028\u2029]+\n$/u)
  expect(lines[0]?.length).toBeLessThan(2_000)
})
