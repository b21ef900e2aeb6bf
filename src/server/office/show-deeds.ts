// The show from the screen: begun in six questions, filled by pasting and typing, each edit a new version.

import { remaining } from '../../core/attendance/state.ts'
import { layCovers } from '../../core/editing/covers.ts'
import { layCueRows } from '../../core/editing/cue-rows.ts'
import { newShow } from '../../core/editing/details.ts'
import type { Cells, Laid, NewPerson } from '../../core/editing/edit.ts'
import { editShow } from '../../core/editing/edits.ts'
import { layEntrances } from '../../core/editing/entrances.ts'
import { addPeople } from '../../core/editing/people.ts'
import { layRows } from '../../core/editing/tables/tables.ts'
import { layTracks } from '../../core/editing/tracks.ts'
import { type Instant, instant } from '../../core/kit/time.ts'
import type { Show } from '../../core/show/show.ts'
import { readCovers } from '../../formats/paste/covers.ts'
import { readNames } from '../../formats/paste/names.ts'
import { readOrder } from '../../formats/paste/order.ts'
import { type PlotReading, readEntrances, readTracks } from '../../formats/paste/plot.ts'
import { type PastedTable, readRows } from '../../formats/paste/tables.ts'
import { asks } from '../../wire/office.ts'
import type { Stage } from '../hub/stage.ts'
import { taking } from './asked.ts'
import { bookOf } from './book.ts'
import { casting } from './casting.ts'
import {
  type Deed,
  type Deeds,
  notDone,
  type OfficeAnswer,
  type OfficeRequest,
  refuse,
  refusedWith,
  said,
} from './deeds.ts'
import { lockHolds } from './lock.ts'
import { ownIds } from './own-ids.ts'
import { plots } from './plots.ts'
import { type ShowCheck, versionIn } from './show-check.ts'

/** `shows`: looks at a show before it is published, beside everything else. */
export const showDeeds = (stage: Stage, shows: ShowCheck): Deeds =>
  new Map<string, Deed>([
    [
      '/api/office/show',
      { method: 'GET', takes: 'json', bytesMax: 0, run: ({ now }) => readBook(stage, now) },
    ],
    [
      '/api/office/casting',
      { method: 'GET', takes: 'json', bytesMax: 0, run: (request) => casting(stage, request) },
    ],
    ['/api/office/plots', { method: 'GET', takes: 'json', bytesMax: 0, run: () => plots(stage) }],
    ['/api/office/begin', taking(asks.begin, (request, asked) => begin({ stage, shows }, request, asked))],
    ['/api/office/edit', taking(asks.edit, (request, asked) => edit({ stage, shows }, request, asked))],
    ['/api/office/tonight', taking(asks.tonight, (request) => tonight(stage, request))],
    [
      '/api/office/names',
      taking(asks.names, (_request, { text, nameIsLast }) => proposal(readNames(text, nameIsLast))),
    ],
    [
      '/api/office/order',
      taking(asks.order, (_request, { text, columns }) => proposal(readOrder(text, columns))),
    ],
    [
      '/api/office/tracks',
      taking(asks.tracks, (_request, { text, columns, ...how }) =>
        looked(stage, readTracks(text, columns, how), (show, rows) => layTracks(show, null, rows)),
      ),
    ],
    [
      '/api/office/entrances',
      taking(asks.entrances, (_request, { text, columns, ...how }) =>
        looked(stage, readEntrances(text, columns, how), (show, rows) => layEntrances(show, null, rows)),
      ),
    ],
    [
      '/api/office/covers',
      taking(asks.covers, (_request, { text, columns, ...how }) =>
        looked(stage, readCovers(text, columns, how), layCovers),
      ),
    ],
    [
      '/api/office/table',
      taking(asks.table, (_request, { table, text, columns, ...how }) =>
        looked(stage, readRows(text, columns, table, how), (show, rows) =>
          laid(
            show,
            table,
            rows.map(({ row }) => row),
          ),
        ),
      ),
    ],
  ])

/** Every row beside what is wrong with it, in this show: all of them at once, and nothing is kept yet. */
async function looked<Column, Row>(
  stage: Stage,
  read: PlotReading<Column, Row>,
  lay: (show: Show, rows: readonly Row[]) => Laid,
): Promise<OfficeAnswer> {
  const show = await stage.published()
  if (!read.ok || !show) return said(read)
  const { wrong } = lay(show, read.rows)
  const rows = read.rows.map((row, index) => ({ ...row, wrong: wrong.get(index + 1) ?? null }))
  return said({ ...read, rows })
}

const laid = (show: Show, table: PastedTable, rows: readonly Cells[]): Laid =>
  table === 'cues' ? layCueRows(show, rows) : layRows(show, table, rows)

type Asked<Name extends keyof typeof asks> = ReturnType<(typeof asks)[Name]['parse']>

const proposal = (read: { readonly ok: boolean }): OfficeAnswer => said(read)

async function readBook(stage: Stage, now: Instant): Promise<OfficeAnswer> {
  const show = await stage.published()
  return said({ show: show && (await bookOf(show, stage, now)) })
}

type Desk = { readonly stage: Stage; readonly shows: ShowCheck }

async function edit(
  { stage, shows }: Desk,
  { viewer, now }: OfficeRequest,
  asked: Asked<'edit'>,
): Promise<OfficeAnswer> {
  let before: string | null = null
  const answer = await stage.edit(
    (show, hash) => {
      before = hash
      const changed = editShow(show, asked.edit, lockHolds(stage))
      if (!changed.ok) return changed
      return shows.next(versionIn(stage, hash, show), ownIds(show, changed.value))
    },
    viewer,
    `office:${viewer.device}:${asked.id}`,
  )
  if (!answer.ok) return notDone(answer)
  const after = 'version' in answer ? answer.version : undefined
  const show = await stage.published()
  return said({
    show: show && (await bookOf(show, stage, now)),
    done: before !== null && after !== undefined ? { before, after } : null,
  })
}

async function tonight(stage: Stage, { viewer, now }: OfficeRequest): Promise<OfficeAnswer> {
  const answer = await stage.takeTonight(viewer)
  return answer.ok ? readBook(stage, now) : notDone(answer)
}

async function begin(
  { stage, shows }: Desk,
  { viewer, now }: OfficeRequest,
  { id, details, caller, people, curtainAt, kind }: Asked<'begin'>,
): Promise<OfficeAnswer> {
  const busy = isBusy(stage)
  if (busy) return busy
  const company = addPeople(newShow(details), withCaller(caller, people))
  if (!company.ok) return refusedWith(company.refusal)
  // Another of the same title is another show. Not drawn anew: pressed twice, it was begun once.
  const begun = ownIds(null, company.value)
  const made = await shows.check({ ...begun, production: `show:${viewer.device}:${id}` })
  if (!made.ok) return refusedWith(made.refusal)
  const { text, show } = made.value
  const press = `office:${viewer.device}:${id}`
  const answer = await stage.plan(text, show, instant(curtainAt), viewer, press, kind)
  return answer.ok ? readBook(stage, now) : notDone(answer)
}

/** Once anything was called, or anybody is signed in, no other show is opened in its place: the night closes on nobody. */
export function isBusy(stage: Stage): OfficeAnswer | null {
  const night = stage.night()?.owner.state()
  if (!night || night.calling.closedAt !== null) return null
  const begun = night.calling.acts.length > 0 || night.calling.calls.length > 0
  if (!begun && remaining(night.attendance).length === 0) return null
  return refuse('still-open', 'Tonight’s performance has begun: close it before another show is opened.')
}

/** Who calls is in the company once, whether or not they stand in the list too. */
function withCaller(caller: string, people: readonly NewPerson[]): readonly NewPerson[] {
  const name = caller.trim()
  if (name === '') return people
  const same = (one: NewPerson) => one.name.trim().toLowerCase() === name.toLowerCase()
  const does = people.find(same)?.does || 'Calls the show'
  return [{ name, does, kind: 'stage management' }, ...people.filter((one) => !same(one))]
}
