import { createHash } from 'node:crypto'
import type { CarId } from '../race/session.ts'

/** A race week: nobody should have to look for the engineer's link again on race day. */
const ENGINEER_COOKIE_SECONDS = 7 * 24 * 3600

/**
 * One per car, so that an engineer of two cars keeps both. It outlives a change of the link, and the car's own id does
 * not follow from it.
 */
const cookieName = (car: CarId) =>
  `engineer-${createHash('sha256').update(`cookie of ${car}`).digest('hex').slice(0, 16)}`

export function engineerCookie(car: CarId, key: string, isHttps: boolean): string {
  const secure = isHttps ? '; Secure' : ''
  return `${cookieName(car)}=${key}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${ENGINEER_COOKIE_SECONDS}${secure}`
}

/** The key that this browser has for the car; null: none. Whether it is right, the door tells. */
export function engineerKeyIn(headers: Headers, car: CarId): string | null {
  const wanted = cookieName(car)
  for (const cookie of (headers.get('cookie') ?? '').split(';')) {
    const [name = '', ...value] = cookie.trim().split('=')
    if (name === wanted) return value.join('=')
  }
  return null
}
