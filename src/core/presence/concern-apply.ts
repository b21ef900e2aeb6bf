// Folds what happened to concerns, one event at a time.

import { type Instant, instant } from '../kit/time.ts'
import { LOOKING_MS } from './commands.ts'
import type { Ask, Concern, PresenceConcerns } from './concern.ts'
import type { PresenceEvent } from './events.ts'

type Recorded = { readonly at: Instant; readonly by: string }
type Of<Type extends PresenceEvent['type']> = Extract<PresenceEvent, { type: Type }>

export function applyConcerns(
  state: PresenceConcerns,
  event: PresenceEvent,
  recorded: Recorded,
): PresenceConcerns {
  const { at } = recorded
  const on = (concern: number, change: (one: Concern) => Concern): PresenceConcerns => ({
    ...state,
    concerns: state.concerns.map((one) => (one.concern === concern ? change(one) : one)),
  })
  switch (event.type) {
    case 'concern.opened':
      return {
        ...raised(state, event.body.raisedBy, at),
        concerns: [...state.concerns, opened(state, event, at)],
      }
    case 'concern.joined':
      return {
        ...raised(state, event.body.raisedBy, at),
        concerns: on(event.body.concern, (one) => ({ ...one, due: one.due ?? event.body.due })).concerns,
      }
    case 'concern.asked':
      return on(event.body.concern, (one) => asked(one, event, at))
    case 'ask.shown':
      return on(event.body.concern, (one) => onAsk(one, event.body.ask, { shownAt: at }))
    case 'ask.read':
      return on(event.body.concern, (one) => onAsk(one, event.body.ask, { readAt: at }))
    case 'concern.answered':
      return on(event.body.concern, (one) => answered(one, event, at))
    case 'concern.climbed':
      return on(event.body.concern, (one) => climbed(one, event))
    case 'concern.ended': {
      const { sighting, with: staying } = event.body
      const ended = { at, sighting, with: staying, undone: false }
      return on(event.body.concern, (one) => ({ ...one, version: one.version + 1, looking: null, ended }))
    }
    case 'concern.judged':
      return on(event.body.concern, (one) => ({ ...one, judged: event.body.as }))
    case 'cover.called':
      return on(event.body.concern, (one) => ({ ...one, covers: [...one.covers, event.body.person] }))
    case 'sighting.withdrawn':
      return { ...state, concerns: state.concerns.map((one) => withoutSighting(one, event.body.sighting)) }
    case 'person.stepped-out':
      return { ...state, steppedOut: [...state.steppedOut, event.body] }
    case 'source.blind':
      return withBlind(state, event.body)
    case 'presence.counted':
      return { ...state, counted: event.body }
    case 'presence.mode':
      return { ...state, mode: event.body.mode }
    case 'person.seen':
    case 'clock.set':
    case 'own.said':
    case 'person.looked-up':
      return state
    default:
      return event satisfies never
  }
}

function withBlind(state: PresenceConcerns, { source, blind }: Of<'source.blind'>['body']): PresenceConcerns {
  const others = state.blind.filter((one) => one !== source)
  const wasBlind = [...new Set([...state.wasBlind, ...(blind ? [source] : [])])]
  return { ...state, wasBlind, blind: blind ? [...others, source] : others }
}

/** Ten minutes are asked about; ten minutes are kept. */
export const RAISED_KEPT_MS = 10 * 60_000

const raised = (state: PresenceConcerns, by: string | null, at: Instant): PresenceConcerns =>
  by === null
    ? state
    : { ...state, raised: [...state.raised.filter((one) => at - one.at < RAISED_KEPT_MS), { by, at }] }

function opened({ concerns }: PresenceConcerns, { body }: Of<'concern.opened'>, at: Instant): Concern {
  const { person, due, dueAt, place, rung, mode, rungs, because, raisedBy } = body
  return {
    concern: concerns.length + 1,
    version: 1,
    ...{ person, due, dueAt, place, rung, mode, rungs, because, raisedBy },
    openedAt: at,
    put: [],
    asks: [],
    skipped: [],
    held: null,
    looking: null,
    locked: undefined,
    covers: [],
    ended: null,
    judged: null,
  }
}

function asked(one: Concern, { body }: Of<'concern.asked'>, at: Instant): Concern {
  const fresh = body.asked.map(
    ({ person, how }, index): Ask => ({
      ask: one.asks.length + index + 1,
      ...{ person, how, at, rung: body.rung },
      shownAt: null,
      readAt: null,
      answer: null,
      answeredAt: null,
      passedOn: false,
    }),
  )
  const before = one.asks.map((ask) =>
    body.skipped.some(({ person }) => person === ask.person) && canPassOn(ask)
      ? { ...ask, passedOn: true }
      : ask,
  )
  const put = one.put.includes(body.rung) ? one.put : [...one.put, body.rung]
  // Whoever has looked for long enough is asked what came of it, once.
  const again = one.looking !== null && fresh.some(({ person }) => person === one.looking?.person)
  const looking = again ? null : one.looking
  return { ...one, put, looking, asks: [...before, ...fresh], skipped: [...one.skipped, ...body.skipped] }
}

const canPassOn = ({ answer }: Ask): boolean => answer === null || answer === 'not me'

const onAsk = (one: Concern, ask: number, change: Partial<Ask>): Concern => ({
  ...one,
  asks: one.asks.map((each) => (each.ask === ask ? { ...each, ...change } : each)),
})

function answered(one: Concern, { body }: Of<'concern.answered'>, at: Instant): Concern {
  const { answer, by } = body
  const version = one.version + 1
  const last = one.asks.findLast((ask) => ask.person === by && ask.answer === null)
  const asks = last ? onAsk(one, last.ask, { answer, answeredAt: at }).asks : one.asks
  const next = { ...one, version, asks }
  switch (answer) {
    case 'cannot go on':
    case 'staying, send someone':
      return {
        ...next,
        looking: null,
        held: { as: answer === 'cannot go on' ? answer : 'staying', by, version },
      }
    case 'looking':
      return by === null ? next : { ...next, looking: { person: by, until: instant(at + LOOKING_MS) } }
    case 'door locked':
      return { ...next, locked: body.place }
    case 'not here':
      return { ...next, looking: next.looking?.person === by ? null : next.looking }
    case 'on their way':
    case 'not me':
      return next
    default:
      return answer satisfies never
  }
}

function climbed(one: Concern, { body }: Of<'concern.climbed'>): Concern {
  return body.rung > one.rung ? { ...one, version: one.version + 1, rung: body.rung } : one
}

const withoutSighting = (one: Concern, sighting: number): Concern =>
  one.ended?.sighting === sighting ? { ...one, ended: { ...one.ended, undone: true } } : one
