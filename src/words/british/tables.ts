// Texts of the tables of a show: what is pasted into them, put right, typed and saved.

import { counting } from '../plural.ts'

const count = counting('en-GB')

type Many = { readonly many: number }
const rows = ({ many }: Many) => count(many, { one: 'this row', other: `these ${many} rows` })

/** Whatever list is pasted. */
export const plot = {
  fromSheet: ({ sheet, others }: { readonly sheet: string; readonly others: string }) =>
    `Read from the sheet “${sheet}”. Also in this file: ${others}.`,
  wrong: ({ many }: Many) =>
    count(many, {
      one: 'One row cannot be kept yet; why stands under it. Put it right there, or leave it out.',
      other: `${many} rows cannot be kept yet; why stands under each. Put them right there, or leave them out.`,
    }),
  kept: ({ many }: Many) =>
    count(many, {
      one: '1 row is kept. “Take back” above undoes it.',
      other: `${many} rows are kept. “Take back” above undoes them all.`,
    }),
  head: ({ line }: { readonly line: number }) => `The headings are in line ${line}`,
  noHead: 'No line was found that says what the columns are',
  headHint:
    'Which of the first lines says what the columns are? What stands above it is no part of the list.',
  isHead: ({ line }: { readonly line: number }) => `Line ${line} has the headings`,
  noneIsHead: 'None of them: the columns stand in the order of this page',
  row: 'Row',
  cell: ({ row, column }: { readonly row: number; readonly column: string }) => `${column}, row ${row}`,
  wrongRows: 'Rows that cannot be kept yet',
  wrongRow: ({ line, why }: { readonly line: number; readonly why: string }) => `Row ${line}. ${why}`,
  wrongCell: ({
    line,
    letter,
    why,
  }: {
    readonly line: number
    readonly letter: string
    readonly why: string
  }) => `Row ${line}, column ${letter}. ${why}`,
  leave: 'Leave out',
  leaveRow: ({ line }: { readonly line: number }) => `Leave out row ${line}`,
  leaveAll: ({ many }: Many) =>
    count(many, { one: 'Leave this row out', other: `Leave all ${many} of these out` }),
  leftOut: ({ many, lines }: Many & { readonly lines: string }) =>
    count(many, { one: `Left out: row ${lines}.`, other: `Left out: rows ${lines}.` }),
  takeIn: 'Take them in again',
  right: ({ many }: Many) =>
    count(many, { one: '1 row can be kept as it is.', other: `${many} rows can be kept as they are.` }),
  more: ({ many }: Many) => count(many, { one: 'and 1 more', other: `and ${many} more` }),
}

export const cuesPaste = {
  paste: 'Paste cues',
  pasteHint:
    'From a spreadsheet or a CSV file, a cue to a row: department, number, what it does, what it is called on, page, scene, what it follows. A scene alone in a row stands for the cues under it. A cue that is there already is changed; what a row does not say stays.',
  example: 'LX, 12, house to half, “Good evening”, 3, 1 The tower, follow 3 s after SND 4',
  take: (of: Many) => `Keep ${rows(of)}`,
  columns: {
    department: 'Department',
    number: 'Number',
    title: 'What it does',
    words: 'Called on',
    page: 'Page',
    item: 'Scene',
    follow: 'Follows',
    nothing: 'left out',
  },
}

export const tables = {
  nothing: 'left out',
  count: ({ many }: Many) => count(many, { one: '1 row', other: `${many} rows` }),
  take: (of: Many) => `Keep ${rows(of)}`,
  fresh: 'new row',
  cell: ({ column, row }: { readonly column: string; readonly row: string }) => `${column}, ${row}`,
  keys: 'Enter keeps a row, and so does leaving it; up and down go along a column. The last row is for the next one.',
  before: 'The rows before',
  next: 'The next rows',
  csv: 'Save as CSV',
  xlsx: 'Save as a workbook',
  changes: {
    title: 'Costume changes',
    lead: 'Who changes into what, when and where, how long it takes and who helps. The wing, the dressers and tonight’s plan count on it.',
    paste: 'Paste changes',
    pasteHint:
      'A change to a row, in any columns with a row of headings. Costumes that are not there yet are made; a row of the same track and moment as one that is there takes its place.',
    example: 'K, 1 The tower, 2:10, SL1, coat, oilskin, 0:40, D1; D2, yes, hat last',
    columns: {
      ...{ track: 'Track', item: 'Item', at: 'When', place: 'Where', from: 'From', to: 'Into' },
      ...{ seconds: 'Takes', dressers: 'Dressers', under: 'Underdressed', notes: 'Notes' },
    },
  },
  'hand-offs': {
    title: 'Hand-offs',
    lead: 'What goes from whom to whom, when and where.',
    paste: 'Paste hand-offs',
    pasteHint:
      'A hand-off to a row, in any columns with a row of headings. A prop that is not there yet is made, and lies where it is first needed.',
    example: 'lamp, K, B, 1 The tower, 3:05, SR1',
    columns: { prop: 'Prop', from: 'From', to: 'To', item: 'Item', at: 'When', place: 'Where' },
  },
  presets: {
    title: 'Presets',
    lead: 'What stands where before which item, and whose department sets it.',
    paste: 'Paste presets',
    pasteHint: 'A preset to a row, in any columns with a row of headings.',
    example: 'lamp on the hook, SL1, lamp, PROPS, 1 The tower',
    columns: { title: 'What', place: 'Where', prop: 'Prop', department: 'Department', before: 'Before' },
  },
  mics: {
    title: 'Microphones',
    lead: 'Each pack, whose track wears it, and how long it takes to fit it to somebody else.',
    paste: 'Paste microphones',
    pasteHint: 'A pack to a row, in any columns with a row of headings.',
    example: 'A2, Keeper, 1:30',
    columns: { pack: 'Pack', track: 'Track', seconds: 'To fit it' },
  },
  calls: {
    title: 'Calls before an act',
    lead: 'What is called before an act, and how long before it: the country’s table, until something here is another one. Minutes count to the moment the act goes up.',
    paste: 'Paste calls',
    pasteHint: 'A call to a row: before the first act or the later acts, what is called, minutes before.',
    example: 'first act, The ten, 15 min',
    columns: { act: 'Before which act', words: 'Call', before: 'How long before' },
  },
  company: {
    title: 'The company as a table',
    lead: 'Names, what each is called, what they do, how they are reached.',
    paste: 'Paste a table of the company',
    pasteHint:
      'A person to a row, in any columns with a row of headings. Who is there already is changed; what a row does not say stays. A number or an address only by leave of whose it is: stage management sees it here, and whoever may have the contact sheet there.',
    example: 'Ines Roth, Ines, Keeper, principal, 020 7946 0000, ines@example.org',
    columns: {
      ...{ name: 'Name', called: 'Called', does: 'Does', kind: 'Kind' },
      ...{ phone: 'Phone', email: 'E-mail' },
    },
  },
}
