import type { Score } from './score.ts'

type Row = readonly [what: string, wanted: string, measured: string, holds: boolean]

const percent = (ratio: number) => `${(ratio * 100).toFixed(1)} %`

/** Markdown: what was wanted, what was measured, and whether it holds. */
export function tableOf(score: Score): {
  readonly lines: readonly string[]
  readonly failed: number
} {
  const { toFlag, lastHalfHour, lastTenMinutes, beforeChange, disturbed, oracleCalm } = score
  const { lapsLeft, stops, saving, refill, derived, wrongBox } = score
  const behindOracle = disturbed.oracle.ratio - disturbed.wall.ratio
  const least = (what: string, wanted: number, share: { ratio: number; all: number }): Row => [
    ...([what, `≥ ${percent(wanted)}`, `${percent(share.ratio)} of ${share.all}`] as const),
    share.ratio >= wanted,
  ]
  const most = (what: string, wanted: string, value: number, holds: boolean): Row => [
    ...([what, wanted, value.toFixed(3)] as const),
    holds,
  ]
  const error = (share: number) => lapsLeft.error.quantile(share)
  const rows: readonly Row[] = [
    least('laps to the flag, nothing to come: ±1', 0.97, toFlag.one),
    least('the same, exact', 0.62, toFlag.exact),
    most('bias, laps', 'within ±0.15', toFlag.bias.mean, Math.abs(toFlag.bias.mean) <= 0.15),
    least('last 30 min, exact', 0.72, lastHalfHour.exact),
    [
      ...(['last 30 min, leader unknown: upper N short', '≤ 3.0 %'] as const),
      `${percent(lastHalfHour.upperShort.ratio)} of ${lastHalfHour.upperShort.all}`,
      lastHalfHour.upperShort.ratio <= 0.03,
    ],
    least('last 10 min, leader known: exact', 0.82, lastTenMinutes),
    least('the shown range holds', 0.97, toFlag.range),
    [
      ...(['yellows and rain, ±1: points below the oracle', '≤ 15.0 %'] as const),
      `${percent(behindOracle)} (${percent(disturbed.wall.ratio)} to ${percent(disturbed.oracle.ratio)})`,
      behindOracle <= 0.15,
    ],
    most('laps left: median error, laps', '≤ 0.10', error(0.5), error(0.5) <= 0.1),
    most('laps left: p95', '≤ 0.60', error(0.95), error(0.95) <= 0.6),
    most(
      ...(['last five laps of a fill: p95', '≤ 0.30'] as const),
      lapsLeft.last.quantile(0.95),
      lapsLeft.last.quantile(0.95) <= 0.3,
    ),
    [
      ...(['the 80 % range holds', '75.0–90.0 %', percent(lapsLeft.range.ratio)] as const),
      lapsLeft.range.ratio >= 0.75 && lapsLeft.range.ratio <= 0.9,
    ],
    least('stops left as the truth, green laps', 0.95, stops),
    least('the saving target saves the stop', 0.98, saving),
    least('a refill to the table’s number lasts', 0.99, refill),
    most(
      ...(['derived lap times: p95, s', '≤ 0.20'] as const),
      derived.error.quantile(0.95),
      derived.error.quantile(0.95) <= 0.2,
    ),
    [
      ...(['laps missed or doubled', '0', `${derived.missed} of ${derived.error.count}`] as const),
      derived.missed === 0,
    ],
    [
      ...(['"box" while the level covers the upper N', '0'] as const),
      `${wrongBox.uncalled} of ${wrongBox.asked}`,
      wrongBox.uncalled === 0,
    ],
    [
      ...(['last safe lap later than the car could take', '0'] as const),
      `${wrongBox.tooLate} of ${wrongBox.asked}`,
      wrongBox.tooLate === 0,
    ],
    [
      ...(['apart: before a change nobody could foresee, ±1 / exact', '–'] as const),
      `${percent(beforeChange.one.ratio)} / ${percent(beforeChange.exact.ratio)} of ${beforeChange.one.all}`,
      true,
    ],
    [
      ...(['beside: the oracle, nothing to come, ±1 / exact', '–'] as const),
      `${percent(oracleCalm.one.ratio)} / ${percent(oracleCalm.exact.ratio)}; last 10 min ${percent(score.oracleLastTen.ratio)}`,
      true,
    ],
  ]
  const lines = rows.map(
    ([what, wanted, measured, holds]) =>
      `| ${what} | ${wanted} | ${measured} | ${wanted === '–' ? '' : holds ? 'holds' : '**missed**'} |`,
  )
  return {
    lines: ['| what | wanted | measured | |', '|---|---|---|---|', ...lines],
    failed: rows.filter(([, , , holds]) => !holds).length,
  }
}
