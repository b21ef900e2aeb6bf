// Shows that were accepted once and kept: read again, not judged again.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { showText } from '../../../test/nights/show-files.ts'
import { readKeptShow, readShowFile } from './read.ts'

const demo = readFileSync(new URL('../../../demo/slack-water.show.json', import.meta.url), 'utf8')

test('SHOWFILE-30: a kept show is the show that was accepted', () => {
  for (const text of [demo, showText('little'), showText('every-noun'), '{ "title": "Nearly nothing" }']) {
    const accepted = readShowFile(text)
    expect(accepted.ok).toBe(true)
    expect(readKeptShow(text)).toEqual(accepted.ok && accepted.show)
  }
})

test('SHOWFILE-30: what is no show, is none', () => {
  for (const text of ['', '{', '[]', '{}', '{"title": 5}', demo.slice(0, -2)]) {
    expect(readKeptShow(text)).toBeNull()
  }
})
