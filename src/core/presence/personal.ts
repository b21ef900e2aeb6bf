// What of where people are lies in the part of the record that can be erased: who, where, for what and by whose word.

import { id } from '../kit/ids.ts'
import type { Json } from '../kit/json.ts'
import type { PresenceEventType } from './events.ts'

type Body = { readonly [field: string]: Json }

/** Days after the last word of a performance’s record. */
export const KEPT_DAYS = 30
/** As it stands in the record beside what was erased. */
export const ERASING_RULE = `who was seen, and who was asked about whom: ${KEPT_DAYS} days`
/** Stands for whoever it was, once that is erased. */
export const FORGOTTEN = id<'person'>('forgotten')
/** Who pressed lies in the personal part too; in its place, where nothing is ever erased, stands this. */
export const SOMEBODY = 'somebody'

/** These say nothing of anybody. Whoever adds another kind of event is asked by the compiler which of the two it is. */
type Nobodys = 'source.blind' | 'presence.counted' | 'clock.set'

/** The fields that are personal, each as it reads once it is erased. All others are counts, times and rungs. */
const personal: Readonly<Record<Exclude<PresenceEventType, Nobodys>, Body>> = {
  'person.seen': { people: [], place: null, by: null },
  'own.said': { person: FORGOTTEN },
  'concern.opened': {
    person: FORGOTTEN,
    due: null,
    dueAt: null,
    place: null,
    because: [],
    raisedBy: null,
  },
  'concern.joined': { raisedBy: null, due: null },
  'concern.asked': { asked: [], skipped: [] },
  'ask.shown': {},
  'ask.read': {},
  'concern.climbed': {},
  'concern.answered': { by: null, place: null },
  'concern.ended': { with: null },
  'concern.judged': {},
  'cover.called': { person: FORGOTTEN },
  'person.stepped-out': { person: FORGOTTEN, from: null, wants: null },
  'sighting.withdrawn': {},
  'presence.mode': {},
}

/** In a performance's record in two parts from this version on; before, all of it was one that is never erased. */
const PARTED = 2

type Decided = {
  readonly type: string
  readonly v: number
  readonly body: Json
  readonly detail?: Json | undefined
}
type Recorded = {
  readonly type: string
  readonly v: number
  readonly by: string
  readonly body: Json
  readonly detail: Json | null
}

const fieldsOf = (type: string): Body | undefined =>
  Object.hasOwn(personal, type) ? personal[type as keyof typeof personal] : undefined

/** Also what earlier performances taught of each. */
export const isPersonal = (type: string): boolean => type === 'usual.learned' || fieldsOf(type) !== undefined

/** As it is written down; what is of another kind is left as it is. */
export function parted(event: Decided, author: string): Decided {
  const fields = fieldsOf(event.type)
  if (fields === undefined || event.v !== 1) return event
  const all = Object.entries(event.body as Body)
  const mine = all.filter(([field]) => Object.hasOwn(fields, field))
  return {
    type: event.type,
    v: PARTED,
    body: Object.fromEntries(all.filter(([field]) => !Object.hasOwn(fields, field))),
    detail: { author, fields: Object.fromEntries(mine) },
  }
}

/** As it was decided, of whichever version; what was erased reads as nobody’s. */
export function whole<Event extends Recorded>(event: Event): Event {
  const fields = fieldsOf(event.type)
  if (fields === undefined || event.v !== PARTED) return event
  // Only `parted` writes this version.
  const kept = event.detail as { readonly author: string; readonly fields: Body } | null
  const body = { ...(event.body as Body), ...(kept?.fields ?? fields) }
  return { ...event, v: 1, by: kept?.author ?? event.by, body, detail: null }
}
