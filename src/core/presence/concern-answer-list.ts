// One answer for all names on one list: decided for each by itself; whom one pair of eyes saw, it saw at once.

import { refused } from '../kit/result.ts'
import type { PersonId } from '../show/show.ts'
import { NAMES_ON_A_LIST_MAX } from './ask-lists.ts'
import type { PresenceCommand } from './commands.ts'
import { concernOf, type PresenceConcerns } from './concern.ts'
import { answer } from './concern-answer.ts'
import { type ConcernContext, type Decision, happened, unknownTo } from './concern-context.ts'
import type { PresenceEvent } from './events.ts'

type Command = Extract<PresenceCommand, { name: 'concerns.answer' }>
type Seen = Extract<PresenceEvent, { type: 'person.seen' }>
type Events = readonly PresenceEvent[]

const MOST = `At most ${NAMES_ON_A_LIST_MAX} are answered at once.`

/** Whoever was seen meanwhile is passed over; where nothing is left to say, why stands in the refusal. */
export function answerList(state: PresenceConcerns, command: Command, context: ConcernContext): Decision {
  const asks = [...new Map(command.asks.map((one) => [one.concern, one])).values()]
  if (asks.length > NAMES_ON_A_LIST_MAX) return refused('many', MOST)
  const decided = asks.map(({ concern: number, version }) => {
    const concern = concernOf(state, number)
    if (!concern || concern.mode === 'logging') return unknownTo(context)
    const said = { concern: number, version, answer: command.answer, place: null, by: null }
    return answer(state, concern, { name: 'concern.answer', ...said }, context)
  })
  const said = decided.flatMap((one) => (one.ok ? [one.value] : []))
  if (said.length === 0) return decided.find((one) => !one.ok) ?? refused('nobody', 'Nobody was named.')
  return happened(...atOnce(said, context.nextSeq))
}

/** One sighting for each who saw, so that one word takes all of it back. */
function atOnce(said: readonly Events[], nextSeq: number): Events {
  const seen = new Map<PersonId | null, Seen>()
  for (const one of said.flat().flatMap(seenIn)) {
    const before = seen.get(one.body.by)?.body.people ?? []
    seen.set(one.body.by, { ...one, body: { ...one.body, people: [...before, ...one.body.people] } })
  }
  const witnesses = [...seen.keys()]
  const others = said.flatMap((events) => {
    const [own] = events.flatMap(seenIn)
    const sighting = own ? nextSeq + witnesses.indexOf(own.body.by) : null
    return events.flatMap((event) => (event.type === 'person.seen' ? [] : [citing(event, sighting)]))
  })
  return [...seen.values(), ...others]
}

const seenIn = (event: PresenceEvent): readonly Seen[] => (event.type === 'person.seen' ? [event] : [])

function citing(event: PresenceEvent, sighting: number | null): PresenceEvent {
  if (event.type === 'concern.answered') return { ...event, body: { ...event.body, sighting } }
  return event.type === 'concern.ended' ? { ...event, body: { ...event.body, sighting } } : event
}
