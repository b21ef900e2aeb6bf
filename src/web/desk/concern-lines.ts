// The concerns of tonight in the order in which they press, and what each says in a line.

import type { ConcernLine } from '../../core/night/presence-sections.ts'
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

/** "1 being asked": of the people in the state of the most urgent, how many. */
export function countWords(concerns: readonly ConcernLine[], first: ConcernLine): string {
  const { concern } = words()
  const people = concerns.filter(({ state }) => state === first.state).length
  return concern.count({ people, state: concern.states[first.state] })
}

export const placeWords = ({ place }: ConcernLine): string => {
  const { concern } = words()
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
