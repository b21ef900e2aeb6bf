// Sealed notes: kept, handed to whom they were sealed for, asked for and erased. Nothing here can read one.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Viewer } from '../../core/disclosure/policy.ts'
import { incidentsSection } from '../../core/incident/open-lines.ts'
import { id } from '../../core/kit/ids.ts'
import { accepted, type Result, refused } from '../../core/kit/result.ts'
import { type Instant, instant } from '../../core/kit/time.ts'
import type { PersonId } from '../../core/show/show.ts'
import { LEASE_MS } from '../../core/vault/note.ts'
import {
  applyOpenings,
  decideOpenings,
  emptyOpenings,
  type OpeningSaid,
  type OpeningsCommand,
  type OpeningsState,
  type Way,
} from '../../core/vault/openings.ts'
import { openedOf, type Told, toldTo } from '../../core/vault/told.ts'
import type {
  DutyAnswer,
  DutyPerson,
  Exposure,
  KeepBody,
  KeepingAnswer,
  OpenedBody,
  OwnAnswer,
} from '../../wire/vault.ts'
import type { Clock } from '../clock/clock.ts'
import { type Log, VAULT_STREAM } from '../log/log.ts'
import { type Owner, type OwnerAnswer, startOwner } from '../owner/owner.ts'
import { eraseOverdue } from './away.ts'
import { addErased, readErased } from './erased.ts'
import { forgetPeople } from './forget.ts'
import { dutyAhead, dutyIn, nameIn, standingOf, type VaultHouse, viewerFor } from './house.ts'
import { type Keeping, openKeeping } from './keeping.ts'
import { listedFor, sealedTo } from './listed.ts'
import { openVaultStore, VAULT_FILE, type VaultStore } from './store.ts'

/** Made once for each person and device; some twenty kilobytes each. */
const BLANKS_MAX = 2_000

export type VaultOptions = {
  readonly dataDir: string
  readonly clock: Clock
  readonly log: Log
  readonly freshId: () => string
  readonly house: () => VaultHouse | Promise<VaultHouse>
}

export type Vault = {
  own(viewer: Viewer, key: string): Promise<Result<OwnAnswer>>
  keep(viewer: Viewer, body: KeepBody): Promise<Result<{ readonly kept: true }>>
  /** What was left is gone; what stands there now is nobody's. */
  remove(viewer: Viewer): Promise<Result<{ readonly removed: true }>>
  duty(viewer: Viewer, key: string): Promise<Result<DutyAnswer>>
  opened(viewer: Viewer, body: OpenedBody): Promise<OwnerAnswer>
  look(viewer: Viewer, opening: string): Promise<OwnerAnswer>
  told(viewer: Viewer): Promise<Told>
  /** For everybody with a device of their own, the same. */
  keeping(viewer: Viewer, key: string): Promise<Result<KeepingAnswer>>
  exposure(device: string): Promise<Exposure>
  /** For `asks.ts`: whose that is, by id or by name, and what stands there; that it was asked for or handed out. */
  handed(who: string): Promise<{ readonly person: string; readonly sealed: OwnAnswer['sealed'] } | null>
  wrote(viewer: Viewer, person: PersonId, how: Way): Promise<OwnerAnswer>
  keyOf(device: string): string | null
  enrol(viewer: Viewer, key: string): Promise<void>
  close(): Promise<void>
}

/** Read once somebody asks: a house where nobody does opens without it. */
const sealing = () => import('../../sealing/sealed-note.ts')
const telling = () => import('../../sealing/telling.ts')

export const openVault = async (options: VaultOptions): Promise<Vault> => {
  const vault = new HouseVault(options)
  await vault.begin()
  return vault
}

const notOwn = refused(
  'not-a-person',
  'This device is nobody’s own. Open this page on a phone that is paired for you.',
)
const notDuty = refused(
  'not-duty',
  'This device holds no sealed notes: first-aiders who are signed in, and whoever may take command, do.',
)

class HouseVault implements Vault {
  readonly #options: VaultOptions
  readonly #keeping: Keeping
  #store: VaultStore | null = null
  readonly #blanks = new Map<string, Omit<DutyPerson, 'person' | 'name'>>()
  #openings: Promise<Owner<OpeningsState, OpeningsCommand>> | null = null

  constructor(options: VaultOptions) {
    this.#options = options
    this.#keeping = openKeeping(options.clock)
  }

  /** Whatever was erased is erased before anybody is served, in whichever copy lies here now; what is overdue too. */
  async begin(): Promise<void> {
    const { dataDir, log, clock } = this.#options
    const erased = readErased(dataDir)
    if (erased.length > 0) {
      await forgetPeople(log, clock, new Map(erased.map(({ person, at }) => [person, at])))
      this.#eraseAgain(erased)
    }
    if (!existsSync(join(dataDir, VAULT_FILE))) return
    const { curtains, people } = await this.#options.house()
    eraseOverdue(this.#file(), { dataDir, now: clock.now(), curtains, people })
  }

  #eraseAgain(erased: ReturnType<typeof readErased>): void {
    const store = this.#file()
    const newest = Math.max(...erased.map(({ age }) => age))
    const before = store.age()
    if (before >= newest) return
    store.erase(erased.filter(({ age }) => age > before).map(({ person }) => person))
    store.raise(newest)
  }

  #file(): VaultStore {
    this.#store ??= openVaultStore(join(this.#options.dataDir, VAULT_FILE))
    return this.#store
  }

  /** Opened when it is first needed: a house without sealed notes has no stream of them. */
  #record(): Promise<Owner<OpeningsState, OpeningsCommand>> {
    this.#openings ??= startOwner<OpeningsState, OpeningsCommand>(this.#options.log, this.#options.clock, {
      ...{ stream: VAULT_STREAM, projector: 'openings@1', empty: emptyOpenings },
      apply: applyOpenings,
      decide: decideOpenings,
      // Who it was of lies in the part that can be erased.
      authorOf: (_command, { device }) => device,
    })
    return this.#openings
  }

  async #house(): Promise<VaultHouse> {
    const house = await this.#options.house()
    const store = this.#file()
    const there = new Set<string>(house.devices.map((one) => one.id))
    for (const { device } of store.devices()) if (!there.has(device)) store.forgetDevice(device)
    // For everybody at once, so that no row says when somebody first looked at their page.
    const held = new Set(store.people())
    const missing = house.people.filter((one) => !held.has(one.id))
    if (missing.length === 0) return house
    const notes = []
    const { nobodysNote } = await sealing()
    for (const { id: person } of missing) notes.push({ person, sealed: await nobodysNote(person) })
    store.addNotes(notes)
    return house
  }

  async keeping(viewer: Viewer, key: string): Promise<Result<KeepingAnswer>> {
    const house = await this.#house()
    if (viewer.person === null || !house.people.some((one) => one.id === viewer.person)) return notOwn
    await this.enrol(viewer, key)
    const [names, record] = [{ ...house, nameOf: nameIn(house) }, await this.#record()]
    const toTell = { people: house.people, openedOf: (who: PersonId) => openedOf(who, record.state(), names) }
    const answer = await this.#keeping(this.#file(), toTell)
    return accepted({ ...answer, timeZone: house.timeZone })
  }

  async enrol({ device }: Viewer, key: string): Promise<void> {
    if (this.keyOf(device) !== key) this.#file().enrol({ device, key })
  }

  keyOf(device: string): string | null {
    return (
      this.#file()
        .devices()
        .find((one) => one.device === device)?.key ?? null
    )
  }

  async own(viewer: Viewer, key: string): Promise<Result<OwnAnswer>> {
    const house = await this.#house()
    const { person, device } = viewer
    const sealed = person === null ? null : this.#file().note(person)
    if (person === null || sealed === null) return notOwn
    await this.enrol(viewer, key)
    const now = this.#options.clock.now()
    const enrolled = new Map(
      this.#file()
        .devices()
        .map((one) => [one.device, one.key]),
    )
    const ahead = house.devices.flatMap((one) => {
      const [as, held] = [dutyAhead(house, viewerFor(one), now), enrolled.get(one.id)]
      return as === null || held === undefined || one.person === person
        ? []
        : [{ duty: { device: one.id, name: one.name, key: held, as }, viewer: viewerFor(one) }]
    })
    const duty = sealedTo(ahead, ({ viewer: its }) => dutyIn(house, its, now) !== null).map((one) => one.duty)
    const keepers = house.devices.flatMap((one) => {
      const [who, held] = [house.people.find(({ id: known }) => known === one.person), enrolled.get(one.id)]
      return who && held !== undefined && who.id !== person
        ? [{ person: who.id, name: who.name, key: held }]
        : []
    })
    const { timeZone, begun } = house
    const told = await this.told(viewer)
    return accepted({ person, device, sealed, duty, keepers, told, timeZone, begun })
  }

  async keep(
    { person }: Viewer,
    { sealed, telling: made, wraps }: KeepBody,
  ): Promise<Result<{ readonly kept: true }>> {
    await this.#house()
    if (person === null || this.#file().note(person) === null) return notOwn
    const known = new Set(
      this.#file()
        .devices()
        .map(({ device }) => device),
    )
    this.#file().replace(
      person,
      { sealed, telling: made ?? (await (await telling()).nobodysTelling()) },
      wraps.filter(({ device }) => known.has(device)),
    )
    return accepted({ kept: true })
  }

  async remove({ person }: Viewer): Promise<Result<{ readonly removed: true }>> {
    await this.#house()
    if (person === null || this.#file().note(person) === null) return notOwn
    const { nobodysNote } = await sealing()
    const { nobodysTelling } = await telling()
    const nobodys = { sealed: await nobodysNote(person), telling: await nobodysTelling() }
    this.#file().replace(person, nobodys, [])
    return accepted({ removed: true })
  }

  async duty(viewer: Viewer, key: string): Promise<Result<DutyAnswer>> {
    const house = await this.#house()
    const { clock } = this.#options
    const now = clock.now()
    const as = dutyIn(house, viewer, now)
    if (as === null) return notDuty
    await this.enrol(viewer, key)
    const { device } = viewer
    const chosen = listedFor(house.people, house.isIn)
    const here = chosen.here.map((one) => one.id)
    await this.#wrapMissing(here, { device, key })
    const within = new Set<string>(here)
    const people: DutyPerson[] = []
    for (const { id: person, name } of chosen.listed) {
      const lent = within.has(person) ? this.#lent(person, device) : null
      people.push({ person, name, ...(lent ?? (await this.#blank(person, { device, key }))) })
    }
    const until = instant(now + LEASE_MS)
    const leases = here.map((person) => ({ person, until }))
    this.#file().lend(device, leases, now)
    const { open } = incidentsSection(house.incidents, now)
    const incidents = open.map(({ id: incident, at, place }) => ({ id: incident, at, place }))
    const name = nameIn(house)(viewer.person, device)
    const { timeZone } = house
    return accepted({
      device,
      as,
      name,
      now,
      until,
      people,
      incidents,
      told: await this.told(viewer),
      timeZone,
    })
  }

  #lent(person: string, device: string): Omit<DutyPerson, 'person' | 'name'> | null {
    const [sealed, wrap] = [this.#file().note(person), this.#file().wrap(person, device)]
    return sealed === null || wrap === null ? null : { sealed, wrap }
  }

  /** For whoever is not in: who is signed in is not this device’s to know, so everybody stands in its list alike. */
  async #blank(
    person: string,
    to: { readonly device: string; readonly key: string },
  ): Promise<Omit<DutyPerson, 'person' | 'name'>> {
    const name = `${person} ${to.key}`
    const known = this.#blanks.get(name)
    if (known) return known
    const { nobodysNote, nobodysWrap } = await sealing()
    const blank = { sealed: await nobodysNote(person), wrap: await nobodysWrap(to, person) }
    if (this.#blanks.size >= BLANKS_MAX) this.#blanks.clear()
    this.#blanks.set(name, blank)
    return blank
  }

  /** Whoever left nothing is sealed to this device as everybody is, to a key that nobody has. */
  async #wrapMissing(
    people: readonly string[],
    to: { readonly device: string; readonly key: string },
  ): Promise<void> {
    const store = this.#file()
    const missing = people.filter((person) => store.wrap(person, to.device) === null)
    if (missing.length === 0) return
    const { nobodysWrap } = await sealing()
    const wraps = []
    for (const person of missing)
      wraps.push({ person, device: to.device, sealed: await nobodysWrap(to, person) })
    store.addWraps(wraps)
  }

  async opened(viewer: Viewer, { sentAt, said }: OpenedBody): Promise<OwnerAnswer> {
    const house = await this.#house()
    const { clock } = this.#options
    const aheadMs = Math.round(sentAt - clock.now())
    const standing = standingOf(house, viewer, clock.now(), aheadMs)
    // `asked` and `two keepers` are the house's own words.
    const held = said.filter(({ how }) => how === 'one-hold')
    return this.#submit(viewer, {
      name: 'vault.record',
      said: held,
      aheadMs,
      standing,
    })
  }

  wrote(viewer: Viewer, person: PersonId, how: Way): Promise<OwnerAnswer> {
    const { clock, freshId } = this.#options
    const said: OpeningSaid = {
      id: freshId(),
      person,
      incident: null,
      how,
      fields: [],
      madeAt: clock.now(),
      offline: false,
    }
    return this.#submit(viewer, { name: 'vault.record', said: [said], aheadMs: 0, standing: () => null })
  }

  look(viewer: Viewer, opening: string): Promise<OwnerAnswer> {
    return this.#submit(viewer, { name: 'vault.look', opening })
  }

  async #submit(by: Viewer, command: OpeningsCommand): Promise<OwnerAnswer> {
    const { clock, freshId } = this.#options
    const record = await this.#record()
    return record.submit({ id: `vault:${freshId()}`, by, madeAt: clock.now(), command })
  }

  async told(viewer: Viewer): Promise<Told> {
    const house = await this.#house()
    const record = await this.#record()
    return toldTo(viewer, record.state(), { incidents: house.incidents, nameOf: nameIn(house) })
  }

  async exposure(device: string): Promise<Exposure> {
    const house = await this.#house()
    const name = nameIn(house)
    const held = this.#file().leases(device)
    return {
      held: held.map(({ person, until }) => ({
        name: name(id<'person'>(person), ''),
        until: instant(until),
      })),
    }
  }

  async handed(who: string): ReturnType<Vault['handed']> {
    const { people } = await this.#house()
    const said = who.toLowerCase()
    const found =
      people.find(({ id: person }) => person === who) ??
      people.find(({ name, callName }) => [name, callName].some((one) => one.toLowerCase() === said))
    const sealed = found ? this.#file().note(found.id) : null
    return found && sealed ? { person: found.id, sealed } : null
  }

  async close(): Promise<void> {
    if (this.#openings) await (await this.#openings).close()
    this.#store?.close()
  }
}

/** While no house keeps the record: by a command, on its owner's word. What of it is left in other copies is said. */
export async function eraseFor(
  { dataDir, log, clock }: Pick<VaultOptions, 'dataDir' | 'log' | 'clock'>,
  person: string,
): Promise<{ readonly entries: number }> {
  const at: Instant = clock.now()
  const store = openVaultStore(join(dataDir, VAULT_FILE))
  try {
    addErased(dataDir, [{ person, age: store.age() + 1, at }])
    store.erase([person])
    return { entries: await forgetPeople(log, clock, new Map([[person, at]])) }
  } finally {
    store.close()
  }
}
