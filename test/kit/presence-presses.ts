// What the taint night presses of presence, most of it refused, and which sections each role is ever sent on it.

import type { RoleName } from '../../src/core/disclosure/policy.ts'
import type { WireCommand } from '../../src/wire/messages.ts'

export const ofPresence: readonly WireCommand[] = [
  { name: 'people.see', people: ['nobody'], how: 'eyes', place: null, by: null },
  { name: 'people.see', people: ['nobody'], how: 'cans', place: 'nowhere', by: 'nobody' },
  { name: 'sighting.undo', sighting: 1 },
  { name: 'own.check-in', place: 'nowhere' },
  { name: 'concern.raise', person: 'nobody' },
  { name: 'concern.answer', concern: 9, version: 1, answer: 'on their way', place: null, by: null },
  { name: 'concern.spoken', concern: 9, to: 'nobody' },
  { name: 'concern.end', concern: 9, version: 1, with: 'nobody' },
  { name: 'concern.judge', concern: 9, as: 'wrong' },
  { name: 'ask.shown', concern: 9, ask: 1 },
  { name: 'ask.read', concern: 9, ask: 1 },
  { name: 'cover.call', concern: 9, person: 'nobody' },
  { name: 'step.out', person: 'nobody', from: null, wants: null },
]

// Typed from the written matrix; what has no words to mark (holds, answers to standbys, times) is in a section or nowhere.
export const sectionsHeard: Readonly<Record<RoleName, string>> = {
  caller:
    'asking asks attendance beside calling concerns cues devices house incident keeping notes order ownPresence position printed ran roll script signed tasks track vamp vamps where',
  SM: 'asking asks attendance beside calling concerns cues devices house incident keeping notes order ownPresence position printed ran roll script signed tasks track vamp vamps where',
  ASM: 'asks attendance calling cues due incident notes order ownPresence position printed ran roll script side signed tasks track vamp vamps',
  dept: 'asks calling cues incident notes order ownPresence position script signed tasks track',
  dresser: 'asks calling cues due incident notes order ownPresence position script signed tasks track',
  MD: 'asks calling cues incident notes order ownPresence position script signed tasks track vamp vamps',
  DC: 'asks incident notes order ownPresence position script signed tasks track',
  perf: 'asks incident order ownPresence position signed track',
  chap: 'asks incident order ownPresence position signed track wards where',
  CM: 'asks attendance concerns house incident notes order ownPresence position roll signed tasks track where',
  FOH: 'asks headCount house incident notes order ownPresence position signed tasks track',
  dir: 'asks headCount incident order ownPresence position script signed track',
  prod: 'asks headCount incident order ownPresence position signed track',
  kiosk: 'incident order position roll',
  callboard: 'incident order position',
  admin: 'devices incident keeping',
}
