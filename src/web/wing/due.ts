// What is due at this side soon, grouped by entrance and time, at the times the running show makes of the plan.

import { expectedAt } from '../../core/calling/expected.ts'
import { between, type Duration, duration, type Instant } from '../../core/kit/time.ts'
import type { PositionSection } from '../../core/night/sections.ts'
import type { SideEntry, SideSection } from '../../core/night/side-section.ts'
import { words } from '../speech/speech.ts'
import { actIsUp, isOver } from '../ui/passing.ts'
import { phaseOf } from '../ui/phase.ts'
import { listWords, thingsWords } from '../ui/words.ts'

/** How far ahead the list looks. */
export const WINDOW_MS = 10 * 60_000
/** What lies this close together at one entrance is one group. */
export const TOGETHER_MS = 5_000

export type Due = { readonly entry: SideEntry; readonly at: Instant; readonly begun: boolean }
export type DueLine = {
  readonly title: string
  readonly kind: string
  readonly entries: readonly SideEntry[]
}
export type DueGroup = {
  readonly key: string
  readonly place: string
  readonly item: string
  readonly at: Instant
  readonly begun: boolean
  /** Those who do the same thing stand together. */
  readonly lines: readonly DueLine[]
}
export type DueHere = {
  readonly groups: readonly DueGroup[]
  /** The first thing after the window; said where the list is short, so that an empty one is not a fault. */
  readonly later: Due | null
}

/** What is listed: a side's, or that of somebody who has none. */
export type Listed = Pick<SideSection, 'entries'>

export function dueHere(side: Listed, position: PositionSection, now: Instant): DueHere {
  const ahead = stillDue(side, position, now)
  const soon = ahead.filter(({ at }) => isWithin(now, at, duration(WINDOW_MS)))
  return { groups: groupsOf(soon), later: ahead.find((one) => !soon.includes(one)) ?? null }
}

const isWithin = (now: Instant, at: Instant, window: Duration): boolean => between(now, at) <= window

/** Everything not over yet, in the order in which it is expected. */
export function stillDue(side: Listed, position: PositionSection, now: Instant): readonly Due[] {
  const { kind } = phaseOf(position)
  if (kind === 'after' || kind === 'closed') return []
  return side.entries
    .flatMap((entry) => {
      const at = expectedAt(position.running, entry.at, now)
      if (isOver(staysHere(entry), position, at, now)) return []
      return [{ entry, at, begun: actIsUp(position, entry.at.act) && at <= now }]
    })
    .sort((a, b) => a.at - b.at)
}

/** Who makes an entrance has left this side the moment it is made; who works or changes here stays for its length. */
const staysHere = (entry: SideEntry): SideEntry =>
  entry.kind === 'appear' ? { ...entry, seconds: 0 } : entry

function groupsOf(due: readonly Due[]): readonly DueGroup[] {
  const groups: { first: Due; all: Due[] }[] = []
  for (const one of due) {
    const group = groups.find(
      ({ first }) =>
        first.entry.place === one.entry.place &&
        first.begun === one.begun &&
        between(first.at, one.at) <= TOGETHER_MS,
    )
    if (group) group.all.push(one)
    else groups.push({ first: one, all: [one] })
  }
  return groups.map(({ first, all }) => ({
    key: first.entry.id,
    place: first.entry.place,
    item: first.entry.item,
    at: first.at,
    begun: first.begun,
    lines: linesOf(all.map(({ entry }) => entry)),
  }))
}

function linesOf(entries: readonly SideEntry[]): readonly DueLine[] {
  const lines = new Map<string, SideEntry[]>()
  for (const entry of entries) {
    const key = `${entry.kind} ${entry.title}`
    lines.set(key, [...(lines.get(key) ?? []), entry])
  }
  return [...lines.values()].flatMap((same) => {
    const [first] = same
    return first ? [{ title: first.title, kind: first.kind, entries: same }] : []
  })
}

export function kindWords(kind: string): string {
  const { wing, seen } = words()
  const kinds: Readonly<Record<string, string>> = { ...seen.kinds, ...wing.kinds }
  return kinds[kind] ?? kind
}

/** Under a name: the part, the child's chaperone, what is carried and worn, and with whom. */
export function underName(entry: SideEntry): string {
  const { wing } = words()
  const { child, carries, costume, with: partners } = entry
  const people = listWords(partners)
  return [
    ...(entry.as === '' || entry.name === null ? [] : [entry.as]),
    ...(child === null ? [] : [childWords(child.chaperone)]),
    ...(carries.length > 0 ? [wing.carries({ things: thingsWords(carries) })] : []),
    ...(costume === null ? [] : [wing.wearing({ costume })]),
    ...(partners.length > 0
      ? [entry.kind === 'hand-off' ? wing.handsTo({ people }) : wing.together({ people })]
      : []),
  ].join(' · ')
}

const childWords = (chaperone: string | null): string =>
  chaperone === null ? words().wing.child : words().wing.childWith({ chaperone })
