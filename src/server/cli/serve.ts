// `ghostlight serve`: opens the house for tonight.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Show } from '../../core/show/show.ts'
import { readShowFile } from '../../formats/show-file/read.ts'
import { which } from '../../words/british/kinds.ts'
import { letsIn } from '../announce/kept.ts'
import { keepBrought } from '../certificate/keeper.ts'
import { systemClock } from '../clock/clock.ts'
import { playNight } from '../demonstration/ghost.ts'
import { shortened } from '../demonstration/shortened.ts'
import { EVERYWHERE, ONLY_HERE } from '../http/listen.ts'
import type { RunningServer } from '../main.ts'
import type { Command } from './cli.ts'
import { dataFolder } from './data-folder.ts'
import { findingLines } from './findings.ts'
import { wholeNumber } from './numbers.ts'
import { openBrowser } from './open-browser.ts'
import { packageFolder, packageVersion } from './package-folder.ts'
import { openHouse } from './restoring.ts'
import { readText } from './text.ts'

const root = packageFolder()
const DEMO = join(root, 'demo', 'slack-water.show.json')
const PORT = 4444
const NIGHT_SECONDS_MIN = 60
/** Time to open the desk’s link before the demonstration’s first act. */
const DEMO_CURTAIN_MS = 30_000
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
    const { values } = parseArgs({ args: [...args], options: known })
    const nightSeconds = values.night === undefined ? null : secondsOf(values.night)
    // With --show as well the show is somebody's own.
    if (nightSeconds !== null && (!values.demo || values.show !== undefined))
      throw new Error('--night plays the demo only: a show is called by people.')
    const file = values.show ?? (values.demo ? DEMO : null)
    const asWritten = file === null ? null : readShow(file)
    const show =
      asWritten && nightSeconds !== null
        ? shortened(asWritten.show, nightSeconds, DEMO_CURTAIN_MS)
        : asWritten
    const dataDir = dataFolder(values.data, values.demo && values.show === undefined)
    const lan = values.lan || letsIn(dataDir)
    const options = {
      dataDir,
      version: packageVersion(),
      port: wholeNumber('--port', values.port, 65_535) ?? PORT,
      securePort: wholeNumber('--secure-port', values['secure-port'], 65_535),
      brought: broughtBy(values.cert, values.key),
      ownName: nameOf(values.name),
      host: lan ? EVERYWHERE : ONLY_HERE,
      webDir: join(root, 'dist', 'web'),
      show,
      demoFile: DEMO,
      ...(nightSeconds === null ? {} : { curtainInMs: DEMO_CURTAIN_MS }),
      goIntervalMs: wholeNumber('--go-interval', values['go-interval'], GO_INTERVAL_MS_MAX),
    }
    const house = await openHouse(
      options,
      (again) => void announce(again, dataDir),
      nightSeconds === null ? EVERYWHERE : null,
    )
    if (!existsSync(join(root, 'dist', 'web', 'index.html')))
      process.stderr.write('The screens are not built yet: close this, and run `npm start` once.\n')
    const link = await announce(house.server(), dataDir)
    if (!values['no-open']) await openFor(link)
    const night = house.server().stage.night()
    const stopGhost = night && nightSeconds !== null ? playNight(night, systemClock) : () => {}
    const ended = await Promise.race([stopped(), house.ended])
    stopGhost()
    await house.close()
    if (ended === undefined) return 0
    process.stderr.write(`${ended}\n`)
    return 1
  },
}

/** A certificate of one's own and its key; both or neither. */
function broughtBy(cert: string | undefined, key: string | undefined) {
  if (cert === undefined && key === undefined) return undefined
  if (cert === undefined || key === undefined) throw new Error('--cert and --key go together.')
  const files = { certificate: cert, key }
  // Said at once and with its reason, rather than on every phone.
  keepBrought(files).current(systemClock.now())
  return files
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

function readShow(file: string): { text: string; show: Show } {
  const text = readText(file)
  const read = readShowFile(text)
  if (!read.ok) throw new Error(`${file} cannot be used as it is:\n${findingLines(file, read.errors)}`)
  return { text, show: read.show }
}

/** The link is good for one device, so the browser gets the very one that is printed. */
async function openFor(link: string): Promise<void> {
  const opened = await openBrowser(link, {
    platform: process.platform,
    environment: process.env,
    isTerminal: process.stdout.isTTY === true,
    isRoot: process.getuid?.() === 0,
  })
  if (opened)
    process.stdout.write(
      '  It opens in your browser by itself; if it does not, type the desk’s link there.\n',
    )
}

/** Answers the desk's link. */
async function announce(server: RunningServer, dataDir: string): Promise<string> {
  const night = server.stage.night()
  const title = night
    ? `${night.plan.show.title}, ${which(night.performance.number)}`
    : 'no performance is open yet'
  const reach = server.reach
    ? 'this machine'
    : 'only this machine comes in; phones are let in from its screen, under Pair a screen'
  const network = server
    .onNetwork()
    .map((one) => `  network    ${one}  (other devices; the desk makes their links at it)\n`)
  sayMoves(server)
  const link = await server.deskLink()
  process.stdout.write(
    `Ghostlight is open: ${title}\n  address    ${server.address}  (${reach})\n${network.join('')}${secureLines(server)}  the record ${dataDir}\n  the desk   ${link}\n` +
      '  Open the desk’s link in a browser on this machine; it is good for one device. Ctrl+C closes.\n',
  )
  return link
}

/** Nothing while there is no certificate: then nobody has asked for it. */
function secureLines({ secure }: RunningServer): string {
  const [port, problem] = [secure.port(), secure.problem()]
  if (problem !== null) return `  certificate ${problem}\n`
  return port === null
    ? ''
    : `  certificate port ${port}  (https; devices that trust it go there by themselves)\n`
}

/** The name is ours only once nobody else has answered to it; and a laptop may be given another address. */
function sayMoves({ reach, port }: RunningServer): void {
  let said: string | null = null
  reach?.onChange(() => {
    const name = reach.name()
    const now = name === null ? reach.addresses() : [`http://${name}:${port}`]
    const lines = [
      ...(name === said ? [] : now.map((one) => `  by name    ${one}  (stays when the numbers change)\n`)),
    ]
    const moved = reach.moved()
    if (moved && name === said) lines.push(`  network    now at ${reach.addresses().join('  ')}\n`)
    said = name
    process.stdout.write(lines.join(''))
  })
}

function stopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}
