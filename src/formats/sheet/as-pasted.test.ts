// A table in a file is read as if it had been pasted: the same cells on the same lines, whatever stands in them.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTable } from '../paste/table.ts'
import { asPasted, type TableFile } from './as-pasted.ts'
import { writeCsv, writeWorkbook } from './write.ts'

const letters = (text: string): TableFile => ({ bytes: new TextEncoder().encode(text), text })
const packed = (bytes: Iterable<number>): TableFile => ({ bytes: new Uint8Array(bytes), text: null })

test('PASTE-15: a workbook and a CSV saved here come back as the same rows, whatever is in their cells', () => {
  const cell = fc.oneof(
    fc.constantFrom('', 'Keeper', '"Bo" Carr', 'a, b; c', '4:30', '=1+1', '-2', '“Ünïcode”', '山田'),
    fc.stringMatching(/^[A-Za-z ,;"-]{0,12}$/),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
      const table = { name: 'Presets', rows: [['What', 'Where', 'Before'], ...rows] }
      const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
      const full = table.rows
        .map((cells) => cells.map(plain))
        .filter((cells) => cells.some((one) => one !== ''))
      for (const file of [
        packed(writeWorkbook([{ name: 'Other', rows: [['x']] }, table])),
        letters(writeCsv(table)),
      ]) {
        const read = asPasted(file, 'presets')
        if (!read.ok) throw new Error(read.errors[0]?.message)
        const again = readTable(read.text)
        if (!again.ok) throw new Error(again.errors[0]?.message)
        // A row may be shorter by cells that are empty at its end.
        const told = again.rows.map(({ cells }) => [...cells, '', '', ''].slice(0, 3))
        expect(told).toEqual(full)
      }
    }),
    { numRuns: 100 },
  )
})

test('PASTE-15: which sheet was read and what else is there is told; what is no table is refused', () => {
  const book = packed(
    writeWorkbook([
      { name: 'Cues', rows: [['LX 1']] },
      { name: 'Tracks', rows: [['K', 'Keeper']] },
    ]),
  )
  expect(asPasted(book, 'tracks')).toEqual({ ok: true, text: 'K\tKeeper', sheet: 'Tracks', others: ['Cues'] })
  expect(asPasted(book, 'presets')).toMatchObject({ ok: true, sheet: 'Cues', others: ['Tracks'] })
  expect(asPasted(letters(''), 'x')).toMatchObject({ ok: false })
  expect(asPasted(packed([0x50, 0x4b, 3, 4, 0, 1, 2]), 'x')).toMatchObject({ ok: false })
  expect(asPasted(packed([0xff, 0xd8, 0xff, 0, 0, 1]), 'x')).toMatchObject({ ok: false })
})
