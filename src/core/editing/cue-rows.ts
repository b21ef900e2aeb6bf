// The cue list as it stands in a spreadsheet: rows that are cues, each held to the running order, and told what is wrong in which cell.

import type { Result } from '../kit/result.ts'
import type { Cue, CueId, Item, Show, Trigger } from '../show/show.ts'
import { putCue } from './cues.ts'
import { departmentOf } from './departments.ts'
import { allOf, type CellRefusal, type Cells, type Laid, refusedIn } from './edit.ts'
import { cueCalled, itemCalled, nameOf } from './entrances.ts'
import { WHOLE_SHOW } from './order.ts'

const cueColumns = ['department', 'number', 'title', 'words', 'page', 'item', 'follow'] as const
type Column = (typeof cueColumns)[number]

const CODE_LENGTH_MAX = 20
const TEXT_LENGTH_MAX = 200
const FOLLOW_SECONDS_MAX = 86_400

export const putCueRows = (show: Show, rows: readonly Cells[]): Result<Show> =>
  allOf(layCueRows(show, rows), rows.length)

/** As the list of the show has them: what the cells of a cue say. */
function cueCells(show: Show): readonly { readonly id: CueId; readonly cells: Cells }[] {
  const items = new Map(show.items.map((item) => [item.id, item]))
  const departments = new Map(show.departments.map((one) => [one.id, one.short]))
  const cues = new Map(show.cues.map((cue) => [cue.id, cue]))
  const spoken = (cue: Cue) => `${departments.get(cue.department) ?? ''} ${cue.number}`
  return show.cues.map((cue) => {
    const item = items.get(cue.anchor.item)
    return {
      id: cue.id,
      cells: {
        ...{ department: departments.get(cue.department) ?? '', number: cue.number, title: cue.title },
        ...{ words: cue.anchor.line ?? '', page: cue.anchor.page ?? '' },
        item: item === undefined || item.id === WHOLE_SHOW ? '' : nameOf(item),
        follow: followOf(cue, cues, spoken),
      },
    }
  })
}

function followOf({ trigger }: Cue, cues: ReadonlyMap<CueId, Cue>, spoken: (cue: Cue) => string): string {
  if (!('after' in trigger)) return ''
  const after = cues.get(trigger.after)
  const late = trigger.kind === 'auto-follow' && trigger.seconds > 0 ? ` ${trigger.seconds} s` : ''
  return `follow${late}${after ? ` after ${spoken(after)}` : ''}`
}

export function layCueRows(show: Show, rows: readonly Cells[]): Laid {
  const laying = new Laying(show)
  for (const [index, cells] of rows.entries()) laying.lay(index + 1, cells)
  return laying
}

class Laying implements Laid {
  show: Show
  readonly wrong = new Map<number, CellRefusal>()
  readonly #before: ReadonlyMap<CueId, Cells>
  readonly #stands = new Set<string>()
  /** Where a scene stands alone in a row above its cues. */
  #item: Item | null = null
  #last: CueId | null = null
  #cells: Cells = {}

  constructor(show: Show) {
    this.show = show
    this.#before = new Map(cueCells(show).map(({ id, cells }) => [id, cells]))
  }

  #cell(column: Column): string {
    return (this.#cells[column] ?? '').replaceAll(/\s+/g, ' ').trim()
  }

  lay(row: number, cells: Cells): void {
    this.#cells = cells
    if (this.#isHeading()) return
    const laid = this.#laid()
    if (!laid.ok) this.wrong.set(row, laid.refusal)
    else this.show = laid.value
  }

  #isHeading(): boolean {
    const full = cueColumns.map((column) => this.#cell(column)).filter((text) => text !== '')
    const item = full.length === 1 ? itemCalled(this.show, full[0] ?? '') : undefined
    if (item && this.#cell('number') === '') this.#item = item
    return item !== undefined && this.#cell('number') === ''
  }

  #laid(): Result<Show> {
    const [, word = '', bare = ''] = /^(\p{L}+)\s*(\d.*)$/u.exec(this.#cell('number')) ?? []
    const said = this.#cell('department') || word
    const number = this.#cell('department') === '' && word !== '' ? bare : this.#cell('number')
    const wrong = this.#wrongIn(said, number)
    if (wrong !== null) return wrong
    const item = this.#itemIn()
    if (!item.ok) return item
    const department = departmentOf(this.show, said)
    const called = `${department?.short ?? said.toUpperCase()} ${number}`
    if (this.#stands.has(spoken(called))) return refusedIn('number', `${called} stands above already.`)
    this.#stands.add(spoken(called))
    const old = this.show.cues.find(
      (one) => one.department === department?.id && spoken(one.number) === spoken(number),
    )
    return this.#kept(old, { department: said, number, item: item.value })
  }

  #wrongIn(department: string, number: string): ReturnType<typeof refusedIn> | null {
    if (department === '') return refusedIn('department', 'say whose cue it is, such as LX.')
    if (department.length > CODE_LENGTH_MAX)
      return refusedIn('department', `at most ${CODE_LENGTH_MAX} characters.`)
    if (number === '') return refusedIn('number', 'say its number; leave the row out if it is no cue.')
    if (!/\d/.test(number) || number.length > CODE_LENGTH_MAX)
      return refusedIn('number', `“${number}” is no number of a cue: write 12, 12.5 or 12A.`)
    const long = (['title', 'words', 'page'] as const).find(
      (column) => this.#cell(column).length > (column === 'page' ? CODE_LENGTH_MAX : TEXT_LENGTH_MAX),
    )
    return long === undefined
      ? null
      : refusedIn(
          fieldOf[long],
          `at most ${long === 'page' ? CODE_LENGTH_MAX : TEXT_LENGTH_MAX} characters.`,
          long,
        )
  }

  /** Null: the show as one, or as before where the cue is there. */
  #itemIn(): Result<Item | null> {
    const said = this.#cell('item')
    const item = said === '' ? this.#item : itemCalled(this.show, said)
    if (item !== undefined) return { ok: true, value: item }
    return refusedIn('scene', `“${said}” is not in the running order, or is there twice.`, 'item')
  }

  #kept(
    old: Cue | undefined,
    row: { readonly department: string; readonly number: string; readonly item: Item | null },
  ): Result<Show> {
    const cells = old && this.#before.get(old.id)
    const follow = this.#trigger(cells)
    if (!follow.ok) return follow
    this.#last = old?.id ?? null
    const isSame = (column: Column) => this.#cell(column) === '' || this.#cell(column) === cells?.[column]
    if (old && cueColumns.every((column) => column === 'department' || column === 'number' || isSame(column)))
      return { ok: true, value: this.show }
    const items = this.show.items.filter(({ kind, id }) => kind !== 'interval' && id !== WHOLE_SHOW)
    const item = row.item?.id ?? old?.anchor.item ?? (items.length === 1 ? items[0]?.id : undefined)
    if (item === undefined && items.length > 1)
      return refusedIn('scene', 'say in which item of the running order.', 'item')
    const put = putCue(this.show, old?.id ?? null, {
      ...{ department: row.department, number: row.number, item: item ?? null, together: false },
      words: this.#cell('words') || (old?.anchor.line ?? ''),
      title: this.#cell('title') || (old?.title ?? ''),
    })
    if (!put.ok) return put
    const known = new Set(this.show.cues.map(({ id }) => id))
    const made = old?.id ?? put.value.cues.find(({ id }) => !known.has(id))?.id ?? null
    this.#last = made
    return { ok: true, value: this.#finished(put.value, made, follow.value) }
  }

  /** The page, and what it follows by itself: what a cue that is typed has no field for. */
  #finished(show: Show, made: CueId | null, trigger: Trigger | null): Show {
    const page = this.#cell('page')
    return {
      ...show,
      cues: show.cues.map((cue) =>
        cue.id === made
          ? {
              ...cue,
              anchor: page === '' ? cue.anchor : { ...cue.anchor, page },
              trigger: trigger ?? cue.trigger,
            }
          : cue,
      ),
    }
  }

  /** Null: as before, or called. */
  #trigger(before: Cells | undefined): Result<Trigger | null> {
    const said = this.#cell('follow')
    if (said === '' || said === before?.['follow']) return { ok: true, value: null }
    const [whole, count, after] =
      /^(?:auto[- ]?)?follows?(?:[- ]on)?(?:\s+(\d{1,5}(?:\.\d{1,3})?)\s*(?:s|sec|seconds)?)?(?:\s+after\s+(.+))?$/i.exec(
        said,
      ) ?? []
    const cue = after === undefined ? this.#last : cueCalled(this.show, after)?.id
    if (whole === undefined)
      return refusedIn(
        'follows',
        `“${said}”: write follow, follow 3 s, or follow 3 s after LX 12; leave it empty where the cue is called.`,
        'follow',
      )
    if (cue === undefined || cue === null)
      return refusedIn(
        'follows',
        after === undefined ? 'there is no cue before it.' : `“${after}” is no cue above it.`,
        'follow',
      )
    const seconds = Number(count ?? 0)
    if (seconds > FOLLOW_SECONDS_MAX) return refusedIn('follows', 'that is longer than a day.', 'follow')
    const value: Trigger =
      count === undefined ? { kind: 'follow-on', after: cue } : { kind: 'auto-follow', after: cue, seconds }
    return { ok: true, value }
  }
}

const fieldOf = { title: 'what it does', words: 'called on', page: 'page' } as const

const spoken = (text: string): string => text.toUpperCase().replaceAll(/\s/g, '')
