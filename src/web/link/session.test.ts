// The device's side of the link, against a server that restarts, loses frames and answers late.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Device, frame, marked, snapshot, welcome } from '../../../test/screens/device.ts'
import { instant } from '../../core/kit/time.ts'
import type { FromDevice, FromServer, Sections } from '../../wire/messages.ts'
import { PROTOCOL } from '../../wire/protocol.ts'
import { bestSample, SAMPLES_MAX, sampleOf, withSample } from './offset.ts'
import { ageOf, PING_MS, QUIET_MS, STALE_MS, serverNow } from './session.ts'
import { pauseBefore } from './socket.ts'

describe('what a device holds', () => {
  test('LINK-26: a device is who the server says it is from then on, and shows its name for as long as it is asked to', () => {
    const device = new Device().live(0)
    const { viewer } = device.state
    if (viewer === null) throw new Error('it was welcomed')
    const samples = device.state.samples
    device.hear({ t: 'you', viewer: { ...viewer, name: 'Wing', sentTo: 'board' } }, 5)
    expect(device.state.viewer).toMatchObject({ name: 'Wing', sentTo: 'board' })
    expect(device.state.samples).toBe(samples)
    device.hear({ t: 'identify', forMs: 1_000 }, 10)
    device.feed({ kind: 'tick', now: 1_009 })
    expect(device.state.namedUntil).toBe(1_010)
    device.feed({ kind: 'tick', now: 1_010 })
    expect(device.state.namedUntil).toBeNull()
  })

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
