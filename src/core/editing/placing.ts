// Cues on words of the script and points of one’s own pages: placed, moved, told apart by what is called together, warned and stood by.

import { id } from '../kit/ids.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import { comparePoints, pointAnchor } from '../show/own-pages.ts'
import { anchorAt, lineIndexes } from '../show/script.ts'
import type { Anchor, Cue, CueId, Show } from '../show/show.ts'
import { nextNumber } from './cues.ts'
import { departmentOf, newDepartment } from './departments.ts'
import type { CalledAt, EditNamed } from './edit.ts'
import { nextId } from './next-id.ts'
import { layOutGuessed } from './spread.ts'

const spoken = (text: string): string => text.toUpperCase().replaceAll(/\s/g, '')

const gone = refused('no-such-cue', 'That cue is not in the list any more.')
const noPlace = (at: CalledAt) =>
  'page' in at
    ? refused('no-such-page', 'That page is not in the book any more.')
    : refused('no-such-word', 'Those words are not in the script any more.')

function anchorOn(show: Show, at: CalledAt): Anchor | null {
  if ('page' in at) return pointAnchor(show, at)
  const { line, word } = at
  const index = lineIndexes(show.script).get(line)
  return index === undefined ? null : anchorAt(show, index, word)
}

/** Who is called, by which number and for what; the department a new one where nobody is called so yet. */
export function placeCue(before: Show, { row, at }: EditNamed<'cue.place'>): Result<Show> {
  const anchor = anchorOn(before, at)
  if (!anchor) return noPlace(at)
  const named = withNames(before, null, row)
  if (!named.ok) return named
  const { show, ...names } = named.value
  const cue: Cue = { id: id<'cue'>(nextId('c', show.cues)), ...names, anchor, trigger: { kind: 'called' } }
  return accepted(layOutGuessed({ ...show, cues: inPlace(show, show.cues, cue) }))
}

/** What it is called by and for; where it lies stays. */
export function renameCue(before: Show, { cue, row }: EditNamed<'cue.rename'>): Result<Show> {
  if (!before.cues.some((one) => one.id === cue)) return gone
  const named = withNames(before, cue, row)
  if (!named.ok) return named
  const { show, ...names } = named.value
  return accepted(changed(show, [cue], (one) => ({ ...one, ...names })))
}

type Named = Pick<Cue, 'department' | 'number' | 'title'> & { readonly show: Show }

function withNames(show: Show, cue: CueId | null, row: EditNamed<'cue.place'>['row']): Result<Named> {
  const said = row.department.trim()
  if (said === '') return refused('department', 'Department: say whose cue it is, such as LX.')
  const department = departmentOf(show, said) ?? newDepartment(show, said)
  const number = row.number.trim() || nextNumber(show, department.id)
  const isTwin = (one: Cue) =>
    one.id !== cue && one.department === department.id && spoken(one.number) === spoken(number)
  if (show.cues.some(isTwin))
    return refused('number', `Number: ${department.short} ${number} is there already.`)
  const known = show.departments.includes(department)
  const departments = known ? show.departments : [...show.departments, department]
  return accepted({
    show: { ...show, departments },
    department: department.id,
    number,
    title: row.title.trim(),
  })
}

/** With all that are called together with it: they have one place. */
export function shiftCue(show: Show, { cue, at }: EditNamed<'cue.shift'>): Result<Show> {
  const found = show.cues.find((one) => one.id === cue)
  const anchor = anchorOn(show, at)
  if (!found) return gone
  if (!anchor) return noPlace(at)
  const moving = show.cues.filter((one) => one === found || (found.group && one.group === found.group))
  const others = show.cues.filter((one) => !moving.includes(one))
  const cues = moving.reduce<readonly Cue[]>(
    (all, one) => inPlace(show, all, readyBefore({ ...one, anchor }, show)),
    others,
  )
  return accepted(layOutGuessed({ ...show, cues }))
}

/** Called with another, at its place; `with` null: called by itself, where it is. */
export function groupCue(show: Show, { cue, with: other }: EditNamed<'cue.group'>): Result<Show> {
  const found = show.cues.find((one) => one.id === cue)
  if (!found) return gone
  if (other === null) return accepted(layOutGuessed(withoutLoneGroups(changed(show, [cue], alone))))
  const home = show.cues.find((one) => one.id === other)
  if (!home || home === found) return gone
  if (home.playhead !== found.playhead)
    return refused('another-list', 'The two are called from different lists: one GO cannot be on both.')
  const names = show.cues.flatMap((one) => (one.group === undefined ? [] : [{ id: one.group }]))
  const group = home.group ?? nextId('g', names)
  const joined = readyBefore({ ...found, group, anchor: home.anchor }, show)
  const cues = show.cues.map((one) => (one === home ? { ...one, group } : one))
  const rest = cues.filter((one) => one.id !== cue)
  const last = rest.findLastIndex((one) => one.group === group)
  const all = [...rest.slice(0, last + 1), joined, ...rest.slice(last + 1)]
  return accepted(layOutGuessed(withoutLoneGroups({ ...show, cues: all })))
}

const alone = ({ group: _group, ...one }: Cue): Cue => one

/** One that is left of a group is called by itself. */
function withoutLoneGroups(show: Show): Show {
  const counts = new Map<string, number>()
  for (const { group } of show.cues) if (group !== undefined) counts.set(group, (counts.get(group) ?? 0) + 1)
  const lone = show.cues.filter(({ group }) => group !== undefined && counts.get(group) === 1)
  return lone.length === 0
    ? show
    : changed(
        show,
        lone.map((one) => one.id),
        alone,
      )
}

/** The word on which the warning or the standby is given; null: as is usual. */
export function readyCue(show: Show, { cue, call, at }: EditNamed<'cue.ready'>): Result<Show> {
  const found = show.cues.find((one) => one.id === cue)
  if (!found) return gone
  if (at === null) {
    const { [call]: _before, ...without } = found
    return accepted(changed(show, [cue], () => without))
  }
  const anchor = anchorOn(show, at)
  if (!anchor) return noPlace(at)
  if (isLater(show, anchor, found.anchor))
    return refused(
      'too-late',
      call === 'warn'
        ? 'The warning comes before the cue itself.'
        : 'The standby comes before the cue itself.',
    )
  return accepted(changed(show, [cue], (one) => ({ ...one, [call]: anchor })))
}

/** Somebody has looked: this is still the place. */
export function confirmCue(show: Show, { cue }: EditNamed<'cue.confirm'>): Result<Show> {
  const found = show.cues.find((one) => one.id === cue)
  if (!found) return gone
  const sure = (anchor: Anchor): Anchor => (anchor.at && anchorOn(show, anchor.at)) ?? anchor
  return accepted(
    changed(show, [cue], (one) => ({
      ...one,
      anchor: sure(one.anchor),
      ...(one.warn ? { warn: sure(one.warn) } : {}),
      ...(one.standby ? { standby: sure(one.standby) } : {}),
    })),
  )
}

export function noteCue(show: Show, { cue, note }: EditNamed<'cue.note'>): Result<Show> {
  if (!show.cues.some((one) => one.id === cue)) return gone
  const words = note.trim()
  return accepted(
    changed(show, [cue], ({ remark: _before, ...one }) => (words === '' ? one : { ...one, remark: words })),
  )
}

/** Somebody has settled what the play left open; where it was who speaks, with the answer. */
export function settleQuestion(show: Show, { question, role }: EditNamed<'question.settle'>): Result<Show> {
  const found = show.questions?.find((one) => one.id === question)
  if (!found) return refused('no-such-question', 'That question is settled already.')
  if (role !== null && !show.roles.some((one) => one.id === role))
    return refused('no-such-role', 'That character is not in the play any more.')
  const index = lineIndexes(show.script).get(found.line)
  const script =
    role === null ? show.script : show.script.map((line, at) => (at === index ? { ...line, role } : line))
  return accepted({ ...show, script, questions: show.questions?.filter((one) => one !== found) })
}

/** Many that are alike, looked at as one and settled as they stand; those that somebody settled meanwhile are. */
export function settleQuestions(show: Show, { questions }: EditNamed<'questions.settle'>): Result<Show> {
  const named = new Set(questions)
  const left = (show.questions ?? []).filter(({ id: question }) => !named.has(question))
  if (left.length === (show.questions ?? []).length)
    return refused('no-such-question', 'Those questions are settled already.')
  return accepted({ ...show, questions: left })
}

const changed = (show: Show, cues: readonly CueId[], change: (cue: Cue) => Cue): Show => ({
  ...show,
  cues: show.cues.map((one) => (cues.includes(one.id) ? change(one) : one)),
})

/** Warning and standby never come after their cue: what would is where the cue is. */
function readyBefore(cue: Cue, show: Show): Cue {
  const kept = (anchor: Anchor | undefined) =>
    anchor && isLater(show, anchor, cue.anchor) ? undefined : anchor
  const { warn: _warn, standby: _standby, ...rest } = cue
  const [warn, standby] = [kept(cue.warn), kept(cue.standby)]
  return { ...rest, ...(warn ? { warn } : {}), ...(standby ? { standby } : {}) }
}

function isLater(show: Show, one: Anchor, other: Anchor): boolean {
  if (one.point && other.point) return comparePoints(show, one.point, other.point) > 0
  if (one.item === other.item) return one.seconds > other.seconds
  const order = show.editions[0]?.items ?? []
  return order.indexOf(one.item) > order.indexOf(other.item)
}

/** Before the first cue that comes later: the list reads in the order of the evening, and of the words. */
export function inPlace(show: Show, cues: readonly Cue[], cue: Cue): readonly Cue[] {
  const items = new Map((show.editions[0]?.items ?? []).map((item, index) => [item, index]))
  const lines = lineIndexes(show.script)
  const key = ({ anchor }: Cue) =>
    [
      items.get(anchor.item) ?? Number.MAX_SAFE_INTEGER,
      anchor.seconds,
      anchor.at === undefined ? -1 : (lines.get(anchor.at.line) ?? -1),
      anchor.at?.word ?? 0,
    ] as const
  const own = key(cue)
  const { point } = cue.anchor
  const later = cues.findIndex((one) => {
    if (point && one.anchor.item === cue.anchor.item)
      return one.anchor.point !== undefined && comparePoints(show, one.anchor.point, point) > 0
    const other = key(one)
    const differs = own.findIndex((part, place) => part !== other[place])
    return differs !== -1 && (other[differs] ?? 0) > (own[differs] ?? 0)
  })
  return later === -1 ? [...cues, cue] : [...cues.slice(0, later), cue, ...cues.slice(later)]
}
