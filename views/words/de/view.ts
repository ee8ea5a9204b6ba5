import type { Words } from '../en/english.ts'

export const viewWords: Words['view'] = {
  title: 'Sprache, Einheiten und Licht',
  names: {
    language: 'Sprache',
    temperature: 'Temperatur',
    pressure: 'Druck',
    volume: 'Kraftstoff',
    theme: 'Licht',
  },
  choices: {
    en: 'English',
    de: 'Deutsch',
    C: '°C',
    F: '°F',
    kPa: 'kPa',
    psi: 'psi',
    bar: 'bar',
    L: 'L',
    gal: 'US-gal',
    dark: 'dunkel',
    light: 'hell',
    red: 'gedämpft rot, für die Nacht',
  },
  save: 'So anzeigen',
}
