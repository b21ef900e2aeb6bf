// Texts of printing tonight's sheets, and of comparing the desk's report with the one on paper.

import { counting } from '../plural.ts'

const count = counting('en-GB')

export const print = {
  tonight: 'Print tonight',
  sheets: 'Sheets',
  changedSheets: (changed: number) =>
    count(changed, { one: '1 sheet changed', other: `${changed} sheets changed` }),
  never: 'Not printed yet tonight.',
  last: ({ clock, by }: { readonly clock: string; readonly by: string }) =>
    `Last printed at ${clock} by ${by}.`,
  thisDesk: 'this desk',
  anotherDesk: 'another desk',
  unchanged: 'Nothing has changed since.',
  changed: ({ clock, sheets }: { readonly clock: string; readonly sheets: string }) =>
    `Changed since printed at ${clock}: ${sheets}.`,
  all: 'All of them',
  none: 'Choose at least one sheet.',
  size: 'Size',
  usual: 'As the country uses',
}

export const beside = {
  title: 'Beside the paper',
  what: 'beside the paper',
  hint: 'For the first nights: the desk alone runs, nobody else changes how they work. Afterwards type or paste here what the paper report says, and see where the two differ.',
  example:
    'One fact on each line, for example “Act 1 up 19:32”, “Act 1 down 20:41”, “Beginners 19:25”, “LX 24 late”, “SND 16 missed”.',
  field: 'The paper report’s times',
  start: 'Put in the lines to fill in',
  keep: 'Keep with tonight',
  kept: ({ clock }: { readonly clock: string }) => `Kept at ${clock}.`,
  nothing: 'Nothing to compare yet: type or paste the paper report’s times above.',
  fact: 'What',
  paper: 'On paper',
  desk: 'At the desk',
  difference: 'Difference',
  agrees: 'Agrees',
  apart: ({ length }: { readonly length: string }) => `Differs by ${length}`,
  differs: 'Differs',
  onlyDesk: 'Not on the paper',
  onlyPaper: 'Not at the desk',
  sum: ({ agree, differ }: { readonly agree: number; readonly differ: number }) =>
    `${agree} agree, ${differ} differ or stand on one side only.`,
  wrong: ({ line, text }: { readonly line: number; readonly text: string }) =>
    `Line ${line} is not understood: “${text}”.`,
  notYours: 'The desk’s report is compared by whoever calls or manages the stage.',
  on: 'The desk runs beside the paper: no other screen is expected, and no answer on one.',
  off: 'Other screens are expected to answer.',
  set: 'Run beside the paper',
  compare: 'Compare with the paper report',
  mode: 'beside the paper',
}
