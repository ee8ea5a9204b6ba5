import { expect, test } from 'bun:test'
import { MonitorDecoder } from '../../../src/ingest/monitor-decoder.ts'
import { TestClock } from '../../fixtures/clock.ts'

function decoded(...packets: unknown[]): unknown[] {
  const decoder = new MonitorDecoder(new TestClock())
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

test('what comes too fast is left out before it is read, whatever it is, and that is said', () => {
  const clock = new TestClock()
  const decoder = new MonitorDecoder(clock)
  const heard: unknown[] = []
  decoder.on('decoded', ({ type }) => heard.push(type))
  decoder.onExcess = (verdict) => heard.push(verdict)
  const large = `2["a","${'x'.repeat(800_000)}"]`
  const noPacket = `2["a",${'['.repeat(800_000)}`
  for (const packet of [large, large, noPacket]) decoder.add(packet)
  clock.advance(4_000)
  decoder.add(large)
  expect(heard).toEqual([2, 'dropped', 'dropped', 2])
})

test('a thousand empty packets are too many as well', () => {
  const decoder = new MonitorDecoder(new TestClock())
  let left = 0
  decoder.onExcess = () => left++
  for (let packet = 0; packet < 1_100; packet++) decoder.add('0/nowhere,')
  expect(left).toBe(1_100 - 1_024)
})
