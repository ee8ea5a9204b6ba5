import type { Catalogue } from './catalogue.ts'
import { alertsPanel } from './panels/alerts.tsx'
import { boardPanel } from './panels/board.tsx'
import { callPanel } from './panels/call.tsx'
import { carPanel } from './panels/car.tsx'
import { carSetupPanel } from './panels/car-setup.tsx'
import { conditionsPanel } from './panels/conditions.tsx'
import { driverPanel } from './panels/driver.tsx'
import { driversPanel } from './panels/drivers/drivers.tsx'
import { energyPanel } from './panels/energy/energy.tsx'
import { eventsPanel } from './panels/events.tsx'
import { lapsPanel } from './panels/laps.tsx'
import { lapsLeftPanel } from './panels/laps-left.tsx'
import { lastLapPanel } from './panels/last-lap.tsx'
import { nextStopPanel } from './panels/next-stop/next-stop.tsx'
import { noticesPanel } from './panels/notices.tsx'
import { opennessPanel } from './panels/openness.tsx'
import { positionPanel } from './panels/position.tsx'
import { raceClockPanel } from './panels/race-clock.tsx'
import { settingsPanel } from './panels/settings.tsx'
import { stintLeftPanel } from './panels/stint-left.tsx'
import { tiresPanel } from './panels/tires.tsx'
import type { Wall } from './wall.ts'

/** What fills the root element of this id. The root itself never changes while the page lives. */
export interface Panel {
  readonly id: string
  readonly render: (wall: Wall, words: Catalogue) => string
}

/** In the status bar, always in view. */
export const statusPanels: readonly Panel[] = [
  { id: 'car', render: carPanel },
  { id: 'race-clock', render: raceClockPanel },
  { id: 'driver', render: driverPanel },
]

/** The four numbers, readable at arm's length. */
export const tilePanels: readonly Panel[] = [
  { id: 'laps-left', render: lapsLeftPanel },
  { id: 'stint-left', render: stintLeftPanel },
  { id: 'position', render: positionPanel },
  { id: 'last-lap', render: lastLapPanel },
]

/** What the driver is told. */
export const callPanels: readonly Panel[] = [{ id: 'call', render: callPanel }]

/** Below them: who may have sent them. */
export const opennessPanels: readonly Panel[] = [{ id: 'openness', render: opennessPanel }]

export const detailPanels: readonly Panel[] = [
  { id: 'energy', render: energyPanel },
  { id: 'tires', render: tiresPanel },
  { id: 'next-stop', render: nextStopPanel },
  { id: 'drivers', render: driversPanel },
  { id: 'laps', render: lapsPanel },
  { id: 'conditions', render: conditionsPanel },
  { id: 'settings', render: settingsPanel },
  { id: 'events', render: eventsPanel },
  { id: 'setup', render: carSetupPanel },
]

/** At the lower edge, over everything: coming and going it moves no number. */
export const noticePanels: readonly Panel[] = [
  { id: 'alerts', render: alertsPanel },
  { id: 'notices', render: noticesPanel },
]

/** Everything a stream keeps up to date, in the order of the page. */
export const dashboardPanels: readonly Panel[] = [
  ...statusPanels,
  ...callPanels,
  ...tilePanels,
  ...opennessPanels,
  ...detailPanels,
  ...noticePanels,
]

/** What the four numbers need beside them: whether they are live, whose they are, and what is wrong. */
export const glancePanels: readonly Panel[] = [
  ...statusPanels,
  ...callPanels,
  ...tilePanels,
  ...noticePanels,
]

/** The call, for whoever drives. */
export const boardPanels: readonly Panel[] = [
  ...statusPanels,
  { id: 'board', render: boardPanel },
  ...noticePanels,
]
