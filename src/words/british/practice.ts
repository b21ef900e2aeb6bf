// Texts of calling practice: training on one device, which nobody else sees and nobody keeps.

export const practice = {
  title: 'Calling practice',
  pageTitle: ({ title }: { readonly title: string }) => `Practice · ${title}`,
  mark: 'PRACTICE: nothing is called',
  actIsUp: ({ act }: { readonly act: number }) =>
    `Act ${act} is up. This page calls nothing: the show is called at the desk.`,
  hint: 'Only on this device, and forgotten when the page is closed. No other screen and no record has any of it.',
  noneHere: 'Practice is for whoever calls: this device is sent no cues.',
  noCues: 'There is no cue in this act.',
  act: ({ act }: { readonly act: number }) => `Act ${act}`,
  acts: 'Which act',
  timings: 'By which times',
  byPlan: 'As planned',
  byNight: ({ night }: { readonly night: string }) => `As ${night} was called`,
  notThere: 'Those times cannot be had without the house: as planned.',
  notCalled: 'Nothing of this act was called then: as planned.',
  start: 'Start',
  stop: 'Stop',
  again: 'Practise again',
  other: 'Another act',
  go: 'Call it',
  space: 'space',
  skip: 'Pass it over',
  ahead: 'On to ten seconds before it',
  next: 'Next',
  nextOn: ({ words }: { readonly words: string }) => `“${words}”`,
  dueIn: ({ length }: { readonly length: string }) => `due in ${length}`,
  dueAgo: ({ length }: { readonly length: string }) => `due ${length} ago`,
  showDue: 'Say when it is due',
  done: 'That was all of it.',
  off: ({ seconds }: { readonly seconds: string }) => `${seconds} s`,
  onTime: 'on time',
  early: ({ seconds }: { readonly seconds: string }) => `${seconds} s early`,
  late: ({ seconds }: { readonly seconds: string }) => `${seconds} s late`,
  passed: 'not called',
  heads: { cue: 'Cue', due: 'Due', called: 'Called', off: 'It was' },
  table: 'How it was',
  sums: ({
    called,
    all,
    early,
    late,
    median,
  }: {
    readonly called: number
    readonly all: number
    readonly early: number
    readonly late: number
    readonly median: string
  }) => `${called} of ${all} called, ${early} early, ${late} late; half of them within ${median} s.`,
  none: 'Nothing was called.',
}
