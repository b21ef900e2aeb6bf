// `ghostlight serve`: opens the house for tonight. The record is opened first: that goes on while the rest of the program is read.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '../clock/clock.ts'
import { DATABASE_NAME } from '../keep/names.ts'
import { openRecord } from '../keep/open-record.ts'
import type { Command } from './cli.ts'
import { dataFolder } from './data-folder.ts'
import { wholeNumber } from './numbers.ts'
import { packageVersion } from './package-folder.ts'

const PORT = 4444
const NIGHT_SECONDS_MIN = 60
const GO_INTERVAL_MS_MAX = 10_000

const known = {
  demo: { type: 'boolean', default: false },
  show: { type: 'string' },
  data: { type: 'string' },
  port: { type: 'string' },
  lan: { type: 'boolean', default: false },
  night: { type: 'string' },
  'go-interval': { type: 'string' },
  'secure-port': { type: 'string' },
  cert: { type: 'string' },
  key: { type: 'string' },
  name: { type: 'string' },
  'no-open': { type: 'boolean', default: false },
} as const

export const serve: Command = {
  usage:
    'serve [--demo [--night 5m] | --show FILE] [--data DIR] [--port N] [--lan] [--go-interval MS] [--secure-port N] [--cert FILE --key FILE] [--name NAME] [--no-open]',
  what: 'opens tonight’s performance and prints the desk’s link; --lan lets devices on the network in; --night plays the demo by itself',
  run: async (args) => {
    const asked = askedFor(args)
    const { dataDir, version } = asked
    // One that is not there yet is made only once everything that was asked for is known to be right.
    const record = existsSync(join(dataDir, DATABASE_NAME))
      ? openRecord({ dataDir, version, clock: systemClock })
      : undefined
    // Said by whoever waits for it; until then nobody does.
    record?.catch(() => undefined)
    try {
      const { openTonight } = await import('./open-tonight.ts')
      return await openTonight({ ...asked, record })
    } catch (error) {
      await record?.then(
        ({ log }) => log.close(),
        () => undefined,
      )
      throw error
    }
  },
}

export type Asked = ReturnType<typeof askedFor>

/** What the words of the command line say; throws what is wrong with them, in a sentence. */
function askedFor(args: readonly string[]) {
  const { values } = parseArgs({ args: [...args], options: known })
  const nightSeconds = values.night === undefined ? null : secondsOf(values.night)
  // With --show as well the show is somebody's own.
  if (nightSeconds !== null && (!values.demo || values.show !== undefined))
    throw new Error('--night plays the demo only: a show is called by people.')
  return {
    nightSeconds,
    demo: values.demo,
    showFile: values.show,
    dataDir: dataFolder(values.data, values.demo && values.show === undefined),
    version: packageVersion(),
    port: wholeNumber('--port', values.port, 65_535) ?? PORT,
    securePort: wholeNumber('--secure-port', values['secure-port'], 65_535),
    brought: bothOf(values.cert, values.key),
    ownName: nameOf(values.name),
    lan: values.lan,
    opensBrowser: !values['no-open'],
    goIntervalMs: wholeNumber('--go-interval', values['go-interval'], GO_INTERVAL_MS_MAX),
  }
}

/** A certificate of one's own and its key; both or neither. */
function bothOf(certificate: string | undefined, key: string | undefined) {
  if (certificate === undefined && key === undefined) return undefined
  if (certificate === undefined || key === undefined) throw new Error('--cert and --key go together.')
  return { certificate, key }
}

/** What the house is called outside: then it is answered by that name too, and by no other. */
function nameOf(name: string | undefined): string | undefined {
  const plain = name?.toLowerCase()
  if (plain === undefined || /^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/.test(plain)) return plain
  throw new Error(`--name takes a name such as house.example.org; “${name}” is none.`)
}

/** "5m", "90s": how long a demonstration takes. */
function secondsOf(text: string): number {
  const [, count, unit] = /^(\d{1,4})(s|m)$/.exec(text) ?? []
  const seconds = Number(count) * (unit === 'm' ? 60 : 1)
  if (seconds >= NIGHT_SECONDS_MIN) return seconds
  throw new Error(
    `--night takes a length such as 5m or 90s, of at least ${NIGHT_SECONDS_MIN} s; “${text}” is none.`,
  )
}
