// What two versions of a show differ in, field by field; and the same differences made in a third, or why they cannot be.

import { accepted, type Result, refused } from '../kit/result.ts'
import type { Anchor, Cue, Obligation, Show } from '../show/show.ts'
import { followCues } from './follow-cues.ts'
import { inPlace } from './placing.ts'
import { layOutGuessed } from './spread.ts'

/** Lists whose rows have ids: what two people do to different rows, or to different fields of one, is kept of both. */
const lists = [
  // Cues first: they are named by departments that may go with them.
  ...(['cues', 'people', 'roles', 'tracks', 'obligations', 'items', 'editions', 'departments'] as const),
  ...(['vamps', 'costumes', 'changes', 'handOffs', 'props', 'presets', 'mics'] as const),
  ...(['pieces', 'rules', 'questions', 'pages'] as const),
] as const
type ListName = (typeof lists)[number]

type Row = { readonly id: string }
type Value = unknown

/** One row of a list, or one field of the show itself. Undefined: not there. */
export type Change = {
  readonly list: ListName | null
  /** Of the row; of a field of the show its name. */
  readonly id: string
  readonly fields: ReadonlyMap<string, { readonly from: Value; readonly to: Value }>
  /** Whole, where it was not there before or is not any more. */
  readonly row: { readonly from: Row | undefined; readonly to: Row | undefined }
  /** The row before it, where it was not there. */
  readonly after: string | null
}

export function changesBetween(before: Show, after: Show): readonly Change[] {
  return [...lists.flatMap((list) => changedRows(list, before, after)), ...changedFields(before, after)]
}

const rowsOf = (show: Show, list: ListName): readonly Row[] => show[list] ?? []

function changedRows(list: ListName, before: Show, after: Show): readonly Change[] {
  const [was, is] = [rowsOf(before, list), rowsOf(after, list)]
  if (was === is) return []
  const known = new Map(was.map((row) => [row.id, row]))
  const kept = new Set(is.map((row) => row.id))
  const changes: Change[] = []
  for (const [index, to] of is.entries()) {
    const from = known.get(to.id)
    if (from === to) continue
    const fields = from ? changedIn(from, to) : new Map()
    if (!from || fields.size > 0)
      changes.push({ list, id: to.id, fields, row: { from, to }, after: is[index - 1]?.id ?? null })
  }
  for (const from of was)
    if (!kept.has(from.id))
      changes.push({ list, id: from.id, fields: new Map(), row: { from, to: undefined }, after: null })
  if (!sameOrder(was, is)) {
    const order = { from: ids(was), to: ids(is) }
    changes.push({ list, id: '', fields: new Map([['order', order]]), row: none, after: null })
  }
  return changes
}

/** Cues with a time of their own are in the order of their times; only the others have one that somebody made. */
const inOrder = (list: ListName, rows: readonly Row[]): readonly Row[] =>
  // `as`: rows of the list of cues are cues.
  list === 'cues' ? rows.filter((row) => (row as Cue).anchor.guessed) : rows

// `as`: an order is ids, by how it was made.
const orderOf = ({ fields }: Change) => {
  const order = fields.get('order')
  const rows = (side: Value) => ((side ?? []) as readonly string[]).map((id) => ({ id }))
  return { from: rows(order?.from), to: rows(order?.to) }
}

const none = { from: undefined, to: undefined }

function changedFields(before: Show, after: Show): readonly Change[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names]
    .filter((name) => !isList(name))
    .flatMap((name): readonly Change[] => {
      const [from, to] = [fieldOf(before, name), fieldOf(after, name)]
      if (isSame(from, to)) return []
      return [{ list: null, id: name, fields: new Map([[name, { from, to }]]), row: none, after: null }]
    })
}

const isList = (name: string): name is ListName => lists.some((one) => one === name)
const fieldOf = (record: object, name: string): Value => Object.getOwnPropertyDescriptor(record, name)?.value

function changedIn(from: Row, to: Row): Change['fields'] {
  const names = new Set([...Object.keys(from), ...Object.keys(to)])
  const fields = new Map<string, { from: Value; to: Value }>()
  for (const name of names)
    if (!isSame(compared(from, name), compared(to, name)))
      fields.set(name, { from: fieldOf(from, name), to: fieldOf(to, name) })
  return fields
}

/** Times that are laid out from the order of the cues, or from the cue beside them, are nobody's change. */
function compared(row: Row, name: string): Value {
  const value = fieldOf(row, name)
  if (name !== 'anchor') return value
  // `as`: only cues, obligations and the like have an anchor.
  const { anchor, byCue } = row as unknown as Pick<Obligation, 'anchor' | 'byCue'>
  return byCue ? null : untimed(anchor)
}

const untimed = (anchor: Anchor): Value => (anchor.guessed ? { ...anchor, seconds: null } : anchor)

const isSame = (one: Value, other: Value): boolean =>
  one === other || (typeof one === typeof other && JSON.stringify(one) === JSON.stringify(other))

const ids = (rows: readonly Row[]): readonly string[] => rows.map(({ id }) => id)

/** Whether those that are in both come in the same order. */
function sameOrder(was: readonly Row[], is: readonly Row[]): boolean {
  const [before, after] = [new Set(ids(was)), new Set(ids(is))]
  const common = ids(was).filter((id) => after.has(id))
  const kept = ids(is).filter((id) => before.has(id))
  return common.every((id, index) => id === kept[index])
}

/** The changes made in a show that may have gone on since; the first that somebody else's stands against is a refusal. */
export function makeChanges(show: Show, changes: readonly Change[]): Result<Show> {
  let made = show
  const order = changes.find(({ list, id }) => list === 'cues' && id === '')
  // Others moved cues meanwhile: the order that was is no help, and what moves finds its place by its words.
  const moved = order !== undefined && !sameOrder(orderOf(order).from, show.cues)
  for (const change of changes) {
    const against = standsAgainst(made, change)
    if (against !== null) return against
    made = change.list === null ? withField(made, change) : withRow(made, change.list, change)
    if (moved && change.list === 'cues' && change.fields.has('anchor')) made = withCueInPlace(made, change.id)
  }
  return accepted(followCues(layOutGuessed(made)))
}

const MEANWHILE = 'meanwhile'

/** What the same place holds by now: the same as before, or already as wanted, or a question. */
function standsAgainst(show: Show, change: Change): ReturnType<typeof refused> | null {
  if (change.list === null) return againstField(fieldOf(show, change.id), change, 'The show')
  const rows = rowsOf(show, change.list)
  if (change.id === '') {
    const { from, to } = orderOf(change)
    const own = inOrder(change.list, rows)
    return sameOrder(from, own) || sameOrder(to, own) ? null : meanwhile('The order', 'was changed')
  }
  const row = rows.find(({ id }) => id === change.id)
  const { from, to } = change.row
  const name = nameOf(show, change.list, row ?? from ?? to)
  if (from === undefined)
    return row === undefined || isSame(row, to) ? null : meanwhile(name, 'is somebody else’s by now')
  if (row === undefined) return to === undefined ? null : meanwhile(name, 'was removed')
  if (to === undefined) return changedIn(from, row).size === 0 ? null : meanwhile(name, 'was changed')
  return againstField(row, change, name)
}

function againstField(now: Value, { list, fields }: Change, name: string) {
  for (const [field, { from, to }] of fields) {
    const current = list === null ? now : fieldOf(now as object, field)
    const guess = (value: Value) => (field === 'anchor' && value ? untimed(value as Anchor) : value)
    const [is, was, wanted] = [guess(current), guess(from), guess(to)]
    if (!isSame(is, was) && !isSame(is, wanted))
      return meanwhile(`${name}, ${fieldName(field)}`, `is ${said(current)} by now, and would be ${said(to)}`)
  }
  return null
}

const meanwhile = (what: string, how: string) =>
  refused(MEANWHILE, `Somebody else was here meanwhile. ${what} ${how}.`)

const fieldNames: Readonly<Record<string, string>> = {
  anchor: 'place',
  title: 'what it does',
  group: 'together with',
}
const fieldName = (field: string): string => fieldNames[field] ?? field

function said(value: Value): string {
  if (value === undefined || value === null || value === '') return 'empty'
  if (typeof value === 'object') {
    const line = fieldOf(value, 'line')
    return typeof line === 'string' ? `“${line}”` : 'another'
  }
  return `“${String(value).slice(0, 80)}”`
}

function nameOf(show: Show, list: ListName, row: Row | undefined): string {
  if (list === 'cues' && row) {
    const { department, number } = row as Cue
    return `${show.departments.find(({ id }) => id === department)?.short ?? ''} ${number}`.trim()
  }
  const names = ['code', 'callName', 'name', 'title', 'label'].map((name) => row && fieldOf(row, name))
  return names.find((name): name is string => typeof name === 'string' && name !== '') ?? 'It'
}

function withField(show: Show, change: Change): Show {
  const to = change.fields.get(change.id)?.to
  const { [change.id as 'title']: _before, ...rest } = show
  // `as`: the value was this field's in another version of the show.
  return (to === undefined ? rest : { ...rest, [change.id]: to }) as Show
}

function withRow(show: Show, list: ListName, change: Change): Show {
  const { id, fields, row, after } = change
  const rows = rowsOf(show, list)
  if (id === '') {
    const { from, to } = orderOf(change)
    // Where others moved what has a time of its own, only what is laid out between is put in order.
    const moved = sameOrder(from, rows) ? rows : inOrder(list, rows)
    return withList(show, list, ordered(rows, ids(to), new Set(ids(moved))))
  }
  if (row.to === undefined)
    return withList(
      show,
      list,
      rows.filter((one) => one.id !== id),
    )
  if (row.from === undefined) {
    if (rows.some((one) => one.id === id)) return show
    const at = after === null ? 0 : rows.findIndex((one) => one.id === after) + 1 || rows.length
    return withList(show, list, [...rows.slice(0, at), row.to, ...rows.slice(at)])
  }
  return withList(
    show,
    list,
    rows.map((one) => (one.id === id ? withFields(one, fields) : one)),
  )
}

/** One that lies on a word, or at a point of a page, stands in the list where that does. */
function withCueInPlace(show: Show, id: string): Show {
  const cue = show.cues.find((one) => one.id === id)
  if (!cue?.anchor.at && !cue?.anchor.point) return show
  return {
    ...show,
    cues: inPlace(
      show,
      show.cues.filter((one) => one !== cue),
      cue,
    ),
  }
}

function withFields(row: Row, fields: Change['fields']): Row {
  const entries = new Map<string, Value>(Object.entries(row))
  for (const [name, { to }] of fields) {
    if (to === undefined) entries.delete(name)
    else entries.set(name, to)
  }
  // `as`: each value was this field's in another version of the row.
  return Object.fromEntries(entries) as Row
}

/** Those that are named in that order; the others stay behind whatever they stood behind. */
function ordered(rows: readonly Row[], order: readonly string[], moved: ReadonlySet<string>): readonly Row[] {
  const places = new Map(order.flatMap((id, index) => (moved.has(id) ? [[id, index] as const] : [])))
  const named = rows.filter(({ id }) => places.has(id))
  const sorted = named.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
  let next = 0
  return rows.map((row) => {
    if (!places.has(row.id)) return row
    next += 1
    return sorted[next - 1] ?? row
  })
}

// `as`: rows of this list, by the name they were read under.
const withList = (show: Show, list: ListName, rows: readonly Row[]): Show =>
  ({ ...show, [list]: rows }) as unknown as Show

/** An edit that somebody made on `base` while the show went on to `now`: kept of both, or a question where they touch. */
export function mergeEdit(base: Show, now: Show, edit: (show: Show) => Result<Show>): Result<Show> {
  const mine = edit(base)
  if (!mine.ok) return mine
  const changes = changesBetween(base, mine.value)
  const adds = changes.some(({ row }) => row.from === undefined && row.to !== undefined)
  if (!adds) return makeChanges(now, changes)
  // What is new gets its id and its place from the show as it is now.
  for (const change of changes) {
    const against = change.row.from === undefined && change.list !== null ? null : standsAgainst(now, change)
    if (against !== null) return against
  }
  return edit(now)
}
