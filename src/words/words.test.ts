// The catalogue: complete in each language, each in its own words, and values kept where a text is lengthened.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { callTable } from '../core/show/call-tables.ts'
import { american } from './american.ts'
import { british } from './british.ts'
import { counting } from './plural.ts'
import { longer, PSEUDO_LONGER } from './pseudo.ts'
import { differing, type Text } from './texts.ts'
import { languageOf, localeOf, wordsIn } from './words.ts'

type Said = { readonly path: string; readonly text: string }

/** What a sentence names among its values, it is handed as «name»; a bare value is a list of names or a number. */
function valuesFor(path: string, text: object | Text): unknown {
  const names = /^\(?\{([^}]*)\}/.exec(text.toString())?.[1]
  if (names === undefined) return /^times\.(?:list|either)$/.test(path) ? ['«one»', '«other»'] : 2
  return Object.fromEntries([...names.matchAll(/\w+/g)].map(([name]) => [name, `«${name}»`]))
}

/** `first`: the same texts in the first language, whose sentences tell what they take. */
function said(texts: object, first: object = british, above = ''): readonly Said[] {
  return Object.entries(texts).flatMap(([name, text]: [string, object | Text]) => {
    const path = `${above}${name}`
    // `as`: the same names in both.
    const own = first[name as keyof typeof first] as object | Text
    if (typeof text === 'object') return said(text, Object(own), `${path}.`)
    // `as`: made for this very sentence.
    return [{ path, text: typeof text === 'string' ? text : text(valuesFor(path, own) as never) }]
  })
}

/** What stands only in British mouths, and what only in American ones. */
const onlyBritish =
  /\b(?:interval|beginners|the half|the quarter|DSM|theatre|programme|colour|centre|get-in|get-out|tannoy|prompt side|opposite prompt|organis\w+|recognis\w+|cancell\w+|licence|grey|noticeboard|the iron|house is (?:not )?clear|clearance)\b/i
const onlyAmerican =
  /\b(?:intermission|places|half hour|PSM|theater|program|color|center|load-in|load-out|organiz\w+|recogniz\w+|gray|callboard call|house is (?:not )?yours)\b/i

test('WORDS-1: American English has every text of the catalogue, and says nothing that only the British say', () => {
  const texts = said(wordsIn('en-US'))
  expect(texts.map(({ path }) => path)).toEqual(said(british).map(({ path }) => path))
  expect(texts.filter(({ text }) => onlyBritish.test(text))).toEqual([])
  expect(said(british).filter(({ text }) => onlyAmerican.test(text))).toEqual([])
})

test('WORDS-1: what American English says by itself differs from the British', () => {
  const first = new Map(said(british).map(({ path, text }) => [path, text]))
  // A list of one is the same in both; of three it is not.
  const same = said(american).filter(
    ({ path, text }) => first.get(path) === text && !/^times\.(?:list|either)$/.test(path),
  )
  expect(same).toEqual([])
  expect(british.times.list(['Ana', 'Ben', 'Cho'])).toBe('Ana, Ben and Cho')
  expect(wordsIn('en-US').times.list(['Ana', 'Ben', 'Cho'])).toBe('Ana, Ben, and Cho')
})

test('WORDS-1: no text is empty, and none ends or begins with the space that would join it to another', () => {
  for (const { path, text } of said(british)) expect([path, text]).toEqual([path, text.trim() || 'a text'])
})

test('WORDS-2: the language is that of the country the show plays in', () => {
  expect([languageOf('GB'), languageOf('US')]).toEqual(['en-GB', 'en-US'])
  expect(['en-GB', 'en-US', 'pseudo'].map((one) => localeOf(one as never))).toEqual([
    'en-GB',
    'en-US',
    'en-GB',
  ])
})

test('WORDS-5: the language for tests is twice as long, in other letters, and keeps what it was handed', () => {
  const plainly = said(british)
  for (const [index, { path, text }] of said(wordsIn('pseudo')).entries()) {
    const plain = plainly[index]?.text ?? ''
    if (!/\p{L}/u.test(plain.replaceAll(/«\w+»/g, ''))) continue
    const values = plain.match(/«\w+»/g) ?? []
    for (const value of values) expect([path, text.includes(value)]).toEqual([path, true])
    const own = plain.length - values.join('').length
    expect([path, text.length >= own * PSEUDO_LONGER - 2 + values.join('').length]).toEqual([path, true])
  }
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string(), (value, around) => {
      expect(longer(`${around}Ana ${value}`, [value])).toContain(value)
    }),
  )
  expect(wordsIn('pseudo').signs.go).toBe('[ĜÖ]')
  expect(longer('20:41', [])).toBe('20:41')
})

test('WORDS-3: counts follow the rules of the language', () => {
  expect([1, 2].map(british.counts.screens)).toEqual(['1 screen', '2 screens'])
  const polish = counting('pl')
  const forms = { one: 'ekran', few: 'ekrany', many: 'ekranów', other: 'ekranu' }
  expect([1, 3, 5, 22].map((count) => polish(count, forms))).toEqual(['ekran', 'ekrany', 'ekranów', 'ekrany'])
})

test('WORDS-3: a language says in other words only what it names, however deep', () => {
  const first = { top: 'a', inner: { one: 'b', two: (n: number) => `${n} c` } }
  const other = differing(first, { inner: { two: (n) => `${n} d` } })
  expect([other.top, other.inner.one, other.inner.two(2)]).toEqual(['a', 'b', '2 d'])
})

test('WORDS-6: the names of calls are the house’s own, whatever the device speaks', () => {
  expect(
    wordsIn('en-US').music.callAt({ call: callTable('GB').firstAct[0]?.words ?? '', clock: '18:55' }),
  ).toBe('the half at 18:55')
})
