import type { Proposal } from './call-shown.ts'
import type { Catalogue } from './catalogue.ts'

/** "BOX in 2", "virtual energy", "refill to 72 %", "next Ben". The last one may be foreign and is not escaped. */
export function proposalTold(proposal: Proposal, words: Catalogue): readonly string[] {
  const { verdict, limitedBy, refill, nextDriver, isEstimate } = proposal
  const { call, nextStop, figures } = words
  const when = nextStop.verdicts[verdict.kind](verdict.kind === 'box-in' ? verdict.laps : 0)
  const level =
    refill === null
      ? null
      : refill.energyPercent === null
        ? figures.volume.told(refill.fuelLiters)
        : figures.withUnit(refill.energyPercent, 0, '%')
  return [
    `${isEstimate ? words.about : ''}${when}`,
    limitedBy === null ? null : call.limits[limitedBy],
    level === null ? null : call.refillTo(level),
    nextDriver === null ? null : words.pitWall.call.next(nextDriver),
  ].filter((part) => part !== null)
}
