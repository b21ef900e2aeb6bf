// Absences and plans within the night: what is said of them is decided on the show in force and the night as it stands.

import type { AbsenceCommand, AbsenceEvent } from '../absence/absence.ts'
import { decideAbsence } from '../absence/decide.ts'
import { verify } from '../cover/verify.ts'
import type { CoverChange, CoveringCommand, CoveringEvent } from '../covering/covering.ts'
import { decideCovering } from '../covering/decide.ts'
import { may } from '../disclosure/policy.ts'
import { type Result, refused } from '../kit/result.ts'
import { approversOf } from '../show/competence.ts'
import type { ObligationId } from '../show/show.ts'
import { coverNightOf, planOfChanges } from './cover-night-of.ts'
import { spotsOf } from './cover-spots.ts'
import { pairsOut } from './lifts.ts'
import type { NightContext, NightState, Plan } from './night.ts'
import { lossesOf } from './told.ts'
import { asOrdered } from './tonight.ts'

const notOpen = refused('not-open', 'No performance is open.')
const closed = refused('closed', 'This performance is closed.')

const shut = ({ calling }: NightState) =>
  calling.opened === null ? notOpen : calling.closedAt === null ? null : closed

export function decideOfAbsence(
  plan: Plan,
  state: NightState,
  command: AbsenceCommand,
  { by, at }: NightContext,
): Result<readonly AbsenceEvent[]> {
  const { show, timeline } = asOrdered(plan, state)
  const names = namesIn(show)
  const index = (item: string) => timeline.items.find(({ id }) => id === item)?.index ?? null
  const decision = decideAbsence(state.absence, command, {
    ...{ by, at },
    nameOf: (person) => names.get(person) ?? null,
    isItem: (item) => index(item) !== null,
    hasBegun: (item) => {
      const reached = state.calling.reached?.item ?? null
      return reached !== null && (index(item) ?? 0) <= reached
    },
  })
  if (!decision.ok && decision.refusal.code === 'not-yours') return decision
  return shut(state) ?? decision
}

export function decideOfCovering(
  plan: Plan,
  state: NightState,
  command: CoveringCommand,
  { by, at }: NightContext,
): Result<readonly CoveringEvent[]> {
  const names = namesIn(plan.show)
  const decision = decideCovering(state.covering, command, {
    by,
    nameOf: (person) => names.get(person) ?? null,
    isDepartment: (department) => plan.show.departments.some(({ id }) => id === department),
    tellsAnybody: may(by, 'say who was told'),
    begun: state.calling.acts.length > 0,
    impossible: (changes, replots) => whyNot(plan, state, { changes, replots, at }),
    walked: (changes, replots) => walkedIn(plan, state, { changes, replots, at }),
    losses: (changes) => lossesOf(plan, state, changes),
    approvers: approversOf(plan.show),
  })
  if (!decision.ok && decision.refusal.code === 'not-yours') return decision
  return shut(state) ?? decision
}

const namesIn = ({ people }: Plan['show']) => new Map(people.map(({ id, callName }) => [id, callName]))

type Asked = {
  readonly changes: readonly CoverChange[]
  readonly replots: readonly string[]
  readonly at: NightContext['at']
}

function walkedIn(plan: Plan, state: NightState, { changes, replots, at }: Asked): readonly ObligationId[] {
  const whole = planOfChanges(plan, state, changes, replots)
  if (whole === null) return []
  const out = pairsOut(spotsOf(asOrdered(plan, state)), coverNightOf(plan, state, at), whole)
  return [...new Set(out.flatMap(({ ends }) => ends.map(({ one }) => one.id)))]
}

/** By the check that knows nothing of how the plan was found: also a proposal that has become old is caught here. */
function whyNot(plan: Plan, state: NightState, { changes, replots, at }: Asked): string | null {
  const whole = planOfChanges(plan, state, changes, replots)
  if (whole === null) return 'This plan is of another version of the show: ask for a new proposal.'
  // Whom it takes from what is theirs is for whoever approves it, not for the arithmetic.
  const fault = verify(coverNightOf(plan, state, at), whole).find(({ what }) => what !== 'left without need')
  if (!fault) return null
  const spot = plan.show.obligations.find(({ id }) => id === fault.obligation)
  const who = namesIn(plan.show).get(fault.person as never)
  const where = spot === undefined ? '' : ` (${spot.title})`
  return `The show has gone on, or somebody is out since: ${who ?? 'somebody'} cannot do this any more${where}. Ask for a new proposal.`
}
