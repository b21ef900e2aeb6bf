// Texts of a tech: where the desk went, what was run when, what the book lost.

import { counting } from '../plural.ts'

const count = counting('en-GB')

type Turned = { readonly cue: string; readonly back: boolean }

export const tech = {
  /** At the desk, until the next GO. */
  deskTurned: ({ cue, back }: Turned) =>
    `${back ? 'Back to' : 'On to'} ${cue}: nothing is called by that, and every screen follows`,
  /** On a department’s screen, above the cue that fills it. */
  turned: ({ cue, back }: Turned) => `${back ? 'back to' : 'on to'} ${cue}`,
  passes: 'What was run',
  passesHeads: { began: 'Began', from: 'From', to: 'To', at: 'At', until: 'Until', cues: 'Cues' },
  began: { straight: 'from the top', back: 'back', on: 'on' },
  again: 'Taken again',
  againHeads: { cue: 'Cue', times: 'How often', at: 'At' },
  times: (times: number) => count(times, { one: 'once', other: `${times} times` }),
  removed: 'Called, and taken out of the book since',
  removedHeads: { cue: 'Cue', at: 'At' },
}
