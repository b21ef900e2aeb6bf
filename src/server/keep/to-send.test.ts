// What a server that was killed in the middle of sending left in the folder.

import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../../test/kit/ghostlight.ts'
import { TestClock } from '../../../test/kit/server.ts'
import { openSqliteLog } from '../log/sqlite.ts'
import { openToSend, removeUnsent } from './to-send.ts'

test('KEEP-6: what a killed server left unsent is gone after the next start, and nothing else is', async () => {
  const folder = temporaryFolder()
  onTestFinished(() => folder.remove())
  const left = ['ghostlight-2026-09-17-195104.db-to-send', 'ghostlight-2026-09-17-195104.db-to-send-journal']
  const kept = ['ghostlight-2026-09-17-195104.db', 'notes-to-send']
  for (const name of [...left, ...kept]) writeFileSync(join(folder.path, name), 'x')
  removeUnsent(folder.path)
  expect(readdirSync(folder.path).toSorted()).toEqual(kept.toSorted())
})

test('KEEP-6: a house that closes while a copy is made leaves none behind, and makes no other', async () => {
  const folder = temporaryFolder()
  onTestFinished(() => folder.remove())
  const log = await openSqliteLog({ file: join(folder.path, 'ghostlight.db') })
  const before = readdirSync(folder.path).toSorted()
  const toSend = openToSend(folder.path, 'ghostlight.db', new TestClock())
  const taking = toSend.take(null)
  await toSend.close()
  expect((await taking).file).toMatch(/-to-send$/)
  expect(readdirSync(folder.path).toSorted()).toEqual(before)
  await expect(toSend.take(null)).rejects.toThrow('closing')
  await log.close()
})
