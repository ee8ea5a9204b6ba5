import { describe, expect, test } from 'bun:test'
import { Config, configTable, flagOf, readConfig } from '../../src/config.ts'

const config = (args: string[], environment: Record<string, string> = {}) => {
  const read = readConfig(args, environment)
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.config
}

const problems = (args: string[], environment: Record<string, string> = {}) => {
  const read = readConfig(args, environment)
  return read.ok ? [] : read.problems
}

test('without any setting the server listens to everybody on port 5000 and keeps its data', () => {
  expect(config([])).toEqual({
    HOST: '0.0.0.0',
    PORT: 5000,
    BASE_URL: '',
    ALLOWED_HOSTS: [],
    TRUSTED_PROXIES: [],
    CLIENT_ADDRESS_HEADER: 'x-forwarded-for',
    DATA_DIR: './data',
    STORE: 'sqlite',
    LOG_LEVEL: 'info',
    CORS_ORIGINS: [],
    WEBHOOK_PRIVATE_HOSTS: [],
    LEGACY_MONITORS: true,
    SESSION_IDLE_HOURS: 48,
    DEMO: false,
    TIME_RATE: 1,
  })
})

test('a flag wins over the environment, and an empty variable is none', () => {
  expect(config(['--port', '81'], { PORT: '82' }).PORT).toBe(81)
  expect(config(['--port=83'], { PORT: '82' }).PORT).toBe(83)
  expect(config([], { PORT: '' }).PORT).toBe(5000)
})

test('a switch needs no value, and may have one', () => {
  expect(config(['--demo', '--port', '1']).DEMO).toBe(true)
  expect(config(['--demo', 'off']).DEMO).toBe(false)
  expect(config(['--legacy-monitors=no']).LEGACY_MONITORS).toBe(false)
  expect(config([], { LEGACY_MONITORS: 'OFF' }).LEGACY_MONITORS).toBe(false)
})

test('a list is written with commas', () => {
  expect(config([], { ALLOWED_HOSTS: ' a.example, b.example ,' }).ALLOWED_HOSTS).toEqual([
    'a.example',
    'b.example',
  ])
})

const bounds: Record<string, { right: string[]; wrong: string[] }> = {
  HOST: {
    right: ['0.0.0.0', '::', '::1', 'localhost', '192.168.1.5'],
    wrong: ['abc', '1.2.3', '999.1.1.1', 'pit.local'],
  },
  PORT: { right: ['0', '1', '65535'], wrong: ['-1', '65536', '80.5', 'http', ' ', 'NaN'] },
  BASE_URL: {
    right: ['https://pit.example.org', 'http://192.168.1.5:5000', 'http://[::1]:5000'],
    wrong: [
      'pit.example.org',
      'ftp://x',
      'https://x/',
      'https://x/y',
      'https://a:b:c',
      'https://',
      'https://x?y',
    ],
  },
  ALLOWED_HOSTS: { right: ['pit.example.org'], wrong: ['https://x', 'x:80', 'a b', '*'] },
  TRUSTED_PROXIES: {
    right: ['127.0.0.1', '10.0.0.0/8', '0.0.0.0/0', '::1', 'fd00::/8', '10.0.0.1/32', '::/128'],
    wrong: [
      'proxy',
      '10.0.0.0/33',
      '::/129',
      '1.2.3.4/',
      '1.2.3.4/x',
      '999.0.0.1',
      'abc',
      '1.2.3.4/8/8',
    ],
  },
  CLIENT_ADDRESS_HEADER: {
    right: ['x-forwarded-for', 'fly-client-ip'],
    wrong: ['x-real-ip', 'forwarded', 'X-Forwarded-For,Fly-Client-IP'],
  },
  DATA_DIR: { right: ['/tmp/x', 'data'], wrong: ['  '] },
  STORE: { right: ['sqlite', 'memory'], wrong: ['redis', 'SQLITE'] },
  LOG_LEVEL: { right: ['debug', 'info', 'warn', 'error', 'silent'], wrong: ['verbose'] },
  CORS_ORIGINS: {
    right: [
      'https://overlay.example.org',
      'http://localhost:8080',
      'https://a.example,https://b.example',
    ],
    wrong: ['*', 'https://x/', 'https://X.example', 'https://x:443', 'overlay.example.org', 'null'],
  },
  LEGACY_MONITORS: {
    right: ['on', 'off', 'true', 'false', 'yes', 'no', '1', '0'],
    wrong: ['perhaps'],
  },
  WEBHOOK_PRIVATE_HOSTS: {
    right: ['ntfy.lan', '192.168.1.5', 'fd00::5', 'ntfy.lan,10.0.0.5'],
    wrong: ['http://ntfy.lan', 'ntfy.lan/topic', 'a host', '*'],
  },
  SESSION_IDLE_HOURS: { right: ['1', '48', '8760'], wrong: ['0', '1.5', '8761', 'never'] },
  DEMO: { right: ['on', 'off'], wrong: ['2'] },
  TIME_RATE: { right: ['1', '2.5', '1000'], wrong: ['0', '0.9', '1001', 'fast', 'Infinity'] },
}

test('every setting has its bounds here', () => {
  expect(Object.keys(bounds)).toEqual(Object.keys(Config.properties))
})

describe.each(Object.entries(bounds))('%s', (name, { right, wrong }) => {
  test.each(right)('may be %j', (text) => {
    expect(problems([], { [name]: text })).toEqual([])
    expect(problems([flagOf(name), text])).toEqual([])
  })

  test.each(wrong)('may not be %j', (text) => {
    expect(problems([], { [name]: text })).toEqual([expect.stringContaining(`${name}: expected `)])
    expect(problems([`${flagOf(name)}=${text}`])).toEqual([
      expect.stringContaining(`${flagOf(name)}: expected `),
    ])
  })
})

test('all that is wrong is named at once', () => {
  const wrong = problems(['--port', '99999', '--nope', 'x', '--other=y', '--store'], {
    DEMO: 'perhaps',
  })
  expect(wrong.map((problem) => problem.split(':')[0])).toEqual([
    '--nope',
    '--other',
    '--store',
    '--port',
    'DEMO',
  ])
  expect(wrong[0]).toContain('--trusted-proxies')
})

test('a name of the prototype is no setting', () => {
  expect(problems(['--constructor', '--__proto__=1'])).toHaveLength(2)
})

test('the table has a line for every setting, but for the one that only tests use', () => {
  const table = configTable()
  for (const name of Object.keys(Config.properties)) {
    const line = `| \`${name}\` | \`${flagOf(name)}\` |`
    if (name === 'TIME_RATE') expect(table).not.toContain(line)
    else expect(table).toContain(line)
  }
})
