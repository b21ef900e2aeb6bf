// A device in a test's hands: the real session, fed by hand.

import { instant } from '../../src/core/kit/time.ts'
import { emptySession, type Input, type SessionState, type Step, step } from '../../src/web/link/session.ts'
import type { FromDevice, FromServer, Sections, ViewerLine, WireCommand } from '../../src/wire/messages.ts'
import { PROTOCOL } from '../../src/wire/protocol.ts'

const viewer: ViewerLine = {
  device: 'd',
  name: 'Desk',
  roles: ['caller'],
  person: null,
  department: null,
  place: null,
  sentTo: null,
}

/** A section that says which run of the server it is of, and which frame. */
export const marked = (boot: string, seq: number): Sections => ({
  keeping: { level: 'local', failing: boot, unknownEvents: seq },
})
export const snapshot = (boot: string, seq: number): FromServer => ({
  t: 'snapshot',
  performance: 'p',
  boot,
  seq,
  sections: { ...marked(boot, seq), notes: { notes: [] } },
})
export const frame = (prev: number, seq: number, boot = 'a'): FromServer => ({
  t: 'frame',
  prev,
  seq,
  sections: marked(boot, seq),
})
export const welcome = (now: number): FromServer => ({
  t: 'welcome',
  protocol: PROTOCOL,
  viewer,
  now: instant(now),
})

export class Device {
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
