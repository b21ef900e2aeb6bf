// `ghostlight report`: a performance's report from its record, as data.

import { parseArgs } from 'node:util'
import { theMachine } from '../../core/installation/installation.ts'
import { reportFor } from '../../core/night/view.ts'
import type { Command } from './cli.ts'
import { PERFORMANCES_MAX, wholeNumber } from './numbers.ts'
import { withStage } from './stage.ts'

export const writeReport: Command = {
  usage: 'report --data DIR [--performance NUMBER]',
  what: 'writes the performance report as JSON, of the newest performance unless one is named',
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: { data: { type: 'string' }, performance: { type: 'string' } },
    })
    if (values.data === undefined) throw new Error('Say where the record is: --data DIR')
    const number = wholeNumber('--performance', values.performance, PERFORMANCES_MAX) ?? null
    const report = await withStage(values.data, number, (night) =>
      reportFor(night.plan, night.owner.state(), theMachine),
    )
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
    return 0
  },
}
