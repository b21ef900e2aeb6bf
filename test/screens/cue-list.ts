// The cue list on a show of a few cues: the demo's has a thousand and more controls, too many to walk through in four themes.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Instant } from '../../src/core/kit/time.ts'
import { readShowFile } from '../../src/formats/show-file/read.ts'
import { type House, openHouseOn } from './house.ts'
import { laptop, phone, type Screen, tablet } from './screen.ts'

/** Two screens full. */
const CUES = 30

type Cued = { cues: { id: string }[] }

export const cueList: Screen = {
  name: 'cue list',
  post: { name: 'A stage manager', roles: ['SM'] },
  path: '/show#cues',
  size: laptop,
  sizes: [phone, tablet],
  ready: (page) => page.getByRole('table').first().waitFor(),
  touched: true,
  live: false,
}

export function fewCues(at: Instant): Promise<House> {
  const file = fileURLToPath(new URL('../../demo/slack-water.show.json', import.meta.url))
  // `as`: the demo's own file, of which only the cues are used; it is read and checked again below.
  const show = JSON.parse(readFileSync(file, 'utf8')) as Cued
  show.cues = show.cues.slice(0, CUES)
  const text = JSON.stringify(show)
  const read = readShowFile(text)
  if (!read.ok) throw new Error(read.errors.map((error) => error.message).join('\n'))
  return openHouseOn(at, { text, show: read.show })
}
