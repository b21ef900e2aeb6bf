// Draws all that is not a person: the counts on top, who began it, what was swept, the public, and how long drills took.

import { between, type Duration, formatLength } from '../../core/kit/time.ts'
import type { Roll } from '../../core/roll-call/roll.ts'
import type { RollCallSection, RollCallTimes } from '../../core/roll-call/section.ts'
import { make } from '../incident/draw.ts'
import type { Reach } from './deliver.ts'
import { clockOf, setText } from './draw.ts'
import type { RollKept } from './store.ts'
import { filled, type RollTexts } from './texts.ts'

export type Facts = {
  readonly root: HTMLElement
  readonly roll: Roll | null
  readonly kept: RollKept
  readonly reach: Reach | null
  readonly full: boolean
  readonly texts: RollTexts
}

const part = (root: HTMLElement, name: string) => root.querySelector<HTMLElement>(`[data-part="${name}"]`)
const say = (root: HTMLElement, name: string, text: string) => {
  const into = part(root, name)
  if (into) setText(into, text)
}

export function drawFacts(facts: Facts): void {
  const { root, roll, kept, texts } = facts
  say(root, 'counts', countsOf(roll, kept, texts))
  say(root, 'state', stateOf(roll, texts))
  say(root, 'waiting', waitingOf(facts))
  say(root, 'you-are', filled(texts.you, { name: kept.name, point: kept.point }))
  if (roll) drawRest(root, roll, texts)
  if (kept.section) drawEarlier(root, kept.section, texts)
}

/** What others have seen already, and this device is shown no more, counts all the same. */
function countsOf(roll: Roll | null, { section }: RollKept, texts: RollTexts): string {
  if (roll === null) return texts.none
  const hidden = section?.open?.hidden ?? 0
  const { seen, told, notSeen: left } = roll
  const counts = { seen: seen + hidden, of: roll.of + hidden, told, left }
  return filled(told === 0 ? texts.counts : texts.countsTold, counts)
}

function stateOf(roll: Roll | null, texts: RollTexts): string {
  const first = roll?.begun[0]
  if (!roll || !first) return ''
  const clock = clockOf(texts)
  const said = (text: string, { at, by }: { at: Parameters<typeof clock>[0]; by: string }) =>
    filled(text, { clock: clock(at), by })
  const length = roll.completeAt === null ? null : formatLength(between(first.at, roll.completeAt))
  return [
    said(texts.begun, first),
    roll.begun.length > 1 ? texts.twice : '',
    roll.of > 0 && roll.notSeen === 0 ? texts.all : '',
    length === null ? '' : filled(texts.complete, { length }),
    roll.ended ? said(texts.ended, roll.ended) : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

function waitingOf({ kept, reach, full, texts }: Facts): string {
  if (full) return texts.full
  const waits = kept.said.length
  const waiting = waits === 0 ? '' : filled(texts.waiting, { count: waits })
  switch (reach?.kind) {
    case 'refused':
      return [reach.sentence, waiting].filter(Boolean).join(' ')
    case 'not-here':
      return [texts.unknownHere, waiting].filter(Boolean).join(' ')
    case 'away':
      return [texts.houseAway, waiting].filter(Boolean).join(' ')
    case 'there':
      return waits === 0 ? texts.delivered : waiting
    case undefined:
      return waiting
    default:
      return reach satisfies never
  }
}

function drawRest(root: HTMLElement, roll: Roll, texts: RollTexts): void {
  const clock = clockOf(texts)
  const { mayReturn, house, swept } = roll
  say(
    root,
    'returned',
    mayReturn ? filled(texts.returned, { by: mayReturn.by, clock: clock(mayReturn.at) }) : texts.stayOut,
  )
  const number = (count: number | null) => (count === null ? texts.unknown : String(count))
  const fewer = house.before !== null && house.outside !== null ? house.before - house.outside : 0
  const houseLine = filled(texts.houseLine, { before: number(house.before), outside: number(house.outside) })
  say(
    root,
    'house',
    [houseLine, fewer > 0 ? filled(texts.houseFewer, { count: fewer }) : ''].join(' ').trim(),
  )
  const lines = swept.map(({ at, by, zone }) =>
    make('li', filled(texts.sweptLine, { clock: clock(at), by, zone })),
  )
  part(root, 'sweeps')?.replaceChildren(...lines)
}

/** One line for each: how long it took, and of nobody how long they took. */
function drawEarlier(root: HTMLElement, { earlier }: RollCallSection, texts: RollTexts): void {
  const table = part(root, 'times')
  const none = part(root, 'earlier-none')
  if (!table || !none) return
  table.hidden = earlier.length === 0
  none.hidden = !table.hidden
  table.querySelector('tbody')?.replaceChildren(...earlier.map((one) => rowOf(one, texts)))
}

function rowOf(times: RollCallTimes, texts: RollTexts): HTMLTableRowElement {
  const length = (one: Duration | null) => (one === null ? texts.notReached : formatLength(one))
  const { at, of, seen, first, half, ninety, complete, points, swept, added } = times
  const head = make('th', dayAndClock(at, texts))
  head.scope = 'row'
  const cells = [
    String(of),
    String(seen),
    ...[first, half, ninety, complete].map(length),
    ...[points, swept, added].map(String),
  ]
  return make('tr', '', head, ...cells.map((text) => make('td', text)))
}

const dayAndClock = (at: RollCallTimes['at'], texts: RollTexts): string => {
  const timeZone = texts.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at)
  return `${day} ${clockOf(texts)(at)}`
}
