// Who may be asked and how often, read by hand: names due at one wing within a minute are one list, and one ask of them.

import type { Plan } from '../../src/core/night/night.ts'

const ONE_ASK_MS = 120_000
const HOUR_MS = 3_600_000
const AN_HOUR_MAX = 12
const LIST_MS = 60_000
const LIST_MAX = 6

export type Before = {
  readonly at: number
  readonly rung: number
  readonly wing: string | null
  readonly answer: string | null
  readonly passedOn: boolean
  /** The concern is over, or somebody is with them. */
  readonly over: boolean
}

/** `before`: what was put to that person by now, in the order of time. Null: they may be asked. */
export function askedTooOften(
  before: readonly Before[],
  { at, wing }: { readonly at: number; readonly wing: string | null },
): string | null {
  const lists = listsIn(before)
  const same = lists.findLast((list) => wing !== null && list[0]?.wing === wing && list[0].rung < 3)
  const open = same !== undefined && at - (same[0]?.at ?? 0) < LIST_MS && same.length < LIST_MAX
  if (open && same.some((ask) => ask.answer === null && !ask.passedOn && !ask.over)) return null
  if (before.some((ask) => at - ask.at < ONE_ASK_MS)) return 'twice within two minutes'
  const hour = lists.filter((list) => list.some((ask) => at - ask.at < HOUR_MS))
  return hour.length >= AN_HOUR_MAX ? 'too often in an hour' : null
}

function listsIn(before: readonly Before[]): readonly (readonly Before[])[] {
  const lists: Before[][] = []
  for (const ask of before) {
    const last = ask.rung >= 3 ? undefined : lists.findLast((list) => isOf(list, ask))
    if (last) last.push(ask)
    else lists.push([ask])
  }
  return lists
}

function isOf([first, ...others]: readonly Before[], ask: Before): boolean {
  if (first === undefined || first.rung >= 3 || ask.wing === null || first.wing !== ask.wing) return false
  return ask.at - first.at < LIST_MS && others.length + 1 < LIST_MAX
}

/** Stage management, dressers, crew, the company's own management, and whoever does something together with them. */
export function mayBeAsked({ show }: Plan, person: string, about: string): boolean {
  const { engagements, obligations, changes, tracks } = show
  const kinds = engagements.filter((one) => one.person === person).map(({ kind }) => kind)
  const suited: readonly string[] = ['stage management', 'dresser', 'crew', 'management']
  if (kinds.some((kind) => suited.includes(kind))) return true
  const own = tracks.filter(({ owner }) => owner === about).map(({ id }) => id)
  const others = [
    ...obligations.filter(({ track }) => own.includes(track)).flatMap(({ partners }) => partners ?? []),
    ...changes.filter(({ track }) => own.includes(track)).flatMap(({ dressers }) => dressers),
  ]
  return tracks.some(({ id, owner }) => owner === person && others.includes(id))
}
