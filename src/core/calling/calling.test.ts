// What the desk may do, on nights that fast-check throws and on small ones told step by step.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Asked,
  anyNight,
  anyPresses,
  aViewer,
  CURTAIN_AT,
  codeOf,
  playNight,
  playPresses,
  sentenceOf,
  TestNight,
  theCaller,
  theSM,
} from '../../../test/kit/nights.ts'
import { anyShow, littleShow } from '../../../test/kit/shows.ts'
import { type RoleName, roleNames } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import { planOf } from '../night/night.ts'
import { callsBefore } from '../show/call-tables.ts'
import type { CallingCommand } from './commands.ts'
import {
  GO_AGE_MS_MAX,
  GO_INTERVAL_MS_DEFAULT,
  NOTE_LENGTH_MAX,
  NOTES_MAX,
  STEP_BACK_FREE_MS,
} from './commands.ts'
import { actUp, heldSince } from './state.ts'

const moment = (name: string) => id<'moment'>(name)
const little = () => new TestNight(planOf(littleShow())).open()

/** Holds a sentence against every press of many nights. */
function onEveryPress(check: (asked: Asked, night: TestNight) => void): void {
  fc.assert(
    fc.property(anyNight, (rough) => {
      const night = playNight(rough)
      for (const asked of night.asked) check(asked, night)
    }),
    { numRuns: 150 },
  )
}

const desk: readonly CallingCommand[] = [
  { name: 'call.give', call: 'half', act: 1 },
  { name: 'act.up', act: 1 },
  { name: 'act.down', act: 1 },
  { name: 'item.start', item: id<'item'>('two') },
  { name: 'standby.give', moment: moment('lx1') },
  { name: 'cue.go', moment: moment('lx1'), move: 0 },
  { name: 'desk.step-back', move: 0, reason: '' },
  { name: 'clock.hold' },
  { name: 'clock.resume' },
]

describe('who', () => {
  test.for(desk)(
    'CALLING-1: $name is the caller’s, and a stage manager’s who has taken the desk',
    (command) => {
      for (const role of roleNames.filter((one) => one !== 'caller')) {
        const by = aViewer(role, { person: 'ann', department: 'lx' })
        expect([role, codeOf(little().ask(command, by))]).toEqual([role, 'not-yours'])
      }
      expect(codeOf(little().ask(command, theCaller))).not.toBe('not-yours')
      expect(codeOf(little().do({ name: 'desk.take' }, theSM).ask(command, theSM))).not.toBe('not-yours')
    },
  )

  test('CALLING-1: a stage manager is told to take the desk, takes it once, and nobody else takes it', () => {
    const night = little()
    expect(sentenceOf(night.go(theSM))).toBe('Take the desk first: then you call.')
    expect(codeOf(night.ask({ name: 'desk.take' }, theSM))).toBe('ok')
    expect(codeOf(night.ask({ name: 'desk.take' }, theSM))).toBe('already-taken')
    const another = aViewer('SM', { device: 'another' })
    expect(codeOf(night.go(another))).toBe('not-yours')
    for (const role of roleNames.filter((one) => one !== 'SM')) {
      expect(codeOf(night.ask({ name: 'desk.take' }, aViewer(role)))).toBe('not-yours')
    }
    expect(codeOf(night.go(theSM))).toBe('ok')
    expect(codeOf(night.go(theCaller))).toBe('too-soon')
  })

  test('CALLING-2: a department answers on its screen for itself only, whoever calls for any on cans', () => {
    const answer = (by: ReturnType<typeof aViewer>, department: string, channel: 'screen' | 'cans') => {
      const night = little().do({ name: 'standby.give', moment: moment('lamp') })
      if (by === theSM) night.do({ name: 'desk.take' }, theSM)
      const name = id<'department'>(department)
      return codeOf(
        night.ask({ name: 'standby.acknowledge', moment: moment('lamp'), department: name, channel }, by),
      )
    }
    for (const role of ['dept', 'dresser', 'MD'] satisfies RoleName[]) {
      const by = aViewer(role, { department: 'snd' })
      expect([
        role,
        answer(by, 'snd', 'screen'),
        answer(by, 'lx', 'screen'),
        answer(by, 'snd', 'cans'),
      ]).toEqual([role, 'ok', 'not-yours', 'not-yours'])
    }
    expect(['lx', 'snd', 'fly'].map((name) => answer(theCaller, name, 'cans'))).toEqual(['ok', 'ok', 'ok'])
    expect(answer(theSM, 'lx', 'cans')).toBe('ok')
    expect(answer(theCaller, 'lx', 'screen')).toBe('not-yours')
    expect(answer(aViewer('dept'), 'lx', 'screen')).toBe('not-yours')
    expect(answer(aViewer('ASM', { department: 'lx' }), 'lx', 'screen')).toBe('not-yours')
  })

  test('CALLING-3: nothing is done before the opening, and nothing but notes after the close', () => {
    const note = { name: 'note.write', department: null, text: 'The lamp was late.' } as const
    const all = [...desk, note, { name: 'performance.close' } as const]
    for (const command of all) {
      expect(codeOf(new TestNight(planOf(littleShow())).ask(command))).toBe('not-open')
    }
    const closed = little().do({ name: 'performance.close' })
    for (const command of all) {
      expect([command.name, codeOf(closed.ask(command))]).toEqual([
        command.name,
        command === note ? 'ok' : 'closed',
      ])
    }
    expect(codeOf(closed.ask({ name: 'desk.take' }, theSM))).toBe('closed')
  })
})

describe('GO', () => {
  test('CALLING-4: an accepted GO is for the moment the desk is at and moves it by one; a refused one by nothing', () => {
    onEveryPress(({ command, before, after, decision }, { plan }) => {
      if (command.name !== 'cue.go') return
      const [was, is] = [before.calling.desk, after.calling.desk]
      if (!decision.ok) expect(after).toBe(before)
      else {
        expect(command).toMatchObject({ moment: plan.timeline.moments[was.next]?.id, move: was.move })
        expect(is).toEqual({ ...was, next: was.next + 1, move: was.move + 1 })
      }
    })
  })

  test('CALLING-4, CALLING-5: GOs for other moments are told where the desk is', () => {
    const night = little()
    const ahead = night.ask({ name: 'cue.go', moment: moment('lamp'), move: 0 })
    expect(sentenceOf(ahead)).toBe('LX lx2 and SND snd2 was not called: the desk is at LX lx1.')
    expect(codeOf(night.ask({ name: 'cue.go', moment: moment('nowhere'), move: 0 }))).toBe('no-such-cue')
    while (night.go().ok) night.wait(300)
    expect(codeOf(night.go())).toBe('no-such-cue')
    const gone = night.ask({ name: 'cue.go', moment: moment('lx1'), move: 7 })
    expect(sentenceOf(gone)).toBe('LX lx1 was not called: no cue is left tonight.')
  })

  test('CALLING-5: of two GOs naming one move the second is told how long ago the first was', () => {
    const night = little()
    const go = { name: 'cue.go', moment: moment('lx1'), move: 0 } as const
    expect(codeOf(night.ask(go))).toBe('ok')
    expect(sentenceOf(night.wait(800).ask(go, theCaller))).toBe('LX lx1 was called 0.8 s ago.')
    expect(codeOf(night.wait(5_000).ask({ ...go, move: 1 }))).toBe('already-called')
  })

  test('CALLING-5: on any night, of the GOs that name one move at most one was accepted', () => {
    fc.assert(
      fc.property(anyNight, (rough) => {
        const night = playNight(rough)
        const moves = night.asked.flatMap(({ command, decision }) =>
          command.name === 'cue.go' && decision.ok ? [command.move] : [],
        )
        expect(new Set(moves).size).toBe(moves.length)
      }),
      { numRuns: 100 },
    )
  })

  test('CALLING-6: a GO of two seconds ago is called, one of a millisecond more is not', () => {
    for (const [ageMs, code] of [
      [0, 'ok'],
      [GO_AGE_MS_MAX, 'ok'],
      [GO_AGE_MS_MAX + 1, 'too-old'],
      [60_000, 'too-old'],
    ] as const) {
      const go = { name: 'cue.go', moment: moment('lx1'), move: 0 } as const
      expect([ageMs, codeOf(little().ask(go, theCaller, ageMs))]).toEqual([ageMs, code])
    }
    onEveryPress(({ command, context, decision }) => {
      if (command.name === 'cue.go' && decision.ok)
        expect(context.at - context.madeAt).toBeLessThanOrEqual(2_000)
    })
  })

  test('CALLING-7: two GOs are 250 ms apart unless the house says otherwise, and 0 switches that off', () => {
    expect(GO_INTERVAL_MS_DEFAULT).toBe(250)
    for (const [interval, wait, code] of [
      [250, 249, 'too-soon'],
      [250, 250, 'ok'],
      [0, 0, 'ok'],
      [1_000, 999, 'too-soon'],
    ] as const) {
      const night = new TestNight(planOf(littleShow()), interval).open()
      night.go()
      expect([interval, wait, codeOf(night.wait(wait).go())]).toEqual([interval, wait, code])
    }
    const night = little()
    night.go()
    expect(sentenceOf(night.wait(100).go())).toBe(
      'LX lx2 and SND snd2 was not called: only 0.1 s after the last.',
    )
  })

  test('CALLING-8: no GO is accepted while the show is held', () => {
    onEveryPress(({ command, before, decision }) => {
      if (command.name === 'cue.go' && decision.ok) expect(heldSince(before.calling)).toBeNull()
    })
    const night = little().do({ name: 'clock.hold' })
    expect(sentenceOf(night.go())).toBe('The show is held: LX lx1 was not called. Resume first.')
    expect(codeOf(night.do({ name: 'clock.resume' }).go())).toBe('ok')
  })

  test('CALLING-9: the record of calls is in the order of the GOs, each with when, who, standby and answers', () => {
    fc.assert(
      fc.property(anyNight, (rough) => {
        const night = playNight(rough)
        const { moments } = night.plan.timeline
        const called = night.state.calling.called.map(({ moment: index, at, by, seq }) => [
          moments[index]?.id,
          at,
          by,
          seq,
        ])
        const events = night.log.filter((event) => event.type === 'cue.called')
        expect(called).toEqual(
          events.map(({ body, at, by, seq }) => [(body as { moment: string }).moment, at, by, seq]),
        )
      }),
      { numRuns: 100 },
    )
  })

  test('CALLING-9, CALLING-13: what was stood by and answered goes into the record of the GO', () => {
    const night = little()
      .do({ name: 'cue.go', moment: moment('lx1'), move: 0 })
      .wait(1_000)
    night.do({ name: 'standby.give', moment: moment('lamp') }).wait(700)
    const acknowledge = { name: 'standby.acknowledge', moment: moment('lamp') } as const
    const snd = aViewer('dept', { department: 'snd' })
    night.do({ ...acknowledge, department: id<'department'>('snd'), channel: 'screen' }, snd).wait(100)
    night.do({ ...acknowledge, department: id<'department'>('fly'), channel: 'cans' }).wait(200)
    night.do({ name: 'cue.go', moment: moment('lamp'), move: 1 })
    const opened = night.log[0]?.at ?? 0
    expect(night.state.calling.called[1]).toEqual({
      moment: 1,
      at: opened + 2_000,
      by: 'caller-device',
      seq: 6,
      standbyAt: opened + 1_000,
      acknowledged: [
        { department: 'snd', at: opened + 1_700, channel: 'screen' },
        { department: 'fly', at: opened + 1_800, channel: 'cans' },
      ],
    })
  })
})

describe('back', () => {
  test('CALLING-10: stepping back moves the desk to the moment before and does nothing else', () => {
    onEveryPress(({ command, before, after, decision }) => {
      if (command.name !== 'desk.step-back' || !decision.ok) return
      const { desk: was, steppedBack: _was, ...restBefore } = before.calling
      const { desk: is, steppedBack: _is, ...restAfter } = after.calling
      expect(is).toEqual({ ...was, next: was.next - 1, move: was.move + 1 })
      expect(restAfter).toEqual(restBefore)
    })
  })

  test('CALLING-11: within ten seconds no reason is needed, later one is, and from the top there is no way back', () => {
    const back = (reason = '', move = 1) => ({ name: 'desk.step-back', move, reason }) as const
    expect(codeOf(little().ask(back('', 0)))).toBe('at-the-top')
    const night = little()
    night.go()
    expect(codeOf(night.ask(back('', 0)))).toBe('desk-moved')
    expect(codeOf(night.wait(STEP_BACK_FREE_MS + 1).ask(back()))).toBe('reason-needed')
    expect(codeOf(night.ask(back(' \t ')))).toBe('reason-needed')
    expect(codeOf(night.ask(back(' jumped bars ')))).toBe('ok')
    expect(night.log.at(-1)?.detail).toEqual({ reason: 'jumped bars' })
    const quick = little()
    quick.go()
    expect(codeOf(quick.wait(STEP_BACK_FREE_MS).ask(back()))).toBe('ok')
  })

  test('CALLING-11: a second step back is not undone by the first one’s ten seconds', () => {
    const night = little()
    night.go()
    night.wait(60_000).go()
    night.wait(100).do({ name: 'desk.step-back', move: 2, reason: '' })
    expect(codeOf(night.ask({ name: 'desk.step-back', move: 3, reason: '' }))).toBe('reason-needed')
    expect(codeOf(night.wait(200).go())).toBe('ok')
    expect(night.state.calling.called.map((called) => called.moment)).toEqual([0, 1, 1])
  })
})

describe('standby', () => {
  test('CALLING-12: standbys are of moments not behind the desk, one each; a GO ends its own and those before it', () => {
    onEveryPress(({ command, before, after, decision }) => {
      const standing = after.calling.standbys.map((standby) => standby.moment)
      expect(new Set(standing).size).toBe(standing.length)
      if (command.name !== 'cue.go' || !decision.ok) return
      const left = before.calling.standbys.filter((one) => one.moment > before.calling.desk.next)
      expect(after.calling.standbys).toEqual(left)
    })
    const night = little().do({ name: 'standby.give', moment: moment('lamp') })
    expect(codeOf(night.ask({ name: 'standby.give', moment: moment('lamp') }))).toBe('standing-by')
    expect(codeOf(night.ask({ name: 'standby.give', moment: moment('nowhere') }))).toBe('no-such-cue')
    night.go()
    expect(codeOf(night.ask({ name: 'standby.give', moment: moment('lx1') }))).toBe('cue-called')
    expect(night.state.calling.standbys.map((standby) => standby.moment)).toEqual([1])
  })

  test('CALLING-13: an answer comes once, from a department concerned, for what is standing by', () => {
    const night = little()
    const answer = (department: string, name = 'lamp') =>
      codeOf(
        night.ask({
          name: 'standby.acknowledge',
          moment: moment(name),
          department: id<'department'>(department),
          channel: 'cans',
        }),
      )
    expect(answer('lx')).toBe('not-standing-by')
    night
      .do({ name: 'standby.give', moment: moment('lamp') })
      .do({ name: 'standby.give', moment: moment('lx1') })
    expect([answer('fly'), answer('fly'), answer('lx', 'nowhere')]).toEqual([
      'ok',
      'acknowledged',
      'no-such-cue',
    ])
    expect([answer('snd', 'lx1'), answer('nobody', 'lx1'), answer('lx', 'lx1')]).toEqual([
      'not-concerned',
      'not-concerned',
      'ok',
    ])
  })

  test('DISCLOSURE-8: to a department the cues of others are as unknown as none, and its own are named alone', () => {
    const night = little()
    const fly = aViewer('dept', { department: 'fly' })
    const answer = (name: string) =>
      night.ask(
        {
          name: 'standby.acknowledge',
          moment: moment(name),
          department: id<'department'>('fly'),
          channel: 'screen',
        },
        fly,
      )
    expect(answer('lx1')).toEqual(answer('nowhere'))
    night.do({ name: 'standby.give', moment: moment('lx1') })
    expect(answer('lx1')).toEqual(answer('nowhere'))
    expect(sentenceOf(answer('lamp'))).toBe('FLY fly2 is not standing by.')
  })
})

describe('acts, items, calls', () => {
  test('CALLING-14: acts go up once, one at a time, in their order, and come down when they are up', () => {
    onEveryPress(({ command, before, after, decision }) => {
      const acts = after.calling.acts.map((act) => act.act)
      expect(acts).toEqual([...new Set(acts)].sort())
      expect(after.calling.acts.slice(0, -1).every((act) => act.downAt !== null)).toBe(true)
      if (command.name === 'act.down' && decision.ok) expect(actUp(before.calling)?.act).toBe(command.act)
    })
    const night = little()
    expect(codeOf(night.ask({ name: 'act.up', act: 3 }))).toBe('no-such-act')
    night.do({ name: 'act.up', act: 2 })
    expect(codeOf(night.ask({ name: 'act.up', act: 1 }))).toBe('act-is-up')
    expect(codeOf(night.ask({ name: 'act.down', act: 1 }))).toBe('act-not-up')
    night.do({ name: 'act.down', act: 2 })
    expect(codeOf(night.ask({ name: 'act.up', act: 2 }))).toBe('act-was-up')
    expect(codeOf(night.ask({ name: 'act.up', act: 1 }))).toBe('act-is-past')
  })

  test('CALLING-15: calls are of the country’s table, given once, and not after the act is up', () => {
    onEveryPress(({ command, before, decision }, { plan }) => {
      if (command.name !== 'call.give' || !decision.ok) return
      const table = callsBefore(plan.show.country, command.act).map((call) => call.id)
      expect(table).toContain(command.call)
      expect(before.calling.acts.some((act) => act.act >= command.act)).toBe(false)
      const given = before.calling.calls.map((call) => `${call.act} ${call.call}`)
      expect(given).not.toContain(`${command.act} ${command.call}`)
    })
    const night = little()
    expect(codeOf(night.ask({ name: 'call.give', call: 'places', act: 1 }))).toBe('no-such-call')
    expect(codeOf(night.ask({ name: 'call.give', call: 'half', act: 2 }))).toBe('no-such-call')
    expect(codeOf(night.ask({ name: 'call.give', call: 'half', act: 9 }))).toBe('no-such-act')
    night.do({ name: 'call.give', call: 'half', act: 1 })
    expect(codeOf(night.ask({ name: 'call.give', call: 'half', act: 1 }))).toBe('call-given')
    night.do({ name: 'act.up', act: 1 })
    expect(codeOf(night.ask({ name: 'call.give', call: 'five', act: 1 }))).toBe('act-is-up')
    expect(codeOf(night.ask({ name: 'call.give', call: 'ten', act: 2 }))).toBe('ok')
  })

  test('CALLING-15: the table is that of the country the performance was opened in', () => {
    const night = new TestNight(planOf({ ...littleShow(), country: 'US' })).open()
    expect(codeOf(night.ask({ name: 'call.give', call: 'places', act: 1 }))).toBe('ok')
    expect(codeOf(night.ask({ name: 'call.give', call: 'quarter', act: 1 }))).toBe('no-such-call')
  })

  test('CALLING-16: an item is started in the act that is up, and not while it is running', () => {
    const night = little()
    const start = (name: string) => codeOf(night.ask({ name: 'item.start', item: id<'item'>(name) }))
    expect([start('one'), start('nowhere')]).toEqual(['act-not-up', 'no-such-item'])
    night.do({ name: 'act.up', act: 1 })
    expect([start('one'), start('two'), start('two'), start('three'), start('one')]).toEqual([
      'item-running',
      'ok',
      'item-running',
      'act-not-up',
      'ok',
    ])
  })

  test('CALLING-17: the show is where it was last known to be', () => {
    const night = little()
    night.go()
    expect(night.state.calling.reached).toBeNull()
    night.do({ name: 'act.up', act: 1 })
    expect(night.state.calling.reached).toEqual({ item: 0, point: { act: 1, seconds: 0 }, at: night.now })
    night.wait(90_000).go()
    expect(night.state.calling.reached).toEqual({ item: 0, point: { act: 1, seconds: 100 }, at: night.now })
    night.wait(190_000).go()
    expect(night.state.calling.reached).toEqual({ item: 1, point: { act: 1, seconds: 310 }, at: night.now })
    night.do({ name: 'act.down', act: 1 }).wait(500).go()
    night.wait(500).go()
    expect(night.state.calling.reached?.point).toEqual({ act: 1, seconds: 310 })
    night.wait(500).do({ name: 'act.up', act: 2 })
    expect(night.state.calling.reached).toEqual({ item: 3, point: { act: 2, seconds: 0 }, at: night.now })
    expect(night.state.calling.itemStarts.map((start) => start.item)).toEqual([0, 1, 3])
  })

  test('CALLING-18: holding and resuming alternate', () => {
    const night = little()
    expect(codeOf(night.ask({ name: 'clock.resume' }))).toBe('not-held')
    night.do({ name: 'clock.hold' })
    expect(codeOf(night.ask({ name: 'clock.hold' }))).toBe('already-held')
    night.do({ name: 'clock.resume' }).do({ name: 'clock.hold' }).do({ name: 'clock.resume' })
    expect(night.state.calling.holds).toHaveLength(2)
  })

  test('CALLING-23: the performance is closed when no act is up and nothing is held', () => {
    const close = { name: 'performance.close' } as const
    const night = little().do({ name: 'act.up', act: 1 })
    expect(codeOf(night.ask(close))).toBe('act-is-up')
    night.do({ name: 'act.down', act: 1 }).do({ name: 'clock.hold' })
    expect(codeOf(night.ask(close))).toBe('held')
    night.do({ name: 'clock.resume' })
    expect(codeOf(night.ask(close, aViewer('ASM')))).toBe('not-yours')
    expect(codeOf(night.ask(close, theSM))).toBe('ok')
    expect(night.state.calling.closedAt).toBe(night.now)
  })
})

describe('notes', () => {
  const note = (text: string, department: string | null = null) =>
    ({
      name: 'note.write',
      department: department === null ? null : id<'department'>(department),
      text,
    }) as const

  test('CALLING-21: a note has text, fits, and goes to a department of the show or to all', () => {
    const night = little()
    const wrote = (text: string, department: string | null = null) =>
      codeOf(night.ask(note(text, department)))
    expect([wrote(''), wrote(' \n '), wrote('x', 'nobody')]).toEqual([
      'empty-note',
      'empty-note',
      'no-such-department',
    ])
    const full = 'x'.repeat(NOTE_LENGTH_MAX)
    expect([wrote(full), wrote(` ${full} `), wrote(`${full}x`), wrote('late', 'lx')]).toEqual([
      'ok',
      'ok',
      'long-note',
      'ok',
    ])
    expect(sentenceOf(night.ask(note(`${full}x`)))).toBe('A note holds 2000 characters; this one has 2001.')
  })

  test('CALLING-21: a performance holds a thousand notes', () => {
    const night = little()
    for (let count = 0; count < NOTES_MAX; count += 1) night.do(note(`note ${count}`))
    expect(codeOf(night.ask(note('one more')))).toBe('many-notes')
    expect(night.state.calling.notes).toHaveLength(NOTES_MAX)
  })

  test('CALLING-21, CALLING-22: it is kept with when, who and the item; erased, all but its text remains', () => {
    const night = little().do(note('before')).do({ name: 'act.up', act: 1 }).wait(1_000)
    const asm = aViewer('ASM', { person: 'ann' })
    night.do(note(' the lamp stuck ', 'lx'), asm)
    const body = { department: 'snd' }
    night.record('ann', { type: 'note.written', v: 1, body })
    expect(night.state.calling.notes).toEqual([
      {
        seq: 2,
        at: CURTAIN_AT - 1_800_000,
        by: 'caller-device',
        department: null,
        item: null,
        text: 'before',
      },
      { seq: 4, at: night.now, by: 'ann', department: 'lx', item: 0, text: 'the lamp stuck' },
      { seq: 5, at: night.now, by: 'ann', department: 'snd', item: 0, text: null },
    ])
  })
})

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) frozen(part)
  }
  return value
}

test('CALLING-24: whatever is asked comes to events that fold in or to a refusal in words, and changes nothing', () => {
  fc.assert(
    fc.property(anyShow, anyPresses, (show, presses) => {
      const night = new TestNight(frozen(planOf(show))).open()
      for (const press of presses) {
        frozen(night.state)
        playPresses(night, [press])
      }
      for (const { decision } of night.asked.filter((asked) => !asked.decision.ok)) {
        expect(codeOf(decision)).toMatch(/^[a-z-]+$/)
        expect(sentenceOf(decision)).toMatch(/^\S.*[.]$/)
      }
    }),
    { numRuns: 150 },
  )
})
