// `ghostlight verify`: is every event of the record what it was when it was written, and what a device saw of it?

import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type HeadsTold, readHeads, type SignedHead } from '../../wire/heads.ts'
import { heldAgainst } from '../heads/contain.ts'
import { markIn } from '../log/mark.ts'
import { readFileOf } from '../log/read-file.ts'
import { verifyFile } from '../log/side.ts'
import type { Command } from './cli.ts'
import { counted } from './numbers.ts'
import { databaseIn } from './stage.ts'

export const verify: Command = {
  usage: 'verify --data DIR | --file FILE [--heads FILE] [--json]',
  what: 'checks a whole record, or an exported performance, against its hash chain, and against the signed heads that a device kept; exit 1 where a byte is not as it was written, or not as the device saw it',
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        file: { type: 'string' },
        heads: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    if ((values.data === undefined) === (values.file === undefined)) {
      throw new Error('Say where the record is: --data DIR, or --file FILE for an exported performance')
    }
    const record = values.file ?? databaseIn(values.data ?? '')
    if (!existsSync(record)) throw new Error(`There is no record at ${record}.`)
    const kept = values.heads === undefined ? null : readHeads(readFileSync(values.heads, 'utf8'))
    if (values.heads !== undefined && kept === null)
      throw new Error(
        `${values.heads} is no file of signed heads: save it on the device under “Files and the record”.`,
      )
    const { performances, events, erased, ok, firstBad } = await verifyFile(record)
    const mark = markIn(record)
    const found = kept === null ? null : await foundIn(record, kept)
    const isHeld = found === null || found.every(({ is }) => is === 'there')
    if (values.json) {
      const heads = found === null ? {} : { heads: found }
      process.stdout.write(
        `${JSON.stringify({ performances, events, erased, ok, firstBad, mark, ...heads })}\n`,
      )
    } else {
      process.stdout.write(
        firstBad === null
          ? `${counted(events, 'event')} in ${counted(performances, 'performance')}, all as they were written; ${counted(erased, 'personal part')} erased by rule.\n`
          : `Damaged: ${firstBad.stream}, event ${firstBad.seq}: ${firstBad.what}\n`,
      )
      if (mark !== null) process.stdout.write(`${mark}\n`)
      if (found !== null && kept !== null) process.stdout.write(headsInWords(found, kept))
    }
    return ok && isHeld ? 0 : 1
  },
}

async function foundIn(record: string, kept: readonly SignedHead[]): Promise<HeadsTold['found']> {
  const reader = readFileOf(record)
  try {
    return await heldAgainst(reader, kept, null)
  } finally {
    reader.close()
  }
}

const sentences: Readonly<Record<HeadsTold['found'][number]['is'], string>> = {
  there: 'as the device saw it',
  changed: 'CHANGED: the record holds something else than the device saw',
  gone: 'GONE: the record ends before what the device saw; an older copy was put back, or its end was cut off',
  'not-signed': 'NOT SIGNED: this is no head that any house signed',
}

function headsInWords(found: HeadsTold['found'], kept: readonly SignedHead[]): string {
  const keys = new Set(kept.map(({ key }) => key)).size
  const lines = found.map(({ number, is }, index) => {
    const at = new Date(kept[index]?.at ?? 0).toISOString()
    return `Head ${number} of ${at}: ${sentences[is]}.`
  })
  const wrong = lines.filter((_line, index) => found[index]?.is !== 'there')
  const all = `${found.length - wrong.length} of ${found.length} signed heads are in the record, by ${keys} ${keys === 1 ? 'key' : 'keys'}.`
  return `${[all, ...wrong].join('\n')}\n`
}
