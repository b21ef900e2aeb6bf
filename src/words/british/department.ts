// Texts of one department's screen, and of whoever conducts.

import { lowerFirst } from '../english.ts'

export const department = {
  noDepartment: 'This screen is not paired for a department. Ask the stage manager for a link.',
  noCues: 'This screen is not given any cues. Ask the stage manager for a link.',
  runSheet: 'Run sheet',
  afterThat: 'After that',
  warning: 'Warning: coming up',
  next: 'Next',
  noMore: 'No more cues tonight',
  and: ({ cues }: { readonly cues: string }) => `and ${cues}`,
  called: ({ clock }: { readonly clock: string }) => `called ${clock}`,
  stepped: ({ cue, clock }: { readonly cue: string; readonly clock: string }) =>
    `${cue} called ${clock}, desk stepped back`,
  answered: ({ clock }: { readonly clock: string }) => `standing by, ${clock}`,
  touch: 'Touch: standing by',
  standingBy: 'standing by',
  answering: 'standing by…',
  sendingAnswer: 'sending… answer on cans',
  answerFailed: ({ sentence }: { readonly sentence: string }) => `${sentence} Answer on cans.`,
  sending: 'sending… say it on cans',
  failed: ({ sentence }: { readonly sentence: string }) => `${sentence} Say it on cans.`,
  cut: 'CUT',
  followsItself: 'follows by itself',
  followsItselfAt: ({ watch }: { readonly watch: string }) => `follows by itself ${watch}`,
  followsOn: 'follows on',
  visual: ({ watch }: { readonly watch: string }) => `visual: ${watch}`,
  atBar: ({ bar }: { readonly bar: string }) => `at bar ${bar}`,
  onLine: ({ line }: { readonly line: string }) => `on “${line}”`,
  onLineAtBar: ({ line, bar }: { readonly line: string; readonly bar: string }) =>
    `on “${line}”, at bar ${bar}`,
}

export const ownWords = {
  label: 'What you say',
  nothingWaits: 'Nothing waits for your clear.',
  clear: ({ cue }: { readonly cue: string }) => `${cue}: clear. Touch to withdraw`,
  sayClear: ({ cue }: { readonly cue: string }) => `Say clear for ${cue}`,
  clearLater: ({ cue }: { readonly cue: string }) => `${cue}: clear is asked for when it is next`,
  was: ({ cue }: { readonly cue: string }) => `${cue} was`,
  beforeAny: 'Once a cue of yours is called, say here what became of it.',
  outcomes: { complete: 'complete', late: 'late', early: 'early', missed: 'missed' },
}

export const music = {
  label: 'Music',
  thenItem: ({ item }: { readonly item: string }) => `then ${item}`,
  houseClear: ({ act }: { readonly act: number }) => `House is clear for act ${act}`,
  houseNotClear: 'House is not clear yet',
  callAt: ({ call, clock }: { readonly call: string; readonly clock: string }) =>
    `${lowerFirst(call)} at ${clock}`,
  callNotGiven: ({ call }: { readonly call: string }) => `${lowerFirst(call)} not called yet`,
  callGiven: ({ call, clock }: { readonly call: string; readonly clock: string }) =>
    `${lowerFirst(call)} called ${clock}`,
  noVamp: 'No vamp is left.',
  begin: ({ vamp }: { readonly vamp: string }) => `Say that the band is in the ${vamp}`,
  end: ({ vamp }: { readonly vamp: string }) => `Out of the ${vamp}`,
}
