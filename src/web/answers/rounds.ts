// Asking the house the same again and again, as arithmetic: when the next question goes, and whose answer stands there.

/** Nobody who is there needs longer: then the house counts as not reached, and the next question may go. */
export const ANSWER_MS_MAX = 15_000
/** After a question that did not reach the house, where the page’s own pace is slower or it has none. */
export const UNREACHED_MS = 20_000
/** As many hands press while the house does not answer; the oldest is waited for no longer. */
export const PRESSES_MAX = 16

/** What came of one question. */
export type Came<T> =
  | { readonly is: 'told'; readonly told: T }
  | { readonly is: 'refused'; readonly sentence: string }
  /** `sentence`: where something came, and was no answer. */
  | { readonly is: 'unreached'; readonly sentence: string | null }
  /** This device is nobody’s here any more: somebody signed out, or it was taken away. */
  | { readonly is: 'out'; readonly sentence: string }
/** Nobody answered at all. */
export const unreached = { is: 'unreached', sentence: null } as const

type Untold = Exclude<Came<unknown>, { readonly is: 'told' }>

export type Pace = {
  /** From one answer to the next question; null where only an occasion asks. */
  readonly everyMs: number | null
  /** Only where the round does something for others, which a page that nobody looks at must go on doing. */
  readonly alsoHidden: boolean
}

/** Questions and presses are numbered together, in the order in which they went. */
export type Question = {
  readonly number: number
  /** As waiting is counted, which no clock that is put right makes longer or shorter. */
  readonly since: number
  /** As clocks show it. */
  readonly at: number
  readonly isPress: boolean
}
export type Now = { readonly now: number; readonly clock: number }

export type Rounds<T> = {
  readonly pace: Pace
  readonly isSeen: boolean
  readonly isOver: boolean
  /** An occasion wants a question as soon as one may go. */
  readonly isWanted: boolean
  readonly nextAt: number | null
  /** Of the newest question. */
  readonly number: number
  /** On their way: one round at most. */
  readonly open: readonly Question[]
  /** Of the question whose answer was heard last. */
  readonly heard: number
  /** `at`: when it was asked for; it is at least as new as that. */
  readonly shown: { readonly told: T; readonly at: number } | null
  /** Why what is shown is not newer. */
  readonly why: Untold | null
  /** The last press alone; `came` is null while it is on its way. */
  readonly press: { readonly number: number; readonly came: Came<T> | null } | null
}

export const beginRounds = <T>(pace: Pace, isSeen: boolean): Rounds<T> => ({
  ...{ pace, isSeen, isOver: false, isWanted: true, nextAt: null, number: 0, open: [], heard: 0 },
  ...{ shown: null, why: null, press: null },
})

/** The network is back, or somebody asks: at once, or as soon as what is on its way is back. */
export const wanted = <T>(rounds: Rounds<T>): Rounds<T> => ({ ...rounds, isWanted: true })

/** Whoever looks again sees how it is now. */
export const seen = <T>(rounds: Rounds<T>, isSeen: boolean): Rounds<T> =>
  isSeen === rounds.isSeen ? rounds : { ...rounds, isSeen, isWanted: rounds.isWanted || isSeen }

/** Quicker while something is on its way, or only on occasion again. */
export const paced = <T>(rounds: Rounds<T>, everyMs: number | null, now: number): Rounds<T> =>
  everyMs === rounds.pace.everyMs
    ? rounds
    : { ...rounds, pace: { ...rounds.pace, everyMs }, nextAt: everyMs === null ? null : now + everyMs }

export const ended = <T>(rounds: Rounds<T>): Rounds<T> => ({ ...rounds, isOver: true, open: [] })

/** One at a time, and none while a press is on its way: its answer says how it stands then. */
export function isDue<T>({ isOver, isSeen, pace, open, isWanted, nextAt }: Rounds<T>, now: number): boolean {
  if (isOver || open.length > 0 || !(isSeen || pace.alsoHidden)) return false
  return isWanted || (nextAt !== null && nextAt <= now)
}

/** When to look again though nothing happens meanwhile; null: only something that happens changes anything. */
export function lookAt<T>({ isOver, isSeen, pace, open, nextAt }: Rounds<T>): number | null {
  if (isOver) return null
  if (open.length > 0) return Math.min(...open.map(({ since }) => since + ANSWER_MS_MAX))
  return isSeen || pace.alsoHidden ? nextAt : null
}

export function asks<T>(rounds: Rounds<T>, { now, clock }: Now): readonly [Rounds<T>, Question] {
  const question = { number: rounds.number + 1, since: now, at: clock, isPress: false }
  const { number } = question
  return [{ ...rounds, number, open: [...rounds.open, question], isWanted: false, nextAt: null }, question]
}

export function presses<T>(rounds: Rounds<T>, { now, clock }: Now): readonly [Rounds<T>, Question] {
  const question = { number: rounds.number + 1, since: now, at: clock, isPress: true }
  const { number } = question
  const open = [...rounds.open, question].slice(-PRESSES_MAX)
  // Of two that are on their way together nobody knows which the house takes first: it is asked how it stands after both.
  const isWanted = rounds.isWanted || rounds.open.some(({ isPress }) => isPress)
  return [{ ...rounds, number, open, isWanted, press: { number, came: null } }, question]
}

/** Time went by: what was waited for long enough is waited for no more, and still heard where nothing newer was. */
export function passed<T>(rounds: Rounds<T>, now: number): Rounds<T> {
  const late = rounds.open.filter(({ since }) => since + ANSWER_MS_MAX <= now)
  return late.reduce((before, question) => answered(before, { question, came: unreached }, now), rounds)
}

type Returned<T> = { readonly question: Question; readonly came: Came<T> }

export function answered<T>(before: Rounds<T>, { question, came }: Returned<T>, now: number): Rounds<T> {
  if (before.isOver) return before
  const { number, at, isPress } = question
  const rounds = returned(before, { question, came }, now)
  // Nothing of it stays, nor comes back with an answer that was on its way. What happens next asks who is here now.
  if (came.is === 'out')
    return {
      ...rounds,
      open: [],
      heard: rounds.number,
      shown: null,
      why: came,
      isWanted: false,
      nextAt: null,
    }
  if (number <= before.heard) return isPress && came.is === 'told' ? wanted(rounds) : rounds
  // That a press is refused says nothing of what stands there.
  if (came.is === 'refused' && isPress) return rounds
  if (came.is === 'told') return { ...rounds, heard: number, shown: { told: came.told, at }, why: null }
  // A refusal is an answer; what did not reach the house leaves room for one that comes late.
  return { ...rounds, heard: came.is === 'refused' ? number : rounds.heard, why: came }
}

function returned<T>(rounds: Rounds<T>, { question, came }: Returned<T>, now: number): Rounds<T> {
  const { number, isPress } = question
  const { everyMs: pace } = rounds.pace
  const everyMs = came.is === 'unreached' ? Math.min(pace ?? UNREACHED_MS, UNREACHED_MS) : pace
  return {
    ...rounds,
    open: rounds.open.filter((one) => one.number !== number),
    nextAt: everyMs === null ? null : now + everyMs,
    press: isPress && rounds.press?.number === number ? { number, came } : rounds.press,
  }
}
