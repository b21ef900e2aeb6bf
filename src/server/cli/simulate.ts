// `ghostlight simulate presence`: what notices somebody unaccounted for, measured on a company that does not exist.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Layout } from '../../core/dry-run/company.ts'
import { layoutOf } from '../../core/dry-run/of-show.ts'
import { REPORTING_SEEDS } from '../../core/dry-run/parameters.ts'
import { dryRun, plotOf, policyNames, tableOf } from '../../core/dry-run/table.ts'
import { readShowFile } from '../../formats/show-file/read.ts'
import type { Command } from './cli.ts'
import { findingLines } from './findings.ts'
import { wholeNumber } from './numbers.ts'
import { packageFolder } from './package-folder.ts'
import { readText } from './text.ts'

/** As many as the figures were reported on. */
const EVENINGS = 25
const EVENINGS_MAX = 1_000

export const simulate: Command = {
  usage:
    'simulate presence [--layouts N] [--evenings N] [--answers PERCENT] [--busy PERCENT] [--prompt] [--only NAME,NAME] [--json] [--out FILE.svg]',
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
        prompt: { type: 'boolean', default: false },
        only: { type: 'string' },
        json: { type: 'boolean', default: false },
        out: { type: 'string' },
      },
    })
    if (positionals.length !== 1 || positionals[0] !== 'presence')
      throw new Error('There is one thing to simulate: `ghostlight simulate presence`.')
    const asked = {
      layouts: wholeNumber('--layouts', values.layouts, REPORTING_SEEDS.length) ?? REPORTING_SEEDS.length,
      evenings: wholeNumber('--evenings', values.evenings, EVENINGS_MAX) ?? EVENINGS,
      answerRate: (wholeNumber('--answers', values.answers, 100) ?? 85) / 100,
      busy: (wholeNumber('--busy', values.busy, 100) ?? 0) / 100,
      recording: 'taps',
      prompt: values.prompt,
      only: onlyOf(values.only),
    } as const
    const ran = dryRun(asked)
    const demo = dryRun({ ...asked, layouts: 1 }, [demoLayout()])
    if (values.out !== undefined) writeFileSync(values.out, plotOf(ran), { flag: 'wx' })
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ ...ran, demo })}\n`
        : `${tableOf(ran)}\n\nThe demo show:\n${tableOf(demo)}\n`,
    )
    return 0
  },
}

/** A few policies by name: minutes instead of an hour. */
function onlyOf(given: string | undefined): readonly string[] | undefined {
  const names = given?.split(',')
  const unknown = names?.find((name) => !policyNames.includes(name))
  if (unknown === undefined) return names
  throw new Error(`--only takes names from ${policyNames.join(', ')}; “${unknown}” is none of them.`)
}

/** Apart from the invented companies: a show that was written to be played. */
function demoLayout(): Layout {
  const file = join(packageFolder(), 'demo', 'slack-water.show.json')
  const read = readShowFile(readText(file))
  if (!read.ok) throw new Error(findingLines(file, read.errors))
  return layoutOf(read.show, DEMO_SEED)
}
const DEMO_SEED = 1
