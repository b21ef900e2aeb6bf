// Please get in touch with me: asked, read, taken back; and whose turn it is to look in after an incident.

import { may, type Viewer } from '../disclosure/policy.ts'
import type { Json } from '../kit/json.ts'
import { accepted, type Result, refused, refusedNaming } from '../kit/result.ts'
import type { Instant } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'
import { type Checked, check, withChecked } from './checked.ts'
import {
  type Ask,
  type CareState,
  CONTACTS_MAX,
  type Contact,
  FOLLOWS_MAX,
  type Follow,
  type Incidents,
  isOpenAsk,
  isReady,
  NAME_MAX,
  OPEN_MAX,
  REQUESTS_MAX,
  type Round,
  roundsDue,
  WITHIN_HOURS_MAX,
} from './state.ts'

export type Asked =
  | { readonly name: 'care.contacts'; readonly contacts: readonly Contact[] }
  | { readonly name: 'care.ask'; readonly id: string; readonly contact: string }
  | { readonly name: 'care.read'; readonly ask: string }
  | { readonly name: 'care.withdraw'; readonly ask: string }
  | { readonly name: 'care.follow'; readonly incident: string; readonly on: boolean }
  | { readonly name: 'care.met'; readonly incident: string; readonly round: Round }
  | { readonly name: 'care.checked'; readonly number: string }

export type CareFacts = {
  readonly people: readonly {
    readonly id: PersonId
    readonly name: string
    readonly minor?: boolean | undefined
  }[]
  /** Director and producer: nobody is asked to turn to whoever hires them. */
  readonly leads: ReadonlySet<string>
  readonly incidents: Incidents
}
export type CareCommand = Asked & { readonly facts: CareFacts }
export type CareEvent = {
  readonly type:
    | 'contacts.named'
    | 'ask.sent'
    | 'ask.read'
    | 'ask.withdrawn'
    | 'follow.set'
    | 'round.met'
    | 'support.checked'
  readonly v: 1
  readonly body: Json
  readonly detail?: Json | undefined
}

type Context = { readonly by: Viewer; readonly at: Instant }

export function decideCare(
  state: CareState,
  command: CareCommand,
  context: Context,
): Result<readonly CareEvent[]> {
  switch (command.name) {
    case 'care.contacts':
      return nameContacts(command, context)
    case 'care.ask':
      return ask(state, command, context)
    case 'care.read':
      return onAsk(state, command.ask, (one) => one.said?.to === context.by.person, 'ask.read', context)
    case 'care.withdraw':
      return onAsk(
        state,
        command.ask,
        (one) => one.said?.person === context.by.person,
        'ask.withdrawn',
        context,
      )
    case 'care.follow':
      return follow(state, command, context)
    case 'care.met':
      return meet(state, command, context)
    case 'care.checked':
      return check(state.checked, command.number, context)
    default:
      return command satisfies never
  }
}

const notYours = refused('not-yours', 'That is for stage management and the company manager.')
const noPerson = refused('no-person', 'This device is nobody’s own: ask on your own phone.')
/** The same whether there is such an ask or not. */
const noAsk = refused('no-ask', 'There is nothing like that here.')

type Named<Name> = Extract<CareCommand, { readonly name: Name }>

function nameContacts({ contacts, facts }: Named<'care.contacts'>, { by }: Context) {
  if (!may(by, 'name who is asked for help')) return notYours
  if (contacts.length > CONTACTS_MAX) return refused('too-many', `Not more than ${CONTACTS_MAX} of them.`)
  for (const [index, one] of contacts.entries()) {
    const wrong = wrongWith(one, facts)
    if (wrong !== null) return refused('contact', `${index + 1}: ${wrong}`)
  }
  if (!isReady(contacts))
    return refused(
      'no-choice',
      'At least two, and one of them outside the production: with fewer nobody has a choice.',
    )
  if (new Set(contacts.map(({ id }) => id)).size < contacts.length)
    return refused('twice', 'One stands there twice.')
  return accepted<readonly CareEvent[]>([
    { type: 'contacts.named', v: 1, body: {}, detail: { contacts: contacts.map((one) => ({ ...one })) } },
  ])
}

function wrongWith(
  { name, person, reach, withinHours }: Contact,
  { people, leads }: CareFacts,
): string | null {
  if (name.trim() === '' || name.length > NAME_MAX) return `a name of up to ${NAME_MAX} letters.`
  if (reach.length > NAME_MAX) return `at most ${NAME_MAX} letters on how they are reached.`
  if (person === null)
    return reach.trim() === '' ? 'say where they are reached: nothing is sent to them from here.' : null
  if (!people.some(({ id }) => id === person)) return 'nobody of this company.'
  if (leads.has(person)) return 'directs or produces: nobody has to turn to whoever hires them.'
  const isHours = Number.isInteger(withinHours) && withinHours >= 1 && withinHours <= WITHIN_HOURS_MAX
  return isHours ? null : `reads within 1 to ${WITHIN_HOURS_MAX} hours.`
}

function ask(state: CareState, { id, contact }: Named<'care.ask'>, { by, at }: Context) {
  if (by.person === null) return noPerson
  if (state.asks.some((one) => one.id === id)) return accepted<readonly CareEvent[]>([])
  const found = state.contacts.find((one) => one.id === contact)
  if (!found?.person || !isReady(state.contacts))
    return refused('no-contact', 'Nobody like that can be asked here any more.')
  if (found.person === by.person) return refused('oneself', 'That is you: ask somebody else.')
  const open = state.asks.filter(
    (one) => isOpenAsk(one) && one.said?.person === by.person && one.readAt === null,
  )
  if (open.some((one) => one.said?.to === found.person))
    return refusedNaming('asked', `${found.name} has it already.`, 'They have it already.')
  if (open.length >= OPEN_MAX)
    return refused(
      'too-many',
      'As many as that have not read it yet: take one back, or ring one of the numbers.',
    )
  if (state.asks.filter(isOpenAsk).length >= REQUESTS_MAX)
    return refused('full', 'No more fit here: ring one of the numbers.')
  const detail = { person: by.person, to: found.person, withinHours: found.withinHours }
  return accepted<readonly CareEvent[]>([{ type: 'ask.sent', v: 1, body: { id, at }, detail }])
}

function onAsk(
  state: CareState,
  id: string,
  isTheirs: (one: Ask) => boolean,
  type: 'ask.read' | 'ask.withdrawn',
  { at }: Context,
) {
  const found = state.asks.find((one) => one.id === id)
  if (!found || !isOpenAsk(found) || !isTheirs(found)) return noAsk
  if (type === 'ask.read' && found.readAt !== null) return accepted<readonly CareEvent[]>([])
  return accepted<readonly CareEvent[]>([{ type, v: 1, body: { id, at } }])
}

function follow(state: CareState, { incident, on, facts }: Named<'care.follow'>, { by }: Context) {
  if (by.person === null) return noPerson
  if (!facts.incidents.some(({ id }) => id === incident)) return noAsk
  const is = state.follows.some((one) => one.person === by.person && one.incident === incident)
  if (is === on) return accepted<readonly CareEvent[]>([])
  if (on && state.follows.length >= FOLLOWS_MAX) return refused('full', 'No more fit here.')
  return accepted<readonly CareEvent[]>([
    { type: 'follow.set', v: 1, body: { on }, detail: { person: by.person, incident } },
  ])
}

function meet(state: CareState, { incident, round, facts }: Named<'care.met'>, { by, at }: Context) {
  if (!may(by, 'name who is asked for help')) return notYours
  const isDue = roundsDue(facts.incidents, at).some((one) => one.incident === incident && one.round === round)
  if (!isDue || state.met.some((one) => one.incident === incident && one.round === round)) return noAsk
  return accepted<readonly CareEvent[]>([{ type: 'round.met', v: 1, body: { incident, round } }])
}

type Logged = { readonly type: string; readonly v: number; readonly body: Json; readonly detail: Json | null }

/** `as` throughout: the log gives back what was decided above, checked by its hash chain. */
export function applyCare(state: CareState, { type, v, body: kept, detail }: Logged): CareState {
  if (v !== 1) return state
  const { id, at, on } = kept as unknown as {
    readonly id: string
    readonly at: Instant
    readonly on: boolean
  }
  switch (type as CareEvent['type']) {
    case 'contacts.named':
      return { ...state, contacts: (detail as unknown as Pick<CareState, 'contacts'> | null)?.contacts ?? [] }
    case 'ask.sent':
      return {
        ...state,
        asks: [
          ...state.asks,
          { id, at, said: detail as unknown as Ask['said'], readAt: null, withdrawnAt: null },
        ],
      }
    case 'ask.read':
      return withAsk(state, id, { readAt: at })
    case 'ask.withdrawn':
      return withAsk(state, id, { withdrawnAt: at })
    case 'follow.set':
      return detail === null ? state : following(state, detail as unknown as Follow, on)
    case 'round.met':
      return { ...state, met: [...state.met, kept as unknown as CareState['met'][number]] }
    case 'support.checked':
      return { ...state, checked: withChecked(state.checked, checkedFrom(kept, detail)) }
    default:
      return state
  }
}

const checkedFrom = (kept: Json, detail: Json | null): Checked => ({
  ...(kept as unknown as Omit<Checked, 'by'>),
  by: (detail as { readonly person: PersonId | null } | null)?.person ?? null,
})

const withAsk = (state: CareState, id: string, parts: Partial<Ask>): CareState => ({
  ...state,
  asks: state.asks.map((one) => (one.id === id ? { ...one, ...parts } : one)),
})

function following(state: CareState, { person, incident }: Follow, on: boolean): CareState {
  const others = state.follows.filter((one) => one.person !== person || one.incident !== incident)
  return { ...state, follows: on ? [...others, { person, incident }] : others }
}
