// The thread of a dry run: one is asked for, its table is answered, and it ends.

import { parentPort, workerData } from 'node:worker_threads'
import { type Asked, dryRun } from '../../core/dry-run/table.ts'
import { must } from '../../core/kit/assert.ts'
import { type DryRunTold, dryRunRules } from '../../wire/dry-run.ts'

function toldOf(asked: Asked): DryRunTold {
  const { policies, ceiling, n } = dryRun(asked)
  const rules = dryRunRules.flatMap((rule) => {
    const one = policies[rule]
    if (one === undefined) return []
    const { asksPerShow, falseSearchesPerShow, before3min, before3minWithin: within } = one
    return [{ rule, asksPerShow, falseSearchesPerShow, before3min, within }]
  })
  return { layouts: asked.layouts, evenings: asked.evenings, incidents: n, ceiling, rules }
}

const line = must(parentPort, 'a dry run has a thread of its own')
// As at the edge: dry-run.ts is the only one who starts this file.
line.postMessage(toldOf(workerData as Asked))
