// What could be pressed of who is in, who was seen and who was not, none of it about anybody: a device is told nothing by what it is refused.

import type { WireCommand } from '../../src/wire/messages.ts'

export const ofPresence: readonly WireCommand[] = [
  { name: 'sign.in', person: 'nobody' },
  { name: 'sign.out', who: { person: 'nobody' } },
  { name: 'sign.out', who: { visitor: 9_999 } },
  { name: 'sign.away', person: 'nobody', backAt: null },
  { name: 'sign.undo', who: { person: 'nobody' } },
  { name: 'visitor.in', visitor: ' ', host: null },
  { name: 'account.for', who: { visitor: 9_999 }, how: 'seen out', by: 'nobody', words: 'x' },
  { name: 'sweep.mark', place: 'nowhere', by: 'nobody' },
  { name: 'sweep.undo', place: 'nowhere' },
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
