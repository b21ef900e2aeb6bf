// Files that somebody brings to do harm with, sent to a running house as its page sends them; and devices that lie about what they kept.

import { generateKeyPairSync } from 'node:crypto'
import { readdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { textIn } from '../../src/server/cli/text.ts'
import { keyFrom, wordsOf } from '../../src/server/heads/key.ts'
import { ENDED_FILE } from '../../src/server/http/ended.ts'
import { readUploaded } from '../../src/server/office/uploaded.ts'
import { HEADS_BYTES_MAX, HEADS_KEPT, type SignedHead } from '../../src/wire/heads.ts'
import { temporaryFolder } from '../kit/ghostlight.ts'
import { openServedHouse, type ServedHouse } from '../kit/served-house.ts'
import { littleShow } from '../kit/shows.ts'

const json = { 'content-type': 'application/json' }
const CANARY = 'canary-of-the-machine'
let house: ServedHouse
let sm: string

beforeAll(async () => {
  house = await openServedHouse({ show: littleShow() })
  sm = await house.pair({ roles: ['SM'] })
})
afterAll(() => house?.close())

function send(path: string, bytes: Uint8Array): Promise<{ readonly status: number; readonly text: string }> {
  const headers = { cookie: sm, 'content-type': 'application/octet-stream' }
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: house.server.port,
      path,
      method: 'POST',
      headers,
      agent: false,
    }
    const asked = request(options, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (more: string) => {
        text += more
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    asked.on('error', reject)
    asked.end(bytes)
  })
}

const names = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true }).map(String).toSorted()

/** As small a document as a word processor writes, with this for its text. */
const aDocument = (xml: string, more: Zippable = {}): Uint8Array =>
  zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(xml), ...more })
const said = (text: string) =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`

test('ATTACK-39: what lies in a file reaches no other file, is run by nobody and grows to nothing', async () => {
  const folder = temporaryFolder()
  onTestFinished(() => folder.remove())
  const canary = join(folder.path, 'canary.txt')
  writeFileSync(canary, CANARY)
  const reading = `<!DOCTYPE x [<!ENTITY e SYSTEM "file://${canary}"><!ENTITY % p SYSTEM "file://${canary}"> %p;]>`
  const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`)
  const growing = `<!DOCTYPE x [<!ENTITY l0 "ha">${laughs.join('')}]>`
  // The house writes down a second later which links were used.
  await expect.poll(() => names(house.dataDir)).toContain(ENDED_FILE)
  const before = names(house.dataDir)
  const link: Zippable = { 'word/document.xml': [strToU8(canary), { os: 3, attrs: 0o120777 << 16 }] }
  const outside = { '../../out.txt': strToU8('x'), '/tmp/out.txt': strToU8('x'), '..\\out.txt': strToU8('x') }
  const table = zipSync({
    'xl/workbook.xml': strToU8(`${reading}<workbook>&e;</workbook>`),
    'a.zip': zipSync(outside),
  })
  const tei = (head: string, body: string) =>
    strToU8(
      `${head}<TEI><text><body><div><sp><speaker>MIA</speaker><p>${body}</p></sp></div></body></text></TEI>`,
    )
  const files: readonly (readonly [name: string, bytes: Uint8Array])[] = [
    ['reads.docx', aDocument(`${reading}${said('&e;')}`)],
    ['grows.docx', aDocument(`${growing}${said('&l9;')}`)],
    ['link.docx', aDocument('', link)],
    ['outside.docx', aDocument(said('MIA'), outside)],
    ['reads.xlsx', table],
    ['reads.xml', tei(reading, '&e;')],
    ['grows.xml', tei(growing, '&l9;')],
    ['includes.xml', tei('', `<xi:include href="file://${canary}" parse="text"/>`)],
    [
      'reads.fdx',
      strToU8(`${reading}<FinalDraft><Content><Paragraph>&e;</Paragraph></Content></FinalDraft>`),
    ],
    ['../../out.fountain', strToU8('Title: X\n\nMIA\nHello.\n')],
    ['drawing.svg', strToU8(`<svg onload="alert(1)"><image href="file://${canary}"/></svg>`)],
  ]
  const holds = (name: string, text: string) =>
    expect([name, text.includes(CANARY), text.length < 20_000]).toEqual([name, false, true])
  // A thread for each costs a second: the house is asked three, the rest go to what it would have read them with.
  const asked = new Set(['reads.docx', 'outside.docx', '../../out.fountain'])
  await Promise.all(
    files.map(async ([name, bytes]) => {
      const source = { name, bytes, text: textIn(Buffer.from(bytes)) }
      if (!asked.has(name)) return holds(name, JSON.stringify(readUploaded({ source, asked: {} })))
      const { status, text } = await send(`/api/office/file-read?name=${encodeURIComponent(name)}`, bytes)
      expect([name, status < 500]).toEqual([name, true])
      holds(name, text)
    }),
  )
  expect(names(house.dataDir)).toEqual(before)
  expect(names(folder.path)).toEqual(['canary.txt'])
})

test('ATTACK-39: what says of itself that it is a picture is one of a page, or nothing', async () => {
  const png = Buffer.alloc(64)
  for (const [at, word] of [0x89504e47, 0x0d0a1a0a, 13, 0x49484452, 90_000, 90_000].entries())
    png.writeUInt32BE(word, at * 4)
  for (const data of [png, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')]) {
    const body = JSON.stringify({ data: data.toString('base64'), words: [] })
    const kept = await house.ask('/api/office/picture-keep', {
      method: 'POST',
      headers: { ...json, cookie: sm },
      body,
    })
    expect([kept.status, JSON.parse(kept.text).refusal.code]).toEqual([409, 'picture'])
  }
})

test('ATTACK-41: a device that lies about what it kept of the record is told so itself, and changes nothing for anybody', async () => {
  const stranger = keyFrom(generateKeyPairSync('ed25519').privateKey)
  const forged = (number: number): SignedHead => {
    const head = { number, at: 5, root: 'a'.repeat(64) }
    return { ...head, signature: stranger.sign(wordsOf(head)), key: stranger.name }
  }
  const all = Array.from({ length: HEADS_KEPT }, (_, at) => forged(at + 1))
  const streams = async () => JSON.stringify(await house.server.log.streams())
  const hand = async (heads: readonly object[], cookie = sm) => {
    const body = JSON.stringify({ heads })
    return house.ask('/api/heads', { method: 'POST', headers: { ...json, cookie }, body })
  }
  const before = await streams()
  const other = await house.pair({ roles: ['callboard'] })
  const after = await streams()
  const told = JSON.parse((await hand(all)).text)
  expect(told.found).toEqual(all.map(({ number }) => ({ number, is: 'gone', key: 'another' })))
  const [first = forged(1)] = all
  const spoilt = [
    { ...first, root: 'b'.repeat(64) },
    { ...first, key: 'AAAA' },
    { ...first, signature: 'AA==' },
  ]
  const found = JSON.parse((await hand(spoilt)).text).found
  expect(found.map(({ is }: { is: string }) => is)).toEqual(spoilt.map(() => 'not-signed'))
  for (const heads of [
    [...all, first],
    [{ ...first, number: 1e99 }],
    [{ ...first, key: 'A'.repeat(201) }],
    [null],
  ])
    expect((await hand(heads as object[])).status).toBe(400)
  const long = await house.ask('/api/heads', {
    ...{ method: 'POST', headers: { ...json, cookie: sm } },
    body: `{"heads":[]${' '.repeat(HEADS_BYTES_MAX)}}`,
  })
  expect(long.status).toBe(413)
  expect((await hand(all, '')).status).toBe(401)
  expect(JSON.parse((await hand([], other)).text)).toEqual({ heads: [], found: [] })
  expect([await streams(), before === after]).toEqual([after, false])
})
