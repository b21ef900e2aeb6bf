// Copies of the record by the command line, as a person types it.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ghostlight, serveGhostlight, temporaryFolder } from '../kit/ghostlight.ts'

test('KEEP-2, KEEP-3, KEEP-4: backup while it serves; restore is refused meanwhile and where the copy is damaged, and done afterwards', async () => {
  const folder = temporaryFolder()
  onTestFinished(() => folder.remove())
  const data = join(folder.path, 'data')
  const served = await serveGhostlight('--demo', '--data', data)
  const made = await ghostlight('backup', '--data', data, '--to', join(folder.path, 'stick'))
  expect([made.code, made.err]).toEqual([0, ''])
  const copy = /^(\S.*\.db)$/m.exec(made.out)?.[1] ?? ''
  expect(made.out).toMatch(/\d+ events in 1 performance, \d+ kB, read back and as they were written/)
  const meanwhile = await ghostlight('restore', copy, '--data', data, '--replace')
  expect([meanwhile.code, meanwhile.err]).toEqual([1, expect.stringContaining('Another Ghostlight')])
  await served.end('SIGTERM')
  const damaged = join(folder.path, 'damaged.db')
  const bytes = readFileSync(copy)
  const place = bytes.indexOf('"performance.planned')
  bytes.write('"performance.plAnned', place > 0 ? place : bytes.length / 2)
  writeFileSync(damaged, bytes)
  const refused = await ghostlight('restore', damaged, '--data', data)
  expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/damaged at|not a log/)])
  const back = await ghostlight('restore', copy, '--data', data, '--replace')
  expect([back.code, back.err]).toEqual([0, ''])
  expect(back.out).toContain(join(data, 'kept', 'ghostlight-'))
  expect((await ghostlight('verify', '--data', data)).code).toBe(0)
})

test('KEEP-3, CLI-8: without a record there is no backup, without a file no restore, and neither makes anything', async () => {
  const folder = temporaryFolder()
  onTestFinished(() => folder.remove())
  const none = await ghostlight('backup', '--data', folder.path)
  expect([none.code, none.err]).toEqual([1, expect.stringContaining('There is no record at')])
  expect((await ghostlight('restore', '--data', folder.path)).err).toContain('Say which copy')
  expect((await ghostlight('restore', join(folder.path, 'no.db'), '--data', folder.path)).err).toContain(
    'There is no file at',
  )
})
