// Notices, permissions and calls as the house keeps them: a stream of their own, opened once somebody needs it.

import type { Viewer } from '../../core/disclosure/policy.ts'
import { functionsOf } from '../../core/incident/functions.ts'
import type { Incident } from '../../core/incident/incident.ts'
import { isStoodDown } from '../../core/incident/order.ts'
import type { FunctionName } from '../../core/incident/record.ts'
import type { Asked, Facts, NoticeCommand } from '../../core/notice/commands.ts'
import { contactsOverdue } from '../../core/notice/contacts.ts'
import { applyNotice, decideNotice } from '../../core/notice/notice.ts'
import { type NoticeSection, noticeSection } from '../../core/notice/section.ts'
import { emptyNotices, type NoticeState } from '../../core/notice/state.ts'
import type { Country, Person, PersonId } from '../../core/show/show.ts'
import { namesPerson } from '../../core/vault/may-open.ts'
import type { Clock } from '../clock/clock.ts'
import { type Log, NOTICE_STREAM, type StoredEvent } from '../log/log.ts'
import { type Owner, type OwnerAnswer, startOwner } from '../owner/owner.ts'
import { forget } from '../vault/forget.ts'

export type NoticeHouse = {
  readonly people: readonly Person[]
  readonly timeZone: string
  readonly country: Country
  /** What the person of a device, or the device, is called: as a function may have been given to them. */
  readonly namesOf: (viewer: Viewer) => readonly string[]
  /** None of a drill. */
  readonly incidents: readonly Incident[]
}

export type NoticesOptions = {
  readonly log: Log
  readonly clock: Clock
  readonly freshId: () => string
  readonly house: () => NoticeHouse | Promise<NoticeHouse>
}

export type Notices = {
  section(viewer: Viewer): Promise<NoticeSection | null>
  take(command: Asked, by: Viewer): Promise<OwnerAnswer>
  house(): Promise<NoticeHouse>
  close(): Promise<void>
}

type Kept = Owner<NoticeState, NoticeCommand>

export const openNotices = (options: NoticesOptions): Notices => new HouseNotices(options)

class HouseNotices implements Notices {
  readonly #options: NoticesOptions
  #record: Promise<Kept> | null = null

  constructor(options: NoticesOptions) {
    this.#options = options
  }

  async house(): Promise<NoticeHouse> {
    return this.#options.house()
  }

  #owner(): Promise<Kept> {
    this.#record ??= this.#open()
    return this.#record
  }

  #open(): Promise<Kept> {
    return startOwner<NoticeState, NoticeCommand>(this.#options.log, this.#options.clock, {
      ...{ stream: NOTICE_STREAM, projector: 'notices@2', empty: emptyNotices },
      apply: applyNotice,
      decide: decideNotice,
      // Who it was lies in the part that can be erased.
      authorOf: (_command, { device }) => device,
    })
  }

  /** A house in which nobody wrote one has no stream of them, however often its screens ask. */
  async #state(): Promise<NoticeState> {
    if (this.#record === null) {
      const { seq } = await this.#options.log.head(NOTICE_STREAM)
      if (seq === 0) return emptyNotices
    }
    return (await this.#owner()).state()
  }

  async section(viewer: Viewer): Promise<NoticeSection | null> {
    const house = await this.house()
    const now = this.#options.clock.now()
    const overdue = contactsOverdue((await this.#state()).matters, now)
    if (overdue.length > 0) await this.#forgetContacts(overdue)
    const { timeZone } = house
    return noticeSection(await this.#state(), viewer, { ...factsOf(house, viewer, now), timeZone, now })
  }

  async take(asked: Asked, by: Viewer): Promise<OwnerAnswer> {
    const { clock, freshId } = this.#options
    const now = clock.now()
    const house = await this.house()
    const { textOf } = await import('./texts.ts')
    const text = textOf(asked, await this.#state(), house, now)
    const command: NoticeCommand = { ...asked, facts: { ...factsOf(house, by, now), text } }
    const answer = await (await this.#owner()).submit({ id: `notice:${freshId()}`, by, madeAt: now, command })
    if (answer.ok && asked.name === 'matter.close') await this.#forgetContacts([asked.matter])
    return answer
  }

  /** Their names and numbers leave the record itself. Whoever asks meanwhile waits for it. */
  async #forgetContacts(matters: readonly string[]): Promise<void> {
    const before = await this.#owner()
    const { log, clock } = this.#options
    const isTheirs = ({ type, body, detail }: StoredEvent) =>
      type === 'contact.added' && detail.state === 'kept' && matters.includes(matterIn(body))
    this.#record = (async () => {
      await before.close()
      await forget({ log, clock, stream: NOTICE_STREAM }, isTheirs)
      return this.#open()
    })()
    await this.#record
  }

  async close(): Promise<void> {
    if (this.#record !== null) await (await this.#record).close()
  }
}

const matterIn = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'matter' in body && typeof body.matter === 'string'
    ? body.matter
    : ''

function factsOf({ people, namesOf, incidents }: NoticeHouse, viewer: Viewer, now: number) {
  const names = namesOf(viewer)
  const holds = (name: FunctionName) => (person: PersonId) =>
    incidents.some(
      (one) =>
        !one.drill &&
        !isStoodDown(one) &&
        namesPerson(one, { person, at: now }) &&
        functionsOf(one.records)
          .find((line) => line.name === name)
          ?.holders.some(({ who }) => names.includes(who)) === true,
    )
  return {
    people: people.map(({ id, name, callName }) => ({ id, name, callName })),
    commands: holds('commander'),
    speaksFor: holds('family-contact'),
  } satisfies Omit<Facts, 'text'>
}
