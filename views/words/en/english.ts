import { alertFormWords } from './alert-form.ts'
import { alertWords } from './alerts.ts'
import { callWords } from './call.ts'
import { carWords } from './car.ts'
import { chartWords } from './charts.ts'
import { driversWords } from './drivers.ts'
import { energyWords } from './energy.ts'
import { engineerWords } from './engineer.ts'
import { eventWords } from './events.ts'
import { homeWords, problemWords } from './home.ts'
import { nextStopWords } from './next-stop.ts'
import { noticeWords } from './notices.ts'
import { pitWallWords } from './pit-wall.ts'
import { raceWords } from './race.ts'
import { setupGroupTitles, setupTerms } from './setup-terms.ts'
import { strategyWords } from './strategy.ts'
import { teamWords } from './team.ts'
import { viewWords } from './view.ts'

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** Every word a viewer reads. Each further language is an object of this shape. */
export const english = {
  language: 'en',
  decimalMark: '.' as '.' | ',',
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  moment: (day: string, month: string, time: string) => `${day} ${month} ${time} UTC`,
  product: '1Lap Dashboard',
  unknown: '–',
  about: '≈',
  atMost: '≤ ',
  yes: 'yes',
  no: 'no',
  alerts: alertWords,
  alertForm: alertFormWords,

  skipToWall: 'Skip to the numbers',
  freshness: {
    since: 'since',
    words: {
      live: 'LIVE',
      delayed: 'DELAYED',
      stale: 'STALE',
      offline: 'MONITOR OFFLINE',
      paused: 'PAUSED',
      garage: 'GARAGE',
      waiting: 'WAITING',
      'no-connection': 'NO CONNECTION',
      restarting: 'RESTARTING',
      ended: 'ENDED',
      revoked: 'LINK REVOKED',
    },
    causes: {
      live: '',
      delayed: 'The numbers arrive late.',
      stale: 'Old numbers: nothing new has arrived.',
      offline: 'Driver’s PC not heard',
      paused: 'The simulator is paused or in its menu.',
      garage: 'The car is in the garage.',
      waiting: 'No monitor has sent anything yet.',
      'no-connection': 'This device hears nothing. Retrying.',
      restarting: 'The server restarts. Last values shown.',
      ended: 'The session is over. Last values shown.',
      revoked: 'No longer valid. Ask for the new link.',
    },
  },

  status: { lap: 'lap', inPits: 'in the pits', left: 'left', noCar: 'No car yet', of: 'of' },
  lapsLeft: {
    title: 'Laps left',
    low: 'low',
    limits: {
      fuel: 'Fuel limits',
      'virtual-energy': 'VE limits',
      unknown: 'Fuel alone, VE unknown',
    },
    other: { fuel: 'VE', 'virtual-energy': 'fuel' },
    range: (from: string, to: string) => `${from}–${to} (80 %)`,
    fromSetup: 'by the setup',
    unknown: 'after a valid lap',
  },
  stintLeft: {
    title: 'Stint left',
    stint: 'stint',
    sinceLap: 'since lap',
    unknown: 'after a valid lap',
  },
  position: {
    title: 'Position',
    inClass: 'in class',
    of: 'of',
    ahead: 'ahead',
    behind: 'behind',
    unknown: 'not placed yet',
  },
  lastLap: { title: 'Last lap', best: 'best' },
  energy: energyWords,
  nextStop: nextStopWords,
  call: callWords,
  drivers: driversWords,
  tires: {
    title: 'Tyres and brakes',
    corners: { fl: 'FL', fr: 'FR', rl: 'RL', rr: 'RR' },
    cornersLong: { fl: 'Front left', fr: 'Front right', rl: 'Rear left', rr: 'Rear right' },
    pressure: 'press.',
    brake: 'brake',
    wear: 'tread',
    wearPerLap: 'per lap',
    lasts: 'lasts',
    laps: (laps: string) => `${laps} laps`,
    worst: (wheel: string, laps: string) => `${wheel} lasts ${laps} laps`,
    flat: 'FLAT',
    detached: 'WHEEL LOST',
    worn: (left: string) => `Tread left: ${left}`,
    judging: 'units not yet known',
    detected: (pressure: string) => `${pressure} detected`,
    parked: 'not measured while parked',
    notSent: 'not sent',
  },
  conditions: {
    title: 'Conditions',
    engineOff: 'engine off',
    water: 'Water',
    oil: 'Oil',
    track: 'Track',
    air: 'Air',
    rain: 'Rain',
    wetness: 'Wet track',
  },
  settings: {
    title: 'Live settings',
    brakeBias: 'Bias front',
    tc: 'TC',
    tcSlip: 'TC slip',
    tcCut: 'TC cut',
    abs: 'ABS',
    motorMap: 'Motor map',
    arbFront: 'ARB front',
    arbRear: 'ARB rear',
    notSent: 'This monitor sends none.',
  },
  laps: {
    title: 'Laps',
    lap: 'Lap',
    time: 'Time',
    fuel: (unit: string) => `Fuel ${unit}`,
    energy: 'VE %',
    none: 'No lap completed yet.',
    yellow: 'yellow',
    flags: {
      out: 'out',
      in: 'in',
      refuel: 'refuel',
      slow: 'slow',
      gap: 'not seen',
      invalid: 'invalid',
      first: 'first',
      excluded: 'left out',
    },
  },
  events: eventWords,
  setup: {
    title: 'Car setup',
    none: 'No setup received. That is normal: many drivers never open the garage screen.',
    empty: 'The setup that was sent holds nothing to show.',
    sent: 'sent',
    setting: 'Setting',
    value: 'Value',
    groups: { general: 'General', corners: 'Corners' },
    more: 'and more',
    notShown: (rows: number) => `${count(rows, 'more value', 'more values')} not shown`,
    was: (value: string) => `was ${value}`,
    added: 'new',
    removed: 'no longer there',
    changes: (rows: number) => (rows === 0 ? 'no changes' : count(rows, 'change', 'changes')),
    since: (stint: number) =>
      stint === 0 ? 'since before the first stint' : `since stint ${stint}`,
    sinceOther: (stint: number, chapter: string) => `since stint ${stint} of ${chapter}`,
    terms: setupTerms,
    garageGroups: setupGroupTitles,
  },

  pitWall: pitWallWords,
  race: raceWords,
  charts: chartWords,

  open: 'Open session: anyone with this link can publish to it.',
  bound: 'Bound session: any PC at the address that began it can publish to it, with this link.',
  notices: noticeWords,
  car: carWords,
  engineer: engineerWords,
  team: teamWords,
  strategy: strategyWords,
  view: viewWords,
  glance: {
    title: 'Glance',
    link: 'The four numbers, as large as this screen allows',
    back: 'To the whole dashboard',
  },
  home: homeWords,
  problem: problemWords,
  newTab: 'opens in a new tab',
  preview: 'A live race dashboard. Open the link in a browser.',
  noscript: 'Without JavaScript this page reloads every 5 seconds. Times of day are in UTC.',
}

export type Words = typeof english
