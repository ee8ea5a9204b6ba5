/** When to box, and what to set. */
export const nextStopWords = {
  title: 'Next stop',
  verdicts: {
    'no-stop-needed': () => 'no stop needed',
    'box-in': (laps: number) => `BOX in ${laps}`,
    'box-this-lap': () => 'BOX THIS LAP',
    'box-now': () => 'BOX NOW, margin used',
    'cannot-reach': () => 'cannot reach the pit',
  },
  inPits: 'in the pits',
  called: 'as called',
  lastSafeLap: 'Last safe lap',
  window: 'Pit window',
  lap: (lap: string) => `L ${lap}`,
  laps: (from: string, to: string) => `L ${from}–${to}`,
  time: 'Stop',
  timeParts: (refuel: string, tires: string, lane: string) =>
    `refuel ${refuel}, tyres ${tires}, lane ${lane}`,
  damage: (time: string) => `, repair ${time}`,
  laneBasis: { engineer: 'as entered', 'own-stops': 'own stops', guess: 'guessed' },
  unknown: 'Known with the first use per lap.',
  table: 'Level to set in the car, by laps of the next stint',
  columns: { laps: 'Laps', push: 'Push', average: 'Average', save: 'Save' },
  plan: 'plan',
  toFlag: 'flag',
  tooMuch: 'not in one fill',
  ratio: (liters: string, unit: string) => `Fuel ratio needed: ${liters} ${unit} for 1 % VE`,
}
