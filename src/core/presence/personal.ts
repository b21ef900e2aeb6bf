// What of where people are lies in the part of the record that can be erased: who, where, for what and by whose word.

import { id } from '../kit/ids.ts'
import { type Fields, FORGOTTEN_PERSON, parting } from '../kit/parts.ts'
import type { PresenceEventType } from './events.ts'

/** Days after the last word of a performance’s record. */
export const KEPT_DAYS = 30
/** As it stands in the record beside what was erased. */
export const ERASING_RULE = `who was seen, and who was asked about whom: ${KEPT_DAYS} days`
/** Stands for whoever it was, once that is erased. */
export const FORGOTTEN = id<'person'>(FORGOTTEN_PERSON)

/** These say nothing of anybody. Whoever adds another kind of event is asked by the compiler which of the two it is. */
type Nobodys = 'source.blind' | 'presence.counted' | 'clock.set'

/** The fields that are personal, each as it reads once it is erased. All others are counts, times and rungs. */
const personal: Readonly<Record<Exclude<PresenceEventType, Nobodys>, Fields>> = {
  'person.seen': { people: [], place: null, by: null },
  'own.said': { person: FORGOTTEN },
  'person.looked-up': { person: FORGOTTEN, by: null },
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

const parts = parting(personal)

/** Also what earlier performances taught of each. */
export const isPersonal = (type: string): boolean => type === 'usual.learned' || parts.isParted(type)

export const { parted, whole } = parts
