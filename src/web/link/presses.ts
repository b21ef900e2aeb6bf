// What was pressed on this device and what became of it: sent once, kept and sent again, or told that it was not.

import { SIGN_AGE_MS_MAX } from '../../core/attendance/commands.ts'
import { worthOf } from '../../core/presence/evidence.ts'
import type { Answer, CodeLine, FromDevice, GivenCode, WireCommand } from '../../wire/messages.ts'
import { words } from '../speech/speech.ts'
import { type Sample, serverTime } from './offset.ts'

/** From here on the screen says "sending…". */
export const SLOW_MS = 300
/** A command that is not kept has this long to be answered. */
export const UNANSWERED_MS = 2_000
/** A standby answered or a call given this long ago belongs to another moment of the show. */
export const KEPT_MS = 60_000
/** For so long a sighting is news. */
export const SEEN_KEPT_MS = worthOf.eyes.validMinutes * 60_000
/** A note that the server could not keep is offered again after this long. */
export const RETRY_MS = 5_000
/** Presses that wait for an answer; beyond it a press is refused on the spot. */
export const OUTBOX_MAX = 64
/** Finished presses a screen can still look up. */
export const FINISHED_MAX = 16

export type Outcome =
  | {
      readonly kind: 'done'
      readonly seq: number
      readonly link: string | null
      readonly code: CodeLine | null
      /** For the stage door; only where some were given. */
      readonly codes?: readonly GivenCode[]
    }
  | { readonly kind: 'refused'; readonly sentence: string }
  /** The world broke: it may or may not have been kept. */
  | { readonly kind: 'failed'; readonly sentence: string }
  | { readonly kind: 'not-sent'; readonly sentence: string }

export type Press = {
  readonly id: string
  readonly command: WireCommand
  /** The performance it was pressed in; null where the device knew of none. */
  readonly performance: string | null
  /** By this device's clock. */
  readonly pressedAt: number
  /** When it was last sent on the present connection, or null. */
  readonly sentAt: number | null
  /** Unanswered for `SLOW_MS`. */
  readonly slow: boolean
  readonly outcome: Outcome | null
}

const lasting = ['note.write', 'task.finish', 'task.reopen', 'sign.in', 'sign.out', 'sign.away'] as const

/** What is as true a while later as when it was pressed: it waits, also while the app is closed. */
export type Lasting = Extract<WireCommand, { name: (typeof lasting)[number] }>

export const isLasting = (command: { readonly name: unknown }): command is Lasting =>
  lasting.some((name) => name === command.name)

/** Who was seen when, and what is said of it: told later, it still says when it was. */
const sightings = [
  'people.see',
  'sighting.undo',
  'own.say',
  'concern.raise',
  'concern.answer',
  'concerns.answer',
  'step.out',
] as const

/** How long a press is kept for a connection: not at all, for a while, or until it is answered. */
function keptFor(command: WireCommand): number {
  // Where somebody stood and said so, it stays true until they say otherwise.
  if (command.name.startsWith('sign.') || command.name === 'door.sign') return SIGN_AGE_MS_MAX
  if (isLasting(command)) return Number.POSITIVE_INFINITY
  if (sightings.some((name) => name === command.name)) return SEEN_KEPT_MS
  return command.name === 'standby.acknowledge' || command.name === 'call.give' ? KEPT_MS : 0
}

export const isKept = (press: Pick<Press, 'command'> & Partial<Press>): boolean => keptFor(press.command) > 0

export function newPress(
  presses: readonly Press[],
  {
    live,
    ...press
  }: Pick<Press, 'id' | 'command' | 'performance' | 'pressedAt'> & { readonly live: boolean },
): readonly Press[] {
  if (presses.some((one) => one.id === press.id)) return presses
  const fresh: Press = { ...press, sentAt: null, slow: false, outcome: null }
  const waiting = presses.filter((one) => one.outcome === null).length
  if (waiting >= OUTBOX_MAX) return add(presses, notSent(fresh, words().link.waitingMost({ most: waiting })))
  if (!live && !isKept(fresh)) return add(presses, notSent(fresh, words().link.notConnected))
  return add(presses, fresh)
}

/** Notes from before this page was opened come first; what is here already stays as it is. */
export function withRestored(
  presses: readonly Press[],
  notes: readonly Pick<Press, 'id' | 'command' | 'performance' | 'pressedAt'>[],
): readonly Press[] {
  const fresh = notes
    .filter((note) => !presses.some((press) => press.id === note.id))
    .reduce<readonly Press[]>((all, note) => newPress(all, { ...note, live: false }), [])
  return [...fresh, ...presses]
}

/** Forgets the oldest finished presses, never a waiting one. */
function add(presses: readonly Press[], press: Press): readonly Press[] {
  const all = [...presses, press]
  const finished = all.filter((one) => one.outcome !== null)
  const forgotten = new Set(finished.slice(0, Math.max(0, finished.length - FINISHED_MAX)))
  return forgotten.size === 0 ? all : all.filter((one) => !forgotten.has(one))
}

const notSent = (press: Press, why: string): Press => ({
  ...press,
  outcome: { kind: 'not-sent', sentence: words().link.notSent({ why }) },
})

/** What passing time does: slow after a while, given up later; unchanged presses keep their identity. */
export function agePresses(presses: readonly Press[], now: number): readonly Press[] {
  const aged = presses.map((press) => ageOne(press, now))
  return aged.some((press, index) => press !== presses[index]) ? aged : presses
}

function ageOne(press: Press, now: number): Press {
  if (press.outcome !== null) return press
  const age = now - press.pressedAt
  if (!isKept(press) && age >= UNANSWERED_MS) return unanswered(press)
  if (age >= Math.max(keptFor(press.command), UNANSWERED_MS)) {
    return notSent(press, words().link.noConnection)
  }
  if (press.sentAt !== null && now - press.sentAt >= RETRY_MS) return { ...press, sentAt: null }
  return press.slow || age < SLOW_MS ? press : { ...press, slow: true }
}

const unanswered = (press: Press): Press =>
  notSent(press, press.sentAt === null ? words().link.tooLate : words().link.noAnswer)

/** The connection is gone, and with it every answer that was on its way. */
export function breakPresses(presses: readonly Press[]): readonly Press[] {
  return presses.map((press) => {
    if (press.outcome !== null) return press
    return isKept(press) ? { ...press, sentAt: null } : unanswered(press)
  })
}

/** The commands that may go out now, in the order they were pressed, and the presses marked as sent. */
export function sendPresses(
  waiting: readonly Press[],
  { best, now, performance }: { readonly best: Sample; readonly now: number; readonly performance: string },
): { readonly presses: readonly Press[]; readonly send: readonly FromDevice[] } {
  const due = (press: Press) => press.outcome === null && press.sentAt === null
  if (!waiting.some(due)) return { presses: waiting, send: [] }
  const presses = waiting.map((press) =>
    due(press) && isOfAnother(press, performance) ? tooLate(press) : press,
  )
  return {
    presses: presses.map((press) => (due(press) ? { ...press, sentAt: now } : press)),
    send: presses.filter(due).map(({ id, command, pressedAt, performance: pressedIn }) => ({
      t: 'command',
      id,
      madeAt: serverTime(best, pressedAt),
      ...(pressedIn === null ? {} : { performance: pressedIn }),
      command,
    })),
  }
}

const isOfAnother = (press: Press, performance: string): boolean =>
  press.performance !== null && press.performance !== performance

const tooLate = (press: Press): Press => notSent(press, words().link.otherPerformance)

/** An answer that comes after "not sent" still tells the truth, so it replaces it. */
export function answerPress(presses: readonly Press[], id: string, answer: Answer): readonly Press[] {
  return presses.map((press) => (press.id === id ? answerOne(press, answer) : press))
}

function answerOne(press: Press, answer: Answer): Press {
  if (answer.ok) {
    const { seq, link = null, code = null, codes } = answer
    return { ...press, outcome: { kind: 'done', seq, link, code, ...(codes ? { codes } : {}) } }
  }
  if ('refusal' in answer)
    return { ...press, outcome: { kind: 'refused', sentence: answer.refusal.sentence } }
  // A note stays here until it is kept or refused: it is offered again after RETRY_MS.
  if (keptFor(press.command) === Number.POSITIVE_INFINITY) return press
  return { ...press, outcome: { kind: 'failed', sentence: answer.failure } }
}
