// The page of a roll call as text: what is in it before any script, and what never is.

import { expect, test } from 'vitest'
import { littleShow } from '../../test/kit/shows.ts'
import { noSafety } from '../core/show/safety.ts'
import { wordsIn } from '../words/words.ts'
import { incidentPage } from './incident-page.ts'
import { rollCallPage } from './roll-call-page.ts'

const page = (drill: boolean, language: Parameters<typeof wordsIn>[0] = 'en-GB') =>
  rollCallPage({ show: littleShow(), words: wordsIn(language), locale: 'en-GB', drill })

test('ROLLCALL-20: no bundle, no font, no picture, and nobody’s name', () => {
  const loads = [...page(false).matchAll(/(?:src|href)="([^"#]*)"/g)].map(([, address]) => address)
  expect(loads).toEqual(['/icon.svg', '/', '/incident', '/roll-call-drill', '/roll-call.js'])
  for (const { name } of littleShow().people) expect(page(false)).not.toContain(name)
})

test('ROLLCALL-20: every sentence comes with its gaps, in each language', () => {
  for (const language of ['en-GB', 'pseudo'] as const) {
    const [, written = ''] = /data-texts="([^"]*)"/.exec(page(false, language)) ?? []
    const texts = JSON.parse(
      written.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&'),
    )
    expect(texts.counts).toContain('{seen}')
    expect(Object.keys(texts).sort()).toEqual(
      [...Object.keys(wordsIn(language).rollCall).filter((name) => name !== 'drill'), 'timeZone'].sort(),
    )
    expect(JSON.stringify(texts)).not.toMatch(/undefined|\[object/)
  }
})

test('ROLLCALL-23: from the roll call, a drill of it and the card a page of its own leads back to one’s own screen', () => {
  const said = { words: wordsIn('en-GB'), locale: 'en-GB', today: null, card: null }
  for (const text of [page(false), page(true), incidentPage({ ...said, drill: false })])
    expect(text).toMatch(/<a [^>]*href="\/">Back to my screen<\/a>/)
})

test('ROLLCALL-22: a drill says so on top, and leads to no other', () => {
  expect(page(true)).toContain('DRILL.')
  expect(page(true)).not.toContain('href="/roll-call-drill"')
})

test('SAFETY-5: the building’s assembly points are offered without a script, as texts', () => {
  const show = littleShow()
  const points = [{ place: 'Tannery Yard' }, { place: '"><script>' }]
  const safety = { ...noSafety, points }
  const text = rollCallPage({
    show: { ...show, venue: { ...show.venue, safety } },
    ...{ words: wordsIn('en-GB'), locale: 'en-GB', drill: false },
  })
  expect(text).toContain('<option value="Tannery Yard"></option>')
  expect(text).not.toContain('"><script>')
})
