// What front of house may say and ask, and why not; and what the desk answers.

import { may, type Viewer } from '../disclosure/policy.ts'
import { type Result, refused } from '../kit/result.ts'
import { houseCalls } from '../show/call-tables.ts'
import { countryPack } from '../show/countries/packs.ts'
import type { Country } from '../show/show.ts'
import {
  AUDIENCE_MAX,
  HOLD_MINUTES_MAX,
  HOUSE_WORDS_MAX,
  type HouseCommand,
  type HouseEvent,
  type HouseState,
  isWaiting,
  LATECOMERS_MAX,
  RELEASES_MAX,
  REQUESTS_MAX,
  WHY_LENGTH_MAX,
} from './house.ts'

export type HouseContext = {
  readonly by: Viewer
  /** Whoever asks calls tonight: they answer for the desk. */
  readonly calls: boolean
  readonly country: Country
  /** Somebody may sit in the house. */
  readonly audience: boolean
  /** The act that goes up next; null while one is up, and once none is left. */
  readonly next: number | null
  readonly firstAct: number | null
}

type Decision = Result<readonly HouseEvent[]>
type Of<Name extends HouseCommand['name']> = Extract<HouseCommand, { name: Name }>

/** What is said of an audience, or to it. */
const forAudience: readonly HouseCommand['name'][] = [
  'house.open',
  'audience.count',
  'latecomers.hold',
  'latecomers.release',
  'house.bell',
]

const noAudience = refused(
  'no-audience',
  'There is no audience today: nothing is opened, counted or rung for one.',
)

const happened = (event: HouseEvent): Decision => ({ ok: true, value: [event] })

export function decideHouse(state: HouseState, command: HouseCommand, context: HouseContext): Decision {
  if (!mayAsk(command, context)) return refused('not-yours', 'This device does not speak for the house.')
  if (!context.audience && forAudience.includes(command.name)) return noAudience
  if (isWord(command) && (state.words ?? 0) >= HOUSE_WORDS_MAX) return manyWords
  switch (command.name) {
    case 'house.open':
      return open(state, command.open)
    case 'audience.count':
      return count(state, command.count)
    case 'latecomers.hold':
      return hold(state, command.count)
    case 'latecomers.release':
      return release(state)
    case 'house.bell':
      return bell(state, command, context)
    case 'house.back':
      return back(state, command.act, context)
    case 'house.ask':
      return ask(state, command, context)
    case 'house.take-back':
      return takeBack(state, command.request)
    case 'house.answer':
      return answer(state, command)
    default:
      return command satisfies never
  }
}

const manyWords = refused(
  'many-words',
  `A performance holds ${HOUSE_WORDS_MAX} words of the house. Tell the desk in person.`,
)

/** What can be said again and again; everything else has a bound of its own. */
const isWord = ({ name }: HouseCommand): boolean =>
  name === 'house.open' || name === 'audience.count' || name === 'latecomers.hold'

const mayAsk = ({ name }: HouseCommand, { by, calls }: HouseContext): boolean =>
  name === 'house.answer' ? calls : may(by, 'keep the house')

function open({ openedAt }: HouseState, opens: boolean): Decision {
  if (opens === (openedAt !== null))
    return refused('same', opens ? 'The house is open already.' : 'The house is not open.')
  return happened({ type: opens ? 'house.opened' : 'house.shut', v: 1, body: {} })
}

function count({ audience }: HouseState, number: number): Decision {
  if (!isCount(number, AUDIENCE_MAX))
    return refused('not-a-count', `The count is a whole number from 0 to ${AUDIENCE_MAX}.`)
  if (audience?.count === number) return refused('same', `The count is ${number} already.`)
  return happened({ type: 'audience.counted', v: 1, body: { count: number } })
}

function hold({ waiting }: HouseState, number: number): Decision {
  if (!isCount(number, LATECOMERS_MAX))
    return refused('not-a-count', `Latecomers are a whole number from 0 to ${LATECOMERS_MAX}.`)
  if ((waiting?.count ?? 0) === number)
    return refused('same', number === 0 ? 'No latecomers wait.' : `${number} latecomers wait already.`)
  return happened({ type: 'latecomers.held', v: 1, body: { count: number } })
}

function release({ waiting, released }: HouseState): Decision {
  if (waiting === null) return refused('nobody-waits', 'No latecomers wait.')
  if (released.length >= RELEASES_MAX)
    return refused('many-releases', `A performance holds ${RELEASES_MAX} times that latecomers are let in.`)
  return happened({ type: 'latecomers.released', v: 1, body: { count: waiting.count } })
}

function bell(state: HouseState, { bell: id, act }: Of<'house.bell'>, context: HouseContext): Decision {
  const known = houseCalls(context.country).find((one) => one.id === id)
  if (!known) return refused('no-such-bell', 'That is not among this house’s bells and calls.')
  if (context.next !== act) return refused('not-next', `Act ${act} is not the next to go up.`)
  if (state.bells.some((one) => one.bell === id && one.act === act))
    return refused('same', `${known.words}: given already.`)
  return happened({ type: 'bell.given', v: 1, body: { bell: id, act } })
}

function back(state: HouseState, act: number, { next, firstAct, country }: HouseContext): Decision {
  if (next !== act || act === firstAct)
    return refused(
      'no-interval',
      `The house comes back from an ${countryPack(country).trade.interval}, and there is none now.`,
    )
  if (state.back.some((one) => one.act === act)) return refused('same', 'The house is back already.')
  return happened({ type: 'house.returned', v: 1, body: { act } })
}

function ask(
  state: HouseState,
  { ask: kind, minutes, why }: Of<'house.ask'>,
  { next }: HouseContext,
): Decision {
  const words = why.trim()
  if (words.length > WHY_LENGTH_MAX)
    return refused('long', `A reason holds ${WHY_LENGTH_MAX} characters; this one has ${words.length}.`)
  if (state.requests.some((one) => one.ask === kind && isWaiting(one)))
    return refused('waiting', 'The desk has that request already. Take it back to ask anew.')
  if (state.requests.length >= REQUESTS_MAX)
    return refused('many', `A performance holds ${REQUESTS_MAX} requests: speak to the desk in person.`)
  const request = state.requests.length + 1
  const detail = { why: words }
  if (kind === 'speak') {
    const body = { request, ask: kind, act: null, minutes: null }
    return happened({ type: 'house.asked', v: 1, body, detail })
  }
  if (next === null) return refused('no-act', 'No act is about to go up: nothing waits for the house.')
  if (words === '') return refused('no-reason', 'Say in a few words why the act should wait.')
  if (minutes === null || !isCount(minutes, HOLD_MINUTES_MAX) || minutes === 0)
    return refused('not-minutes', `An act waits for 1 to ${HOLD_MINUTES_MAX} minutes.`)
  return happened({ type: 'house.asked', v: 1, body: { request, ask: kind, act: next, minutes }, detail })
}

const noRequest = refused('no-request', 'That request is answered or taken back already.')

const openRequest = (state: HouseState, request: number) =>
  state.requests.find((one) => one.request === request && isWaiting(one))

function takeBack(state: HouseState, request: number): Decision {
  if (!openRequest(state, request)) return noRequest
  return happened({ type: 'house.unasked', v: 1, body: { request } })
}

function answer(state: HouseState, { request, yes }: Of<'house.answer'>): Decision {
  if (!openRequest(state, request)) return noRequest
  return happened({ type: 'house.answered', v: 1, body: { request, yes } })
}

const isCount = (number: number, most: number): boolean =>
  Number.isInteger(number) && number >= 0 && number <= most
