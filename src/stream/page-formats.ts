import type { Catalogue } from '../../views/catalogue.ts'
import { boardPanels, dashboardPanels, glancePanels } from '../../views/dashboard-panels.ts'
import { panelFormat } from './panel-format.ts'
import type { RoomFormat } from './room-format.ts'

/** The whole wall. */
export const dashboardFormat = (words: Catalogue): RoomFormat =>
  panelFormat('dashboard', dashboardPanels, words)

/** The four numbers. */
export const glanceFormat = (words: Catalogue): RoomFormat =>
  panelFormat('glance', glancePanels, words)

/** The call. */
export const boardFormat = (words: Catalogue): RoomFormat =>
  panelFormat('board', boardPanels, words)
