// A show with everything that a desk does besides standby and GO: a spotter, a run of close cues, a list in the pit.

import { id } from '../../src/core/kit/ids.ts'
import type { Cue, Show } from '../../src/core/show/show.ts'
import { readShowFile } from '../../src/formats/show-file/read.ts'
import { shortShow } from './short-show.ts'

function cue(department: string, number: string, seconds: number, parts: Partial<Cue> = {}): Cue {
  return {
    id: id<'cue'>(`${department}-${number}`),
    department: id<'department'>(department),
    number,
    title: `look ${number}`,
    anchor: { item: id<'item'>('opening'), seconds, line: `word ${number}` },
    trigger: { kind: 'called' },
    ...parts,
  }
}

/** As a file, and read back as every show is. */
export function callingShow(): { readonly text: string; readonly show: Show } {
  const { show } = shortShow()
  const written: Show = {
    ...show,
    title: 'The Busy Night',
    departments: [
      { id: id<'department'>('lx'), name: 'Lights', short: 'LX', kind: 'lights', channel: 'A' },
      { id: id<'department'>('snd'), name: 'Sound', short: 'SND', kind: 'sound', channel: 'B' },
      { id: id<'department'>('fly'), name: 'Flys', short: 'FLY', kind: 'fly', channel: 'A' },
    ],
    cues: [
      cue('lx', '1', 0),
      cue('lx', '2', 20),
      cue('fly', '3', 40, { spotter: id<'track'>('wick'), safety: true }),
      cue('lx', '4', 60),
      cue('lx', '5', 64),
      cue('lx', '6', 68),
      cue('snd', '4', 100),
      cue('lx', '7', 110),
      cue('snd', '90', 30, { playhead: 'pit' }),
      cue('snd', '91', 80, { playhead: 'pit' }),
    ],
  }
  const text = `${JSON.stringify(written, null, 2)}\n`
  const read = readShowFile(text)
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  return { text, show: read.show }
}
