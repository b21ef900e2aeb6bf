// Shows that this program looked at before: opened again as the same show, and looked at anew by any other.

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyShow } from '../../../test/kit/shows.ts'
import { readKeptShow } from '../../formats/show-file/read.ts'
import { ACCEPTED_MAX, acceptedShows } from './accepted-shows.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'ghostlight-accepted-'))
const fileOf = (dir: string) => join(dir, 'shows-looked-at.json')
const said = (dir: string): string => {
  try {
    return readFileSync(fileOf(dir), 'utf8')
  } catch {
    return ''
  }
}
const hashesIn = (dir: string) => said(dir).match(/[0-9a-f]{64}(?=\\")/g) ?? []

test('OFFICE-32: what was looked at before is the same show without being looked at again', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyShow,
      fc.constantFrom('tracks', 'roles', 'venue', 'language', 'script'),
      async (show, left) => {
        const dir = folder()
        const { [left]: _left, ...rest } = show as unknown as Record<string, unknown>
        for (const text of [JSON.stringify(show), JSON.stringify(rest)]) {
          const first = await acceptedShows(dir, 'this build')(text)
          expect(first).toEqual(readKeptShow(text))
          expect(await acceptedShows(dir, 'this build')(text)).toEqual(first)
        }
        // Not a word of it lies beside the record.
        for (const { name } of show.people) if (name.length > 2) expect(said(dir)).not.toContain(name)
      },
    ),
    { numRuns: 60 },
  )
})

test('OFFICE-32: another program, or a file that is not as it was written, looks again', async () => {
  const dir = folder()
  const text = '{"title": "Nearly nothing"}'
  await acceptedShows(dir, 'this build')(text)
  const kept = said(dir)
  expect(hashesIn(dir)).toHaveLength(1)
  // With the hash of a text that is no show it would be taken for one: only this program's own word counts.
  const lie = kept.replace('tracks', 'tricks')
  expect(lie).not.toBe(kept)
  for (const [reader, file] of [
    ['another build', kept],
    ['this build', lie],
    ['this build', '{'],
  ] as const) {
    writeFileSync(fileOf(dir), file)
    expect(await acceptedShows(dir, reader)(text)).toEqual(readKeptShow(text))
  }
  expect(await acceptedShows(dir, 'this build')('{"title": 5}')).toBeNull()
})

test('OFFICE-32: from the source nothing is kept', async () => {
  const dir = folder()
  expect(await acceptedShows(dir, null)('{"title": "Nearly nothing"}')).not.toBeNull()
  expect(said(dir)).toBe('')
})

test('OFFICE-32: the last few are kept', async () => {
  const dir = folder()
  const read = acceptedShows(dir, 'this build')
  for (let one = 0; one <= ACCEPTED_MAX; one += 1) await read(`{"title": "Number ${one}"}`)
  expect(hashesIn(dir)).toHaveLength(ACCEPTED_MAX)
})
