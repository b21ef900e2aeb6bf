// Slack Water, the whole production in the notation of demo/kit.

import type { Production } from '../kit/notation.ts'
import { principals } from './act-two.ts'
import { printShop } from './cast-shop.ts'
import { skyAndSand } from './cast-sky.ts'
import { wedding } from './cast-town.ts'
import { chaperones } from './chaperones.ts'
import { captions, departments, editions, items, roles, tracks } from './company.ts'
import { covers } from './covers.ts'
import { below, deck, desks, riggers } from './crew.ts'
import { assistants, dressers, moreDeck, standby } from './crew-wings.ts'
import { cuesToTheTower } from './cues-clock.ts'
import { cuesToTheEnd } from './cues-inch.ts'
import { cuesToTheFret } from './cues-road.ts'
import { cuesToTheRoom } from './cues-sands.ts'
import { cuesToTheShop } from './cues-shop.ts'
import { cuesToTheGut } from './cues-slip.ts'
import { chorus, devils, swings } from './ensemble.ts'
import { children, line } from './lanterns.ts'
import { moreHands } from './people-crew.ts'
import { offStage } from './people-off.ts'
import { onStage } from './people-on.ts'
import { pieces, rules, standings } from './standings.ts'
import { vamps } from './vamps.ts'
import { venue } from './venue.ts'
import { changes, costumes, handOffs, mics, presets, props } from './wardrobe.ts'

export const slackWater: Production = {
  title: 'Slack Water',
  by: 'the Ghostlight project',
  venue,
  people: [...onStage, ...offStage, ...moreHands],
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
    principals,
    line,
    children,
    chaperones,
    deck,
    below,
    riggers,
    desks,
    assistants,
    dressers,
    ...moreDeck,
    standby,
  ],
  cues: [
    ...cuesToTheShop,
    ...cuesToTheRoom,
    ...cuesToTheTower,
    ...cuesToTheFret,
    ...cuesToTheGut,
    ...cuesToTheEnd,
  ],
  vamps,
  costumes,
  changes,
  handOffs,
  props,
  presets,
  mics,
  covers,
  pieces,
  standings,
  rules,
}
