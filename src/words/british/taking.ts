// Texts of notes that are taken while calling: on the cue just called, and on a line.

export const cueMarks = ['early', 'late', 'time', 'level', 'place', 'again'] as const
export type CueMark = (typeof cueMarks)[number]

const marks = {
  dropped: 'Dropped',
  paraphrased: 'Paraphrased',
  'wrong order': 'Wrong order',
  added: 'Added',
  jumped: 'Jumped ahead',
  prompted: 'Asked for the line',
}

const states = {
  open: 'To give',
  given: 'Given',
  'not needed': 'Not needed',
}

export const taking = {
  cueNote: 'Cue note',
  lineNote: 'Line note',
  onCue: ({ cue }: { readonly cue: string }) => `Note on ${cue}`,
  onLine: 'Note on a line',
  noCue: 'No cue was called yet.',
  department: ({ name }: { readonly name: string }) => `For ${name}`,
  marks: {
    early: 'Called early',
    late: 'Called late',
    time: 'Its time',
    level: 'Its level',
    place: 'Its place',
    again: 'Look at it again',
  } satisfies Record<CueMark, string>,
  /** What the department reads in its tasks. */
  text: ({ cue, mark }: { readonly cue: string; readonly mark: string }) => `${cue}: ${mark}`,
  markAndWords: ({ mark, words }: { readonly mark: string; readonly words: string }) =>
    mark === '' ? words : `${mark}, ${words}`,
  words: 'In your words',
  keep: 'Keep it',
  cueHint: 'It becomes a task of that department at once. A digit keeps it; words may come first.',
  lineHint:
    'Only whoever is on the book sees it. It goes to them on a slip, and is forgotten after thirty days.',
  whose: 'Whose it is',
  whoSpeaks: 'Whoever speaks it',
  lines: 'Lines',
  lineMarks: marks,
}

export const lineNotes = {
  title: 'Line notes',
  pageTitle: ({ title }: { readonly title: string }) => `Line notes · ${title}`,
  hint: 'One slip for each person, from one pair of hands to another. They stand in no report and on no board.',
  none: 'No line note was taken.',
  noneHere: 'Line notes are for whoever is on the book.',
  print: 'Print the slips',
  open: 'To give',
  settled: 'Given, or not needed',
  settledIs: states,
  give: 'Given',
  drop: 'Not needed',
  back: 'Not after all',
  giveAll: ({ name }: { readonly name: string }) => `All given to ${name}`,
  forgotten: 'forgotten',
}
