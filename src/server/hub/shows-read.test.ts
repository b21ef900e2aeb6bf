// A show is read once, however often it is asked for, and only so many are kept.

import { expect, test } from 'vitest'
import { littleShow } from '../../../test/kit/shows.ts'
import { rememberShows, SHOWS_KEPT_MAX } from './shows-read.ts'

test('OFFICE-13: a show that was read or published is not read again; the oldest of three goes, and what cannot be read is not kept', () => {
  const read: string[] = []
  const shows = rememberShows((text) => {
    read.push(text)
    return text === 'none' ? null : littleShow()
  })
  const first = shows.read('one')
  expect(shows.read('one')).toBe(first)
  shows.keep('two', littleShow())
  shows.read('two')
  expect(read).toEqual(['one'])
  expect([shows.read('none'), shows.read('none')]).toEqual([null, null])
  expect(read).toEqual(['one', 'none', 'none'])
  for (let more = 0; more < SHOWS_KEPT_MAX; more += 1) shows.read(`more ${more}`)
  shows.read('one')
  expect(read.filter((text) => text === 'one')).toHaveLength(2)
})
