// `ghostlight export`: a closed performance as a file of its own, for the archive.

import { parseArgs } from 'node:util'
import { exportStream } from '../log/export.ts'
import type { Command } from './cli.ts'
import { performanceNumber } from './numbers.ts'
import { databaseIn, withStage } from './stage.ts'

export const exportPerformance: Command = {
  usage: 'export --data DIR --out FILE [--performance NUMBER]',
  what: 'copies one performance with its show into a file of its own, checked and readable by itself',
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: { data: { type: 'string' }, out: { type: 'string' }, performance: { type: 'string' } },
    })
    if (values.data === undefined || values.out === undefined)
      throw new Error('Say from where and to where: --data DIR --out FILE')
    const number = performanceNumber(values.performance) ?? null
    const stream = await withStage(values.data, number, (night) => {
      if (night.owner.state().calling.closedAt === null)
        throw new Error('That performance is not closed yet.')
      return night.performance.id
    })
    const exported = await exportStream({ file: databaseIn(values.data) }, stream, values.out)
    process.stdout.write(
      `${values.out}: ${exported.events} events, ${exported.documents} documents, head ${exported.hash}\n`,
    )
    return 0
  },
}
