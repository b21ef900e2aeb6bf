// What `ghostlight serve` does once it knows what it was asked for: reads the show, opens the house, and says where it is.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Show } from '../../core/show/show.ts'
import { withoutCopyMark } from '../../formats/copy-mark.ts'
import { which } from '../../words/british/kinds.ts'
import { letsIn } from '../announce/kept.ts'
import { keepBrought } from '../certificate/keeper.ts'
import { systemClock } from '../clock/clock.ts'
import { playNight } from '../demonstration/ghost.ts'
import { EVERYWHERE, ONLY_HERE } from '../http/listen.ts'
import type { RunningServer, ServerOptions } from '../main.ts'
import { findingLines } from './findings.ts'
import { openBrowser } from './open-browser.ts'
import { packageFolder } from './package-folder.ts'
import { openHouse } from './restoring.ts'
import type { Asked } from './serve.ts'
import { readText } from './text.ts'

const root = packageFolder()
const DEMO = join(root, 'demo', 'slack-water.show.json')
/** Time to open the desk’s link before the demonstration’s first act. */
const DEMO_CURTAIN_MS = 30_000

/** Until somebody closes the house; answers the exit code. */
export async function openTonight(asked: Asked & Pick<ServerOptions, 'record'>): Promise<number> {
  const { nightSeconds, dataDir, lan, record, version, port, securePort, brought, ownName, goIntervalMs } =
    asked
  // Said at once and with its reason, rather than on every phone.
  if (brought) keepBrought(brought).current(systemClock.now())
  const options = {
    ...{ dataDir, record, version, port, securePort, brought, ownName, goIntervalMs },
    host: lan || letsIn(dataDir) ? EVERYWHERE : ONLY_HERE,
    webDir: join(root, 'dist', 'web'),
    show: await showFor(asked),
    demoFile: DEMO,
    ...(nightSeconds === null ? {} : { curtainInMs: DEMO_CURTAIN_MS }),
  }
  const house = await openHouse(
    options,
    (again) => void announce(again, dataDir),
    nightSeconds === null ? EVERYWHERE : null,
  )
  if (!existsSync(join(root, 'dist', 'web', 'index.html')))
    process.stderr.write('The screens are not built yet: close this, and run `npm start` once.\n')
  const link = await announce(house.server(), dataDir)
  if (asked.opensBrowser) await openFor(link)
  const night = house.server().stage.night()
  const stopGhost = night && nightSeconds !== null ? playNight(night, systemClock) : () => {}
  const ended = await Promise.race([stopped(), house.ended])
  stopGhost()
  await house.close()
  if (ended === undefined) return 0
  process.stderr.write(`${ended}\n`)
  return 1
}

/** The one that was named, the demonstration, which may be shortened, or none. */
async function showFor({ showFile, demo, nightSeconds }: Asked) {
  const file = showFile ?? (demo ? DEMO : null)
  const asWritten = file === null ? null : await readShow(file)
  if (asWritten === null || nightSeconds === null) return asWritten
  const { shortened } = await import('../demonstration/shortened.ts')
  return shortened(asWritten.show, nightSeconds, DEMO_CURTAIN_MS)
}

async function readShow(file: string): Promise<{ text: string; show: Show }> {
  const { readShowFile } = await import('../../formats/show-file/read.ts')
  // Who saved that copy is no part of the show.
  const text = withoutCopyMark(readText(file))
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
