// Their people, rung one after the other: who is next, what each may be told, and what came of it.

import { may, sees, type Viewer } from '../disclosure/policy.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import { type Instant, instant, minutes } from '../kit/time.ts'
import type { Ask, Facts, NoticeEvent, On } from './commands.ts'
import { isName, noName, notYours, openOne } from './open-matter.ts'
import { CALLS_MAX, type Call, CONTACTS_MAX, type Contact, type Matter, NAME_MAX } from './state.ts'

type Decided = Result<readonly NoticeEvent[]>

/** As long as anybody would plan a second call ahead in one evening. */
const AGAIN_MAX_MINUTES = 24 * 60
/** Not kept longer once nobody rings any more. */
export const CONTACTS_KEPT_MS = minutes(72 * 60)

/** The company manager, and whoever has it as their function in the incident. */
export const mayRing = (
  viewer: Viewer,
  { person }: Matter,
  { speaksFor }: Pick<Facts, 'speaksFor'>,
): boolean => sees(viewer, 'their people') === 'all' || (person !== null && speaksFor(person))

export function addContact(on: On, asked: Ask<'contact.add'>): Decided {
  const { id, matter, called, relation, phone, may: told, facts } = asked
  const found = openOne(on, matter)
  if (!found || !mayRing(on.context.by, found, facts)) return notYours
  if (found.contacts.some((one) => one.id === id)) return accepted([])
  if (!isName(called)) return noName
  if (relation.length > NAME_MAX || phone.length > NAME_MAX)
    return refused('too-long', `Not more than ${NAME_MAX} letters in one field.`)
  if (found.contacts.length >= CONTACTS_MAX)
    return refused('full', `Not more than ${CONTACTS_MAX} of their people.`)
  const kept = { called, relation, phone, may: told, person: found.person }
  return accepted([{ type: 'contact.added', v: 1, body: { id, matter, at: on.context.at }, detail: kept }])
}

export function ring(on: On, asked: Ask<'contact.ring'>): Decided {
  const { id, matter, contact, outcome, by, againMinutes, reason, facts } = asked
  const found = openOne(on, matter)
  const whom = found?.contacts.find((one) => one.id === contact)
  if (!found || !whom || found.person === null) return notYours
  const isMustNot = whom.may === 'nothing'
  const commands = facts.commands(found.person)
  if (!mayRing(on.context.by, found, facts) && !(isMustNot && commands)) return notYours
  if (found.calls.some((one) => one.id === id)) return accepted([])
  if (!isName(by)) return noName
  if (isMustNot && !commands)
    return refused(
      'must-not',
      'This person must not be told. Only whoever commands the incident may ring them.',
    )
  if (isMustNot && (reason.trim() === '' || reason.length > NAME_MAX))
    return refused('reason', `Say why they are rung all the same, in at most ${NAME_MAX} letters.`)
  if (found.calls.length >= CALLS_MAX) return refused('full', `Not more than ${CALLS_MAX} calls on one page.`)
  const isAgain = outcome === 'try-again-at'
  if (isAgain && (againMinutes === null || againMinutes < 1 || againMinutes > AGAIN_MAX_MINUTES))
    return refused('when', 'Say in how many minutes, within a day.')
  const again = isAgain ? instant(on.context.at + minutes(againMinutes ?? 0)) : null
  const kept = { contact, outcome, by, again, reason: isMustNot ? reason : '', person: found.person }
  return accepted([{ type: 'contact.rung', v: 1, body: { id, matter, at: on.context.at }, detail: kept }])
}

export function settle(on: On, { matter, why, by }: Ask<'contacts.settle'>): Decided {
  const found = openOne(on, matter)
  if (!may(on.context.by, 'release a statement') || !found) return notYours
  if (!isName(by)) return noName
  const kept = { why, by, person: found.person }
  return accepted([{ type: 'contacts.settled', v: 1, body: { matter, at: on.context.at }, detail: kept }])
}

const lastOf = (calls: readonly Call[], contact: Contact): Call | undefined =>
  calls.findLast((one) => one.contact === contact.id)

/** One reached, and none of the others left unrung; or somebody said by name why not. Of a death their own word alone is not there. */
export function isSettled({ contacts, calls, settled }: Matter, isDeath: boolean): boolean {
  const mayBeTold = contacts.filter((one) => one.may !== 'nothing')
  const isReached = (one: Contact) =>
    calls.some((call) => call.contact === one.id && call.outcome === 'reached')
  if (mayBeTold.some(isReached) && mayBeTold.every((one) => lastOf(calls, one) !== undefined)) return true
  if (settled === null) return false
  return !isDeath || settled.why === 'their-people-asked'
}

export type Next = { readonly contact: Contact | null; readonly waitUntil: Instant | null }

/** Whoever was not rung yet, in their order; then whoever was rung longest ago; nobody before the time that was said. */
export function nextContact({ contacts, calls }: Matter, now: Instant): Next {
  const open = contacts.filter(
    (one) =>
      one.may !== 'nothing' && !calls.some((call) => call.contact === one.id && call.outcome === 'reached'),
  )
  const unrung = open.find((one) => lastOf(calls, one) === undefined)
  if (unrung) return { contact: unrung, waitUntil: null }
  const ready = open
    .map((contact) => ({ contact, last: lastOf(calls, contact) }))
    .filter(({ last }) => (last?.again ?? now) <= now)
    .toSorted((one, other) => (one.last?.at ?? 0) - (other.last?.at ?? 0))
  const waits = open.flatMap((one) => lastOf(calls, one)?.again ?? [])
  return {
    contact: ready[0]?.contact ?? null,
    waitUntil: ready.length === 0 && waits.length > 0 ? instant(Math.min(...waits)) : null,
  }
}

/** Whose people stand there although nobody was written down or rung for so long. */
export const contactsOverdue = (matters: readonly Matter[], now: Instant): readonly string[] =>
  matters
    .filter(({ contacts, calls }) => {
      const last = Math.max(...contacts.map(({ at }) => at), ...calls.map(({ at }) => at))
      return contacts.length > 0 && now - last >= CONTACTS_KEPT_MS
    })
    .map(({ id }) => id)
