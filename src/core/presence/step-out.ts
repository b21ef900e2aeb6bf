// A person's own word that they cannot go on, or want somebody to come: what it puts before stage management at once.

import { may } from '../disclosure/policy.ts'
import { refused } from '../kit/result.ts'
import type { PersonId } from '../show/show.ts'
import { CONCERNS_MAX, type OwnWord } from './commands.ts'
import { type Concern, openOn, type PresenceConcerns } from './concern.ts'
import {
  type ConcernCommand,
  type ConcernContext,
  type Decision,
  happened,
  notYours,
} from './concern-context.ts'
import type { PresenceEvent } from './events.ts'
import { type Ladder, ladderFrom } from './ladder.ts'

type StepOut = Extract<ConcernCommand, { name: 'step.out' }>

/** N22: in two taps, without a reason. The cover is on the desk at once; whoever they ask for is asked to go. */
export function stepOut(state: PresenceConcerns, command: StepOut, context: ConcernContext): Decision {
  const { person, from, wants } = command
  const { by, at, nameOf } = context
  if (by.person !== person && !may(by, 'write down that somebody steps out')) return notYours
  if (nameOf(person) === null) return refused('nobody', 'That is nobody of this show.')
  if (from !== null && !context.isItem(from))
    return refused('no-item', 'That is not in tonight’s running order.')
  if (wants !== null && (nameOf(wants) === null || wants === person || context.isChild(wants)))
    return refused('nobody', 'Choose somebody else of this show.')
  const open = openOn(state, person)
  if (!open && state.concerns.length >= CONCERNS_MAX) return refused('many', 'Say it to stage management.')
  const concern = open?.concern ?? state.concerns.length + 1
  const said = { answer: 'cannot go on' as const, by: person, place: null, saidAt: at, sighting: null }
  return happened(
    { type: 'person.stepped-out', v: 1, body: { person, from, wants } },
    ...opening(open, person, { rung: 4, rungs: [] }, context),
    { type: 'concern.answered', v: 1, body: { concern, ...said } },
    ...(wants === null ? [] : [sends(concern, wants)]),
  )
}

/** What a person says of themself on their own phone, beyond that they are coming. */
export function afterOwnWord(
  state: PresenceConcerns,
  person: PersonId,
  word: OwnWord,
  context: ConcernContext,
): readonly PresenceEvent[] {
  if (word === 'on my way' || openOn(state, person)?.held) return []
  if (word === 'please come to me') {
    if (!openOn(state, person) && state.concerns.length >= CONCERNS_MAX) return []
    const { rungs } = ladderFrom(context.at, null)
    return opening(
      openOn(state, person),
      person,
      { rung: 3, rungs: rungs.filter(({ rung }) => rung > 3) },
      context,
    )
  }
  const stepsOut = stepOut(state, { name: 'step.out', person, from: null, wants: null }, context)
  return stepsOut.ok ? stepsOut.value : []
}

/** On the rung that the word demands, or raised to it where they are asked about already. */
function opening(
  open: Concern | undefined,
  person: PersonId,
  ladder: Ladder,
  { by, mode, nextDue }: ConcernContext,
): readonly PresenceEvent[] {
  const raisedBy = by.person ?? by.device
  if (open) {
    const { concern } = open
    const joined: PresenceEvent = { type: 'concern.joined', v: 1, body: { concern, raisedBy, due: null } }
    const { rung } = ladder
    return open.rung >= rung
      ? [joined]
      : [joined, { type: 'concern.climbed', v: 1, body: { concern, rung, because: 'their own word' } }]
  }
  const due = nextDue(person)
  const kept = mode === 'full' ? ('full' as const) : ('quiet' as const)
  const about = { person, raisedBy, due: due?.key ?? null, dueAt: due?.at ?? null, place: null }
  const body = { ...about, ...ladder, mode: kept, because: [], risk: 0 }
  return [{ type: 'concern.opened', v: 1, body }]
}

const sends = (concern: number, person: PersonId): PresenceEvent => ({
  type: 'concern.asked',
  v: 1,
  body: { concern, rung: 4, asked: [{ person, how: 'screen' }], skipped: [] },
})
