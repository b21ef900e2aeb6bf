// Texts of the hand-over sheet as one printed page.

export const handOver = {
  name: ({ order }: { readonly order: string }) => `Hand-over sheet · ${order}`,
  readAloud: 'Read this aloud',
  times: 'Times, each with who says so',
  said: 'Word for word, and who said it',
  noWitness: 'nobody named',
  rest: 'Not on this page',
  more: ({ quotations, times }: { readonly quotations: number; readonly times: number }) =>
    `${quotations === 0 ? '' : `${quotations} more that was said`}${quotations > 0 && times > 0 ? ', ' : ''}${times === 0 ? '' : `${times} more times`}. It did not fit here and is not lost: the whole record has it.`,
  whole: ({ count, where }: { readonly count: number; readonly where: string }) =>
    `The whole record has ${count} entries (${where}). Ask whoever is in command for it, or the stage manager’s desk.`,
  inRecord: 'long: below, or in the record',
  moreTimes: ({ count }: { readonly count: number }) => `and ${count} more`,
  code: 'The same words for a camera: no link, no network',
  signedOff: 'Handed over',
  columns: { to: 'To: service and crew number', at: 'At', by: 'By' },
  make: 'One page (PDF)',
  other: 'Its page (PDF)',
  why: 'Made by the house from all that you may read of it; A4, or Letter in America.',
  making: 'Being made …',
  ready: 'Open the page',
  notMade: 'It could not be made here. Print the sheet above instead.',
  notTheirs:
    'There is nothing of this incident for this device: it is not in the house yet, or was written by others.',
  notPaired: 'This device is not paired: print the sheet from the page itself.',
}
