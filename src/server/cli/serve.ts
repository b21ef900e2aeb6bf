// `ghostlight serve`: opens the house for tonight.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Show } from '../../core/show/show.ts'
import { readShowFile } from '../../formats/show-file/read.ts'
import { type RunningServer, startServer } from '../main.ts'
import type { Command } from './cli.ts'
import { findingLines } from './findings.ts'
import { wholeNumber } from './numbers.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const DEMO = join(root, 'demo', 'slack-water.show.json')
const PORT = 4444
const GO_INTERVAL_MS_MAX = 10_000

export const serve: Command = {
  usage: 'serve [--demo | --show FILE] [--data DIR] [--port N] [--lan] [--go-interval MS]',
  what: 'opens tonight’s performance and prints the desk’s link; --lan lets devices on the network in',
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        demo: { type: 'boolean', default: false },
        show: { type: 'string' },
        data: { type: 'string' },
        port: { type: 'string' },
        lan: { type: 'boolean', default: false },
        'go-interval': { type: 'string' },
      },
    })
    const file = values.show ?? (values.demo ? DEMO : null)
    const show = file === null ? null : readShow(file)
    const server = await startServer({
      dataDir: values.data ?? join(process.cwd(), '.ghostlight'),
      port: wholeNumber('--port', values.port, 65_535) ?? PORT,
      host: values.lan ? '0.0.0.0' : '127.0.0.1',
      webDir: join(root, 'dist', 'web'),
      show,
      goIntervalMs: wholeNumber('--go-interval', values['go-interval'], GO_INTERVAL_MS_MAX),
    })
    await announce(server, values.lan)
    await stopped()
    await server.close()
    return 0
  },
}

function readShow(file: string): { text: string; show: Show } {
  const text = readFileSync(file, 'utf8')
  const read = readShowFile(text)
  if (!read.ok) throw new Error(`${file} cannot be used as it is:\n${findingLines(file, read.errors)}`)
  return { text, show: read.show }
}

async function announce(server: RunningServer, lan: boolean): Promise<void> {
  const night = server.stage.night()
  const title = night
    ? `${night.plan.show.title}, performance ${night.performance.number}`
    : 'no performance is open yet'
  const reach = lan
    ? 'devices on this network can come in'
    : 'only this machine can come in (--lan lets phones in)'
  process.stdout.write(
    `Ghostlight is open: ${title}\n  address    ${server.address}  (${reach})\n  the desk   ${await server.deskLink()}\n` +
      '  Open the desk’s link in a browser on this machine; it is good for one device. Ctrl+C closes.\n',
  )
}

function stopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}
