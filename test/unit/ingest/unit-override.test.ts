import { expect, test } from 'bun:test'
import { telemetryTaken } from '../../../src/ingest/frame.ts'
import { existingMonitorFrame } from '../../fixtures/frames.ts'
import { Drive } from '../../fixtures/race.ts'

test('a frame is read in the units that the engineer says, from the first one on', () => {
  const { session } = new Drive().frame()
  const monitor = { socket: 1, pc: 'a', bootId: null, keyed: true }
  const read = (units: typeof session.inputs.units) => {
    const told = { ...session, inputs: { ...session.inputs, units } }
    const source = { monitor, name: 'n', road: null }
    const frame = existingMonitorFrame({ tire_pressures: { fl: 25, fr: 25, rl: 25, rr: 25 } })
    return telemetryTaken(told, frame, source, 1_000).taken.telemetry.tirePressureKpa.fl
  }
  expect(read(session.inputs.units)).toBeNull()
  // by hand: 25 psi × 6.894757 kPa = 172.37 kPa.
  expect(read({ ...session.inputs.units, pressure: 'psi' })).toBeCloseTo(172.37, 2)
})
