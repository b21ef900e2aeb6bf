// A file in whatever format it comes, told apart by its first bytes and its name: a play, or a list of cues, items or tasks.

import { type Archive, isArchive, openArchive, Unpacking } from './archive/archive.ts'
import { isDocument } from './docx/paragraphs.ts'
import { readDocument } from './docx/read-play.ts'
import { importEos, isEos } from './eos/read.ts'
import { isFinalDraft, readFinalDraft } from './fdx/read-play.ts'
import { type Finding, withoutMark } from './finding.ts'
import { readFountain } from './fountain/read-play.ts'
import { isPdf, type PdfText } from './pdf/pages.ts'
import { readPdfText } from './pdf/read-play.ts'
import { type Answer, brokenDown, type Import, proposed, type Read, withPresence } from './play/imported.ts'
import type { Play } from './play/play.ts'
import { type Read as ScriptRead, UNHEADED } from './script/read-script.ts'
import { headsAmong } from './sheet/columns.ts'
import { importSheet, readTextSheet, type SheetAsked, type SheetImport, type TopRow } from './sheet/import.ts'
import { isWorkbook, readWorkbook } from './sheet/workbook.ts'
import { breakDownTei, importTei } from './tei/import.ts'
import { notLetters, unicodeIn } from './text/letters.ts'
import { readPlainText } from './text/read-play.ts'

/** `text`: the same as letters; null where the bytes are none. `name`: with its ending. */
export type Source = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly text: string | null
  /** Of a PDF: what whoever opened it found. */
  readonly pdf?: PdfText | undefined
}

type Refused = {
  readonly ok: false
  readonly errors: readonly Finding[]
  readonly rows?: readonly TopRow[]
}

export type FileImport =
  | ({ readonly what: 'play' } & Extract<Import, { readonly ok: true }>)
  | ({ readonly what: 'list' } & Extract<SheetImport, { readonly ok: true }>)
  | ({ readonly what: 'play' | 'list' } & Refused)

export type FileAnswer =
  | ({ readonly what: 'play' } & Extract<Answer, { readonly ok: true }>)
  | ({ readonly what: 'list' } & Extract<SheetImport, { readonly ok: true }>)
  | ({ readonly what: 'play' | 'list' } & Refused)

/** The show that a file proposes. */
export function importFile(source: Source, asked: SheetAsked = {}): FileImport {
  const found = formatOf(source)
  if (found.format === 'list') return { what: 'list', ...found.read(asked) }
  const name = bareName(source.name)
  return {
    what: 'play',
    ...(found.format === 'tei' ? importTei(found.text, name) : proposed(found.read(), name)),
  }
}

/** What a file holds, for a machine. `textOnly`: in TEI, as if no direction said its kind or whose it is. */
export function breakDownFile(source: Source, asked: SheetAsked = {}, textOnly = false): FileAnswer {
  const found = formatOf(source)
  if (found.format === 'list') return { what: 'list', ...found.read(asked) }
  const name = bareName(source.name)
  return {
    what: 'play',
    ...(found.format === 'tei' ? breakDownTei(found.text, name, textOnly) : brokenDown(found.read(), name)),
  }
}

type Format =
  | { readonly format: 'tei'; readonly text: string }
  | { readonly format: 'script'; readonly read: () => Read }
  | { readonly format: 'list'; readonly read: (asked: SheetAsked) => SheetImport }

const bareName = (name: string): string => name.replace(/\.[a-z0-9]{1,8}$/i, '')
const script = (read: () => ScriptRead): Format => ({ format: 'script', read: () => played(read()) })
const refused = (message: string): Format => refusedAt({ line: 1, column: 1, message })
const refusedAt = (finding: Finding): Format => ({
  format: 'script',
  read: () => ({ ok: false, errors: [finding] }),
})

const played = (found: ScriptRead): Read =>
  found.ok ? withPresence(found.play, true) : { ok: false, errors: [found.error] }

function formatOf({ name, bytes, text: told, pdf }: Source): Format {
  if (isArchive(bytes)) return packed(name, bytes)
  if (isPdf(bytes)) {
    if (pdf) return script(() => readPdfText(pdf))
    return refused('This PDF was not opened: save the script as a Word document or as text, and bring that.')
  }
  const old = oldFormat(bytes)
  if (old !== null) return refused(old)
  const text = told ?? unicodeIn(bytes)
  if (text === null) return refusedAt(notLetters(bytes))
  const bare = withoutMark(text)
  if (bare.trimStart().startsWith('<'))
    return isFinalDraft(bare) ? script(() => readFinalDraft(text)) : { format: 'tei', text }
  if (isEos(bare)) return { format: 'list', read: () => importEos(text, bareName(name)) }
  if (isList(name, bare))
    return { format: 'list', read: (asked) => importSheet(readTextSheet(text), bareName(name), asked) }
  return script(() => readScript(name, text))
}

/** A workbook and a document are both archives: what lies in them tells. */
function packed(name: string, bytes: Uint8Array): Format {
  try {
    const archive: Archive = openArchive(bytes)
    if (isDocument(archive)) return script(() => readDocument(archive))
    if (isWorkbook(archive))
      return { format: 'list', read: (asked) => importSheet(readWorkbook(bytes), bareName(name), asked) }
    return refused('This archive holds neither a document nor a workbook.')
  } catch (error) {
    if (error instanceof Unpacking) return refused(error.message)
    throw error
  }
}

const begins = (bytes: Uint8Array, ...with_: readonly number[]): boolean =>
  with_.every((byte, at) => bytes[at] === byte)

/** Formats that are known and not read, with what to do about it. */
function oldFormat(bytes: Uint8Array): string | null {
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return 'This is an older Word or Excel file, or one with a password: save it as .docx or .xlsx and try again.'
  return null
}

/** By its name; else by a row of heads, each column by itself. */
function isList(name: string, text: string): boolean {
  if (/\.(?:csv|tsv|tab)$/i.test(name)) return true
  if (/\.(?:fountain|spmd)$/i.test(name) || !/[\t;,]/.test(text.slice(0, 2_000))) return false
  const read = readTextSheet(text)
  return (
    read.ok && read.sheets.some(({ rows }) => headsAmong(rows, null).some(({ row }) => row.cells.length > 2))
  )
}

/** Notes and what is struck out: no other text has them. */
const marks = /\[\[|\/\*/

/** What is named or marked so is Fountain; else that in which more people are found to speak, where they are as many, in which more scenes have a heading. */
function readScript(name: string, text: string): ScriptRead {
  const fountain = readFountain(text)
  if (/\.(?:fountain|spmd)$/i.test(name) || marks.test(text)) return fountain
  const printed = readPlainText(text)
  if (!fountain.ok) return printed
  if (!printed.ok) return fountain
  const [one, other] = [measureOf(fountain.play), measureOf(printed.play)]
  const isPrinted =
    other.speeches > one.speeches || (other.speeches === one.speeches && other.scenes > one.scenes)
  return isPrinted ? printed : fountain
}

const measureOf = ({ scenes }: Play) => ({
  scenes: scenes.filter(({ title }) => title !== UNHEADED).length,
  speeches: scenes.reduce(
    (sum, { events }) => sum + events.filter(({ kind }) => kind === 'speech').length,
    0,
  ),
})
