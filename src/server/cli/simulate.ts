// `ghostlight simulate presence`: what notices somebody unaccounted for, measured on a company that does not exist.

import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { REPORTING_SEEDS } from '../../core/dry-run/parameters.ts'
import { dryRun, plotOf, tableOf } from '../../core/dry-run/table.ts'
import type { Command } from './cli.ts'
import { wholeNumber } from './numbers.ts'

const EVENINGS = 20
const EVENINGS_MAX = 1_000

export const simulate: Command = {
  usage:
    'simulate presence [--layouts N] [--evenings N] [--answers PERCENT] [--busy PERCENT] [--json] [--out FILE.svg]',
  what: 'measures, on invented evenings, how often somebody unaccounted for is looked for before the entrance, and at what cost',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        layouts: { type: 'string' },
        evenings: { type: 'string' },
        answers: { type: 'string' },
        busy: { type: 'string' },
        json: { type: 'boolean', default: false },
        out: { type: 'string' },
      },
    })
    if (positionals.length !== 1 || positionals[0] !== 'presence')
      throw new Error('There is one thing to simulate: `ghostlight simulate presence`.')
    const ran = dryRun({
      layouts: wholeNumber('--layouts', values.layouts, REPORTING_SEEDS.length) ?? REPORTING_SEEDS.length,
      evenings: wholeNumber('--evenings', values.evenings, EVENINGS_MAX) ?? EVENINGS,
      answerRate: (wholeNumber('--answers', values.answers, 100) ?? 85) / 100,
      busy: (wholeNumber('--busy', values.busy, 100) ?? 0) / 100,
      recording: 'taps',
    })
    if (values.out !== undefined) writeFileSync(values.out, plotOf(ran), { flag: 'wx' })
    process.stdout.write(values.json ? `${JSON.stringify(ran)}\n` : `${tableOf(ran)}\n`)
    return 0
  },
}
