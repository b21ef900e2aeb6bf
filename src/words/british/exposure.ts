// Texts of devices that are gone: what each may have read.

import { counting } from '../plural.ts'

const count = counting('en-GB')

type One = { readonly name: string; readonly at: string }

export const exposure = {
  title: 'Removed lately',
  ask: 'What it may have read',
  unreachable: 'The house cannot be reached, or there is no such device any more.',
  removed: ({ name, at }: One) => `${name}: removed ${at}.`,
  left: ({ name, at }: One) =>
    `${name}: ended ${at}, because its owner is not in the company any more. If they are put back, pair it anew.`,
  heard: ({ at }: { readonly at: string }) => `Last heard ${at}.`,
  copied: ({ name, at }: One) =>
    `${name}: somebody had a copy of what it is known by, seen ${at}. Both are stopped. Ask whose it is, and pair it anew.`,
  copiedIn: ({ name, at }: One) =>
    `${name}: somebody has a copy of what it is known by, seen ${at}. The copy was not let in; this one calls the show and goes on. Pair it anew after the act.`,
  since: ({ from }: { readonly from: string }) => `Let in ${from}, and still is. It may have read:`,
  between: ({ from, until }: { readonly from: string; readonly until: string }) =>
    `Let in ${from}, removed ${until}. As it was paired last it may have read:`,
  line: ({ what, how }: { readonly what: string; readonly how: string }) => `${what}: ${how}`,
  noNight: 'No performance was on meanwhile.',
  nights: ({ titles, more }: { readonly titles: string; readonly more: number }) =>
    more === 0
      ? `Performances meanwhile: ${titles}.`
      : count(more, {
          one: `Performances meanwhile: ${titles}, and 1 before.`,
          other: `Performances meanwhile: ${titles}, and ${more} before.`,
        }),
  letIn: ({ names, more }: { readonly names: string; readonly more: number }) =>
    more === 0
      ? `Came in by a link made on it, and still let in: ${names}. Remove any that you do not know.`
      : count(more, {
          one: `Came in by a link made on it, and still let in: ${names}, and 1 before these. Remove any that you do not know.`,
          other: `Came in by a link made on it, and still let in: ${names}, and ${more} before these. Remove any that you do not know.`,
        }),
  openLinks: ({ names }: { readonly names: string }) =>
    `Links for several screens made on it, and still open: ${names}. Close and print anew any that should not be.`,
  sealedUnknown: 'Sealed notes: asked for with the certificate only, by https.',
  noSealed: 'No sealed note lies on it.',
  sealed: ({ names }: { readonly names: string }) => `Sealed notes that may still lie on it: ${names}.`,
  scopes: { all: 'all of it', side: 'its side or department', own: 'its person’s own' },
  kinds: {
    position: 'Position, running order, calls',
    cues: 'Cues, standbys, answers',
    vamps: 'Vamps',
    script: 'Script',
    obligations: 'Tracks and obligations',
    side: 'Who is due at a side',
    wards: 'Tracks of children in somebody’s care',
    report: 'Report and notes',
    house: 'The house: counts and requests',
    sheets: 'Run sheets',
    contacts: 'Contact sheet',
    safety: 'Incident card',
    'quiet help': 'Help asked for without a sound',
    'incident open': 'That an incident is open',
    'incident board': 'What was written in an incident',
    'accident book': 'Accident book',
    'roll call': 'Roll call',
    attendance: 'Who is in the building',
    names: 'Names of the company',
    'head count': 'How many are in',
    codes: 'Who has a code for the stage door',
    whereabouts: 'Where people were last seen',
    due: 'Who is due next, and their last word',
    'child places': 'Where children were seen',
    devices: 'Screens of the house',
    keeping: 'Whether the record is kept',
    asks: 'What was asked about somebody',
    concerns: 'Concerns',
    watching: 'Whether the night is watched',
    'concerns of wards': 'Concerns about children in somebody’s care',
    'covers drafted': 'Covers, drafted',
    'order drafted': 'Another order, drafted',
    microphones: 'Whose microphone was heard',
    availability: 'Who is out',
    plans: 'Who plays what',
    'plan of department': 'A department’s part of a plan',
    'own plan': 'What a plan changes for oneself',
    'openings of own note': 'Openings of one’s own note',
    notices: 'Notices',
    'notice readers': 'Who acknowledged a notice',
    sayable: 'What may be said of somebody',
    'their people': 'Whom to ring for somebody',
    care: 'Asks to get in touch',
    'cast board': 'Cast board',
    'line notes': 'Line notes',
  },
}
