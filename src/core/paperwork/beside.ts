// The desk's report beside the paper one: where they differ, by how much, and what stands on one side only.

import { type Duration, duration, formatClock, type Instant } from '../kit/time.ts'
import { callsBefore } from '../show/call-tables.ts'
import type { Country } from '../show/show.ts'
import { type PaperFact, type PaperTime, readPaper } from './paper-report.ts'
import type { Report } from './report.ts'

export type BesideRow = {
  readonly what: string
  readonly paper: string | null
  readonly desk: string | null
  /** Positive where the desk has it later; null where it is not a time, or stands on one side only. */
  readonly difference: Duration | null
  readonly agrees: boolean
}

/** A clock on the wall and a pencil: closer than this nobody can say which is right. */
const AGREES_MS = 60_000
const DAY_SECONDS = 86_400

/** In the order of the night: acts, calls, cues. */
/** `shorts`: what is said on headset for a department, by its name. */
export function compareWithPaper(
  report: Report,
  text: string,
  { country, shorts }: { readonly country: Country; readonly shorts: ReadonlyMap<string, string> },
): readonly BesideRow[] {
  const { facts } = readPaper(text, country)
  const clock = (at: Instant) => formatClock(at, report.timeZone)
  const times = [...actTimes(report), ...callTimes(report, country)]
  const known = times.map(({ key, what, at }) => {
    const said = facts.findLast((fact) => keyOf(fact) === key)
    const paper = said && said.kind !== 'cue' ? said.at : null
    const difference = paper === null ? null : apart(clock(at), paper)
    const agrees = difference !== null && Math.abs(difference) < AGREES_MS
    return { what, paper: paper && written(paper), desk: clock(at), difference, agrees }
  })
  const only = facts.flatMap((fact) =>
    fact.kind === 'cue' || times.some(({ key }) => key === keyOf(fact))
      ? []
      : [
          {
            what: nameOf(fact, country),
            paper: written(fact.at),
            desk: null,
            difference: null,
            agrees: false,
          },
        ],
  )
  return [...known, ...only, ...cueRows(report, facts, shorts)]
}

type Timed = { readonly key: string; readonly what: string; readonly at: Instant }

const actTimes = ({ acts }: Report): readonly Timed[] =>
  acts.flatMap(({ act, upAt, downAt }) => [
    { key: `${act} up`, what: `Act ${act} up`, at: upAt },
    ...(downAt === null ? [] : [{ key: `${act} down`, what: `Act ${act} down`, at: downAt }]),
  ])

const callTimes = ({ calls }: Report, country: Country): readonly Timed[] =>
  calls.map(({ act, words, at }) => {
    const call = callsBefore(country, act).find((one) => one.words === words)?.id ?? words
    return { key: `${act} call ${call}`, what: `${words}, act ${act}`, at }
  })

function keyOf(fact: PaperFact): string {
  if (fact.kind === 'act') return `${fact.act} ${fact.end}`
  return fact.kind === 'call' ? `${fact.act} call ${fact.call}` : `cue ${fact.cue}`
}

function nameOf(fact: PaperFact, country: Country): string {
  if (fact.kind === 'act') return `Act ${fact.act} ${fact.end}`
  if (fact.kind === 'cue') return fact.cue
  const words = callsBefore(country, fact.act).find(({ id }) => id === fact.call)?.words ?? fact.call
  return `${words}, act ${fact.act}`
}

/** Across midnight the shorter way round. A time to the minute is compared to the minute. */
function apart(desk: string, paper: PaperTime): Duration {
  const [hours = 0, minutes = 0, seconds = 0] = desk.split(':').map(Number)
  const whole = hours * 3600 + minutes * 60 + (paper.toTheMinute ? 0 : seconds)
  const apartBy = (whole - paper.seconds + 1.5 * DAY_SECONDS) % DAY_SECONDS
  return duration((apartBy - DAY_SECONDS / 2) * 1000)
}

function written({ seconds, toTheMinute }: PaperTime): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor((seconds % 3600) / 60))}`
  return toTheMinute ? time : `${time}:${two(seconds % 60)}`
}

/** What its department or the caller said became of a cue, and what was passed without being called. */
function cueRows(
  report: Report,
  facts: readonly PaperFact[],
  shorts: ReadonlyMap<string, string>,
): readonly BesideRow[] {
  const desk = new Map<string, string>()
  for (const { cues, outcomes } of report.cueLog)
    for (const { department, outcome } of outcomes)
      for (const cue of cues)
        if (outcome !== 'complete' && cue.startsWith(`${shorts.get(department) ?? ''} `))
          desk.set(cue.toUpperCase(), outcome)
  for (const { cues, why } of report.notCalled)
    if (why !== 'cut') for (const cue of cues) desk.set(cue.toUpperCase(), 'missed')
  const paper = new Map<string, string>()
  for (const fact of facts) if (fact.kind === 'cue') paper.set(fact.cue, fact.outcome)
  return [...new Set([...desk.keys(), ...paper.keys()])].map((cue) => {
    const [said, known] = [paper.get(cue) ?? null, desk.get(cue) ?? null]
    return { what: cue, paper: said, desk: known, difference: null, agrees: said === known }
  })
}

/** The lines a paper report usually has, to be filled in. */
export const linesToFill = (report: Report, country: Country): string =>
  [
    ...[...new Set([1, ...report.acts.map(({ act }) => act)])].flatMap((act) => [
      ...callsBefore(country, act).map(({ words }) => `Act ${act} ${words}`),
      `Act ${act} up`,
      `Act ${act} down`,
    ]),
  ].join('\n')
