// What is asked of the page about somebody and of the notices, and what then stands in the record.

import type { Viewer } from '../disclosure/policy.ts'
import type { Json } from '../kit/json.ts'
import type { Instant } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'
import type {
  Audience,
  Channel,
  Giver,
  Item,
  LineKind,
  NoticeState,
  Outcome,
  Settling,
  Telling,
  Template,
  Way,
} from './state.ts'

export type Asked =
  | { readonly name: 'matter.open'; readonly id: string; readonly person: PersonId }
  | { readonly name: 'matter.close'; readonly matter: string }
  | {
      readonly name: 'permission.give'
      readonly id: string
      readonly matter: string
      readonly item: Item
      readonly audience: Audience
      readonly words: string
      readonly giver: Giver
      readonly from: string
      readonly how: Way
      readonly by: string
    }
  | { readonly name: 'permission.withdraw'; readonly matter: string; readonly permission: string }
  | {
      readonly name: 'contact.add'
      readonly id: string
      readonly matter: string
      readonly called: string
      readonly relation: string
      readonly phone: string
      readonly may: Telling
    }
  | {
      readonly name: 'contact.ring'
      readonly id: string
      readonly matter: string
      readonly contact: string
      readonly outcome: Outcome
      readonly by: string
      /** After so many minutes; only with `try-again-at`. */
      readonly againMinutes: number | null
      readonly reason: string
    }
  | { readonly name: 'contacts.settle'; readonly matter: string; readonly why: Settling; readonly by: string }
  | {
      readonly name: 'statement.release'
      readonly id: string
      readonly matter: string
      readonly audience: Audience
      readonly channel: Channel
      readonly items: readonly Item[]
      readonly by: string
    }
  | {
      readonly name: 'notice.write'
      readonly id: string
      readonly matter: string | null
      readonly template: Template
      readonly items: readonly Item[]
      /** Of a general one; the others have none of their own. */
      readonly words: string
      /** Who answers questions; empty where nobody is named. */
      readonly ask: string
      readonly closest: readonly PersonId[]
      /** Asks for privacy, with the reason; never without somebody who answers instead. */
      readonly privacy: Privacy | null
    }
  | { readonly name: 'notice.widen'; readonly notice: string; readonly anyway: string }
  | {
      readonly name: 'notice.tell'
      readonly notice: string
      readonly people: readonly PersonId[]
      readonly by: string
    }
  | { readonly name: 'notice.read'; readonly notice: string }
  | {
      readonly name: 'line.say'
      readonly id: string
      readonly kind: LineKind
      /** Which track is covered, or which exit is blocked; empty for a hold. */
      readonly what: string
      /** From which number on. */
      readonly from: string
      readonly cover: PersonId | null
      readonly nextMinutes: number | null
    }
  | { readonly name: 'line.end'; readonly line: string }

export const privacies = ['they-asked', 'their-people-asked', 'not-all-told'] as const
export type Privacy = (typeof privacies)[number]

/** What the house adds: who is in the company, what the device's person does in an incident about somebody, the words. */
export type Facts = {
  readonly people: readonly { readonly id: PersonId; readonly name: string; readonly callName: string }[]
  readonly commands: (person: PersonId) => boolean
  readonly speaksFor: (person: PersonId) => boolean
  /** Put together from the catalogue and what is permitted, for what leaves; empty for all else. */
  readonly text: string
}
export type NoticeCommand = Asked & { readonly facts: Facts }

const eventTypes = [
  'matter.opened',
  'matter.closed',
  'permission.given',
  'permission.withdrawn',
  'contact.added',
  'contact.rung',
  'contacts.settled',
  'statement.released',
  'notice.written',
  'notice.widened',
  'notice.acknowledged',
  'line.said',
  'line.ended',
] as const
export type NoticeEvent = {
  readonly type: (typeof eventTypes)[number]
  readonly v: 1
  readonly body: Json
  readonly detail?: Json
}

export type Context = { readonly at: Instant; readonly by: Viewer }
export type Ask<Name extends Asked['name']> = Extract<Asked, { readonly name: Name }> & {
  readonly facts: Facts
}
export type On = { readonly state: NoticeState; readonly context: Context }
