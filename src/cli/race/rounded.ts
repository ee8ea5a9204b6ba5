/** As many digits as a monitor would send. */
export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
