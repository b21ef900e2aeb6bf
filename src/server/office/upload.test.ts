// Files that somebody chose: read beside everything else, given up where they hurt, and lists in and out.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../../test/kit/ghostlight.ts'
import { row, wordDocument, workbook } from '../../../test/kit/packed.ts'
import { openServedHouse } from '../../../test/kit/served-house.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { sourceOf } from '../../../test/kit/source.ts'
import { tableOf } from '../../formats/sheet/tables.ts'
import { systemClock } from '../clock/clock.ts'
import { openUploadReader, READS_MAX } from './upload-reader.ts'
import { readUploaded, type Uploaded } from './uploaded.ts'

const uploaded = (name: string, content: string | Uint8Array): Uploaded => ({
  source: sourceOf(name, content),
  asked: {},
})
const list = 'Cue,Dept,Title\n1,LX,Dawn\n'

function threads() {
  const folder = temporaryFolder()
  onTestFinished(() => folder.remove())
  return (name: string, code: string): URL => {
    const file = join(folder.path, `${name}.mjs`)
    writeFileSync(file, code)
    return pathToFileURL(file)
  }
}

test('OFFICE-30: what the thread reads is what would be read here', async () => {
  const reader = openUploadReader({ clock: systemClock })
  const document = wordDocument(['Character', 'BESS'], ['Dialogue', 'Late.'])
  expect(await reader.read(uploaded('a.docx', document))).toEqual(readUploaded(uploaded('a.docx', document)))
})

test('OFFICE-30: no more than a few are read at once, and when they are read the next one is', async () => {
  const answers =
    'import { parentPort, workerData } from "node:worker_threads"; parentPort.postMessage(workerData)'
  const reader = openUploadReader({ clock: systemClock, thread: threads()('answers', answers) })
  const all = await Promise.all(
    Array.from({ length: READS_MAX + 1 }, () => reader.read(uploaded('a.csv', list))),
  )
  expect(all.map((one) => 'source' in one)).toEqual([...Array.from({ length: READS_MAX }, () => true), false])
  expect(all.at(-1)).toMatchObject({ ok: false, errors: [{ message: expect.stringMatching('Other files') }] })
  expect(await reader.read(uploaded('a.csv', list))).toHaveProperty('source')
})

test('OFFICE-30: a thread that dies, hangs or grows without end is given up, and the next file is read', async () => {
  const threadThat = threads()
  for (const thread of [
    threadThat('dies', 'throw new Error("no")'),
    threadThat('ends', 'process.exit(3)'),
    threadThat('hangs', 'setInterval(() => undefined, 1000)'),
    threadThat('grows', 'const all = []; for (;;) all.push(Array.from({ length: 100_000 }, () => ({})))'),
    new URL('http://localhost/no-thread'),
  ]) {
    const reader = openUploadReader({ clock: systemClock, thread, msMax: 400 })
    expect(await reader.read(uploaded('a.csv', list))).toMatchObject({
      ok: false,
      errors: [{ message: expect.stringMatching('more time or memory') }],
    })
  }
})

async function opened(show: Parameters<typeof openServedHouse>[0]['show'] = null) {
  const house = await openServedHouse({ show })
  onTestFinished(() => house.close())
  const cookie = await house.pair({ roles: ['caller', 'SM'] })
  const send = async (path: string, body: Uint8Array) => {
    const headers = { cookie, 'content-type': 'application/octet-stream' }
    const answer = await fetch(`${house.server.address}/api/office/${path}`, {
      method: 'POST',
      headers,
      body: Buffer.from(body),
    })
    return answer.json()
  }
  const get = async (path: string) => {
    const answer = await fetch(`${house.server.address}/api/office/${path}`, { headers: { cookie } })
    return new Uint8Array(await answer.arrayBuffer())
  }
  return { house, send, get }
}

test('OFFICE-31: a workbook is read where a person says the list is, and opened as a show', async () => {
  const { house, send } = await opened()
  const book = workbook({
    sheets: {
      Notes: row(1, 'by', 'Rosa'),
      Lights:
        row(1, 'Cue', 'What', 'Page', 'Line') +
        row(2, 'Q', 'Title', 'Page', 'Words') +
        row(3, '7', 'Dawn', '2', 'now'),
    },
  })
  const unclear = await send('file-read?name=lx.xlsx', book)
  expect(unclear).toMatchObject({
    ...{ ok: false, kind: 'list', findings: [{ line: 1 }] },
    rows: [
      { sheet: 'Lights', line: 1, text: 'Cue · What · Page · Line' },
      { sheet: 'Lights', line: 2, text: 'Q · Title · Page · Words' },
      { sheet: 'Lights', line: 3 },
    ],
  })
  const read = await send('file-read?name=lx.xlsx&sheet=Lights&head=2', book)
  expect(read).toMatchObject({ ok: true, kind: 'list', title: 'lx', counts: { cues: 1 } })
  const curtain = Date.now() + 3_600_000
  const told = await send(`file-open?name=lx.xlsx&sheet=Lights&head=2&curtain=${curtain}`, book)
  expect(told.show.title).toBe('lx')
  expect((await house.server.stage.published())?.cues.map(({ title }) => title)).toEqual(['Dawn'])
})

test('OFFICE-31: the lists of a show are saved for spreadsheets and read back', async () => {
  const { get } = await opened(littleShow())
  for (const [table, as] of [
    ['cues', 'csv'],
    ['cues', 'xlsx'],
    ['rundown', 'csv'],
  ] as const) {
    const bytes = await get(`table-file?table=${table}&as=${as}`)
    const read = readUploaded({
      source: {
        name: `out.${as}`,
        bytes,
        text: as === 'csv' ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : null,
      },
      asked: {},
    })
    const show = read.ok ? JSON.parse(read.text) : null
    expect(tableOf(show, table).rows).toEqual(tableOf(littleShow(), table).rows)
  }
})
