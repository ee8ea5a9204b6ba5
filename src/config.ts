import { isIP } from 'node:net'
import { FormatRegistry, type Static, type TSchema, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'

/** An address, a CIDR block, an origin: lists are written with commas. */
const list = <T extends TSchema>(item: T, options: object) =>
  Type.Array(item, { default: [], ...options })

/** Checked here, where there is a word for the setting, and not where the first use would throw. */
const formats: Readonly<Record<string, (text: string) => boolean>> = {
  'listening-address': (text) => text === 'localhost' || isIP(text) !== 0,
  'address-or-block': isAddressOrBlock,
  // As browsers write it: lower case, no path, no port that is the scheme's own.
  origin: (text) => urlOf(text)?.origin === text && /^https?:/.test(text),
  'base-url': (text) =>
    text === '' || (/^https?:\/\/[^\s/?#]+$/.test(text) && urlOf(text) !== null),
}
for (const [name, isRight] of Object.entries(formats)) FormatRegistry.Set(name, isRight)

const urlOf = (text: string) => (URL.canParse(text) ? new URL(text) : null)

function isAddressOrBlock(text: string): boolean {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? []
  const family = isIP(address)
  return family !== 0 && Number(bits ?? 0) <= (family === 4 ? 32 : 128)
}

/** Every setting. The README's table and `--help` are made from the descriptions. */
export const Config = Type.Object({
  HOST: Type.String({
    default: '0.0.0.0',
    format: 'listening-address',
    description: 'Address to listen on; 127.0.0.1 for this computer alone.',
    expected: 'an IP address, for example 0.0.0.0 or 127.0.0.1',
  }),
  PORT: Type.Integer({
    default: 5000,
    minimum: 0,
    maximum: 65535,
    description: 'Port to listen on; 0 takes a free one.',
    expected: 'a whole number from 0 to 65535',
  }),
  BASE_URL: Type.String({
    default: '',
    format: 'base-url',
    description: 'How links to this server begin, when it is reached by a name of its own.',
    expected: 'http:// or https:// and a host, without a path, for example https://pit.example.org',
  }),
  ALLOWED_HOSTS: list(Type.String({ pattern: '^[A-Za-z0-9.-]+$' }), {
    description:
      'More host names it may be reached by. IP addresses, localhost and *.local always work.',
    expected: 'host names with commas between them, for example pit.example.org,pit2.example.org',
  }),
  TRUSTED_PROXIES: list(Type.String({ format: 'address-or-block' }), {
    description: "Proxies whose word about a client's address counts.",
    expected: 'IP addresses or CIDR blocks with commas between them, for example 10.0.0.0/8',
  }),
  CLIENT_ADDRESS_HEADER: Type.Union(
    (['x-forwarded-for', 'fly-client-ip'] as const).map((header) => Type.Literal(header)),
    {
      default: 'x-forwarded-for',
      description: 'Header in which those proxies name the client; no other is read.',
      expected: 'x-forwarded-for or fly-client-ip',
    },
  ),
  DATA_DIR: Type.String({
    default: './data',
    minLength: 1,
    description: 'Folder for the database; one server at a time.',
    expected: 'the path of a folder',
  }),
  STORE: Type.Union([Type.Literal('sqlite'), Type.Literal('memory')], {
    default: 'sqlite',
    description: 'Where sessions are kept; `memory` forgets them when the server ends.',
    expected: 'sqlite or memory',
  }),
  LOG_LEVEL: Type.Union(
    (['debug', 'info', 'warn', 'error', 'silent'] as const).map((level) => Type.Literal(level)),
    {
      default: 'info',
      description: 'Least important messages to log.',
      expected: 'debug, info, warn, error or silent',
    },
  ),
  CORS_ORIGINS: list(Type.String({ format: 'origin' }), {
    description: 'Web pages of others that may read sessions. None may ever publish.',
    expected: 'origins with commas between them, for example https://overlay.example.org',
  }),
  LEGACY_MONITORS: Type.Boolean({
    default: true,
    description: 'Whether monitors that cannot present a key are served.',
    expected: 'on or off',
  }),
  WEBHOOK_PRIVATE_HOSTS: list(Type.String({ pattern: '^[A-Za-z0-9.:-]+$' }), {
    description:
      'Hosts of your own network that alerts may be sent to. Elsewhere only public addresses are.',
    expected: 'host names or IP addresses with commas between them, for example ntfy.lan',
  }),
  SESSION_IDLE_HOURS: Type.Integer({
    default: 48,
    minimum: 1,
    maximum: 8760,
    description:
      'Hours without a frame after which a session is over and its raw frames are forgotten; the next frame reopens it.',
    expected: 'a whole number from 1 to 8760',
  }),
  DEMO: Type.Boolean({
    default: false,
    description: 'Show an invented race as well.',
    expected: 'on or off',
  }),
  TIME_RATE: Type.Number({
    default: 1,
    minimum: 1,
    maximum: 1000,
    description: 'For tests alone: how many times faster every clock, limit and time-out runs.',
    // Nobody who runs a race has a use for it.
    isHidden: true,
    expected: 'a number from 1 to 1000',
  }),
})
export type Config = Static<typeof Config>

type Name = keyof Config

const names = Object.keys(Config.properties) as Name[]
const shownNames = names.filter((name) => Config.properties[name].isHidden !== true)

/** HOST → --host, DATA_DIR → --data-dir. */
export const flagOf = (name: string) => `--${name.toLowerCase().replaceAll('_', '-')}`

const switches: Readonly<Record<string, boolean>> = {
  on: true,
  true: true,
  yes: true,
  '1': true,
  off: false,
  false: false,
  no: false,
  '0': false,
}

function fromText(schema: TSchema, text: string): unknown {
  if (schema.type === 'boolean') return switches[text.trim().toLowerCase()] ?? text
  if (schema.type === 'array')
    return text
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean)
  if (schema.type === 'integer' || schema.type === 'number') {
    return text.trim() === '' ? text : Number(text)
  }
  return text.trim()
}

/** Settings from flags, which win, and the environment. All that is wrong is named at once. */
export function readConfig(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): { ok: true; config: Config } | { ok: false; problems: readonly string[] } {
  const problems: string[] = []
  const flags = readFlags(args, problems)
  const config: Record<string, unknown> = {}
  for (const name of names) {
    const schema = Config.properties[name]
    const text = flags.get(name) ?? environment[name]
    // An empty variable is how a shell or a compose file says "not set".
    config[name] = text === undefined || text === '' ? schema.default : fromText(schema, text)
    if (Value.Check(schema, config[name])) continue
    const source = flags.has(name) ? flagOf(name) : name
    problems.push(`${source}: expected ${schema.expected}, got "${text}"`)
  }
  if (problems.length > 0 || !Value.Check(Config, config)) return { ok: false, problems }
  return { ok: true, config }
}

/** `--port 80`, `--port=80`, `--demo`. */
function readFlags(args: readonly string[], problems: string[]): Map<Name, string> {
  const flags = new Map<Name, string>()
  for (let i = 0; i < args.length; i++) {
    const [flag = '', inline] = splitOnce(args[i] ?? '')
    const next = args[i + 1]
    const name = names.find((candidate) => flagOf(candidate) === flag)
    if (name === undefined) {
      problems.push(`${flag}: no such setting; there are ${shownNames.map(flagOf).join(', ')}`)
      // Its value is no second mistake.
      if (inline === undefined && next?.startsWith('--') === false) i++
      continue
    }
    const isSwitch = Config.properties[name].type === 'boolean'
    if (inline !== undefined) flags.set(name, inline)
    else if (next !== undefined && !next.startsWith('--')) {
      flags.set(name, next)
      i++
    } else if (isSwitch) flags.set(name, 'on')
    else problems.push(`${flag}: expected ${Config.properties[name].expected}, got nothing`)
  }
  return flags
}

function splitOnce(arg: string): [string, string | undefined] {
  const at = arg.indexOf('=')
  return at < 0 ? [arg, undefined] : [arg.slice(0, at), arg.slice(at + 1)]
}

/** The settings as lines of a Markdown table. */
export function configTable(): string {
  const rows = shownNames.map((name) => {
    const { description, default: preset } = Config.properties[name]
    const shown = typeof preset === 'boolean' ? (preset ? 'on' : 'off') : String(preset)
    return `| \`${name}\` | \`${flagOf(name)}\` | ${shown === '' ? 'none' : `\`${shown}\``} | ${description} |`
  })
  return ['| variable | flag | default | meaning |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  )
}
