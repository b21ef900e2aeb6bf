// The dry run as a table and a plot: every policy on the same evenings, beside what could be done at all.

import { layOut } from './company.ts'
import { frontier, type Point } from './frontier.ts'
import { ceilingOf, type Measured, measure, type Paired, pairedOf, type Setting } from './measure.ts'
import type { Recording } from './parameters.ts'
import { ANSWER, REPORTING_SEEDS } from './parameters.ts'
import {
  asking,
  entranceOnly,
  fullWith,
  headCount,
  LADDERS,
  listsWith,
  type Policy,
  passive,
  quietWith,
  ROUND,
} from './policies.ts'

/** Strictness at which the frontier is read, in risk-minutes. */
const STRICT: readonly number[] = [1, 3, 7.5, 12, 20, 40]
/** A search for somebody who is well, more often than this in a show, is no longer quiet. */
const FALSE_SEARCHES_MAX = 1

/** Thresholds of the passive rules, set on the choosing layouts to at most half a false search a show. */
const PASSIVE: readonly Policy[] = [
  passive('timeout', 66),
  passive('overdue', 50),
  passive('cusum', 4.9),
  passive('risk', 1900),
]

const policiesWith = (round: number): readonly Policy[] => [
  ...[entranceOnly, ...PASSIVE, headCount],
  ...[quietWith(round), fullWith(round), listsWith(round)],
]

export type DryRun = {
  readonly policies: Readonly<Record<string, Omit<Measured, 'before3minByLayout'>>>
  /** What each that asks finds more than a head-count, paired. */
  readonly againstHeadCount: Readonly<Record<string, Paired>>
  /** As it is computed (frontier.ts), and as these ladders were measured. */
  readonly frontier: readonly Point[]
  readonly ladders: readonly Point[]
  /** Share of incidents that leave three minutes at all. */
  readonly ceiling: number
  /** Incidents. */
  readonly n: number
  readonly seeds: readonly number[]
}

export type Asked = {
  readonly layouts: number
  readonly evenings: number
  readonly answerRate: number
  readonly busy: number
  readonly recording: Recording
  /** Answers come within half a minute, and the rounds of the ladder are as long. */
  readonly prompt: boolean
  /** These policies alone, without the frontier, which takes most of the time; all where it is not given. */
  readonly only?: readonly string[] | undefined
}

/** What can be asked for by name. */
export const policyNames: readonly string[] = policiesWith(ROUND).map(({ name }) => name)

export function dryRun(
  { layouts, prompt, only, ...rest }: Asked,
  layOuts = REPORTING_SEEDS.map(layOut),
): DryRun {
  const chosen = layOuts.slice(0, layouts)
  const answerWithin = prompt ? PROMPT : ANSWER
  const round = prompt ? PROMPT.to : ROUND
  const setting: Setting = { layouts: chosen, answerWithin, ...rest }
  const policies = policiesWith(round).filter(({ name }) => only?.includes(name) ?? true)
  const ladders = only === undefined ? Object.values(LADDERS) : []
  const edge = ladders.flatMap((ladder) => STRICT.map((risk) => asking('edge', ladder, risk, { round })))
  const measured = measure([...policies, ...edge], setting)
  const named = policies.flatMap(({ name }, index) => {
    const one = measured[index]
    return one ? [[name, one] as const] : []
  })
  return {
    policies: Object.fromEntries(named.map(([name, { before3minByLayout: _, ...one }]) => [name, one])),
    againstHeadCount: Object.fromEntries(againstHeadCount(named)),
    frontier: only === undefined ? frontier(setting, round) : [],
    ladders: laddersOf(measured.slice(policies.length)),
    ceiling: ceilingOf(setting).before3min,
    n: measured[0]?.incidents ?? 0,
    seeds: chosen.map(({ seed }) => seed),
  }
}

function againstHeadCount(named: readonly (readonly [string, Measured])[]): readonly [string, Paired][] {
  const counted = named.find(([name]) => name === headCount.name)?.[1]
  if (!counted) return []
  const others = named.filter(([, one]) => one !== counted && one.asksPerShow > 0)
  return others.map(([name, one]) => [name, pairedOf(one, counted)])
}

/** Minutes in which an answer comes that is one tap of the right person at the right moment. */
const PROMPT = { from: 10 / 60, to: 30 / 60 }

/** More asks only where they find more: what any mixture of these ladders can reach with few false searches. */
function laddersOf(points: readonly Measured[]): readonly Point[] {
  const quietOnes = points
    .filter(({ falseSearchesPerShow }) => falseSearchesPerShow <= FALSE_SEARCHES_MAX)
    .map(({ asksPerShow, before3min }) => ({ asks: asksPerShow, before3min }))
    .toSorted((a, b) => a.asks - b.asks)
  let best = 0
  return quietOnes.filter(({ before3min }) => {
    if (before3min <= best) return false
    best = before3min
    return true
  })
}

/** For reading: a line each, shares in per cent. */
export function tableOf({
  policies,
  againstHeadCount: paired,
  frontier: edge,
  ladders,
  ceiling,
  n,
}: DryRun): string {
  const per = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8)
  const figure = (value: number, digits: number) => value.toFixed(digits).padStart(8)
  const rows = Object.entries(policies).map(
    ([name, one]) =>
      `${name.padEnd(14)}${figure(one.asksPerShow, 1)}${figure(one.glancesPerShow, 1)}${figure(one.falseSearchesPerShow, 2)}  ${per(one.before)}${per(one.before3min)} ±${(100 * one.before3minWithin).toFixed(1)}${figure(one.delayMedian, 1)}${figure(one.delayP90, 1)}`,
  )
  const points = (all: readonly Point[]) =>
    all
      .map(({ asks, before3min }) => `${asks.toFixed(0)} asks ${(100 * before3min).toFixed(1)} %`)
      .join(' · ')
  const more = Object.entries(paired).map(
    ([name, { before3min, within }]) =>
      `${name} ${before3min < 0 ? '' : '+'}${(100 * before3min).toFixed(1)} ±${(100 * within).toFixed(1)}`,
  )
  const lines = [
    `${'policy'.padEnd(14)}    asks glances   false    before  3 min before    delay: median, p90 (min)`,
    ...rows,
    [`3 min before, in points more than a head-count on the same incidents: `, more.join(' · ')],
    [`Frontier as computed, at most ${FALSE_SEARCHES_MAX} false search a show: `, points(edge)],
    [`Ladders as measured, likewise: `, points(ladders)],
    `Ceiling: ${(100 * ceiling).toFixed(1)} % of ${n} incidents leave three minutes at all.`,
  ]
  // What was not measured has no line.
  return lines
    .flatMap((line) => (typeof line === 'string' ? [line] : line[1] === '' ? [] : [line.join('')]))
    .join('\n')
}

/** Asks against the share found three minutes before, as a picture that needs no script. */
export function plotOf({ policies, frontier: edge, ladders, ceiling }: DryRun): string {
  const [width, height, margin] = [720, 440, 56]
  const most = Math.max(
    50,
    ...edge.map(({ asks }) => asks),
    ...ladders.map(({ asks }) => asks),
    ...Object.values(policies).map((one) => one.asksPerShow),
  )
  const x = (asks: number) => margin + ((width - 2 * margin) * asks) / most
  const y = (share: number) => height - margin - (height - 2 * margin) * share
  const line = (all: readonly Point[]) =>
    all.map(({ asks, before3min }) => `${x(asks).toFixed(1)},${y(before3min).toFixed(1)}`).join(' ')
  const dots = Object.entries(policies).map(
    ([name, one]) =>
      `<circle cx="${x(one.asksPerShow).toFixed(1)}" cy="${y(one.before3min).toFixed(1)}" r="4" fill="#c9c1b4"/><text x="${(x(one.asksPerShow) + 8).toFixed(1)}" y="${(y(one.before3min) + 4).toFixed(1)}">${name}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="#c9c1b4">
<rect width="${width}" height="${height}" fill="#000"/>
<title>Asks in a show against the share of incidents noticed three minutes before the entrance</title>
<line x1="${margin}" x2="${width - margin}" y1="${y(ceiling)}" y2="${y(ceiling)}" stroke="#938b7f" stroke-dasharray="4"/><text x="${margin}" y="${y(ceiling) - 6}">nothing can do more: ${(100 * ceiling).toFixed(0)} %</text>
<polyline points="${line(edge)}" fill="none" stroke="#c9c1b4"/>
<polyline points="${line(ladders)}" fill="none" stroke="#938b7f" stroke-dasharray="2"/>
${dots.join('\n')}
<text x="${width / 2}" y="${height - 14}" text-anchor="middle">asks in a show (0 to ${most.toFixed(0)})</text>
<text x="14" y="${margin - 20}">noticed three minutes before, 0 to 100 %</text>
</svg>
`
}
