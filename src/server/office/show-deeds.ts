// The show from the screen: begun in six questions, filled by pasting and typing, each edit a new version.

import { remaining } from '../../core/attendance/state.ts'
import { newShow } from '../../core/editing/details.ts'
import type { NewPerson } from '../../core/editing/edit.ts'
import { editShow } from '../../core/editing/edits.ts'
import { addPeople } from '../../core/editing/people.ts'
import { accepted, type Result, refused } from '../../core/kit/result.ts'
import { instant } from '../../core/kit/time.ts'
import type { Show } from '../../core/show/show.ts'
import { readNames } from '../../formats/paste/names.ts'
import { readOrder } from '../../formats/paste/order.ts'
import { readShowFile } from '../../formats/show-file/read.ts'
import { writeShowFile } from '../../formats/show-file/write.ts'
import { asks, OFFICE_BYTES_MAX } from '../../wire/office.ts'
import type { Stage } from '../hub/stage.ts'
import { bookOf } from './book.ts'
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

export const showDeeds = (stage: Stage): Deeds =>
  new Map<string, Deed>([
    ['/api/office/show', { method: 'GET', takes: 'json', bytesMax: 0, run: () => readBook(stage) }],
    ['/api/office/begin', taking('begin', (request, asked) => begin(stage, request, asked))],
    ['/api/office/edit', taking('edit', (request, asked) => edit(stage, request, asked))],
    ['/api/office/tonight', taking('tonight', (request) => tonight(stage, request))],
    [
      '/api/office/names',
      taking('names', (_request, { text, nameIsLast }) => proposal(readNames(text, nameIsLast))),
    ],
    [
      '/api/office/order',
      taking('order', (_request, { text, columns }) => proposal(readOrder(text, columns))),
    ],
  ])

type Asked<Name extends keyof typeof asks> = ReturnType<(typeof asks)[Name]['parse']>

/** Checked against its schema first: what is none is said with its field. */
const taking = <Name extends keyof typeof asks>(
  name: Name,
  run: (request: OfficeRequest, asked: Asked<Name>) => OfficeAnswer | Promise<OfficeAnswer>,
): Deed => ({
  method: 'POST',
  takes: 'json',
  bytesMax: OFFICE_BYTES_MAX,
  run: (request) => {
    const read = parsed(request.body)
    const checked = read === undefined ? null : asks[name].safeParse(read)
    if (checked === null) return { ...refuse('not-json', 'That cannot be read.'), status: 400 }
    if (!checked.success) {
      const [issue] = checked.error.issues
      const where = issue?.path
        .map((step) => (typeof step === 'number' ? `row ${step + 1}` : String(step)))
        .join(', ')
      return refuse('shape', `${where}: ${issue?.message}.`)
    }
    // `as`: it has just been held to this very schema; the union of all of them is what the compiler sees.
    return run(request, checked.data as Asked<Name>)
  },
})

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const proposal = (read: { readonly ok: boolean }): OfficeAnswer => said(read)

async function readBook(stage: Stage): Promise<OfficeAnswer> {
  const show = await stage.published()
  return said({ show: show && bookOf(show, stage) })
}

/** Written as a file and read as one: what is published has passed the same checks as every show. */
export function checkedShow(show: Show): Result<{ readonly text: string; readonly show: Show }> {
  const text = writeShowFile(show)
  const read = readShowFile(text)
  if (read.ok) return accepted({ text, show: read.show })
  return refused('show', read.errors[0]?.message ?? 'That would make a show that cannot be opened.')
}

async function edit(stage: Stage, { viewer }: OfficeRequest, asked: Asked<'edit'>): Promise<OfficeAnswer> {
  const answer = await stage.edit(
    (show) => {
      const changed = editShow(show, asked.edit)
      return changed.ok ? checkedShow(changed.value) : changed
    },
    viewer,
    `office:${viewer.device}:${asked.id}`,
  )
  return answer.ok ? readBook(stage) : notDone(answer)
}

async function tonight(stage: Stage, { viewer }: OfficeRequest): Promise<OfficeAnswer> {
  const answer = await stage.takeTonight(viewer)
  return answer.ok ? readBook(stage) : notDone(answer)
}

async function begin(
  stage: Stage,
  { viewer }: OfficeRequest,
  { id, details, caller, people, curtainAt }: Asked<'begin'>,
): Promise<OfficeAnswer> {
  const busy = isBusy(stage)
  if (busy) return busy
  const company = addPeople(newShow(details), withCaller(caller, people))
  if (!company.ok) return refusedWith(company.refusal)
  // Another of the same title is another show. Not drawn anew: pressed twice, it was begun once.
  const made = checkedShow({ ...company.value, production: `show:${viewer.device}:${id}` })
  if (!made.ok) return refusedWith(made.refusal)
  const { text, show } = made.value
  const answer = await stage.plan(text, show, instant(curtainAt), viewer, `office:${viewer.device}:${id}`)
  return answer.ok ? readBook(stage) : notDone(answer)
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
