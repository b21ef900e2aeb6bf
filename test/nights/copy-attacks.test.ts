// An older copy of the record is put back by somebody who wants to be in again: over real requests, on a house that is opened anew.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { theMachine } from '../../src/core/installation/installation.ts'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'
import { ENDED_FILE, readEnded } from '../../src/server/http/ended.ts'
import { backupLog } from '../../src/server/log/backup.ts'
import { restoreLog } from '../../src/server/log/restore.ts'
import { temporaryFolder } from '../kit/ghostlight.ts'
import { openServedHouse, readCookie, type ServedHouse } from '../kit/served-house.ts'
import { sightingShow } from '../kit/sighting-show.ts'

type Command = Parameters<ServedHouse['server']['stage']['installation']['submit']>[0]['command']
let asked = 0

async function ask(house: ServedHouse, command: Command, person: string | null = null): Promise<void> {
  const by = { ...theMachine, person: person === null ? null : id<'person'>(person) }
  const { installation } = house.server.stage
  asked += 1
  const answer = await installation.submit({ id: `asked-${asked}`, by, madeAt: instant(0), command })
  expect(answer).toMatchObject({ ok: true })
}

test('ATTACK-42, KEEP-27: an older copy lets nobody in again: no removed device, used link, closed link or dropped passkey', async () => {
  const folder = temporaryFolder()
  onTestFinished(folder.remove)
  const opening = { dataDir: folder.path }
  const house = await openServedHouse({ show: sightingShow, ...opening })
  const [ann] = house.server.stage.night()?.plan.show.people ?? []
  const [stays, thief] = [await house.pair({ roles: ['SM'] }), await house.pair({ roles: ['CM'] })]
  const link = await house.invite({ roles: ['SM'] })
  const group = id<'group'>('group-of-all')
  const post = { name: 'Boards', roles: ['callboard'], department: null, place: null } as const
  await ask(house, {
    name: 'group.invite',
    group,
    linkHash: 'a'.repeat(64),
    post,
    devicesMax: 9,
    minutes: 60,
  })
  const passkey = { name: 'passkey.keep', id: 'key-of-ann', publicKey: 'x', called: 'a phone' } as const
  await ask(house, { ...passkey, rpId: 'house.local', counter: 0 }, ann?.id)
  const record = join(folder.path, 'ghostlight.db')
  const copy = join(folder.path, 'copies', 'older.db')
  mkdirSync(join(folder.path, 'copies'))
  await backupLog(record, copy)
  // What ends after the copy was made.
  const late = await house.join(link)
  expect(late.cookie).not.toBe('')
  await ask(house, { name: 'device.revoke', device: id<'device'>(readCookie(thief).device) })
  await ask(house, { name: 'group.revoke', group, devices: false })
  await ask(house, { name: 'passkey.drop' }, ann?.id)
  await house.server.close()
  await restoreLog({ copy, file: record, keptAs: 'before.db', replace: true })
  const again = await openServedHouse({ show: null, ...opening })
  const me = async (cookie: string) => (await again.ask('/api/me', { headers: { cookie } })).status
  expect([await me(stays), await me(thief), await me(late.cookie)]).toEqual([200, 401, 401])
  expect((await again.join(link)).cookie).toBe('')
  const { devices, groups, passkeys = [] } = again.server.stage.installation.state()
  expect(groups.map(({ linkHash }) => linkHash)).toEqual([null])
  expect(passkeys).toEqual([])
  expect(devices.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1)
  await again.server.close()
  // Opened once more nothing is ended twice; a spoilt file opens the house all the same, and is begun anew.
  const ended = readEnded(folder.path)
  writeFileSync(join(folder.path, ENDED_FILE), '{"devices":')
  const third = await openServedHouse({ show: null, ...opening })
  onTestFinished(() => third.server.close())
  expect((await third.ask('/api/me', { headers: { cookie: stays } })).status).toBe(200)
  expect(readEnded(folder.path).devices.toSorted()).toEqual(ended.devices.toSorted())
})
