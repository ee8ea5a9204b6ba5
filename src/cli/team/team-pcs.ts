import type { SeededRandom } from '../race/seeded-random.ts'
import { type InventedPc, inventedPc } from './invented-pc.ts'
import { PcDiary } from './pc-diary.ts'
import { pcFrame } from './pc-frames.ts'
import { betweenFor, livePc, type PcIncident } from './pc-story.ts'
import type { Seat } from './seat.ts'
import type { TeamScript } from './team-script.ts'
import { type Chapter, carAt, chapterAt } from './weekend.ts'

export interface PcSettings {
  readonly hz: number
  /** What the PCs' clocks show at 0, if they are right (ms since 1970). */
  readonly epochMs: number
  /** Makes the boot ids of this run its own. */
  readonly run: string
}

/** The first of the addresses 127.0.0.x; up to 127.0.0.254 there is room for any team. */
const FIRST_HOST = 11

export function teamPcs(
  { drivers }: TeamScript,
  chapters: readonly Chapter[],
  seats: readonly Seat[],
  incidents: readonly PcIncident[],
  { hz, epochMs, run }: PcSettings,
  random: SeededRandom,
): readonly { readonly pc: InventedPc; readonly diary: PcDiary }[] {
  const endMs = chapters.at(-1)?.endedAtMs ?? 0
  const periodMs = 1000 / hz
  const carNow = (atMs: number) => carAt(chapters, atMs)
  const driverNameAt = (atMs: number) => {
    const seat = seats.findLast(({ fromMs }) => fromMs <= atMs) ?? seats[0]
    return drivers[seat?.pc ?? 0]?.name ?? ''
  }
  return drivers.map((driver, i) => {
    const name = `pc-${i + 1}`
    const between = betweenFor(i, random)
    const diary = new PcDiary(run === '' ? name : `${run}-${name}`)
    const own = seats.filter((seat) => seat.pc === i)
    const spells = livePc(diary, own, incidents, endMs, between)
    const timestampAt = (atMs: number) =>
      new Date(epochMs + atMs + driver.clockOffsetMs).toISOString()
    const onlooker = {
      dialect: driver.dialect,
      ownName: driver.name,
      chapterAt: (atMs: number) => chapterAt(chapters, atMs),
      carAt: carNow,
      driverNameAt,
    }
    const pc = inventedPc({
      name,
      driverName: driver.name,
      dialect: driver.dialect,
      clockOffsetMs: driver.clockOffsetMs,
      address: `127.0.0.${FIRST_HOST + i}`,
      connections: diary.connections,
      diary,
      spells,
      periodMs,
      phaseMs: Math.floor(between('phase', 0, 0, periodMs - 1)),
      random,
      timestampAt,
      frame: (span, atMs, seq) => {
        const { bootId = '' } = diary.connections[span.connection] ?? {}
        return pcFrame(onlooker, span, atMs, { timestamp: timestampAt(atMs), seq, bootId })
      },
    })
    return { pc, diary }
  })
}
