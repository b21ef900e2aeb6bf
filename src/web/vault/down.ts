// The incident that a note is opened in, as this device has it written down: which it is, whom it names, who commands.

import type { Said, What } from '../../core/incident/record.ts'
import { id } from '../../core/kit/ids.ts'
import type { FieldName, Note } from '../../core/vault/note.ts'
import { openWrapped } from '../../sealing/sealed-note.ts'
import type { DutyAnswer, DutyPerson } from '../../wire/vault.ts'
import { keepBringing, noteOpening } from '../incident/openings.ts'
import { ownShelf } from '../incident/own-shelf.ts'
import { freshId, isOpen, keep, ofCurrent, readKept, write } from '../incident/store.ts'

/** This device’s own, else the newest that the house knows of. */
export function openIncident({ incidents }: DutyAnswer): string | null {
  const kept = readKept(ownShelf())
  return isOpen(kept, false, Date.now()) ? (kept.current?.id ?? null) : (incidents[0]?.id ?? null)
}

const said = (): readonly Said[] => ofCurrent(readKept(ownShelf()))

export const hasCommand = (name: string): boolean =>
  said().some(
    ({ what }) =>
      what.kind === 'function' && what.name === 'commander' && what.step === 'taken' && what.who === name,
  )

/** Into the one that is open here; where that is only the house’s, it is this device’s from now on. */
function writeDown(incident: string, what: What): void {
  const shelf = ownShelf()
  const kept = readKept(shelf)
  const here =
    kept.current?.id === incident
      ? kept
      : { ...kept, current: { id: id<'incident'>(incident), drill: false } }
  const written = write(here, what, { drill: false, now: Date.now() })
  if (written !== null) keep(shelf, written)
}

export const takeCommand = (incident: string, who: string): void =>
  writeDown(incident, { kind: 'function', name: 'commander', step: 'taken', who })

export type Opened = { readonly kept: false } | { readonly kept: true; readonly note: Note | null }

/** Written down first; only then anything is opened. `fields`: of a second press, what that showed. */
export async function openHere(
  { person, sealed, wrap }: DutyPerson,
  {
    incident,
    keys,
    device,
    reached,
  }: {
    readonly incident: string
    readonly keys: CryptoKeyPair
    readonly device: string
    readonly reached: boolean
  },
): Promise<Opened> {
  const named = said().some(({ what }) => what.kind === 'names' && what.who === person)
  if (!named) writeDown(incident, { kind: 'names', who: person })
  if (!noteOf(person, { incident, fields: [], offline: !reached })) return { kept: false }
  return { kept: true, note: await openWrapped(keys, { sealed, wrap, person, device }) }
}

export function noteOf(
  person: string,
  {
    incident,
    fields,
    offline,
  }: { readonly incident: string; readonly fields: readonly FieldName[]; readonly offline: boolean },
): boolean {
  const opening = {
    id: `opening-${freshId()}`,
    person: id<'person'>(person),
    incident,
    how: 'one-hold',
  } as const
  const isKept = noteOpening(ownShelf(), {
    ...opening,
    fields,
    madeAt: Date.now(),
    offline: offline || !navigator.onLine,
  })
  if (isKept) bringing()
  return isKept
}

let rounds: ReturnType<typeof keepBringing> | null = null

/** From now on for as long as the page is open. */
export function bringing(): void {
  rounds?.end()
  rounds = keepBringing(ownShelf())
}
