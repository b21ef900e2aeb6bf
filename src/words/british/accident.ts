// Texts of the accident book and of the near misses.

export const accident = {
  title: 'Accident book',
  back: 'Back',
  afterwards: 'Afterwards: the accident book, and near misses',
  lead: 'For afterwards. What is written here is read by stage management and the company manager, and by whoever wrote it; by nobody else.',
  notPaired: 'This device is not paired: write it into the book on paper.',
  notYours:
    'The accident book is not read on this device. Tell stage management, or write it into the book on paper.',
  failed: 'The book cannot be reached. What you typed stays here: try again, or write it on paper.',
  none: 'Nothing is written in it yet.',
  write: 'Write an entry',
  kind: 'What it is',
  kinds: { accident: 'An accident', 'near-miss': 'A near miss: nobody was hurt' },
  fields: {
    who: 'Who was hurt',
    place: 'Where',
    happened: 'What happened, as it was seen',
    seen: 'Who saw it',
    done: 'What was done for them',
    by: 'Who writes this',
  },
  put: 'Put it into the book',
  kept: 'It is in the book.',
  numbers: ({ accidents, nearMisses }: { readonly accidents: number; readonly nearMisses: number }) =>
    `Accidents: ${accidents}. Near misses: ${nearMisses}. Nothing else of the book is shown here.`,
  entry: ({ kind, day, by }: { readonly kind: string; readonly day: string; readonly by: string }) =>
    `${kind} · ${day} · written by ${by}`,
  statutory: {
    title: ({ name }: { readonly name: string }) => `Does somebody have to be told? ${name}`,
    lead: 'Only where it came of work, and whether it did is not answered here: a person decides, and nothing is sent.',
    line: ({ when, within }: { readonly when: string; readonly within: string }) => `${when}: ${within}.`,
    source: ({ source, day }: { readonly source: string; readonly day: string }) =>
      `${source}, looked up ${day}.`,
    by: 'Who decides',
    decide: {
      reported: 'It was reported',
      'not-reportable': 'It need not be',
      'asks-advice': 'Advice is asked',
    },
    decided: ({ is, by, when }: { readonly is: string; readonly by: string; readonly when: string }) =>
      `${is}, says ${by}, ${when}`,
    undecided: 'Nobody has decided yet.',
  },
}
