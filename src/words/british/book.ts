// Texts of the book: the script with its margin.

import { counting } from '../plural.ts'

const count = counting('en-GB')

type Named = { readonly name: string }

export const book = {
  title: 'The book',
  loading: 'Looking for the book…',
  none: 'There is no book on this screen: the script is for those who work on the show.',
  lack: 'There is no script yet. Open a play in Files, and its text stands here with its margin.',
  script: 'Script',
  keys: 'Arrows go by word and line, [ and ] by scene. C puts a cue on the word, N and P go to the next cue and the one before.',
  find: 'Find words, a scene (2.3), a page (p 12) or a cue (LX 14)',
  findButton: 'Find',
  all: 'More',
  less: 'Less',
  notFound: ({ sought }: { readonly sought: string }) => `“${sought}” is nowhere in the book.`,
  here: ({ scene, line, word }: { readonly scene: string; readonly line: number; readonly word: string }) =>
    `${scene === '' ? '' : `${scene}, `}line ${line}: “${word}”`,
  place: 'Place a cue',
  placeKeys:
    'LX 12 house to half. Without a department it is the last one’s; without a number the next one. Enter keeps it, Escape leaves it.',
  entry: ({ word }: { readonly word: string }) => `Cue on “${word}”`,
  rename: 'Change',
  renaming: ({ name }: Named) => `Change ${name}`,
  move: 'Move',
  moving: ({ name }: Named) => `${name}: go to its new word and press Enter. Escape leaves it where it is.`,
  group: 'Together with the one before',
  ungroup: 'By itself',
  standby: 'Standby point',
  readying: ({ name }: Named) =>
    `Standby for ${name}: go to the word it is given on and press Enter. Escape leaves it.`,
  noStandby: 'Standby as usual',
  warning: 'Warning point',
  warningOf: ({ name }: Named) =>
    `Warning for ${name}: go to the word it is given on and press Enter. Escape leaves it.`,
  noWarning: 'Warning as usual',
  warnFor: ({ name }: Named) => `warn ${name}`,
  note: 'Note',
  noting: ({ name }: Named) => `Note beside ${name}`,
  remove: 'Remove',
  confirm: 'Its place is right',
  undo: 'Take back',
  redo: 'Do again',
  lock: 'Lock for performance',
  lockRests: 'Locked again after the tech',
  unlock: 'Unlock',
  locked: 'Locked for performance: notes may be written, nothing else is changed.',
  saving: ({ many }: { readonly many: number }) =>
    count(many, { one: 'Keeping 1 change…', other: `Keeping ${many} changes…` }),
  saved: 'Everything is kept.',
  keepTheirs: 'Keep theirs',
  putMine: 'Put mine',
  again: 'Try again',
  leave: 'Leave it',
  layers: 'Departments shown',
  comings: 'Comings and goings',
  together: ({ name }: Named) => `with ${name}`,
  standbyFor: ({ name }: Named) => `standby ${name}`,
  sending: 'keeping…',
  marks: {
    in: 'enters',
    out: 'leaves',
    task: 'does',
    change: 'changes',
    'hand-off': 'hands over',
    preset: 'preset',
  },
  page: ({ page }: { readonly page: string }) => `page ${page}`,
  list: 'List',
  toScript: 'Script',
  doubts: 'Points to look at',
  doubt: ({ name, words }: Named & { readonly words: string }) => `${name} was on “${words}”`,
  gone: 'its line is gone',
  unsure: ({ percent }: { readonly percent: number }) => `${percent} % sure`,
  goThere: ({ name }: Named) => `Go to ${name}`,
  right: ({ name }: Named) => `${name} is right there`,
  questions: 'Open from the import',
  settle: 'Settled',
  settleAll: ({ many }: { readonly many: number }) => `All ${many} of these are settled`,
  questionKinds: {
    speaker: 'Who speaks',
    person: 'Who is in the play',
    scene: 'What is played, and how long',
    entrance: 'Who comes on',
    exit: 'Who goes off',
    presence: 'On stage without having come on',
    file: 'About the whole file',
    other: 'Other questions',
  },
  settleThis: ({ text }: { readonly text: string }) => `Settled: ${text}`,
  who: 'Who speaks',
  nobody: 'nobody yet',
  cuesHere: 'Cues of this scene',
  noCues: 'No cue lies in this scene yet. Go to a word and press C.',
  more: ({ many }: { readonly many: number }) =>
    count(many, { one: 'and 1 more', other: `and ${many} more` }),
  newVersion: 'New version of the script',
  chooseVersion: 'Choose the new version',
  versionHint:
    'Cues, entrances and changes are found again in it by their words. What is doubtful is listed; nothing is dropped.',
  revision: ({
    same,
    edited,
    cut,
    fresh,
  }: {
    readonly same: number
    readonly edited: number
    readonly cut: number
    readonly fresh: number
  }) => `${same} lines as they were, ${edited} edited, ${cut} cut, ${fresh} new.`,
  revisionCues: ({ sure, doubtful }: { readonly sure: number; readonly doubtful: number }) =>
    `${count(sure, { one: '1 cue is', other: `${sure} cues are` })} found surely, ${doubtful} to look at.`,
  revisionScenes: ({ codes }: { readonly codes: string }) => `New scenes: ${codes}.`,
  revisionWithout: ({ codes }: { readonly codes: string }) =>
    `Without words now, and kept until somebody removes them: ${codes}.`,
  revisionCharacters: ({ names }: { readonly names: string }) =>
    `New characters, without a track yet: ${names}.`,
  revisionMoved: ({ many }: { readonly many: number }) =>
    count(many, {
      one: '1 entrance or change lies behind the line before, because its own is gone.',
      other: `${many} entrances and changes lie behind the line before, because their own is gone.`,
    }),
  takeVersion: 'Take this version',
  show: 'Show',
}
