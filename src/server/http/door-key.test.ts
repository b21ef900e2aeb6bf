// What codes for the stage door are kept with, on the real server: it outlives a start, and is in no copy.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../../test/kit/ghostlight.ts'
import { openServedHouse, RealSocket, type ServedHouse } from '../../../test/kit/served-house.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import type { RoleName } from '../../core/disclosure/policy.ts'
import { backupLog } from '../log/backup.ts'

const folder = temporaryFolder()
const signIn = { name: 'door.sign', person: 'ann', as: 'in', backAt: null } as const

async function screenOf(house: ServedHouse, role: RoleName): Promise<RealSocket> {
  const cookie = await house.pair({ roles: [role] })
  return new RealSocket(house.server.port, { headers: { cookie } }).hello()
}

test('ATTENDANCE-34: a code is good after the server was started again; a copy of the record does not hold the key', async () => {
  onTestFinished(() => folder.remove())
  const before = await openServedHouse({ show: littleShow(), dataDir: folder.path })
  const answer = await (await screenOf(before, 'SM')).press({ name: 'code.give', people: ['ann'] })
  const code = (answer.ok && answer.codes?.[0]?.code) || ''
  await before.close()
  const after = await openServedHouse({ show: null, dataDir: folder.path })
  onTestFinished(() => after.close())
  expect(await (await screenOf(after, 'kiosk')).press({ ...signIn, code })).toMatchObject({ ok: true })
  const copy = join(folder.path, 'copy.db')
  await backupLog(join(folder.path, 'ghostlight.db'), copy)
  const bytes = readFileSync(copy).toString('latin1')
  const { key } = JSON.parse(readFileSync(join(folder.path, 'reach.json'), 'utf8')) as { key: string }
  expect(key).toMatch(/^[\w-]{43}$/)
  expect(bytes).not.toContain(key)
})
