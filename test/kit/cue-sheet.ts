// A cue sheet of two hundred rows as it comes out of a spreadsheet, twelve of them wrong, each in a way of its own.

export const SHEET_ROWS = 200
export const WRONG_ROWS = 12

const scenes = ['1 The lamp', '2 The boat', '3 The tide']
const headings = ['Dept', 'Cue', 'Description', 'Cue line', 'Page', 'Scene', 'Follow']

type Wrong = { readonly row: number; readonly column: number; readonly cell: string; readonly why: RegExp }

/** By the row of the sheet, whose first three are a title, an empty one and the headings. */
export const wrongCells: readonly Wrong[] = [
  { row: 10, column: 0, cell: '', why: /say whose cue it is/ },
  { row: 25, column: 1, cell: '', why: /say its number/ },
  { row: 41, column: 1, cell: 'tbc', why: /“tbc” is no number of a cue/ },
  { row: 58, column: 5, cell: '4 The storm', why: /“4 The storm” is not in the running order/ },
  { row: 73, column: 6, cell: 'maybe', why: /“maybe”: write follow/ },
  { row: 88, column: 6, cell: 'follow after FLY 99', why: /“FLY 99” is no cue above it/ },
  { row: 104, column: 2, cell: 'x'.repeat(201), why: /at most 200 characters/ },
  { row: 121, column: 4, cell: 'page twenty-two, at the top', why: /at most 20 characters/ },
  { row: 136, column: 1, cell: '1', why: /LX 1 stands above already/ },
  { row: 152, column: 5, cell: '?', why: /“\?” is not in the running order/ },
  { row: 170, column: 0, cell: 'the whole lighting department', why: /at most 20 characters/ },
  { row: 199, column: 1, cell: '123456789012345678901', why: /is no number of a cue/ },
]

/** A cue each, in the order of the evening; `wrong`: with the twelve. */
export function cueSheet(wrong = true): string {
  const first = 4
  const rows = Array.from({ length: SHEET_ROWS }, (_row, at) => {
    const cells = [
      ['LX', 'SND', 'FLY', 'LX'][at % 4] ?? 'LX',
      String(at + 1),
      `state ${at + 1}`,
      at % 7 === 0 ? '' : `“words ${at + 1}”`,
      String(1 + Math.floor(at / 5)),
      scenes[Math.floor((at * scenes.length) / SHEET_ROWS)] ?? '',
      at % 20 === 9 ? 'follow 3 s' : '',
    ]
    const here = wrong ? wrongCells.find(({ row }) => row === at + first) : undefined
    return here ? cells.with(here.column, here.cell) : cells
  })
  return [['Cues as of Tuesday'], [''], headings, ...rows].map((cells) => cells.join('\t')).join('\n')
}

export const itemsOfSheet = scenes.map((name) => ({
  ...{ code: name.slice(0, 1), title: name.slice(2), act: 1, seconds: 900, kind: 'scene' as const },
}))
