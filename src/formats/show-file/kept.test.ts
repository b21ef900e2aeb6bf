// Shows that were accepted once and kept: read again, not judged again.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { showText } from '../../../test/nights/show-files.ts'
import { must } from '../../core/kit/assert.ts'
import { id } from '../../core/kit/ids.ts'
import type { Show } from '../../core/show/show.ts'
import { JSON_VALUES_MAX } from './limits.ts'
import { readKeptShow, readShowFile, readWritten } from './read.ts'
import { writeShowFile } from './write.ts'

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

test('SHOWFILE-43: what this program wrote is read as any show file is, and refused with the same sentences', () => {
  const read = readShowFile(showText('every-noun'))
  if (!read.ok) throw new Error('it opens')
  const { show } = read
  const [cue, item] = [must(show.cues[0], 'it has cues'), must(show.items[0], 'it has items')]
  const many = { ...show, extra: Array.from({ length: JSON_VALUES_MAX }, () => 1) }
  const shows: readonly Show[] = [
    show,
    { ...show, cues: [...show.cues, cue] },
    { ...show, items: [...show.items, { ...item, seconds: -1 }] },
    // A warning only.
    {
      ...show,
      people: [...show.people, { ...must(show.people[0], 'it has people'), id: id<'person'>('twin') }],
    },
    many,
  ]
  for (const one of shows) {
    const text = writeShowFile(one)
    expect(readWritten(text)).toEqual(readShowFile(text))
  }
  expect(readWritten(writeShowFile(many)).ok).toBe(false)
})

test('ATTACK-30: a show whose names turn text round opens without them, and says so once; kept before, it opens so too', () => {
  const whole = showText('every-noun')
  for (const turn of ['\u202E', '\\u202e', '\u2067']) {
    const text = whole.replace(/"title": "/, `"title": "${turn}`)
    const [read, plain] = [readShowFile(text), readShowFile(whole)]
    expect(read.ok && plain.ok && [read.show, read.warnings.length - plain.warnings.length]).toEqual([
      plain.ok && plain.show,
      1,
    ])
    expect(read.ok && read.warnings[0]?.message).toMatch(/turn the text after them round; they were left out/)
    expect(readKeptShow(text)).toEqual(plain.ok && plain.show)
    expect(readWritten(text)).toMatchObject({ ok: true, show: { title: plain.ok && plain.show.title } })
  }
})
