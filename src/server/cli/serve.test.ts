// The record comes first at a start: what is read before it is little, and what goes wrong after it leaves it free.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { temporaryFolder } from '../../../test/kit/ghostlight.ts'
import { DATABASE_NAME } from '../keep/names.ts'
import { openSqliteLog } from '../log/sqlite.ts'
import { serve } from './serve.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())

/** What is read before anything of it runs: files of ours, and packages by their names. */
function readFirst(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  if (!file.endsWith('.ts')) return seen
  // A type is read by nobody; an import over several lines ends on its last.
  const imports = /^(?:\} from|import (?!type)[^'\n]*) '([^'\n]+)'$/gm
  for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(imports))
    readFirst(from.startsWith('.') ? resolve(dirname(file), from) : from, seen)
  return seen
}

function made(name: string): string {
  const path = join(folder.path, name)
  mkdirSync(path)
  return path
}

test('CLI-33: what is read before the record is opened is a handful of files, and no package', () => {
  const all = [...readFirst(join(import.meta.dirname, 'serve.ts'))]
  const files = all.filter((file) => file.endsWith('.ts'))
  expect(files.length).toBeGreaterThan(20)
  expect(files.length).toBeLessThanOrEqual(45)
  expect(all.filter((name) => !files.includes(name) && !name.startsWith('node:'))).toEqual([])
})

test('CLI-34: a house that opens again has read no page, no office, no shape of a show, no words and no solver', () => {
  const src = join(import.meta.dirname, '..', '..')
  const read = readFirst(join(import.meta.dirname, 'open-tonight.ts'))
  expect(read).toContain(join(src, 'server/main.ts'))
  const later = ['server/http/routes.ts', 'server/office/all-deeds.ts', 'formats/show-file/schema.ts']
  for (const file of [...later, 'words/british.ts', 'letters/speech.ts'])
    expect(read).not.toContain(join(src, file))
  expect([...read].filter((name) => !name.endsWith('.ts') && !name.startsWith('node:')).sort()).toEqual([
    'ws',
    'zod',
  ])
})

test('CLI-33: with a show that cannot be used the record is free again, and where there was none there is none', async () => {
  const show = join(folder.path, 'bad.show.json')
  writeFileSync(show, '{}')
  const data = join(folder.path, 'data')
  const asked = ['--show', show, '--data', data, '--port', '0', '--no-open']
  await expect(serve.run(asked)).rejects.toThrow('cannot be used as it is')
  expect(existsSync(data)).toBe(false)
  const there = made('there')
  const file = join(there, DATABASE_NAME)
  await (await openSqliteLog({ file })).close()
  await expect(serve.run([...asked, '--data', there])).rejects.toThrow('cannot be used as it is')
  await (await openSqliteLog({ file })).close()
})

test('CLI-33: a record that another keeps is told as such', async () => {
  const there = made('kept')
  const log = await openSqliteLog({ file: join(there, DATABASE_NAME) })
  await expect(serve.run(['--data', there, '--port', '0', '--no-open'])).rejects.toThrow(
    'already keeping this log',
  )
  await log.close()
})
