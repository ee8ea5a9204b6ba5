import type { WheelName } from '../race/wheels.ts'

/** An object of keys; a list is not one. */
export function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Own keys only: a frame that names `constructor` or `__proto__` reaches nothing of ours. */
export function valueAt(record: object, key: string): unknown {
  return Object.hasOwn(record, key) ? Reflect.get(record, key) : undefined
}

/** The protocol's ways to say "not known"; a missing key is the proper one. */
export function isUnknown(value: unknown): boolean {
  return value === undefined || value === null || value === '' || Number.isNaN(value)
}

/** Some monitors name the wheels in upper case. */
export function cornerAt(corners: object, wheel: WheelName): unknown {
  return valueAt(corners, wheel) ?? valueAt(corners, wheel.toUpperCase())
}
