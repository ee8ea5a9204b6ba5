import type { Words } from '../en/english.ts'

export const pitWallWords: Words['pitWall'] = {
  inputs: {
    race: 'Renndistanz',
    averageLaps: 'Runden im Mittel',
    marginLaps: 'Spielraum',
    reserveLaps: 'Reserve',
    pitEntryRatio: 'Boxeneinfahrt',
    stop: 'Stoppzeiten',
    tireMinRatio: 'kleinstes Profil',
    energy: 'virtuelle Energie',
    roster: 'Fahrer',
    drivingRules: 'Fahrzeitregeln',
    units: 'Einheiten',
    corrections: 'Korrekturen',
    alerts: 'Alarme',
    webhooks: 'Webhooks',
  },
  call: {
    when: {
      'this-lap': () => 'BOX diese Runde',
      'in-laps': (laps) => `BOX in ${laps}`,
      'stay-out': () => 'DRAUSSEN BLEIBEN',
    },
    energy: (percent) => `VE ${percent}`,
    fuel: (liters) => `Kraftstoff ${liters}`,
    tires: (tires) =>
      tires === 0 ? 'keine Reifen' : tires === 4 ? 'vier Reifen' : `${tires} Reifen`,
    next: (driver) => `weiter ${driver}`,
  },
}
