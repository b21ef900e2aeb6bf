// What others wrote of the same incident, from the house while that is there; without it this device's own lines stand alone.

import type { IncidentRecord } from '../../core/incident/record.ts'
import type { IncidentTold } from '../../wire/incident.ts'
import { askHouse, keepRounds, type Rounds } from './rounds.ts'
import { isOpen, readKept, type Shelf } from './store.ts'

/** As often as the house is asked what else was written. */
export const ASKS_MS = 2_000

/** `records`: of all devices, those of this one that the house has too. */
export type Others = Pick<IncidentTold, 'open' | 'sheets' | 'stop'> & {
  readonly records: readonly IncidentRecord[]
}
export const nobodyElse: Others = { open: [], sheets: [], stop: null, records: [] }

export type Ask = (body: string) => Promise<IncidentTold | 'not-ours' | null>

/** `not-ours`: this device is nobody's; it is asked no more until it is opened again. */
const askOthers: Ask = async (body) => {
  const said = await askHouse('/api/incident/whole', body)
  if (said === null) return null
  // `as`: written by the same build; a house of another kind has answered with another status.
  if (said.status === 200) return said.value as IncidentTold
  // A house that is just closing, or opening, is asked again.
  return said.status === 401 ? 'not-ours' : null
}

type Asking = { readonly shelf: Shelf; readonly drill: boolean; readonly heard: (others: Others) => void }

/** Goes on for as long as the card is open. */
export const keepAsking = (asking: Asking): Rounds => keepRounds(roundsOf(asking))

/** Each says after how long there is another; null: this device is nobody's, or is not asked again. */
export function roundsOf(
  { shelf, drill, heard }: Asking,
  ask: Ask = askOthers,
): (isOver: () => boolean) => Promise<number | null> {
  let [seen, about, held] = [null as number | null, '', nobodyElse]
  return async (isOver) => {
    const kept = readKept(shelf)
    const incident = isOpen(kept, drill, Date.now()) ? (kept.current?.id ?? null) : null
    if (about !== (incident ?? '')) [seen, about, held] = [null, incident ?? '', { ...held, records: [] }]
    const told = await ask(JSON.stringify({ incident, drill, seen }))
    if (told === 'not-ours') return null
    if (isOver() || told === null) return ASKS_MS
    if (told.records !== null) seen = told.seq
    held = { open: told.open, sheets: told.sheets, stop: told.stop, records: told.records ?? held.records }
    heard(held)
    return ASKS_MS
  }
}
