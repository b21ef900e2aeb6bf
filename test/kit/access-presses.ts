// Every command there is, once with things that do not exist and once about whoever presses: for the test of who may what.

import { id } from '../../src/core/kit/ids.ts'
import type { WireCommand } from '../../src/wire/messages.ts'

type Name = WireCommand['name']
/** `self`: the person who holds the device, their department and their place. */
export type Self = {
  readonly person: string
  readonly department: string
  readonly place: string
}
export const nobody: Self = { person: 'nobody', department: 'nobody', place: 'nowhere' }

const cue = { moment: 'nowhere', move: 9_999 } as const
const concern = { concern: 9, version: 99 } as const

/** By name, so that the compiler says which is missing. */
const presses: { readonly [One in Name]: (of: Self) => Omit<Extract<WireCommand, { name: One }>, 'name'> } = {
  'desk.take': () => ({}),
  'call.give': () => ({ call: 'none', act: 99 }),
  'act.up': () => ({ act: 99 }),
  'act.down': () => ({ act: 99 }),
  'item.start': () => ({ item: 'nowhere' }),
  'standby.give': () => ({ moment: 'nowhere' }),
  'standby.acknowledge': ({ department }) => ({ moment: 'nowhere', department, channel: 'screen' }),
  'cue.go': () => cue,
  'desk.jump': () => cue,
  'cue.skip': () => cue,
  'cue.cut': () => ({ moment: 'nowhere' }),
  'cue.restore': () => ({ moment: 'nowhere' }),
  'cue.report': ({ department }) => ({ moment: 'nowhere', department, outcome: 'late' }),
  'clear.say': () => ({ moment: 'nowhere' }),
  'clear.withdraw': () => ({ moment: 'nowhere' }),
  'house.clear': () => ({ act: 99 }),
  'house.withdraw': () => ({ act: 99 }),
  'house.open': () => ({ open: false }),
  'audience.count': () => ({ count: 100_001 }),
  'latecomers.hold': () => ({ count: 50_000 }),
  'latecomers.release': () => ({}),
  'house.bell': () => ({ bell: 'gong', act: 99 }),
  'house.back': () => ({ act: 99 }),
  'house.ask': () => ({ ask: 'speak', minutes: null, why: '' }),
  'house.take-back': () => ({ request: 9 }),
  'house.answer': () => ({ request: 9, yes: true }),
  'concern.raise': () => ({ person: 'nobody' }),
  'concern.answer': () => ({ ...concern, answer: 'on their way', place: null, by: null }),
  'concerns.answer': () => ({ asks: [{ concern: 9, version: 1 }], answer: 'on their way' }),
  'concern.spoken': () => ({ concern: 9, to: 'nobody' }),
  'ask.shown': () => ({ concern: 9, ask: 1 }),
  'ask.read': () => ({ concern: 9, ask: 1 }),
  'concern.end': () => ({ ...concern, with: 'nobody' }),
  'concern.judge': () => ({ concern: 9, as: 'wrong' }),
  'cover.call': () => ({ concern: 9, person: 'nobody' }),
  'step.out': ({ person }) => ({ person, from: 'nowhere', wants: null }),
  'presence.mode': () => ({ mode: 'quiet' }),
  'order.propose': () => ({ changes: [{ kind: 'cut', item: id<'item'>('nowhere') }] }),
  'order.leave': () => ({}),
  'order.accept': () => ({
    changes: [{ kind: 'cut', item: id<'item'>('nowhere') }],
    heard: 'silent',
    approvedBy: null,
    toldBy: null,
  }),
  'act.expect': () => ({ act: 99, upAt: 1 }),
  'task.give': () => ({ task: '0-0', owner: null }),
  'task.finish': () => ({ task: '0-0' }),
  'task.drop': () => ({ task: '0-0' }),
  'line.note': () => ({ line: null, person: 'nobody', mark: 'dropped', words: '' }),
  'line.settle': () => ({ note: 9_999, as: 'given' }),
  'task.reopen': () => ({ task: '0-0' }),
  'cans.check': ({ department }) => ({ department, heard: true }),
  'vamp.begin': () => ({ vamp: 'nowhere' }),
  'vamp.end': () => ({ vamp: 'nowhere' }),
  'rule.change': () => ({ rules: { twoStep: false } }),
  'desk.step-back': () => ({ move: 9_999, reason: '' }),
  'clock.hold': () => ({}),
  'clock.resume': () => ({}),
  'note.write': ({ department }) => ({ department, text: ' ' }),
  'paper.compare': () => ({ text: '' }),
  'damage.read': () => ({}),
  'performance.close': () => ({}),
  'sign.in': ({ person }) => ({ person }),
  'sign.out': ({ person }) => ({ who: { person } }),
  'sign.away': ({ person }) => ({ person, backAt: null }),
  'sign.announce': ({ person }) => ({ person, as: 'not tonight', at: null, minutes: null }),
  'arrival.note': () => ({ step: 'rung', person: 'nobody' }),
  'sign.undo': ({ person }) => ({ who: { person } }),
  'sign.help': ({ person }) => ({ person }),
  'sign.helped': ({ person }) => ({ person }),
  'door.sign': ({ person }) => ({ person, as: 'in', backAt: null, code: '0000' }),
  'visitor.in': () => ({ visitor: ' ', host: null }),
  'account.for': () => ({ who: { visitor: 9_999 }, how: 'seen out', by: 'nobody', words: 'x' }),
  'sweep.mark': () => ({ place: 'nowhere', by: 'nobody' }),
  'sweep.undo': () => ({ place: 'nowhere' }),
  'people.see': () => ({ people: ['nobody'], how: 'eyes', place: null, by: null }),
  'sighting.undo': () => ({ sighting: 9_999 }),
  'own.say': () => ({ word: 'on my way' }),
  'own.check-in': ({ place }) => ({ place }),
  'out.say': ({ person }) => ({ person, word: { as: 'out' }, until: 'tonight' }),
  'out.end': ({ person }) => ({ person }),
  'out.undo': ({ person }) => ({ person }),
  'plan.tell': () => ({ to: { person: 'nobody' }, version: 99, by: null }),
  'plan.untell': () => ({ to: { person: 'nobody' }, version: 99 }),
  'plan.errand': () => ({ to: 'nobody', by: 'nobody' }),
  'plan.announce': () => ({ version: 1, channel: 'board', used: true }),
  'plan.draft': () => ({ locks: [], bans: [] }),
  'plan.other': () => ({ proposal: 'none', other: 0 }),
  'plan.ask': () => ({ proposal: 'none', cut: 'none' }),
  'plan.take': () => ({ proposal: 'none', why: 'cover', told: [], override: true }),
  'device.invite': () => ({ title: '', roles: [], person: null, department: null, place: null }),
  'device.revoke': () => ({ device: 'nobody' }),
  'device.rename': () => ({ device: 'nobody', title: 'x' }),
  'device.redirect': () => ({ device: 'nobody', screen: 'board' }),
  'device.identify': () => ({ device: 'nobody' }),
  'device.give': () => ({ device: 'nobody', person: 'nobody' }),
  'group.invite': () => ({ title: '', roles: [], department: null, place: null, devices: 1, minutes: 1 }),
  'group.code': () => ({ group: 'nobody' }),
  'group.renew': () => ({ groups: ['nobody'], devices: 1, minutes: 1 }),
  'group.revoke': () => ({ group: 'nobody', devices: true }),
  'person.invite': () => ({ person: 'nobody', roles: null }),
  'code.give': () => ({ people: ['nobody'] }),
  'performance.next': () => ({ curtainAt: 1 }),
  'certificate.make': () => ({}),
}

export const commandNames = Object.keys(presses) as readonly Name[]

export const pressOf = (name: Name, of: Self): WireCommand => ({ ...presses[name](of), name }) as WireCommand
