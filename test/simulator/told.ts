// How a run of nights is told: one line for all of them, and for a broken one how it is played again.

import { faultKinds } from './faults.ts'
import type { NightReport } from './night.ts'

/** A figure from outside: how many nights, or which one. */
export const asked = (name: string): number | null => {
  const text = process.env[name]
  return text === undefined || text === '' ? null : Number(text)
}

export const told = ({ seed, findings }: NightReport, kind = ''): string =>
  [
    `Night ${seed} is broken. Play it again: GHOSTLIGHT_SEED=${seed} npx vitest run --project nights test/simulator/${kind}`,
    ...findings.map(({ rule, at, what }) => `  ${rule} at ${(at / 1000).toFixed(3)} s: ${what}`),
  ].join('\n')

export function summary(reports: readonly NightReport[], seeds: readonly number[]): string {
  const sum = (count: (report: NightReport) => number) =>
    reports.reduce((total, report) => total + count(report), 0)
  const faults = faultKinds.map((kind) => `${kind} ${sum((report) => report.faults.get(kind) ?? 0)}`)
  const quietMs = Math.max(...reports.map((report) => report.quietMs ?? Number.POSITIVE_INFINITY))
  // Whole runs of seeds are told by their ends.
  const told = seeds.filter((seed) => !seeds.includes(seed - 1) || !seeds.includes(seed + 1))
  return [
    `${reports.length} nights (seeds ${told.join(' … ')}): ${sum(({ events }) => events)} events`,
    `${sum(({ frames }) => frames)} frames, ${sum(({ presses }) => presses)} presses`,
    `${sum(({ taken }) => taken)} times another version taken`,
    `${sum(({ ladders }) => ladders.concerns)} concerns, ${sum(({ ladders }) => ladders.asks)} asks, ${sum(({ ladders }) => ladders.sent)} on which somebody was sent, ${sum(({ ladders }) => ladders.ended)} ended; a side blind ${sum(({ ladders }) => ladders.blind)} times`,
    `faults: ${faults.join(', ')}`,
    `converged: ${sum(({ converged }) => converged)} of ${sum(({ devices }) => devices)} devices, the slowest in ${quietMs} ms`,
  ].join('; ')
}
