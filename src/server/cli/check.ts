// `ghostlight check`: may this show be opened tonight? Every fault with its place.

import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readShowFile } from '../../formats/show-file/read.ts'
import type { Command } from './cli.ts'
import { findingLines } from './findings.ts'

export const check: Command = {
  usage: 'check SHOW [--json]',
  what: 'reads a show file and lists what is wrong with it, each with its line; exit 1 where anything is',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const [file] = positionals
    if (file === undefined || positionals.length > 1)
      throw new Error('Say which show file: ghostlight check SHOW')
    const read = readShowFile(readFileSync(file, 'utf8'))
    const errors = read.ok ? [] : read.errors
    const warnings = read.ok ? read.warnings : []
    if (values.json) process.stdout.write(`${JSON.stringify({ ok: read.ok, errors, warnings })}\n`)
    else if (read.ok) {
      process.stdout.write(`${file}: “${read.show.title}” can be opened.\n`)
      if (warnings.length > 0) process.stdout.write(`Worth a look:\n${findingLines(file, warnings)}\n`)
    } else process.stdout.write(`${findingLines(file, errors)}\n`)
    return read.ok ? 0 : 1
  },
}
