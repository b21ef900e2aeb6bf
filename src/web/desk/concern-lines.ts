// The concerns of tonight in the order in which they press, and what each says in a line.

import type { ConcernLine, ConcernsSection } from '../../core/night/presence-sections.ts'
import type { Sections } from '../../wire/messages.ts'
import { words } from '../speech/speech.ts'
import { listWords } from '../ui/words.ts'

/** So many besides the first have a line each; of the rest the number is said. */
export const OTHERS_MAX = 4
/** So many that are over wait for a word on what they were. */
export const ENDED_MAX = 2

/** From this rung on the desk says the name without being asked. */
const NAMED_FROM = 3

/** The highest rung first, then whoever is due first; what was raised without a time comes last. */
export const byUrgency = (concerns: readonly ConcernLine[]): readonly ConcernLine[] =>
  concerns.toSorted((a, b) => b.rung - a.rung || timeOf(a) - timeOf(b) || a.concern - b.concern)

const timeOf = ({ dueAt, nextAt }: ConcernLine): number => dueAt ?? nextAt ?? Number.POSITIVE_INFINITY

export const isNamed = ({ rung, state }: ConcernLine): boolean =>
  rung >= NAMED_FROM || /^(?:cannot|staying)/.test(state)

/** "2 being asked · and 1 more": of the people in the state of the most urgent, how many; and who is in another. */
export function countWords(concerns: readonly ConcernLine[], first: ConcernLine): string {
  const { concern } = words()
  const people = concerns.filter(({ state }) => state === first.state).length
  const count = concern.count({ people, state: concern.states[first.state] })
  return people === concerns.length ? count : `${count} · ${concern.more(concerns.length - people)}`
}

type Silence = Pick<ConcernsSection, 'blind' | 'mode' | 'logging' | 'full'>

/** Of a side that is not heard nobody needs to be told once nobody is due there any more. */
export const silenceOf = (concerns: Silence, isOver: boolean): Silence =>
  isOver ? { ...concerns, blind: [], full: false } : concerns

type Known = Pick<Sections, 'incidents' | 'quietHelp' | 'rollCall' | 'watching'>

/** Somebody is down, asks for help, or is called for; or nobody looks (WHERE-14). */
export const isTroubled = ({ incidents, quietHelp, rollCall, watching }: Known): boolean =>
  (incidents?.open.length ?? 0) > 0 ||
  (quietHelp?.lines.some(({ over }) => over === null) ?? false) ||
  (rollCall?.going ?? null) !== null ||
  (watching !== undefined && (watching.stale || watching.lookedAt === null))

/** All is well only where one would hear that it is not (WHERE-10), and where nothing else says otherwise. */
export const wellWords = ({ blind, full, mode, logging }: Silence, troubled: boolean): string => {
  const { concern } = words()
  if (blind.length > 0 || full) return concern.notHeard
  return troubled || mode === 'logging' || logging !== null ? concern.noneHeard : concern.allWell
}

/** Of whom nobody is asked about, and why: a side that tells of nobody, a night that is only written down, or one that is full. */
export function silenceWords({ mode, logging, blind, full }: Silence): string {
  const { concern } = words()
  if (logging !== null) return concern.logging({ done: logging.performances, of: logging.of })
  if (mode === 'logging') return concern.loggingChosen
  if (full) return concern.full
  return blind.length === 0 ? '' : concern.blind({ names: listWords(blind) })
}

/** Where they are due, or, where somebody wondered long before that, where it is asked about them (WHERE-11). */
export const placeWords = ({ place, dueAt }: ConcernLine): string => {
  const { concern } = words()
  if (dueAt === null) return place === null ? '' : concern.around({ place })
  return place === null ? concern.dueAnywhere : concern.due({ place })
}

export const nextWords = ({ next }: ConcernLine): string => {
  const { concern } = words()
  return next === null ? concern.noNext : concern.next({ what: concern.rungs[next] })
}

/** What became of one ask: sent, shown, read, answered; the same person may be asked first and sent afterwards. */
export function askWords(ask: ConcernLine['asked'][number]): string {
  const { concern } = words()
  const said = becameWords(ask)
  return ask.rung < LOOKING_RUNG ? said : concern.toGo({ said })
}

/** "Passed over: Mei and Tunde, on stage; Ruth, asked just now": one line, whoever many there are. */
export function skippedWords(skipped: ConcernLine['skipped']): string {
  const { concern } = words()
  const reasons = [...new Set(skipped.map(({ because }) => because))]
  const parts = reasons.map((because) => {
    const names = skipped.filter((one) => one.because === because).map(({ name }) => name)
    return concern.skippedFor({ names: listWords(names), because })
  })
  return concern.skipped({ parts: parts.join('; ') })
}

const LOOKING_RUNG = 3

function becameWords({ answer, readAt, shownAt, how }: ConcernLine['asked'][number]): string {
  const { concern } = words()
  if (answer !== null) return concern.answers[answer]
  if (how === 'spoken') return concern.spoken
  if (readAt !== null) return concern.read
  return shownAt === null ? concern.sent : concern.shown
}

/** Less than this is no reason that a person would give. */
const WORTH_SAYING = 0.05

/** What is due, what should have been written down and was not, and nothing of the figures. */
export function whyWords({ because, due }: Pick<ConcernLine, 'because' | 'due'>): string {
  const { concern } = words()
  const telling = because.filter(({ surprise }) => surprise >= WORTH_SAYING)
  const missed = telling.flatMap(({ kind, name }) => (kind === 'usual' ? [name] : []))
  const reasons = [
    ...(due === null || due === '' ? [concern.whySilent] : [concern.whyDue({ title: due })]),
    ...(missed.length === 0 ? [] : [concern.whyMissed({ what: listWords(missed) })]),
    ...(telling.some(({ kind }) => kind === 'unmet') ? [concern.whyUnmet] : []),
  ]
  return reasons.join(' · ')
}
