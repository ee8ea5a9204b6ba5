import type { Dialect } from '../invented-race.ts'
import type { CarSample } from '../race/car-sample.ts'
import { existingFrame } from '../race/existing-frame.ts'
import type { FrameStamp } from '../race/frame-stamp.ts'
import { TRACK_NAME } from '../race/invented-track.ts'
import { typedFrame } from '../race/typed-frame.ts'
import { frozenFrame, loadingFrame, spectatorFrame } from './hidden-frame.ts'
import type { PcSpan } from './pc-diary.ts'
import type { Chapter } from './weekend.ts'

type Frame = Readonly<Record<string, unknown>>

export interface Onlooker {
  readonly dialect: Dialect
  readonly ownName: string
  readonly chapterAt: (atMs: number) => Chapter | null
  readonly carAt: (atMs: number) => CarSample | null
  /** Whose name the simulator shows for the car. */
  readonly driverNameAt: (atMs: number) => string
}

/** What the monitor on a PC makes of this moment, with what its game shows. */
export function pcFrame(
  pc: Onlooker,
  { view, fromMs }: PcSpan,
  atMs: number,
  stamp: FrameStamp,
): Frame | null {
  const { dialect, ownName } = pc
  switch (view) {
    case 'loading':
      return loadingFrame(dialect, ownName, stamp)
    case 'drives':
      return pictureOf(pc, atMs, ownName, stamp)
    case 'frozen': {
      const picture = pictureOf(pc, fromMs, ownName, stamp)
      return picture === null ? null : frozenFrame(picture, dialect, stamp)
    }
    case 'spectates': {
      const seen = pictureOf(pc, atMs, pc.driverNameAt(atMs), stamp)
      return seen === null ? loadingFrame(dialect, ownName, stamp) : spectatorFrame(seen, dialect)
    }
  }
}

function pictureOf(
  { dialect, chapterAt, carAt }: Onlooker,
  atMs: number,
  driverName: string,
  stamp: FrameStamp,
): Frame | null {
  const [chapter, car] = [chapterAt(atMs), carAt(atMs)]
  if (chapter === null || car === null) return null
  const identity = {
    sessionType: chapter.sessionType,
    driverName,
    trackName: TRACK_NAME,
    raceMs: chapter.clockMs,
    greenAtMs: chapter.plan.truth.greenAtMs,
  }
  return dialect === 'units'
    ? typedFrame(car, identity, stamp)
    : existingFrame(car, identity, stamp)
}
