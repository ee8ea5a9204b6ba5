import type { Words } from '../en/english.ts'

export const noticeWords: Words['notices'] = {
  title: 'Hinweise',
  conflict: (shown, other) => `Zwei PCs sagen, sie fahren: ${shown} (angezeigt), ${other}.`,
  someone: 'ein PC ohne Namen',
  choose: 'Auswählen, wer recht hat',
  lost: (driver) => `Nichts vom PC von ${driver} seit`,
  unsaved: 'Nichts wird gespeichert seit',
  unsavedText: 'Die Festplatte des Servers nimmt nichts an. Die Wand läuft weiter.',
  fedBy: (driver) => `PC von ${driver}`,
}
