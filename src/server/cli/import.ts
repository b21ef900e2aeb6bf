// `ghostlight import`: a play or a list becomes a proposed show file with its open questions, or an answer for machines.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { minimumCast } from '../../core/casting/minimum-cast.ts'
import type { Finding } from '../../formats/finding.ts'
import { breakDownFile, type FileAnswer, importFile, type Source } from '../../formats/import-file.ts'
import { isPdf } from '../../formats/pdf/pages.ts'
import { ENTRIES_MAX } from '../../formats/play/on-stage.ts'
import { type ListKind, listKinds } from '../../formats/sheet/columns.ts'
import type { SheetAsked } from '../../formats/sheet/import.ts'
import { questionLine } from '../../formats/sheet/question-line.ts'
import { writeShowFile } from '../../formats/show-file/write.ts'
import { systemClock } from '../clock/clock.ts'
import { readPdf } from '../office/pdf-reader.ts'
import type { Command } from './cli.ts'
import { findingLines } from './findings.ts'
import { textIn } from './text.ts'

const usage =
  'import FILE [--out SHOW] [--json [--presence] [--text-only] [--cast SECONDS]] [--sheet NAME] [--head ROW] [--as KIND]'

const help = `ghostlight ${usage}

Reads a play (TEI, Fountain, Final Draft, Word, a PDF with text, plain text), or a list (a workbook, CSV, the cue lists of an Eos desk). Writes a
proposed show (FILE’s name with .show.json, or SHOW) and prints what the file leaves open, each question with its place. Never
writes over a file. Exits 1 where the file is neither, and says in which line.

  --out SHOW    where the show is written
  --json        prints what the file holds, for a machine. A play: {title, language, acts, segments, characters, questions};
                a list: {title, kind, sheet, head, columns, events, questions}; writes no show unless --out is given, and then
                adds {ok, out, items, roles, lines}
  --presence    of a play: adds who is on stage at each speech, and who comes and goes where: {presence, events}
  --cast SECONDS  of a play: adds the smallest cast by doubling, with so many seconds for a change:
                {cast: {actors, doubling, together, proved}}
  --text-only   reads comings and goings from the words alone, as if no direction said its kind or whose it is
  --sheet NAME  of a workbook: the sheet that is meant
  --head ROW    of a list: the row that says what its columns are
  --as KIND     of a list: ${listKinds.join(', ')}
`

export const importCommand: Command = {
  usage,
  what: 'reads a play or a list into a proposed show: scenes and who is in them, cues, items; never writes over a file',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        out: { type: 'string' },
        json: { type: 'boolean', default: false },
        presence: { type: 'boolean', default: false },
        'text-only': { type: 'boolean', default: false },
        cast: { type: 'string' },
        sheet: { type: 'string' },
        head: { type: 'string' },
        as: { type: 'string' },
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
      throw new Error('Say which file: ghostlight import FILE')
    const bytes = readFileSync(file)
    const pdf = isPdf(bytes) ? await readPdf(bytes, { clock: systemClock }) : undefined
    const source: Source = { name: basename(file), bytes, text: textIn(bytes), pdf }
    const list = { sheet: values.sheet, head: headIn(values.head), as: kindIn(values.as) }
    const change = changeIn(values.cast)
    const asked = { presence: values.presence, textOnly: values['text-only'], change }
    if (!values.json && (asked.presence || asked.textOnly || change !== null))
      throw new Error('--presence, --text-only and --cast say what --json answers; give it too.')
    const { json, out } = values
    return json ? answer({ source, list, out }, asked) : propose({ source, list, out }, file)
  },
}

type Wanted = { readonly source: Source; readonly list: SheetAsked; readonly out: string | undefined }

/** `change`: the seconds of one, where the smallest cast is asked for. */
type Asked = { readonly presence: boolean; readonly textOnly: boolean; readonly change: number | null }

function changeIn(said: string | undefined): number | null {
  if (said === undefined) return null
  if (!/^\d{1,4}$/.test(said)) throw new Error('--cast is the seconds of a change, from 0 to 9999.')
  return Number(said)
}

function headIn(said: string | undefined): number | undefined {
  if (said === undefined) return undefined
  if (!/^[1-9]\d{0,6}$/.test(said)) throw new Error('--head is the number of a row, from 1.')
  return Number(said)
}

function kindIn(said: string | undefined): ListKind | undefined {
  const kind = listKinds.find((one) => one === said)
  if (said !== undefined && kind === undefined) throw new Error(`--as is one of ${listKinds.join(', ')}.`)
  return kind
}

function answer({ source, list, out }: Wanted, { presence, textOnly, change }: Asked): number {
  const read = breakDownFile(source, list, textOnly)
  if (!read.ok) return refuse(read.errors)
  const told = answered(read, presence)
  const cast = read.what === 'play' && change !== null ? castOf(source, change) : {}
  if (told === null) {
    const message = `There are more than ${ENTRIES_MAX} people at its speeches, all counted; no play has so many.`
    return refuse([{ line: 1, column: 1, message }])
  }
  if (out === undefined) {
    print({ ...told, ...cast })
    return 0
  }
  const imported = importFile(source, list)
  if (!imported.ok) return refuse(imported.errors)
  const { show } = imported
  write(out, writeShowFile(show))
  const counts = { items: show.items.length, roles: show.roles.length, lines: show.script.length }
  print({ ok: true, out, ...counts, ...told, ...cast })
  return 0
}

function castOf(source: Source, change: number): object {
  const imported = importFile(source)
  if (!imported.ok) return {}
  const { together, doubling, isProved } = minimumCast(imported.show, change)
  return { cast: { actors: doubling.length, doubling, together, proved: isProved } }
}

/** Null where there is more of it than is told. */
function answered(read: Extract<FileAnswer, { readonly ok: true }>, presence: boolean): object | null {
  if (read.what === 'list') {
    const { kind, sheet, head, columns, events, questions, show } = read
    return { title: show.title, kind, sheet, head, columns, events, questions }
  }
  const onStage = presence ? read.onStage() : {}
  return onStage === undefined ? null : { ...read.breakdown, ...onStage }
}

const print = (answer: unknown): boolean => process.stdout.write(`${JSON.stringify(answer)}\n`)

function refuse(errors: readonly Finding[]): number {
  print({ ok: false, errors })
  return 1
}

function propose({ source, list, out: wanted }: Wanted, file: string): number {
  const imported = importFile(source, list)
  if (!imported.ok) {
    process.stdout.write(`${findingLines(file, imported.errors)}\n`)
    return 1
  }
  const { show } = imported
  const out = wanted ?? `${source.name.replace(/\.[a-z0-9]{1,8}$/i, '')}.show.json`
  write(out, writeShowFile(show))
  const { items, roles, cues, script } = show
  const counts = [
    `${items.length} items`,
    `${roles.length} roles`,
    ...(cues.length > 0 ? [`${cues.length} cues`] : []),
  ]
  process.stdout.write(`${out}: “${show.title}”, ${[...counts, `${script.length} lines`].join(', ')}.\n`)
  const questions =
    imported.what === 'play'
      ? imported.questions
      : imported.questions.map((one) => ({ line: one.line, message: questionLine(one) }))
  for (const question of questions) process.stdout.write(`${file}:${question.line}: ${question.message}\n`)
  return 0
}

/** Checked last, so that a wrong file is told apart from a name that is taken. */
function write(out: string, text: string): void {
  if (existsSync(out)) throw new Error(`${out} is there already: name another with --out.`)
  writeFileSync(out, text, { flag: 'wx' })
}
