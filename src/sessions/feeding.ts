import type { Feed } from '../race/feed.ts'
import type { SessionEvent } from '../race/session-event.ts'
import { arbitrate } from './arbitration/arbitrate.ts'
import { type Arbitration, newArbitration, witnessOf } from './arbitration/arbitration.ts'
import type { ArbitrationEvent, Fate, News, Ruling } from './arbitration/arbitration-event.ts'
import { NO_SOCKET } from './arbitration/passing-time.ts'
import { feedNews } from './feed-news.ts'
import { feedOf, nameOf, type Shown } from './shown.ts'

/** Which PC feeds one car's wall. Plain JSON. */
export interface Feeding {
  readonly state: Arbitration
  /** null: nothing yet. */
  readonly shown: Shown | null
}

export const newFeeding = (atMs: number): Feeding => ({ state: newArbitration(atMs), shown: null })

/** What has come of one event. */
export interface Fed {
  readonly feeding: Feeding
  /** Of the event's frame; null if it had none. */
  readonly fate: Fate | null
  readonly told: readonly SessionEvent[]
  /** What the wall says of its source from now on. */
  readonly feed: Feed | null
  /** An older socket of a program that has come back: it is dead, whatever it looks like. */
  readonly replaced: number | null
}

export function feedingAfter(before: Feeding, event: ArbitrationEvent, was: Feed | null): Fed {
  const { state, fate, news } = arbitrate(before.state, event)
  const shown = shownAfter(before.shown, event, { state, fate, news })
  const is = shown === null ? was : feedOf(shown, state, was)
  const feeding = { state, shown }
  const told = feedNews({ before, after: feeding, news, was, is })
  const dead = news.find(isSureReturn)?.dead.socket ?? null
  return { feeding, fate, told, feed: is, replaced: dead }
}

type Replaced = Extract<News, { type: 'replaced' }>

/** By its address alone, the older socket may yet be a teammate's. */
const isSureReturn = (news: News): news is Replaced =>
  news.type === 'replaced' && news.proof === 'boot-id'

function shownAfter(before: Shown | null, event: ArbitrationEvent, ruling: Ruling): Shown | null {
  if (event.type === 'restarted') return before && { ...before, socket: NO_SOCKET }
  const shown = ruling.news.reduce((shown, news) => afterNews(shown, news, ruling.state), before)
  return event.type === 'frame' && isPresent(shown, event.monitor.socket, ruling)
    ? {
        socket: event.monitor.socket,
        driverName: event.telemetry.driverName ?? nameOf(ruling.state, event.monitor),
        presentAtMs: ruling.state.nowMs,
      }
    : shown
}

function afterNews(shown: Shown | null, news: News, state: Arbitration): Shown | null {
  if (news.type === 'replaced' && shown?.socket === news.dead.socket) {
    return { ...shown, socket: news.by.socket }
  }
  // Who was chosen has the wall from now on, whatever is still seen on it.
  return news.type === 'switched'
    ? { socket: news.to.socket, driverName: nameOf(state, news.to), presentAtMs: state.nowMs }
    : shown
}

function isPresent(shown: Shown | null, socket: number, { state, fate }: Ruling): boolean {
  if (fate === 'wall' || fate === 'refresh') return true
  const witness = state.witnesses.find(({ monitor }) => monitor.socket === socket)
  return shown?.socket === socket && witness?.presentAtMs === state.nowMs
}

/** Nothing changes any more by time alone. */
export function isAtRest({ state, shown }: Feeding, feed: Feed | null): boolean {
  const isOver = state.phase === 'empty' || state.phase === 'offline'
  return isOver && (shown?.presentAtMs === undefined || feed === null || feed.phase === 'lost')
}

/** A setup is shown too, and its monitor is missed when it goes. */
export function withSetupShown({ state, shown }: Feeding, socket: number): Feeding {
  if (shown?.socket === socket) return { state, shown }
  const driverName = shown?.driverName ?? null
  return { state, shown: { socket, driverName, presentAtMs: shown?.presentAtMs ?? null } }
}

/** What is worth keeping of it: sockets end with the process, and of monitors only the active one is remembered. */
export function toBeKept({ state, shown }: Feeding): Feeding {
  const active = witnessOf(state, state.active)
  return { state: { ...state, witnesses: active === undefined ? [] : [active] }, shown }
}
