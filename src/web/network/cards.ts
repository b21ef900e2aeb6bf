// Which cards there can be, what each lets in, and what is kept of those that were made.

import { minutesMaxFor } from '../../core/installation/decide-groups.ts'
import type { DevicesSection, WireCommand } from '../../wire/messages.ts'

/** As many links for several devices as may be open at once. */
export const CARDS_MAX = 50

type CardKind = 'department' | 'room' | 'wing' | 'door' | 'place'

export type CardPlan = {
  readonly key: string
  readonly kind: CardKind
  readonly name: string
  readonly department: string | null
  readonly place: string | null
}

export type MadeCard = CardPlan & {
  readonly group: string
  readonly path: string
  readonly until: number
}

type Named = { readonly id: string; readonly name: string }

export function cardPlans(
  places: DevicesSection['places'],
  departments: readonly Named[],
): readonly CardPlan[] {
  const ofPlaces = places.map(
    ({ id, code, name }): CardPlan => ({
      ...{ key: `place:${id}`, kind: kindOf(code, name), name, place: id, department: null },
    }),
  )
  const ofDepartments = departments.map(
    ({ id, name }): CardPlan => ({
      ...{ key: `department:${id}`, kind: 'department', name, place: null, department: id },
    }),
  )
  const order: readonly CardKind[] = ['door', 'room', 'wing', 'department', 'place']
  return [...ofPlaces, ...ofDepartments].toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

/** By what a house calls them; a place that is none of these gets a card only when it is asked for. */
function kindOf(code: string, name: string): CardKind {
  if (/stage door/i.test(name)) return 'door'
  if (/^DR/i.test(code) || /dressing|green room/i.test(name)) return 'room'
  return /^S[LR]\s?\d/i.test(code) || /\bwings?\b/i.test(name) ? 'wing' : 'place'
}

export const isUsual = ({ kind }: CardPlan): boolean => kind !== 'place'

/** A room’s card opens the room’s screen, a department’s its cues, every other the board. */
export function inviteFor(
  { kind, name, department, place }: CardPlan,
  devices: number,
  minutes: number,
): Extract<WireCommand, { name: 'group.invite' }> {
  const roles = [kind === 'department' ? 'dept' : 'callboard']
  return {
    name: 'group.invite',
    title: name,
    roles,
    department,
    place: kind === 'room' ? place : null,
    devices,
    minutes: Math.min(minutes, minutesMaxFor(roles)),
  }
}

/** The link’s group, out of "/join#group-….secret". */
export const groupOf = (path: string): string => path.slice(path.indexOf('#') + 1).split('.', 1)[0] ?? ''

const KEY = 'ghostlight-cards'

/** For as long as the tab lives: the server itself does not know the links any more. */
export function keepCards(cards: readonly MadeCard[]): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(cards))
  } catch {
    // Then they live as long as the page.
  }
}

export function keptCards(): readonly MadeCard[] {
  try {
    const told: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]')
    return Array.isArray(told) ? told.filter(isCard).slice(0, CARDS_MAX) : []
  } catch {
    return []
  }
}

/** What lies there may be from another version. */
function isCard(value: unknown): value is MadeCard {
  if (typeof value !== 'object' || value === null) return false
  // `as`: each field is looked at here before anybody uses it.
  const { key, kind, name, group, path, until } = value as Partial<Record<keyof MadeCard, unknown>>
  return [key, kind, name, group, path].every((one) => typeof one === 'string') && typeof until === 'number'
}
