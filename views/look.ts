export const languages = ['en', 'de'] as const
export const temperatureUnits = ['C', 'F'] as const
export const pressureUnits = ['kPa', 'psi', 'bar'] as const
export const volumeUnits = ['L', 'gal'] as const
export const themes = ['dark', 'light', 'red'] as const

/** How one viewer wants to read: nobody else's page changes with it. */
export interface Look {
  readonly language: (typeof languages)[number]
  readonly temperature: (typeof temperatureUnits)[number]
  readonly pressure: (typeof pressureUnits)[number]
  readonly volume: (typeof volumeUnits)[number]
  /** `red`: a night without losing one's eyes for the dark. */
  readonly theme: (typeof themes)[number]
}

/** As the game itself shows it. */
export const defaultLook: Look = {
  language: 'en',
  temperature: 'C',
  pressure: 'kPa',
  volume: 'L',
  theme: 'dark',
}

/** What can be chosen, the usual first. */
export const lookChoices: { readonly [Name in keyof Look]: readonly Look[Name][] } = {
  language: languages,
  temperature: temperatureUnits,
  pressure: pressureUnits,
  volume: volumeUnits,
  theme: themes,
}

const names = Object.keys(lookChoices) as readonly (keyof Look)[]

/** "de-F-psi-gal-red": what an address or a cookie keeps. */
export const lookText = (look: Look): string => names.map((name) => look[name]).join('-')

/** What rooms differ by: the theme is the page's own. */
export const lookOfText = (look: Look): string => lookText({ ...look, theme: defaultLook.theme })

/**
 * A look from what an address, a cookie or a form says, in any order and of any part of it; the rest, and whatever is
 * foreign, stays as in `otherwise`.
 */
export function lookFrom(text: string | null | undefined, otherwise: Look = defaultLook): Look {
  const said = (text ?? '').slice(0, 80).split('-')
  const of = <Name extends keyof Look>(name: Name): Look[Name] => {
    const known: readonly Look[Name][] = lookChoices[name]
    return known.findLast((choice) => said.includes(choice)) ?? otherwise[name]
  }
  return {
    language: of('language'),
    temperature: of('temperature'),
    pressure: of('pressure'),
    volume: of('volume'),
    theme: of('theme'),
  }
}
