// Texts of copying the record to a stick or a folder, and of putting a copy back.

import { counting } from '../plural.ts'
import { which } from './kinds.ts'

const count = counting('en-GB')

export const copies = {
  title: 'Copy to a stick or a folder',
  hint: 'The whole record in one file, checked by reading it back. It can be taken while a show runs. Names and words are in it: keep it as you keep the contact sheet.',
  look: 'Look for sticks and copies',
  noPlaces: 'No stick and no folder was found. Plug one in and look again, or type a path.',
  kinds: { 'plugged in': 'Plugged in', own: 'Your own folder', beside: 'Beside the record' },
  place: ({ folder, free }: { readonly folder: string; readonly free: number }) =>
    `${folder} · ${free} MB free`,
  path: 'Or type the path of a folder',
  copyTo: 'Copy there',
  copyHere: ({ folder }: { readonly folder: string }) => `Copy there: ${folder}`,
  copying: 'Copying, and reading it back…',
  made: ({ file, events }: { readonly file: string; readonly events: number }) =>
    `Copied and read back: ${count(events, { one: '1 entry', other: `${events} entries` })} in ${file}`,
  backTitle: 'Put a copy back',
  backHint:
    'A copy takes the place of the record here. What is here now is set aside whole, as a copy of its own: put that back, and everything is as it was.',
  backScreens:
    'Screens and phones that were paired after this copy was made have to be paired again, and codes for the stage door are those of the copy. Whatever was removed, used up or taken back since stays out. A copy from another machine knows nothing of that: then look through the screens before anybody comes in.',
  noCopies: 'No copies were found. Plug in the stick and look again, or type the path of a copy.',
  file: 'Or type the path of a copy',
  see: 'See what is in it',
  seeing: 'Reading every entry of it…',
  holds: ({ events, performances }: { readonly events: number; readonly performances: number }) =>
    `${count(events, { one: '1 entry', other: `${events} entries` })}, ${count(performances, { one: '1 performance', other: `${performances} performances` })}:`,
  performance: ({
    title,
    number,
    day,
  }: {
    readonly title: string
    readonly number: number
    readonly day: string
  }) => `${title}, ${which(number)}, ${day}`,
  ahead: ({ events }: { readonly events: number }) =>
    count(events, {
      one: 'The record here has 1 entry that this copy has not.',
      other: `The record here has ${events} entries that this copy has not.`,
    }),
  same: 'This copy has everything that the record here has.',
  unclear: 'Nobody can tell what the record here has that this copy has not.',
  restore: 'Put this copy back',
  restoreAgain: 'Put it back: press again',
  closing: 'Ghostlight closes, puts the copy back and opens again…',
  back: ({ kept }: { readonly kept: string }) =>
    `The copy is back. To go back, put this one in its place: ${kept}`,
  backPlain: 'The copy is back.',
  notBack: ({ why }: { readonly why: string }) => `Nothing was changed. ${why}`,
  toDesk: 'Open the desk',
  late: 'Ghostlight has not come back. Look at the window it was started in.',
}
