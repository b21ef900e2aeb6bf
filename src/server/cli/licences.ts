// `ghostlight licences`: whose work is built in, and under which terms.

import type { Licences } from '../../wire/licences.ts'
import { licencesIn } from '../http/licences.ts'
import type { Command } from './cli.ts'
import { packageFolder } from './package-folder.ts'

const LINE = '─'.repeat(72)

export const licences: Command = {
  usage: 'licences',
  what: 'prints whose work is built in, with the words of each licence',
  run: async () => {
    const told = licencesIn(packageFolder())
    if (told.bundled.length === 0) throw new Error('Nothing is built here yet: run `npm start` once.')
    process.stdout.write(inText(told))
    return 0
  },
}

function inText({ bundled, beside }: Licences): string {
  const all = bundled.map(
    ({ name, version, licence, words }) => `${LINE}\n${name} ${version} (${licence})\n\n${words}\n`,
  )
  const own = 'Ghostlight is given under Apache-2.0: see LICENSE. Built into it is the work of others:\n'
  return `${own}\n${all.join('\n')}\n${LINE}\nInstalled beside it, each with its own file: ${beside.join(', ')}.\n`
}
