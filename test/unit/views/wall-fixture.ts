import { type HTMLElement, Window } from 'happy-dom'
import { newSession, type Session } from '../../../src/race/session.ts'
import type { Telemetry } from '../../../src/race/telemetry.ts'
import { type Wall, wallOf } from '../../../views/wall.ts'
import { aCar, anId, Drive } from '../../fixtures/race.ts'

export const assets = {
  css: '/assets/wall.css',
  pagesCss: '/assets/pages.css',
  script: '/assets/app.js',
  icon: '/assets/icon.svg',
  manifest: '/assets/app.webmanifest',
}

export { wallOf }

/** A session that nobody has sent anything to. */
export const emptyWall = wallOf(newSession({ car: aCar, id: anId, mode: 'keyed' }, 0))

/** The wall after one frame of which only this is known, with its monitor still there. */
export function wallWith(known: Partial<Telemetry> = {}, session: Partial<Session> = {}): Wall {
  const driven = new Drive(known).frame().session
  return wallOf({ ...driven, monitor: { status: 'online', sinceMs: 0 }, ...session })
}

/** A panel's markup as a browser reads it. */
export function read(html: string): HTMLElement {
  const { document } = new Window()
  document.body.innerHTML = html
  return document.body
}

/** What a viewer reads, with single spaces. */
export const textOf = (html: string) => read(html).textContent.replace(/\s+/g, ' ').trim()
