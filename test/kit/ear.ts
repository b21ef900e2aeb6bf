// One role's device on a served night, which keeps every byte that it was ever sent; and the clock of that night.

import type { RoleName } from '../../src/core/disclosure/policy.ts'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'
import { systemClock } from '../../src/server/clock/clock.ts'
import type { Answer, WireCommand } from '../../src/wire/messages.ts'
import { departmentOf, mark, type PersonRole, personId, placeOf, rolesOfPeople } from './marked.ts'
import { RealSocket, type ServedHouse } from './served-house.ts'

/** Real time, and now and then half a minute of it at once. */
let skipped = 0
export const clock = {
  now: () => instant(systemClock.now() + skipped),
  sinceStart: () => systemClock.sinceStart() + skipped,
  after: systemClock.after,
  skip: (ms: number) => {
    skipped += ms
  },
}

/** One role's device: its cookie, its socket, and every byte it was ever sent. */
export class Ear {
  readonly role: RoleName
  readonly heard: string[] = []
  cookie = ''
  #socket: RealSocket | null = null

  constructor(role: RoleName) {
    this.role = role
  }

  get socket(): RealSocket {
    if (this.#socket === null) throw new Error(`${this.role} is connected`)
    return this.#socket
  }

  /** Comes in over HTTP, by a link as a person would. */
  async pair(house: ServedHouse): Promise<void> {
    const person = isPerson(this.role) ? id<'person'>(personId(this.role)) : null
    const department = departmentOf[this.role]
    const place = placeOf[this.role]
    const token = await house.invite({
      name: mark(`device ${this.role}`),
      roles: [this.role],
      person,
      department: department === undefined ? null : id<'department'>(department),
      place: place === undefined ? null : id<'place'>(place),
    })
    const { reply, cookie } = await house.join(token)
    this.heard.push(reply.text)
    this.cookie = cookie
    this.heard.push((await house.join(token)).reply.text)
  }

  async connect(house: ServedHouse, seenBefore: Parameters<RealSocket['hello']>[0] = null): Promise<void> {
    this.#socket = new RealSocket(house.server.port, { headers: { cookie: this.cookie } })
    await this.#socket.hello(seenBefore)
  }

  /** Presses, and again after a while where the device has used up its presses; every answer is heard. */
  async press(command: WireCommand, ageMs = 0): Promise<Answer> {
    for (;;) {
      const answer = await this.socket.press(command, clock.now() - ageMs)
      if (!isTooMany(answer)) return answer
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }

  /** Keeps what the socket was sent, and leaves. */
  async hangUp(): Promise<void> {
    const { socket } = this
    await socket.quiet().catch(() => undefined)
    await socket.close()
    this.heard.push(...socket.texts)
  }

  /** What this device has seen: the snapshot's names and the newest frame. */
  seen(): { performance: string; boot: string; seq: number } {
    let known = { performance: '', boot: '', seq: 0 }
    for (const message of this.socket.messages) {
      if (message.t === 'snapshot')
        known = { performance: message.performance, boot: message.boot, seq: message.seq }
      if (message.t === 'frame') known = { ...known, seq: message.seq }
    }
    return known
  }

  /** Every plain request there is, with its own cookie. */
  async askAll(house: ServedHouse): Promise<void> {
    const headers = { cookie: this.cookie }
    for (const path of [
      '/api/me',
      '/api/report',
      '/api/report?performance=1',
      '/api/statistics',
      '/api/covered',
      '/api/run-sheet',
      '/api/sheets',
      '/api/sign-in-sheet',
      '/api/health',
      '/',
      '/desk',
      '/nothing',
    ]) {
      const { text, headers: told } = await house.ask(path, { headers })
      this.heard.push(text, JSON.stringify(told))
    }
    this.heard.push((await house.join('nobody.secret')).reply.text)
  }
}

export const isTooMany = (answer: Answer): boolean =>
  'failure' in answer && answer.failure.includes('Too many')
const isPerson = (role: RoleName): role is PersonRole => (rolesOfPeople as readonly string[]).includes(role)
