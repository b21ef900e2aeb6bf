// Keeps asking the house for one page: what the rounds reckon, done with a clock, a network and a page that is seen or not.

import {
  answered,
  asks,
  beginRounds,
  type Came,
  ended,
  isDue,
  lookAt,
  type Pace,
  paced,
  passed,
  presses,
  type Question,
  type Rounds,
  seen,
  unreached,
  wanted,
} from '../answers/rounds.ts'

/** `signal`: nobody waits for the answer any more. */
export type Ask<T> = (signal: AbortSignal) => Promise<Came<T>>

type Heard = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>
export type Around = {
  /** Counted on evenly, however the device’s clock is put right. */
  readonly now: () => number
  readonly clock: () => number
  /** Answers how to give it up. */
  readonly wait: (ms: number, then: () => void) => () => void
  readonly page: Heard & { readonly visibilityState: DocumentVisibilityState }
  readonly network: Heard
}

export type Asking<T> = {
  readonly again: () => void
  /** A press that is answered with how it stands then. */
  readonly press: (ask: Ask<T>) => Promise<Came<T>>
  readonly pace: (everyMs: number | null) => void
  readonly end: () => void
}

export type Page<T> = {
  readonly pace: Pace
  readonly ask: Ask<T>
  readonly tell: (rounds: Rounds<T>) => void
}

export function askAgain<T>(
  { pace, ask, tell }: Page<T>,
  { now, clock, wait, page, network }: Around,
): Asking<T> {
  const isSeen = () => page.visibilityState === 'visible'
  let rounds = beginRounds<T>(pace, isSeen())
  let drawn = rounds
  let giveUp = (): void => undefined
  let asking = new AbortController()
  let asked: Question | null = null
  const put = (next: Rounds<T>): void => {
    giveUp()
    rounds = next
    // What was waited for long enough is taken off the network, too.
    if (!rounds.open.some(({ number }) => number === asked?.number)) asking.abort()
    if (isDue(rounds, now())) {
      const [begun, question] = asks(rounds, { now: now(), clock: clock() })
      rounds = begun
      asking = new AbortController()
      asked = question
      void send(question, () => ask(asking.signal))
    }
    if (isNews(drawn, rounds)) tell(rounds)
    drawn = rounds
    const at = lookAt(rounds)
    giveUp = at === null ? () => undefined : wait(Math.max(0, at - now()), look)
  }
  const look = () => put(passed(rounds, now()))
  const send = async (question: Question, sent: () => Promise<Came<T>>): Promise<Came<T>> => {
    // What breaks here, by a mistake of ours or an answer that is none, is one question that came to nothing.
    const came = await Promise.resolve()
      .then(sent)
      .catch((): Came<T> => unreached)
    if (!rounds.isOver) put(answered(rounds, { question, came }, now()))
    return came
  }
  const again = () => put(wanted(rounds))
  const looked = () => put(seen(rounds, isSeen()))
  page.addEventListener('visibilitychange', looked)
  network.addEventListener('online', again)
  put(rounds)
  return {
    again,
    press: (pressed) => {
      const [begun, question] = presses(rounds, { now: now(), clock: clock() })
      put(begun)
      return send(question, () => pressed(new AbortController().signal))
    },
    pace: (everyMs) => put(paced(rounds, everyMs, now())),
    end: () => {
      rounds = ended(rounds)
      giveUp()
      asking.abort()
      page.removeEventListener('visibilitychange', looked)
      network.removeEventListener('online', again)
    },
  }
}

/** A question that goes, and one that tells the same trouble again, is nothing to draw. */
const isNews = <T>(one: Rounds<T>, other: Rounds<T>): boolean =>
  one.shown !== other.shown || one.press !== other.press || !isSameWhy(one.why, other.why)

const isSameWhy = <T>(one: Rounds<T>['why'], other: Rounds<T>['why']): boolean =>
  one?.is === other?.is && sentenceOf(one) === sentenceOf(other)

const sentenceOf = <T>(why: Rounds<T>['why']): string | null => why?.sentence ?? null
