// The office as it is asked over plain requests: who may, what is taken, what comes of it.

import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../../test/kit/ghostlight.ts'
import { openServedHouse, type ServedHouse } from '../../../test/kit/served-house.ts'
import { roleNames } from '../../core/disclosure/policy.ts'
import type { Edit, TrackRow } from '../../core/editing/edit.ts'
import { id } from '../../core/kit/ids.ts'
import { OFFICE_BYTES_MAX, type ShowBook } from '../../wire/office.ts'
import { systemClock } from '../clock/clock.ts'
import { fileDeeds } from './file-deeds.ts'
import { openShowCheck } from './show-check.ts'
import { showDeeds } from './show-deeds.ts'
import { openUploadReader } from './upload-reader.ts'

const details = {
  title: 'Sorrel Head',
  venue: 'Corn Hall',
  address: '4 Tannery Lane',
  country: 'GB',
  timeZone: 'Europe/London',
}
const begun = (key = 'begin-000') => ({
  id: key,
  details,
  caller: '',
  people: [],
  curtainAt: Date.now() + 3_600_000,
})

async function opened(dataDir?: string) {
  const house = await openServedHouse({ show: null, ...(dataDir === undefined ? {} : { dataDir }) })
  onTestFinished(() => house.close())
  return { house, cookie: await house.pair({ roles: ['caller', 'SM'] }) }
}

const json = 'application/json'

async function ask(house: ServedHouse, cookie: string, path: string, body?: unknown) {
  const how = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const headers = { cookie, ...(body === undefined ? {} : { 'content-type': json }) }
  const { status, text } = await house.ask(`/api/office/${path}`, { ...how, headers })
  return {
    status,
    told: JSON.parse(text) as { show?: ShowBook | null; refusal?: { code: string; sentence: string } },
  }
}

let keys = 0
const editing = (edit: Edit) => {
  keys += 1
  return { id: `edit-${String(keys).padStart(8, '0')}`, edit }
}
const names = (...all: readonly string[]): Edit => ({
  name: 'people.add',
  people: all.map((name) => ({ name, does: '', kind: 'ensemble' })),
})

test('OFFICE-1: it is for whoever may edit the show; everybody else is told so, and nothing is read or changed', async () => {
  const { house, cookie } = await opened()
  await ask(house, cookie, 'begin', begun())
  const paths = [
    ...showDeeds(house.server.stage, openShowCheck({ clock: systemClock })),
    ...fileDeeds(house.server.stage, 'nowhere', openUploadReader({ clock: systemClock })),
  ]
  for (const role of roleNames) {
    const other = await house.pair({
      roles: [role],
      department: role === 'dept' ? id<'department'>('lx') : null,
      person: role === 'perf' ? id<'person'>('p1') : null,
    })
    for (const [path, { method, takes }] of paths) {
      const type = takes === 'file' ? 'application/octet-stream' : json
      const headers = { cookie: other, 'content-type': type }
      const answer = await house.ask(path, method === 'POST' ? { method, headers, body: '{}' } : { headers })
      if (role !== 'SM')
        expect([role, path, answer.status, JSON.parse(answer.text).refusal.code]).toEqual([
          role,
          path,
          403,
          'not-yours',
        ])
      else expect(answer.status).not.toBe(403)
    }
  }
  for (const [path, { method }] of paths) {
    const answer = await house.ask(path, { method, headers: { 'content-type': json } })
    expect([answer.status, JSON.parse(answer.text).refusal.code]).toEqual([401, 'not-paired'])
  }
})

test('OFFICE-2: of the kind no form can send, within its bound, and in words that can be read', async () => {
  const { house, cookie } = await opened()
  const post = (body: string, type = json) =>
    house.ask('/api/office/names', { method: 'POST', headers: { cookie, 'content-type': type }, body })
  expect((await post('{}', 'text/plain')).status).toBe(405)
  expect((await post('{')).status).toBe(400)
  expect(JSON.parse((await post('{}')).text).refusal.sentence).toMatch(/^text: /)
  const rest = JSON.stringify({ text: '', nameIsLast: null }).length
  const body = (bytes: number) => JSON.stringify({ text: 'x'.repeat(bytes - rest), nameIsLast: null })
  expect((await post(body(OFFICE_BYTES_MAX))).status).toBe(200)
  const over = await post(body(OFFICE_BYTES_MAX + 1))
  expect([over.status, JSON.parse(over.text).refusal.sentence]).toEqual([
    413,
    'That is larger than 4 MB, and was not taken.',
  ])
})

test('OFFICE-3: six answers open tonight’s performance, once; none of them need be given', async () => {
  const { house, cookie } = await opened()
  expect((await ask(house, cookie, 'show')).told).toEqual({ show: null })
  const people = [
    { name: 'Ana Lopes', does: 'Keeper', kind: 'principal' },
    { name: 'wanda reyes', does: '', kind: 'ensemble' },
  ]
  const first = { ...begun(), caller: 'Wanda Reyes', people }
  const { told } = await ask(house, cookie, 'begin', first)
  expect(told.show).toMatchObject({
    title: 'Sorrel Head',
    venue: 'Corn Hall',
    address: '4 Tannery Lane',
    tonight: { state: 'same', number: 1 },
  })
  expect(told.show?.people.map(({ name, does, kind }) => [name, does, kind])).toEqual([
    ['Wanda Reyes', 'Calls the show', 'stage management'],
    ['Ana Lopes', 'Keeper', 'principal'],
  ])
  await ask(house, cookie, 'begin', first)
  expect(house.server.stage.installation.state().performances.length).toBe(1)
  const nothing = { ...begun('begin-none'), details: { ...details, title: '', venue: '', address: '' } }
  expect((await ask(house, cookie, 'begin', nothing)).told.show?.title).toBe('Untitled')
})

test('OFFICE-4, OFFICE-7: an edit is a new version or nothing; sent again it is done once', async () => {
  const { house, cookie } = await opened()
  await ask(house, cookie, 'begin', begun())
  const version = () => house.server.stage.installation.state().published?.show
  const before = version()
  const edit = editing(names('Ana Lopes'))
  expect((await ask(house, cookie, 'edit', edit)).told.show?.people.length).toBe(1)
  const after = version()
  expect(after).not.toBe(before)
  expect((await ask(house, cookie, 'edit', edit)).told.show?.people.length).toBe(1)
  const again = await ask(house, cookie, 'edit', editing(names('Ben Carr', 'Ana Lopes')))
  expect([again.status, again.told.refusal?.sentence]).toEqual([
    409,
    'Row 2, name: Ana Lopes is in the company already.',
  ])
  const badZone = { ...details, timeZone: 'Nowhere' } as Extract<Edit, { name: 'details.change' }>['details']
  const refused = await ask(house, cookie, 'edit', editing({ name: 'details.change', details: badZone }))
  expect(refused.told.refusal?.sentence).toMatch(/time zone/i)
  expect(version()).toBe(after)
})

test('OFFICE-5: two who edit at once both keep their edits', async () => {
  const { house, cookie } = await opened()
  const other = await house.pair({ roles: ['SM'] })
  await ask(house, cookie, 'begin', begun())
  const all = Array.from({ length: 20 }, (_, at) =>
    ask(house, at % 2 ? cookie : other, 'edit', editing(names(`Person ${at}`))),
  )
  await Promise.all(all)
  const { told } = await ask(house, cookie, 'show')
  expect(told.show?.people.length).toBe(20)
  expect(told.show?.tonight.state).toBe('same')
})

test('OFFICE-6: while tonight’s performance has begun no other show is opened in its place', async () => {
  const { house, cookie } = await opened()
  await ask(house, cookie, 'begin', begun())
  const night = house.server.stage.night()
  const by = {
    device: id<'device'>('d'),
    roles: ['caller' as const],
    person: null,
    department: null,
    place: null,
  }
  await night?.owner.submit({
    id: 'up',
    by,
    madeAt: Date.now() as never,
    command: { name: 'act.up', act: 1 },
  })
  expect((await ask(house, cookie, 'begin', begun('begin-two'))).told.refusal?.code).toBe('still-open')
  const edited = await ask(house, cookie, 'edit', editing(names('Late Comer')))
  expect(edited.told.show?.tonight).toMatchObject({ state: 'older' })
  expect((await ask(house, cookie, 'tonight', {})).told.refusal?.code).toBe('running')
})

test('OFFICE-8: what was published is there when the server comes back, and tonight is played from it', async () => {
  const folder = temporaryFolder()
  onTestFinished(() => folder.remove())
  const first = await openServedHouse({ show: null, dataDir: folder.path })
  const cookie = await first.pair({ roles: ['caller', 'SM'] })
  await ask(first, cookie, 'begin', begun())
  for (const words of ['a', 'b', 'c'])
    await ask(
      first,
      cookie,
      'edit',
      editing({
        name: 'cue.put',
        cue: null,
        row: { department: 'LX', number: '', words, title: '', item: null, together: false },
      }),
    )
  const { told } = await ask(first, cookie, 'show')
  await first.close()
  const second = await openServedHouse({ show: null, dataDir: folder.path })
  onTestFinished(() => second.close())
  expect((await ask(second, cookie, 'show')).told).toEqual(told)
  expect(second.server.stage.night()?.plan.timeline.moments.map((moment) => moment.line)).toEqual([
    'a',
    'b',
    'c',
  ])
})

test('EDIT-26: pasted rows come back with what is wrong with each, all at once; none is kept while one is', async () => {
  const { house, cookie } = await opened()
  await ask(house, cookie, 'begin', begun())
  await ask(house, cookie, 'edit', editing(names('Ana Lopes')))
  const pasted = { text: 'K, Keeper, Ana\nB, Boy, Bo\nC, Cat, Ana, Cy', columns: null }
  const { told } = await ask(house, cookie, 'tracks', pasted)
  const read = told as unknown as {
    readonly rows: readonly (TrackRow & {
      readonly wrong: { readonly sentence: string; readonly column: string } | null
    })[]
  }
  expect(read.rows.map(({ wrong }) => wrong?.sentence.slice(0, 20) ?? null)).toEqual([
    null,
    'Whose: “Bo” is nobod',
    'Covers: “Cy” is nobo',
  ])
  expect(read.rows.map(({ wrong }) => wrong?.column)).toEqual([undefined, 'owner', 'covers'])
  const rows = read.rows.map(({ code, title, kind, owner, covers }) => ({ code, title, kind, owner, covers }))
  const refused = await ask(house, cookie, 'edit', editing({ name: 'tracks.put', track: null, rows }))
  expect(refused.told.refusal?.sentence).toMatch(/^Row 2, whose:/)
  const kept = await ask(
    house,
    cookie,
    'edit',
    editing({ name: 'tracks.put', track: null, rows: rows.slice(0, 1) }),
  )
  expect(kept.told.show?.tracks).toEqual([
    { id: 't1', code: 'K', title: 'Keeper', kind: 'cast', owner: 'Ana Lopes', covers: [], entrances: 0 },
  ])
  const plot = { text: 'K, 1, 0:40\nK, , LX 9', columns: null }
  const entrances = (await ask(house, cookie, 'entrances', plot)).told as unknown as typeof read
  expect(entrances.rows.map(({ wrong }) => wrong?.sentence.slice(0, 12))).toEqual([
    'Item: “1” is',
    'When: “LX 9”',
  ])
})
