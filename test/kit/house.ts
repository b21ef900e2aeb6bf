// A whole house without sockets: real stage and hub on a log in memory, screens that keep what they are sent.

import { expect } from 'vitest'
import type { RoleName } from '../../src/core/disclosure/policy.ts'
import { asViewer, type Post, theMachine } from '../../src/core/installation/installation.ts'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'
import { view } from '../../src/core/night/view.ts'
import type { Beat } from '../../src/core/presence/watching.ts'
import type { Show } from '../../src/core/show/show.ts'
import type { Plans } from '../../src/server/hub/drafts.ts'
import { type Hub, openHub } from '../../src/server/hub/hub.ts'
import type { Connection, Session } from '../../src/server/hub/session.ts'
import { openStage, type Stage } from '../../src/server/hub/stage.ts'
import { emptyShelf, openMemoryLog, type Shelf } from '../../src/server/log/memory.ts'
import type { Answer, FromDevice, FromServer, WireCommand } from '../../src/wire/messages.ts'
import { PROTOCOL } from '../../src/wire/protocol.ts'
import { type MoodyLog, moodyLog, settled, TestClock } from './server.ts'
import { littleShow } from './shows.ts'

export const hashOf = (secret: string): string => `hash of ${secret}`

/** Of every house of the tests: one that was opened again has the key it had. */
export const DOOR_KEY = 'a key beside the record'

export type TestHouse = {
  readonly shelf: Shelf
  readonly clock: TestClock
  readonly log: MoodyLog
  readonly stage: Stage
  readonly hub: Hub
  readonly boot: string
  /** A paired device of this post, not yet connected. */
  pair(name: string, post: Partial<Post> & { readonly roles: readonly RoleName[] }): Promise<void>
}

let boots = 0
let drawn = 0

/** Opens on what lies on the shelf; a show is published where nothing is planned yet. */
export async function openHouse(
  shelf: Shelf = emptyShelf(),
  show: Show | null = littleShow(),
  clock = new TestClock(),
  beat?: () => Beat,
  plans?: Plans,
): Promise<TestHouse> {
  const log = moodyLog(openMemoryLog({ shelf }))
  const freshId = () => {
    drawn += 1
    return `fresh-${drawn}`
  }
  const readShow = (text: string) => JSON.parse(text) as Show
  const stage = await openStage({ log, clock, readShow, goIntervalMs: 0, freshId })
  if (show && stage.night() === null) {
    await stage.plan(JSON.stringify(show), show, instant(clock.now() + 3_600_000), theMachine)
  }
  boots += 1
  const boot = `boot-${boots}`
  const freshSecret = () => {
    const secret = `secret-${freshId()}`
    return { secret, hash: hashOf(secret) }
  }
  const addresses = () => ['http://192.0.2.7:4444']
  const own = { doorKey: DOOR_KEY, addresses, beat, plans }
  const hub = openHub({ stage, clock, boot, freshId, freshSecret, ...own })
  const ask = (command: Parameters<Stage['installation']['submit']>[0]['command']) =>
    stage.installation.submit({ id: `ask-${freshId()}`, by: theMachine, madeAt: clock.now(), command })
  const pair: TestHouse['pair'] = async (name, parts) => {
    const device = id<'device'>(name)
    const post = { name: `the ${name}`, person: null, department: null, place: null, ...parts }
    await ask({ name: 'device.invite', device, linkHash: `link ${name}`, post })
    await ask({ name: 'device.pair', device, linkHash: `link ${name}`, secretHash: hashOf(name) })
  }
  return { shelf, clock, log, stage, hub, boot, pair }
}

/** A device's end of a connection: keeps every message, and what its sections add up to. */
export class TestScreen implements Connection {
  readonly #house: TestHouse
  readonly device: string
  readonly messages: FromServer[] = []
  readonly texts: string[] = []
  session: Session | null = null
  closed = false
  /** What the hub is told of bytes this device has not taken. */
  unread = 0
  sections: Record<string, unknown> = {}
  seen: { performance: string; boot: string; seq: number } | null = null
  /** What was sent that cannot be built on what was seen. */
  gaps = 0

  constructor(house: TestHouse, device: string) {
    this.#house = house
    this.device = device
  }

  /** Connects, without a word. */
  connect(secret = this.device): this {
    this.closed = false
    this.session = this.#house.hub.admit(this.device, hashOf(secret), this)
    return this
  }

  /** Connects and says hello, with what it has seen. */
  hello(seen = this.seen): this {
    if (this.session === null) this.connect()
    return this.say({ t: 'hello', protocol: PROTOCOL, seen })
  }

  say(message: FromDevice | string): this {
    const text = typeof message === 'string' ? message : JSON.stringify(message)
    if (this.session) this.#house.hub.receive(this.session, text)
    return this
  }

  leave(): this {
    if (this.session) this.#house.hub.leave(this.session)
    this.session = null
    return this
  }

  /** Presses and waits for what came of it. */
  async press(command: WireCommand, key = freshPress(), performance?: string): Promise<Answer | null> {
    const meant = performance === undefined ? {} : { performance }
    this.say({ t: 'command', id: key, madeAt: this.#house.clock.now(), command, ...meant })
    await settled()
    return this.answerTo(key)
  }

  answerTo(key: string): Answer | null {
    const found = this.messages.findLast((message) => message.t === 'answer' && message.id === key)
    return found?.t === 'answer' ? found.answer : null
  }

  /** Messages of one kind, in order. */
  all<T extends FromServer['t']>(kind: T): Extract<FromServer, { t: T }>[] {
    return this.messages.filter((message): message is Extract<FromServer, { t: T }> => message.t === kind)
  }

  sendPacked(parts: readonly string[]): void {
    this.send(parts.join(''))
  }

  send(text: string): void {
    this.texts.push(text)
    const message = JSON.parse(text) as FromServer
    this.messages.push(message)
    if (message.t === 'snapshot') {
      const { performance, boot, seq, sections } = message
      this.sections = { ...sections }
      this.seen = { performance, boot, seq }
    } else if (message.t === 'frame') {
      if (this.seen === null || message.prev > this.seen.seq || message.seq < message.prev) this.gaps += 1
      else this.seen = { ...this.seen, seq: message.seq }
      Object.assign(this.sections, message.sections)
    }
  }

  buffered(): number {
    return this.unread
  }

  close(): void {
    this.closed = true
    this.leave()
  }
}

export function freshPress(): string {
  drawn += 1
  return `press-${String(drawn).padStart(8, '0')}`
}

/** A screen on a bad line: what is sent waits until it is delivered, and is lost when the connection is. */
export class SlowScreen extends TestScreen {
  #waiting: string[] = []
  readonly #weight: number

  /** `weight`: bytes that each waiting message counts for. */
  constructor(house: TestHouse, device: string, weight: number) {
    super(house, device)
    this.#weight = weight
  }

  override send(text: string): void {
    this.#waiting.push(text)
  }

  override buffered(): number {
    return this.#waiting.length * this.#weight
  }

  override leave(): this {
    this.#waiting = []
    return super.leave()
  }

  deliver(count = this.#waiting.length): void {
    for (const text of this.#waiting.splice(0, count)) super.send(text)
  }
}

/** The house's company for tests: each a paired device that has said hello. */
export async function companyIn(house: TestHouse, ...names: string[]): Promise<TestScreen[]> {
  const posts: Readonly<Record<string, { roles: RoleName[]; department?: string; person?: string }>> = {
    desk: { roles: ['caller', 'SM'] },
    lx: { roles: ['dept'], department: 'lx' },
    snd: { roles: ['dept'], department: 'snd' },
    ann: { roles: ['perf'], person: 'ann' },
    bob: { roles: ['perf'], person: 'bob' },
    board: { roles: ['callboard'] },
    admin: { roles: ['admin'] },
  }
  const screens: TestScreen[] = []
  for (const name of names) {
    const { roles, department, person } = posts[name] ?? { roles: [] }
    await house.pair(name, {
      roles,
      department: department === undefined ? null : id<'department'>(department),
      person: person === undefined ? null : id<'person'>(person),
    })
    screens.push(new TestScreen(house, name).hello())
  }
  return screens
}

/** What the screen must show now: core's view, and the facts as they are told at a quiet moment. */
export function expectShown(house: TestHouse, screen: TestScreen): void {
  const device = house.stage.installation.state().devices.find((one) => one.id === screen.device)
  const night = house.stage.night()
  if (!device || !night) throw new Error('the device is paired and a performance is on')
  const { devices: _devices, keeping: _keeping, codes: _codes, choices: _choices, ...shown } = screen.sections
  const wanted = view(night.plan, night.owner.state(), asViewer(device), house.clock.now())
  expect(shown).toEqual(JSON.parse(JSON.stringify(wanted)))
  expect(screen.gaps).toBe(0)
}

/** GO on whatever is next. */
export const nextGo = (house: TestHouse): WireCommand => {
  const night = house.stage.night()
  const { next, move } = night?.owner.state().calling.desk ?? { next: 0, move: 0 }
  return { name: 'cue.go', moment: night?.plan.timeline.moments[next]?.id ?? '', move }
}
