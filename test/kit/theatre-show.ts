// The show of calling-show.ts with a band in the pit: its cues, a vamp and safety bars, and a cue that is warned of.

import { id } from '../../src/core/kit/ids.ts'
import type { Show } from '../../src/core/show/show.ts'
import { readShowFile } from '../../src/formats/show-file/read.ts'
import { callingShow } from './calling-show.ts'

export function theatreShow(): { readonly text: string; readonly show: Show } {
  const { show } = callingShow()
  const opening = id<'item'>('opening')
  const written: Show = {
    ...show,
    departments: [
      ...show.departments,
      { id: id<'department'>('md'), name: 'Music', short: 'MD', kind: 'music', channel: 'A' },
    ],
    engagements: [{ person: id<'person'>('noor'), kind: 'crew', department: id<'department'>('fly') }],
    cues: [
      ...show.cues.map((cue) =>
        cue.id === 'fly-3' ? { ...cue, warn: { item: opening, seconds: 10 }, group: 'Mast' } : cue,
      ),
      {
        id: id<'cue'>('md-1'),
        department: id<'department'>('md'),
        number: '1',
        title: 'Into the song',
        anchor: { item: opening, seconds: 40, bar: '17' },
        trigger: { kind: 'called' },
        group: 'Mast',
      },
    ],
    vamps: [
      {
        ...{ id: id<'vamp'>('ladder'), kind: 'vamp', seconds: 10, secondsMax: 40, out: 'the lantern' },
        anchor: { item: opening, seconds: 50, bar: '41' },
      },
      {
        ...{ id: id<'vamp'>('door'), kind: 'safety', seconds: 0, secondsMax: 8, out: 'the door' },
        anchor: { item: opening, seconds: 90, bar: '60' },
      },
    ],
  }
  const text = `${JSON.stringify(written, null, 2)}\n`
  const read = readShowFile(text)
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  return { text, show: read.show }
}
