// The book: its text in slices, its margin, edits made on the version that was seen, and a new version of the script.

import { marginOf } from '../../core/book/margin.ts'
import { revise } from '../../core/book/revise.ts'
import { sliceOf, textKey } from '../../core/book/text.ts'
import { may, sees, type Viewer } from '../../core/disclosure/policy.ts'
import { changesBetween, makeChanges, mergeEdit } from '../../core/editing/changes.ts'
import { editShow, locked } from '../../core/editing/edits.ts'
import { WHOLE_SHOW } from '../../core/editing/order.ts'
import { accepted, type Result, refused } from '../../core/kit/result.ts'
import type { Show } from '../../core/show/show.ts'
import { readPictureHead } from '../../formats/picture/head.ts'
import { SHOW_FILE_BYTES_MAX } from '../../formats/show-file/limits.ts'
import { readShowFile, readWritten } from '../../formats/show-file/read.ts'
import { type BookAnswer, type BookPage, bookAsks } from '../../wire/book.ts'
import type { Stage } from '../hub/stage.ts'
import { taking } from './asked.ts'
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
import { uploadedIn } from './file-deeds.ts'
import { lockHolds } from './lock.ts'
import { ownIds } from './own-ids.ts'
import { type ShowCheck, versionIn } from './show-check.ts'
import type { UploadReader } from './upload-reader.ts'
import { whileDown } from './while-down.ts'

const forReaders = {
  may: (viewer: Viewer) => sees(viewer, 'script') === 'all',
  whose: 'The book is for those who work on the show.',
}

/** `shows`: looks at a show before it is published, beside everything else. */
export function bookDeeds(stage: Stage, shows: ShowCheck, uploads: UploadReader): Deeds {
  const desk = { stage, shows, uploads }
  const giving = (run: Deed['run']): Deed => ({
    method: 'GET',
    takes: 'json',
    bytesMax: 0,
    run,
    ...forReaders,
  })
  const file = (run: Deed['run']): Deed => ({
    method: 'POST',
    takes: 'file',
    bytesMax: SHOW_FILE_BYTES_MAX,
    run: (request) => whileDown(stage, () => run(request)),
  })
  const picture = taking(bookAsks.picture, (_request, asked) => keepPicture(stage, asked))
  return new Map<string, Deed>([
    ['/api/office/book', giving((request) => readBook(stage, request))],
    ['/api/office/book-text', giving((request) => readText(stage, request))],
    ['/api/office/book-edit', taking(bookAsks.edit, (request, asked) => edit(desk, request, asked))],
    ['/api/office/book-undo', taking(bookAsks.undo, (request, asked) => undo(desk, request, asked))],
    ['/api/office/picture', giving((request) => readPicture(stage, request))],
    [
      '/api/office/picture-keep',
      { ...picture, run: (request) => whileDown(stage, () => picture.run(request)) },
    ],
    ['/api/office/revision-read', file((request) => readRevision(desk, request))],
    ['/api/office/revision-take', file((request) => takeRevision(desk, request))],
  ])
}

type Desk = {
  readonly stage: Stage
  readonly shows: ShowCheck
  readonly uploads: UploadReader
}
type Asked<Name extends keyof typeof bookAsks> = ReturnType<(typeof bookAsks)[Name]['parse']>

const versionOf = (stage: Stage): string => stage.installation.state().published?.show ?? ''

/** `?known=`: the version that is on the screen already. */
async function readBook(stage: Stage, { viewer, query }: OfficeRequest): Promise<OfficeAnswer> {
  const known = query.get('known')
  if (known !== null && known === versionOf(stage)) return said({ same: true } satisfies BookAnswer)
  const page = await pageFor(stage, viewer, true)
  return said({ same: false, page, done: null } satisfies BookAnswer)
}

async function pageFor(stage: Stage, viewer: Viewer, withMarks: boolean): Promise<BookPage | null> {
  const version = versionOf(stage)
  const show = await stage.published()
  const margin = show && marginOf(show, viewer, withMarks)
  if (!show || !margin) return null
  const items = new Map(show.items.map((item) => [item.id, item]))
  const order = show.editions[0]?.items.flatMap((one) => items.get(one) ?? []) ?? []
  return {
    ...{ version, text: textKey(show), title: show.title, locked: show.locked === true && lockHolds(stage) },
    ...(show.locked === true && !lockHolds(stage) ? { lockRests: true } : {}),
    mayEdit: may(viewer, 'edit the show'),
    items: order
      .filter(({ id }) => id !== WHOLE_SHOW)
      .map(({ id, code, title, act }) => ({ id, code, title, act })),
    roles: show.roles.map(({ id, name }) => ({ id, name })),
    departments: show.departments.map(({ id, short, name }) => ({ id, short, name })),
    cues: margin.cues,
    pages: show.pages ?? [],
    marks: withMarks ? margin.marks : null,
    questions: margin.questions,
  }
}

/** `?from=`: the first line of the slice. */
async function readText(stage: Stage, { query }: OfficeRequest): Promise<OfficeAnswer> {
  const from = Number(query.get('from') ?? 0)
  const show = await stage.published()
  if (!show) return refuse('no-show', 'There is no show yet.')
  if (!Number.isSafeInteger(from) || from < 0) return refuse('from', 'There is no such line.')
  return said(sliceOf(show, from))
}

/** `?image=`: of a page of the book as it stands, and of nothing else that is kept. */
async function readPicture(stage: Stage, { query }: OfficeRequest): Promise<OfficeAnswer> {
  const image = query.get('image') ?? ''
  const show = await stage.published()
  const kept = show?.pages?.some((page) => page.image === image)
    ? await stage.documents.document(image)
    : null
  if (kept === null) return refuse('no-such-page', 'The picture of that page is not in this house.')
  return { status: 200, file: kept, name: 'page.json', type: 'application/json' }
}

/** Kept before any version names it: pages are added once all their pictures are there. */
async function keepPicture(stage: Stage, { data, words }: Asked<'picture'>): Promise<OfficeAnswer> {
  const bytes = Buffer.from(data, 'base64')
  const read = readPictureHead(bytes)
  if (!read.ok) return refuse('picture', read.sentence)
  const { type, width, height } = read
  return said({
    image: await stage.documents.saveDocument(JSON.stringify({ type, width, height, words, data })),
  })
}

/** Makes the next version and says between which two it lies, so that it can be taken back. */
async function published(
  { stage, shows }: Desk,
  viewer: Viewer,
  id: string,
  change: (show: Show, version: string) => Promise<Result<Show>> | Result<Show>,
): Promise<OfficeAnswer> {
  let before: string | null = null
  const answer = await stage.edit(
    async (show, hash) => {
      before = hash
      const changed = await change(show, hash)
      return changed.ok ? shows.next(versionIn(stage, hash, show), changed.value) : changed
    },
    viewer,
    `office:${viewer.device}:${id}`,
  )
  if (!answer.ok) return notDone(answer)
  const after = 'version' in answer ? answer.version : undefined
  const done = before !== null && after !== undefined ? { before, after } : null
  return said({ same: false, page: await pageFor(stage, viewer, false), done } satisfies BookAnswer)
}

const edit = (desk: Desk, { viewer }: OfficeRequest, asked: Asked<'edit'>): Promise<OfficeAnswer> =>
  published(desk, viewer, asked.id, async (show, version) => {
    const make = (one: Show) => {
      const made = editShow(one, asked.edit, lockHolds(desk.stage))
      return made.ok ? accepted(ownIds(one, made.value)) : made
    }
    if (asked.on === null || asked.on === version) return make(show)
    const base = await desk.stage.version(asked.on)
    return base ? mergeEdit(base, show, make) : make(show)
  })

const undo = (desk: Desk, { viewer }: OfficeRequest, asked: Asked<'undo'>): Promise<OfficeAnswer> =>
  published(desk, viewer, asked.id, async (show) => {
    const [before, after] = [await desk.stage.version(asked.before), await desk.stage.version(asked.after)]
    if (!before || !after) return refused('no-such-version', 'That cannot be taken back any more.')
    if (show.locked && lockHolds(desk.stage) && before.locked === after.locked) return locked
    return makeChanges(show, changesBetween(after, before))
  })

/** The play in a chosen file, or why there is none in it. */
async function playIn(uploads: UploadReader, request: OfficeRequest): Promise<Show | OfficeAnswer> {
  const file = await uploads.read(uploadedIn(request))
  const read = !file.ok ? file : file.kind === 'show' ? readShowFile(file.text) : readWritten(file.text)
  if (read.ok) return read.show
  const errors = read.errors.map(({ line, column, message }) => ({ line, column, message }))
  return refuse('file', 'This file cannot be read as a play.', errors)
}

/** What would become of it, before anything is changed. */
async function readRevision({ stage, uploads }: Desk, request: OfficeRequest): Promise<OfficeAnswer> {
  const show = await stage.published()
  if (!show) return refuse('no-show', 'There is no show yet.')
  const play = await playIn(uploads, request)
  if ('status' in play) return play
  const made = revise(show, play)
  if (!made.ok) return refusedWith(made.refusal)
  return said({ title: show.title, revision: made.value.revision })
}

/** `?id=`: of the press; sent again it is done once. */
async function takeRevision(desk: Desk, request: OfficeRequest): Promise<OfficeAnswer> {
  const id = request.query.get('id') ?? ''
  if (!/^[\w.:-]{8,80}$/.test(id)) return refuse('shape', 'id: is plain characters.')
  const play = await playIn(desk.uploads, request)
  if ('status' in play) return play
  return published(desk, request.viewer, id, (show) => {
    if (show.locked && lockHolds(desk.stage)) return locked
    const made = revise(show, play)
    return made.ok ? { ok: true, value: made.value.show } : made
  })
}
