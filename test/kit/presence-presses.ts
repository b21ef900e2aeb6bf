// What the marked nights press of presence: all that is done there, all that is refused, and which sections each role is sent.

import type { RoleName } from '../../src/core/disclosure/policy.ts'
import type { WireCommand } from '../../src/wire/messages.ts'
import { type PersonRole, personId } from './marked.ts'

type Press = readonly [by: PersonRole, command: WireCommand]

/** However it has grown since. */
const newest = { version: 99, place: null, by: null } as const
const seesPerformer: Press = [
  'SM',
  { name: 'people.see', people: [personId('perf')], how: 'eyes', place: 'in', by: null },
]

/**
 * Somebody steps out and asks for somebody, so does a child; somebody is wondered about, and looked for; somebody was seen. Whoever
 * is asked about is known by name to nobody else who is asked.
 */
export const presenceDone: readonly Press[] = [
  ['SM', { name: 'presence.mode', mode: 'quiet' }],
  ['perf', { name: 'own.say', word: 'on my way' }],
  seesPerformer,
  ['MD', { name: 'step.out', person: personId('MD'), from: null, wants: personId('dresser') }],
  ['SM', { name: 'concern.spoken', concern: 1, to: personId('dept') }],
  ['DC', { name: 'cover.call', concern: 1, person: personId('dir') }],
  ['perf', { name: 'step.out', person: personId('perf'), from: null, wants: personId('FOH') }],
  ['SM', { name: 'concern.spoken', concern: 2, to: personId('caller') }],
  ['caller', { name: 'concern.answer', concern: 2, answer: 'looking', ...newest }],
  ['SM', { name: 'concern.raise', person: personId('prod') }],
  ['SM', { name: 'concern.spoken', concern: 3, to: personId('ASM') }],
  ['ASM', { name: 'concern.answer', concern: 3, answer: 'looking', ...newest }],
  ['SM', { name: 'concern.raise', person: personId('chap') }],
  ['SM', { name: 'concern.answer', concern: 4, answer: 'on their way', ...newest, by: personId('CM') }],
]
/** After so long nobody is found who is in and could be asked: the fourth rung comes by itself. */
export const UNTIL_UNFOUND_MS = 91_000
/** Again, once what they are due for next is something else. */
export const seenAgain: Press = seesPerformer

export const ofPresence: readonly WireCommand[] = [
  { name: 'people.see', people: ['nobody'], how: 'eyes', place: null, by: null },
  { name: 'people.see', people: ['nobody'], how: 'cans', place: 'nowhere', by: 'nobody' },
  { name: 'sighting.undo', sighting: 1 },
  { name: 'own.check-in', place: 'nowhere' },
  { name: 'concern.raise', person: 'nobody' },
  { name: 'concern.answer', concern: 9, version: 1, answer: 'on their way', place: null, by: null },
  { name: 'concerns.answer', asks: [{ concern: 9, version: 1 }], answer: 'on their way' },
  { name: 'concern.spoken', concern: 9, to: 'nobody' },
  { name: 'concern.end', concern: 9, version: 1, with: 'nobody' },
  { name: 'concern.judge', concern: 9, as: 'wrong' },
  { name: 'ask.shown', concern: 9, ask: 1 },
  { name: 'ask.read', concern: 9, ask: 1 },
  { name: 'cover.call', concern: 9, person: 'nobody' },
  { name: 'step.out', person: 'nobody', from: null, wants: null },
  // Of what there is: one that is open, and one that is over.
  ...[1, 3, 4].flatMap((concern): readonly WireCommand[] => [
    { name: 'concern.spoken', concern, to: 'nobody' },
    { name: 'concern.end', concern, version: 99, with: 'nobody' },
    { name: 'ask.read', concern, ask: 99 },
    { name: 'cover.call', concern, person: 'nobody' },
  ]),
  { name: 'concerns.answer', asks: [{ concern: 4, version: 99 }], answer: 'not me' },
  { name: 'concern.answer', concern: 4, version: 99, answer: 'not me', place: null, by: null },
]

export const ofPlans: readonly WireCommand[] = [
  { name: 'out.say', person: 'nobody', word: { as: 'out' }, until: 'tonight' },
  { name: 'out.end', person: 'nobody' },
  { name: 'out.undo', person: 'nobody' },
  { name: 'plan.take', proposal: 'none', why: 'cover', told: [], override: true },
  { name: 'plan.tell', to: { person: 'nobody' }, version: 1, by: 'nobody' },
  { name: 'plan.untell', to: { department: 'nobody' }, version: 9 },
  { name: 'plan.errand', to: 'nobody', by: 'nobody' },
  { name: 'plan.announce', version: 9, channel: 'slip', used: true },
]

// Typed from the written matrix; what has no words to mark (holds, answers to standbys, times) is in a section or nowhere.
export const sectionsHeard: Readonly<Record<RoleName, string>> = {
  caller:
    'asked asking asks attendance availability beside calling castBoard casting choices clearing concerns cues devices draft house incident incidents keeping leaving lineNotes notes order orderDraft ownPlan ownPresence plan position printed quietHelp ran roll rollCall script signed tasks track unreached vamp vamps watching where',
  SM: 'asked asking asks attendance availability beside calling castBoard casting choices clearing codes concerns cues devices draft house incident incidents keeping leaving lineNotes notes order orderDraft ownPlan ownPresence plan position printed quietHelp ran roll rollCall script signed tasks track unreached vamp vamps watching where',
  ASM: 'asked asks attendance calling clearing cues due incident incidents lineNotes notes order ownPlan ownPresence position printed ran roll rollCall script side signed tasks track vamp vamps watching',
  dept: 'asked asks calling clearing cues departmentPlan incident microphones notes order ownPlan ownPresence position script signed tasks track watching',
  dresser:
    'asked asks calling clearing cues departmentPlan due incident notes order ownPlan ownPresence position script signed tasks track watching',
  MD: 'asked asks calling clearing cues departmentPlan incident notes order ownPlan ownPresence position script signed tasks track vamp vamps watching',
  DC: 'asked asks availability castBoard casting clearing covers draft incident leaving notes order orderDraft ownPlan ownPresence plan position script signed tasks track watching',
  perf: 'asked asks clearing incident order ownPlan ownPresence position signed track watching',
  chap: 'asked asks clearing concerns incident incidents order ownPlan ownPresence position signed track wards watching where',
  CM: 'asked asks attendance availability castBoard casting clearing codes concerns draft house incident incidents leaving notes order ownPlan ownPresence plan position quietHelp roll rollCall signed tasks track watching where',
  FOH: 'asked asks castBoard clearing headCount house incident notes order ownPlan ownPresence position quietHelp rollCall signed tasks track watching',
  dir: 'asked asks castBoard clearing headCount incident order ownPlan ownPresence position script signed track watching',
  prod: 'asked asks castBoard clearing headCount incident order ownPlan ownPresence position signed track watching',
  kiosk: 'codes incident incidents order position roll watching',
  callboard: 'castBoard incident order position watching',
  admin: 'devices incident keeping watching',
}
