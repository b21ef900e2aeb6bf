// What the taint night presses of presence, most of it refused, and which sections each role is ever sent on it.

import type { RoleName } from '../../src/core/disclosure/policy.ts'
import type { WireCommand } from '../../src/wire/messages.ts'

export const ofPresence: readonly WireCommand[] = [
  { name: 'people.see', people: ['nobody'], how: 'eyes', place: null, by: null },
  { name: 'people.see', people: ['nobody'], how: 'cans', place: 'nowhere', by: 'nobody' },
  { name: 'sighting.undo', sighting: 1 },
  { name: 'own.check-in', place: 'nowhere' },
]

// Typed from the written matrix; what has no words to mark (holds, answers to standbys, times) is in a section or nowhere.
export const sectionsHeard: Readonly<Record<RoleName, string>> = {
  caller:
    'attendance beside calling cues devices house incident keeping notes order ownPresence position printed ran roll script signed tasks track vamp vamps where',
  SM: 'attendance beside calling cues devices house incident keeping notes order ownPresence position printed ran roll script signed tasks track vamp vamps where',
  ASM: 'attendance calling cues due incident notes order ownPresence position printed ran roll script side signed tasks track vamp vamps',
  dept: 'calling cues incident notes order ownPresence position script signed tasks track',
  dresser: 'calling cues due incident notes order ownPresence position script signed tasks track',
  MD: 'calling cues incident notes order ownPresence position script signed tasks track vamp vamps',
  DC: 'incident notes order ownPresence position script signed tasks track',
  perf: 'incident order ownPresence position signed track',
  chap: 'incident order ownPresence position signed track wards where',
  CM: 'attendance house incident notes order ownPresence position roll signed tasks track where',
  FOH: 'headCount house incident notes order ownPresence position signed tasks track',
  dir: 'headCount incident order ownPresence position script signed track',
  prod: 'headCount incident order ownPresence position signed track',
  kiosk: 'incident order position roll',
  callboard: 'incident order position',
  admin: 'devices incident keeping',
}
