// `ghostlight verify`: is every event of the record what it was when it was written?

import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { verifyFile } from '../log/side.ts'
import type { Command } from './cli.ts'
import { databaseIn } from './stage.ts'

export const verify: Command = {
  usage: 'verify --data DIR | --file FILE [--json]',
  what: 'checks a whole record, or an exported performance, against its hash chain; exit 1 where a byte is not as it was written',
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        file: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    if ((values.data === undefined) === (values.file === undefined)) {
      throw new Error('Say where the record is: --data DIR, or --file FILE for an exported performance')
    }
    const record = values.file ?? databaseIn(values.data ?? '')
    if (!existsSync(record)) throw new Error(`There is no record at ${record}.`)
    const { performances, events, erased, ok, firstBad } = await verifyFile(record)
    if (values.json)
      process.stdout.write(`${JSON.stringify({ performances, events, erased, ok, firstBad })}\n`)
    else if (firstBad === null) {
      process.stdout.write(
        `${events} events in ${performances} performances, all as they were written; ${erased} personal parts erased by rule.\n`,
      )
    } else process.stdout.write(`Damaged: ${firstBad.stream}, event ${firstBad.seq}: ${firstBad.what}\n`)
    return ok ? 0 : 1
  },
}
