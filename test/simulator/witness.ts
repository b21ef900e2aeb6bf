// What stands outside and writes down: findings against the rules of docs/specs/simulator.md, and the trace of a night.

import { hash } from 'node:crypto'

export type Finding = { readonly rule: string; readonly at: number; readonly what: string }

export type Witness = {
  /** A rule does not hold. */
  finds(rule: string, what: string): void
  /** What happened, in a line; kept only where somebody will read it. */
  notes(line: () => string): void
  /** Mixes something that must be the same whenever this seed is played. */
  mixes(text: string): void
  findings(): readonly Finding[]
  trace(): readonly string[]
  digest(): string
}

/** Of each rule: what is wrong once is wrong often. */
const FINDINGS_MAX = 5
const TRACE_LINES_MAX = 20_000

/** `traced`: the rule whose first finding the trace leads to, `any` for whichever is first, null for no trace. */
export function openWitness(now: () => number, traced: string | null): Witness {
  const findings: Finding[] = []
  const trace: string[] = []
  let digest = ''
  let mixed: string[] = []
  const fold = () => {
    digest = hash('sha256', `${digest}${mixed.join('\n')}`, 'hex')
    mixed = []
  }
  const notes = (line: () => string) => {
    // What led to the finding is wanted, not what came after it.
    if (traced === null || findings.some(({ rule }) => traced === 'any' || rule === traced)) return
    trace.push(`${(now() / 1000).toFixed(3).padStart(8)}  ${line()}`)
    if (trace.length > TRACE_LINES_MAX) trace.shift()
  }
  return {
    finds: (rule, what) => {
      notes(() => `${rule}: ${what}`)
      const before = findings.filter((one) => one.rule === rule).length
      if (before < FINDINGS_MAX) findings.push({ rule, at: now(), what })
    },
    notes,
    mixes: (text) => {
      mixed.push(text)
      if (mixed.length >= 200) fold()
    },
    findings: () => findings,
    trace: () => trace,
    digest: () => {
      fold()
      return digest
    },
  }
}
