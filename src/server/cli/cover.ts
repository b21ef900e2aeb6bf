// `ghostlight cover NIGHT.json`: who plays what tonight, proved, with the reason for everything that is cut.

import { parseArgs } from 'node:util'
import { type CoverNight, LEVELS, orderOf } from '../../core/cover/cover-night.ts'
import { cutsOf } from '../../core/cover/explain.ts'
import { factsOf, mayDo } from '../../core/cover/facts.ts'
import { shortagesOf } from '../../core/cover/what-it-takes.ts'
import { readCoverNight } from '../../formats/cover-night/read.ts'
import { systemClock } from '../clock/clock.ts'
import { type Covered, coverTonight } from '../cover/cover.ts'
import { openSolver, type Solver } from '../cover/solver.ts'
import { whatItTakes } from '../cover/what-it-takes.ts'
import type { Command } from './cli.ts'
import { findingLines } from './findings.ts'
import { readText } from './text.ts'

export const cover: Command = {
  usage: 'cover NIGHT.json [--json] [--why]',
  what: 'plans who plays what in a night described in a file (docs/night-format.md), and says why what is cut is cut; with --why also what it would take',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false }, why: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new Error('Say which night: ghostlight cover NIGHT.json')
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
      }
      process.stdout.write(values.json ? `${JSON.stringify(told)}\n` : inWords(told))
      return 0
    } finally {
      await solver.close()
    }
  },
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
    takes: await whatItTakes(night, covered, solver.question),
    impossible: shortagesOf(facts, covered.plan, able),
  }
}

type Told = ReturnType<typeof toldOf> & Partial<Awaited<ReturnType<typeof whyOf>>>

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
  const standing = told.fallback ?? (told.proved ? 'Proved best.' : 'The best found; not proved.')
  return `${[standing, ...levels, `Cut: ${cuts.length}`, ...cuts, `Re-plots: ${told.replots.join(', ') || 'none'}`, ...why].join('\n')}\n`
}
