// A copy of the record at the desk: for stage management only, whole, and gone from the folder afterwards.

import { readdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openServedHouse, type ServedHouse } from '../../../test/kit/served-house.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { roleNames } from '../../core/disclosure/policy.ts'
import { id } from '../../core/kit/ids.ts'
import { verifyFile } from '../log/side.ts'

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
    expect.stringMatching(/^attachment; filename="ghostlight-[\d-]+\.db"$/),
  ])
  const copy = join(house.dataDir, 'downloaded.db')
  writeFileSync(copy, bytes)
  expect(await verifyFile(copy)).toMatchObject({ ok: true, performances: 1 })
  expect(readdirSync(house.dataDir).filter((name) => name.includes('to-send'))).toEqual([])
  expect((await download(house, { cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await download(house, {})).status).toBe(403)
  for (const role of roleNames.filter((one) => one !== 'SM')) {
    const post = { roles: [role], department: id<'department'>('lx'), person: id<'person'>('ann') }
    expect([role, (await download(house, { cookie: await house.pair(post) })).status]).toEqual([role, 403])
  }
})
