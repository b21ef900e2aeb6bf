// `ghostlight cover NIGHT.json`: who plays what tonight, proved, with the reason for everything that is cut.

import { parseArgs } from 'node:util'
import { type CoverNight, LEVELS, orderOf } from '../../core/cover/cover-night.ts'
import { cutsOf } from '../../core/cover/explain.ts'
import { factsOf } from '../../core/cover/facts.ts'
import { readCoverNight } from '../../formats/cover-night/read.ts'
import { systemClock } from '../clock/clock.ts'
import { type Covered, coverTonight } from '../cover/cover.ts'
import { openSolver } from '../cover/solver.ts'
import type { Command } from './cli.ts'
import { findingLines } from './findings.ts'
import { readText } from './text.ts'

export const cover: Command = {
  usage: 'cover NIGHT.json [--json]',
  what: 'plans who plays what in a night described in a file (docs/night-format.md), and says why what is cut is cut',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
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
      const told = toldOf(read.night, covered, clock.now() - began)
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

function inWords(told: ReturnType<typeof toldOf>): string {
  const levels = told.levels.map(({ name, value }) => `  ${name}: ${value}`)
  const cuts = told.cuts.map(
    ({ obligation, reasons }) =>
      `  ${obligation}: ${reasons.map(({ person, reason }) => `${person} (${reason.kind})`).join(', ') || 'nobody knows it'}`,
  )
  const standing = told.fallback ?? (told.proved ? 'Proved best.' : 'The best found; not proved.')
  return `${[standing, ...levels, `Cut: ${cuts.length}`, ...cuts, `Re-plots: ${told.replots.join(', ') || 'none'}`].join('\n')}\n`
}
