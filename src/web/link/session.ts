// A device's side of the link, without clock, socket or screen: what it knows, what it sends, how old that is.

import type { Instant } from '../../core/kit/time.ts'
import type { FromDevice, FromServer, Sections, ViewerLine, WireCommand } from '../../wire/messages.ts'
import { PROTOCOL } from '../../wire/protocol.ts'
import { words } from '../speech/speech.ts'
import { bestSample, type Sample, sampleOf, serverTime, withSample } from './offset.ts'
import {
  agePresses,
  answerPress,
  breakPresses,
  newPress,
  type Press,
  sendPresses,
  withRestored,
} from './presses.ts'
import { type Reach, withTold } from './reach.ts'

/** Nothing heard for this long: the screen says how old it is. */
export const STALE_MS = 3_000
/** The heartbeat: a ping this often, so that a quiet show and a dead line look different. */
export const PING_MS = 1_000
/** A connection that says nothing for this long is given up. */
export const QUIET_MS = 8_000

/** `greeting`: connected, and not yet as good as the server. `stopped`: the server wants no further try. */
type Connection = 'offline' | 'greeting' | 'live' | 'stopped'

type Seen = { readonly performance: string; readonly boot: string; readonly seq: number }

export type SessionState = {
  readonly connection: Connection
  readonly viewer: ViewerLine | null
  readonly sections: Sections
  readonly seen: Seen | null
  readonly samples: readonly Sample[]
  /** When this device was last known to hold what the server holds; by its own clock. */
  readonly currentAt: number | null
  /** Nothing current was heard for `STALE_MS`. */
  readonly stale: boolean
  /** When anything was last heard, or the connection opened. */
  readonly heardAt: number
  readonly helloAt: number
  readonly pingedAt: number
  /** Oldest first. */
  readonly presses: readonly Press[]
  /** Until when this device shows its name, by its own clock; null while nobody asks which one it is. */
  readonly namedUntil: number | null
  /** Where else the server may be; null before it was told. */
  readonly reach: Reach | null
  /** What is shown is from before: the device slept, or its page was opened without the server. Null once it is told anew. */
  readonly kept: { readonly at: Instant; readonly performance: string } | null
  readonly stopped: { readonly why: 'not-paired' | 'revoked' | 'reload'; readonly sentence: string } | null
}

export type Input =
  | { readonly kind: 'opened'; readonly now: number }
  | { readonly kind: 'message'; readonly message: FromServer; readonly now: number }
  | { readonly kind: 'closed'; readonly now: number }
  | { readonly kind: 'tick'; readonly now: number }
  /** The device was asleep, and its running clock may have stood still: nothing it knows of time holds. */
  | { readonly kind: 'slept'; readonly now: number }
  /** `pressedAt`: when the hand moved, where that was before now. */
  | {
      readonly kind: 'press'
      readonly id: string
      readonly command: WireCommand
      readonly pressedAt?: number
      readonly now: number
    }
  /** Notes that waited on the device when its page was last open; oldest first. */
  | {
      readonly kind: 'restored'
      readonly notes: readonly Pick<Press, 'id' | 'command' | 'performance' | 'pressedAt'>[]
      readonly now: number
    }
  /** What was told of where the server may be when the page was last open. */
  | { readonly kind: 'remembered'; readonly reach: Reach; readonly now: number }
  /** Tonight, as it lay on the device when its page was opened. */
  | { readonly kind: 'found'; readonly night: FoundNight; readonly now: number }
  /** The server does not know this device. */
  | { readonly kind: 'not-paired'; readonly now: number }

/** `hangUp`: close this connection and try anew. */
export type Step = {
  readonly state: SessionState
  readonly send: readonly FromDevice[]
  readonly hangUp: boolean
}

export const emptySession: SessionState = {
  connection: 'offline',
  viewer: null,
  sections: {},
  seen: null,
  samples: [],
  currentAt: null,
  stale: true,
  heardAt: 0,
  helloAt: 0,
  pingedAt: 0,
  presses: [],
  namedUntil: null,
  reach: null,
  kept: null,
  stopped: null,
}

const quiet = (state: SessionState): Step => ({ state, send: [], hangUp: false })

export function step(state: SessionState, input: Input): Step {
  const { now } = input
  switch (input.kind) {
    case 'opened':
      return hello({ ...state, heardAt: now, stopped: null }, state.seen, now)
    case 'message':
      return hear({ ...state, heardAt: now }, input.message, now)
    case 'closed':
      return quiet({
        ...state,
        connection: state.connection === 'stopped' ? 'stopped' : 'offline',
        presses: breakPresses(state.presses),
      })
    case 'tick':
      return tick(state, now)
    case 'slept':
      return { state: { ...state, ...longAgo(state, now) }, send: [], hangUp: true }
    case 'press': {
      const { id, command } = input
      const live = state.connection === 'live'
      const performance = (state.seen ?? state.kept)?.performance ?? null
      const pressedAt = Math.min(input.pressedAt ?? now, now)
      const presses = newPress(state.presses, { id, command, performance, pressedAt, live })
      // What waited too long in a page that slept belongs to another moment already.
      return sendDue({ ...state, presses: agePresses(presses, now) }, now)
    }
    case 'restored':
      return sendDue({ ...state, presses: withRestored(state.presses, input.notes) }, now)
    case 'remembered':
      return quiet(state.reach === null ? { ...state, reach: input.reach } : state)
    case 'found':
      return quiet(
        state.viewer === null && state.stopped === null ? { ...state, ...foundIn(input.night) } : state,
      )
    case 'not-paired':
      return quiet(stop(state, 'not-paired', words().join.notPaired))
    default:
      return input satisfies never
  }
}

/** How long ago is not known, so it is at least long enough to say so; as of when it was true is known. */
function longAgo(state: SessionState, now: number): Partial<SessionState> {
  const { currentAt, seen, kept } = state
  const at = currentAt === null ? null : serverNow(state, currentAt)
  return {
    currentAt: currentAt === null ? null : Math.min(currentAt, now - STALE_MS),
    stale: true,
    samples: [],
    kept: kept ?? (at === null || seen === null ? null : { at, performance: seen.performance }),
  }
}

/** What was true at `at`, by the server's time. */
type FoundNight = {
  readonly at: Instant
  readonly performance: string
  readonly viewer: ViewerLine
  readonly sections: Sections
}

/** Shown as old as it is. `seen` stays null: it is no ground for a frame, and everything is asked for anew. */
const foundIn = ({ at, performance, viewer, sections }: FoundNight): Partial<SessionState> => ({
  viewer,
  sections,
  kept: { at, performance },
})

function hello(state: SessionState, seen: Seen | null, now: number): Step {
  return {
    state: { ...state, connection: 'greeting', seen, helloAt: now },
    send: [{ t: 'hello', protocol: PROTOCOL, seen }],
    hangUp: false,
  }
}

/** Whoever is turned away keeps nothing of the show. */
function stop(
  state: SessionState,
  why: NonNullable<SessionState['stopped']>['why'],
  sentence: string,
): SessionState {
  const forgotten =
    why === 'reload'
      ? {}
      : { sections: {}, seen: null, viewer: null, currentAt: null, stale: true, reach: null, kept: null }
  return {
    ...state,
    ...forgotten,
    connection: 'stopped',
    stopped: { why, sentence },
  }
}

function hear(state: SessionState, message: FromServer, now: number): Step {
  if (state.connection === 'offline' || state.connection === 'stopped') return quiet(state)
  switch (message.t) {
    case 'welcome': {
      const stamps = { serverReceivedAt: message.now, serverSentAt: message.now }
      // Earlier samples may be from before this device slept.
      const samples = [sampleOf({ ...stamps, sentAt: state.helloAt, backAt: now })]
      return quiet({ ...withoutOthers(state, message.viewer), viewer: message.viewer, samples })
    }
    case 'pong': {
      const { at, receivedAt, sentAt } = message
      const stamps = { sentAt: at, backAt: now, serverReceivedAt: receivedAt, serverSentAt: sentAt }
      const samples = withSample(state.samples, sampleOf(stamps))
      const heard = { ...state, samples }
      // Messages come in order: whoever hears the answer has heard every frame from before it was asked for.
      return sendDue(state.connection === 'live' ? currentSince(heard, at, now) : heard, now)
    }
    case 'snapshot': {
      const { performance, boot, seq, sections } = message
      return goLive({ ...state, sections, seen: { performance, boot, seq } }, now)
    }
    case 'frame':
      return hearFrame(state, message, now)
    case 'answer':
      return quiet({ ...state, presses: answerPress(state.presses, message.id, message.answer) })
    case 'you':
      return quiet({ ...state, viewer: message.viewer })
    case 'reach':
      return quiet({ ...state, reach: withTold(state.reach, message) })
    case 'identify':
      return quiet({ ...state, namedUntil: now + message.forMs })
    case 'bye':
      if (message.why === 'revoked' || message.why === 'reload') {
        return { state: stop(state, message.why, message.sentence), send: [], hangUp: true }
      }
      return { state, send: [], hangUp: true }
    default:
      return message satisfies never
  }
}

/** A frame counts only when nothing is missing before it; else everything is asked for anew. */
function hearFrame(state: SessionState, frame: Extract<FromServer, { t: 'frame' }>, now: number): Step {
  const { seen } = state
  // Without a frame to build on, only a snapshot helps, and it has been asked for.
  if (seen === null) return quiet(state)
  if (frame.prev > seen.seq) return hello(state, null, now)
  const isNews = frame.seq > seen.seq
  const sections = isNews ? { ...state.sections, ...frame.sections } : state.sections
  return goLive({ ...state, sections, seen: isNews ? { ...seen, seq: frame.seq } : seen }, now)
}

/** Paired anew as somebody else: what lay here was the other's, and so were the presses that waited. */
const withoutOthers = (state: SessionState, { device }: ViewerLine): SessionState =>
  state.kept !== null && state.viewer?.device !== device
    ? { ...state, sections: {}, presses: [], kept: null }
    : state

/** A frame may have been long on its way: only what was asked for says since when this device is current. */
function goLive(state: SessionState, now: number): Step {
  const answered = state.connection === 'greeting' ? currentSince(state, state.helloAt, now) : state
  return sendDue({ ...answered, connection: 'live', kept: null }, now)
}

function currentSince(state: SessionState, asked: number, now: number): SessionState {
  const currentAt = Math.max(state.currentAt ?? asked, asked)
  return { ...state, currentAt, stale: now - currentAt >= STALE_MS }
}

function sendDue(state: SessionState, now: number): Step {
  const best = bestSample(state.samples)
  if (state.connection !== 'live' || best === null) return quiet(state)
  const performance = state.seen?.performance ?? ''
  const { presses, send } = sendPresses(state.presses, { best, now, performance })
  return { state: { ...state, presses }, send, hangUp: false }
}

/** Returns the very same state where nothing changed, so that no screen is drawn again. */
function tick(state: SessionState, now: number): Step {
  const presses = agePresses(state.presses, now)
  const stale = state.currentAt === null || now - state.currentAt >= STALE_MS
  const namedUntil = state.namedUntil !== null && now >= state.namedUntil ? null : state.namedUntil
  const same = presses === state.presses && stale === state.stale && namedUntil === state.namedUntil
  const aged = same ? state : { ...state, presses, stale, namedUntil }
  if (state.connection !== 'greeting' && state.connection !== 'live') return quiet(aged)
  if (now - state.heardAt >= QUIET_MS) return { state: aged, send: [], hangUp: true }
  const due = sendDueAgain(aged, now)
  if (now - state.pingedAt < PING_MS) return due
  return { ...due, state: { ...due.state, pingedAt: now }, send: [...due.send, { t: 'ping', at: now }] }
}

const sendDueAgain = (state: SessionState, now: number): Step =>
  state.presses.some((press) => press.outcome === null && press.sentAt === null)
    ? sendDue(state, now)
    : quiet(state)

/** How old what this device shows is; null before it was ever current. */
export const ageOf = (state: SessionState, now: number): number | null =>
  state.currentAt === null ? null : Math.max(0, now - state.currentAt)

/** The time of day at the server, or null before it was ever heard. */
export function serverNow(state: SessionState, now: number): Instant | null {
  const best = bestSample(state.samples)
  return best === null ? null : serverTime(best, now)
}

/** How far `serverNow` may be out, in milliseconds. */
export const clockError = (state: SessionState): number | null => bestSample(state.samples)?.error ?? null
