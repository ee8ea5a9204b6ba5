import type { Words } from '../en/english.ts'
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

/** As a team speaks German: without ceremony, with the words of the pit lane. */
export const german: Words = {
  language: 'de',
  decimalMark: ',',
  months: [
    ...['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni'],
    ...['Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
  ],
  moment: (day, month, time) => `${day}. ${month}, ${time} UTC`,
  product: '1Lap Dashboard',
  unknown: '–',
  about: '≈',
  atMost: '≤ ',
  yes: 'ja',
  no: 'nein',
  alerts: alertWords,
  alertForm: alertFormWords,

  skipToWall: 'Zu den Zahlen springen',
  freshness: {
    since: 'seit',
    words: {
      live: 'LIVE',
      delayed: 'VERZÖGERT',
      stale: 'ALT',
      offline: 'MONITOR OFFLINE',
      paused: 'PAUSE',
      garage: 'GARAGE',
      waiting: 'WARTET',
      'no-connection': 'KEINE VERBINDUNG',
      restarting: 'NEUSTART',
      ended: 'BEENDET',
      revoked: 'LINK UNGÜLTIG',
    },
    causes: {
      live: '',
      delayed: 'Die Zahlen kommen spät.',
      stale: 'Alte Zahlen: nichts Neues ist gekommen.',
      offline: 'PC des Fahrers nicht zu hören',
      paused: 'Der Simulator pausiert oder ist im Menü.',
      garage: 'Das Auto steht in der Garage.',
      waiting: 'Noch kein Monitor hat etwas gesendet.',
      'no-connection': 'Dieses Gerät hört nichts. Neuer Versuch.',
      restarting: 'Der Server startet neu. Letzte Werte.',
      ended: 'Die Session ist vorbei. Letzte Werte.',
      revoked: 'Gilt nicht mehr. Nach dem neuen Link fragen.',
    },
  },

  status: { lap: 'Rd.', inPits: 'in der Box', left: 'übrig', noCar: 'Noch kein Auto', of: 'von' },
  lapsLeft: {
    title: 'Runden übrig',
    low: 'wenig',
    limits: {
      fuel: 'Kraftstoff begrenzt',
      'virtual-energy': 'VE begrenzt',
      unknown: 'Nur Kraftstoff, VE unbekannt',
    },
    other: { fuel: 'VE', 'virtual-energy': 'Kraftstoff' },
    range: (from, to) => `${from}–${to} (80 %)`,
    fromSetup: 'laut Setup',
    unknown: 'nach einer gültigen Runde',
  },
  stintLeft: {
    title: 'Stint übrig',
    stint: 'Stint',
    sinceLap: 'seit Rd.',
    unknown: 'nach einer gültigen Runde',
  },
  position: {
    title: 'Position',
    inClass: 'in der Klasse',
    of: 'von',
    ahead: 'davor',
    behind: 'dahinter',
    unknown: 'noch ohne Platz',
  },
  lastLap: { title: 'Letzte Runde', best: 'beste' },
  energy: energyWords,
  nextStop: nextStopWords,
  call: callWords,
  drivers: driversWords,
  tires: {
    title: 'Reifen und Bremsen',
    corners: { fl: 'VL', fr: 'VR', rl: 'HL', rr: 'HR' },
    cornersLong: { fl: 'Vorn links', fr: 'Vorn rechts', rl: 'Hinten links', rr: 'Hinten rechts' },
    pressure: 'Druck',
    brake: 'Bremse',
    wear: 'Profil',
    wearPerLap: 'je Rd.',
    lasts: 'hält',
    laps: (laps) => `${laps} Rd.`,
    worst: (wheel, laps) => `${wheel} hält ${laps} Rd.`,
    flat: 'PLATT',
    detached: 'RAD AB',
    worn: (left) => `Profil übrig: ${left}`,
    judging: 'Einheiten noch unbekannt',
    detected: (pressure) => `${pressure} erkannt`,
    parked: 'im Stand nicht gemessen',
    notSent: 'nicht gesendet',
  },
  conditions: {
    title: 'Bedingungen',
    engineOff: 'Motor aus',
    water: 'Wasser',
    oil: 'Öl',
    track: 'Strecke',
    air: 'Luft',
    rain: 'Regen',
    wetness: 'Nässe',
  },
  settings: {
    title: 'Aktuelle Einstellungen',
    brakeBias: 'Balance vorn',
    tc: 'TC',
    tcSlip: 'TC Schlupf',
    tcCut: 'TC Eingriff',
    abs: 'ABS',
    motorMap: 'Motor-Map',
    arbFront: 'Stabi vorn',
    arbRear: 'Stabi hinten',
    notSent: 'Dieser Monitor sendet keine.',
  },
  laps: {
    title: 'Runden',
    lap: 'Runde',
    time: 'Zeit',
    fuel: (unit) => `Kraftst. ${unit}`,
    energy: 'VE %',
    none: 'Noch keine Runde gefahren.',
    yellow: 'Gelb',
    flags: {
      out: 'raus',
      in: 'rein',
      refuel: 'getankt',
      slow: 'langsam',
      gap: 'nicht gesehen',
      invalid: 'ungültig',
      first: 'erste',
      excluded: 'ausgelassen',
    },
  },
  events: eventWords,
  setup: {
    title: 'Setup',
    none: 'Kein Setup empfangen. Das ist normal: viele Fahrer öffnen die Garage nie.',
    empty: 'Im gesendeten Setup steht nichts, was sich zeigen ließe.',
    sent: 'gesendet',
    setting: 'Einstellung',
    value: 'Wert',
    groups: { general: 'Allgemein', corners: 'Ecken' },
    more: 'und mehr',
    notShown: (rows) => `${rows === 1 ? '1 weiterer Wert' : `${rows} weitere Werte`} nicht gezeigt`,
    was: (value) => `vorher ${value}`,
    added: 'neu',
    removed: 'nicht mehr da',
    changes: (rows) =>
      rows === 0 ? 'keine Änderungen' : rows === 1 ? '1 Änderung' : `${rows} Änderungen`,
    since: (stint) => (stint === 0 ? 'seit vor dem ersten Stint' : `seit Stint ${stint}`),
    sinceOther: (stint, chapter) => `seit Stint ${stint} von ${chapter}`,
    terms: setupTerms,
    garageGroups: setupGroupTitles,
  },

  pitWall: pitWallWords,
  race: raceWords,
  charts: chartWords,

  open: 'Offene Session: jeder mit diesem Link kann für sie senden.',
  bound:
    'Gebundene Session: jeder PC an der Adresse, die sie begann, kann mit diesem Link für sie senden.',
  notices: noticeWords,
  car: carWords,
  engineer: engineerWords,
  team: teamWords,
  strategy: strategyWords,
  view: viewWords,
  glance: {
    title: 'Auf einen Blick',
    link: 'Die vier Zahlen, so groß der Bildschirm erlaubt',
    back: 'Zum ganzen Dashboard',
  },
  home: homeWords,
  problem: problemWords,
  newTab: 'öffnet sich in einem neuen Tab',
  preview: 'Ein Live-Dashboard für Rennen. Den Link in einem Browser öffnen.',
  noscript: 'Ohne JavaScript lädt diese Seite alle 5 Sekunden neu. Uhrzeiten sind in UTC.',
}
