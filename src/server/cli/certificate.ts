// `ghostlight certificate`: makes the house's authority, and says what devices compare before they trust it.

import { writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { parseArgs } from 'node:util'
import { keepOwn } from '../certificate/keeper.ts'
import { namesFor } from '../certificate/names.ts'
import { systemClock } from '../clock/clock.ts'
import type { Command } from './cli.ts'
import { dataFolder } from './data-folder.ts'

export const certificate: Command = {
  usage: 'certificate [--data DIR] [--out FILE]',
  what: 'makes the house’s own certificate authority, once, so that phones work without the desk; --out also writes its file, to carry to a device by hand',
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: { data: { type: 'string' }, out: { type: 'string' } },
    })
    const keeper = keepOwn(dataFolder(values.data), () => namesFor([], hostname()))
    const isNew = keeper.authority() === null
    keeper.make(systemClock.now())
    const authority = keeper.authority()
    if (authority === null) throw new Error('The authority could not be kept.')
    if (values.out !== undefined) writeFileSync(values.out, authority.file, { flag: 'wx' })
    process.stdout.write(
      `${isNew ? 'Made' : 'There is already'}: ${authority.name}\n  fingerprint  ${authority.fingerprint}\n` +
        '  A server that is running with this data speaks https within seconds, others when they start.\n' +
        '  How devices trust it: open /trust at the server’s address, or print that page from the desk.\n',
    )
    return 0
  },
}
