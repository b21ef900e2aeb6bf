// What may be said of somebody, to whom and by whose leave, who rang their people, and the notices that went out.

import type { Instant } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'

/** In the whole of a house's life. */
export const MATTERS_MAX = 500
export const NOTICES_MAX = 2_000
export const LINES_MAX = 5_000
/** Of one matter. */
export const PERMISSIONS_MAX = 60
export const CONTACTS_MAX = 12
export const CALLS_MAX = 120
export const STATEMENTS_MAX = 60
/** Letters: of a name or a number, and of a fact or a notice. */
export const NAME_MAX = 80
export const WORDS_MAX = 600
/** Whom one notice reaches, and who of them is told first in person. */
export const CLOSEST_MAX = 60

/** What can be said of somebody, and nothing else can. There is none for how it came about. */
export const items = ['name', 'cared-for', 'hospital', 'condition', 'update', 'died'] as const
export type Item = (typeof items)[number]
/** Those that are a fact in words; the others are a sentence of the house's own. */
export const worded: readonly Item[] = ['hospital', 'condition', 'update']

export const audiences = ['company', 'house', 'public'] as const
export type Audience = (typeof audiences)[number]
export const channels = ['in-person', 'by-mail', 'to-the-press', 'on-a-page', 'announced'] as const
export type Channel = (typeof channels)[number]
export const ways = ['face-to-face', 'by-telephone', 'in-writing'] as const
export type Way = (typeof ways)[number]
export const givers = ['themself', 'proxy'] as const
export type Giver = (typeof givers)[number]

/** One item, in these words, for one audience. */
export type Permission = {
  readonly id: string
  readonly item: Item
  readonly audience: Audience
  readonly words: string
  readonly giver: Giver
  /** Of whoever gave it, and of whoever wrote that down. */
  readonly from: string
  readonly how: Way
  readonly by: string
  readonly at: Instant
  readonly withdrawnAt: Instant | null
}

/** What a contact may be told; `nothing`: must not be told at all. */
export const tellings = ['please-call', 'cared-for', 'where', 'everything', 'nothing'] as const
export type Telling = (typeof tellings)[number]
/** In the order in which they are rung. */
export type Contact = {
  readonly id: string
  readonly at: Instant
  readonly name: string
  readonly relation: string
  readonly phone: string
  readonly may: Telling
}
export const outcomes = ['reached', 'no-answer', 'message-without-content', 'try-again-at'] as const
export type Outcome = (typeof outcomes)[number]
export type Call = {
  readonly id: string
  readonly contact: string
  readonly outcome: Outcome
  readonly by: string
  readonly at: Instant
  readonly again: Instant | null
  /** Why somebody who must not be told was rung all the same; empty for everybody else. */
  readonly reason: string
}

/** Why a notice may go although nobody of their people was reached. */
export const settlings = ['they-said-so', 'their-people-asked', 'nobody-can-be-reached'] as const
export type Settling = (typeof settlings)[number]

/** As it left, word for word. */
export type Statement = {
  readonly id: string
  readonly at: Instant
  readonly audience: Audience
  readonly channel: Channel
  readonly items: readonly Item[]
  readonly text: string
  readonly by: string
}

export type Matter = {
  readonly id: string
  readonly at: Instant
  /** Null once it was erased: then nobody knows about whom. */
  readonly person: PersonId | null
  readonly permissions: readonly Permission[]
  readonly contacts: readonly Contact[]
  readonly calls: readonly Call[]
  readonly settled: { readonly why: Settling; readonly by: string; readonly at: Instant } | null
  readonly statements: readonly Statement[]
  readonly closedAt: Instant | null
}

export const templates = ['general', 'cared-for', 'survivor', 'death'] as const
export type Template = (typeof templates)[number]

export type Acknowledged = {
  readonly person: PersonId
  readonly at: Instant
  /** Who told them in person; null where they pressed it themself. */
  readonly toldBy: string | null
}
export type Notice = {
  readonly id: string
  readonly at: Instant
  readonly device: string
  /** Null where it is about nobody. */
  readonly matter: string | null
  /** Null once it was erased; then nothing of it is known but that there was one. */
  readonly said: Said | null
  /** When each began. */
  readonly rings: readonly Instant[]
  readonly acknowledged: readonly Acknowledged[]
}
type Said = {
  readonly person: PersonId | null
  /** Who wrote it, where the device is a person's. */
  readonly author: PersonId | null
  readonly template: Template
  readonly items: readonly Item[]
  readonly text: string
  readonly closest: readonly PersonId[]
}

export const lineKinds = ['cover', 'held', 'exit'] as const
export type LineKind = (typeof lineKinds)[number]
/** Each as it was said; the newest of its kind holds. */
export type Line = {
  readonly id: string
  readonly at: Instant
  /** Null once it was erased. */
  readonly said: { readonly kind: LineKind; readonly text: string } | null
  readonly endedAt: Instant | null
}

export type NoticeState = {
  readonly matters: readonly Matter[]
  readonly notices: readonly Notice[]
  readonly lines: readonly Line[]
}
export const emptyNotices: NoticeState = { matters: [], notices: [], lines: [] }

/** Whether anybody on the list must not be told: then nothing says where somebody is. */
const hasMustNot = ({ contacts }: Matter): boolean => contacts.some(({ may }) => may === 'nothing')

/** What may be said to these people now. Where somebody must not be told, no hospital is. */
export const permitted = (matter: Matter, audience: Audience): readonly Permission[] =>
  matter.permissions.filter(
    (one) =>
      one.audience === audience &&
      one.withdrawnAt === null &&
      (one.item !== 'hospital' || !hasMustNot(matter)),
  )
