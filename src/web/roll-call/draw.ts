// Draws the people: one row each, kept where it is while somebody's thumb is near. Texts are set as texts and never as HTML.

import { formatClock, type Instant } from '../../core/kit/time.ts'
import { assistances, foldedName, type Who, whereTold } from '../../core/roll-call/record.ts'
import { isNotSeen, isSeen, type Roll, type RollLine } from '../../core/roll-call/roll.ts'
import { make } from '../incident/draw.ts'
import { filled, type RollTexts } from './texts.ts'

export const clockOf =
  ({ timeZone }: RollTexts) =>
  (at: Instant): string =>
    formatClock(at, timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone, false)

/** Whoever is not seen comes first, then who is known to be elsewhere, then the rest. */
const rank = (line: RollLine): number => (isNotSeen(line) ? 0 : isSeen(line) ? 2 : 1)
const shownOrder = (lines: readonly RollLine[]): readonly RollLine[] =>
  lines.toSorted((one, other) => rank(one) - rank(other))

export type Drawing = {
  readonly roll: Roll
  readonly texts: RollTexts
  readonly device: string
  readonly mayWrite: boolean
  readonly find: string
  /** May rows change places? Not under a thumb. */
  readonly settle: boolean
}

/** The rows that are there are kept: a key or a reader that stands on one stays on it. */
export function drawPeople(list: Element, drawing: Drawing): void {
  const rows = new Map(
    [...list.querySelectorAll<HTMLElement>('li[data-who]')].map((row) => [row.dataset['who'] ?? '', row]),
  )
  const wanted = shownOrder(drawing.roll.lines)
  const there = new Set(wanted.map(({ who }) => who))
  for (const [who, row] of rows) if (!there.has(who)) row.remove()
  for (const line of wanted) {
    const row = rows.get(line.who) ?? newRow(line, drawing.texts)
    if (!rows.has(line.who)) list.append(row)
    fill(row, line, drawing)
  }
  if (drawing.settle)
    settle(
      list,
      wanted.map(({ who }) => who),
    )
}

function settle(list: Element, order: readonly Who[]): void {
  const rows = new Map([...list.children].map((row) => [row.getAttribute('data-who') ?? '', row]))
  const stands = [...rows.keys()]
  if (stands.every((who, index) => who === order[index])) return
  const held = document.activeElement
  for (const who of order) {
    const row = rows.get(who)
    if (row) list.append(row)
  }
  if (held instanceof HTMLElement && list.contains(held)) held.focus({ preventScroll: true })
}

function button(text: string, action: string, name: string): HTMLButtonElement {
  const made = make('button', text)
  made.type = 'button'
  made.className = name
  made.dataset['do'] = action
  return made
}

function newRow(line: RollLine, texts: RollTexts): HTMLLIElement {
  const name = make('b', line.name)
  const about = make('span')
  about.dataset['part'] = 'about'
  const row = button('', 'seen', 'row')
  const tap = make('span')
  tap.dataset['part'] = 'tap'
  row.append(name, about, tap)
  const more = make('details', '', make('summary', texts.more), make('div'))
  more.className = 'more'
  more.addEventListener('toggle', () => fillMore(more, line.name, texts))
  const made = make('li', '', row, button('', 'not-here', 'side'), more)
  made.dataset['who'] = line.who
  return made
}

/** Only when somebody opens it: a hundred people would be a thousand buttons. */
function fillMore(more: HTMLDetailsElement, name: string, texts: RollTexts): void {
  const inside = more.querySelector('div')
  if (!more.open || !inside || inside.childElementCount > 0) return
  const one = (text: string, kind: 'told' | 'assistance', which: string) => {
    const made = button(text, kind, '')
    made.dataset['which'] = which
    made.setAttribute('aria-label', `${text}: ${name}`)
    return made
  }
  inside.append(
    ...whereTold.map((how) => one(texts.how[how], 'told', how)),
    ...assistances.map((action) => one(texts.assistance[action], 'assistance', action)),
  )
}

function fill(row: HTMLElement, line: RollLine, { texts, device, mayWrite, find }: Drawing): void {
  const state = isSeen(line) ? 'seen' : line.told ? 'told' : 'not-seen'
  row.dataset['state'] = state
  row.hidden = find !== '' && !foldedName(line.name).includes(foldedName(find))
  const about = row.querySelector('[data-part=about]')
  if (about) setText(about, aboutOf(line, texts))
  const tap = row.querySelector('[data-part=tap]')
  if (tap) setText(tap, state === 'seen' || !mayWrite ? '' : texts.seenHere)
  const main = row.querySelector<HTMLButtonElement>('.row')
  // Not `disabled`: whoever stands on it by key stays there.
  main?.setAttribute('aria-disabled', String(state === 'seen' || !mayWrite))
  main?.setAttribute('aria-pressed', String(state === 'seen'))
  const side = row.querySelector<HTMLButtonElement>('.side')
  const mine = line.seen.find((one) => one.device === device)
  if (side) {
    setText(side, mine ? texts.undo : texts.notHere)
    side.dataset['do'] = mine ? 'undo' : 'not-here'
    side.setAttribute('aria-label', `${mine ? texts.undo : texts.notHere}: ${line.name}`)
    side.hidden = !mayWrite || (state === 'seen' && !mine)
  }
  const more = row.querySelector<HTMLElement>('.more')
  if (more) more.hidden = !mayWrite || state === 'seen'
}

export function setText(into: Element, text: string): void {
  if (into.textContent !== text) into.textContent = text
}

/** Who they are, what is known, where they were looked for, what they need: each by whose word. */
function aboutOf(line: RollLine, texts: RollTexts): string {
  const clock = clockOf(texts)
  const [first] = line.seen
  const needs = line.assistance.map((action) => texts.assistance[action])
  if (first) return [filled(texts.seen, { ...first, clock: clock(first.at) }), ...needs].join(' · ')
  const told = line.told && filled(texts.told, { how: texts.how[line.told.how], by: line.told.by })
  const points = [...new Set(line.notHere.map(({ point }) => point))].join(', ')
  const looked = points === '' ? '' : filled(texts.notHereAt, { points })
  return [told, lastOf(line, texts), kindOf(line, texts), dueOf(line, texts), looked, ...needs]
    .filter(Boolean)
    .join(' · ')
}

function lastOf({ last, status, signedAt, added }: RollLine, texts: RollTexts): string {
  const clock = clockOf(texts)
  const where = { place: last?.place ?? '', by: last?.by ?? texts.somebody }
  const word = last && { ...where, clock: clock(last.at) }
  if (word) {
    const seen = filled(last.grade === 'confirmed' ? texts.lastSeen : texts.lastWord, word)
    return status === 'away' ? `${texts.away}, ${seen}` : seen
  }
  if (added) return texts.added
  if (status === 'away') return texts.away
  return signedAt === null ? texts.notSigned : filled(texts.signedIn, { clock: clock(signedAt) })
}

function kindOf({ kind, with: who, added }: RollLine, texts: RollTexts): string {
  if (kind === 'child') return who === null ? texts.childAlone : filled(texts.child, { who })
  if (kind === 'company' || added) return ''
  return who === null ? texts.visitorAlone : filled(texts.visitor, { who })
}

const dueOf = ({ due }: RollLine, texts: RollTexts): string =>
  due === null ? '' : filled(texts.due, { place: due.place, clock: clockOf(texts)(due.at) })
