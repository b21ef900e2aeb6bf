// Workbooks that are made to hurt, each read in a process of its own: refused, in time and memory that are measured.

import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { constants, deflateRawSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { UNPACKED_BYTES_MAX } from '../../src/formats/archive/archive.ts'
import { root, temporaryFolder } from '../kit/ghostlight.ts'
import { archiveOf, packed, workbook } from '../kit/packed.ts'

const MS_MAX = 2_000
const KILOBYTES_MAX = 64 * 1024
const MEGABYTE = 1024 * 1024

/** As tightly packed as it can be, a thousand bytes in one: the same megabyte of blanks over and over. */
function bomb(saysSize: number): Uint8Array {
  const megabyte = deflateRawSync(Buffer.alloc(MEGABYTE, ' '), {
    level: 9,
    finishFlush: constants.Z_SYNC_FLUSH,
  })
  const blanks = Array.from({ length: 1_000 }, () => megabyte)
  return archiveOf('xl/workbook.xml', Buffer.concat([...blanks, deflateRawSync('')]), saysSize)
}

const hostile: Readonly<Record<string, Uint8Array>> = {
  'a bomb of a megabyte': bomb(1_000 * MEGABYTE),
  'a bomb that says it is just short enough': bomb(UNPACKED_BYTES_MAX),
  'a cell in the far corner': workbook({
    sheets: { Far: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' },
  }),
  'one text of fifteen megabytes': packed({ 'xl/workbook.xml': `<workbook>${'x'.repeat(15 * MEGABYTE)}` }),
  'a million empty cells, then one too many': workbook({
    sheets: { Full: `<row>${'<c/>'.repeat(1_000_000)}<c><v>1</v></c></row>` },
  }),
}

test('SHEET-2: a bomb of a megabyte, a far cell and their like are refused in two seconds and 64 MB', () => {
  const folder = temporaryFolder()
  onTestFinished(() => folder.remove())
  const table: Record<string, object> = {}
  for (const [name, bytes] of Object.entries(hostile)) {
    const file = join(folder.path, 'hostile.xlsx')
    writeFileSync(file, bytes)
    const reader = join(root, 'test/kit/read-workbook.ts')
    const { stdout } = spawnSync(process.execPath, [reader, file], { encoding: 'utf8' })
    const told = JSON.parse(stdout) as { message: string | null; milliseconds: number; kilobytes: number }
    table[name] = { packed: bytes.length, ...told }
    expect(told.message, name).not.toBeNull()
    expect(told.milliseconds, name).toBeLessThan(MS_MAX)
    expect(told.kilobytes, name).toBeLessThan(KILOBYTES_MAX)
  }
  console.table(table)
})
