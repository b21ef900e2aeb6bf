// A night to watch, begun from the screen.

import type { Demonstration } from '../demonstration/demonstration.ts'
import type { Stage } from '../hub/stage.ts'
import { type Deed, type Deeds, refuse, said } from './deeds.ts'
import { whileDown } from './while-down.ts'

const WATCH_LATER = 'An act is up. A night to watch is begun between the acts and after the show.'
const NO_DEMO = 'No night to watch was put on this machine with Ghostlight. Everything else works without it.'

export function watchDeeds(stage: Stage, demonstration: Demonstration): Deeds {
  const begin = (anew: boolean): Deed => ({
    method: 'POST',
    takes: 'json',
    bytesMax: 100,
    run: () =>
      whileDown(
        stage,
        async () => {
          const begun = await demonstration.begin(anew)
          return begun ? said({ playing: true }) : refuse('no-demo', NO_DEMO)
        },
        WATCH_LATER,
      ),
  })
  return new Map([
    ['/api/office/watch', begin(false)],
    ['/api/office/watch-again', begin(true)],
  ])
}
