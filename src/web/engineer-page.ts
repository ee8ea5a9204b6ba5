import type { Catalogue } from '../../views/catalogue.ts'
import type { Done } from '../../views/engineer/done.ts'
import type { MonitorLine, Monitors } from '../../views/engineer/monitors.tsx'
import { engineerPage } from '../../views/pages/engineer.tsx'
import type { Session } from '../race/session.ts'
import type { MonitorSummary } from '../sessions/arbitration/summary.ts'
import type { Clock } from '../sessions/clock.ts'
import type { EngineersDesk } from '../sessions/engineers-desk.ts'
import type { SessionManager } from '../sessions/session-manager.ts'
import type { LoadedAssets } from './assets.ts'
import type { OnceTold } from './once-told.ts'
import { qrModules } from './qr-modules.ts'

export interface EngineerPageDeps {
  readonly sessions: SessionManager
  readonly desk: EngineersDesk
  readonly clock: Clock
  readonly assets: LoadedAssets
}

/** The page is for today; the whole log is in the database. */
const AUDIT_SHOWN = 50

export const deskOf = ({ id }: Pick<Session, 'id'>) => `/dashboard/${id}/engineer` as const

/** The page once more, saying what was done. */
export const deskAfter = (session: Session, onceTold: OnceTold, done: Done) =>
  `${deskOf(session)}?done=${onceTold.keep(done)}` as const

/** The engineer's page as it is now, for links that begin with this address. */
export function deskPage(
  deps: EngineerPageDeps,
  session: Session,
  url: string,
  done: Done | null,
  words: Catalogue,
): string {
  const { sessions, desk, assets } = deps
  const viewUrl = `${url}/dashboard/${session.id}`
  const keys = sessions.accessOf(session.car)?.publishKeys ?? []
  return engineerPage(
    {
      assets: assets.urls,
      session,
      monitors: monitorsOf(deps, session),
      keys: keys.map(({ hash: _, ...key }) => key),
      links: { viewUrl, viewCode: qrModules(viewUrl), action: deskOf(session) },
      audit: desk.audit(session.car).slice(0, AUDIT_SHOWN),
      done,
    },
    words,
  )
}

/** Who feeds the wall, and who could. */
export function monitorsOf(
  { sessions, clock }: Pick<EngineerPageDeps, 'sessions' | 'clock'>,
  session: Session,
): Monitors {
  const summary = sessions.monitors(session.car)
  const line = (monitor: MonitorSummary, isOnWall: boolean): MonitorLine => ({
    ...monitor,
    isOnWall,
    isPicked: isOnWall && summary?.isPicked === true,
  })
  const active = summary?.active ?? null
  const rival = summary?.rival ?? null
  return {
    lines: [
      ...(active === null ? [] : [line(active, true)]),
      ...(summary?.standbys ?? []).map((monitor) => line(monitor, false)),
    ],
    conflict: rival === null ? null : [active?.driverName ?? null, rival.driverName],
    nowMs: clock.nowMs(),
    pickAction: `${deskOf(session)}/pick`,
  }
}
