import { expect, test } from 'bun:test'
import { readPage } from '../fixtures/api.ts'
import { TestClock } from '../fixtures/clock.ts'
import { existingMonitorFrame, garageFrame } from '../fixtures/frames.ts'
import { pageText } from '../fixtures/page-text.ts'
import { testServer } from '../fixtures/server.ts'
import { transports } from '../fixtures/transports.ts'

/** The row of a corner that has this name, for all four corners. */
const corners = ({ texts }: ReturnType<typeof pageText>, name: string) =>
  texts('#tires .row')
    .filter((row) => row.startsWith(name))
    .map((row) => row.slice(name.length).trim())

const everywhere = (value: number) => ({ fl: value, fr: value, rl: value, rr: value })
const four = (text: string) => [text, text, text, text]

test.each(transports)(
  'a car in the garage makes nothing up; on the road its units are found out: $name',
  async ({ begun }) => {
    const clock = new TestClock()
    await using server = testServer({ clock })
    const { monitor, id } = await begun(server.url)
    const publish = async (telemetry: object) => {
      clock.advance(500)
      monitor.send('telemetry_update', { session_id: id, telemetry })
      await monitor.settled()
      return pageText(await readPage(server, id))
    }

    const parked = await publish(garageFrame())
    expect(parked.texts('#tires .temp')).toEqual(four('–'))
    expect(corners(parked, 'press.')).toEqual(four('–'))
    expect(corners(parked, 'brake')).toEqual(four('–'))
    expect(corners(parked, 'tread')).toEqual(four('–'))
    expect(parked.text('#tires h2')).toContain('not measured while parked')
    expect(parked.text('#conditions')).toContain('Water–')
    expect(parked.text('#position .value')).toBe('–')
    expect(parked.text('body')).not.toMatch(/-273|−273|\b0 (psi|kPa)\b|NaN/)

    const driving = existingMonitorFrame({
      tire_pressures: everywhere(180),
      brake_temps: { ...everywhere(653.15), fl: 723.15 },
    })
    for (let frame = 1; frame <= 9; frame++) {
      const judging = await publish(driving)
      expect(corners(judging, 'press.')).toEqual(four('–'))
      expect(corners(judging, 'brake')).toEqual(four('–'))
      expect(judging.text('#tires h2')).toContain('units not yet known')
    }
    const known = await publish(driving)
    expect(corners(known, 'press.')).toEqual(four('180 kPa'))
    expect(corners(known, 'brake')).toEqual(['450 °C', '380 °C', '380 °C', '380 °C'])
    expect(corners(known, 'tread')).toEqual(['98 %', '97 %', '98 %', '97 %'])
    expect(known.text('#tires h2')).toContain('kPa detected')
    expect(known.text('#events')).toContain('Units detected')

    // Back in the garage: what was found out stays, and is still not invented for a car that measures nothing.
    const back = await publish(garageFrame({ session_type: 'Race', lap: 7 }))
    expect(corners(back, 'press.')).toEqual(four('–'))
    expect(back.texts('#tires .temp')).toEqual(four('–'))
    expect(back.text('#tires h2')).toContain('not measured while parked')
    expect(back.text('body')).not.toMatch(/-273|−273|\b0 (psi|kPa)\b|NaN/)
    monitor.close()
  },
)
