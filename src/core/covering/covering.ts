// Tonight's plan of who plays what: the versions of it, who approved which, who was told, and which one stands on screens. Spec: docs/specs/covering.md.

import type { Instant } from '../kit/time.ts'
import type { DepartmentId, ObligationId, PersonId } from '../show/show.ts'

/** Who does it instead of whoever does in the book. Null: it is cut. */
export type CoverChange = { readonly obligation: ObligationId; readonly person: PersonId | null }

/** Why there is another plan, in words of the trade. Nothing about why anybody is out has a word here. */
export const planReasons = [
  'cover',
  'put-in',
  'split track',
  'cut show',
  'correction',
  'back to the book',
] as const
export type PlanReason = (typeof planReasons)[number]

/** Whoever is told: a person, or a department as one. */
export type Hearer = { readonly person: PersonId } | { readonly department: DepartmentId }

/** `in person`: somebody named said it to them. `own screen`: they pressed that they have read it. */
export type Told = {
  readonly to: Hearer
  readonly version: number
  /** Who told them; null where they read it themselves. */
  readonly by: PersonId | null
  readonly how: 'in person' | 'own screen'
  readonly at: Instant
}

export type Version = {
  /** From 1; nought is the book. */
  readonly version: number
  readonly at: Instant
  readonly by: string
  readonly why: PlanReason
  readonly changes: readonly CoverChange[]
  readonly replots: readonly string[]
  readonly proved: boolean
  /** Whom it costs a part or a number: each is told by a named person before any screen shows it. */
  readonly first: readonly PersonId[]
  /** Shown all the same, before everybody of `first` was told, on the word of whoever approved it. */
  readonly overridden: boolean
  /** Who settled what of it before the solver was asked; left out where nobody did: then it is as it was proposed. */
  readonly drafted?: PersonId
  /** Lifts and fights that are walked through, because two are not cleared with each other or one is cut. */
  readonly walked?: readonly ObligationId[]
  /** Whose yes it is, where another than who pressed said it. */
  readonly yes?: PersonId
  /** Approved in the running show without the yes of any who say it in this production. */
  readonly unasked?: true
  /** Null while it waits for somebody to be told. */
  readonly shownAt: Instant | null
}

/** Somebody could not be reached: whoever is named goes and tells them. */
type Errand = {
  readonly to: PersonId
  readonly version: number
  readonly by: PersonId
  readonly at: Instant
}

/** How the public hears who plays what: the board in the foyer, a slip in each programme, a voice before the curtain. */
export const castChannels = ['board', 'slip', 'announcement'] as const
export type CastChannel = (typeof castChannels)[number]

/** That one of them was used, by whose word and when. */
type Announced = {
  readonly version: number
  readonly channel: CastChannel
  readonly by: string
  readonly at: Instant
}

export type CoveringState = {
  readonly versions: readonly Version[]
  readonly told: readonly Told[]
  readonly errands: readonly Errand[]
  readonly announced: readonly Announced[]
}

export const emptyCovering: CoveringState = { versions: [], told: [], errands: [], announced: [] }

/** Versions of the plan in one performance. */
export const VERSIONS_MAX = 40
/** Rows of one version: more than any night of twelve out has. */
export const CHANGES_MAX = 3_000
/** Words about who was told, in one performance. */
export const TOLD_MAX = 3_000
export const ERRANDS_MAX = 500
/** Words about what was hung up, laid in or read out. */
export const ANNOUNCED_MAX = 200

type Event<Type extends string, Body> = {
  readonly type: Type
  readonly v: 1
  readonly body: Body
  readonly detail?: undefined
}

export type CoveringEvent =
  | Event<
      'plan.approved',
      Pick<
        Version,
        'version' | 'why' | 'changes' | 'replots' | 'proved' | 'first' | 'overridden' | 'drafted' | 'walked'
      >
    >
  | Event<'plan.told', Omit<Told, 'at'>>
  | Event<'plan.untold', { readonly to: Hearer; readonly version: number }>
  | Event<'plan.errand', Omit<Errand, 'at'>>
  | Event<'plan.announced', Pick<Announced, 'version' | 'channel'>>
  | Event<'plan.unannounced', Pick<Announced, 'version' | 'channel'>>
export type CoveringEventType = CoveringEvent['type']

export const coveringTypes: ReadonlySet<string> = new Set<CoveringEventType>([
  'plan.approved',
  'plan.told',
  'plan.untold',
  'plan.errand',
  'plan.announced',
  'plan.unannounced',
])

/** `told`: whom it costs something and who told them, in the approving press. */
export type CoveringCommand =
  | {
      readonly name: 'plan.approve'
      /** The newest version that whoever approves has seen. */
      readonly base: number
      readonly why: PlanReason
      readonly changes: readonly CoverChange[]
      readonly replots: readonly string[]
      readonly proved: boolean
      readonly told: readonly { readonly person: PersonId; readonly by: PersonId }[]
      readonly override: boolean
      readonly drafted?: PersonId
      /** Who said yes, where whoever presses does not say it themself. */
      readonly yes?: PersonId | undefined
    }
  | {
      readonly name: 'plan.tell'
      readonly to: Hearer
      readonly version: number
      readonly by: PersonId | null
    }
  | { readonly name: 'plan.untell'; readonly to: Hearer; readonly version: number }
  | { readonly name: 'plan.errand'; readonly to: PersonId; readonly by: PersonId }
  /** `used`: or that it was not, after all. */
  | {
      readonly name: 'plan.announce'
      readonly version: number
      readonly channel: CastChannel
      readonly used: boolean
    }

const coveringNames: ReadonlySet<string> = new Set<CoveringCommand['name']>([
  'plan.approve',
  'plan.tell',
  'plan.untell',
  'plan.errand',
  'plan.announce',
])

export const isOfCovering = <Command extends { readonly name: string }>(
  command: Command | CoveringCommand,
): command is CoveringCommand => coveringNames.has(command.name)

/** The newest that was approved; null where tonight is as in the book. */
export const newest = ({ versions }: CoveringState): Version | null => versions.at(-1) ?? null

/** The newest that screens show; null: the book. */
export const shown = ({ versions }: CoveringState): Version | null =>
  versions.findLast(({ shownAt }) => shownAt !== null) ?? null

/** Approved and not shown, because somebody has to be told first. */
export const waiting = (state: CoveringState): Version | null => {
  const last = newest(state)
  return last?.shownAt === null ? last : null
}

export const versionOf = ({ versions }: CoveringState, version: number): Version | null =>
  versions.find((one) => one.version === version) ?? null

export const sameHearer = (one: Hearer, other: Hearer): boolean =>
  'person' in one
    ? 'person' in other && one.person === other.person
    : 'department' in other && one.department === other.department

/** The newest version this hearer was told; nought: what stands in the book. */
export const toldVersion = ({ told }: CoveringState, to: Hearer): number =>
  told.reduce((newest, one) => (sameHearer(one.to, to) ? Math.max(newest, one.version) : newest), 0)

/** Who of those who must be told first has not been, by anybody. */
export const notToldFirst = ({ told }: CoveringState, { first, version }: Version): readonly PersonId[] =>
  first.filter(
    (person) =>
      !told.some(
        (one) => one.how === 'in person' && one.version === version && sameHearer(one.to, { person }),
      ),
  )

type Recorded = { readonly at: Instant; readonly by: string }

export function applyCovering(state: CoveringState, event: CoveringEvent, recorded: Recorded): CoveringState {
  return asShown(folded(state, event, recorded), recorded.at)
}

function folded(state: CoveringState, event: CoveringEvent, { at, by }: Recorded): CoveringState {
  switch (event.type) {
    case 'plan.approved': {
      const version: Version = { ...event.body, at, by, shownAt: null }
      // What nobody had been shown yet is not shown any more.
      return { ...state, versions: [...state.versions, version] }
    }
    case 'plan.told':
      return { ...state, told: [...state.told, { ...event.body, at }] }
    case 'plan.untold': {
      const { to, version } = event.body
      const told = state.told.filter((one) => !(sameHearer(one.to, to) && one.version === version))
      return { ...state, told }
    }
    case 'plan.errand':
      return { ...state, errands: [...state.errands, { ...event.body, at }] }
    case 'plan.announced':
      return { ...state, announced: [...state.announced, { ...event.body, by, at }] }
    case 'plan.unannounced': {
      const { version, channel } = event.body
      const stays = (one: Announced) => one.version !== version || one.channel !== channel
      return { ...state, announced: state.announced.filter(stays) }
    }
    default:
      return event satisfies never
  }
}

/** The newest is shown as soon as nobody has to be told first any more, and from then on stays so. */
function asShown(state: CoveringState, at: Instant): CoveringState {
  const last = waiting(state)
  if (last === null || (!last.overridden && notToldFirst(state, last).length > 0)) return state
  return { ...state, versions: [...state.versions.slice(0, -1), { ...last, shownAt: at }] }
}
