// A copy of the record at the desk: for stage management only, whole, and gone from the folder afterwards.

import { readdirSync, writeFileSync } from 'node:fs'
import { createServer, get, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { temporaryFolder } from '../../../test/kit/ghostlight.ts'
import { openServedHouse, type ServedHouse } from '../../../test/kit/served-house.ts'
import { TestClock } from '../../../test/kit/server.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { roleNames } from '../../core/disclosure/policy.ts'
import { id } from '../../core/kit/ids.ts'
import { markIn } from '../log/mark.ts'
import { verifyFile } from '../log/side.ts'
import { STALLED_MS, sendCopy } from './backup.ts'

function download(house: ServedHouse, headers: Record<string, string>) {
  return new Promise<{ status: number; bytes: Buffer; named: string }>((resolve, reject) => {
    const options = { host: '127.0.0.1', port: house.server.port, path: '/api/backup', headers, agent: false }
    const asked = request(options, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          bytes: Buffer.concat(chunks),
          named: answer.headers['content-disposition'] ?? '',
        }),
      )
    })
    asked.on('error', reject)
    asked.end()
  })
}

test('KEEP-6: a stage manager gets a copy that verifies, and nothing of it stays in the folder; no other role and no other site gets any', async () => {
  const house = await openServedHouse({ show: littleShow() })
  onTestFinished(() => house.close())
  const cookie = await house.pair({ roles: ['SM'] })
  const { status, bytes, named } = await download(house, { cookie })
  expect([status, named]).toEqual([
    200,
    expect.stringMatching(/^attachment; filename="ghostlight-[\d-]+-copy-\d+\.db"$/),
  ])
  const copy = join(house.dataDir, 'downloaded.db')
  writeFileSync(copy, bytes)
  expect(await verifyFile(copy)).toMatchObject({ ok: true, performances: 1 })
  expect(markIn(copy)).toMatch(/^Copy \d+, saved by \S.*, \d{1,2} \w+ \d{4}, \d\d:\d\d:\d\d$/)
  expect(readdirSync(house.dataDir).filter((name) => name.includes('to-send'))).toEqual([])
  expect((await download(house, { cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await download(house, {})).status).toBe(403)
  for (const role of roleNames.filter((one) => one !== 'SM')) {
    const post = { roles: [role], department: id<'department'>('lx'), person: id<'person'>('ann') }
    expect([role, (await download(house, { cookie: await house.pair(post) })).status]).toEqual([role, 403])
  }
})

test('KEEP-6: a download that takes nothing is ended after half a minute, and the next one is sent', async () => {
  const folder = temporaryFolder()
  onTestFinished(() => folder.remove())
  const clock = new TestClock()
  const take = (bytes: number) => async () => {
    const file = join(folder.path, `copy-${bytes}`)
    writeFileSync(file, Buffer.alloc(bytes))
    return { file, name: 'copy.db', bytes }
  }
  const sent: Promise<boolean>[] = []
  // More than any buffer between here and there holds.
  const sizes = [64 * 1024 * 1024, 1000]
  const server = createServer((_request, response) => {
    sent.push(sendCopy(take(sizes.shift() ?? 0), {}, response, clock))
  })
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
  onTestFinished(() => void server.close())
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const stalled = await new Promise<IncomingMessage>((answer) => get(address, { agent: false }, answer))
  stalled.on('error', () => undefined)
  const given = sent[0]
  // Until what fills the buffers has gone there is something to wait for; then nothing moves any more.
  await vi.waitFor(async () => {
    clock.pass(STALLED_MS)
    expect(await Promise.race([given, new Promise((later) => setTimeout(later, 20))])).toBe(true)
  }, 20_000)
  expect(readdirSync(folder.path)).toEqual([])
  const next = await new Promise<number>((told) =>
    get(address, { agent: false }, (answer) => {
      answer.resume()
      answer.on('end', () => told(answer.statusCode ?? 0))
    }),
  )
  expect([next, await sent[1]]).toEqual([200, true])
})
