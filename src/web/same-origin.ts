/**
 * Whether a page of ours has sent this: what another site makes a browser send would change things in the engineer's
 * name. Browsers say where a request comes from in Sec-Fetch-Site, to https and localhost only; elsewhere the Origin
 * tells. Who says neither is no browser, or hides it.
 */
export function isFromOurPages(headers: Headers, baseUrl: string | null): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = headers.get('origin')
  if (origin === null || !URL.canParse(origin)) return false
  return new URL(origin).host === headers.get('host') || origin === baseUrl
}
