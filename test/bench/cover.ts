// How long a cover plan takes on nights the size of a big musical: `npm run bench -- cover`, with `--json` one line of figures.

import type { CoverNight } from '../../src/core/cover/cover-night.ts'
import { factsOf } from '../../src/core/cover/facts.ts'
import { modelOf } from '../../src/core/cover/model.ts'
import { systemClock } from '../../src/server/clock/clock.ts'
import { coverTonight } from '../../src/server/cover/cover.ts'
import { openPlanner, type Planner } from '../../src/server/cover/planner.ts'
import { type BroadwayOptions, broadwayNight } from '../cover/broadway.ts'
import { oracle } from '../cover/highs.ts'

/** Frozen: the same nights each time. */
const NIGHTS = Number(process.env['GHOSTLIGHT_BENCH_NIGHTS'] ?? 100)
/** By the other solver too, in the same run; see docs/decisions/0005-dependencies.md. */
const ORACLE_NIGHTS = Number(process.env['GHOSTLIGHT_BENCH_ORACLE'] ?? 10)
const ORACLE_SECONDS = 60
const MID_SHOW_SECONDS = 4_200
/** Whoever has so many out is told how often they would wait no longer. */
const SHARE_MS = 2_000

/** In the order of the line at the end. */
const rows: Readonly<Record<string, BroadwayOptions>> = {
  out6: { outs: 6 },
  out8: { outs: 8 },
  out12: { outs: 12 },
  midshow: { outs: 4, dropsAt: MID_SHOW_SECONDS },
}
/** What the prototype measured, to stand beside ours: variables are its median, 95th of a hundred, and most. */
const prototype: Readonly<Record<string, string>> = {
  out6: '1,029 to 1,114 obligations, 7 people for each, 2,071/2,848/3,009 variables',
  out8: '1,029 to 1,114 obligations, 7 people for each, 2,265/3,388/4,259 variables',
  out12: 'never measured',
  midshow: '488 to 866 variables in three of twenty',
}

type Figures = { readonly median: number; readonly p95: number; readonly max: number }

async function measure(planner: Planner, options: BroadwayOptions) {
  const ms: number[] = []
  let soon = 0
  const sizes = {
    obligations: [] as number[],
    choices: [] as number[],
    eligible: [] as number[],
    able: [] as number[],
  }
  let unproved = 0
  for (let seed = 1; seed <= NIGHTS; seed++) {
    const night = broadwayNight(seed, options)
    const began = performance.now()
    const { proved, size } = await planner.question().cover(night)
    const took = performance.now() - began
    ms.push(took)
    if (!proved) unproved += 1
    else if (took <= SHARE_MS) soon += 1
    sizes.obligations.push(night.obligations.length)
    sizes.choices.push(size.choices)
    sizes.eligible.push(size.eligible)
    sizes.able.push(ableFor(night))
  }
  return { figures: figuresOf(ms), unproved, soon, sizes }
}

/** On average, whoever has it in the book or knows it, out or not. */
const ableFor = ({ people, obligations }: CoverNight): number =>
  (people.reduce((sum, { knows }) => sum + knows.length, 0) + obligations.length) / obligations.length

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN

function figuresOf(values: readonly number[]): Figures {
  const sorted = [...values].sort((a, b) => a - b)
  const round = (value: number) => Math.round(value * 10) / 10
  return { median: round(at(sorted, 0.5)), p95: round(at(sorted, 0.95)), max: round(at(sorted, 1)) }
}

const planner = openPlanner({ clock: systemClock })
// The first questions load the solver and warm the code: a house does that when it opens.
for (let seed = 1001; seed <= 1010; seed++) await planner.question().cover(broadwayNight(seed, { outs: 6 }))
const told: Record<string, Figures | number> = {}
let unproved = 0
for (const [name, options] of Object.entries(rows)) {
  const row = await measure(planner, options)
  told[name] = row.figures
  unproved += row.unproved
  const { median, p95, max } = row.figures
  const { obligations, choices, eligible, able } = row.sizes
  const of = figuresOf(choices)
  process.stdout.write(
    `${name}: ${NIGHTS} nights, median ${median} p95 ${p95} max ${max} ms, ${row.unproved} unproved, ${row.soon} proved within 2 s\n` +
      `  ${Math.min(...obligations)} to ${Math.max(...obligations)} obligations, ${figuresOf(able).median} people for each and ` +
      `${figuresOf(eligible).median} for each open one, ${of.median}/${of.p95}/${of.max} variables; prototype: ${prototype[name]}\n`,
  )
}
/** How long the other solver takes for the first of the same nights, and whether it finds the same worth. */
async function compare(options: BroadwayOptions): Promise<string> {
  const ask = await oracle(ORACLE_SECONDS)
  const ms: number[] = []
  let [same, late] = [0, 0]
  for (let seed = 1; seed <= ORACLE_NIGHTS; seed++) {
    const night = broadwayNight(seed, options)
    const found = await planner.question().cover(night)
    const began = performance.now()
    const other = await coverTonight(night, ask)
    ms.push(performance.now() - began)
    if (other.fallback !== null) late += 1
    else if (other.worth.join() === found.worth.join()) same += 1
  }
  const { median, max } = figuresOf(ms)
  return `HiGHS: ${ORACLE_NIGHTS} nights, median ${median} max ${max} ms; ${same} of the same worth, ${late} without an answer from it (${ORACLE_SECONDS} s each)`
}
for (const [name, options] of Object.entries(rows))
  if (ORACLE_NIGHTS > 0) process.stdout.write(`${name}: ${await compare(options)}\n`)
await planner.close()
const build = Array.from({ length: 20 }, (_, index) => {
  const night = broadwayNight(index + 1, { outs: 6 })
  const began = performance.now()
  modelOf(factsOf(night))
  return performance.now() - began
})
process.stdout.write(`of that, writing the question: median ${figuresOf(build).median} ms\n`)
process.stdout.write(`${JSON.stringify({ ...told, unproved })}\n`)
