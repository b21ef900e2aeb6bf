// An answer to an ask: what it says of the person, what it ends, and what it never ends.

import { may } from '../disclosure/policy.ts'
import { refused } from '../kit/result.ts'
import { instant } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'
import type { Answer, PresenceCommand } from './commands.ts'
import { type Concern, isOpen, type PresenceConcerns } from './concern.ts'
import {
  type ConcernContext,
  changed,
  type Decision,
  ended,
  helpFor,
  isHigh,
  notAsked,
} from './concern-context.ts'
import type { PresenceEvent, Rung } from './events.ts'

type Command = Extract<PresenceCommand, { name: 'concern.answer' }>

/** What was seen longer ago may not be so any more. */
const ANSWER_AGE_MS = 5 * 60_000

const seenBy: readonly Answer[] = ['on their way', 'cannot go on', 'staying, send someone']

export function answer(
  state: PresenceConcerns,
  concern: Concern,
  command: Command,
  context: ConcernContext,
): Decision {
  const witness = witnessOf(concern, command, context)
  if (witness === 'not-asked') return notAsked
  if (!isOpen(concern)) return ended
  if (context.at - context.madeAt > ANSWER_AGE_MS)
    return refused('old', 'That was pressed too long ago. Press again if it is still so.')
  if (concern.held && command.version < concern.held.version) return changed
  if (witness !== null && context.nameOf(witness) === null)
    return refused('nobody', 'That is nobody of this show.')
  if (witness === concern.person)
    return refused('oneself', 'Somebody else must have seen them. Your own word is on your own phone.')
  if (seenBy.includes(command.answer)) return seen(state, concern, { command, witness, context })
  return heard(concern, { command, witness, context })
}

type Said = {
  readonly command: Command
  readonly witness: PersonId | null
  readonly context: ConcernContext
}

/** Whoever presses; else whom it was put to who works where this screen stands; else whom stage management names. */
function witnessOf(
  { asks, place }: Concern,
  { by: named }: Command,
  { by, atHand, speaksFor, postedHere }: ConcernContext,
): PersonId | null | 'not-asked' {
  const leads = isHigh({ by })
  const put = by.person !== null && asks.some(({ person }) => person === by.person)
  const atSide = by.person === null && may(by, 'answer at a side')
  const own = atSide ? asks.filter(({ person }) => speaksFor(person, place)) : []
  const here = atSide && (atHand(place) || own.length > 0)
  if (!leads && !put && !here) return 'not-asked'
  if (named !== null) return leads || here || named === by.person ? named : 'not-asked'
  if (by.person !== null) return by.person
  const asked = own.findLast(({ answer }) => answer === null) ?? own.at(-1)
  return asked?.person ?? (here ? (postedHere()[0] ?? null) : null)
}

/** Three of the answers say that they were seen: by somebody, by name, and not by themselves. */
function seen(state: PresenceConcerns, concern: Concern, { command, witness, context }: Said): Decision {
  const { person, concern: number, held } = concern
  if (witness === null) return refused('who', 'Say who saw them: this screen is a place’s, not a person’s.')
  const { at, madeAt, nextSeq: sighting, clock } = context
  const { place, answer: word, how = 'eyes' } = command
  const saidAt = instant(Math.min(at, madeAt))
  const events: PresenceEvent[] = [
    {
      type: 'person.seen',
      v: 1,
      body: { people: [person], how, place, by: witness, saidAt, clock },
    },
    {
      type: 'concern.answered',
      v: 1,
      body: { concern: number, answer: word, by: witness, place, saidAt, sighting },
    },
  ]
  if (word === 'on their way') {
    // Whoever was said not to be able to go on is not let go of by a tap: a person says who is with them.
    if (held === null)
      events.push({ type: 'concern.ended', v: 1, body: { concern: number, sighting, with: null } })
  } else if (word === 'cannot go on') events.push(...toAtLeast(concern, 4, word))
  else events.push(helpFor(state, concern, witness, context))
  return { ok: true, value: events }
}

function heard(concern: Concern, { command, witness, context }: Said): Decision {
  const { at, madeAt } = context
  const { answer: word, place, version } = command
  const saidAt = instant(Math.min(at, madeAt))
  const body = { concern: concern.concern, answer: word, by: witness, place, saidAt, sighting: null }
  const answered: PresenceEvent = { type: 'concern.answered', v: 1, body }
  // Pressed twice, it is one rung.
  const jumps = word === 'door locked' && version === concern.version
  const to = Math.min(4, concern.rung + 1) as Rung
  return { ok: true, value: [answered, ...(jumps ? toAtLeast(concern, to, word) : [])] }
}

const toAtLeast = ({ concern, rung: now }: Concern, rung: Rung, because: string): PresenceEvent[] =>
  now >= rung ? [] : [{ type: 'concern.climbed', v: 1, body: { concern, rung, because } }]
