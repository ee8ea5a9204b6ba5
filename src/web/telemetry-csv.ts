import { csvHeader, csvRow } from '../../views/ledger/csv.ts'
import { telemetryColumns } from '../../views/ledger/telemetry-columns.ts'
import type { Session } from '../race/session.ts'
import { type UnitVerdict, unjudged } from '../race/units.ts'
import type { LoggedFrame } from '../store/frame-log.ts'
import { decode } from '../wire/decode.ts'
import { judged, unitsFor } from '../wire/units.ts'

/** The frames in our units, line by line. */
export function* telemetryCsv(
  frames: Iterable<LoggedFrame>,
  session: Pick<Session, 'unitVerdicts' | 'inputs'>,
): Generator<string> {
  yield csvHeader(telemetryColumns)
  let verdict = knownVerdict(session)
  for (const { kind, atMs, body } of frames) {
    if (kind !== 'frame' || typeof body !== 'object' || body === null) continue
    verdict = judged(verdict, body)
    const { telemetry } = decode(body, unitsFor(body, verdict, session.inputs.units))
    yield csvRow(telemetryColumns, { atMs, telemetry })
  }
}

/**
 * What was concluded about monitors that declare no units. Which PC a frame came from is not kept with it: where they
 * disagree, the frames are judged anew, by themselves.
 */
function knownVerdict({ unitVerdicts }: Pick<Session, 'unitVerdicts'>): UnitVerdict {
  const latched = Object.values(unitVerdicts).filter((verdict) => verdict.latched !== null)
  const [first] = latched
  const agree = latched.every(
    ({ latched: units }) =>
      units?.pressure === first?.latched?.pressure && units?.wear === first?.latched?.wear,
  )
  return first !== undefined && agree ? first : unjudged
}
