import type { Words } from '../en/english.ts'

export const nextStopWords: Words['nextStop'] = {
  title: 'Nächster Stopp',
  verdicts: {
    'no-stop-needed': () => 'kein Stopp nötig',
    'box-in': (laps) => `BOX in ${laps}`,
    'box-this-lap': () => 'BOX DIESE RUNDE',
    'box-now': () => 'BOX JETZT, Reserve weg',
    'cannot-reach': () => 'Box unerreichbar',
  },
  inPits: 'in der Box',
  called: 'wie angesagt',
  lastSafeLap: 'Letzte sichere',
  window: 'Boxenfenster',
  lap: (lap) => `Rd. ${lap}`,
  laps: (from, to) => `Rd. ${from}–${to}`,
  time: 'Stopp',
  timeParts: (refuel, tires, lane) => `tanken ${refuel}, Reifen ${tires}, Gasse ${lane}`,
  damage: (time) => `, Reparatur ${time}`,
  laneBasis: { engineer: 'wie eingegeben', 'own-stops': 'eigene Stopps', guess: 'geschätzt' },
  unknown: 'Mit dem ersten Verbrauch bekannt.',
  table: 'Stand, der im Auto einzustellen ist, nach Runden des nächsten Stints',
  columns: { laps: 'Runden', push: 'Attacke', average: 'Mittel', save: 'Sparen' },
  plan: 'Plan',
  toFlag: 'Ziel',
  tooMuch: 'nicht in einer Füllung',
  ratio: (liters, unit) => `Nötiges Verhältnis: ${liters} ${unit} für 1 % VE`,
}
