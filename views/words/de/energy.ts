import type { Words } from '../en/english.ts'

const laps = (n: number) => `${n} ${n === 1 ? 'Runde' : 'Runden'}`

export const energyWords: Words['energy'] = {
  title: 'Energie',
  fuel: 'Kraftstoff',
  virtualEnergy: 'Virtuelle Energie',
  short: 'VE',
  laps: 'Runden',
  level: (resource, level) => `${resource}: ${level}`,
  basis: {
    stint: (n) => `${n} ${n === 1 ? 'gültige Runde' : 'gültige Runden'}`,
    driver: (n) => `${laps(n)} dieses Fahrers`,
    car: (n) => `${laps(n)} dieses Autos`,
    setup: () => 'aus dem Setup',
    engineer: () => 'wie eingegeben',
    fuel: (n) => `nach dem Kraftstoff von ${laps(n)}`,
  },
  confidence: { low: 'grob', medium: 'brauchbar', high: 'sicher' },
  notSent: 'sendet dieser Monitor nicht',
  entered: 'eingegeben, heruntergezählt',
  readAgain: {
    'filled-since': 'seitdem nachgefüllt: neu ablesen',
    'use-unknown': 'zu lange her: neu ablesen',
  },
  noUse: 'Der Verbrauch ist nach der ersten gültigen Runde bekannt.',
  toFinish: 'Bis ins Ziel',
  stopsLeft: 'Stopps übrig',
  saving: 'Spart einen Stopp',
  savingBy: (ratio) => `−${ratio}`,
  perLap: (amount) => `${amount}/Rd.`,
  toFlag: (n) => `${n} Runden bis ins Ziel`,
  leader: {
    us: 'wir führen',
    known: 'Führender bekannt',
    unknown: 'Platz des Führenden unbekannt',
    finished: 'der Führende ist im Ziel',
  },
  raceEndEntered: 'Rennende wie eingegeben',
  askRaceEnd: 'Wann endet das Rennen? Der Monitor sagt es nicht; der Ingenieur kann es.',
  noFlag: 'Die Runden bis ins Ziel sind mit dem Rennen und seinem Tempo bekannt.',
  blind: (estimated, real) => `Ungesehen geschätzt: ≈${estimated}, es waren ${real}`,
  uses: {
    title: 'Verbrauch, anders betrachtet',
    names: {
      amount: 'jetzt',
      last: 'letzte Runde',
      lastTen: 'letzte zehn',
      stint: 'Stint',
      race: 'Rennen',
      push: 'Attacke',
      save: 'sparen',
    },
  },
}
