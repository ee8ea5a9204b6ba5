type Facts = Readonly<Record<string, string | number | boolean | null>>

/** Where the server says what it does. Facts may be foreign text: an adapter MUST make them inert. */
export interface Log {
  debug(message: string, facts?: Facts): void
  info(message: string, facts?: Facts): void
  warn(message: string, facts?: Facts): void
  error(message: string, facts?: Facts): void
}
