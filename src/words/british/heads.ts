// Texts of what a device keeps of the record, so that nobody alters it unseen.

import { counting } from '../plural.ts'

const count = counting('en-GB')

export const heads = {
  title: 'What this device keeps of the record',
  hint: 'Every five minutes of a show the house signs where its record stands, and every screen keeps the last hundred. Whoever alters the record afterwards, or cuts off its end, is found out by any screen that kept one.',
  check: 'Hold the record against it',
  save: 'Save what this device keeps',
  none: 'This device has kept nothing yet: it begins with the first act.',
  there: ({ heads, from, to }: { readonly heads: number; readonly from: string; readonly to: string }) =>
    `The record holds all ${count(heads, { one: '1 moment', other: `${heads} moments` })} that this device kept, from ${from} to ${to}.`,
  unreached: 'The house cannot be reached, so nothing was held against its record.',
  changed: ({ at }: { readonly at: string }) =>
    `The record is not the one that this device saw at ${at}. Tell stage management, and keep this device as it is.`,
  gone: ({ at }: { readonly at: string }) =>
    `The record ends before what this device saw at ${at}. An older copy was put back, or a part of it was taken away: ask stage management which.`,
  key: ({ at }: { readonly at: string }) =>
    `The house signs with another key than at ${at}. Ask stage management whether it was set up anew.`,
  known: 'It is known',
}
