// Telling keepers of openings: one answer for everybody, in which whoever was chosen finds what is theirs. Who that is nobody here knows.

import type { Person, PersonId } from '../../core/show/show.ts'
import type { KeeperLine } from '../../core/vault/told.ts'
import type { KeeperTold, KeepingAnswer } from '../../wire/vault.ts'
import type { Clock } from '../clock/clock.ts'
import type { Held, VaultStore } from './store.ts'

/** Slots are handed out as they were at most so long ago: nobody reads off them who changed their note today. */
export const SLOTS_MS = 24 * 3_600_000
/** What is told is sealed anew for everybody at once, and no oftener. */
export const TOLD_MS = 10 * 60_000
/** Of a name, so that there is room for one opening at the very least. */
const NAME_MAX = 40

type ToTell = {
  readonly people: readonly Person[]
  readonly openedOf: (person: PersonId) => readonly KeeperLine[]
}

type Store = Pick<VaultStore, 'tellings' | 'addTellings'>

export type Keeping = (store: Store, toTell: ToTell) => Promise<Pick<KeepingAnswer, 'slots' | 'told'>>

const sealing = () => import('../../sealing/telling.ts')

export function openKeeping(clock: Pick<Clock, 'now'>): Keeping {
  let slots: { readonly at: number; readonly all: readonly string[] } | null = null
  let told: { readonly at: number; readonly all: readonly string[] } | null = null
  return async (store, toTell) => {
    const now = clock.now()
    const tellings = await everybodys(store, toTell)
    if (slots === null || now - slots.at >= SLOTS_MS || now < slots.at)
      // In the order of drawn bytes: in no order of anybody’s.
      slots = { at: now, all: tellings.flatMap(({ telling }) => telling.slots).toSorted() }
    if (told === null || now - told.at >= TOLD_MS || now < told.at)
      told = { at: now, all: await sealed(tellings, toTell) }
    return { slots: slots.all, told: told.all }
  }
}

/** Made for everybody at once, also for whoever left a note before there were any. */
async function everybodys(store: Store, { people }: ToTell): Promise<readonly Held[]> {
  const held = new Set(store.tellings().map(({ person }) => person))
  const missing = people.filter(({ id }) => !held.has(id))
  if (missing.length === 0) return store.tellings()
  const { nobodysTelling } = await sealing()
  const added: Held[] = []
  for (const { id: person } of missing) added.push({ person, telling: await nobodysTelling() })
  store.addTellings(added)
  return store.tellings()
}

async function sealed(tellings: readonly Held[], { people, openedOf }: ToTell): Promise<readonly string[]> {
  const { sealTold } = await sealing()
  const all: string[] = []
  for (const { id, name } of people) {
    const held = tellings.find(({ person }) => person === id)
    const text = await fitting({ name, opened: openedOf(id), more: 0 })
    if (held) all.push(await sealTold(held.telling.key, text))
  }
  return all.toSorted()
}

/** The newest of them, as many as there is room for. */
async function fitting(told: KeeperTold): Promise<string> {
  const { TOLD_BYTES_MAX } = await sealing()
  const cut = (name: string) => name.slice(0, NAME_MAX)
  const all = told.opened.map((one) => ({ ...one, by: cut(one.by) }))
  for (let count = Math.min(all.length, 8); count > 0; count -= 1) {
    const opened = all.slice(0, count)
    const text = JSON.stringify({ name: cut(told.name), opened, more: all.length - count })
    if (new TextEncoder().encode(text).length < TOLD_BYTES_MAX) return text
  }
  return JSON.stringify({ name: cut(told.name), opened: [], more: 0 })
}
