import { type Figures, figuresIn } from './figures.ts'
import { defaultLook, type Look, lookText } from './look.ts'
import { german } from './words/de/german.ts'
import { english, type Words } from './words/en/english.ts'

/** Everything as one viewer reads it: words in his language, figures in his units. */
export interface Catalogue extends Words {
  readonly look: Look
  readonly figures: Figures
}

const languages = {
  en: english,
  de: german,
} as const satisfies Record<Look['language'], Words>

const made = new Map<string, Catalogue>()

/** The same object for the same look, so that what is rendered with it can be remembered by it. */
export function catalogueFor(look: Look): Catalogue {
  const key = lookText(look)
  const words = languages[look.language]
  const catalogue = made.get(key) ?? { ...words, look, figures: figuresIn(words.decimalMark, look) }
  made.set(key, catalogue)
  return catalogue
}

export const en = catalogueFor(defaultLook)
