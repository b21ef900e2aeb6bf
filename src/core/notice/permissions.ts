// What somebody, or whoever speaks for them, lets be said; and what left by it. Nothing leaves without one.

import { may } from '../disclosure/policy.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import type { Ask, NoticeEvent, On } from './commands.ts'
import { isSettled } from './contacts.ts'
import { lint } from './lint.ts'
import { isName, noName, notYours, openOne } from './open-matter.ts'
import { isAboutThem } from './own.ts'
import {
  type Audience,
  type Item,
  MATTERS_MAX,
  type Matter,
  PERMISSIONS_MAX,
  permitted,
  STATEMENTS_MAX,
  WORDS_MAX,
  worded,
} from './state.ts'

type Decided = Result<readonly NoticeEvent[]>

/** One about each person: whoever asks again finds the one that is open. */
export function openMatter({ state, context }: On, { id, person, facts }: Ask<'matter.open'>): Decided {
  if (!may(context.by, 'write a notice') || !facts.people.some((one) => one.id === person)) return notYours
  const open = state.matters.some((one) => one.id === id || (one.person === person && one.closedAt === null))
  if (open) return accepted([])
  if (state.matters.length >= MATTERS_MAX)
    return refused('full', `This house has ${MATTERS_MAX} such pages and no room for more: go on on paper.`)
  return accepted([{ type: 'matter.opened', v: 1, body: { id, at: context.at }, detail: { person } }])
}

export function closeMatter(on: On, { matter }: Ask<'matter.close'>): Decided {
  if (!may(on.context.by, 'release a statement')) return notYours
  const found = openOne(on, matter)
  if (!found) return notYours
  return accepted([{ type: 'matter.closed', v: 1, body: { matter, at: on.context.at } }])
}

export function givePermission(on: On, asked: Ask<'permission.give'>): Decided {
  const { id, matter, item, audience, words, giver, from, how, by } = asked
  const found = openOne(on, matter)
  if (!may(on.context.by, 'release a statement') || !found) return notYours
  if (found.permissions.some((one) => one.id === id)) return accepted([])
  if (!isName(from) || !isName(by)) return noName
  const isWorded = worded.includes(item)
  if (isWorded && words.trim() === '')
    return refused('empty', 'Write down the words that may be used, as they were agreed.')
  if (words.length > WORDS_MAX) return refused('too-long', `Not more than ${WORDS_MAX} letters.`)
  if (item === 'died' && giver === 'themself')
    return refused('proxy', 'Only their family, or whoever speaks for them, can let that be said.')
  const unsaid = isWorded ? lint(words, []) : null
  if (unsaid !== null) return refused('wording', unsaid)
  if (found.permissions.length >= PERMISSIONS_MAX)
    return refused('full', `Not more than ${PERMISSIONS_MAX} permissions on one page.`)
  const kept = { item, audience, words: isWorded ? words : '', giver, from, how, by, person: found.person }
  return accepted([{ type: 'permission.given', v: 1, body: { id, matter, at: on.context.at }, detail: kept }])
}

/** At once, by whoever it is about and by whoever hears of it: what is already out stays on the page. */
export function withdraw(on: On, { matter, permission }: Ask<'permission.withdraw'>): Decided {
  const found = openOne(on, matter)
  const given = found?.permissions.find((one) => one.id === permission)
  const { by } = on.context
  if (!found || !given || !(may(by, 'write a notice') || isAboutThem(by, found))) return notYours
  if (given.withdrawnAt !== null) return accepted([])
  return accepted([{ type: 'permission.withdrawn', v: 1, body: { matter, permission, at: on.context.at } }])
}

/** The first of these that nobody let be said to these people; null where all are. */
export const unpermitted = (matter: Matter, audience: Audience, asked: readonly Item[]): Item | null => {
  const allowed = permitted(matter, audience).map(({ item }) => item)
  return asked.find((item) => !allowed.includes(item)) ?? null
}

export const noPermission = refused(
  'no-permission',
  'There is no permission on record for all of that, for these people. Leave it out, or ask for it first.',
)
export const notSettled = refused(
  'their-people-first',
  'Their people are reached first. Ring them, or say why that is not needed, and who says so.',
)

/** A death is told in its own words and no others, and so is what somebody lived through. */
export const isLocked = (matter: Matter): boolean =>
  matter.permissions.some(({ item, withdrawnAt }) => item === 'died' && withdrawnAt === null) ||
  matter.statements.some((one) => one.items.includes('died'))

export function release(on: On, asked: Ask<'statement.release'>): Decided {
  const { id, matter, audience, channel, items, by, facts } = asked
  const found = openOne(on, matter)
  if (!may(on.context.by, 'release a statement') || !found) return notYours
  if (found.statements.some((one) => one.id === id)) return accepted([])
  if (!isName(by)) return noName
  if (items.every((item) => item === 'name'))
    return refused('empty', 'Choose what is said: a name alone says nothing.')
  if (unpermitted(found, audience, items) !== null) return noPermission
  if (isLocked(found) && items.some((item) => item !== 'name' && item !== 'died'))
    return refused('locked', 'After a death only that is said, and the name: nothing else leaves.')
  if (!isSettled(found, items.includes('died'))) return notSettled
  if (found.statements.length >= STATEMENTS_MAX)
    return refused('full', `Not more than ${STATEMENTS_MAX} statements on one page.`)
  const kept = { audience, channel, items: [...items], text: facts.text, by, person: found.person }
  return accepted([
    { type: 'statement.released', v: 1, body: { id, matter, at: on.context.at }, detail: kept },
  ])
}
