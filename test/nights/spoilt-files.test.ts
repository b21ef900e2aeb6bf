// Spoilt files of every format but TEI: each is refused with its line, or read into what is the same when it is read again.

import { isDeepStrictEqual } from 'node:util'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { type Dice, dice } from '../../src/core/kit/dice.ts'
import { breakDownFile, importFile, type Source } from '../../src/formats/import-file.ts'
import { readShowFile } from '../../src/formats/show-file/read.ts'
import { writeShowFile } from '../../src/formats/show-file/write.ts'
import { textIn } from '../../src/server/cli/text.ts'
import { row, wordDocument, workbook } from '../kit/packed.ts'
import { plainKinds } from './mutate-text.ts'

/** More of it: `GHOSTLIGHT_SPOILT_FILES=10000 GHOSTLIGHT_SPOILT_SEED=1`. */
const SPOILT = Number(process.env['GHOSTLIGHT_SPOILT_FILES'] ?? 140)
const FIRST_SEED = Number(process.env['GHOSTLIGHT_SPOILT_SEED'] ?? 0)
/** Nothing that small takes a hundredth of it. */
const CPU_MS_MAX = 2_000

const play = [
  'THE FERRY\n\nACT I\n\nSCENE 1. The landing\n\n[Enter Bess and Tom.]\n',
  'BESS\nLate again.\n\nTOM (V.O.)\n(aside)\nSo are we. [Exit.]\n\nBESS (CONT’D)\nStill here.\n\nBESS & TOM\nYes.\n',
  'SCENE 2\n\nEnter all but Tom.\n\nBESS\nPull! [[is it?]] /* cut */\n\nTOM ^\n~Pull!\n',
].join('\n')
const paragraph = (type: string, text: string) =>
  `<Paragraph Type="${type}"><Text>${text}</Text></Paragraph>\n`

const sources: Readonly<Record<string, string | Uint8Array>> = {
  'ferry.docx': wordDocument(
    ...(['Title', 'Act', 'Scene Heading'] as const).map((style) => [style, 'The ferry'] as const),
    ['', '*Enter Bess and Tom.'],
    ...(['BESS: Late again.', 'TOM: So are we.', '*Exit Tom.', 'BESS\tWait!'] as const).map(
      (text) => ['', text] as const,
    ),
  ),
  'ferry.fdx': `<?xml version="1.0"?>\n<FinalDraft DocumentType="Script"><Content>\n${[
    paragraph('New Act', 'ACT ONE') +
      paragraph('Scene Heading', 'THE LANDING') +
      paragraph('Action', 'Enter Bess &amp; Tom.'),
    paragraph('Character', 'BESS') +
      paragraph('Dialogue', 'Late again.') +
      paragraph('Character', 'TOM (V.O.)'),
    `<Paragraph><DualDialogue>${paragraph('Character', 'TOM')}${paragraph('Lyrics', 'Over')}</DualDialogue></Paragraph>`,
    paragraph('Dialogue', 'So are we.<ScriptNote>check</ScriptNote>'),
  ].join('')}</Content></FinalDraft>`,
  'cues.xlsx': workbook({
    sheets: {
      Read: row(1, 'Fill in the next sheet.'),
      Plan: `${row(2, 'Cue', 'Dept', 'Title', 'Scene', 'Follow')}${row(3, '1', 'LX', 'Dawn', '1.1', 'F3')}${row(4, '2', 'LX', 'Noon', '', '')}<row r="5"><c r="A5"><v>3</v></c><c r="B5" t="s"><v>0</v></c></row></sheetData><mergeCells><mergeCell ref="D3:D4"/></mergeCells><sheetData>`,
    },
    strings: ['<t>SND</t>'],
  }),
  'cues.csv':
    '\uFEFFCue;Dept;What;Line;Page;Follow\r\n1;LX;Dawn;"At ""last""; now";3;F2\r\n2;SND;Gulls;;3;\r\nLX Q 3;;"two\r\nlines";;4;A/F\r\n',
  'ferry.fountain': `Title: The Ferry\nAuthor: Rosa Quill\n\n# ACT ONE\n\nINT. QUAY #1#\n\n${play}`,
  'ferry.txt': play,
  'desk.asc':
    'Ident 3:0\nConsole Eos\n$CueList 1\nCue 1 1\n   Text Preset\n   Followon 3\nCue 1.5 1\n   $$UText 4400 E400\n   Part 2\nCue 2 1\n   $$Scene Quay\n   Link 1\nCue 1 2\nEnddata\n',
}

function spoiltText(text: string, throws: Dice): string {
  const [, mutation] = throws.pick(Object.entries(plainKinds))
  try {
    return mutation(text, throws)
  } catch {
    // Where there is nothing of what this would spoil.
    return text.slice(0, throws.whole(0, text.length))
  }
}

/** A byte of what is packed, or a word within it packed again as it should be. */
function spoilt(content: string | Uint8Array, throws: Dice): Uint8Array {
  if (typeof content === 'string') return strToU8(spoiltText(content, throws))
  if (throws.whole(0, 3) === 0) {
    const at = throws.whole(0, content.length - 1)
    return content.map((byte, place) => (place === at ? throws.whole(0, 255) : byte))
  }
  const parts = unzipSync(content)
  const name = throws.pick(Object.keys(parts))
  return zipSync({
    ...parts,
    [name]: strToU8(spoiltText(strFromU8(parts[name] ?? new Uint8Array()), throws)),
  })
}

/** False where it is refused. */
function isRead(source: Source, seed: string): boolean {
  const began = process.cpuUsage()
  const [found, answer] = [importFile(source), breakDownFile(source)]
  const { user, system } = process.cpuUsage(began)
  expect((user + system) / 1_000, seed).toBeLessThan(CPU_MS_MAX)
  expect(answer.ok, seed).toBe(found.ok)
  if (!found.ok) {
    expect(found.errors[0]?.line, seed).toBeGreaterThanOrEqual(1)
    expect(found.errors[0]?.message, seed).toMatch(/\S/)
    return false
  }
  for (const { line, message } of found.questions)
    expect([line >= 1, message !== ''], seed).toEqual([true, true])
  expect(isDeepStrictEqual(importFile(source), found), seed).toBe(true)
  const written = writeShowFile(found.show)
  const again = readShowFile(written)
  expect(again.ok && writeShowFile(again.show) === written, seed).toBe(true)
  return true
}

test('IMPORT-3: a spoilt file of any format is refused with a line, or read into what is the same when it is read again', {
  timeout: 600_000,
}, () => {
  const counts: Record<string, { refused: number; read: number }> = {}
  const names = Object.keys(sources)
  for (let seed = FIRST_SEED; seed < FIRST_SEED + SPOILT; seed += 1) {
    const name = names[seed % names.length] ?? ''
    const throws = dice(seed)
    let content = spoilt(sources[name] ?? '', throws)
    // A few of them twice.
    if (throws.whole(0, 3) === 0 && typeof sources[name] === 'string')
      content = spoilt(strFromU8(content), throws)
    const bytes = Buffer.from(content)
    counts[name] ??= { refused: 0, read: 0 }
    if (isRead({ name, bytes, text: textIn(bytes) }, `seed ${seed}: ${name}`)) counts[name].read += 1
    else counts[name].refused += 1
  }
  console.table(counts)
})
