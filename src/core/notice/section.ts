// What of it each may see: the notices that are for them; what may be said, for whoever writes one; the rest for whoever speaks for somebody.

import { may, sees, type Viewer } from '../disclosure/policy.ts'
import type { Instant } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'
import type { Facts } from './commands.ts'
import { isSettled, mayRing, nextContact } from './contacts.ts'
import { linesFor } from './lines.ts'
import { closestLeft, isAsked, mayLead, mayRead, noticeDue, remindersOf, ringOf } from './notices.ts'
import { type Out, outOf, takenBackAt } from './out.ts'
import { type OwnMatter, ownMatters } from './own.ts'
import { isLocked } from './permissions.ts'
import {
  type Audience,
  type Call,
  type Contact,
  type Item,
  items,
  type Matter,
  type Notice,
  type NoticeState,
  type Permission,
  permitted,
  type Statement,
} from './state.ts'

/** Of each list on a screen: what waits for whoever reads it before what is done with, and of both the newest. */
export const SHOWN_MAX = 60

export type House = Omit<Facts, 'text'> & { readonly timeZone: string; readonly now: Instant }
type Named = { readonly id: PersonId; readonly name: string }

export type NoticeLine = {
  readonly id: string
  readonly at: Instant
  /** Empty once it was taken back, but for whoever wrote it and the company manager. */
  readonly text: string
  /** When what it says stopped being permitted. */
  readonly takenBack: Instant | null
  /** Null on a device that is nobody's own. */
  readonly acknowledged: { readonly at: Instant; readonly toldBy: string | null } | null
  /** How often the reader was reminded by now. */
  readonly reminders: number
  /** For whoever wrote it, and the company manager. */
  readonly telling: Telling | null
}
type Telling = {
  readonly ring: number
  readonly told: readonly (Named & { readonly at: Instant; readonly toldBy: string | null })[]
  readonly left: readonly Named[]
  readonly closestLeft: readonly Named[]
  readonly due: {
    readonly closest: readonly string[]
    readonly all: readonly string[]
    readonly widen: boolean
  }
}

type Sayable = { readonly item: Item; readonly audience: Audience; readonly words: string }
export type ContactLine = Contact & { readonly calls: readonly Call[] }
export type MatterPage = {
  readonly id: string
  readonly at: Instant
  readonly name: string
  readonly sayable: readonly Sayable[]
  /** In fixed words only. */
  readonly locked: boolean
  readonly settled: boolean
  readonly closed: boolean
  /** Null for whoever only writes notices. */
  readonly people: {
    readonly contacts: readonly ContactLine[]
    readonly next: string | null
    readonly waitUntil: Instant | null
  } | null
  readonly record: {
    readonly permissions: readonly (Permission & { readonly out: readonly Out[] })[]
    readonly statements: readonly Statement[]
  } | null
}

export type NoticeSection = {
  readonly notices: readonly NoticeLine[]
  readonly unread: number
  /** Of the show, for whoever needs to know no more. */
  readonly lines: readonly { readonly id: string; readonly at: Instant; readonly text: string }[]
  readonly mayLine: boolean
  readonly mayWrite: boolean
  readonly mayRelease: boolean
  readonly matters: readonly MatterPage[]
  /** About whoever reads this, on a device of their own. */
  readonly own: readonly OwnMatter[]
  /** So many before those that are shown. */
  readonly before: { readonly notices: number; readonly matters: number; readonly own: number }
  /** Whom a page or a telling can be about; only for whoever may write. */
  readonly company: readonly Named[]
}

/** Null: this device has no notices. */
export function noticeSection(state: NoticeState, viewer: Viewer, house: House): NoticeSection | null {
  if (sees(viewer, 'notices') === null) return null
  const { person } = viewer
  const forThem = state.notices.filter((one) => mayRead(viewer, one))
  const asked = (one: Notice) =>
    person !== null && isAsked(one, person) && takenBackAt(one, state.matters) === null
  const notices = inBounds(forThem, (one) => asked(one) || isOnItsWay(one, viewer))
  const pages = state.matters.flatMap((one) => pageOf(one, state.notices, viewer, house) ?? [])
  const matters = inBounds(pages, ({ closed }) => !closed)
  const own = inBounds(ownMatters(state, viewer).toReversed(), ({ closed }) => !closed)
  const mayWrite = may(viewer, 'write a notice')
  return {
    notices: notices.shown.toReversed().map((one) => lineOf(one, state.matters, { viewer, house })),
    unread: forThem.filter(asked).length,
    lines: linesFor(state.lines, viewer, house.now).map(({ id, at, said }) => ({
      id,
      at,
      text: said?.text ?? '',
    })),
    mayLine: may(viewer, 'say a stock line'),
    mayWrite,
    mayRelease: may(viewer, 'release a statement'),
    matters: matters.shown.toReversed(),
    own: own.shown.toReversed(),
    before: { notices: notices.before, matters: matters.before, own: own.before },
    company:
      mayWrite || may(viewer, 'say a stock line') ? house.people.map(({ id, name }) => ({ id, name })) : [],
  }
}

/** In the order they came. What waits is on a screen before anything that does not, however old it is. */
function inBounds<One>(
  all: readonly One[],
  waits: (one: One) => boolean,
): { readonly shown: readonly One[]; readonly before: number } {
  const done = all.filter((one) => !waits(one))
  const chosen = new Set([...done, ...all.filter(waits)].slice(-SHOWN_MAX))
  return { shown: all.filter((one) => chosen.has(one)), before: all.length - chosen.size }
}

/** Not with everybody yet, which is for whoever leads it to see to. */
const isOnItsWay = (notice: Notice, viewer: Viewer): boolean => mayLead(viewer, notice) && ringOf(notice) < 3

type For = { readonly viewer: Viewer; readonly house: House }

/** What was taken back is used no more (RELEASE-16): nobody reads it from here, nor is reminded of it. */
function lineOf(notice: Notice, matters: readonly Matter[], { viewer, house }: For): NoticeLine {
  const own = notice.acknowledged.find(({ person }) => person === viewer.person)
  const takenBack = takenBackAt(notice, matters)
  const leads = mayLead(viewer, notice)
  const isDue = takenBack === null
  return {
    ...{ id: notice.id, at: notice.at, takenBack },
    text: isDue || leads ? (notice.said?.text ?? '') : '',
    acknowledged: own ? { at: own.at, toldBy: own.toldBy } : null,
    reminders: viewer.person === null || !isDue ? 0 : remindersOf(notice, viewer.person, house.now),
    telling: leads ? tellingOf(notice, isDue, house) : null,
  }
}

function tellingOf(notice: Notice, isDue: boolean, { people, timeZone, now }: House): Telling {
  const told = new Map(notice.acknowledged.map((one) => [one.person, one]))
  const named = ({ id, name }: Named): Named => ({ id, name })
  const of = (some: readonly PersonId[]) => people.filter(({ id }) => some.includes(id)).map(named)
  const due = noticeDue(notice, { people: people.map(({ id }) => id), timeZone }, now)
  const names = (some: readonly PersonId[]) => of(some).map(({ name }) => name)
  return {
    ring: ringOf(notice),
    told: people.flatMap((one) => {
      const said = told.get(one.id)
      return said ? [{ ...named(one), at: said.at, toldBy: said.toldBy }] : []
    }),
    left: people.filter(({ id }) => !told.has(id) && id !== notice.said?.person).map(named),
    closestLeft: of(closestLeft(notice)),
    due: isDue
      ? { closest: names(due.closest), all: names(due.all), widen: due.widen }
      : { closest: [], all: [], widen: false },
  }
}

/** For nobody who neither writes notices nor speaks for them: as if there were none. */
function pageOf(matter: Matter, notices: readonly Notice[], viewer: Viewer, house: House): MatterPage | null {
  const writes = may(viewer, 'write a notice')
  const rings = mayRing(viewer, matter, house)
  // Whoever commands rings whom nobody else may; they are shown the list for it.
  const commands = matter.person !== null && house.commands(matter.person)
  if (matter.person === null || !(writes || rings || commands)) return null
  const { contact, waitUntil } = nextContact(matter, house.now)
  const contacts = matter.contacts.map((one) => ({
    ...one,
    calls: matter.calls.filter((call) => call.contact === one.id),
  }))
  return {
    ...{ id: matter.id, at: matter.at, name: nameOf(matter.person, house) },
    sayable: sees(viewer, 'sayable') === 'all' ? sayableOf(matter) : [],
    locked: isLocked(matter),
    settled: isSettled(matter, isLocked(matter)),
    closed: matter.closedAt !== null,
    people: rings || commands ? { contacts, next: contact?.id ?? null, waitUntil } : null,
    record: may(viewer, 'release a statement')
      ? {
          permissions: matter.permissions.map((one) => ({ ...one, out: outOf(one, matter, notices) })),
          statements: matter.statements,
        }
      : null,
  }
}

const sayableOf = (matter: Matter): readonly Sayable[] =>
  (['company', 'house', 'public'] as const).flatMap((audience) =>
    items.flatMap((item) => {
      const given = permitted(matter, audience).findLast((one) => one.item === item)
      return given ? [{ item, audience, words: given.words }] : []
    }),
  )

const nameOf = (person: PersonId, { people }: House): string =>
  people.find(({ id }) => id === person)?.name ?? ''
