// `ghostlight import`: a play becomes a proposed show file, with its open questions.

import { existsSync, writeFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { parseArgs } from 'node:util'
import { writeShowFile } from '../../formats/show-file/write.ts'
import { importTei } from '../../formats/tei/import.ts'
import type { Command } from './cli.ts'
import { findingLines } from './findings.ts'
import { readText } from './text.ts'

export const importPlay: Command = {
  usage: 'import FILE [--out SHOW] [--json]',
  what: 'reads a play in TEI into a proposed show: acts, scenes, who speaks where; never writes over a file',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { out: { type: 'string' }, json: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const [file] = positionals
    if (file === undefined || positionals.length > 1)
      throw new Error('Say which play: ghostlight import FILE')
    const name = basename(file, extname(file))
    const out = values.out ?? `${name}.show.json`
    const imported = importTei(readText(file), name)
    if (!imported.ok) {
      if (values.json) process.stdout.write(`${JSON.stringify({ ok: false, errors: imported.errors })}\n`)
      else process.stdout.write(`${findingLines(file, imported.errors)}\n`)
      return 1
    }
    // Checked last, so that a wrong play is told apart from a name that is taken.
    if (existsSync(out)) throw new Error(`${out} is there already: name another with --out.`)
    writeFileSync(out, writeShowFile(imported.show), { flag: 'wx' })
    const { show, questions } = imported
    const counts = { items: show.items.length, roles: show.roles.length, lines: show.script.length }
    if (values.json) process.stdout.write(`${JSON.stringify({ ok: true, out, ...counts, questions })}\n`)
    else {
      process.stdout.write(
        `${out}: “${show.title}”, ${counts.items} items, ${counts.roles} roles, ${counts.lines} lines.\n`,
      )
      for (const question of questions)
        process.stdout.write(`${file}:${question.line}: ${question.message}\n`)
    }
    return 0
  },
}
