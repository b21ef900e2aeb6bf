// What a person may leave for responders, if they want to: its parts, who may read each, and when they are asked again.

import type { PersonId } from '../show/show.ts'

/** Blood groups are left out: crews do not go by them. */
export const fieldNames = [
  'allergies',
  'medication',
  'conditions',
  'implants',
  'pregnancy',
  'communication',
  'wishes',
  'called',
  'birth',
  'contact-1',
  'contact-2',
  'contact-3',
  'decides',
  'not-told',
] as const
export type FieldName = (typeof fieldNames)[number]

/** `about` is the person's own: whom they chose, read by nobody else. */
export const sealedNames = [...fieldNames, 'about'] as const
export type SealedName = (typeof sealedNames)[number]

/** In an incident: any duty first-aider or commander; the ambulance crew, handed over; nobody. */
export const audiences = ['responders', 'crew', 'nobody'] as const
export type Audience = (typeof audiences)[number]

export type Field = {
  readonly text: string
  readonly audience: Audience
  /** When the person last said that it is right. */
  readonly confirmedAt: number
}

export type Note = {
  readonly fields: Readonly<Partial<Record<FieldName, Field>>>
  /** Any two of them together can open it; none alone. */
  readonly keepers: readonly PersonId[]
  /** By which they are told of an opening, while they are the same; absent before they were chosen. */
  readonly telling?: OwnTelling
}

/** Both halves of the key that the house seals to, and for whom they were made. */
export type OwnTelling = {
  readonly key: string
  readonly secret: string
  readonly keepers: readonly PersonId[]
}

/** Whoever is no keeper any more is told no more: for others there is another key. */
export const tellingOf = ({ keepers, telling }: Note): OwnTelling | null =>
  telling && [...telling.keepers].toSorted().join() === [...keepers].toSorted().join() ? telling : null

export const emptyNote: Note = { fields: {}, keepers: [] }

/** As long as a note lies ready on a duty device without a word from the house. */
export const LEASE_MS = 12 * 3_600_000

export const FIELD_LENGTH_MAX = 500
/** Of a field written down, with who may read it; in UTF-8. */
export const FIELD_BYTES_MAX = 1_000
export const KEEPERS_MAX = 3
export const KEEPERS_NEEDED = 2

/** What somebody who is rung may be told. */
export const tellings = ['please-call', 'cared-for', 'where-i-am', 'everything'] as const
type Telling = (typeof tellings)[number]

export type Contact = {
  readonly name: string
  readonly relation: string
  readonly telephone: string
  readonly languages: string
  readonly told: Telling
}

export const contactText = (contact: Contact): string =>
  contact.name.trim() === '' && contact.telephone.trim() === '' ? '' : JSON.stringify(contact)

export function readContact(text: string): Contact | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return null
    // `as`: each part is looked at before it is used.
    const parts = value as Record<string, unknown>
    const said = (name: string): string => (typeof parts[name] === 'string' ? parts[name] : '')
    const told = tellings.find((one) => one === parts['told']) ?? 'please-call'
    return {
      ...{ name: said('name'), relation: said('relation') },
      telephone: said('telephone'),
      languages: said('languages'),
      told,
    }
  } catch {
    return null
  }
}

/** A contact with no name and no number is nobody. */
export function withoutNobody(note: Note): Note {
  const fields = Object.entries(note.fields).filter(([name, { text }]) => {
    const contact = name.startsWith('contact-') ? readContact(text) : null
    return contact === null ? text.trim() !== '' : contactText(contact) !== ''
  })
  return { ...note, fields: Object.fromEntries(fields) }
}

/** “Still right?” is asked again after this. */
export const ASKED_AGAIN_MS = 183 * 24 * 3_600_000

/** Since when the oldest of it was said to be right; null where nothing was left. */
export const confirmedSince = ({ fields }: Note): number | null => {
  const all = Object.values(fields).map(({ confirmedAt }) => confirmedAt)
  return all.length === 0 ? null : Math.min(...all)
}

/** Never where nothing was left. `begun`: when this house began to play the show it plays now; null where it plays none. */
export function isAskedAgain(note: Note, now: number, begun: number | null): boolean {
  const since = confirmedSince(note)
  if (since === null) return false
  return now - since >= ASKED_AGAIN_MS || (begun !== null && begun <= now && since < begun)
}

/** Everything is deleted so long after the last night that is planned, unless there is another one. */
export const KEPT_AFTER_MS = 30 * 24 * 3_600_000

export const isOverdue = (curtains: readonly number[], now: number): boolean =>
  curtains.length > 0 && now - Math.max(...curtains) > KEPT_AFTER_MS

/** By person: since when it is known that they are not of the company any more. */
export type Away = Readonly<Record<string, number>>

/** `kept`: of whom anything lies here. Who is back is not in it; a house without a company knows of nobody that they left. */
export const awayNow = (
  before: Away,
  { kept, company }: { readonly kept: readonly string[]; readonly company: readonly string[] },
  now: number,
): Away =>
  company.length === 0
    ? before
    : Object.fromEntries(
        kept
          .filter((person) => !company.includes(person))
          .map((person) => [person, Object.hasOwn(before, person) ? (before[person] ?? now) : now]),
      )

/** As long as everybody's after the last night. */
export const awayTooLong = (away: Away, now: number): readonly string[] =>
  Object.entries(away).flatMap(([person, since]) => (now - since > KEPT_AFTER_MS ? [person] : []))

/** The first that is too long, or null. */
export function tooLong({ fields }: Note): FieldName | null {
  return fieldNames.find((name) => (fields[name]?.text.length ?? 0) > FIELD_LENGTH_MAX) ?? null
}
