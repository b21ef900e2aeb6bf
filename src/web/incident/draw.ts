// Draws what was written down: the lines, who does what, the sheet. Texts are set as texts and never as HTML.

import { briefingOf } from '../../core/incident/briefing.ts'
import { functionsOf } from '../../core/incident/functions.ts'
import { recordOf } from '../../core/incident/incident.ts'
import { CLOCK_SAID_MS, type Line, linesOf } from '../../core/incident/order.ts'
import { type IncidentRecord, isAlongDeed, type Said, type What } from '../../core/incident/record.ts'
import {
  type Along,
  firstBlock,
  type HandOver,
  handOver,
  type Order,
  timeWords,
} from '../../core/incident/sheet.ts'
import { formatClock, type Instant, instant } from '../../core/kit/time.ts'
import type { CardTexts } from './texts.ts'

/** As the house will have them, with this device's own clock. */
export const recordsOf = (said: readonly Said[], device: string, now: number): readonly IncidentRecord[] =>
  said.map((one) => recordOf(one, { at: instant(now), aheadMs: 0, author: { device, person: null } }))

export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = '',
  ...children: readonly Node[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  if (text !== '') made.textContent = text
  made.append(...children)
  return made
}

const clockOf =
  ({ timeZone }: CardTexts) =>
  (at: Instant): string =>
    formatClock(at, timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone)

export function drawLines(list: Element, records: readonly IncidentRecord[], texts: CardTexts): void {
  const lines = linesOf(records)
  const drawn = lines.map((line) => lineOf(line, texts))
  list.replaceChildren(...(drawn.length === 0 ? [make('li', texts.record.none)] : drawn))
}

function lineOf({ record, because, corrections }: Line, texts: CardTexts): HTMLLIElement {
  const clock = clockOf(texts)
  const { happened, certainty, enteredAt } = record
  const time = timeWords({ happened, certainty, words: '', record: record.id }, clock)
  const entered = clock(enteredAt) === clock(happened.to) ? '' : ` (${clock(enteredAt)})`
  const line = make('li', `${time}${entered} · ${wordsOf(record.what, texts)}`)
  if (because === 'written-down-later' || because === 'same-moment')
    line.append(make('p', texts.because[because]))
  if (Math.abs(record.aheadMs) >= CLOCK_SAID_MS) line.append(make('p', texts.clockPutRight))
  for (const { what, enteredAt: at } of corrections)
    if (what.kind === 'corrects')
      line.append(make('p', `${clock(at)} · ${texts.record.correct}: ${what.text}`))
  const correct = make('button', texts.record.correct)
  correct.type = 'button'
  correct.className = 'wide'
  correct.dataset['correct'] = record.id
  line.append(correct)
  return line
}

/** Quoted as it was said; nothing is made of it. */
function wordsOf(what: What, texts: CardTexts): string {
  switch (what.kind) {
    case 'opened':
      return [texts.stages.opened, what.place ?? ''].filter(Boolean).join(', ')
    case 'done':
      return texts.deeds[what.deed]
    case 'words':
      return `${texts.abouts[what.about]}: “${what.text}”${what.witness === null ? '' : ` (${what.witness})`}`
    case 'known':
      return `${texts.bounds[what.bound]} ${texts.paper.by} ${what.witness}, ${what.doing}`
    case 'function':
      return `${texts.functions[what.name]}: ${what.who}, ${texts.steps[what.step]}`
    case 'command-passed':
      return `${texts.functions.commander}: ${what.to}${what.text === '' ? '' : `. “${what.text}”`}`
    case 'show':
      return [texts.stages[what.decision], what.where].filter(Boolean).join(', ')
    case 'names':
      return texts.stages.named
    case 'corrects':
      return `${texts.record.correct}: ${what.text}`
    case 'same-as':
      return texts.stages.joined
    case 'handed-over':
      return `${texts.record.handOver}: ${what.to}`
    case 'stood-down':
      return texts.record.stoodDown
    default:
      return what satisfies never
  }
}

/** Beside each function who has it; two who have it are two. */
export function drawFunctions(
  root: Element,
  records: readonly IncidentRecord[],
  { who, steps, stages }: CardTexts,
): void {
  for (const line of functionsOf(records)) {
    const button = root.querySelector(`[data-function="${line.name}"]`)
    const holder = button?.querySelector('[data-part=holder]')
    if (!button || !holder) continue
    const held = line.holders.map((one) => one.who)
    const asked = line.offered.map((one) => `${one.who} (${steps.offered})`)
    const two = held.length > 1 ? ` (${who.two})` : ''
    const nobody = line.isDone ? stages.held : asked.join(', ') || who.nobody
    holder.textContent = held.length > 0 ? `${held.join(', ')}${two}` : nobody
    button.toggleAttribute('data-done', held.length > 0 || line.isDone)
  }
}

/** What whoever takes command is told: from the record alone, on one page. */
export function drawBriefing(into: Element, records: readonly IncidentRecord[], texts: CardTexts): void {
  const clock = clockOf(texts)
  const told = briefingOf(records)
  const rows: readonly (readonly [string, string])[] = [
    [
      texts.stages.opened,
      [told.at === null ? '' : clock(told.at), told.place ?? ''].filter(Boolean).join(', '),
    ],
    ...told.known.map(
      ({ bound, at, witness }) => [texts.bounds[bound], `${clock(at)} ${texts.paper.by} ${witness}`] as const,
    ),
    ...(told.show ? [[texts.stages[told.show.decision], clock(told.show.at)] as const] : []),
    ...told.done.map(
      ({ deed, at, times }) => [texts.deeds[deed], `${clock(at)}${times > 1 ? ` (${times})` : ''}`] as const,
    ),
    ...told.has.map(({ name, who }) => [texts.functions[name], who.join(', ')] as const),
    ...told.open.map((name) => [texts.functions[name], texts.who.nobody] as const),
    ...(told.words === null ? [] : [[texts.who.wanted, `“${told.words}”`] as const]),
  ]
  into.replaceChildren(table(rows))
}

export function drawSheet(
  into: Element,
  {
    records,
    order,
    drill,
    texts,
  }: { records: readonly IncidentRecord[]; order: Order; drill: string; texts: CardTexts },
): void {
  const sheet = handOver(records, order)
  const parts = [
    ...(drill === '' ? [] : [make('p', drill)]),
    make('h3', `${texts.title} · ${order}`),
    table(firstBlock(sheet).map(({ what, text }) => [what, shown(text, texts)])),
    make('h3', texts.paper.times),
    table(timeRows(sheet, texts)),
    make('h3', texts.paper.all),
    table([
      [texts.paper.found, sheet.found.said.map(quoted).join('\n') || texts.paper.unknown],
      [
        texts.paper.goes,
        sheet.goesWith.map((one) => alongWords(one, texts)).join('\n') || texts.paper.unknown,
      ],
      ...sheet.facts.map(
        ({ what, said }) => [what, said.map(quoted).join('\n') || texts.paper.unknown] as const,
      ),
    ]),
  ]
  into.replaceChildren(...parts)
}

const quoted = ({ text, witness }: Pick<Along, 'text' | 'witness'>): string =>
  `“${text}”${witness === null ? '' : ` (${witness})`}`

function alongWords(one: Along, { functions, deeds, abouts }: CardTexts): string {
  if (one.as === 'goes-along') return `${functions[one.as]}: ${one.text}`
  if (isAlongDeed(one.as)) return deeds[one.as]
  return one.as === 'goes-with-them' ? quoted(one) : `${abouts[one.as]}: ${quoted(one)}`
}

const shown = (text: string, { paper }: CardTexts): string =>
  text === 'UNKNOWN' ? paper.unknown : text === 'below' ? paper.below : text

const timeRows = ({ times }: HandOver, texts: CardTexts): readonly (readonly [string, string])[] =>
  times.map(({ what, known }) => [
    // `as`: some lines are named by the deed they tell of, and have its words.
    texts.deeds[what as keyof CardTexts['deeds']] ?? what,
    known.map((one) => [timeWords(one, clockOf(texts)), one.words].filter(Boolean).join(' ')).join('\n') ||
      texts.paper.unknown,
  ])

function table(rows: readonly (readonly [string, string])[]): HTMLTableElement {
  const body = make('tbody')
  for (const [what, text] of rows) {
    const head = make('th', what)
    head.scope = 'row'
    const said = make('td', text)
    said.style.whiteSpace = 'pre-line'
    body.append(make('tr', '', head, said))
  }
  return make('table', '', body)
}
