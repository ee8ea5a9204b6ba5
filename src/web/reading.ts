import { type Catalogue, catalogueFor } from '../../views/catalogue.ts'
import { defaultLook, type Look, lookFrom, lookText } from '../../views/look.ts'

const COOKIE = 'look'
/** Whoever has chosen shall find it as it was at the next race of the season. */
const COOKIE_SECONDS = 365 * 24 * 3600

/** How whoever asks wants to read: what the address says, else what he has chosen before, else what his browser prefers. */
export function lookOf(request: Request): Look {
  const { headers, url } = request
  const preferred = { ...defaultLook, language: languageOf(headers.get('accept-language')) }
  const chosen = lookFrom(cookieIn(headers), preferred)
  return lookFrom(new URL(url).searchParams.get('look'), chosen)
}

/** Words and figures for whoever asks. */
export const wordsFor = (request: Request): Catalogue => catalogueFor(lookOf(request))

export function lookCookie(look: Look, isHttps: boolean): string {
  const secure = isHttps ? '; Secure' : ''
  return `${COOKIE}=${lookText(look)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${COOKIE_SECONDS}${secure}`
}

function cookieIn(headers: Headers): string | null {
  const cookies = (headers.get('cookie') ?? '').split(';').map((each) => each.trim())
  return cookies.find((each) => each.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? null
}

/** Browsers name the language they like best first. */
const languageOf = (accepted: string | null): Look['language'] =>
  /^\s*de\b/i.test(accepted ?? '') ? 'de' : 'en'
