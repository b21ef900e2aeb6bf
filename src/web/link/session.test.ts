// The device's side of the link, against a server that restarts, loses frames and answers late.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instant } from '../../core/kit/time.ts'
import type { FromDevice, FromServer, Sections, ViewerLine, WireCommand } from '../../wire/messages.ts'
import { PROTOCOL } from '../../wire/protocol.ts'
import { bestSample, SAMPLES_MAX, sampleOf, withSample } from './offset.ts'
import { isKept, KEPT_MS, OUTBOX_MAX, RETRY_MS, SLOW_MS, UNANSWERED_MS } from './presses.ts'
import {
  ageOf,
  emptySession,
  type Input,
  PING_MS,
  QUIET_MS,
  type SessionState,
  STALE_MS,
  type Step,
  serverNow,
  step,
} from './session.ts'
import { pauseBefore } from './socket.ts'

const viewer: ViewerLine = {
  device: 'd',
  name: 'Desk',
  roles: ['caller'],
  person: null,
  department: null,
  place: null,
}

/** A section that says which run of the server it is of, and which frame. */
const marked = (boot: string, seq: number): Sections => ({
  keeping: { level: 'local', failing: boot, unknownEvents: seq },
})
const snapshot = (boot: string, seq: number): FromServer => ({
  t: 'snapshot',
  performance: 'p',
  boot,
  seq,
  sections: { ...marked(boot, seq), notes: { notes: [] } },
})
const frame = (prev: number, seq: number, boot = 'a'): FromServer => ({
  t: 'frame',
  prev,
  seq,
  sections: marked(boot, seq),
})
const welcome = (now: number): FromServer => ({
  t: 'welcome',
  protocol: PROTOCOL,
  viewer,
  now: instant(now),
})

const go: WireCommand = { name: 'cue.go', moment: 'm', move: 3 }
const note: WireCommand = { name: 'note.write', department: null, text: 'late' }
const answerStandby: WireCommand = {
  name: 'standby.acknowledge',
  moment: 'm',
  department: 'lx',
  channel: 'screen',
}
const half: WireCommand = { name: 'call.give', call: 'half', act: 1 }

/** A device in a test's hands. */
class Device {
  state: SessionState = emptySession
  readonly sent: FromDevice[] = []
  hungUp = 0
  feed(input: Input): Step {
    const told = step(this.state, input)
    this.state = told.state
    this.sent.push(...told.send)
    if (told.hangUp) this.hungUp += 1
    return told
  }
  hear(message: FromServer, now: number): Step {
    return this.feed({ kind: 'message', message, now })
  }
  /** Connected and live at `now`, with no way to go. */
  live(now: number, boot = 'a', seq = 1): this {
    this.feed({ kind: 'opened', now })
    this.hear(welcome(now + 1_000_000), now)
    this.hear(snapshot(boot, seq), now)
    return this
  }
  press(id: string, command: WireCommand, now: number): this {
    this.feed({ kind: 'press', id, command, now })
    return this
  }
  commands(): readonly string[] {
    return this.sent.flatMap((message) => (message.t === 'command' ? [message.id] : []))
  }
  outcome(id: string): string | undefined {
    return this.state.presses.find((press) => press.id === id)?.outcome?.kind
  }
}

describe('what a device holds', () => {
  test('LINK-1: a device greets with what it has seen and is live when it has been answered', () => {
    const device = new Device()
    device.feed({ kind: 'opened', now: 0 })
    expect(device.sent).toEqual([{ t: 'hello', protocol: PROTOCOL, seen: null }])
    device.hear(welcome(5), 1)
    expect(device.state.connection).toBe('greeting')
    device.hear(snapshot('a', 4), 2)
    expect(device.state.connection).toBe('live')
    device.feed({ kind: 'closed', now: 3 })
    expect(device.state.connection).toBe('offline')
    device.feed({ kind: 'opened', now: 4 })
    expect(device.sent.at(-1)).toEqual({
      t: 'hello',
      protocol: PROTOCOL,
      seen: { performance: 'p', boot: 'a', seq: 4 },
    })
    device.hear(frame(4, 4), 5)
    expect(device.state.connection).toBe('live')
  })

  test('LINK-2: a frame after a gap is not shown, and everything is asked for once', () => {
    const device = new Device().live(0, 'a', 4)
    const before = device.state.sections
    device.hear(frame(5, 6), 10)
    expect(device.state.sections).toBe(before)
    expect(device.state.connection).toBe('greeting')
    expect(device.sent.at(-1)).toEqual({ t: 'hello', protocol: PROTOCOL, seen: null })
    const asked = device.sent.length
    device.hear(frame(6, 7), 11)
    expect(device.sent.length).toBe(asked)
    expect(device.state.sections).toBe(before)
    device.hear(snapshot('a', 7), 12)
    expect(device.state).toMatchObject({ connection: 'live', sections: marked('a', 7) })
  })

  test('LINK-3: a frame heard twice changes nothing', () => {
    const device = new Device().live(0, 'a', 4)
    device.hear(frame(4, 5), 10)
    const { sections, seen } = device.state
    device.hear(frame(4, 5), 11)
    device.hear(frame(1, 3), 12)
    expect(device.state).toMatchObject({ sections, seen, connection: 'live' })
  })

  test('LINK-4: a snapshot of another run leaves nothing of the one before', () => {
    const device = new Device().live(0, 'a', 9)
    device.hear(
      { t: 'snapshot', performance: 'p', boot: 'b', seq: 0, sections: { script: { lines: [] } } },
      5,
    )
    expect(device.state.sections).toEqual({ script: { lines: [] } })
    expect(device.state.seen).toEqual({ performance: 'p', boot: 'b', seq: 0 })
  })

  test('LINK-4, LINK-2, LINK-3: whatever the line does, a live device shows one moment of one run', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(2)), { maxLength: 120 }), (moves) => {
        const device = new Device()
        const house = new House(device)
        for (const [what, which] of moves) {
          house.move(what, which)
          if (device.state.connection !== 'live') continue
          const { seen, sections } = device.state
          expect(sections).toEqual(house.history.get(`${seen?.boot} ${seen?.seq}`))
        }
      }),
    )
  })

  test('LINK-5: who is signed off or not paired keeps nothing and tries no further', () => {
    const device = new Device().live(0)
    device.hear({ t: 'bye', why: 'revoked', sentence: 'Signed off.' }, 5)
    expect(device.state).toMatchObject({ connection: 'stopped', sections: {}, seen: null, viewer: null })
    expect(device.hungUp).toBe(1)
    device.feed({ kind: 'closed', now: 6 })
    expect(device.state.connection).toBe('stopped')
    const stranger = new Device()
    stranger.feed({ kind: 'not-paired', now: 0 })
    expect(stranger.state).toMatchObject({ connection: 'stopped', sections: {} })
  })
})

/** A server whose frames may be lost or doubled, which restarts, and which answers a greeting as the hub does. */
class House {
  readonly history = new Map<string, Sections>()
  readonly #device: Device
  #boot = 0
  #seq = 0
  #now = 0
  #sent = 0
  #sections: Sections = {}
  #lost: FromServer[] = []

  constructor(device: Device) {
    this.#device = device
    this.#change(0)
  }

  move(what: number, which: number): void {
    this.#now += 50
    if (what <= 3) this.#publish(which)
    else if (what === 4) this.#lost.push(...this.#frames(which))
    else if (what === 5) this.#say(this.#lost.at(-1))
    else if (what === 6) this.#connect()
    else if (what === 7) this.#device.feed({ kind: 'closed', now: this.#now })
    else if (what === 8) this.#restart()
    else this.#device.feed({ kind: 'tick', now: this.#now })
  }

  #change(which: number): void {
    this.#seq += 1
    const part: Sections[] = [
      marked(`run ${this.#boot}`, this.#seq),
      {
        notes: {
          notes: [{ seq: this.#seq, at: instant(this.#boot), department: null, item: null, text: '' }],
        },
      },
      { script: { lines: [] }, ...marked(`both ${this.#boot}`, this.#seq) },
    ]
    this.#sections = { ...this.#sections, ...part[which] }
    this.history.set(`${this.#boot} ${this.#seq}`, this.#sections)
  }

  #frames(which: number): FromServer[] {
    const before = this.#sections
    this.#change(which)
    const changed = Object.fromEntries(
      Object.entries(this.#sections).filter(([name, value]) => before[name as keyof Sections] !== value),
    )
    const told: FromServer = { t: 'frame', prev: this.#sent, seq: this.#seq, sections: changed }
    this.#sent = this.#seq
    return [told]
  }

  #publish(which: number): void {
    for (const told of this.#frames(which)) this.#say(told)
  }

  #say(message: FromServer | undefined): void {
    if (message === undefined || this.#device.state.connection === 'offline') return
    const { send } = this.#device.hear(message, this.#now)
    for (const one of send) if (one.t === 'hello') this.#welcome(one)
  }

  #connect(): void {
    if (this.#device.state.connection !== 'offline') this.#device.feed({ kind: 'closed', now: this.#now })
    // What was lost belonged to the old connection.
    this.#lost = []
    const { send } = this.#device.feed({ kind: 'opened', now: this.#now })
    for (const one of send) if (one.t === 'hello') this.#welcome(one)
  }

  #welcome({ seen }: Extract<FromDevice, { t: 'hello' }>): void {
    this.#device.hear(welcome(this.#now), this.#now)
    const boot = String(this.#boot)
    const known = seen !== null && seen.boot === boot && seen.seq === this.#seq
    this.#sent = this.#seq
    if (known) this.#say({ t: 'frame', prev: this.#seq, seq: this.#seq, sections: {} })
    else this.#say({ t: 'snapshot', performance: 'p', boot, seq: this.#seq, sections: this.#sections })
  }

  #restart(): void {
    this.#device.feed({ kind: 'closed', now: this.#now })
    this.#lost = []
    this.#boot += 1
    this.#seq = 0
    this.#sections = {}
    this.#change(0)
  }
}

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

  test('LINK-9: a note waits for ever, an answer or a call for a minute', () => {
    const device = new Device().press('n', note, 0).press('a', answerStandby, 0).press('c', half, 0)
    device.feed({ kind: 'tick', now: KEPT_MS - 1 })
    expect([device.outcome('a'), device.outcome('c')]).toEqual([undefined, undefined])
    device.feed({ kind: 'tick', now: KEPT_MS })
    expect([device.outcome('a'), device.outcome('c')]).toEqual(['not-sent', 'not-sent'])
    device.feed({ kind: 'tick', now: 100 * KEPT_MS })
    expect(device.outcome('n')).toBeUndefined()
    device.live(100 * KEPT_MS + 1)
    expect(device.commands()).toEqual(['n'])
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

describe('time and age', () => {
  const pong = (at: number, now: number): FromServer => ({
    t: 'pong',
    at,
    receivedAt: instant(now),
    sentAt: instant(now),
  })

  test('LINK-13: three seconds without being known to be current is stale', () => {
    const device = new Device()
    expect(device.state.stale).toBe(true)
    device.live(0)
    expect(device.state.stale).toBe(false)
    device.hear(pong(900, 1_000), 1_000)
    // Counted from when it was asked: the answer may have been long on its way.
    device.feed({ kind: 'tick', now: 900 + STALE_MS - 1 })
    expect(device.state.stale).toBe(false)
    device.feed({ kind: 'tick', now: 900 + STALE_MS })
    expect(device.state.stale).toBe(true)
    expect(ageOf(device.state, 900 + STALE_MS)).toBe(STALE_MS)
    device.hear(frame(1, 2), 4_000)
    expect(device.state.stale).toBe(true)
    device.hear(pong(5_000, 5_001), 5_001)
    expect(device.state.stale).toBe(false)
    // After a gap the device hears, and still does not know.
    device.hear(frame(90, 91), 5_100)
    device.hear(pong(8_200, 8_201), 8_201)
    device.feed({ kind: 'tick', now: 8_201 })
    expect(device.state.stale).toBe(true)
  })

  test('LINK-14: the server’s time is within half the quickest round trip', () => {
    const exchange = fc.record({
      sentAt: fc.nat(10_000),
      there: fc.nat(400),
      thinking: fc.nat(50),
      back: fc.nat(400),
    })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 41 }),
        fc.array(exchange, { minLength: 1, maxLength: 40 }),
        (offset, all) => {
          const samples = all.reduce<ReturnType<typeof withSample>>((kept, one) => {
            const serverReceivedAt = one.sentAt + one.there + offset
            const serverSentAt = serverReceivedAt + one.thinking
            const backAt = one.sentAt + one.there + one.thinking + one.back
            return withSample(kept, sampleOf({ sentAt: one.sentAt, backAt, serverReceivedAt, serverSentAt }))
          }, [])
          const best = bestSample(samples)
          expect(samples.length).toBe(Math.min(all.length, SAMPLES_MAX))
          expect(best).not.toBeNull()
          if (!best) return
          expect(Math.abs(best.offset - offset)).toBeLessThanOrEqual(best.error)
          expect(best.error).toBe(Math.min(...samples.map((one) => one.error)))
        },
      ),
    )
  })

  test('LINK-14: a clock that was set is believed at the next exchange', () => {
    const device = new Device().live(0)
    device.hear(pong(1_000, 1_001_001), 1_002)
    expect(serverNow(device.state, 2_000)).toBe(1_002_000)
    device.hear(pong(2_000, 5_002_150), 2_300)
    expect(serverNow(device.state, 2_300)).toBe(5_002_300)
  })

  test('LINK-15: a connection that says nothing for eight seconds is given up', () => {
    const device = new Device().live(0)
    device.feed({ kind: 'tick', now: QUIET_MS - 1 })
    expect(device.hungUp).toBe(0)
    device.feed({ kind: 'tick', now: QUIET_MS })
    expect(device.hungUp).toBe(1)
  })

  test('LINK-16: the pauses grow to a bound and differ', () => {
    const longest = Array.from({ length: 20 }, (_, attempt) => pauseBefore(attempt, 1))
    expect(longest).toEqual(longest.toSorted((a, b) => a - b))
    expect(longest.at(-1)).toBe(5_000)
    fc.assert(
      fc.property(fc.nat(100_000), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, dice) => {
        const pause = pauseBefore(attempt, dice)
        expect(pause).toBeGreaterThanOrEqual(100)
        expect(pause).toBeLessThanOrEqual(5_000)
      }),
    )
    expect(pauseBefore(3, 0.2)).not.toBe(pauseBefore(3, 0.8))
  })

  test('LINK-17: a quiet connection is asked once a second, and nothing is drawn for it', () => {
    const device = new Device().live(0)
    device.feed({ kind: 'tick', now: PING_MS })
    const before = device.state
    const asked = device.sent.filter((message) => message.t === 'ping').length
    for (let now = PING_MS + 100; now < 2 * PING_MS; now += 100) device.feed({ kind: 'tick', now })
    expect(device.state).toBe(before)
    expect(device.sent.filter((message) => message.t === 'ping').length).toBe(asked)
  })

  test('LINK-20: the greeting carries the version of the wire', () => {
    const device = new Device()
    device.feed({ kind: 'opened', now: 0 })
    expect(device.sent[0]).toMatchObject({ t: 'hello', protocol: PROTOCOL })
  })
})
