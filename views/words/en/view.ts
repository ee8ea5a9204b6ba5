import type { Look } from '../../look.ts'

const names = {
  language: 'Language',
  temperature: 'Temperature',
  pressure: 'Pressure',
  volume: 'Fuel',
  theme: 'Light',
} as const satisfies Record<keyof Look, string>

const choices = {
  en: 'English',
  de: 'Deutsch',
  C: '°C',
  F: '°F',
  kPa: 'kPa',
  psi: 'psi',
  bar: 'bar',
  L: 'L',
  gal: 'US gal',
  dark: 'dark',
  light: 'light',
  red: 'dim red, for the night',
} as const satisfies Record<Look[keyof Look], string>

/** How one viewer wants to read. */
export const viewWords = {
  title: 'Language, units and light',
  names: names as Readonly<Record<keyof Look, string>>,
  choices: choices as Readonly<Record<Look[keyof Look], string>>,
  save: 'Use these',
}
