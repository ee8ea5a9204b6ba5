import { expect, test } from 'bun:test'
import { jsonFormat } from '../../../src/stream/json-format.ts'
import { dashboardFormat } from '../../../src/stream/page-formats.ts'
import { en } from '../../../views/catalogue.ts'
import { racedSession } from '../../fixtures/raced-session.ts'
import { telemetry } from '../../fixtures/telemetry.ts'

const raced = racedSession(40, { telemetry: telemetry({ driverName: 'Ben Ito', fuelLiters: 60 }) })
const driverNames = [{ from: 'Ben Ito', to: 'Benito' }]
const corrections = { ...raced.inputs.corrections, driverNames }
const right = { ...raced, inputs: { ...raced.inputs, corrections } }

for (const format of [dashboardFormat(en), jsonFormat]) {
  test(`${format.name} are told as the engineer has corrected them, and as before once he takes it back`, () => {
    const told = (session: typeof raced) =>
      format
        .parts(session)
        .map(({ text }) => text)
        .join('\n')
    expect([told(right).includes('Benito'), told(right).includes('Ben Ito')]).toEqual([true, false])
    expect([told(raced).includes('Benito'), told(raced).includes('Ben Ito')]).toEqual([false, true])
  })
}
