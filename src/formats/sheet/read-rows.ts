// From the rows under a head to what they say; whatever is not clear is asked, with its row and column.

import { readLength } from '../paste/length.ts'
import { actOf, isActLine, itemKindOf } from '../paste/order.ts'
import type { Row } from '../paste/table.ts'
import type { Head, Meaning } from './columns.ts'
import { departmentSaid } from './department-said.ts'
import type { CueSaid, ItemSaid, SheetEvent, SheetQuestion, TaskSaid } from './events.ts'
import { endUnknown, type Follow, followOf } from './follow.ts'

const TEXT_LENGTH_MAX = 200
const CODE_LENGTH_MAX = 20
/** Nothing that is played lasts so long; a spreadsheet takes 4:30 for half past four. */
const LONG_SECONDS = 3 * 3_600
const DAY_SECONDS = 86_400
/** What programs that time a show call a row that is not played: above others, and a moment between them. */
const groups = /^(?:block|group)(?:[- ]start)?$/i
const moments = /^(?:milestone|delay|(?:block|group)[- ]end)$/i
/** “6–8”: as people write that one call makes several go. */
const several = /^\d+(?:\.\d+)?\s*(?:[-–—/&+,]|to\b|and\b)\s*\d/i
/** What a spreadsheet makes of 1-2 where nobody stops it. */
const day = /^\d{4}-\d{2}-\d{2}(?: |$)/

/** A time of day: 19:30 is half past seven, and no length. */
function clockOf(said: string): number | null {
  const [, hours, minutes, seconds = '0'] = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(said.trim()) ?? []
  return hours === undefined ? null : Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)
}

/** What ends at an earlier hour than it begins ends on the next day. */
function lengthBetween(start: number | null, end: number | null): number | null {
  if (start === null || end === null) return null
  const seconds = end >= start ? end - start : end - start + DAY_SECONDS
  return seconds <= DAY_SECONDS / 2 ? seconds : null
}

export type Told = { readonly events: readonly SheetEvent[]; readonly questions: readonly SheetQuestion[] }

export function readRows(rows: readonly Row[], head: Head, sheet: string): Told {
  const reader = new RowReader(head, sheet)
  for (const row of rows) reader.read(row)
  reader.end()
  return reader
}

class RowReader {
  readonly events: SheetEvent[] = []
  readonly questions: SheetQuestion[] = []
  readonly #head: Head
  readonly #sheet: string
  readonly #unnamed = new Map<string, number[]>()
  #act = 1
  #passedInterval = false
  /** How long after the cue of the row before this one goes by itself. */
  #leadsOn: number | null = null
  /** The same of the last cue of a department. */
  readonly #leadsDepartment = new Map<string, number>()
  #row: Row = { line: 1, cells: [] }

  constructor(head: Head, sheet: string) {
    this.#head = head
    this.#sheet = sheet
  }

  read(row: Row): void {
    this.#row = row
    const full = row.cells.filter((cell) => cell !== '')
    const [only = ''] = full
    if (full.length === 0) return
    if (full.length === 1 && isActLine(only)) {
      this.#act = actOf(only) ?? this.#act
      this.#passedInterval = false
      return
    }
    if (/^(?:true|yes|x|1)$/i.test(this.#cell('skip'))) {
      this.#ask('skip', 'item', 'This row is marked to be skipped, and was.')
      return
    }
    if (this.#head.kind === 'rundown') this.#item()
    else if (this.#head.kind === 'cues') this.#cue(full.length === 1 ? only : null)
    else this.#task()
  }

  /** What was said of many rows at once is asked once. */
  end(): void {
    for (const [department, lines] of this.#unnamed)
      this.#push(
        lines[0] ?? 1,
        1,
        'cue',
        lines.length === 1
          ? `One cue has no department of its own and was put down under ${department}; whose is it?`
          : `${lines.length} cues have no department of their own and were put down under ${department}; whose are they?`,
      )
  }

  #cell(meaning: Meaning): string {
    const at = this.#head.meanings.indexOf(meaning)
    return at === -1 ? '' : (this.#row.cells[at] ?? '')
  }

  #text(meaning: Meaning, longest = TEXT_LENGTH_MAX): string {
    const text = this.#cell(meaning)
    if (text.length <= longest) return text
    this.#ask(meaning, 'file', `This is longer than ${longest} characters, and its end was left out.`)
    // Never through the middle of a character that takes two units.
    return text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')
  }

  #seconds(): number | null {
    const said = this.#cell('length')
    const length = said === '' ? null : readLength(said)
    if (said !== '' && length === null)
      this.#ask('length', 'item', `“${said}” is not a length: write 4:30, or 4 for minutes.`)
    if (length !== null && length > LONG_SECONDS)
      this.#ask('length', 'item', `“${said}” is read as hours and minutes; were minutes and seconds meant?`)
    return length ?? lengthBetween(clockOf(this.#cell('start')), clockOf(this.#cell('end')))
  }

  /** As programs that play cues count: 12.5, 01:12.5. Nought where nothing is said. */
  #counted(meaning: Meaning): number {
    const [, minutes = '0', seconds = '0'] =
      /^(?:0+:)?(?:(\d{1,3}):)?(\d{1,5}(?:\.\d{1,6})?)$/.exec(this.#cell(meaning)) ?? []
    return Number(minutes) * 60 + Number(seconds)
  }

  /** How long after this cue began the next one goes by itself; null where it does not. */
  #leads(follow: Follow, number: string): number | null {
    if (follow.kind !== 'leads') return null
    if (!follow.atEnd) return follow.seconds + this.#counted('late')
    const length = this.#counted('length')
    if (length === 0) this.#ask('follows', 'cue', endUnknown(number, follow.seconds))
    return follow.seconds + length
  }

  #actHere(): number {
    const said = this.#cell('act')
    const act = said === '' ? null : actOf(said)
    if (said !== '' && act === null) this.#ask('act', 'item', `“${said}” is no act; which is meant?`)
    if (act !== null) this.#act = act
    else if (this.#passedInterval && said === '') this.#act += 1
    this.#passedInterval = false
    return this.#act
  }

  /** Rows of a timing program that stand above others or between them; what they say is an act, or is asked. */
  #isNotPlayed(title: string): boolean {
    const kind = this.#cell('kind')
    const isGroup = groups.test(kind)
    if (!isGroup && !moments.test(kind)) return false
    if (isGroup && isActLine(title)) {
      this.#act = actOf(title) ?? this.#act
      this.#passedInterval = false
    } else if (title !== '') {
      const what = isGroup ? 'stands above a group of rows' : 'is a moment between two rows'
      this.#ask('kind', 'item', `“${title}” ${what}, and was left out; is anything played in it?`)
    }
    return true
  }

  #item(): void {
    const [code, title] = [this.#text('number', CODE_LENGTH_MAX), this.#text('title')]
    if (this.#isNotPlayed(title)) return
    if (code === '' && title === '') {
      this.#ask('title', 'item', 'This row has neither a number nor a title, and was left out.')
      return
    }
    const item = itemKindOf(this.#cell('kind')) ?? itemKindOf(title) ?? 'scene'
    const act = this.#actHere()
    this.#passedInterval = item === 'interval'
    const seconds = this.#seconds()
    this.events.push({
      kind: 'item',
      line: this.#row.line,
      code,
      title,
      act,
      seconds,
      item,
    } satisfies ItemSaid)
  }

  /** `only`: all there is in this row, as where a scene stands above its cues. */
  #cue(only: string | null): void {
    const number = this.#text('number', CODE_LENGTH_MAX)
    if (only !== null && !/\d/.test(number)) {
      this.#heading(only)
      return
    }
    const { department, rest, isSaid } = departmentSaid({
      said: this.#text('department', CODE_LENGTH_MAX),
      number,
      type: this.#cell('kind'),
      sheet: this.#sheet,
    })
    if (rest === '') {
      this.#passOn()
      this.#ask('number', 'cue', 'This row has no cue number, and was left out; is it called?')
      return
    }
    this.#askNumber(rest)
    if (!isSaid) this.#unnamed.set(department, [...(this.#unnamed.get(department) ?? []), this.#row.line])
    this.events.push({
      ...{ kind: 'cue', line: this.#row.line, department, number: rest },
      ...{ title: this.#text('title') || this.#text('note'), words: this.#text('words') },
      ...{ page: this.#text('page', CODE_LENGTH_MAX), item: this.#text('item') },
      follows: this.#follows(rest, department),
    } satisfies CueSaid)
  }

  #follows(number: string, department: string): CueSaid['follows'] {
    const follow = followOf(this.#cell('follows'))
    if (follow.kind === 'unclear')
      this.#ask(
        'follows',
        'cue',
        `“${this.#cell('follows')}”: what does this cue follow? It is put down as called.`,
      )
    const led = this.#led(department)
    const seconds = this.#leads(follow, number)
    if (follow.kind === 'leads' && follow.next === 'in its department')
      this.#leadsDepartment.set(department, seconds ?? 0)
    else this.#leadsOn = seconds
    if (follow.kind !== 'follows') return led
    return { seconds: follow.seconds, after: follow.after, before: 'in its department' }
  }

  /** Whether the row before, or the cue before of the same department, makes this one go. */
  #led(department: string): CueSaid['follows'] {
    const [row, own] = [this.#leadsOn, this.#leadsDepartment.get(department)]
    this.#leadsOn = null
    this.#leadsDepartment.delete(department)
    const seconds = row ?? own
    if (seconds === undefined) return null
    const before = row === null ? 'in its department' : 'in the list'
    return { seconds: seconds + this.#counted('wait'), after: null, before }
  }

  /** What plays by itself between two others passes on that the next one goes by itself, and when. */
  #passOn(): void {
    const before = this.#leadsOn
    const own = before === null ? null : this.#leads(followOf(this.#cell('follows')), 'this row')
    this.#leadsOn = before === null || own === null ? null : before + this.#counted('wait') + own
  }

  #askNumber(number: string): void {
    if (day.test(number))
      this.#ask(
        'number',
        'cue',
        `“${number}” is a day by the spreadsheet’s reckoning; what is the number of this cue?`,
      )
    else if (several.test(number))
      this.#ask('number', 'cue', `“${number}” may be several cues, and is put down as one; which are they?`)
  }

  #heading(title: string): void {
    const item = itemKindOf(title) ?? 'scene'
    const act = this.#actHere()
    this.#passedInterval = item === 'interval'
    this.events.push({
      ...{ kind: 'item', line: this.#row.line, code: '', title: title.slice(0, TEXT_LENGTH_MAX) },
      ...{ act, seconds: null, item },
    } satisfies ItemSaid)
  }

  #task(): void {
    const [who, title] = [this.#text('who'), this.#text('title') || this.#text('note')]
    if (who === '' || title === '') {
      const what = who === '' ? 'nobody who does it' : 'nothing that is done'
      this.#ask(who === '' ? 'who' : 'title', 'task', `This row has ${what}, and was left out.`)
      return
    }
    this.events.push({
      ...{ kind: 'task', line: this.#row.line, who, title, words: this.#text('words') || this.#text('at') },
      ...{ item: this.#text('item'), from: this.#text('from', CODE_LENGTH_MAX) },
      ...{ to: this.#text('to', CODE_LENGTH_MAX), seconds: this.#seconds() },
    } satisfies TaskSaid)
  }

  #ask(meaning: Meaning, kind: SheetQuestion['kind'], message: string): void {
    const column = this.#head.meanings.indexOf(meaning) + 1
    this.#push(this.#row.line, Math.max(1, column), kind, message)
  }

  #push(line: number, column: number, kind: SheetQuestion['kind'], message: string): void {
    this.questions.push({ line, column, sheet: this.#sheet, kind, message })
  }
}
