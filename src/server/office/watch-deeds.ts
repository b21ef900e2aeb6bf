// A night to watch, begun from the screen.

import type { Demonstration } from '../demonstration/demonstration.ts'
import { type Deed, type Deeds, said } from './deeds.ts'

export function watchDeeds(demonstration: Demonstration): Deeds {
  const begin = (anew: boolean): Deed => ({
    method: 'POST',
    takes: 'json',
    bytesMax: 100,
    run: async () => {
      await demonstration.begin(anew)
      return said({ playing: true })
    },
  })
  return new Map([
    ['/api/office/watch', begin(false)],
    ['/api/office/watch-again', begin(true)],
  ])
}
