/** Sums of measured numbers miss a whole number by this much, and no more. */
const ALLOWED = 1e-9

/** The whole number below, where 6.9999999999 is 7. */
export const floorOf = (value: number): number => Math.floor(value + ALLOWED)

/** The whole number above, where 7.0000000001 is 7. */
export const ceilOf = (value: number): number => Math.ceil(value - ALLOWED)

/** At least as much, where 6.9999999999 is enough for 7. */
export const reaches = (has: number, needs: number): boolean => has >= needs - ALLOWED
