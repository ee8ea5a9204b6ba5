import type { Database } from 'bun:sqlite'
import type { CarId } from '../race/session.ts'
import { packedFrames } from './frame-block.ts'
import type { FramesOfCar, LoggedFrame } from './frame-log.ts'

const firstMs = (frames: readonly LoggedFrame[]) =>
  frames.reduce((least, { atMs }) => Math.min(least, atMs), Infinity)
export const lastMs = (frames: readonly LoggedFrame[]) =>
  frames.reduce((most, { atMs }) => Math.max(most, atMs), -Infinity)

/** What of a car is not in a block yet. */
export interface FreshOfCar {
  readonly car: CarId
  readonly sinceMs: number
  readonly bytes: number
}

export function writeFresh(database: Database, { car, frames }: FramesOfCar): FreshOfCar {
  const text = JSON.stringify(frames)
  const insert = database.query(
    'INSERT INTO fresh (car, from_ms, to_ms, frames) VALUES (?, ?, ?, ?)',
  )
  insert.run(car, firstMs(frames), lastMs(frames), text)
  return { car, sinceMs: firstMs(frames), bytes: text.length }
}

export const freshOfCars = (database: Database): readonly FreshOfCar[] =>
  database
    .query<FreshOfCar, []>(
      `SELECT car, min(from_ms) AS sinceMs, sum(octet_length(frames)) AS bytes
       FROM fresh GROUP BY car`,
    )
    .all()

export const freshFrames = (database: Database, car: CarId): readonly LoggedFrame[] =>
  database
    .query<{ frames: string }, [string]>('SELECT frames FROM fresh WHERE car = ? ORDER BY id')
    .all(car)
    .flatMap(({ frames }) => JSON.parse(frames) as readonly LoggedFrame[])

/** Out of the rows of each second into one block. */
export function packFresh(database: Database, car: CarId): void {
  const frames = freshFrames(database, car)
  if (frames.length === 0) return
  const insert = database.query(
    'INSERT INTO blocks (car, from_ms, to_ms, frames) VALUES (?, ?, ?, ?)',
  )
  insert.run(car, firstMs(frames), lastMs(frames), packedFrames(frames))
  database.query('DELETE FROM fresh WHERE car = ?').run(car)
}

interface BlockRow {
  readonly id: number
  readonly frames: Uint8Array
}

/** The first one after `id` in which there are frames of that time. */
export const blockAfter = (
  database: Database,
  car: CarId,
  id: number,
  fromMs: number,
  toMs: number,
): BlockRow | null =>
  database
    .query<BlockRow, [string, number, number, number]>(
      `SELECT id, frames FROM blocks
       WHERE car = ? AND id > ? AND to_ms >= ? AND from_ms < ? ORDER BY id LIMIT 1`,
    )
    .get(car, id, fromMs, toMs)

const tables = ['fresh', 'blocks']

export function bytesOf(database: Database, car: CarId): number {
  const sums = tables.map((table) =>
    database
      .query<{ bytes: number | null }, [string]>(
        `SELECT sum(octet_length(frames)) AS bytes FROM ${table} WHERE car = ?`,
      )
      .get(car),
  )
  return sums.reduce((sum, row) => sum + (row?.bytes ?? 0), 0)
}

export function deleteFrames(database: Database, car: CarId): void {
  for (const table of tables) database.query(`DELETE FROM ${table} WHERE car = ?`).run(car)
}
