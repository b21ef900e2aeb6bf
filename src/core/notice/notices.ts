// A notice: the same short words to all, in an order; who acknowledged it, who told them, and what time alone demands of it.

import { may, sees, type Viewer } from '../disclosure/policy.ts'
import { dayOf } from '../kit/day.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import { type Instant, minutes } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'
import type { Ask, NoticeEvent, On } from './commands.ts'
import { isSettled } from './contacts.ts'
import { lint } from './lint.ts'
import { isName, noName, notYours, openOne } from './open-matter.ts'
import { takenBackAt } from './out.ts'
import { isLocked, noPermission, notSettled, unpermitted } from './permissions.ts'
import {
  CLOSEST_MAX,
  type Item,
  type Matter,
  NOTICES_MAX,
  type Notice,
  type Template,
  WORDS_MAX,
} from './state.ts'

type Decided = Result<readonly NoticeEvent[]>

/** Leadership and whoever runs the evening hear first. */
const firstRoles: readonly string[] = ['caller', 'SM', 'CM', 'FOH', 'dir', 'prod']
/** Everybody within a day; and three reminders to whoever has not read it, then only a line for whoever wrote it. */
const ALL_WITHIN_MS = minutes(24 * 60)
const REMIND_AFTER_MS = [minutes(4 * 60), minutes(12 * 60), ALL_WITHIN_MS] as const

/** What each has to say, and may say beside it. */
const shape: Readonly<
  Record<Exclude<Template, 'general'>, { readonly must: Item; readonly may: readonly Item[] }>
> = {
  'cared-for': { must: 'cared-for', may: ['name', 'cared-for', 'hospital', 'condition', 'update'] },
  survivor: { must: 'cared-for', may: ['name', 'cared-for'] },
  death: { must: 'died', may: ['name', 'died'] },
}

export function write(on: On, asked: Ask<'notice.write'>): Decided {
  const { state, context } = on
  if (!may(context.by, 'write a notice')) return notYours
  if (state.notices.some((one) => one.id === asked.id)) return accepted([])
  if (state.notices.length >= NOTICES_MAX)
    return refused('full', `This house has ${NOTICES_MAX} notices and no room for more: go on on paper.`)
  const matter = asked.matter === null ? null : openOne(on, asked.matter)
  if (asked.matter !== null && matter === null) return notYours
  const unfit = asked.template === 'general' ? unfitGeneral(asked) : unfitAbout(state.notices, asked, matter)
  if (unfit) return unfit
  const closest = asked.closest.filter((one) => one !== matter?.person)
  if (closest.length > CLOSEST_MAX || closest.some((one) => !asked.facts.people.some(({ id }) => id === one)))
    return refused('closest', `Choose at most ${CLOSEST_MAX} of the company to be told first.`)
  return accepted([
    {
      ...{ type: 'notice.written', v: 1 },
      body: { id: asked.id, at: context.at, device: context.by.device, matter: matter?.id ?? null },
      detail: {
        ...{ person: matter?.person ?? null, author: context.by.person, template: asked.template },
        ...{ items: [...asked.items], text: asked.facts.text, closest: [...closest] },
      },
    },
  ])
}

function unfitGeneral({ words, ask, privacy, items, matter, facts }: Ask<'notice.write'>) {
  if (matter !== null || items.length > 0) return notYours
  if (words.trim() === '') return refused('empty', 'Write what everybody is told.')
  if (words.length > WORDS_MAX)
    return refused('too-long', `Not more than ${WORDS_MAX} letters: a notice is short.`)
  const unsaid = lint(
    words,
    facts.people.flatMap(({ name, callName }) => [name, callName]),
  )
  return unsaid === null ? unfitAsk(ask, privacy) : refused('wording', unsaid)
}

function unfitAsk(ask: string, privacy: string | null) {
  if (privacy !== null && !isName(ask))
    return refused('instead', 'Whoever asks for privacy says who answers questions instead.')
  if (ask !== '' && !isName(ask)) return noName
  const unsaid = lint(ask, [])
  return unsaid === null ? null : refused('wording', unsaid)
}

function unfitAbout(notices: readonly Notice[], asked: Ask<'notice.write'>, matter: Matter | null) {
  if (matter === null || asked.template === 'general') return notYours
  if (asked.words !== '')
    return refused('wording', 'This notice has words of its own; nothing is added to them.')
  const { must, may: allowed } = shape[asked.template]
  if (!asked.items.includes(must) || asked.items.some((item) => !allowed.includes(item)))
    return refused('locked', 'These words are fixed: that is not said in this notice.')
  const before = notices.filter((one) => one.matter === matter.id).map(({ said }) => said?.template)
  const isDead = isLocked(matter) || before.includes('death')
  if (
    (isDead && asked.template !== 'death') ||
    (before.includes('survivor') && asked.template === 'cared-for')
  )
    return refused('locked', 'A notice in fixed words went out: another says no more than that one.')
  if (unpermitted(matter, 'company', asked.items) !== null) return noPermission
  if (!isSettled(matter, asked.template === 'death')) return notSettled
  return unfitAsk(asked.ask, asked.privacy)
}

/** Whoever wrote it, by person or device; and the company manager. */
export const mayLead = (viewer: Viewer, notice: Notice): boolean => {
  const scope = sees(viewer, 'notice readers')
  if (scope !== 'own') return scope === 'all'
  const author = notice.said?.author ?? null
  return author === null ? viewer.device === notice.device : viewer.person === author
}

export const ringOf = ({ rings }: Notice): number => rings.length

const hasAcknowledged = ({ acknowledged }: Notice, person: PersonId): boolean =>
  acknowledged.some((one) => one.person === person)

/** Those of the closest whom nobody has told in person yet. */
export const closestLeft = (notice: Notice): readonly PersonId[] =>
  (notice.said?.closest ?? []).filter((one) => !hasAcknowledged(notice, one))

export function widen(on: On, { notice, anyway }: Ask<'notice.widen'>): Decided {
  const found = on.state.notices.find((one) => one.id === notice)
  if (
    !found ||
    found.said === null ||
    !mayLead(on.context.by, found) ||
    !may(on.context.by, 'write a notice')
  )
    return notYours
  if (ringOf(found) === 3) return accepted([])
  if (takenBackAt(found, on.state.matters) !== null)
    return refused('taken-back', 'What it says was taken back since: it goes to nobody else.')
  const isEarly = ringOf(found) === 2 && closestLeft(found).length > 0
  if (isEarly && anyway.trim() === '')
    return refused(
      'closest-first',
      'Not all of the closest were told in person. Tell them, or say who decides to go on.',
    )
  if (anyway.length > 0 && !isName(anyway)) return noName
  const { person } = found.said
  return accepted([
    {
      type: 'notice.widened',
      v: 1,
      body: { notice, at: on.context.at },
      detail: { person, anyway: isEarly ? anyway : '' },
    },
  ])
}

/** Told in person is an ordinary acknowledgement. */
export function tell(on: On, { notice, people, by, facts }: Ask<'notice.tell'>): Decided {
  const found = on.state.notices.find((one) => one.id === notice)
  if (!found || !mayLead(on.context.by, found)) return notYours
  if (!isName(by)) return noName
  if (people.some((one) => !facts.people.some(({ id }) => id === one))) return notYours
  const fresh = [...new Set(people)].filter((one) => !hasAcknowledged(found, one))
  return accepted(fresh.map((person) => acknowledgement(notice, on.context.at, person, by)))
}

export function read(on: On, { notice }: Ask<'notice.read'>): Decided {
  const { by, at } = on.context
  const found = on.state.notices.find((one) => one.id === notice)
  if (!found || !mayRead(by, found) || by.person === null) return notYours
  if (hasAcknowledged(found, by.person)) return accepted([])
  return accepted([acknowledgement(notice, at, by.person, null)])
}

const acknowledgement = (
  notice: string,
  at: Instant,
  person: PersonId,
  toldBy: string | null,
): NoticeEvent => ({
  ...{ type: 'notice.acknowledged', v: 1 },
  ...{ body: { notice, at }, detail: { person, toldBy } },
})

/** Leadership from the first; the closest once somebody told them in person; everybody at the last. */
export function mayRead(viewer: Viewer, notice: Notice): boolean {
  if (notice.said === null || sees(viewer, 'notices') === null) return false
  if (ringOf(notice) === 3 || mayLead(viewer, notice)) return true
  if (viewer.roles.some((role) => firstRoles.includes(role))) return true
  return viewer.person !== null && hasAcknowledged(notice, viewer.person)
}

export type Due = {
  /** The day on which they were to be told in person is over, or nearly. */
  readonly closest: readonly PersonId[]
  /** A day is over, and these have not acknowledged it. */
  readonly all: readonly PersonId[]
  /** Not everybody may read it yet, and a day is over. */
  readonly widen: boolean
}

/** What the passing of time alone demands; asked again it is the same. */
export function noticeDue(
  notice: Notice,
  house: { readonly people: readonly PersonId[]; readonly timeZone: string },
  now: Instant,
): Due {
  if (notice.said === null) return { closest: [], all: [], widen: false }
  const isNextDay = dayOf(now, house.timeZone) !== dayOf(notice.at, house.timeZone)
  const isOver = now - notice.at >= ALL_WITHIN_MS
  const { person } = notice.said
  return {
    closest: isNextDay ? closestLeft(notice) : [],
    all: isOver ? house.people.filter((one) => one !== person && !hasAcknowledged(notice, one)) : [],
    widen: isOver && ringOf(notice) < 3,
  }
}

/** Nobody is asked to have read what is about themself. */
export const isAsked = (notice: Notice, person: PersonId): boolean =>
  notice.said?.person !== person && !hasAcknowledged(notice, person)

/** How often somebody was reminded by now: at most three times. */
export function remindersOf(notice: Notice, person: PersonId, now: Instant): number {
  const from = notice.rings[2]
  if (from === undefined || !isAsked(notice, person)) return 0
  return REMIND_AFTER_MS.filter((after) => now - from >= after).length
}
