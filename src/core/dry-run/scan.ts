// One person through one evening under one policy: who is asked when, what is answered, and when somebody goes and looks.

import { afterQuietEntrance, riskAfter } from '../presence/silence.ts'
import { FALSE_SEARCH } from './parameters.ts'
import type { Asking, Look, Policy } from './policies.ts'
import { minutesAt, STEP, stepAt, type Track, type Watched, type WatchedGap } from './watch.ts'

/** One person asked about one name. */
export type Ask = {
  readonly step: number
  readonly wing: number
  readonly round: number
  readonly people: number
  /** From this step on nobody waits for an answer: one has come, or the ladder is over. */
  readonly until: number
}
type Search = { readonly step: number; readonly well: boolean }
/** `told`: the step at which somebody on stage said that this person had not come on. */
export type Outcome = {
  readonly asks: readonly Ask[]
  readonly searches: readonly Search[]
  readonly told: number | null
}

/** Minutes until somebody answers, or null; each ask of each person at each step has its own throw. */
export type Answers = (step: number, round: number, asked: number) => number | null
type Flagged = (gap: number) => boolean

export type Scanned = {
  readonly who: Watched
  readonly track: Track
  readonly policy: Policy
  /** From this step on the person is not well; STEPS where they stay well. */
  readonly until: number
  readonly answers: Answers
  /** Whether the gap on stage is noticed, should they not come on for the entrance that ends this gap. */
  readonly flagged: Flagged
}

export function scan(scanned: Scanned): Outcome {
  return new Scan(scanned).run()
}

/** Lives as long as one call of `scan`. */
class Scan {
  readonly #at: Scanned
  readonly #asks: Ask[] = []
  readonly #searches: Search[] = []
  #told: number | null = null
  #risk = 0
  #riskOffStage = 0
  #surprise = 0
  #since = 0
  #nextSeen = 0
  #dueSince = -1
  #firstDue = 0
  /** Seen because somebody answered, or went and looked: from this step on. */
  #answeredAt = NEVER
  /** While an ask is out, nobody is asked again about the same person. */
  #busyUntil = 0

  constructor(scanned: Scanned) {
    this.#at = scanned
  }

  run(): Outcome {
    for (const [index, gap] of this.#at.who.gaps.entries()) {
      this.#walk(gap)
      if (this.#ended()) break
      if (gap.wing !== null) this.#entrance(index, gap.to)
      if (this.#told !== null) break
    }
    return { asks: this.#asks, searches: this.#searches, told: this.#told }
  }

  /** Somebody went to look after it happened: what follows is another story. */
  #ended(): boolean {
    const last = this.#searches.at(-1)
    return last !== undefined && !last.well
  }

  #walk({ from, to, wing, listed }: WatchedGap): void {
    const { policy, track } = this.#at
    const ask = policy.kind === 'asks' ? stepAt(minutesAt(listed) - policy.lead) : -1
    if (wing !== null && policy.kind === 'asks' && ask < from) this.#skipSeen(from)
    for (let step = from; step < to; step += 1) {
      this.#see(step)
      const look = this.#look(step)
      if (policy.kind === 'passive') {
        if (policy.score(look) >= policy.at) this.#search(step)
      } else if (step >= this.#busyUntil && wing !== null) {
        const early = policy.early !== null && step === to - stepsIn(policy.early.lead)
        const due = (step === ask && policy.wants(look)) || (early && policy.early.wants(look))
        if (due || (policy.silence?.(look) ?? false)) this.#climb(policy, step, wing)
      }
      if (this.#ended()) return
      const more = track.surprise[step] ?? 0
      this.#surprise += more
      this.#risk = grown(this.#risk, more)
      this.#riskOffStage = grown(this.#riskOffStage, more)
    }
    this.#see(to)
  }

  #look(step: number): Look {
    const unseen = minutesAt(step) - minutesAt(this.#since)
    return {
      risk: this.#risk,
      riskOffStage: this.#riskOffStage,
      surprise: this.#surprise,
      unseen,
      overdue: this.#overdueAt(step),
    }
  }

  /** What was due first after they were last seen is looked up once per silence. */
  #overdueAt(step: number): number {
    if (this.#at.policy.name !== 'overdue') return 0
    const since = this.#since
    if (this.#dueSince !== since) {
      this.#dueSince = since
      this.#firstDue = this.#at.who.usuals.find(({ due }) => due > since)?.due ?? NEVER
    }
    return Math.max(0, (step - this.#firstDue) * STEP)
  }

  #skipSeen(step: number): void {
    while ((this.#at.track.seen[this.#nextSeen] ?? NEVER) < step) this.#nextSeen += 1
  }

  #see(step: number): void {
    const { seen } = this.#at.track
    let last = -1
    while ((seen[this.#nextSeen] ?? NEVER) <= step) {
      last = seen[this.#nextSeen] ?? step
      this.#nextSeen += 1
    }
    if (this.#answeredAt <= step) {
      last = Math.max(last, this.#answeredAt)
      this.#answeredAt = NEVER
    }
    if (last < 0) return
    this.#risk = 0
    this.#riskOffStage = 0
    this.#surprise = 0
    this.#since = Math.max(this.#since, last)
  }

  #entrance(gap: number, step: number): void {
    const { who, until, flagged } = this.#at
    if (step >= until && flagged(gap)) {
      this.#told = step
      return
    }
    this.#risk = afterQuietEntrance(this.#risk, who.noticed)
    // Who missed this entrance can no longer be found before it: the next ask is for the next one.
    this.#riskOffStage = 0
    this.#surprise = Math.max(0, this.#surprise + Math.log(1 - who.noticed))
    this.#since = who.gaps[gap + 1]?.from ?? step
  }

  /** Round after round until somebody answers, or sees them; then, if nobody has, somebody goes and looks. */
  #climb(policy: Asking, step: number, wing: number): void {
    const { until, answers, track } = this.#at
    let answered = NEVER
    const put: Omit<Ask, 'until'>[] = []
    for (const [round, people] of policy.ladder.entries()) {
      const at = step + stepsIn(round * policy.round)
      if (answered <= at || track.seen.some((seen) => seen > step && seen <= at)) break
      put.push({ step: at, wing, round, people })
      const came = Array.from({ length: people }, (_, asked) => answers(at, round, asked))
        .flatMap((minutes) => (minutes === null ? [] : [at + stepsIn(minutes)]))
        .filter((when) => when < until)
      answered = Math.min(answered, ...came)
    }
    const end = step + stepsIn(policy.ladder.length * policy.round)
    this.#busyUntil = Math.min(answered, end)
    this.#asks.push(...put.map((ask) => ({ ...ask, until: this.#busyUntil })))
    if (answered <= end) this.#answeredAt = answered
    else if (!track.seen.some((at) => at > step && at <= end)) this.#search(end)
  }

  #search(step: number): void {
    const well = step < this.#at.until
    this.#searches.push({ step, well })
    if (!well) return
    this.#answeredAt = step + stepsIn(FALSE_SEARCH)
    this.#busyUntil = this.#answeredAt
    // A search for somebody who is well puts the question to rest at once.
    this.#risk = 0
    this.#riskOffStage = 0
    this.#surprise = 0
    this.#since = step
  }
}

const grown = (risk: number, surprise: number): number =>
  surprise === 0 ? risk + STEP : riskAfter(risk, surprise, STEP)

const NEVER = Number.POSITIVE_INFINITY

const stepsIn = (minutes: number): number => Math.round(minutes / STEP)
