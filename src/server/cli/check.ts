// `ghostlight check`: may this show be opened tonight? Every fault with its place.

import { parseArgs } from 'node:util'
import { readShowFile, type ShowReading } from '../../formats/show-file/read.ts'
import type { Command } from './cli.ts'
import { findingLines } from './findings.ts'
import { inWords as saidPlainly } from './in-words.ts'
import { readText } from './text.ts'

export const check: Command = {
  usage: 'check SHOW… [--json]',
  what: 'reads show files and lists what is wrong with them, each with its line; exit 1 where anything is',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    if (positionals.length === 0) throw new Error('Say which show file: ghostlight check SHOW')
    const write = values.json ? asData : inWords
    let wrong = 0
    for (const file of positionals) {
      const read = readOne(file)
      if (!read.ok) wrong += 1
      process.stdout.write(`${write(file, read)}\n`)
    }
    return wrong > 0 ? 1 : 0
  },
}

/** A file that is no text is wrong like any other, and the ones after it are still read. */
function readOne(file: string): ShowReading {
  try {
    return readShowFile(readText(file))
  } catch (error) {
    return { ok: false, errors: [{ pointer: '', line: 1, column: 1, message: saidPlainly(error) }] }
  }
}

function asData(file: string, read: ShowReading): string {
  return JSON.stringify({
    file,
    ok: read.ok,
    errors: read.ok ? [] : read.errors,
    warnings: read.ok ? read.warnings : [],
  })
}

function inWords(file: string, read: ShowReading): string {
  if (!read.ok) return findingLines(file, read.errors)
  const found = `${file}: “${read.show.title}” can be opened.`
  return read.warnings.length > 0 ? `${found}\nWorth a look:\n${findingLines(file, read.warnings)}` : found
}
