// `ghostlight import`: a play becomes a proposed show file with its open questions, or an answer for machines.

import { existsSync, writeFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { parseArgs } from 'node:util'
import type { Finding } from '../../formats/finding.ts'
import { breakDownPlay, importPlay } from '../../formats/import-play.ts'
import { ENTRIES_MAX } from '../../formats/play/on-stage.ts'
import { writeShowFile } from '../../formats/show-file/write.ts'
import type { Command } from './cli.ts'
import { findingLines } from './findings.ts'
import { readText } from './text.ts'

const usage = 'import FILE [--out SHOW] [--json [--presence] [--text-only]]'

const help = `ghostlight ${usage}

Reads a play in TEI or Fountain. Writes a proposed show (FILE’s name with .show.json, or SHOW) and prints what the play leaves open,
each question with its line. Never writes over a file. Exits 1 where the file is no play, and says in which line.

  --out SHOW   where the show is written
  --json       prints what the play holds, for a machine: {title, language, acts, segments, characters, questions};
               writes no show unless --out is given, and then adds {ok, out, items, roles, lines}
  --presence   adds who is on stage at each speech, and who comes and goes where: {presence, events}
  --text-only  reads comings and goings from the words alone, as if no direction said its kind or whose it is
`

export const importFile: Command = {
  usage,
  what: 'reads a play in TEI or Fountain into a proposed show: acts, scenes, who speaks where; never writes over a file',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        out: { type: 'string' },
        json: { type: 'boolean', default: false },
        presence: { type: 'boolean', default: false },
        'text-only': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowPositionals: true,
    })
    if (values.help) {
      process.stdout.write(help)
      return 0
    }
    const [file] = positionals
    if (file === undefined || positionals.length > 1)
      throw new Error('Say which play: ghostlight import FILE')
    const play = { file, text: readText(file), name: basename(file, extname(file)) }
    const asked = { presence: values.presence, textOnly: values['text-only'] }
    if (!values.json && (asked.presence || asked.textOnly))
      throw new Error('--presence and --text-only say what --json answers; give it too.')
    return values.json ? answer(play, values.out, asked) : propose(play, values.out)
  },
}

type Play = { readonly file: string; readonly text: string; readonly name: string }

type Asked = { readonly presence: boolean; readonly textOnly: boolean }

function answer({ text, name }: Play, out: string | undefined, { presence, textOnly }: Asked): number {
  const read = breakDownPlay(text, name, textOnly)
  if (!read.ok) return refuse(read.errors)
  const onStage = presence ? read.onStage() : {}
  if (onStage === undefined) {
    const message = `There are more than ${ENTRIES_MAX} people at its speeches, all counted; no play has so many.`
    return refuse([{ line: 1, column: 1, message }])
  }
  const told = { ...read.breakdown, ...onStage }
  if (out === undefined) {
    print(told)
    return 0
  }
  const imported = importPlay(text, name)
  if (!imported.ok) return refuse(imported.errors)
  const { show } = imported
  write(out, writeShowFile(show))
  const counts = { items: show.items.length, roles: show.roles.length, lines: show.script.length }
  print({ ok: true, out, ...counts, ...told })
  return 0
}

const print = (answered: unknown): boolean => process.stdout.write(`${JSON.stringify(answered)}\n`)

function refuse(errors: readonly Finding[]): number {
  print({ ok: false, errors })
  return 1
}

function propose({ file, text, name }: Play, wanted: string | undefined): number {
  const imported = importPlay(text, name)
  if (!imported.ok) {
    process.stdout.write(`${findingLines(file, imported.errors)}\n`)
    return 1
  }
  const { show, questions } = imported
  const out = wanted ?? `${name}.show.json`
  write(out, writeShowFile(show))
  process.stdout.write(
    `${out}: “${show.title}”, ${show.items.length} items, ${show.roles.length} roles, ${show.script.length} lines.\n`,
  )
  for (const question of questions) process.stdout.write(`${file}:${question.line}: ${question.message}\n`)
  return 0
}

/** Checked last, so that a wrong play is told apart from a name that is taken. */
function write(out: string, text: string): void {
  if (existsSync(out)) throw new Error(`${out} is there already: name another with --out.`)
  writeFileSync(out, text, { flag: 'wx' })
}
