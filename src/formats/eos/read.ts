// The cue lists of a lighting desk of the Eos family, as it writes them for others: USITT ASCII, or a table of targets.

import { bytesOf, onOneLine, withoutMark } from '../finding.ts'
import { readTable } from '../paste/table.ts'
import type { CueSaid, ItemSaid, SheetEvent, SheetQuestion } from '../sheet/events.ts'
import { endUnknown, followOf } from '../sheet/follow.ts'
import { listed, type SheetImport } from '../sheet/import.ts'

/** A whole show with its levels is larger than a list of cues. */
export const EOS_BYTES_MAX = 8 * 1024 * 1024
export const LINE_LENGTH_MAX = 20_000
export const CUES_MAX = 5_000
const CODE_LENGTH_MAX = 20
const TEXT_LENGTH_MAX = 200

const isTargets = (line: string): boolean => /^"?START_TARGETS\b/.test(line)

/** The first lines of either; a table may stand behind another of levels. */
export const isEos = (text: string): boolean =>
  /^(?:\s*![^\n]*\n)*\s*Ident\s+\d/.test(text.slice(0, 2_000)) ||
  /^"?START_(?:TARGETS|LEVELS)\b/m.test(text.slice(0, 2_000))

export function importEos(text: string, name: string): SheetImport {
  const bare = withoutMark(text)
  if (bytesOf(bare) > EOS_BYTES_MAX)
    return wrong(1, `The file is larger than ${EOS_BYTES_MAX / 1024 / 1024} MB; no list of cues is.`)
  const lines = bare.split(/\r\n?|\n/)
  const long = lines.findIndex((line) => line.length > LINE_LENGTH_MAX)
  if (long >= 0) return wrong(long + 1, `This line has more than ${LINE_LENGTH_MAX} characters.`)
  const reader = new CueReader()
  const start = lines.findIndex(isTargets)
  const refused = start === -1 ? readAscii(lines, reader) : readTargets(lines, start, reader)
  if (refused) return refused
  const { events, questions } = reader.end()
  const cues = events.filter(({ kind }) => kind === 'cue').length
  if (cues === 0) return wrong(1, 'There is no cue in this file.')
  if (cues > CUES_MAX) return wrong(1, `The file has more than ${CUES_MAX} cues.`)
  return listed(events, questions, {
    kind: 'cues',
    sheet: '',
    head: Math.max(1, start + 2),
    columns: [],
    name,
  })
}

const wrong = (line: number, message: string): SheetImport => ({
  ok: false,
  errors: [{ line, column: 1, message }],
})

type Cue = {
  line: number
  list: string
  number: string
  label: string
  scene: string
  note: string
  follow: string
  /** Goes on to another than the next, or again. */
  link: string
  loop: string
}

/** Of several lists the first is called by its bare numbers, the others with the list before them, as the desk says it. */
class CueReader {
  readonly #events: SheetEvent[] = []
  readonly #questions: SheetQuestion[] = []
  readonly #others = new Map<string, number>()
  #first: string | null = null
  #leadsOn: number | null = null

  cue(cue: Cue): void {
    const { line, list, number, label, scene, note, follow } = cue
    this.#first ??= list
    const isOther = list !== this.#first
    if (isOther && !this.#others.has(list)) {
      this.#others.set(list, line)
      this.#leadsOn = null
    }
    if (scene !== '')
      this.#events.push({
        ...{ kind: 'item', line, code: '', title: clipped(line, scene, this.#questions) },
        ...{ act: 1, seconds: null, item: 'scene' },
      } satisfies ItemSaid)
    const led =
      this.#leadsOn === null
        ? null
        : ({ seconds: this.#leadsOn, after: null, before: 'in the list' } as const)
    const next = followOf(follow)
    if (next.kind === 'unclear' || next.kind === 'follows')
      this.#ask(line, `“${follow}”: what does this say of the next cue? It is put down as called.`)
    this.#leadsOn = next.kind === 'leads' ? next.seconds : null
    this.#asksOn(cue)
    this.#events.push({
      ...{ kind: 'cue', line, department: 'LX', number: isOther ? `${list}/${number}` : number },
      ...{
        title: clipped(line, label || note, this.#questions),
        words: '',
        page: '',
        item: '',
        follows: led,
      },
    } satisfies CueSaid)
  }

  end(): { readonly events: readonly SheetEvent[]; readonly questions: readonly SheetQuestion[] } {
    for (const [list, line] of this.#others)
      this.#ask(
        line,
        `The cues of list ${list} are numbered ${list}/1, ${list}/2 and so on; are they called in this show?`,
      )
    return { events: this.#events, questions: this.#questions }
  }

  /** What the desk does of itself after a cue, and a book has no word for. */
  #asksOn({ line, number, follow, link, loop }: Cue): void {
    const next = followOf(follow)
    if (next.kind === 'leads' && next.atEnd) this.#ask(line, endUnknown(number, next.seconds))
    if (link !== '')
      this.#ask(line, `${number} goes on to ${link} and not to the next cue; are those between them called?`)
    if (/[1-9]/.test(loop))
      this.#ask(line, `${number} and what it goes on to are done ${loop} times; which of them are called?`)
  }

  #ask(line: number, message: string): void {
    this.#questions.push({ line, column: 1, sheet: '', kind: 'cue', message })
  }
}

function clipped(line: number, text: string, questions: SheetQuestion[]): string {
  if (text.length <= TEXT_LENGTH_MAX) return text
  const message = `This is longer than ${TEXT_LENGTH_MAX} characters, and its end was left out.`
  questions.push({ line, column: 1, sheet: '', kind: 'cue', message })
  return text.slice(0, TEXT_LENGTH_MAX).replace(/[\uD800-\uDBFF]$/, '')
}

/** A word at the beginning of a line says what it is about; what is not of a cue is passed over. */
function readAscii(lines: readonly string[], reader: CueReader): null {
  let list = '1'
  let open: Cue | null = null
  const close = () => {
    if (open) reader.cue(open)
    open = null
  }
  for (const [at, line] of lines.entries()) {
    const [, word = '', rest = ''] = /^\s*(\$*[A-Za-z]+)\s*(.*)$/.exec(line) ?? []
    const said = onOneLine(rest)
    const isPart = /^(?:\$\$Part|Part)$/i.test(word)
    if (/^\$?CueList$/i.test(word)) {
      close()
      list = /^\S+/.exec(said)?.[0] ?? list
    } else if (/^Cue$/i.test(word)) {
      close()
      const [number = '', own = list] = said.split(' ')
      open = {
        ...{ line: at + 1, list: own, number: number.slice(0, CODE_LENGTH_MAX) },
        ...{ label: '', scene: '', note: '', follow: '', link: '', loop: '' },
      }
    } else if (isPart || /^(?:Group|Sub|\$\w+)$/i.test(word) || /^Enddata$/i.test(word)) {
      // What follows is about something else; a part of a cue has a text of its own.
      if (!word.startsWith('$$')) close()
    } else if (open) told(open, word, said)
  }
  close()
  return null
}

function told(cue: Cue, word: string, said: string): void {
  if (/^Text$/i.test(word)) cue.label = cue.label || said
  if (/^\$\$UText$/i.test(word)) cue.label = unicode(said) || cue.label
  if (/^\$\$Scene(?:Text)?$/i.test(word)) cue.scene = said
  if (/^\$\$(?:Cue)?Notes?$/i.test(word)) cue.note = said
  if (/^(?:Followon|\$\$Follow(?:on)?)$/i.test(word)) cue.follow = `F${said}`
  if (/^\$\$Hang$/i.test(word)) cue.follow = `H${said}`
  if (/^(?:Link|\$\$Link)$/i.test(word)) cue.link = said
  if (/^\$\$Loop$/i.test(word)) cue.loop = said
}

const hung = (said: string): string => (/^\d/.test(said) ? `H${said}` : said)

/** Each sign by its number in hexadecimal, the small end first. */
const unicode = (said: string): string =>
  onOneLine(
    said.replaceAll(/([0-9a-f]{2})([0-9a-f]{2})\s*/gi, (_whole, low: string, high: string) =>
      String.fromCharCode(Number.parseInt(high + low, 16)),
    ),
  )

function readTargets(lines: readonly string[], start: number, reader: CueReader): SheetImport | null {
  const rest = lines.slice(start + 1)
  const end = rest.findIndex((line) => /^"?END_TARGETS\b/.test(line))
  const table = readTable((end === -1 ? rest : rest.slice(0, end)).join('\n'))
  if (!table.ok)
    return { ok: false, errors: table.errors.map((each) => ({ ...each, line: each.line + start + 1 })) }
  const [head, ...rows] = table.rows
  const at = (name: string) => head?.cells.findIndex((cell) => cell.toUpperCase() === name) ?? -1
  const [kind, number] = [at('TARGET_TYPE_AS_TEXT'), at('TARGET_ID')]
  if (kind === -1 || number === -1)
    return wrong(
      start + 2,
      'The table does not say in its first row which column is the type and which the number.',
    )
  for (const { line, cells } of rows) {
    const cell = (name: string) => cells[at(name)] ?? ''
    const isPart = !/^(?:|0|1)$/.test(cell('PART_NUMBER'))
    if (!/^cue$/i.test(cells[kind] ?? '') || (cells[number] ?? '') === '' || isPart) continue
    reader.cue({
      ...{ line: line + start + 1, list: cell('TARGET_LIST_NUMBER') || '1' },
      ...{ number: (cells[number] ?? '').slice(0, CODE_LENGTH_MAX), label: cell('LABEL') },
      ...{ scene: cell('SCENE_TEXT'), note: cell('CUE_NOTES') },
      follow: cell('FOLLOW') || hung(cell('HANG')),
      ...{ link: cell('LINK'), loop: cell('LOOP') },
    })
  }
  return null
}
