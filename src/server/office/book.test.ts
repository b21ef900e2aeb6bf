// The book over plain requests: who reads it, edits on the version that was seen, taking back, a new version of the script.

import { expect, onTestFinished, test } from 'vitest'
import { openServedHouse, type ServedHouse } from '../../../test/kit/served-house.ts'
import type { TextSlice } from '../../core/book/text.ts'
import { roleNames } from '../../core/disclosure/policy.ts'
import type { Edit } from '../../core/editing/edit.ts'
import { id } from '../../core/kit/ids.ts'
import { importFile } from '../../formats/import-file.ts'
import {
  type BookAnswer,
  type BookPage,
  type PagePicture,
  PICTURE_BYTES_MAX,
  PICTURE_WORDS_MAX,
  type RevisionRead,
} from '../../wire/book.ts'

const scene = (...lines: readonly string[]) =>
  `INT. QUAY - NIGHT\n\n${lines.map((line) => `PELL\n${line}`).join('\n\n')}\n`
const first = scene('The tide is out tonight.', 'Who has the big lamp?', 'Nobody has it now.')
const second = scene('Nobody has it now.', 'A word before that.', 'The tide is out tonight.')

async function opened() {
  const play = importFile({ name: 'quay.fountain', bytes: Buffer.from(first), text: first })
  if (!play.ok) throw new Error('the fixture is a play')
  const house = await openServedHouse({ show: play.show })
  onTestFinished(() => house.close())
  return { house, cookie: await house.pair({ roles: ['caller', 'SM'] }) }
}

type Told = {
  readonly status: number
  readonly told: BookAnswer & { refusal?: { code: string; sentence: string } }
}

async function ask(house: ServedHouse, cookie: string, path: string, body?: unknown): Promise<Told> {
  const type = typeof body === 'string' ? 'application/octet-stream' : 'application/json'
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const how = body === undefined ? {} : { method: 'POST', body: text }
  const headers = { cookie, ...(body === undefined ? {} : { 'content-type': type }) }
  const reply = await house.ask(`/api/office/${path}`, { ...how, headers })
  return { status: reply.status, told: JSON.parse(reply.text) }
}

let keys = 0
const key = () => {
  keys += 1
  return `book-${String(keys).padStart(8, '0')}`
}
const pageOf = ({ told }: Told): BookPage => {
  if (told.same !== false || told.page === null) throw new Error(JSON.stringify(told))
  return told.page
}
const doneBy = ({ told }: Told) => {
  if (told.same !== false || told.done === null) throw new Error(JSON.stringify(told))
  return told.done
}
const place = (line: string, word: number): Edit => ({
  ...{ name: 'cue.place', row: { department: 'LX', number: '', title: '' }, at: { line, word } },
})

test('BOOK-2: the book is for whoever may see the whole script, and the rest of the office is not', async () => {
  const { house } = await opened()
  for (const role of roleNames) {
    const cookie = await house.pair({
      roles: [role],
      department: role === 'dept' ? id<'department'>('lx') : null,
      person: role === 'perf' ? id<'person'>('p1') : null,
    })
    const book = await ask(house, cookie, 'book')
    const text = await ask(house, cookie, 'book-text?from=0')
    const edit = await ask(house, cookie, 'book-edit', { id: key(), on: null, edit: place('l1', 0) })
    const reads = ['caller', 'SM', 'ASM', 'dept', 'dresser', 'MD', 'DC', 'dir'].includes(role)
    expect([role, book.status, text.status, edit.status]).toEqual([
      ...[role, reads ? 200 : 403, reads ? 200 : 403, role === 'SM' ? 200 : 403],
    ])
    if (reads) expect(pageOf(book).mayEdit).toBe(role === 'SM')
  }
})

test('BOOK-14, EDIT-32: two who edit at once on what each of them saw; what is known already is not told again', async () => {
  const { house, cookie } = await opened()
  const other = await house.pair({ roles: ['SM'] })
  const start = pageOf(await ask(house, cookie, 'book'))
  expect((await ask(house, cookie, `book?known=${start.version}`)).told).toEqual({ same: true })
  const placed = pageOf(
    await ask(house, cookie, 'book-edit', { id: key(), on: start.version, edit: place('l1', 1) }),
  )
  const rename = (number: string, title: string): Edit => ({
    ...{ name: 'cue.rename', cue: id<'cue'>('c1'), row: { department: 'LX', number, title } },
  })
  const mine = await ask(house, cookie, 'book-edit', { id: key(), on: placed.version, edit: rename('7', '') })
  const theirs = await ask(house, other, 'book-edit', {
    id: key(),
    on: placed.version,
    edit: rename('1', 'dawn'),
  })
  expect(pageOf(mine).cues[0]?.number).toBe('7')
  expect(pageOf(theirs).cues[0]).toMatchObject({ number: '7', title: 'dawn', at: { line: 'l1', word: 1 } })
  const late = await ask(house, other, 'book-edit', {
    id: key(),
    on: placed.version,
    edit: rename('9', 'dawn'),
  })
  expect([late.status, late.told.refusal?.code]).toEqual([409, 'meanwhile'])
  const put = await ask(house, other, 'book-edit', { id: key(), on: null, edit: rename('9', 'dawn') })
  expect(pageOf(put).cues[0]?.number).toBe('9')
})

test('EDIT-33: one’s own is taken back and done again, whoever else worked on; sent again it is done once', async () => {
  const { house, cookie } = await opened()
  const asked = { id: key(), on: null, edit: place('l1', 1) }
  const mine = doneBy(await ask(house, cookie, 'book-edit', asked))
  await ask(house, cookie, 'book-edit', asked)
  const other = await house.pair({ roles: ['SM'] })
  await ask(house, other, 'book-edit', { id: key(), on: null, edit: place('l2', 0) })
  const back = await ask(house, cookie, 'book-undo', { id: key(), ...mine })
  expect(pageOf(back).cues.map(({ at }) => at?.line)).toEqual(['l2'])
  const again = await ask(house, cookie, 'book-undo', { id: key(), ...doneBy(back) })
  expect(pageOf(again).cues.map(({ at }) => at?.line)).toEqual(['l1', 'l2'])
  const never = await ask(house, cookie, 'book-undo', {
    id: key(),
    before: 'a'.repeat(64),
    after: mine.after,
  })
  expect(never.told.refusal?.sentence).toBe('That cannot be taken back any more.')
})

test('BOOK-12, BOOK-13: a new version is told before it is taken, and never taken while the show is locked', async () => {
  const { house, cookie } = await opened()
  for (const at of [place('l1', 1), place('l2', 2), place('l3', 0)])
    await ask(house, cookie, 'book-edit', { id: key(), on: null, edit: at })
  const read = await ask(house, cookie, 'revision-read?name=quay.fountain', second)
  // `as`: a revision is answered as such.
  const { revision } = read.told as unknown as RevisionRead
  expect([revision.lines, revision.cues]).toEqual([
    { same: 2, edited: 0, cut: 1, new: 1 },
    { sure: 2, doubtful: 1 },
  ])
  const lock = (locked: boolean): Edit => ({ name: 'show.lock', locked })
  await ask(house, cookie, 'book-edit', { id: key(), on: null, edit: lock(true) })
  const refused = await ask(house, cookie, `revision-take?id=${key()}&name=quay.fountain`, second)
  expect(refused.told.refusal?.code).toBe('locked')
  await ask(house, cookie, 'book-edit', { id: key(), on: null, edit: lock(false) })
  const taken = pageOf(await ask(house, cookie, `revision-take?id=${key()}&name=quay.fountain`, second))
  expect(taken.cues.filter(({ doubt }) => doubt !== null)).toHaveLength(1)
  expect(taken.cues).toHaveLength(3)
  const slice = await ask(house, cookie, 'book-text?from=0')
  const { lines } = slice.told as unknown as TextSlice
  expect(lines.map(({ text }) => text)).toEqual([
    'Nobody has it now.',
    'A word before that.',
    'The tide is out tonight.',
  ])
  const bad = await ask(house, cookie, 'revision-read?name=quay.xml', '<TEI')
  expect(bad.told.refusal?.code).toBe('file')
  expect((await ask(house, cookie, 'revision-take?id=x', second)).told.refusal?.code).toBe('shape')
})

const head = [0x89504e47, 0x0d0a1a0a, 13, 0x49484452, 1_240, 1_754, 0, 0]
const png = Buffer.concat(head.map((word) => Buffer.from(Uint32Array.of(word).buffer).swap32()))

test('PAGES-11, PAGES-8: a picture is kept once, read by readers of the script while its page is in the book, and is in no event', async () => {
  const { house, cookie } = await opened()
  const keep = (data: Buffer | string, words: unknown = [['gladly', 0.2, 0.5]]) => {
    const sent = typeof data === 'string' ? data : data.toString('base64')
    return ask(house, cookie, 'picture-keep', { data: sent, words })
  }
  const imageOf = ({ told }: Told) => (told as unknown as { readonly image: string }).image
  const [image, again] = [imageOf(await keep(png)), imageOf(await keep(png))]
  expect(again).toBe(image)
  expect((await ask(house, cookie, `picture?image=${image}`)).status).toBe(409)
  const add: Edit = { name: 'pages.add', pages: [{ label: '47', image }] }
  const added = pageOf(await ask(house, cookie, 'book-edit', { id: key(), on: null, edit: add }))
  expect(added.pages).toEqual([{ id: 'p1', label: '47', image }])
  const reader = await house.pair({ roles: ['MD'] })
  const read = (await ask(house, reader, `picture?image=${image}`)).told as unknown as PagePicture
  expect(read).toMatchObject({ type: 'image/png', width: 1_240, words: [['gladly', 0.2, 0.5]] })
  expect(Buffer.from(read.data, 'base64').equals(png)).toBe(true)
  // No other thing that is kept: the show itself lies under a hash as well.
  expect((await ask(house, reader, `picture?image=${added.version}`)).told.refusal?.code).toBe('no-such-page')
  const placed: Edit = {
    ...{ name: 'cue.place', row: { department: 'LX', number: '7', title: 'glow' } },
    at: { page: 'p1', x: 0.25, y: 0.5, by: 'bar', said: '12' },
  }
  const cue = pageOf(await ask(house, cookie, 'book-edit', { id: key(), on: null, edit: placed })).cues.at(-1)
  expect(cue).toMatchObject({ number: '7', point: { page: 'p1', x: 0.25, y: 0.5, by: 'bar', said: '12' } })
  const codes = [
    await keep(Buffer.from('GIF89a')),
    await keep('no base64!'),
    await keep(png, [['two words', 0, 0]]),
    await keep(png, [['far', 2, 0]]),
    await keep(png, Array(PICTURE_WORDS_MAX + 1).fill(['a', 0, 0])),
    await keep(Buffer.concat([png, Buffer.alloc(PICTURE_BYTES_MAX - png.length + 4)])),
  ].map(({ told }) => told.refusal?.code)
  expect(codes).toEqual(['picture', 'shape', 'shape', 'shape', 'shape', 'shape'])
  expect(
    imageOf(await keep(Buffer.concat([png, Buffer.alloc(PICTURE_BYTES_MAX - png.length)]))),
  ).toHaveLength(64)
})
