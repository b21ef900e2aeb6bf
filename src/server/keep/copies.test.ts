// Copies in a folder somebody chose: where they may go, that nothing is left where they cannot, and what is in one.

import { chmodSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { temporaryFolder } from '../../../test/kit/ghostlight.ts'
import { openSqliteLog } from '../log/sqlite.ts'
import { COPIES_MAX, copiesIn, copyInto, heldIn } from './copies.ts'
import { likelyPlaces, PLACES_MAX, placeAt } from './places.ts'

let folder = temporaryFolder()
let data = ''
beforeEach(async () => {
  folder = temporaryFolder()
  data = join(folder.path, 'data')
  mkdirSync(data)
  await (await openSqliteLog({ file: join(data, 'ghostlight.db') })).close()
})
afterEach(() => folder.remove())

const at = (...names: readonly string[]) => join(folder.path, ...names)
const now = new Date(2026, 8, 17, 23, 51, 4).getTime()
const copyTo = (target: string) =>
  copyInto({
    record: join(data, 'ghostlight.db'),
    folder: target,
    version: '0.1.0',
    now,
    number: async () => ({ number: 7, words: 'Copy 7, saved by Sal, 17 September 2026' }),
  })
const code = (asked: { readonly ok: boolean } & Partial<{ readonly refusal: { readonly code: string } }>) =>
  asked.refusal?.code ?? 'ok'

test('KEEP-20: a folder is refused with its reason where it is none, is in the record’s own, or has no room; nothing is left', async () => {
  writeFileSync(at('a-file'), '')
  mkdirSync(at('stick'))
  symlinkSync(data, at('a-way-in'))
  const asked = ['stick', at('a-file'), at('nowhere'), data, join(data), at('a-way-in')]
  expect(await Promise.all(asked.map(async (one) => code(await copyTo(one))))).toEqual([
    ...['not-whole', 'no-folder', 'not-there', 'inside', 'inside', 'inside'],
  ])
  expect(code(placeAt(at('stick'), data, Number.MAX_SAFE_INTEGER))).toBe('no-room')
  expect(readdirSync(at('stick'))).toEqual([])
})

test('KEEP-20: a copy has its day, its time and its version in its name, and is whole before it has it', async () => {
  mkdirSync(at('stick'))
  const made = await copyTo(at('stick'))
  expect(made).toMatchObject({
    ok: true,
    value: { file: at('stick', 'ghostlight-2026-09-17-235104-by-0.1.0-copy-7.db') },
  })
  expect(readdirSync(at('stick'))).toEqual(['ghostlight-2026-09-17-235104-by-0.1.0-copy-7.db'])
  expect(code(await copyTo(at('stick')))).toBe('exists')
  expect(await heldIn(at('stick', 'ghostlight-2026-09-17-235104-by-0.1.0-copy-7.db'))).toMatchObject({
    ok: true,
  })
  writeFileSync(at('stick', 'ghostlight-2026-01-01-000000.db'), 'no record')
  expect(code(await heldIn(at('stick', 'ghostlight-2026-01-01-000000.db')))).toBe('no-copy')
})

test('KEEP-20: what is plugged in stands first; twenty places and forty copies at most, the newest first', () => {
  for (let stick = 0; stick < PLACES_MAX + 5; stick += 1)
    mkdirSync(at('media', `stick-${stick}`), { recursive: true })
  symlinkSync('/', at('media', 'a-link'))
  const places = likelyPlaces(data, [at('media'), at('nowhere')])
  expect(places).toHaveLength(PLACES_MAX)
  expect(places.every(({ kind }) => kind === 'plugged in')).toBe(true)
  expect(likelyPlaces(data, []).some(({ kind }) => kind === 'beside')).toBe(true)
  chmodSync(at('media'), 0o700)
  for (let second = 0; second <= COPIES_MAX; second += 1) {
    const name = `ghostlight-2026-09-17-1951${String(second).padStart(2, '0')}.db`
    writeFileSync(at('media', name), '')
  }
  writeFileSync(at('media', 'holiday.db'), '')
  const copies = copiesIn([at('media'), at('nowhere')])
  expect(copies).toHaveLength(COPIES_MAX)
  expect(copies[0]?.file).toContain(`1951${COPIES_MAX}`)
})
