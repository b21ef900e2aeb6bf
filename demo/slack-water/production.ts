// Slack Water, the whole production in the notation of demo/kit.

import type { Production } from '../kit/notation.ts'
import { printShop } from './cast-shop.ts'
import { skyAndSand } from './cast-sky.ts'
import { wedding } from './cast-town.ts'
import { chaperones } from './chaperones.ts'
import { captions, departments, editions, items, roles, tracks } from './company.ts'
import { assistants, below, deck, desks, dressers, riggers } from './crew.ts'
import { cuesToTheEnd } from './cues-clock.ts'
import { cuesToTheRoom } from './cues-sands.ts'
import { cuesToTheShop } from './cues-shop.ts'
import { chorus, devils, swings } from './ensemble.ts'
import { offStage } from './people-off.ts'
import { onStage } from './people-on.ts'
import { venue } from './venue.ts'
import { changes, costumes, handOffs, mics, presets, props } from './wardrobe.ts'

export const slackWater: Production = {
  title: 'Slack Water',
  by: 'the Ghostlight project',
  venue,
  people: [...onStage, ...offStage],
  roles,
  captions,
  tracks,
  items,
  editions,
  departments,
  duties: [
    printShop,
    skyAndSand,
    wedding,
    chorus,
    devils,
    swings,
    chaperones,
    deck,
    below,
    riggers,
    desks,
    assistants,
    dressers,
  ],
  cues: [...cuesToTheShop, ...cuesToTheRoom, ...cuesToTheEnd],
  costumes,
  changes,
  handOffs,
  props,
  presets,
  mics,
}
