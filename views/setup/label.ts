import type { Catalogue } from '../catalogue.ts'

/** Of the longest text that is shown; more is somebody's mistake, or mischief. */
const TEXT_KEPT = 200

/** Foreign text, fit for one line: no control or direction characters, not too long. Still not escaped. */
export function oneLine(text: string): string {
  const line = text
    .slice(0, TEXT_KEPT * 2)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .trim()
    .toWellFormed()
  return line.length <= TEXT_KEPT ? line : `${line.slice(0, TEXT_KEPT - 1).toWellFormed()}…`
}

/** "VM_BRAKE_BALANCE" as "Brake balance", "rideHeight" as "Ride height". */
export function readable(key: string, { terms }: Catalogue['setup']): string {
  const parts = oneLine(key)
    .replace(/^[VW]M_/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[\s_]+/)
    .filter((part) => part !== '')
  const words = parts.map((part) => {
    const upper = part.toUpperCase()
    return Object.hasOwn(terms, upper) ? terms[upper] : part.toLowerCase()
  })
  const label = words.join(' ')
  return label.charAt(0).toUpperCase() + label.slice(1)
}

/** "MAX PEDAL FORCE" is what the game prints; a screen full of it is hard to read. */
export function captioned(caption: string): string {
  const text = oneLine(caption)
  return text === text.toUpperCase() ? text.charAt(0) + text.slice(1).toLowerCase() : text
}
