// Texts of one person's phone, the callboard and the dressing rooms.

export const pocket = {
  next: 'Next',
  afterwards: 'Then',
  onNow: 'On now',
  now: ({ title, until }: { readonly title: string; readonly until: string }) =>
    `now: ${title}, until ${until}`,
  endsAt: ({ place }: { readonly place: string }) => `ends at ${place}`,
  notPaired: 'This phone is not paired with a person. Ask the stage manager for a link.',
  over: 'That was all. Good night.',
  nothing: 'Nothing is written down for you tonight.',
  unwritten: ({ tracks }: { readonly tracks: string }) =>
    `Tonight: ${tracks}. When and where is not written down.`,
  nothingMore: 'Nothing more for you tonight.',
  setBefore: ({ item }: { readonly item: string }) => `set before ${item}`,
  together: ({ people }: { readonly people: string }) => `with ${people}`,
  carry: ({ things }: { readonly things: string }) => `carry ${things}`,
  wearing: ({ costume }: { readonly costume: string }) => `in ${costume}`,
  call: ({ call, when }: { readonly call: string; readonly when: string }) => `${call} ${when}`,
}

export const board = {
  coming: 'Coming',
  clear: ({ act }: { readonly act: number }) => `The house is clear for act ${act}`,
  notClear: 'The house is not clear yet',
  sayClear: 'House is clear',
  withdraw: 'Withdraw',
}
