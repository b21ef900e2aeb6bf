// Texts of one side of the stage.

type Thing = {
  readonly place: string
  readonly item: string
  readonly title: string
  readonly when: string
}

export const wing = {
  title: 'Wing',
  titleOf: ({ side }: { readonly side: string }) => `Wing, ${side}`,
  titleOfCorner: ({ side, corner }: { readonly side: string; readonly corner: string }) =>
    `Wing, ${side} (${corner})`,
  corners: { PS: 'prompt side', OP: 'opposite prompt' },
  noSide: 'This tablet is not paired with a side. Ask the stage manager for a link.',
  dueHere: 'Due here in the next ten minutes',
  over: 'That was all at this side. Good night.',
  nothing: 'Nothing more at this side tonight.',
  nothingThen: 'Then nothing more tonight.',
  nextAfterNothing: ({ then }: { readonly then: string }) =>
    `Nothing is due here for ten minutes. Next: ${then}`,
  afterwards: ({ then }: { readonly then: string }) => `Then: ${then}`,
  thing: ({ place, item, title, when }: Thing) => `${place} · ${item} · ${title}, ${when}`,
  kinds: {
    appear: 'entrance',
    change: 'change',
    dress: 'dress',
    'hand-off': 'hand over',
    preset: 'must be set',
    set: 'set',
    strike: 'strike',
    carry: 'carry',
    task: 'task',
    chaperone: 'children',
    'cue light': 'cue light',
    spot: 'spot',
  },
  child: 'child',
  childWith: ({ chaperone }: { readonly chaperone: string }) => `child, with ${chaperone}`,
  carries: ({ things }: { readonly things: string }) => `carries ${things}`,
  wearing: ({ costume }: { readonly costume: string }) => `in ${costume}`,
  handsTo: ({ people }: { readonly people: string }) => `to ${people}`,
  together: ({ people }: { readonly people: string }) => `with ${people}`,
}
