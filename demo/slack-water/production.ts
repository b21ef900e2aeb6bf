// Slack Water, the whole production in the notation of demo/kit.

import type { Production } from '../kit/notation.ts'
import { captions, departments, editions, items, roles, tracks } from './company.ts'
import { assistants, chaperones, deck, desks, dressers, riggers } from './crew.ts'
import { cuesOne } from './cues-one.ts'
import { cuesTwo } from './cues-two.ts'
import { chorus, devils, swings } from './ensemble.ts'
import { people } from './people.ts'
import { principals } from './principals.ts'
import { venue } from './venue.ts'
import { changes, costumes, handOffs, mics, presets, props } from './wardrobe.ts'

export const slackWater: Production = {
  title: 'Slack Water',
  by: 'the Ghostlight project',
  venue,
  people,
  roles,
  captions,
  tracks,
  items,
  editions,
  departments,
  duties: [principals, chorus, devils, swings, chaperones, deck, riggers, desks, assistants, dressers],
  cues: [...cuesOne, ...cuesTwo],
  costumes,
  changes,
  handOffs,
  props,
  presets,
  mics,
}
