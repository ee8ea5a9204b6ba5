import type { Corrections } from '../inputs/corrections.ts'

type Names = Corrections['driverNames']

/** Who that really is. Said twice, the first counts. */
export const nameFor = (name: string | null, names: Names): string | null =>
  name === null ? null : (names.find(({ from }) => from === name)?.to ?? name)

/** The same object, or one whose driver is called by his name. */
export function renamed<Named extends { readonly driverName: string | null }>(
  named: Named,
  names: Names,
): Named {
  const driverName = nameFor(named.driverName, names)
  return driverName === named.driverName ? named : { ...named, driverName }
}
