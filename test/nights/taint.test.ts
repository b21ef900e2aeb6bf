// Every byte that the running server sends, role by role: no socket carries what its role's view does not.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { JUST_SAID_MS } from '../../src/core/calling/just-said.ts'
import type { RoleName } from '../../src/core/disclosure/policy.ts'
import { roleNames } from '../../src/core/disclosure/policy.ts'
import { id } from '../../src/core/kit/ids.ts'
import { fieldNames } from '../../src/core/vault/note.ts'
import { CALLER_PRESSES_MAX, PRESSES_MAX } from '../../src/server/hub/session.ts'
import type { WireCommand } from '../../src/wire/messages.ts'
import { clock, Ear, isTooMany } from '../kit/ear.ts'
import { temporaryFolder } from '../kit/ghostlight.ts'
import { atTheDoor, ofTheHouse, ofTheOrder } from '../kit/house-presses.ts'
import { departmentOf, mark, markedShow, markersIn, notesWritten, personId } from '../kit/marked.ts'
import { seen } from '../kit/marked-table.ts'
import {
  ofPlans,
  ofPresence,
  presenceDone,
  sectionsHeard as sections,
  seenAgain,
  UNTIL_UNFOUND_MS,
} from '../kit/presence-presses.ts'
import { asSealing } from '../kit/sealed.ts'
import { openServedHouse, type ServedHouse } from '../kit/served-house.ts'

const folder = temporaryFolder()
const ears = new Map(roleNames.map((role) => [role, new Ear(role)]))
const ear = (role: RoleName): Ear => ears.get(role) ?? new Ear(role)
const all = async (act: (one: Ear) => Promise<unknown>): Promise<void> => {
  await Promise.all([...ears.values()].map(act))
}

/** Presses of the caller that must be accepted, or the night is not the one that is meant. */
async function call(...commands: readonly WireCommand[]): Promise<void> {
  for (const command of commands) {
    const answer = await ear('caller').press(command)
    expect([command.name, answer]).toEqual([command.name, expect.objectContaining({ ok: true })])
  }
}

/** Standby, answers from the departments' own screens and on cans, a GO: each moment of the marked show. */
async function callEverything(house: ServedHouse): Promise<void> {
  const { timeline } = house.server.stage.night()?.plan ?? { timeline: { moments: [] } }
  for (const moment of timeline.moments) {
    await call({ name: 'standby.give', moment: moment.id })
    for (const role of ['dept', 'dresser', 'MD'] as const) {
      const department = departmentOf[role] ?? ''
      await ear(role).press({
        name: 'standby.acknowledge',
        moment: moment.id,
        department,
        channel: 'screen',
      })
    }
    const snd = { moment: moment.id, department: 'mark-dept-snd', channel: 'cans' } as const
    await ear('caller').press({ name: 'standby.acknowledge', ...snd })
    if (moment.spotters.length > 0) await call({ name: 'clear.say', moment: moment.id })
    await call({ name: 'cue.go', moment: moment.id, move: move(house) })
    await ear('dept').press({ ...word, moment: moment.id, department: departmentOf.dept ?? '' })
  }
}

const word = { name: 'cue.report', outcome: 'late' } as const

const move = (house: ServedHouse): number => house.server.stage.night()?.owner.state().calling.desk.move ?? 0

/** The marked show's moments, and one that is cut from tonight's edition. */
const moments = [
  'mark-cue-lx',
  'mark-cue-snd',
  'mark-cue-ward',
  'mark-cue-band',
  mark('group'),
  'mark-cue-cut',
]

/** Everybody answers every standby there might be: for their own department on their screen, for sound on cans. */
async function answerEverything(one: Ear): Promise<void> {
  const own = departmentOf[one.role] ?? 'mark-dept-lx'
  for (const moment of moments) {
    const name = 'standby.acknowledge'
    await one.press({ name, moment, department: own, channel: 'screen' })
    await one.press({ name, moment, department: 'mark-dept-snd', channel: 'cans' })
    for (const department of [own, 'mark-dept-snd']) await one.press({ ...word, moment, department })
    await one.press({ name: 'clear.say', moment })
    // A word is taken back only once nobody can mean the same by it (CALLING-49).
    clock.skip(JUST_SAID_MS)
    await one.press({ name: 'clear.withdraw', moment })
    clock.skip(JUST_SAID_MS)
  }
}

/** Everybody presses everything there is, most of it refused, one of it as no device should. */
async function tryEverything(one: Ear): Promise<void> {
  const commands: readonly WireCommand[] = [
    ...moments.map((moment) => ({ name: 'standby.give', moment }) as const),
    { name: 'cue.go', moment: 'mark-cue-snd', move: 9_999 },
    { name: 'desk.step-back', move: 9_999, reason: '' },
    { name: 'desk.jump', moment: 'mark-cue-snd', move: 9_999 },
    { name: 'cue.skip', moment: 'mark-cue-snd', move: 9_999 },
    { name: 'cue.cut', moment: 'mark-cue-snd' },
    { name: 'cue.restore', moment: 'mark-cue-snd' },
    { name: 'house.clear', act: 9 },
    { name: 'house.withdraw', act: 9 },
    ...[...ofTheHouse, ...ofTheOrder],
    { name: 'cans.check', department: 'nobody', heard: true },
    { name: 'act.expect', act: 9, upAt: 1 },
    { name: 'task.give', task: '0-0', owner: { department: 'mark-dept-snd' } },
    { name: 'task.finish', task: '0-0' },
    { name: 'task.reopen', task: '0-0' },
    { name: 'rule.change', rules: { twoStep: false } },
    { name: 'vamp.begin', vamp: 'mark-vamp-one' },
    { name: 'vamp.end', vamp: 'mark-vamp-cut' },
    { name: 'call.give', call: 'places', act: 1 },
    { name: 'act.up', act: 1 },
    { name: 'act.down', act: 9 },
    { name: 'item.start', item: 'cut' },
    { name: 'clock.resume' },
    { name: 'note.write', department: 'nobody', text: 'x' },
    { name: 'note.write', department: 'mark-dept-snd', text: 'x'.repeat(3_000) },
    { name: 'sign.in', person: 'nobody' },
    { name: 'sign.out', who: { person: 'nobody' } },
    { name: 'sign.out', who: { visitor: 9_999 } },
    { name: 'sign.away', person: 'nobody', backAt: null },
    { name: 'sign.undo', who: { person: 'nobody' } },
    ...atTheDoor,
    { name: 'visitor.in', visitor: ' ', host: null },
    { name: 'account.for', who: { visitor: 9_999 }, how: 'seen out', by: 'nobody', words: 'x' },
    { name: 'sweep.mark', place: 'nowhere', by: 'nobody' },
    { name: 'sweep.undo', place: 'nowhere' },
    ...ofPresence,
    ...ofPlans,
    { name: 'performance.close' },
    { name: 'performance.next', curtainAt: 1 },
    { name: 'certificate.make' },
    { name: 'device.revoke', device: 'device-nobody' },
    { name: 'device.invite', title: '', roles: [], person: null, department: null, place: null },
    { name: 'device.rename', device: 'device-nobody', title: 'x' },
    { name: 'device.redirect', device: 'device-nobody', screen: 'board' },
    { name: 'device.identify', device: 'device-nobody' },
    { name: 'device.give', device: 'device-nobody', person: 'nobody' },
    { name: 'group.invite', title: '', roles: [], department: null, place: null, devices: 1, minutes: 1 },
    { name: 'group.revoke', group: 'group-nobody', devices: true },
    { name: 'desk.take' },
  ]
  for (const command of commands) await one.press(command)
  await answerEverything(one)
  await one.press({ name: 'cue.go', moment: 'mark-cue-snd', move: 0 }, 60_000)
  // Beyond its allowance at once, and by more than it gains while they come in: a failure instead of an answer.
  const length = 2 * (one.role === 'caller' ? CALLER_PRESSES_MAX : PRESSES_MAX)
  const answers = await Promise.all(Array.from({ length }, () => one.socket.press({ name: 'clock.resume' })))
  expect([one.role, answers.some(isTooMany)]).toEqual([one.role, true])
}

/** A visitor comes and is seen out; so is the performer, in words; a place is swept. */
async function signEverything(): Promise<void> {
  const came = await ear('kiosk').press({
    ...{ name: 'visitor.in', visitor: mark('visitor') },
    host: personId('FOH'),
  })
  await ear('CM').press({ name: 'code.give', people: [personId('dir')] })
  await ear('kiosk').press({ name: 'sign.help', person: personId('dir') })
  await ear('perf').press({ name: 'sign.in', person: personId('perf') })
  const seen = {
    name: 'account.for',
    how: 'seen out',
    by: personId('SM'),
    words: mark('home words'),
  } as const
  await ear('SM').press({ ...seen, who: { person: personId('perf') } })
  await ear('CM').press({ ...seen, who: { visitor: came.ok ? came.seq : 1 } })
  await ear('ASM').press({ name: 'sweep.mark', place: 'in', by: personId('SM') })
}

/** The conductor is out and nobody can take it: what they were to do is cut, approved, and told. */
async function planEverything(): Promise<void> {
  const one = ear('SM')
  const person = personId('MD')
  expect(await one.press({ name: 'out.say', person, word: { as: 'out' }, until: 'tonight' })).toMatchObject({
    ok: true,
  })
  const proposed = /"id":"(proposal-[^"]+)"/
  await one.socket.until((message) => proposed.test(JSON.stringify(message)))
  const proposal = one.socket.texts.flatMap((text) => proposed.exec(text)?.[1] ?? []).at(-1) ?? ''
  const take: WireCommand = { name: 'plan.take', proposal, why: 'cut show', told: [], override: false }
  expect(await one.press(take)).toMatchObject({ ok: true })
  await one.socket.until((message) => JSON.stringify(message).includes('"why":"cut show"'))
}

const PASSING_MS = 20_000

/** Concerns, asks, steps out and answers; then what the performer is due for passes, one after the other. */
async function seeEverything(): Promise<void> {
  for (const [by, command] of presenceDone)
    expect([command.name, await ear(by).press(command)]).toEqual([
      command.name,
      expect.objectContaining({ ok: true }),
    ])
  for (let passed = 0; passed < UNTIL_UNFOUND_MS; passed += PASSING_MS) {
    clock.skip(PASSING_MS)
    const [by, command] = seenAgain
    await ear(by).press(command)
  }
  await ear('DC').socket.until((message) => JSON.stringify(message).includes(mark('call name prod')))
}

async function writeNotes(): Promise<void> {
  for (const { by, department, name } of notesWritten) {
    await ear(by).press({ name: 'note.write', department, text: mark(name) })
  }
}

/** Leaves, misses something, and comes back with what it has seen. */
async function comeBack(house: ServedHouse): Promise<void> {
  const memories = new Map([...ears].map(([role, one]) => [role, one.seen()]))
  await all((one) => one.hangUp())
  await ear('caller').connect(house)
  await call(
    { name: 'clock.hold' },
    { name: 'clock.resume' },
    { name: 'note.write', department: null, text: mark('note general') },
  )
  await ear('caller').hangUp()
  await all((one) => one.connect(house, memories.get(one.role)))
}

/**
 * The performer leaves a note with a marker in every part; duty devices hold it ready, and everybody asks for it by every
 * way there is. What is heard is what the devices are sent: sealed bytes, which nobody's marker is in.
 */
async function sealEverything(house: ServedHouse): Promise<void> {
  await ear('kiosk').press({ name: 'sign.in', person: personId('perf') })
  const owner = await asSealing(house, ear('perf').cookie, personId('perf'))
  const field = { audience: 'responders', confirmedAt: 0 } as const
  const fields = Object.fromEntries(
    fieldNames.map((name) => [name, { ...field, text: mark(`sealed ${name}`) }]),
  )
  for (const role of ['SM', 'CM', 'FOH'] as const) {
    const device = await asSealing(house, ear(role).cookie, null)
    await device.duty()
    expect((await owner.own()).duty.map((one) => one.device)).toContain(device.device)
    await owner.leave({ fields, keepers: [] })
    expect((await device.opens(personId('perf')))?.fields.wishes?.text).toBe(mark('sealed wishes'))
  }
  await all(async (one) => {
    const device = await asSealing(house, one.cookie, null)
    // Whom it asked for comes back with the answer, and is no news.
    for (const [path, body] of [
      ['ask', { person: personId('perf'), key: device.key, share: null }],
      ['ask', { person: 'nobody', key: device.key, share: null }],
      ['look', { opening: 'nothing' }],
      ['opened', {}],
      ['keep', {}],
      ['exposure', { device: device.device }],
    ] as const)
      one.heard.push((await device.post(path, body)).text.replaceAll(personId('perf'), 'whom it asked for'))
  })
}

async function shortNight(): Promise<void> {
  const house = await openServedHouse({ show: markedShow, dataDir: folder.path, clock })
  await all((one) => one.pair(house))
  await all((one) => one.connect(house))
  await all(answerEverything)
  await all((one) => one.hangUp())
  await all((one) => one.connect(house))
  const asks = { name: 'house.ask', ask: 'hold', minutes: 3, why: mark('house why wait') } as const
  await ear('FOH').press(asks)
  await ear('FOH').press({ ...asks, ask: 'speak', minutes: null, why: mark('house why word') })
  const one = id<'item'>('one')
  await call({ name: 'order.propose', changes: [{ kind: 'repeat', item: one, after: one }] })
  await call({ name: 'call.give', call: 'half', act: 1 }, { name: 'act.up', act: 1 })
  await all((one) => one.socket.quiet())
  await callEverything(house)
  await call({ name: 'desk.step-back', move: move(house), reason: mark('step-back reason') })
  await writeNotes()
  await seeEverything()
  await sealEverything(house)
  await signEverything()
  await planEverything()
  await all((one) => one.askAll(house))
  await comeBack(house)
  await all(tryEverything)
  await all((one) => one.askAll(house))
  await all((one) => one.hangUp())
  await house.close()
}

/** The same record, another run of the server; then the next performance, a wrong word, and the revoked. */
async function nextMorning(): Promise<void> {
  const house = await openServedHouse({ show: null, dataDir: folder.path, clock })
  await all((one) => one.connect(house, { performance: 'old', boot: 'old', seq: 1 }))
  await call({ name: 'act.down', act: 1 }, { name: 'performance.close' })
  await all((one) => one.askAll(house))
  await call({ name: 'performance.next', curtainAt: Date.now() })
  await all((one) => one.socket.quiet())
  await all(async (one) => {
    one.socket.say({ t: 'nonsense', about: 'nothing' })
    await one.socket.closed
    one.heard.push(...one.socket.texts)
  })
  await all((one) => one.connect(house))
  const { installation } = house.server.stage
  const sm = installation.state().devices.find((device) => device.roles.includes('SM'))
  for (const device of installation.state().devices.filter((one) => one !== sm)) {
    await ear('SM').press({ name: 'device.revoke', device: device.id })
  }
  await all(async (one) => {
    if (one.role !== 'SM') await one.socket.closed
    one.heard.push(...one.socket.texts)
    await one.askAll(house)
  })
  await house.close()
}

beforeAll(async () => {
  await shortNight()
  await nextMorning()
}, 240_000)
afterAll(() => folder.remove())

const sorted = (names: Iterable<string>) => [...new Set(names)].sort()

test.for(roleNames)('DISCLOSURE-10: %s heard every marker of its row, and none besides', (role) => {
  const { view, report, server, sheet = [], paper, due = [] } = seen[role]
  expect(sorted(markersIn(ear(role).heard.join('\n')))).toEqual(
    sorted([...view, ...report, ...server, ...sheet, ...paper, ...due]),
  )
})

test('VAULT-15, DISCLOSURE-10: what was sealed is on no socket, in no answer, and nowhere on the disk', () => {
  const heard = [...ears.values()].flatMap((one) => one.heard).join('\n')
  const disk = readdirSync(folder.path, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => readFileSync(join(one.parentPath, one.name), 'latin1'))
  expect(disk.length).toBeGreaterThan(1)
  for (const name of fieldNames)
    for (const bytes of [heard, ...disk]) expect(bytes.includes(mark(`sealed ${name}`))).toBe(false)
})

type Said = {
  readonly t?: string
  readonly why?: string
  readonly answer?: object
  readonly sections?: object
}

test.for(roleNames)('DISCLOSURE-10: %s was sent the sections of its row, and none besides', (role) => {
  const said = ear(role).heard.flatMap((text) => (text.startsWith('{"t":') ? [JSON.parse(text) as Said] : []))
  expect(sorted(said.flatMap((message) => Object.keys(message.sections ?? {}))).join(' ')).toBe(
    sections[role],
  )
})

test('DISCLOSURE-10: on that night there was a word of every kind to hear', () => {
  for (const role of roleNames) {
    const said = ear(role).heard.flatMap((text) =>
      text.startsWith('{"t":') ? [JSON.parse(text) as Said] : [],
    )
    const kinds = new Set(
      said.map(({ t, why, answer }) => [t, why, ...Object.keys(answer ?? {})].filter(Boolean).join(' ')),
    )
    const everywhere = [
      'welcome',
      'snapshot',
      'frame',
      'pong',
      'answer ok refusal',
      'answer ok failure',
      'bye wrong-message',
    ]
    expect([role, everywhere.filter((kind) => !kinds.has(kind))]).toEqual([role, []])
    expect([role, kinds.has('bye revoked')]).toEqual([role, role !== 'SM'])
  }
})
