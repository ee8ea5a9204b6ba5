import { outlook } from '../../../src/strategy/outlook.ts'
import type { Case } from './cases.ts'
import { refillLasts, savesTheStop } from './counterfactual.ts'
import { DrivenRace } from './driven-race.ts'
import { oracleOf, oracleToFlag } from './oracle.ts'
import { Share, Spread } from './tally.ts'
import { type TruthAt, truthAt } from './truth-at.ts'

/** From the middle to the flag, so that every race counts alike; and in its last half hour. */
const ASKED = 240
const ASKED_LATE_EVERY_MS = 15_000
const LATE_MS = 30 * 60_000
const MINUTE_MS = 60_000
/** In whole laps; both have the same part of this lap. */
const WITHIN = 0.5
const VALID_LAPS = 5
const LAST_LAPS = 5
const CALLED_WITHIN_LAPS = 10

/** Everything that the table needs, over all races. */
export class Score {
  readonly toFlag = { one: new Share(), exact: new Share(), range: new Share(), bias: new Spread() }
  readonly lastHalfHour = { exact: new Share(), upperShort: new Share() }
  readonly lastTenMinutes = new Share()
  readonly oracleLastTen = new Share()
  readonly beforeChange = { one: new Share(), exact: new Share() }
  readonly disturbed = { wall: new Share(), oracle: new Share() }
  readonly oracleCalm = { one: new Share(), exact: new Share() }
  readonly lapsLeft = { error: new Spread(), last: new Spread(), range: new Share() }
  readonly stops = new Share()
  readonly saving = new Share()
  readonly refill = new Share()
  readonly derived = { error: new Spread(), missed: 0 }
  readonly wrongBox = { uncalled: 0, tooLate: 0, asked: 0 }
  races = 0
}

/** One race, from its middle on. */
export function scoreRace(given: Case, score: Score): void {
  const driven = new DrivenRace(given)
  const { race } = driven
  const oracle = oracleOf(driven)
  const { flagAtMs } = race.truth
  const fromMs = zeroOf(given) / 2
  let lastLapAsked = 0
  let lastStopAsked = 0
  const zeroMs = zeroOf(given)
  const early = Array.from({ length: ASKED }, (_, i) => fromMs + (i * (flagAtMs - fromMs)) / ASKED)
  const late = Array.from(
    { length: Math.floor((flagAtMs - zeroMs + LATE_MS) / ASKED_LATE_EVERY_MS) },
    (_, i) => zeroMs - LATE_MS + i * ASKED_LATE_EVERY_MS,
  )
  const moments = [
    ...early.map((atMs) => ({ atMs, isLate: false })),
    ...late.map((atMs) => ({ atMs, isLate: true })),
  ].sort((one, other) => one.atMs - other.atMs)
  for (const { atMs, isLate } of moments) {
    driven.driveTo(atMs)
    const sample = race.sampleAt(driven.atMs)
    if (sample.doing !== 'racing') continue
    const truth = truthAt(driven)
    const told = outlook(driven.session)
    if (isLate) {
      scoreEnd(driven, told, truth, score)
      continue
    }
    const isCalm = truth.nextChangeMs >= flagAtMs
    scoreFlag(driven, told, truth, isCalm, score)
    scoreLapsLeft(driven, told, truth, score)
    scoreBox(driven, told, truth, score)
    const lap = sample.lapsCompleted
    if (lap !== lastLapAsked && given.weather === 'green') {
      lastLapAsked = lap
      const { finish } = told
      if (finish !== null) score.stops.add(finish.stopsLeft === truth.stopsLeft)
    }
    if (told.saving !== null && isCalm && lap % 4 === 0) {
      score.saving.add(savesTheStop(driven, told.saving, oracle))
    }
    if (sample.lap.isInLap && lap !== lastStopAsked && truth.part > 0.7) {
      lastStopAsked = lap
      const lasts = refillLasts(driven, told)
      const stintMs = (told.refill.find(({ isPlan }) => isPlan)?.laps ?? 0) * oracle.lapMs
      if (lasts !== null && truth.nextChangeMs > driven.atMs + stintMs) score.refill.add(lasts)
    }
  }
  score.races++
}

type Told = ReturnType<typeof outlook>

function scoreFlag(
  driven: DrivenRace,
  { finish }: Told,
  truth: TruthAt,
  isCalm: boolean,
  score: Score,
): void {
  const { given } = driven
  if (finish === null) return
  const error = finish.best - truth.lapsToFlag
  const [isExact, isOne] = [Math.abs(error) < WITHIN, Math.abs(error) < 1 + WITHIN]
  const oracleError = oracleToFlag(driven, oracleFor(driven)).best - truth.lapsToFlag
  if (given.weather === 'yellows and rain') {
    score.disturbed.wall.add(isOne)
    score.disturbed.oracle.add(Math.abs(oracleError) < 1 + WITHIN)
  }
  if (!isCalm) {
    score.beforeChange.one.add(isOne)
    score.beforeChange.exact.add(isExact)
    return
  }
  score.toFlag.one.add(isOne)
  score.toFlag.exact.add(isExact)
  score.toFlag.bias.add(error)
  score.toFlag.range.add(
    finish.lower - WITHIN < truth.lapsToFlag && truth.lapsToFlag < finish.upper + WITHIN,
  )
  score.oracleCalm.one.add(Math.abs(oracleError) < 1 + WITHIN)
  score.oracleCalm.exact.add(Math.abs(oracleError) < WITHIN)
}

/** The last half hour, asked closely. */
function scoreEnd(driven: DrivenRace, { finish }: Told, truth: TruthAt, score: Score): void {
  const { given, atMs, race } = driven
  if (finish === null || truth.nextChangeMs < race.truth.flagAtMs) return
  const isExact = Math.abs(finish.best - truth.lapsToFlag) < WITHIN
  score.lastHalfHour.exact.add(isExact)
  if (given.leader === 'unknown') {
    score.lastHalfHour.upperShort.add(finish.upper + WITHIN < truth.lapsToFlag)
  }
  if (given.leader !== 'known' || zeroOf(given) - atMs > 10 * MINUTE_MS) return
  score.lastTenMinutes.add(isExact)
  const oracle = oracleToFlag(driven, oracleFor(driven))
  score.oracleLastTen.add(Math.abs(oracle.best - truth.lapsToFlag) < WITHIN)
}

const zeroOf = ({ options }: Case) => options.raceMinutes * MINUTE_MS

const oracles = new WeakMap<DrivenRace, ReturnType<typeof oracleOf>>()

function oracleFor(driven: DrivenRace) {
  const known = oracles.get(driven) ?? oracleOf(driven)
  oracles.set(driven, known)
  return known
}

function scoreLapsLeft(driven: DrivenRace, told: Told, truth: TruthAt, score: Score): void {
  const left = told.lapsLeft
  const use = left?.limitedBy === 'virtual-energy' ? told.energy?.usePerLap : told.fuel.usePerLap
  if (left === null || use?.basis !== 'stint' || use.lapsCounted < VALID_LAPS) return
  const lastsMs = truth.lapsLeft * oracleFor(driven).lapMs
  if (truth.nextChangeMs < driven.atMs + lastsMs) return
  // What has just ended is still in the average; nobody can know it sooner.
  const since = driven.race.changes.findLast((change) => change <= driven.atMs)
  if (since !== undefined && driven.atMs - since < 6 * oracleFor(driven).lapMs) return
  const error = Math.abs(left.laps - truth.lapsLeft)
  score.lapsLeft.error.add(error)
  if (truth.lapsLeft <= LAST_LAPS) score.lapsLeft.last.add(error)
  if (left.range !== null) {
    score.lapsLeft.range.add(left.range.low <= truth.lapsLeft && truth.lapsLeft <= left.range.high)
  }
}

/** Never in while what is in the car reaches the upper flag; never later than the car can take. */
function scoreBox(driven: DrivenRace, told: Told, truth: TruthAt, score: Score): void {
  const { pit, finish, lapsLeft } = told
  if (pit === null || lapsLeft === null || truth.nextChangeMs < driven.atMs + 3_600_000) return
  score.wrongBox.asked++
  const { reserveLaps, pitEntryRatio } = driven.session.inputs
  const isCalled = pit.verdict.kind !== 'no-stop-needed'
  if (isCalled && finish !== null && lapsLeft.laps >= finish.upper + reserveLaps + 1e-6) {
    score.wrongBox.uncalled++
  }
  const use = told.energy === null ? told.fuel.usePerLap : told.energy.usePerLap
  if (pit.lastSafeLap === null || use?.basis !== 'stint') return
  const lap = driven.session.lapInProgress?.number ?? 1
  const toEntry = pit.lastSafeLap - lap + pitEntryRatio - truth.part
  // Further away it is a plan that the next laps still correct.
  if (toEntry > CALLED_WITHIN_LAPS || pit.verdict.kind === 'cannot-reach') return
  if (toEntry > truth.lapsLeft) score.wrongBox.tooLate++
}

/** The same race by a simulator that tells no lap times: how well they are derived, and that none is lost. */
export function scoreDerived(given: Case, score: Score): void {
  const driven = new DrivenRace(given, true)
  driven.driveTo(driven.race.truth.flagAtMs + 5_000)
  const { laps } = driven.race.truth
  const seen = new Map(driven.session.laps.map((lap) => [lap.number, lap]))
  score.derived.missed += Math.abs(driven.session.laps.length - laps.length)
  for (const { number, timeMs, isInLap, isOutLap } of laps) {
    const lap = seen.get(number)
    // Nobody saw the car begin its first lap: it came from the grid.
    if (lap === undefined || (lap.timeMs === null && number > 1)) score.derived.missed++
    else if (lap.timeMs !== null && number > 1 && !isInLap && !isOutLap) {
      score.derived.error.add(Math.abs(lap.timeMs - timeMs) / 1000)
    }
  }
}
