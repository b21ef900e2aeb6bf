// Files by button: read with their places, opened, saved; the record checked, exported and reported.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { root, temporaryFolder } from '../../../test/kit/ghostlight.ts'
import { theCaller } from '../../../test/kit/nights.ts'
import { openServedHouse, type ServedHouse } from '../../../test/kit/served-house.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import type { CallingCommand } from '../../core/calling/commands.ts'
import { instant } from '../../core/kit/time.ts'
import { SHOW_FILE_BYTES_MAX } from '../../formats/show-file/limits.ts'
import { readShowFile } from '../../formats/show-file/read.ts'
import { markIn } from '../log/mark.ts'
import { verifyFile } from '../log/side.ts'
import { sheetNameOf, showTable, showTableNames } from './show-tables.ts'

const little = readFileSync(join(root, 'test/fixtures/shows/little.json'), 'utf8')
const play = readFileSync(join(root, 'test/fixtures/shows/little-play.xml'), 'utf8')
const evening = Date.now() + 3_600_000

async function opened(show: Parameters<typeof openServedHouse>[0]['show'] = null) {
  const house = await openServedHouse({ show })
  onTestFinished(() => house.close())
  const cookie = await house.pair({ roles: ['caller', 'SM'] })
  const send = async (path: string, body: string) => {
    const headers = { cookie, 'content-type': 'application/octet-stream' }
    const { status, text } = await house.ask(`/api/office/${path}`, { method: 'POST', headers, body })
    return { status, told: JSON.parse(text) }
  }
  const get = (path: string) => house.ask(`/api/office/${path}`, { headers: { cookie } })
  return { house, send, get }
}

let count = 0
async function press(house: ServedHouse, command: CallingCommand): Promise<void> {
  count += 1
  const answer = await house.server.stage
    .night()
    ?.owner.submit({ id: `press-${count}`, by: theCaller, madeAt: instant(Date.now()), command })
  expect(answer).toMatchObject({ ok: true })
}

test('OFFICE-9: a show and a play are told apart and read with what is in them; faults have their line', async () => {
  const { house, send } = await opened()
  const show = await send('file-read?name=little.json', little)
  expect(show.told).toMatchObject({
    ok: true,
    kind: 'show',
    title: 'A Little Night',
    counts: { items: 3, cues: 5 },
  })
  const asPlay = await send('file-read?name=little-play.xml', play)
  expect(asPlay.told).toMatchObject({ ok: true, kind: 'play' })
  expect(asPlay.told.counts.roles).toBeGreaterThan(0)
  const broken = await send('file-read?name=x', little.replace('"seconds": 180', '"seconds": "long"'))
  expect(broken.told.ok).toBe(false)
  expect(broken.told.findings[0].line).toBe(4)
  expect((await send('file-read?name=x', '<play><unclosed></play>')).told).toMatchObject({
    ok: false,
    kind: 'play',
  })
  const over = await send('file-read?name=x', 'x'.repeat(SHOW_FILE_BYTES_MAX + 1))
  expect([over.status, over.told.refusal.sentence]).toEqual([
    413,
    'That is larger than 8 MB, and was not taken.',
  ])
  expect(house.server.stage.night()).toBeNull()
})

test('OFFICE-10: a file is opened as tonight’s, a play as the beginning of a show; what is wrong opens nothing', async () => {
  const { house, send } = await opened()
  expect((await send('file-open?name=x', little)).told.refusal.code).toBe('curtain')
  const wrong = await send(`file-open?curtain=${evening}`, '{ "items": [] }')
  expect([wrong.status, wrong.told.refusal.findings.length > 0]).toEqual([409, true])
  expect(house.server.stage.night()).toBeNull()
  expect((await send(`file-open?curtain=${evening}`, little)).told.show.title).toBe('A Little Night')
  expect(house.server.stage.night()?.performance.curtainAt).toBe(evening)
  expect((await send(`file-open?curtain=${evening}&name=p.xml`, play)).status).toBe(200)
  await press(house, { name: 'act.up', act: 1 })
  await press(house, { name: 'act.down', act: 1 })
  expect((await send(`file-open?curtain=${evening}`, little)).told.refusal.code).toBe('still-open')
})

test('OFFICE-10: with somebody signed in, or a call given, no other show is opened in its place', async () => {
  const { house, send } = await opened(littleShow())
  await press(house, { name: 'call.give', call: 'half', act: 1 })
  expect((await send(`file-open?curtain=${evening}`, little)).told.refusal.code).toBe('still-open')
  expect(house.server.stage.night()?.performance.number).toBe(1)
})

test('OFFICE-11: while an act is up no file is read and no record checked', async () => {
  const { house, send, get } = await opened(littleShow())
  await press(house, { name: 'act.up', act: 1 })
  expect((await send('file-read?name=x', little)).told.refusal.code).toBe('running')
  expect((await send(`file-open?curtain=${evening}`, little)).told.refusal.code).toBe('running')
  expect(JSON.parse((await get('verify')).text).refusal.code).toBe('running')
  expect(JSON.parse((await get('record-file')).text).refusal.code).toBe('running')
  const cookie = await house.pair({ roles: ['SM'] })
  for (const [path, body] of [
    ['watch', {}],
    ['watch-again', {}],
  ] as const) {
    const headers = { cookie, 'content-type': 'application/json' }
    const how = { method: 'POST', headers, body: JSON.stringify(body) }
    expect([path, JSON.parse((await house.ask(`/api/office/${path}`, how)).text).refusal.code]).toEqual([
      path,
      'running',
    ])
  }
})

test('FIRST-7: where no demo lies beside the program, whoever asks for a night to watch is told so', async () => {
  const { house } = await opened(littleShow())
  const cookie = await house.pair({ roles: ['SM'] })
  const headers = { cookie, 'content-type': 'application/json' }
  for (const path of ['watch', 'watch-again']) {
    const answer = await house.ask(`/api/office/${path}`, { method: 'POST', headers, body: '{}' })
    expect([path, answer.status, JSON.parse(answer.text).refusal.code]).toEqual([path, 409, 'no-demo'])
  }
})

test('OFFICE-12: the show, a closed performance, its report and the check of the record, each by a button', async () => {
  const { house, get } = await opened(littleShow())
  const file = await get('show-file')
  expect(file.headers['content-disposition']).toMatch(
    /^attachment; filename="The-Small-Show-copy-\d+\.show\.json"$/,
  )
  const again = readShowFile(file.text)
  expect(again.ok && again.show.cues.map((cue) => cue.id)).toEqual(littleShow().cues.map((cue) => cue.id))
  expect(JSON.parse((await get('record-file')).text).refusal.code).toBe('not-closed')
  await press(house, { name: 'performance.close' })
  expect(JSON.parse((await get('verify')).text)).toMatchObject({ ok: true, firstBad: null })
  expect(JSON.parse((await get('report-file')).text)).toMatchObject({ title: 'The Small Show', number: 1 })
  expect(JSON.parse((await get('record-file?performance=7')).text).refusal.code).toBe('no-such-performance')
  const folder = temporaryFolder()
  onTestFinished(() => folder.remove())
  const target = join(folder.path, 'one.db')
  writeFileSync(target, await bytesOf(house, 'record-file'))
  expect(await verifyFile(target)).toMatchObject({ ok: true, performances: 1 })
  // KEEP-26
  expect(markIn(target)).toMatch(/^Copy \d+, saved by \S/)
})

async function bytesOf(house: ServedHouse, path: string): Promise<Buffer> {
  const cookie = await house.pair({ roles: ['SM'] })
  const answer = await fetch(`${house.server.address}/api/office/${path}`, { headers: { cookie } })
  return Buffer.from(await answer.arrayBuffer())
}

test('KEEP-24: what is saved says in words which copy it is, who saved it and when; opened again the house keeps none of that', async () => {
  const { house, get, send } = await opened(littleShow())
  const line = /Copy (\d+), saved by [^,]+, \d+ \w+ \d{4}, \d\d:\d\d/
  const [file, csv] = [(await get('show-file')).text, (await get('table-file?table=cues&as=csv')).text]
  expect([JSON.parse(file).copy, csv.trimEnd().split('\n').at(-1)]).toEqual([
    expect.stringMatching(line),
    expect.stringMatching(line),
  ])
  expect(line.exec(file)?.[1]).not.toBe(line.exec(csv)?.[1])
  expect((await send('file-read?name=cues.csv', csv)).told).toMatchObject({ ok: true, kind: 'list' })
  expect((await send(`file-open?name=again.json&curtain=${evening}`, file)).status).toBe(200)
  const hash = house.server.stage.installation.state().published?.show ?? ''
  const kept = JSON.stringify(await house.server.log.document(hash))
  expect([kept.includes('ghostlight-show'), line.test(kept)]).toEqual([true, false])
})

test('EDIT-55: a play that is opened goes on with the company, the house and the departments that were typed before', async () => {
  const { house, send } = await opened(littleShow())
  const before = await house.server.stage.published()
  const production = () => house.server.stage.installation.state().published?.production
  const was = production()
  const open = (keep: number) => send(`file-open?name=little-play.xml&curtain=${evening}&keep=${keep}`, play)
  expect((await open(1)).status).toBe(200)
  const after = await house.server.stage.published()
  expect(after?.script.length).toBeGreaterThan(0)
  expect(after?.people).toEqual(before?.people)
  expect(after?.engagements).toEqual(before?.engagements)
  expect(after?.venue).toEqual(before?.venue)
  expect(after?.title).toBe(before?.title)
  expect(after?.departments).toEqual(before?.departments)
  expect(production()).toEqual(was)
  expect((await open(0)).status).toBe(200)
  expect((await house.server.stage.published())?.people).toEqual([])
  // A show is opened as it was saved, whatever is asked for.
  expect((await send(`file-open?name=little.json&curtain=${evening}&keep=1`, little)).status).toBe(200)
  expect((await house.server.stage.published())?.title).toBe('A Little Night')
})

test('PASTE-15: of the workbook that is saved here each page finds its own sheet', async () => {
  for (const name of showTableNames) expect(sheetNameOf(name)).toBe(showTable(littleShow(), name).name)
  const { house } = await opened(littleShow())
  const cookie = await house.pair({ roles: ['caller', 'SM'] })
  const asked = await fetch(`${house.server.address}/api/office/table-file?table=cues&as=xlsx`, {
    headers: { cookie },
  })
  const body = Buffer.from(await asked.arrayBuffer())
  const read = async (wanted: string, bytes: BodyInit) => {
    const headers = { cookie, 'content-type': 'application/octet-stream' }
    const path = `api/office/table-read?name=lists.xlsx&wanted=${wanted}`
    const answer = await fetch(`${house.server.address}/${path}`, { method: 'POST', headers, body: bytes })
    return { status: answer.status, told: await answer.json() }
  }
  const tracks = await read('tracks', body)
  expect([tracks.status, tracks.told.sheet]).toEqual([200, 'Tracks'])
  expect(tracks.told.others).toContain('On and off')
  expect(await read('entrances', body)).toMatchObject({ told: { sheet: 'On and off' } })
  expect(await read('tracks', 'Track;What\nK;Keeper')).toMatchObject({
    told: { text: 'Track\tWhat\nK\tKeeper', others: [] },
  })
  expect((await read('tracks', new Uint8Array([0xff, 0xd8, 0xff, 0]))).told.refusal.sentence).toMatch(
    /neither a workbook/,
  )
})
