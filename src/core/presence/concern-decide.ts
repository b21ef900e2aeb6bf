// What people say about a concern, and why not: answers, ends, a cover, and stepping out.

import { may } from '../disclosure/policy.ts'
import { refused } from '../kit/result.ts'
import type { PersonId } from '../show/show.ts'
import { CONCERNS_MAX, CONCERNS_RAISED_MAX, type Mode, RAISED_BY_ONE_MAX } from './commands.ts'
import { type Concern, concernOf, isOpen, openOn, type PresenceConcerns } from './concern.ts'
import { answer } from './concern-answer.ts'
import { answerList } from './concern-answer-list.ts'
import { RAISED_KEPT_MS } from './concern-apply.ts'
import {
  type ConcernCommand,
  type ConcernContext,
  changed,
  type Decision,
  ended,
  happened,
  isHigh,
  notAsked,
  notYours,
  unknownTo,
} from './concern-context.ts'
import type { PresenceEvent, Rung } from './events.ts'
import { LEAD_MS, ladderFrom } from './ladder.ts'
import { stepOut } from './step-out.ts'

type Of<Name extends ConcernCommand['name']> = Extract<ConcernCommand, { name: Name }>

export function decideConcern(
  state: PresenceConcerns,
  command: ConcernCommand,
  context: ConcernContext,
): Decision {
  switch (command.name) {
    case 'concern.raise':
      return raise(state, command, context)
    case 'concerns.answer':
      return answerList(state, command, context)
    case 'step.out':
      return stepOut(state, command, context)
    case 'presence.mode':
      return setMode(context, command.mode)
    default:
      return onConcern(state, command, context)
  }
}

type OnConcern = Exclude<
  ConcernCommand,
  { name: 'concern.raise' | 'concerns.answer' | 'step.out' | 'presence.mode' }
>

function onConcern(state: PresenceConcerns, command: OnConcern, context: ConcernContext): Decision {
  const concern = concernOf(state, command.concern)
  if (!mayTry(command, context)) return notYours
  if (!concern || concern.mode === 'logging') return unknownTo(context)
  switch (command.name) {
    case 'concern.answer':
      return answer(state, concern, command, context)
    case 'ask.shown':
    case 'ask.read':
      return drawn(concern, command, context)
    case 'concern.spoken':
      return spoken(concern, command.to, context)
    case 'concern.end':
      return end(concern, command, context)
    case 'concern.judge':
      return judge(concern, command)
    case 'cover.call':
      return callCover(concern, command.person, context)
    default:
      return command satisfies never
  }
}

/** By their role alone, whatever the night is like. */
function mayTry({ name }: OnConcern, { by }: ConcernContext): boolean {
  if (name === 'concern.judge') return may(by, 'lead a concern')
  if (name === 'concern.spoken') return may(by, 'raise a concern')
  return name !== 'cover.call' || may(by, 'call a cover')
}

function setMode(context: ConcernContext, mode: Mode): Decision {
  if (!isHigh(context)) return notYours
  if (context.mode === mode) return refused('same', 'That is how it is tonight already.')
  return happened({ type: 'presence.mode', v: 1, body: { mode } })
}

function raise(state: PresenceConcerns, { person }: Of<'concern.raise'>, context: ConcernContext): Decision {
  const { by, at, nameOf } = context
  if (!may(by, 'raise a concern')) return notYours
  const name = nameOf(person)
  if (name === null) return refused('nobody', 'That is nobody of this show.')
  if (by.person === person)
    return refused('oneself', 'For yourself, press “please come to me” on your own phone.')
  const raisedBy = raiserOf(context)
  const open = openOn(state, person)
  if (open) return joined(open, raisedBy, context)
  const byPeople = state.concerns.filter((one) => one.raisedBy !== null).length
  if (state.concerns.length >= CONCERNS_MAX || byPeople >= CONCERNS_RAISED_MAX)
    return refused('many', `A performance holds ${CONCERNS_RAISED_MAX} of these: say it on cans.`)
  const due = context.nextDue(person)
  const dueAt = due !== null && due.at - at <= LEAD_MS ? due.at : null
  const lately = state.raised.filter((one) => one.by === raisedBy && at - one.at < RAISED_KEPT_MS)
  // So many by one account: stage management sees them, and nobody is asked by itself.
  const ladder = lately.length >= RAISED_BY_ONE_MAX ? noise : ladderFrom(at, dueAt)
  const mode = context.mode === 'full' ? 'full' : 'quiet'
  return happened({
    type: 'concern.opened',
    v: 1,
    body: {
      ...{ person, dueAt, mode, raisedBy, ...ladder },
      due: dueAt === null ? null : (due?.key ?? null),
      // Due nowhere soon: whoever has the best view of where they were last is asked.
      place: dueAt === null ? context.lastPlaceOf(person) : (due?.place ?? null),
      because: [],
      risk: 0,
    },
  })
}

/** A screen in a wing speaks for whoever works there: they are not asked what they have just said. */
const raiserOf = ({ by, postedHere }: ConcernContext): string => by.person ?? postedHere()[0] ?? by.device

const noise = { rung: 1 as Rung, rungs: [] }

/** One concern about one person. Stage management's word makes a search of what only stood there. */
function joined(open: Concern, raisedBy: string, context: ConcernContext): Decision {
  const { concern } = open
  const joins: PresenceEvent = { type: 'concern.joined', v: 1, body: { concern, raisedBy, due: null } }
  if (open.rungs.length > 0 || open.rung >= 3 || !isHigh(context)) return happened(joins)
  const because = 'stage management asks'
  return happened(joins, { type: 'concern.climbed', v: 1, body: { concern, rung: 3, because } })
}

/** A screen in a wing says what it has shown of what was put to whoever works there, and of nothing else. */
const isPutHere = (person: PersonId, { place }: Concern, { by, speaksFor }: ConcernContext): boolean =>
  by.person === null && may(by, 'answer at a side') && speaksFor(person, place)

/** Whom it was put to, who wondered, and stage management at that side: nobody else is told that there is such a concern. */
function knowsOf(concern: Concern, context: ConcernContext): boolean {
  const { person, place } = context.by
  const put = concern.asks.some((ask) => ask.person === person || isPutHere(ask.person, concern, context))
  const atHand = person === null && may(context.by, 'answer at a side') && context.atHand(concern.place)
  return put || concern.raisedBy === raiserOf(context) || (atHand && place !== null)
}

function drawn(
  concern: Concern,
  { name, ask: number }: Of<'ask.shown'> | Of<'ask.read'>,
  context: ConcernContext,
): Decision {
  const ask = concern.asks.find((one) => one.ask === number)
  if (!ask) return notAsked
  if (ask.person !== context.by.person && !isPutHere(ask.person, concern, context)) return notAsked
  if ((name === 'ask.shown' ? ask.shownAt : ask.readAt) !== null)
    return refused('same', 'That is known already.')
  return happened({ type: name, v: 1, body: { concern: concern.concern, ask: number } })
}

function spoken(concern: Concern, to: PersonId, context: ConcernContext): Decision {
  if (!isHigh(context) && !knowsOf(concern, context)) return notAsked
  if (!isOpen(concern)) return ended
  const name = context.nameOf(to)
  if (name === null || to === concern.person || context.isChild(to))
    return refused('nobody', 'That is nobody who could be asked.')
  const { concern: number, rung } = concern
  const asked = [{ person: to, how: 'spoken' as const }]
  return happened({ type: 'concern.asked', v: 1, body: { concern: number, rung, asked, skipped: [] } })
}

function end(
  concern: Concern,
  { version, with: staying }: Of<'concern.end'>,
  context: ConcernContext,
): Decision {
  const { held, concern: number, person } = concern
  const stays = held?.by != null && held.by !== person && saysForWhoStays(held.by, concern, context)
  if (!isHigh(context) && !stays) return notAsked
  if (!isOpen(concern)) return ended
  if (held === null)
    return refused(
      'not-seen',
      'Nobody has seen them yet. It ends with “seen, on their way”, by whoever sees them.',
    )
  if (version < held.version) return changed
  if (context.nameOf(staying) === null || staying === person)
    return refused('nobody', 'Say who is with them: somebody of this show, and not they themselves.')
  return happened({ type: 'concern.ended', v: 1, body: { concern: number, sighting: null, with: staying } })
}

const saysForWhoStays = (staying: PersonId, concern: Concern, context: ConcernContext): boolean =>
  staying === context.by.person || isPutHere(staying, concern, context)

function judge(concern: Concern, { as }: Of<'concern.judge'>): Decision {
  if (isOpen(concern)) return refused('open', 'That is not over yet.')
  if (concern.judged === as) return refused('same', 'That is known already.')
  return happened({ type: 'concern.judged', v: 1, body: { concern: concern.concern, as } })
}

function callCover(concern: Concern, person: PersonId, context: ConcernContext): Decision {
  // Before cover is drafted the dance captain is told nothing.
  if (!isHigh(context) && concern.rung < 4) return notAsked
  if (!isOpen(concern)) return ended
  if (!context.covers(concern.person).includes(person))
    return refused('no-cover', 'That is none of the covers of tonight.')
  if (concern.covers.includes(person)) return refused('same', 'They have been called already.')
  return happened({ type: 'cover.called', v: 1, body: { concern: concern.concern, person } })
}
