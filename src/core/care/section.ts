// What each may see of it: their own asks, those to them, the same note for everybody after an incident; for management whose turn it is.

import { may, sees, type Viewer } from '../disclosure/policy.ts'
import { type Instant, instant } from '../kit/time.ts'
import type { CareFacts } from './care.ts'
import {
  AFTER_MS,
  type CareState,
  type Contact,
  isLate,
  isOpenAsk,
  isReady,
  NOTE_AFTER_MS,
  ROUND_MS,
  type Round,
  readBy,
  roundsDue,
} from './state.ts'

export type CareSection = {
  /** Whoever reads this is one. */
  readonly isChild: boolean
  /** Null: nobody can be asked here yet, and the page says whom to ring instead. */
  readonly contacts:
    | readonly (Pick<Contact, 'id' | 'name' | 'reach' | 'withinHours'> & {
        readonly isOutside: boolean
        readonly isSelf: boolean
      })[]
    | null
  readonly own: readonly {
    readonly id: string
    readonly to: string
    readonly at: Instant
    readonly readBy: Instant
    readonly is: 'waits' | 'read' | 'late'
  }[]
  readonly forMe: readonly {
    readonly id: string
    readonly name: string
    readonly at: Instant
    readonly isRead: boolean
    /** Then nobody gets in touch with them alone (CARE-13). */
    readonly isChild: boolean
  }[]
  /** The same for everybody, whatever they did in it. */
  readonly after: readonly {
    readonly incident: string
    readonly at: Instant
    readonly follows: boolean
    readonly round: Round | null
  }[]
  /** Which numbers somebody of the house looked at, when and who. */
  readonly checked: readonly { readonly number: string; readonly at: Instant; readonly by: string | null }[]
  /** For stage management and the company manager; null for everybody else. */
  readonly manage: {
    readonly contacts: readonly Contact[]
    readonly people: CareFacts['people']
    readonly due: readonly { readonly incident: string; readonly at: Instant; readonly round: Round }[]
  } | null
}

/** Null for whom there is nothing of it: boards, the stage door, whoever only runs the installation. */
export function careSection(
  state: CareState,
  viewer: Viewer,
  facts: CareFacts,
  now: Instant,
): CareSection | null {
  if (sees(viewer, 'care') === null) return null
  const { person } = viewer
  const nameOf = (id: string | undefined) => facts.people.find((one) => one.id === id)?.name ?? ''
  const isChild = (id: string | null | undefined) =>
    facts.people.some((one) => one.id === id && one.minor === true)
  const open = state.asks.filter(isOpenAsk)
  return {
    isChild: isChild(person),
    contacts: isReady(state.contacts)
      ? state.contacts.map(({ person: own, ...one }) => ({
          ...one,
          isOutside: own === null,
          isSelf: own !== null && own === person,
        }))
      : null,
    own: open
      .filter(({ said }) => person !== null && said?.person === person)
      .map((one) => ({
        ...{ id: one.id, to: nameOf(one.said?.to), at: one.at, readBy: instant(readBy(one)) },
        is: one.readAt !== null ? 'read' : isLate(one, now) ? 'late' : 'waits',
      })),
    forMe: open
      .filter(({ said }) => person !== null && said?.to === person)
      .map(({ id, at, said, readAt }) => ({
        id,
        at,
        name: nameOf(said?.person),
        isRead: readAt !== null,
        isChild: isChild(said?.person),
      })),
    checked: state.checked.map(({ number, at, by }) => ({
      ...{ number, at },
      by: by === null ? null : nameOf(by) || null,
    })),
    after: person === null ? [] : afterFor(state, person, facts, now),
    manage: may(viewer, 'name who is asked for help')
      ? {
          ...{
            contacts: state.contacts,
            people: facts.people
              .filter(({ id }) => !facts.leads.has(id))
              .map(({ id, name }) => ({ id, name })),
          },
          due: roundsDue(facts.incidents, now).filter(
            (one) =>
              !state.met.some(({ incident, round }) => incident === one.incident && round === one.round),
          ),
        }
      : null,
  }
}

/** For a month it is everybody's; after that only of whoever wanted to be reminded. */
function afterFor(
  state: CareState,
  person: string,
  { incidents }: CareFacts,
  now: Instant,
): CareSection['after'] {
  const due = roundsDue(incidents, now)
  return incidents.flatMap(({ id: incident, at }) => {
    const follows = state.follows.some((one) => one.person === person && one.incident === incident)
    const round = follows ? (due.filter((one) => one.incident === incident).at(-1)?.round ?? null) : null
    if (now < at + NOTE_AFTER_MS) return []
    const isShown = now < at + AFTER_MS || (follows && now < at + ROUND_MS.year + AFTER_MS)
    return isShown ? [{ incident, at, follows, round }] : []
  })
}
