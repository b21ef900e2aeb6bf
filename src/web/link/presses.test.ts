// What a device sends, and what it says became of it.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Device, welcome } from '../../../test/screens/device.ts'
import { SIGN_AGE_MS_MAX } from '../../core/attendance/commands.ts'
import { instant } from '../../core/kit/time.ts'
import type { WireCommand } from '../../wire/messages.ts'
import { FINISHED_MAX, isKept, KEPT_MS, OUTBOX_MAX, RETRY_MS, SLOW_MS, UNANSWERED_MS } from './presses.ts'

const go: WireCommand = { name: 'cue.go', moment: 'm', move: 3 }
const note: WireCommand = { name: 'note.write', department: null, text: 'late' }
const answerStandby: WireCommand = {
  name: 'standby.acknowledge',
  moment: 'm',
  department: 'lx',
  channel: 'screen',
}
const done: WireCommand = { name: 'task.finish', task: '1-1' }
const half: WireCommand = { name: 'call.give', call: 'half', act: 1 }

describe('what a device sends', () => {
  test('LINK-6: without a connection a GO is refused on the spot and never leaves', () => {
    const device = new Device().press('g', go, 0)
    expect(device.outcome('g')).toBe('not-sent')
    device.live(100)
    device.feed({ kind: 'tick', now: 200 })
    expect(device.commands()).toEqual([])
  })

  test('LINK-7: two seconds without an answer is told as not sent; the late answer replaces it', () => {
    const device = new Device().live(0).press('g', go, 1_000)
    expect(device.commands()).toEqual(['g'])
    device.feed({ kind: 'tick', now: 1_000 + UNANSWERED_MS - 1 })
    expect(device.outcome('g')).toBeUndefined()
    device.feed({ kind: 'tick', now: 1_000 + UNANSWERED_MS })
    expect(device.outcome('g')).toBe('not-sent')
    device.hear({ t: 'answer', id: 'g', answer: { ok: true, seq: 7 } }, 4_000)
    expect(device.outcome('g')).toBe('done')
    device.press('h', go, 5_000)
    device.feed({ kind: 'closed', now: 5_100 })
    expect(device.outcome('h')).toBe('not-sent')
  })

  test('LINK-8: what is kept goes out in order, and again under the same id until it is answered', () => {
    const device = new Device()
    device.press('1', note, 0).press('2', answerStandby, 10).press('3', half, 20)
    expect(device.commands()).toEqual([])
    device.live(1_000)
    expect(device.commands()).toEqual(['1', '2', '3'])
    device.hear({ t: 'answer', id: '2', answer: { ok: true, seq: 2 } }, 1_010)
    device.feed({ kind: 'closed', now: 1_100 })
    device.press('4', note, 1_200)
    device.live(2_000)
    expect(device.commands()).toEqual(['1', '2', '3', '1', '3', '4'])
    const first = device.sent.find((message) => message.t === 'command')
    // Pressed before the server's time was known, it still carries when that was.
    expect(first).toMatchObject({ id: '1', madeAt: 1_000_000 })
  })

  test('LINK-7, LINK-9, LINK-11: the bounds are the ones that people were told', () => {
    // Apart from the other tests, which move with the constants.
    expect([SLOW_MS, UNANSWERED_MS, KEPT_MS, SIGN_AGE_MS_MAX]).toEqual([300, 2_000, 60_000, 600_000])
  })

  test('LINK-9: a note and a task done wait for ever, an answer or a call for a minute', () => {
    const device = new Device().press('n', note, 0).press('a', answerStandby, 0).press('c', half, 0)
    device.press('t', done, 0)
    device.feed({ kind: 'tick', now: KEPT_MS - 1 })
    expect([device.outcome('a'), device.outcome('c')]).toEqual([undefined, undefined])
    device.feed({ kind: 'tick', now: KEPT_MS })
    expect([device.outcome('a'), device.outcome('c')]).toEqual(['not-sent', 'not-sent'])
    device.feed({ kind: 'tick', now: 100 * KEPT_MS })
    expect([device.outcome('n'), device.outcome('t')]).toEqual([undefined, undefined])
    device.live(100 * KEPT_MS + 1)
    expect(device.commands()).toEqual(['n', 't'])
  })

  test('LINK-8, LINK-9: a sign in or out waits ten minutes, as long as the server takes it', () => {
    const signIn = { name: 'sign.in', person: 'ann' } as const
    const device = new Device().press('s', signIn, 0)
    device.feed({ kind: 'tick', now: SIGN_AGE_MS_MAX - 1 })
    expect(device.outcome('s')).toBeUndefined()
    device.feed({ kind: 'tick', now: SIGN_AGE_MS_MAX })
    expect(device.outcome('s')).toBe('not-sent')
    const back = new Device().press('s', signIn, 0)
    back.live(SIGN_AGE_MS_MAX - 1)
    expect(back.commands()).toEqual(['s'])
  })

  test('LINK-10: of what is answered the newest sixteen can still be looked up, and nothing that waits is forgotten', () => {
    const device = new Device().press('waits', note, 0)
    for (let count = 0; count < FINISHED_MAX; count += 1) device.press(`g${count}`, go, count)
    const known = () => device.state.presses.map(({ id }) => id)
    expect([known().length, known().includes('g0')]).toEqual([FINISHED_MAX + 1, true])
    device.press('one-more', go, 100)
    expect([known().length, known().includes('g0'), known().at(-1)]).toEqual([
      FINISHED_MAX + 1,
      false,
      'one-more',
    ])
    expect([known()[0], device.outcome('waits')]).toEqual(['waits', undefined])
  })

  test('LINK-10: one more than 64 waiting is refused, and none that waits is dropped', () => {
    const device = new Device()
    for (let count = 0; count < OUTBOX_MAX; count += 1) device.press(`n${count}`, note, count)
    expect(device.state.presses.every((press) => press.outcome === null)).toBe(true)
    device.press('too-many', note, 100)
    expect(device.outcome('too-many')).toBe('not-sent')
    device.live(1_000)
    expect(device.commands()).toEqual(Array.from({ length: OUTBOX_MAX }, (_, count) => `n${count}`))
  })

  test('LINK-11: a press is slow from 300 ms on', () => {
    const device = new Device().live(0).press('g', go, 0)
    device.feed({ kind: 'tick', now: SLOW_MS - 1 })
    expect(device.state.presses[0]?.slow).toBe(false)
    device.feed({ kind: 'tick', now: SLOW_MS })
    expect(device.state.presses[0]?.slow).toBe(true)
  })

  test('LINK-12: a note that could not be kept is offered again', () => {
    const device = new Device().live(0).press('n', note, 0)
    device.hear({ t: 'answer', id: 'n', answer: { ok: false, failure: 'The disk is full.' } }, 10)
    expect(device.outcome('n')).toBeUndefined()
    for (let now = 0; now <= RETRY_MS; now += 100) {
      device.hear({ t: 'pong', at: now, receivedAt: instant(now), sentAt: instant(now) }, now)
      device.feed({ kind: 'tick', now })
    }
    expect(device.commands()).toEqual(['n', 'n'])
  })

  test('LINK-21: what is kept is for the performance it was pressed in', () => {
    const device = new Device().live(0)
    device.feed({ kind: 'closed', now: 10 })
    device.press('n', note, 20)
    device.feed({ kind: 'opened', now: 30 })
    device.hear(welcome(1_000_030), 30)
    device.hear({ t: 'snapshot', performance: 'the next one', boot: 'a', seq: 1, sections: {} }, 30)
    expect(device.commands()).toEqual([])
    expect(device.outcome('n')).toBe('not-sent')
  })

  test('LINK-22: notes from before a reload stand before those of the new page, once each', () => {
    const device = new Device().press('2', note, 100)
    const kept = (id: string) => ({ id, command: note, performance: 'p', pressedAt: -5_000 })
    device.feed({ kind: 'restored', notes: [kept('0'), kept('1'), kept('1'), kept('2')], now: 200 })
    device.live(300)
    expect(device.commands()).toEqual(['0', '1', '2'])
    expect(device.sent.find((message) => message.t === 'command')).toMatchObject({ madeAt: 995_000 })
    const full = new Device()
    const many = Array.from({ length: OUTBOX_MAX + 5 }, (_, count) => kept(String(count)))
    full.feed({ kind: 'restored', notes: many, now: 0 })
    expect(full.state.presses.filter((press) => press.outcome === null).length).toBe(OUTBOX_MAX)
  })

  test('LINK-6, LINK-8, LINK-10: whatever happens, moments are not repeated and notes are not lost', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(7), fc.nat(900)), { maxLength: 200 }), (moves) => {
        const device = new Device()
        const ids: string[] = []
        const refusedAtOnce = new Set<string>()
        let now = 0
        for (const [what, wait] of moves) {
          now += wait
          const id = String(ids.length)
          if (what === 0) device.live(now)
          else if (what === 1) device.feed({ kind: 'closed', now })
          else if (what === 2) device.feed({ kind: 'tick', now })
          else if (what === 3) answerOne(device, now)
          else {
            device.press(id, [go, note, answerStandby, half][what - 4] ?? go, now)
            ids.push(id)
            if (device.outcome(id) !== undefined) refusedAtOnce.add(id)
          }
          const waiting = device.state.presses.filter((press) => press.outcome === null)
          expect(waiting.length).toBeLessThanOrEqual(OUTBOX_MAX)
          expect(new Set(device.state.presses.map((press) => press.id)).size).toBe(
            device.state.presses.length,
          )
        }
        const sent = device.sent.flatMap((message) => (message.t === 'command' ? [message] : []))
        for (const one of sent.filter(({ command }) => command.name === 'cue.go')) {
          expect(sent.filter(({ id }) => id === one.id).length).toBe(1)
        }
        for (const id of refusedAtOnce) expect(sent.some((one) => one.id === id)).toBe(false)
        device.live(now + 1)
        const open = device.state.presses.filter((press) => press.outcome === null && isKept(press))
        expect(open.every((press) => press.sentAt !== null)).toBe(true)
      }),
    )
  })
})

function answerOne(device: Device, now: number): void {
  const open = device.state.presses.find((press) => press.outcome === null && press.sentAt !== null)
  if (open && device.state.connection === 'live') {
    device.hear({ t: 'answer', id: open.id, answer: { ok: true, seq: 1 } }, now)
  }
}

test('LINK-27: what the hand did two seconds before the page heard of it is not sent; a little less, and it goes as old as it is', () => {
  const go: WireCommand = { name: 'cue.go', moment: 'lx-1', move: 0 }
  const device = new Device().live(10_000)
  device.feed({ kind: 'press', id: 'press-late', command: go, pressedAt: 10_000, now: 12_000 })
  expect([device.commands(), device.outcome('press-late')]).toEqual([[], 'not-sent'])
  device.feed({ kind: 'press', id: 'press-soon', command: go, pressedAt: 10_001, now: 12_000 })
  expect(device.commands()).toEqual(['press-soon'])
  const said = device.sent.find((message) => message.t === 'command')
  expect(said?.t === 'command' && said.madeAt).toBe(1_000_000 + 10_001)
  // No hand moves in time to come.
  device.feed({ kind: 'press', id: 'press-odd', command: go, pressedAt: 99_000, now: 12_000 })
  expect(device.sent.findLast((message) => message.t === 'command')).toMatchObject({ madeAt: 1_012_000 })
})
