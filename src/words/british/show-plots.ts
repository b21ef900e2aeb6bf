// Texts of the plots of a show: who is on when, how close together cues lie, who plays what.

type Spans = { readonly many: number; readonly length: string }

export const showPlots = {
  lack: 'Nobody is on yet. Entrances are typed or pasted under Entrances; an imported play brings its own.',
  onStage: 'Who is on when',
  onStageKeys:
    'Filled: on. Hollow diamond: a quick change. Cross: off for less than a minute. Arrow keys go from track to track; what is drawn is said below.',
  cues: 'Cues in each minute',
  cuesKeys: 'Each bar is a minute. Arrow keys go from minute to minute.',
  doubling: 'Who plays what',
  doublingKeys: 'Filled: on. A ring stands where somebody is on as two tracks in one item.',
  table: 'As a table',
  print: 'Print the plots',
  track: 'Track',
  person: 'Who',
  on: 'On',
  off: 'Off for less than a minute',
  changes: 'Changes',
  minute: 'Minute',
  called: 'Cues',
  nobody: 'nobody yet',
  times: ({ many, length }: Spans) => `${many} ×, ${length} in all`,
  said: ({ title, on, short }: { readonly title: string; readonly on: string; readonly short: string }) =>
    `${title}: on ${on}${short === '' ? '' : `. Off for less than a minute: ${short}`}.`,
  saidMinute: ({ at, many }: { readonly at: string; readonly many: number }) => `From ${at}: ${many} cues.`,
  between: ({ from, to }: { readonly from: string; readonly to: string }) => `${from} to ${to}`,
  twice: 'on as two tracks',
}
