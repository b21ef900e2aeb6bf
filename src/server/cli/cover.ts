// `ghostlight cover NIGHT.json`: who plays what tonight, proved, with the reason for everything that is cut.

import { parseArgs } from 'node:util'
import { type CoverNight, LEVELS, orderOf } from '../../core/cover/cover-night.ts'
import { differenceOf } from '../../core/cover/difference.ts'
import { cutsOf } from '../../core/cover/explain.ts'
import { factsOf, mayDo } from '../../core/cover/facts.ts'
import { shortagesOf } from '../../core/cover/what-it-takes.ts'
import { readCoverNight } from '../../formats/cover-night/read.ts'
import { systemClock } from '../clock/clock.ts'
import { ALTERNATIVES_MAX, alternativesTo } from '../cover/alternatives.ts'
import { type Covered, coverTonight } from '../cover/cover.ts'
import { planningBy } from '../cover/planning.ts'
import { openSolver, type Solver } from '../cover/solver.ts'
import { whatItTakes } from '../cover/what-it-takes.ts'
import type { Command } from './cli.ts'
import { findingLines } from './findings.ts'
import { readText } from './text.ts'

export const cover: Command = {
  usage: 'cover NIGHT.json [--json] [--why] [--alternatives N]',
  what: 'plans who plays what in a night described in a file (docs/night-format.md), and says why what is cut is cut; with --why also what it would take, with --alternatives up to N other plans that are as good',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        why: { type: 'boolean', default: false },
        alternatives: { type: 'string' },
      },
      allowPositionals: true,
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new Error('Say which night: ghostlight cover NIGHT.json')
    const most = wholeNumber(values.alternatives)
    const read = readCoverNight(readText(file))
    if (!read.ok) throw new Error(findingLines(file, read.errors))
    const clock = systemClock
    const solver = openSolver(clock)
    try {
      const began = clock.now()
      const covered = await coverTonight(read.night, solver.question())
      const told = {
        ...toldOf(read.night, covered, clock.now() - began),
        ...(values.why ? await whyOf(read.night, covered, solver) : {}),
        ...(most === null ? {} : { alternatives: await othersOf(read.night, covered, solver, most) }),
      }
      process.stdout.write(values.json ? `${JSON.stringify(told)}\n` : inWords(told))
      return 0
    } finally {
      await solver.close()
    }
  },
}

function wholeNumber(text: string | undefined): number | null {
  if (text === undefined) return null
  const most = /^\d{1,2}$/.test(text) ? Number(text) : 0
  if (most < 1 || most > ALTERNATIVES_MAX)
    throw new Error(`--alternatives takes a whole number from 1 to ${ALTERNATIVES_MAX}; "${text}" is none.`)
  return most
}

/** What `--alternatives` adds: of each only what is other than in the plan. */
async function othersOf(night: CoverNight, covered: Covered, solver: Solver, most: number) {
  const { plans, complete } = await alternativesTo(night, covered, planningBy(solver.question()), most)
  return { plans: plans.map((plan) => differenceOf(covered.plan, plan)), complete }
}

/** What `--json` answers. */
function toldOf(night: CoverNight, covered: Covered, ms: number) {
  const { plan, worth, proved, fallback } = covered
  return {
    levels: orderOf(night.levels).map((at) => ({ name: LEVELS[at] ?? '', value: worth[at] ?? 0 })),
    proved,
    fallback,
    assignments: plan.assignments.filter(({ person }) => person !== null),
    cuts: cutsOf(factsOf(night), plan),
    replots: plan.replots,
    ms,
  }
}

/** What `--why` adds. */
async function whyOf(night: CoverNight, covered: Covered, solver: Solver) {
  const facts = factsOf(night)
  const able = (person: number, index: number) =>
    (facts.ways[index] ?? []).some((way) => mayDo(facts, person, way))
  return {
    takes: await whatItTakes(night, covered, { question: () => planningBy(solver.question()) }),
    impossible: shortagesOf(facts, covered.plan, able),
  }
}

type Told = ReturnType<typeof toldOf> &
  Partial<Awaited<ReturnType<typeof whyOf>>> & {
    readonly alternatives?: Awaited<ReturnType<typeof othersOf>>
  }

function inWords(told: Told): string {
  const levels = told.levels.map(({ name, value }) => `  ${name}: ${value}`)
  const cuts = told.cuts.map(
    ({ obligation, reasons }) =>
      `  ${obligation}: ${reasons.map(({ person, reason }) => `${person} (${reason.kind})`).join(', ') || 'nobody knows it'}`,
  )
  const takes = (told.takes ?? []).map(
    ({ obligation, takes: some }) =>
      `  ${obligation}: ${some.map(({ kind, person }) => `${person} (${kind})`).join(', ')}`,
  )
  const short = (told.impossible ?? []).map(
    ({ at, obligations, people }) =>
      `  at ${at} s: ${obligations.join(', ')}, and only ${people.join(', ') || 'nobody'}`,
  )
  const why = told.takes
    ? [`It would take: ${takes.length}`, ...takes, `Too few: ${short.length}`, ...short]
    : []
  const others = told.alternatives ? othersInWords(told.alternatives) : []
  const standing = told.fallback ?? (told.proved ? 'Proved best.' : 'The best found; not proved.')
  return `${[standing, ...levels, `Cut: ${cuts.length}`, ...cuts, `Re-plots: ${told.replots.join(', ') || 'none'}`, ...why, ...others].join('\n')}\n`
}

function othersInWords({ plans, complete }: NonNullable<Told['alternatives']>): readonly string[] {
  const lines = plans.map(({ assignments, replots }, index) => {
    const rows = assignments.map(({ obligation, person }) => `${obligation}: ${person ?? 'cut'}`)
    return `  ${index + 1}: ${[...rows, ...replots.map((id) => `re-plot ${id}`)].join(', ')}`
  })
  return [`As good: ${complete ? '' : 'at least '}${plans.length}`, ...lines]
}
