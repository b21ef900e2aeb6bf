// Files that are made to hurt, each read in a process of its own: refused, in time and memory that are measured.

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
function bomb(name: string, saysSize: number): Uint8Array {
  const megabyte = deflateRawSync(Buffer.alloc(MEGABYTE, ' '), {
    level: 9,
    finishFlush: constants.Z_SYNC_FLUSH,
  })
  const blanks = Array.from({ length: 1_000 }, () => megabyte)
  return archiveOf(name, Buffer.concat([...blanks, deflateRawSync('')]), saysSize)
}

const workbooks: Readonly<Record<string, Uint8Array>> = {
  'a bomb of a megabyte': bomb('xl/workbook.xml', 1_000 * MEGABYTE),
  'a bomb that says it is just short enough': bomb('xl/workbook.xml', UNPACKED_BYTES_MAX),
  'a cell in the far corner': workbook({
    sheets: { Far: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' },
  }),
  'one text of fifteen megabytes': packed({ 'xl/workbook.xml': `<workbook>${'x'.repeat(15 * MEGABYTE)}` }),
  'a million empty cells, then one too many': workbook({
    sheets: { Full: `<row>${'<c/>'.repeat(1_000_000)}<c><v>1</v></c></row>` },
  }),
  'as many merged cells as fit': workbook({
    sheets: { Merged: `</sheetData>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(350_000)}<sheetData>` },
  }),
}

const document = (body: string) =>
  packed({ 'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>` })
const documents: Readonly<Record<string, Uint8Array>> = {
  'a bomb of a megabyte': bomb('word/document.xml', 1_000 * MEGABYTE),
  'a bomb that says it is just short enough': bomb('word/document.xml', UNPACKED_BYTES_MAX),
  'elements in one another without end': document('<w:sdt>'.repeat(1_000_000)),
  'a paragraph of fifteen megabytes': document(
    `<w:p><w:r><w:t>${'x'.repeat(15 * MEGABYTE)}</w:t></w:r></w:p>`,
  ),
  'more elements than it may have': document('<w:r/>'.repeat(1_000_000)),
  'tables in one another': document('<w:tbl><w:tr><w:tc>'.repeat(300_000)),
  'entities in one another': packed({ 'word/document.xml': laughs('<w:document>&l9;</w:document>') }),
}

/** Each of nine names is ten of the one before: a thousand million words where somebody reads them out. */
function laughs(body: string): string {
  const entities = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`)
  return `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY l0 "lol">${entities.join('')}]>${body}`
}

const xml: Readonly<Record<string, string>> = {
  'entities in one another': laughs('<TEI><text><body><sp><p>&l9;</p></sp></body></text></TEI>'),
  'a file it asks for':
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><TEI><text><body><sp><p>&x;</p></sp></body></text></TEI>',
  'elements in one another without end': '<a>'.repeat(2_000_000),
  'more elements than it may have': `<TEI>${'<p/>'.repeat(1_900_000)}</TEI>`,
  'an attribute of seven megabytes': `<TEI n="${'x'.repeat(7 * MEGABYTE)}"><b></TEI>`,
  'a remark that never ends': `<TEI><!-- ${'- '.repeat(3 * MEGABYTE)}`,
  'a remark with a beginning in each sign': `<TEI><!-- ${'-<'.repeat(3 * MEGABYTE)}-->`,
  'signs that end nothing': `<TEI><![CDATA[${']]'.repeat(3 * MEGABYTE)}`,
  'a declaration without end': `<!DOCTYPE TEI [${'<!ENTITY a "b">'.repeat(400_000)}`,
  'a name of six megabytes': `<TEI><${'a'.repeat(6 * MEGABYTE)}`,
  'as many attributes as fit': `<TEI ${Array.from({ length: 500_000 }, (_, at) => `a${at}="1"`).join(' ')}/>`,
  ampersands: `<TEI>${'&'.repeat(7 * MEGABYTE)}</TEI>`,
}
const finalDraft = (text: string) =>
  `<FinalDraft DocumentType="Script">${text.replaceAll('TEI', 'Content')}</FinalDraft>`

/** All of a format in one process: what they need together is less than one may. */
const hostile: Readonly<Record<string, Readonly<Record<string, Uint8Array | string>>>> = {
  xlsx: workbooks,
  docx: documents,
  xml,
  fdx: Object.fromEntries(Object.entries(xml).map(([name, text]) => [name, finalDraft(text)])),
}

type Told = { readonly message: string | null; readonly milliseconds: number; readonly kilobytes: number }

for (const [ending, contents] of Object.entries(hostile))
  test(`SHEET-2, IMPORT-2: each that is made to hurt is refused in two seconds and 64 MB (${ending})`, () => {
    const folder = temporaryFolder()
    onTestFinished(() => folder.remove())
    const files = Object.values(contents).map((bytes, at) => {
      const file = join(folder.path, `hostile${at}.${ending}`)
      writeFileSync(file, bytes)
      return file
    })
    const reader = join(root, 'test/kit/read-hostile.ts')
    const { stdout } = spawnSync(process.execPath, ['--expose-gc', reader, ...files], { encoding: 'utf8' })
    const told = JSON.parse(stdout) as readonly Told[]
    const table = Object.keys(contents).map((name, at) => ({ name, ...told[at] }))
    console.table(table)
    for (const { name, message, milliseconds, kilobytes } of table) {
      expect.soft(message, name).not.toBeNull()
      expect.soft(milliseconds, name).toBeLessThan(MS_MAX)
      expect.soft(kilobytes, name).toBeLessThan(KILOBYTES_MAX)
    }
  })
