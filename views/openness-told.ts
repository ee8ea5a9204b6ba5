import type { Session } from '../src/race/session.ts'
import type { Catalogue } from './catalogue.ts'

/** Who may publish to a car without a key of his own; nothing where a key is asked for. */
export const opennessTold = ({ mode }: Pick<Session, 'mode'>, words: Catalogue): string =>
  mode === 'keyed' ? '' : `▲ ${words[mode]}`
