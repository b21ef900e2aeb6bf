// The two longest lists, and the plots, on a show of a few rows and between the acts: the demo's have a thousand controls and more, too many to walk through in four themes.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Instant } from '../../src/core/kit/time.ts'
import { readShowFile } from '../../src/formats/show-file/read.ts'
import { type House, openHouseOn } from './house.ts'
import { laptop, phone, type Screen, tablet } from './screen.ts'

/** Two screens full. */
const CUES = 30
const ENTRANCES = 24

type Listed = { cues: unknown[]; obligations: { kind: string }[]; covers?: unknown } & Record<string, unknown>

const ofTheShow = {
  post: { name: 'A stage manager', roles: ['SM'] },
  size: laptop,
  sizes: [phone, tablet],
  touched: true,
  live: false,
} as const

export const longLists: readonly Screen[] = [
  {
    ...ofTheShow,
    name: 'cue list',
    path: '/show#cues',
    ready: (page) => page.getByRole('table').first().waitFor(),
  },
  {
    ...ofTheShow,
    name: 'entrances',
    path: '/show#entrances',
    ready: (page) => page.getByRole('form', { name: 'The next entrance' }).waitFor(),
  },
  ...[
    { name: 'plots', path: '/plots', title: 'Who is on stage when' },
    { name: 'plot of parts', path: '/plots#parts', title: 'Which part is in which scene' },
    { name: 'plot of ways', path: '/plots#places', title: 'The house, and the ways through it' },
  ].map(
    ({ title, ...one }): Screen => ({
      ...ofTheShow,
      ...one,
      ready: (page) => page.getByRole('figure', { name: title }).waitFor(),
    }),
  ),
]

export function shortLists(at: Instant): Promise<House> {
  const file = fileURLToPath(new URL('../../demo/slack-water.show.json', import.meta.url))
  // `as`: the demo's own file, of which a few lists are shortened; it is read and checked again below.
  const show = JSON.parse(readFileSync(file, 'utf8')) as Listed
  show.cues = show.cues.slice(0, CUES)
  show.obligations = show.obligations.filter(({ kind }) => kind === 'appear').slice(0, ENTRANCES)
  // What hangs on entrances that are gone.
  for (const list of ['changes', 'handOffs', 'presets', 'rules', 'standings']) show[list] = []
  delete show.covers
  const text = JSON.stringify(show)
  const read = readShowFile(text)
  if (!read.ok) throw new Error(read.errors.map((error) => error.message).join('\n'))
  return openHouseOn(at, { text, show: read.show })
}
