// What the desk shows and what its keys do, on real nights without a server.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aViewer, CURTAIN_AT, TestNight, theCaller } from '../../../test/kit/nights.ts'
import { shortShow } from '../../../test/kit/short-show.ts'
import { groupRoles } from '../../core/installation/decide-groups.ts'
import { id } from '../../core/kit/ids.ts'
import { instant } from '../../core/kit/time.ts'
import { planOf } from '../../core/night/night.ts'
import { view } from '../../core/night/view.ts'
import type { Sections, ViewerLine } from '../../wire/messages.ts'
import type { Press } from '../link/presses.ts'
import { lasted, overBy, overWords, phaseOf } from '../ui/phase.ts'
import { actStep, isEarly } from './acts.ts'
import { readNote } from './note-text.ts'
import { itemAfter, orderRows } from './order.ts'
import { momentAt, standbyTarget } from './places.ts'
import { inviteOf, posts } from './posts.ts'
import { rightsOf } from './rights.ts'
import { lackWords, needsReason, saidOf, steppedBackWords } from './said.ts'
import { columnsOf, markedParts, plainText, rowsAhead, rowsBehind } from './strip.ts'
import { instantOf, wallOf } from './wall-time.ts'

const { show } = shortShow()

/** A night at its curtain, opened and otherwise untouched. */
function night(): TestNight {
  const one = new TestNight(planOf(show), 0).open()
  one.now = CURTAIN_AT
  return one
}

const seen = (
  one: TestNight,
): Required<Pick<Sections, 'order' | 'ran' | 'cues' | 'calling' | 'script'>> & {
  readonly position: NonNullable<Sections['position']>
} => {
  const { position, order, ran, cues, calling, script } = view(one.plan, one.state, theCaller)
  if (!position || !order || !ran || !cues || !calling || !script) throw new Error('the caller sees the show')
  return { position, order, ran, cues, calling, script }
}

const up = (act: number) => ({ name: 'act.up', act }) as const
const down = (act: number) => ({ name: 'act.down', act }) as const
const standby = (moment: string) => ({ name: 'standby.give', moment: id<'moment'>(moment) }) as const

test('DESK-13: a clock that was just set never shows less than nought', () => {
  expect(lasted(instant(5_000), instant(4_000))).toBe(0)
  expect(lasted(instant(5_000), instant(65_000))).toBe(60_000)
})

describe('calling', () => {
  test('DESK-5: STANDBY is for the first moment that is not standing by', () => {
    const one = night().do(up(1))
    const target = () => standbyTarget(seen(one).cues, seen(one).calling)?.id
    expect(target()).toBe('lx-1')
    one.do(standby('lx-1'))
    expect(target()).toBe('dawn')
    one.do(standby('dawn'))
    expect(target()).toBe('lx-3')
    one.go()
    expect(target()).toBe('lx-3')
    for (let count = 0; count < 7; count += 1) one.go()
    expect(target()).toBeUndefined()
  })

  test('DESK-6: a moment has one column for each of its departments, with its answer', () => {
    const one = night().do(up(1))
    one.go()
    one.do(standby('dawn'))
    one.do(
      {
        name: 'standby.acknowledge',
        moment: id<'moment'>('dawn'),
        department: id<'department'>('snd'),
        channel: 'cans',
      },
      theCaller,
    )
    const { cues, calling } = seen(one)
    const moment = momentAt(cues, calling.next)
    if (!moment) throw new Error('a moment is next')
    const columns = columnsOf(cues, moment, calling.standbys[0] ?? null)
    expect(
      columns.map((column) => [column.department.short, column.names, column.acknowledged?.channel]),
    ).toEqual([
      ['LX', ['LX 2'], undefined],
      ['SND', ['SND 1'], 'cans'],
    ])
  })

  test('DESK-7: a press is said in words: sending, refused, not sent', () => {
    const sections = seen(night().do(up(1)))
    const press: Press = {
      id: 'g',
      command: { name: 'cue.go', moment: 'dawn', move: 1 },
      performance: 'p',
      pressedAt: 0,
      sentAt: 0,
      slow: false,
      outcome: null,
    }
    const words = (parts: Partial<Press>) => plain(saidOf({ ...press, ...parts }, sections).words)
    expect(words({})).toBe('')
    expect(words({ slow: true })).toBe('LX 2 and SND 1: sending…')
    expect(words({ outcome: { kind: 'refused', sentence: 'The show is held.' } })).toBe('The show is held.')
    expect(words({ outcome: { kind: 'not-sent', sentence: 'Not sent: no connection.' } })).toBe(
      'LX 2 and SND 1 not sent: no connection.',
    )
    expect(words({ outcome: { kind: 'done', seq: 9, link: null, code: null } })).toBe('LX 2 and SND 1 called')
  })

  test('DESK-9: one control for the curtain says what it would do', () => {
    const one = night()
    const step = () => {
      const now = actStep(seen(one).position, null)
      return now && [now.key, now.words]
    }
    expect(step()).toEqual(['u', 'Act 1 up'])
    one.do(up(1))
    expect(step()).toEqual(['d', 'Act 1 down'])
    one.wait(400_000).do(down(1))
    expect(step()).toEqual(['u', 'Act 2 up'])
    one.wait(900_000).do(up(2))
    expect(step()).toEqual(['d', 'Act 2 down'])
    one.wait(300_000).do(down(2))
    expect(step()).toEqual(['e', 'Close the night'])
    one.do({ name: 'performance.close' })
    expect(step()).toBeNull()
  })

  test('DESK-10: a call asks again until a minute before it is due', () => {
    const due = instant(10_000_000)
    expect(isEarly(due, instant(due - 60_001))).toBe(true)
    expect(isEarly(due, instant(due - 60_000))).toBe(false)
    expect(isEarly(due, instant(due + 60_000))).toBe(false)
  })

  test('DESK-11: stepping back is free for ten seconds and then needs a reason; the strip says what was called', () => {
    const one = night().do(up(1))
    one.go()
    const { calling, cues } = seen(one)
    expect(needsReason(cues, calling, one.now)).toBe(false)
    expect(needsReason(cues, calling, instant(one.now + 10_000))).toBe(false)
    expect(needsReason(cues, calling, instant(one.now + 10_001))).toBe(true)
    expect(steppedBackWords(seen(one))).toBeNull()
    one.wait(1_000).do({ name: 'desk.step-back', move: one.state.calling.desk.move, reason: '' })
    expect(plain(steppedBackWords(seen(one)) ?? '')).toBe('LX 1 called 19:30:00, desk stepped back')
    expect(needsReason(seen(one).cues, seen(one).calling, one.now)).toBe(true)
  })
})

const plain = (words: string): string => words.replaceAll('\u00a0', ' ')

describe('what is shown', () => {
  test('DESK-12: past items by length, the running one by its age, the rest by the clock', () => {
    const one = night().do(up(1))
    one.go()
    one.wait(130_000)
    one.go()
    one.go()
    const rows = () =>
      orderRows(seen(one).order, seen(one).position, seen(one).ran).map((row) => {
        if (row.kind === 'past') return `past ${row.length}`
        if (row.kind === 'cut') return 'cut'
        return row.kind === 'running' ? `running ${row.since}` : `at ${row.at(one.now) - CURTAIN_AT}`
      })
    // Two Ladders began 10 s before its own cue by plan, and is known to run since that cue.
    expect(rows()).toEqual([
      'past 130000',
      `running ${CURTAIN_AT + 130_000}`,
      'at 300000',
      'at 1200000',
      'at 1440000',
    ])
    one.wait(170_000).do(down(1))
    expect(rows()[1]).toBe('past 170000')
    expect(rows()[2]).toBe(`running ${CURTAIN_AT + 300_000}`)
    one.wait(960_000).do(up(2))
    expect(rows()[2]).toBe('past 960000')
    expect(rows()[3]).toBe(`running ${CURTAIN_AT + 1_260_000}`)
  })

  test('DESK-9, DESK-12: an item without a cue is started by hand, within its act', () => {
    const one = night()
    const next = () => itemAfter(seen(one).order, seen(one).position)?.id
    expect(next()).toBeUndefined()
    one.do(up(1))
    expect(next()).toBe('duet')
    one.do({ name: 'item.start', item: id<'item'>('duet') })
    expect(next()).toBeUndefined()
  })

  test('DESK-13: over is how much later than planned the act runs, holds counted', () => {
    const one = night().do(up(1))
    one.go()
    const over = () => {
      const { position } = seen(one)
      const by = overBy(position, phaseOf(position), one.now)
      return by === null ? null : overWords(by)
    }
    one.wait(50_000)
    one.go()
    expect(over()).toBe('+0:10')
    one.do({ name: 'clock.hold' }).wait(60_000)
    expect(over()).toBe('+1:10')
    one.do({ name: 'clock.resume' })
    expect(over()).toBe('+1:10')
    one.wait(60_000)
    one.go()
    expect(over()).toBe('+0:40')
    one.do(down(1))
    expect(over()).toBeNull()
  })

  test('DESK-14: above what was called, below what comes, each cue under the words it is called on', () => {
    const one = night().do(up(1))
    one.go()
    one.wait(40_000)
    one.go()
    const { cues, calling, script } = seen(one)
    const behind = rowsBehind(cues, calling, script)
    expect(behind.map((row) => (row.kind === 'called' ? row.moment.id : row.kind))).toEqual(['lx-1', 'dawn'])
    const lines = [
      { at: { act: 1, seconds: 60 }, item: 0, speaker: null, kind: 'speech' as const, text: 'nothing' },
      {
        at: { act: 1, seconds: 125 },
        item: 1,
        speaker: 'WICK',
        kind: 'speech' as const,
        text: '_say_ word 3 here',
      },
      {
        at: { act: 1, seconds: 180 },
        item: 1,
        speaker: 'WICK',
        kind: 'speech' as const,
        text: 'then Word 2 at last',
      },
    ]
    const above = rowsBehind(cues, calling, { lines })
    expect(above.at(-1)).toMatchObject({
      kind: 'spoken',
      line: { text: 'say word 3 here' },
      marks: ['word 3'],
    })
    const ahead = rowsAhead(cues, calling, { lines })
    expect(ahead.map((row) => (row.kind === 'spoken' ? row.line.text : row.moment.id))).toEqual([
      'then Word 2 at last',
      'snd-2',
      'lx-4',
      'snd-3',
      'lx-5',
      'lx-6',
    ])
    expect(ahead[0]).toMatchObject({ marks: ['word 2'] })
  })

  test('DESK-14: marking cuts a text and loses nothing of it', () => {
    expect(markedParts('hold it low, hold', ['Hold it'])).toEqual([
      { text: 'hold it', mark: true },
      { text: ' low, hold', mark: false },
    ])
    // Of two letters: marks are found, within one another and over each other's ends.
    const letters = { unit: fc.constantFrom('a', 'b') }
    const anyMarks = fc.array(fc.string({ ...letters, minLength: 1, maxLength: 4 }), { maxLength: 5 })
    fc.assert(
      fc.property(fc.string(letters), anyMarks, (text, marks) => {
        const parts = markedParts(text, marks)
        expect(parts.map((part) => part.text).join('')).toBe(text)
        expect(parts.every((part) => part.text !== '')).toBe(true)
      }),
    )
    expect(plainText('_The house goes to half._ and *now* snake_case')).toBe(
      'The house goes to half. and now snake_case',
    )
  })

  test('DESK-15: what the device is not given is one line; the way to the desk is offered', () => {
    const full = seen(night())
    expect(lackWords(full)).toBeNull()
    const { cues: _cues, ...without } = full
    expect(lackWords(without)).toMatch(/^This device is not given the cues\./)
    expect(lackWords({})).toMatch(/the running order and the cues/)
    const line = (roles: ViewerLine['roles']): ViewerLine => ({
      device: 'sm-1',
      name: '',
      roles,
      person: null,
      department: null,
      place: null,
      sentTo: null,
    })
    const { calling } = full
    expect(rightsOf(line(['caller']), calling)).toMatchObject({ calls: true, mayTake: false })
    expect(rightsOf(line(['SM']), calling)).toMatchObject({ calls: false, mayTake: true, pairs: true })
    expect(rightsOf(line(['SM']), { ...calling, taken: ['sm-1'] })).toMatchObject({
      calls: true,
      mayTake: false,
    })
    expect(rightsOf(line(['ASM']), calling)).toMatchObject({ calls: false, mayTake: false, writes: true })
  })

  test('DESK-17: a note may begin with whom it is for', () => {
    const departments = [
      { id: id<'department'>('lx'), name: 'Lights', short: 'LX', channel: null, people: [] },
      { id: id<'department'>('fs'), name: 'Follow spots', short: 'FS', channel: null, people: [] },
    ]
    expect(readNote('lx: shutter', departments, null)).toEqual({ department: 'lx', text: 'shutter' })
    expect(readNote('Follow Spots : late', departments, null)).toEqual({ department: 'fs', text: 'late' })
    expect(readNote('at 20:41 he coughed', departments, null)).toEqual({
      department: null,
      text: 'at 20:41 he coughed',
    })
    expect(readNote(': odd', departments, departments[1]?.id ?? null)).toEqual({
      department: 'fs',
      text: ': odd',
    })
  })

  test('DESK-18: a link is made only where it is said for whom', () => {
    const lx = { id: 'lx', name: 'Lights' }
    const noor = { id: 'noor', name: 'Noor' }
    expect(inviteOf({ post: 'department', chosen: null }, null)).toBeNull()
    expect(inviteOf({ post: 'person', chosen: null }, null)).toBeNull()
    expect(inviteOf({ post: 'department', chosen: lx }, null)).toMatchObject({
      title: 'Lights',
      roles: ['dept'],
      department: 'lx',
      person: null,
    })
    const carer = { ...noor, roles: ['chap'] }
    expect(inviteOf({ post: 'person', chosen: carer }, null)).toMatchObject({
      roles: ['chap'],
      person: 'noor',
    })
    // Only of a person: a place with the same fields stays what it is.
    expect(inviteOf({ post: 'wing', chosen: carer }, null)).toMatchObject({ roles: ['ASM'] })
    expect(inviteOf({ post: 'person', chosen: noor }, null)).toMatchObject({
      title: 'Noor’s phone',
      department: null,
      person: 'noor',
    })
    const more = { post: 'cm', chosen: { ...noor, roles: ['perf'] } } as const
    expect(inviteOf(more, null)).toMatchObject({ roles: ['CM', 'perf'], person: 'noor' })
    for (const { post, needs } of posts) {
      const made = inviteOf({ post, chosen: lx }, null)
      const given = made?.name === 'device.invite' ? [made.department, made.person, made.place] : []
      expect(given).toEqual(['department', 'person', 'place'].map((need) => (need === needs ? 'lx' : null)))
    }
  })

  test('DESK-18: a link for several is made only for what anybody may read, and is for nobody', () => {
    const bounds = { devices: 20, minutes: 240 }
    const room = { id: 'dr4', name: 'Dressing room 4' }
    expect(inviteOf({ post: 'room', chosen: room }, bounds)).toEqual({
      name: 'group.invite',
      title: 'Dressing room 4',
      roles: ['callboard'],
      department: null,
      place: 'dr4',
      ...bounds,
    })
    const several = posts.filter(
      ({ post }) => inviteOf({ post, chosen: room }, bounds)?.name === 'group.invite',
    )
    expect(several.map(({ post }) => post)).toEqual(['department', 'room', 'callboard'])
    expect(several.every(({ roles }) => roles.every((role) => groupRoles.some((one) => one === role)))).toBe(
      true,
    )
  })

  test('DESK-19: a wall time is one instant, also where the clocks change', () => {
    expect(instantOf('2026-09-17', '19:30', 'Europe/London')).toBe(Date.UTC(2026, 8, 17, 18, 30))
    expect(instantOf('2026-12-17', '19:30', 'America/New_York')).toBe(Date.UTC(2026, 11, 18, 0, 30))
    expect(instantOf('', '19:30', 'Europe/London')).toBeNull()
    const zones = fc.constantFrom(
      'Europe/London',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'UTC',
    )
    fc.assert(
      fc.property(zones, fc.integer({ min: 28_000_000, max: 31_000_000 }), (zone, minute) => {
        const { day, time } = wallOf(minute * 60_000, zone)
        const back = instantOf(day, time, zone)
        // Twice a year an hour comes twice: then the wall is the same, and the instant one of the two.
        expect(back === null ? null : wallOf(back, zone)).toEqual({ day, time })
      }),
    )
  })

  test('DESK-15: whoever only follows sees the desk', () => {
    const one = night()
    const asm = view(one.plan, one.state, aViewer('ASM'))
    expect(lackWords(asm)).toBeNull()
  })
})
