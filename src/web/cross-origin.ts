/** What web pages of others may read: data for programs, never pages. */
const readable = /^\/(api|schema)(\/|$)/

/** Whether a web page of this origin may read this address. */
export function isCrossOriginReader(
  page: string,
  url: string,
  corsOrigins: readonly string[],
): boolean {
  return corsOrigins.includes(page) && readable.test(new URL(url).pathname)
}
