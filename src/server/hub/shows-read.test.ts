// A show is read once, however often it is asked for, and only so many are kept.

import { expect, test } from 'vitest'
import { littleShow } from '../../../test/kit/shows.ts'
import { MADE_KEPT_MAX, MADE_LINES_MAX, rememberShows, SHOWS_KEPT_MAX } from './shows-read.ts'

const opened = () => {
  const asked: string[] = []
  const document = async (hash: string) => {
    asked.push(hash)
    return hash
  }
  const shows = rememberShows({ document }, (text) => (text === 'none' ? null : littleShow()))
  return { asked, shows }
}

test('OFFICE-13: a show that was read or published is not read again; the oldest of three goes, and what cannot be read is not kept', async () => {
  const { asked, shows } = opened()
  const first = await shows.version('one')
  expect(await shows.version('one')).toBe(first)
  shows.keep('two', littleShow())
  await shows.version('two')
  expect(asked).toEqual(['one'])
  expect([await shows.version('none'), await shows.version('none')]).toEqual([null, null])
  expect(asked).toEqual(['one', 'none', 'none'])
  for (let more = 0; more < SHOWS_KEPT_MAX; more += 1) await shows.version(`more ${more}`)
  await shows.version('one')
  expect(asked.filter((text) => text === 'one')).toHaveLength(2)
})

test('OFFICE-13: of what edits made as many stay as can be taken back, and no more lines of their own than that', async () => {
  const { asked, shows } = opened()
  for (let edit = 0; edit <= MADE_KEPT_MAX; edit += 1) shows.keep(`edit ${edit}`, littleShow(), 2)
  await shows.version('edit 1')
  expect(asked).toEqual([])
  await shows.version('edit 0')
  expect(asked).toEqual(['edit 0'])
  shows.keep('large', littleShow(), MADE_LINES_MAX)
  await shows.version('large')
  await shows.version('edit 200')
  expect(asked).toEqual(['edit 0', 'edit 200'])
})
