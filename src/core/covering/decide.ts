// Who may approve a plan and tell of it, and what is refused: what people cannot do, what is late, what nobody was told first.

import { may, type Viewer } from '../disclosure/policy.ts'
import { accepted, type Result, refused, refusedNaming } from '../kit/result.ts'
import type { DepartmentId, ObligationId, PersonId } from '../show/show.ts'
import {
  ANNOUNCED_MAX,
  CHANGES_MAX,
  type CoverChange,
  type CoveringCommand,
  type CoveringEvent,
  type CoveringState,
  ERRANDS_MAX,
  type Hearer,
  newest,
  notToldFirst,
  sameHearer,
  shown,
  TOLD_MAX,
  VERSIONS_MAX,
  type Version,
  versionOf,
  waiting,
} from './covering.ts'

export type CoveringContext = {
  readonly by: Viewer
  readonly nameOf: (person: PersonId) => string | null
  readonly isDepartment: (department: DepartmentId) => boolean
  /** Whose own people, or whose own side, the presser may say were told. */
  readonly tellsAnybody: boolean
  /** An act has gone up tonight. */
  readonly begun: boolean
  /** Null where people can do it; else why not, in a sentence. */
  readonly impossible: (changes: readonly CoverChange[], replots: readonly string[]) => string | null
  /** Whom it costs a part or a number, and who has to be told first; and what it costs each. */
  readonly losses: (changes: readonly CoverChange[]) => ReadonlyMap<PersonId, readonly ObligationId[]>
  /** What of its lifts and fights is walked through. */
  readonly walked: (changes: readonly CoverChange[], replots: readonly string[]) => readonly ObligationId[]
  /** Whose yes a plan needs; empty where stage management or the dance captain says it. */
  readonly approvers: readonly PersonId[]
}

type Decision = Result<readonly CoveringEvent[]>
type Of<Name extends CoveringCommand['name']> = Extract<CoveringCommand, { name: Name }>

export function decideCovering(
  state: CoveringState,
  command: CoveringCommand,
  context: CoveringContext,
): Decision {
  switch (command.name) {
    case 'plan.approve':
      return approve(state, command, context)
    case 'plan.tell':
      return tell(state, command, context)
    case 'plan.untell':
      return untell(state, command, context)
    case 'plan.errand':
      return send(state, command, context)
    case 'plan.announce':
      return announce(state, command, context)
    default:
      return command satisfies never
  }
}

function approve(state: CoveringState, command: Of<'plan.approve'>, context: CoveringContext): Decision {
  if (!may(context.by, 'approve a plan'))
    return refused('not-yours', 'The dance captain or stage management approves who plays what.')
  const before = newest(state)?.version ?? 0
  if (command.base !== before)
    return refused(
      'older',
      'Another plan was approved meanwhile: look at that one first, and ask for a new proposal.',
    )
  if (state.versions.length >= VERSIONS_MAX)
    return refused('many', `A performance holds ${VERSIONS_MAX} plans of who plays what.`)
  const { changes, replots, why, proved, override, drafted } = command
  if (changes.length > CHANGES_MAX)
    return refused('long', `A plan holds ${CHANGES_MAX} changes; this one has ${changes.length}.`)
  const impossible = context.impossible(changes, replots)
  if (impossible !== null) return refused('impossible', impossible)
  const asked = yesOf(command, context)
  if (!asked.ok) return asked
  const first = [...context.losses(changes).keys()]
  const version = before + 1
  const told = toldFirst(state, command, version, context)
  if (!told.ok) return told
  const missing = first.filter((person) => !told.value.some((one) => isOf(one, person)))
  if (context.begun && missing.length > 0 && !override)
    return refusedNaming(
      'not-told',
      `Not before ${list(missing, context)} knows it from somebody: say who told them, or that it cannot wait.`,
      'Not before everybody whom it costs something knows it from somebody: say who told them, or that it cannot wait.',
    )
  const overridden = override && missing.length > 0
  const walked = context.walked(changes, replots)
  const body = {
    ...{ version, why, changes, replots, proved, first, overridden },
    ...(drafted === undefined ? {} : { drafted }),
    ...(walked.length === 0 ? {} : { walked }),
    ...asked.value,
  }
  return accepted([{ type: 'plan.approved', v: 1, body }, ...told.value])
}

/** Those whom the production names; in the running show nothing waits for them, and the record says that it did not. */
function yesOf(
  { yes }: Of<'plan.approve'>,
  { approvers, by, begun, nameOf }: CoveringContext,
): Result<Pick<Version, 'yes' | 'unasked'>> {
  if (approvers.length === 0) return accepted({})
  if (yes !== undefined)
    return approvers.includes(yes)
      ? accepted(yes === by.person ? {} : { yes })
      : refused('not-an-approver', 'That is nobody who says yes to a plan in this production.')
  if (by.person !== null && approvers.includes(by.person)) return accepted({})
  if (begun) return accepted({ unasked: true })
  const names = approvers.flatMap((person) => nameOf(person) ?? [])
  return refused('not-approved', `Say who said yes to it: ${names.join(', ')}.`)
}

type ToldEvent = Extract<CoveringEvent, { type: 'plan.told' }>

const isOf = ({ body }: ToldEvent, person: PersonId): boolean => sameHearer(body.to, { person })

/** Named in the approving press, or told of as much in the version that still waits. */
function toldFirst(
  state: CoveringState,
  { told, changes }: Of<'plan.approve'>,
  version: number,
  { nameOf, by, losses }: CoveringContext,
): Result<readonly ToldEvent[]> {
  const waits = waiting(state)
  const before = state.told.filter(
    (one) => waits !== null && one.version === waits.version && one.how === 'in person',
  )
  const known = losses(waits?.changes ?? [])
  const events: ToldEvent[] = []
  for (const [person, loss] of losses(changes)) {
    const named = told.find((one) => one.person === person)
    // Whoever was told of less has not been told of this.
    const isKnown = loss.every((one) => known.get(person)?.includes(one) === true)
    const earlier = isKnown ? before.find((one) => sameHearer(one.to, { person })) : undefined
    const teller = named?.by ?? earlier?.by ?? null
    if (teller === null) continue
    if (named && !may(by, 'tell somebody first'))
      return refused('not-yours', 'Who told somebody first is said by stage management or the dance captain.')
    if (nameOf(teller) === null || teller === person)
      return refused('nobody', 'Whoever told them is somebody else of this company.')
    events.push({
      type: 'plan.told',
      v: 1,
      body: { to: { person }, version, by: teller, how: 'in person' },
    })
  }
  return accepted(events)
}

const list = (people: readonly PersonId[], { nameOf }: CoveringContext): string => {
  const names = people.map((person) => nameOf(person) ?? '')
  const last = names.at(-1) ?? ''
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last
}

const manyTold = refused('many', `A performance holds ${TOLD_MAX} words about who was told.`)

function tell(state: CoveringState, command: Of<'plan.tell'>, context: CoveringContext): Decision {
  const { to, version, by } = command
  const own = 'person' in to && to.person === context.by.person && by === null
  const ownDepartment = 'department' in to && to.department === context.by.department && by === null
  const errand = by !== null && by === context.by.person && isErrandOf(state, to, by)
  const plan = versionOf(state, version)
  const isFirst = plan !== null && 'person' in to && notToldFirst(state, plan).includes(to.person)
  if (!own && !ownDepartment && !errand && !context.tellsAnybody) return notYours
  if (isFirst && !own && !may(context.by, 'tell somebody first'))
    return refused(
      'not-yours',
      'This is said to them by stage management, the dance captain or the company manager.',
    )
  if (!isKnown(to, context)) return refused('nobody', 'That is nobody of this show.')
  // What is not shown to them they cannot have read.
  if (plan === null || ((own || ownDepartment) && (plan.shownAt === null || isFirst))) return noPlan
  if (by === null && !own && !ownDepartment) return refused('nobody', 'Say who told them.')
  if (by !== null && (context.nameOf(by) === null || ('person' in to && to.person === by)))
    return refused('nobody', 'Whoever told them is somebody else of this company.')
  if (state.told.some((one) => one.version === version && sameHearer(one.to, to)))
    return refused('same', 'They have been told already.')
  if (plan === waiting(state) && isLastFirst(state, plan, to) && hasGoneOn(plan, context)) return goneOn
  if (state.told.length >= TOLD_MAX) return manyTold
  const how = by === null ? ('own screen' as const) : ('in person' as const)
  return accepted([{ type: 'plan.told', v: 1, body: { to, version, by, how } }])
}

/** With this word it would be shown. */
const isLastFirst = (state: CoveringState, plan: Version, to: Hearer): boolean =>
  notToldFirst(state, plan).every((person) => sameHearer(to, { person }))

/** It would say of what has been played that somebody else played it. */
const hasGoneOn = ({ changes, replots }: Version, { begun, impossible }: CoveringContext): boolean =>
  begun && impossible(changes, replots) !== null

const goneOn = refused(
  'gone-on',
  'The show has gone on since that plan was approved: approve the new proposal, and say there who told them.',
)
const notYours = refused('not-yours', 'Stage management says who was told.')
const noPlan = refused('no-plan', 'There is no such plan to be told of.')

const isKnown = (to: Hearer, { nameOf, isDepartment }: CoveringContext): boolean =>
  'person' in to ? nameOf(to.person) !== null : isDepartment(to.department)

const isErrandOf = ({ errands }: CoveringState, to: Hearer, by: PersonId): boolean =>
  'person' in to && errands.some((one) => one.to === to.person && one.by === by)

/** What was shown because of that word has been seen, and stays. */
function untell(
  state: CoveringState,
  { to, version }: Of<'plan.untell'>,
  context: CoveringContext,
): Decision {
  if (!context.tellsAnybody) return notYours
  if (!state.told.some((one) => one.version === version && sameHearer(one.to, to)))
    return refused('same', 'Nobody has said that they were told.')
  return accepted([{ type: 'plan.untold', v: 1, body: { to, version } }])
}

function send(state: CoveringState, { to, by }: Of<'plan.errand'>, context: CoveringContext): Decision {
  if (!context.tellsAnybody) return notYours
  if (context.nameOf(to) === null || context.nameOf(by) === null || to === by)
    return refused('nobody', 'Whoever goes is somebody else of this company.')
  const plan = shown(state)
  if (plan === null) return noPlan
  if (state.errands.some((one) => one.to === to && one.by === by && one.version === plan.version))
    return refused('same', 'They go already.')
  if (state.errands.length >= ERRANDS_MAX)
    return refused('many', `A performance holds ${ERRANDS_MAX} errands of this kind.`)
  return accepted([{ type: 'plan.errand', v: 1, body: { to, version: plan.version, by } }])
}

/** Of what screens show: what somebody has still to be told first is hung up nowhere. */
function announce(
  { versions, announced }: CoveringState,
  { version, channel, used }: Of<'plan.announce'>,
  { by }: CoveringContext,
): Decision {
  if (!may(by, 'say what was announced'))
    return refused('not-yours', 'Stage management or front of house says what was hung up or read out.')
  const plan = versions.find((one) => one.version === version)
  if (!plan || plan.shownAt === null) return noPlan
  const known = announced.some((one) => one.version === version && one.channel === channel)
  if (known === used)
    return refused('same', used ? 'That is written down already.' : 'That was never written down.')
  if (used && announced.length >= ANNOUNCED_MAX)
    return refused('many', `A performance holds ${ANNOUNCED_MAX} words about what was hung up or read out.`)
  return accepted([{ type: used ? 'plan.announced' : 'plan.unannounced', v: 1, body: { version, channel } }])
}
