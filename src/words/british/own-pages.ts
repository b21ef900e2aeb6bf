// Texts of one’s own pages in the book: a score or a scan, with what is called on it.

import { counting } from '../plural.ts'

const count = counting('en-GB')

type Named = { readonly name: string }
type Labelled = { readonly label: string }

export const ownPages = {
  open: 'My own pages',
  title: 'My own pages',
  none: 'There are no pages of your own yet. Add the score or the script as a PDF, scans or photos: each page stands here dark, and cues are put on it.',
  add: 'Add pages',
  addHint:
    'A PDF, or pictures (PNG, JPEG), in the order in which they are turned. The pages are made here, on this device, and kept in the house. A script as a PDF with words can be read as a script instead: under Files.',
  choose: 'Choose a PDF or pictures',
  page: ({ label }: Labelled) => `Page ${label}`,
  of: ({
    label,
    at,
    all,
    word,
  }: Labelled & { readonly at: number; readonly all: number; readonly word: string }) =>
    `Page ${label}, ${at} of ${all}${word === '' ? '' : `, at “${word}”`}`,
  loading: ({ label }: Labelled) => `Page ${label} is coming…`,
  notInHouse: ({ label }: Labelled) => `The picture of page ${label} is not in this house. Its cues are.`,
  away: ({ label }: Labelled) =>
    `Page ${label} is not on this device, and the house is not reached. Its cues are here.`,
  apart: 'The house is not reached: nothing can be changed, and what others change is not seen.',
  apartSince: ({ clock }: { readonly clock: string }) =>
    `The house is not reached. This is the book as this device read it last, at ${clock}; nothing can be changed.`,
  onDevice: ({ many, all }: { readonly many: number; readonly all: number }) =>
    many === all ? `All ${all} pages are on this device.` : `${many} of ${all} pages are on this device.`,
  before: 'Page before',
  next: 'Next page',
  label: 'Called',
  item: 'Begins here',
  sameItem: 'as the page before',
  keepPage: 'Keep',
  removePage: 'Take this page out',
  find: 'Find a page (p 47), a cue (LX 14), a scene (2.3) or words on a page',
  keys: 'Arrows move the cross, with Shift a little; Page Up and Page Down turn the page. C puts a cue at the cross.',
  placing: 'Cue at the cross',
  by: 'Called on',
  kinds: { point: 'this point', word: 'a word', bar: 'a bar', count: 'a count', visual: 'a visual' },
  said: 'Which',
  moving: ({ name }: Named) =>
    `${name}: take the cross to its new place and press Enter. Escape leaves it where it is.`,
  readying: ({ name }: Named) =>
    `Standby for ${name}: take the cross to where it is given and press Enter. Escape leaves it.`,
  warning: ({ name }: Named) =>
    `Warning for ${name}: take the cross to where it is given and press Enter. Escape leaves it.`,
  cuesHere: 'Cues of this page',
  noCues: 'No cue lies on this page yet. Take the cross there and press C.',
  cuesOff: 'On no page yet',
  reading: ({ at, all }: { readonly at: number; readonly all: number }) => `Page ${at} of ${all}…`,
  added: ({ many }: { readonly many: number }) =>
    count(many, { one: '1 page added.', other: `${many} pages added.` }),
  stop: 'Stop',
  refused: {
    locked: 'This PDF is locked with a password. Save it without one and choose it again.',
    damaged: 'This PDF is damaged, or is none. Open it in a reader and save it anew.',
    large: ({ mb }: { readonly mb: number }) => `This file is larger than ${mb} MB, and was not read.`,
    many: ({ most, there }: { readonly most: number; readonly there: number }) =>
      `A book holds ${most} pages; there are ${there}, and this would be too many.`,
    slow: 'Reading this page took longer than any score needs; it was given up, and nothing was added.',
    huge: 'A page of this file is too large to be drawn, and nothing was added.',
    picture: ({ file }: { readonly file: string }) => `“${file}” is no picture that this browser can show.`,
    stopped: 'Stopped: nothing was added.',
  },
}
