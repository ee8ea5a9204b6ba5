import { expect, test } from 'bun:test'
import { MonitorDecoder } from '../../../src/ingest/monitor-decoder.ts'

function decoded(...packets: unknown[]): unknown[] {
  const decoder = new MonitorDecoder()
  const found: unknown[] = []
  decoder.on('decoded', ({ data }) => found.push(data))
  for (const packet of packets) decoder.add(packet)
  return found
}

test('NaN and Infinity of a monitor in Python are values it does not have', () => {
  expect(decoded('2["a",{"fuel": NaN, "list": [Infinity, -Infinity, 1], "name": "NaN"}]')).toEqual([
    ['a', { fuel: null, list: [null, null, 1], name: 'NaN' }],
  ])
})

test('with an acknowledgement asked for, in a namespace, and with bytes beside it', () => {
  expect(decoded('217["a",NaN]')).toEqual([['a', null]])
  expect(decoded('2/x,["a",NaN]')).toEqual([['a', null]])
  const bytes = Buffer.from([1, 2])
  const placeholder = '{"_placeholder":true,"num":0}'
  expect(decoded(`51-["a",NaN,${placeholder}]`, bytes)).toEqual([['a', null, bytes]])
})

test('what is JSON is untouched', () => {
  expect(decoded('2["a",{"name":"NaN, \\"Infinity\\""}]')).toEqual([
    ['a', { name: 'NaN, "Infinity"' }],
  ])
})

test.each(['2["a",NaNs]', '2["a",{NaN}]', '2[NaN', '2{"a":NaN}', '9["a",NaN]'])(
  'what is no packet stays none: %s',
  (packet) => expect(() => decoded(packet)).toThrow(),
)
