// Every place from which something is printed or saved, and what says on it whose copy it is: found in the source, held to this table.

import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Typed by hand: what leaves from each file, and how it is marked; or why it has no mark. */
const leaves: Readonly<Record<string, string>> = {
  // Printed by the browser: the line around every screen.
  'src/web/paperwork/paper.tsx': 'sheets on the screen: PrintedLine',
  'src/web/plots/plots.tsx': 'plots: PrintedLine',
  'src/web/trust/trust.tsx': 'how a device comes to trust the house: PrintedLine',
  'src/web/line-notes/line-notes.tsx': 'a slip for each: Printed on each',
  'src/web/network/cards-screen.tsx': 'cards with codes: Printed on each, in printed-card.tsx',
  'src/web/network/door-codes-screen.tsx': 'codes for the stage door: Printed on each, in door-card.tsx',
  'src/web/incident/card.ts': 'the card without the app: printedBy',
  // Saved by the browser.
  'src/web/paperwork/send.tsx': 'the report as text: savedText',
  'src/web/show/post-letters.tsx': 'letters as text: savedText',
  'src/web/show/office.ts': 'files of the office: numbered and signed by the house (KEEP-23, KEEP-24)',
  'src/web/desk/reach-line.tsx': 'a copy of the whole record: numbered and signed by the house (KEEP-26)',
  'src/web/vault/save-note.ts':
    'one’s own note, by its owner on their own phone: nobody else can, and the house must not know',
  'src/web/show/kept-heads.tsx': 'signed heads: nobody is in them, and a byte more would be no signature',
  // Sent by the house.
  'src/server/http/answers.ts': 'a PDF: its foot (PAPER-5), of the sheets and of the hand-over',
  'src/server/http/routes.ts': 'files of the office: marked',
  'src/server/http/backup.ts': 'a copy of the whole record: takesCopy',
  // Written at the command line.
  'src/server/cli/print.ts': 'sheets as PDF: their foot says that it was at the command line',
  'src/server/cli/backup.ts': 'a copy of the whole record: KEEP-26',
  'src/server/cli/export.ts': 'the record of one performance: KEEP-26',
  'src/server/cli/privacy.ts':
    'what is held of a person, handed to them; the pages of the pack, which are nobody’s',
  'src/server/cli/import.ts': 'a show that was read from other files: it was never in the house',
  'src/server/cli/certificate.ts': 'a certificate: public',
  'src/server/cli/simulate.ts': 'nights that were invented',
}

const ways: readonly (readonly [string, RegExp])[] = [
  ['src/web/**/*.{ts,tsx}', /window\.print\(\)|[^.\w]print\(\)|\.download = |\sdownload(?:=|>|\s*$)/m],
  ['src/server/http/**/*.ts', /'Content-Disposition'/],
  [
    'src/server/cli/**/*.ts',
    /writeFileSync|copyFileSync|createWriteStream|\bexportStream\(|\bbackupLog\(|\bwriteNew\(/,
  ],
]

test('KEEP-25: whatever can be printed or saved stands in the table, and the table names nothing that is not there', () => {
  const found = ways.flatMap(([files, way]) =>
    globSync(files)
      .filter((file) => !/\.test\.tsx?$/.test(file) && way.test(readFileSync(file, 'utf8')))
      .map((file) => file.replaceAll('\\', '/')),
  )
  expect(found.toSorted()).toEqual(Object.keys(leaves).toSorted())
})

const read = (file: string) => readFileSync(file, 'utf8')

test('KEEP-25: the line is around every screen, on every card and slip, and on the pages that are there without the app', () => {
  const main = read('src/web/main.tsx')
  expect(main.match(/createRoot\(root\)\.render/g)?.length).toBe(main.match(/<PrintedLine \/>/g)?.length)
  for (const piece of ['network/printed-card.tsx', 'network/door-card.tsx', 'line-notes/line-notes.tsx'])
    expect([piece, read(`src/web/${piece}`).includes('<Printed />')]).toEqual([piece, true])
  for (const page of ['incident-page.ts', 'roll-call-page.ts'])
    expect([page, read(`src/letters/${page}`).includes('printedBy(')]).toEqual([page, true])
  for (const saved of ['paperwork/send.tsx', 'show/post-letters.tsx'])
    expect([saved, read(`src/web/${saved}`).includes('savedText(text)')]).toEqual([saved, true])
})
