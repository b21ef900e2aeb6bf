// Copies of the record, and the way back, as buttons: what `ghostlight backup` and `restore` do.

import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { may } from '../../core/disclosure/policy.ts'
import { type CopiesTold, type CopyHeld, copyAsks } from '../../wire/copies.ts'
import { numberCopy } from '../hub/copy-number.ts'
import type { Stage } from '../hub/stage.ts'
import { copiesIn, copyInto, heldIn } from '../keep/copies.ts'
import { KEPT_FOLDER } from '../keep/names.ts'
import { likelyPlaces } from '../keep/places.ts'
import { eventsAhead } from '../log/backup.ts'
import { taking } from './asked.ts'
import {
  type Deed,
  type Deeds,
  type OfficeAnswer,
  type OfficeRequest,
  refuse,
  refusedWith,
  said,
} from './deeds.ts'
import { isBusy } from './show-deeds.ts'

export type Keeping = {
  readonly stage: Stage
  /** The file of the record. */
  readonly record: string
  readonly version: string
  /** Closes the house, puts the copy back and opens again; null where nobody does that. */
  readonly restore: ((file: string, key: string) => void) | null
}

export const copyDeeds = (keeping: Keeping): Deeds => {
  const oneCopy = openTurn()
  return new Map<string, Deed>([
    [
      '/api/office/copies',
      { method: 'GET', takes: 'json', bytesMax: 0, run: (request) => ours(request, () => told(keeping)) },
    ],
    [
      '/api/office/copy',
      taking(copyAsks.copy, (request, { folder }) =>
        ours(request, () => copy(keeping, folder, { ...request, oneCopy })),
      ),
    ],
    [
      '/api/office/copy-look',
      taking(copyAsks['copy-look'], (request, { file }) => ours(request, () => look(keeping, file))),
    ],
    [
      '/api/office/copy-restore',
      taking(copyAsks['copy-restore'], (request, { file }) => ours(request, () => restore(keeping, file))),
    ],
  ])
}

/** One copy of a record at a time; null while one is on its way. */
type Turn = <T>(act: () => Promise<T>) => Promise<T> | null

function openTurn(): Turn {
  let busy = false
  return (act) => {
    if (busy) return null
    busy = true
    return act().finally(() => {
      busy = false
    })
  }
}

type Answering = OfficeAnswer | Promise<OfficeAnswer>

const ours = ({ viewer }: OfficeRequest, run: () => Answering): Answering =>
  may(viewer, 'copy the record')
    ? run()
    : { ...refuse('not-yours', 'A stage manager takes copies of the record.'), status: 403 }

/** Never while a show is on: whoever calls would call into nothing. */
function whyClosed({ stage, restore }: Keeping): string | null {
  if (restore === null)
    return 'This Ghostlight cannot close and open itself: put a copy back with `ghostlight restore`.'
  return isBusy(stage) === null
    ? null
    : 'Tonight’s performance has begun. A copy is put back when it is closed, and everybody has signed out.'
}

function told(keeping: Keeping): OfficeAnswer {
  const folder = dirname(keeping.record)
  const places = likelyPlaces(folder)
  const copies = copiesIn([join(folder, KEPT_FOLDER), ...places.map((one) => one.folder)])
  const line: CopiesTold = { places, copies, closed: whyClosed(keeping) }
  return said(line)
}

async function copy(
  { stage, record, version }: Keeping,
  folder: string,
  { now, viewer, oneCopy }: Pick<OfficeRequest, 'now' | 'viewer'> & { readonly oneCopy: Turn },
): Promise<OfficeAnswer> {
  const number = () => numberCopy(stage, viewer, { what: 'whole-record', now })
  const made = await oneCopy(() => copyInto({ record, folder, version, now, number }))
  if (made === null) return refuse('busy', 'A copy is on its way already: try again in a moment.')
  return made.ok ? said(made.value) : refusedWith(made.refusal)
}

async function look({ record }: Keeping, file: string): Promise<OfficeAnswer> {
  const held = await heldIn(file)
  if (!held.ok) return refusedWith(held.refusal)
  const ahead = await eventsAhead(record, file).catch(() => null)
  const line: CopyHeld = { file, ahead, ...held.value }
  return said(line)
}

async function restore(keeping: Keeping, file: string): Promise<OfficeAnswer> {
  const sound = await heldIn(file)
  if (!sound.ok) return refusedWith(sound.refusal)
  // Asked after the long look: somebody may have begun meanwhile.
  const closed = whyClosed(keeping)
  if (closed !== null || keeping.restore === null) return refuse('not-now', closed ?? '')
  const key = randomBytes(16).toString('hex')
  keeping.restore(file, key)
  return said({ key })
}
