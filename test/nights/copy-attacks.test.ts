// An older copy of the record is put back by somebody who wants to be in again: over real requests, on a house that is opened anew.

import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { theMachine } from '../../src/core/installation/installation.ts'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'
import { freshSecret, sha256 } from '../../src/server/http/cookies.ts'
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

/** Its key is exchanged, and the new one was seen. */
async function withNewKey(house: ServedHouse, cookie: string): Promise<string> {
  const [known, fresh] = [readCookie(cookie), freshSecret()]
  const device = id<'device'>(known.device)
  const [was, secretHash] = [sha256(known.secret), fresh.hash]
  await ask(house, { name: 'key.turn', device, was, secretHash, early: true })
  await ask(house, { name: 'key.keep', device, secretHash })
  return cookie.replace(known.secret, fresh.secret)
}

test('ATTACK-42, KEEP-27: an older copy lets nobody in again: no removed device, used link, closed link or dropped passkey', async () => {
  const folder = temporaryFolder()
  onTestFinished(folder.remove)
  const opening = { dataDir: folder.path }
  const house = await openServedHouse({ show: sightingShow, ...opening })
  const [ann] = house.server.stage.night()?.plan.show.people ?? []
  const [stays, thief] = [await house.pair({ roles: ['SM'] }), await house.pair({ roles: ['CM'] })]
  const turned = await house.pair({ roles: ['perf'], person: ann?.id ?? null })
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
  const now = await withNewKey(house, turned)
  await house.server.close()
  await restoreLog({ copy, file: record, keptAs: 'before.db', replace: true })
  const again = await openServedHouse({ show: null, ...opening })
  const me = async (cookie: string) => (await again.ask('/api/me', { headers: { cookie } })).status
  expect([await me(stays), await me(thief), await me(late.cookie)]).toEqual([200, 401, 401])
  expect((await again.join(link)).cookie).toBe('')
  // By the key it was given since, and by the one before nobody: that is a copy’s, and stops both (KEY-3).
  expect([await me(now), await me(turned)]).toEqual([200, 401])
  await expect.poll(() => me(now), { timeout: 30_000 }).toBe(401)
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

test('ATTACK-46, KEEP-28: a copy that somebody put something into runs nothing: it is refused before it is read, and never opened with it', async () => {
  const folder = temporaryFolder()
  onTestFinished(folder.remove)
  const house = await openServedHouse({ show: sightingShow, dataDir: folder.path })
  const sm = await house.pair({ roles: ['SM'] })
  const record = join(folder.path, 'ghostlight.db')
  const made = async (name: string, evil: string) => {
    const file = join(folder.path, name)
    await backupLog(record, file)
    const database = new DatabaseSync(file)
    database.exec(evil)
    database.close()
    return file
  }
  const keeps = await made(
    'keeps.db',
    'CREATE TABLE kept (t); CREATE TRIGGER keeps AFTER INSERT ON detail BEGIN INSERT INTO kept VALUES (new.text); END',
  )
  const endless = await made(
    'endless.db',
    'CREATE VIEW more AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n',
  )
  const pipe = join(folder.path, 'pipe.db')
  execFileSync('mkfifo', [pipe])
  const look = (file: string) =>
    house.ask('/api/office/copy-look', {
      ...{ method: 'POST', headers: { cookie: sm, 'content-type': 'application/json' } },
      body: JSON.stringify({ file }),
    })
  for (const file of [keeps, endless, pipe, '/dev/zero', folder.path]) {
    const told = await look(file)
    expect([file, told.status, JSON.parse(told.text).refusal.code]).toEqual([file, 409, 'no-copy'])
    const into = join(folder.path, 'other', 'ghostlight.db')
    await expect(restoreLog({ copy: file, file: into, keptAs: 'b.db', replace: true })).rejects.toThrow()
  }
  expect((await look(await made('plain.db', 'CREATE TABLE beside (t)'))).status).toBe(200)
  await house.server.close()
  // In one’s own record it is taken out, and the house opens.
  const own = new DatabaseSync(record)
  own.exec(
    'CREATE TRIGGER keeps AFTER INSERT ON event BEGIN DELETE FROM snapshot; END; CREATE VIEW v AS SELECT 1',
  )
  own.close()
  const again = await openServedHouse({ show: null, dataDir: folder.path })
  expect((await again.ask('/api/me', { headers: { cookie: sm } })).status).toBe(200)
  await again.server.close()
  const looked = new DatabaseSync(record, { readOnly: true })
  const left = looked
    .prepare("SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY name")
    .all()
  looked.close()
  expect(left.map(({ name }) => name)).toEqual([
    ...['command_remains', 'command_stays', 'event_remains', 'event_stays'],
  ])
})
