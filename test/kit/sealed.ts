// Devices that seal and open notes as the browser does, against the real server; and a show with a first-aider in it.

import { randomUUID } from 'node:crypto'
import type { RoleName } from '../../src/core/disclosure/policy.ts'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'
import { noCovers } from '../../src/core/show/competence.ts'
import type { Show } from '../../src/core/show/show.ts'
import type { Note } from '../../src/core/vault/note.ts'
import { newCode, openByCode } from '../../src/sealing/code.ts'
import { openNote, openWrapped, sealNote, wrapFor } from '../../src/sealing/sealed-note.ts'
import { handedTo, openTold } from '../../src/sealing/telling.ts'
import { newDeviceKeys, publicKeyOf } from '../../src/sealing/to-device.ts'
import {
  type AskAnswer,
  type DutyAnswer,
  type KeeperTold,
  type KeepingAnswer,
  type OwnAnswer,
  readKeeperTold,
} from '../../src/wire/vault.ts'
import { aViewer } from './nights.ts'
import type { Reply, ServedHouse } from './served-house.ts'
import { readCookie } from './served-house.ts'
import { sightingShow } from './sighting-show.ts'

/** Dot is a first-aider in date; Sal manages the stage. */
export const sealedShow: Show = {
  ...sightingShow,
  covers: {
    ...noCovers,
    certificates: [{ person: id<'person'>('dot'), what: 'First aid', until: '2099-12-31' }],
  },
}

export const noteOf = (text: string): Note => ({
  fields: { allergies: { text, audience: 'responders', confirmedAt: Date.now() } },
  keepers: [],
})

export class SealedDevice {
  readonly #house: ServedHouse
  readonly cookie: string
  readonly person: string | null
  readonly keys: CryptoKeyPair
  readonly key: string
  readonly code = newCode()

  constructor(
    house: ServedHouse,
    cookie: string,
    person: string | null,
    own: { keys: CryptoKeyPair; key: string },
  ) {
    this.#house = house
    this.cookie = cookie
    this.person = person
    this.keys = own.keys
    this.key = own.key
  }

  get device(): string {
    return readCookie(this.cookie).device
  }

  post(path: string, body: unknown): Promise<Reply> {
    const headers = { 'content-type': 'application/json', cookie: this.cookie }
    return this.#house.ask(`/api/sealed/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  }

  /** `as`: what the server answers with, in these tests. */
  async told<T>(path: string, body: unknown): Promise<T> {
    const reply = await this.post(path, body)
    if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${reply.text}`)
    return JSON.parse(reply.text) as T
  }

  own = (): Promise<OwnAnswer> => this.told('own', { key: this.key })
  duty = (): Promise<DutyAnswer> => this.told('duty', { key: this.key })
  ask = (person: string, share: string | null = null): Promise<Reply> =>
    this.post('ask', { person, key: this.key, share })
  asked = async (person: string, share: string | null = null): Promise<AskAnswer> =>
    JSON.parse((await this.ask(person, share)).text) as AskAnswer

  async leave(note: Note, keeperKeys: readonly string[] = []): Promise<void> {
    const { duty, person } = await this.own()
    const made = await sealNote(note, { person, code: this.code, keeperKeys })
    if (!made) throw new Error('too long')
    const wraps = []
    for (const one of duty) {
      // As the page does: a device whose key is none gets nothing.
      const sealed = await wrapFor(one, { note, key: made.key, person })
      if (sealed !== null) wraps.push({ device: one.device, sealed })
    }
    await this.told('keep', { sealed: made.sealed, telling: made.telling, wraps })
  }

  /** What they left, as their own page reads it. */
  async reads(): Promise<Note> {
    const { sealed, person } = await this.own()
    const key = await openByCode(sealed.byCode, this.code, person)
    const note = key && (await openNote(sealed, key, person))
    if (!note) throw new Error('nothing opens')
    return note
  }

  keeping = (): Promise<KeepingAnswer> => this.told('keeping', { key: this.key })
  /** As the page of whoever was chosen finds it. */
  async keeperTold(): Promise<readonly KeeperTold[]> {
    const { slots, told } = await this.keeping()
    const opened = await openTold(await handedTo(this.keys, slots), told)
    return opened.flatMap((text) => readKeeperTold(text) ?? [])
  }

  /** What can be opened here of what this device was lent. */
  async opens(person: string): Promise<Note | null> {
    const { people, device } = await this.duty()
    const lent = people.find((one) => one.person === person)
    return lent ? openWrapped(this.keys, { ...lent, device }) : null
  }

  opening(person: string, incident: string | null, parts: object = {}) {
    const said = { id: `opening-${randomUUID()}`, person, incident, how: 'one-hold', fields: ['allergies'] }
    return { sentAt: Date.now(), said: [{ ...said, madeAt: Date.now(), offline: false, ...parts }] }
  }
}

export async function sealedDevice(
  house: ServedHouse,
  roles: readonly RoleName[],
  person: string | null = null,
): Promise<SealedDevice> {
  const keys = await newDeviceKeys()
  const cookie = await house.pair({
    roles,
    person: person === null ? null : id(person),
    name: `${person ?? roles[0]}’s`,
  })
  return new SealedDevice(house, cookie, person, { keys, key: await publicKeyOf(keys) })
}

/** In or out, by stage management’s word. */
export async function signs(house: ServedHouse, person: string, as: 'in' | 'out'): Promise<void> {
  const owner = house.server.stage.night()?.owner
  const who = id<'person'>(person)
  const command =
    as === 'in'
      ? ({ name: 'sign.in', person: who } as const)
      : ({ name: 'sign.out', who: { person: who } } as const)
  const by = aViewer('SM', { person: 'sal' })
  const answer = await owner?.submit({ id: randomUUID(), by, madeAt: instant(Date.now()), command })
  if (!answer?.ok) throw new Error(JSON.stringify(answer))
}

/** Somebody is down, and it is written down who. */
export async function incidentAbout(
  house: ServedHouse,
  device: SealedDevice,
  person: string | null,
  more: readonly object[] = [],
): Promise<string> {
  const incident = `incident-${randomUUID()}`
  const whats = [
    { kind: 'opened', place: null, how: 'hold' },
    ...(person === null ? [] : [{ kind: 'names', who: person }]),
    ...more,
  ]
  await writes(house, device, incident, whats)
  return incident
}

export async function writes(
  house: ServedHouse,
  { cookie }: SealedDevice,
  incident: string,
  whats: readonly object[],
): Promise<void> {
  const said = whats.map((what) => ({
    ...{ id: `said-${randomUUID()}`, incident, drill: false, madeAt: Date.now(), happened: null },
    ...{ evidence: 'pressed', certainty: 'certain', what },
  }))
  const headers = { 'content-type': 'application/json', cookie }
  const body = JSON.stringify({ sentAt: Date.now(), device: 'a-device-of-a-test', said })
  const reply = await house.ask('/api/incident', { method: 'POST', headers, body })
  if (reply.status !== 200) throw new Error(reply.text)
}

/** A device that is paired already and has a cookie, as one that seals. */
export async function asSealing(
  house: ServedHouse,
  cookie: string,
  person: string | null,
): Promise<SealedDevice> {
  const keys = await newDeviceKeys()
  return new SealedDevice(house, cookie, person, { keys, key: await publicKeyOf(keys) })
}
