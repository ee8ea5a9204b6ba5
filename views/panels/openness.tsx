import { type Catalogue, en } from '../catalogue.ts'
import { markup } from '../markup.ts'
import { opennessTold } from '../openness-told.ts'
import type { Wall } from '../wall.ts'

/** Numbers that anybody with the link may send are to be read as such; nothing where a key is asked for. */
export const opennessPanel = ({ session }: Wall, words: Catalogue = en): string =>
  session.mode === 'open' ? markup(<span safe>{opennessTold(session, words)}</span>) : ''
