// The words of the product about people, held to the rule: every text in the code, the whole catalogue, the paper and the report.

import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { sheetsFor } from '../src/core/night/sheets.ts'
import { reportFor } from '../src/core/night/view.ts'
import { reportLetter } from '../src/letters/report.ts'
import { speechOf } from '../src/letters/speech.ts'
import { longer } from '../src/words/pseudo.ts'
import type { Text } from '../src/words/texts.ts'
import { languages, wordsIn } from '../src/words/words.ts'
import { nightOf, theCaller } from '../test/kit/nights.ts'
import { paperShow } from '../test/kit/paper-show.ts'
import { isCode, parseSource } from './tidy/source.ts'
import { breachesOf, checkWording } from './tidy/wording.ts'
import { filesOf } from './tidy.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = filesOf(root).filter(({ path }) => path.startsWith('src/') && isCode(path))

test('CONCERN-22: no text in the code calls anybody missing or late again, tells a reason, or says how somebody is', () => {
  expect(sources.length).toBeGreaterThan(400)
  for (const room of ['core', 'words', 'letters', 'wire', 'formats', 'server', 'web'])
    expect(sources.some(({ path }) => path.startsWith(`src/${room}/`))).toBe(true)
  expect(sources.flatMap((file) => checkWording(parseSource(file)))).toEqual([])
})

/** Values that walk through the branches of a sentence: none of it, one of it, several. */
const values = [0, 1, 2, 6, null, true, false, '20:41', ['Ana', 'Ben']]

/** Everything a sentence says with these values for each name among what it takes; what it cannot take, it says nothing of. */
function saidBy(text: Text, names: readonly string[] | null): readonly string[] {
  if (typeof text === 'string') return [text]
  return values.flatMap((value) => {
    const taken = names === null ? value : Object.fromEntries(names.map((name) => [name, value]))
    try {
      // `as`: made for this very sentence, and more than it ever gets.
      const said: unknown = text(taken as never)
      return typeof said === 'string' ? [said] : []
    } catch {
      return []
    }
  })
}

const namesOf = (text: Text): readonly string[] | null => {
  const names = /^\(?\{([^}]*)\}/.exec(text.toString())?.[1]
  return names === undefined ? null : [...names.matchAll(/(\w+)(?=\s*[,:]|\s*$)/g)].map(([name]) => name)
}

/** Beside each text the same one in the first language: a text for tests is a function of its own, without names. */
function catalogue(texts: object, first: object): readonly string[] {
  return Object.entries(texts).flatMap(([name, text]: [string, object | Text]) => {
    // `as`: the same names in both.
    const own = first[name as keyof typeof first] as object | Text
    if (typeof text === 'object') return catalogue(text, Object(own))
    // `as`: a text, for what is not one has just been walked into.
    return saidBy(text as Text, namesOf(own as Text))
  })
}

const letters = [...'abcdefghijklmnopqrstuvwxyz']
const plainOf = new Map(letters.map((letter) => [longer(letter, [])[1] ?? letter, letter]))
const plain = (text: string): string =>
  [...text.toLowerCase()].map((letter) => plainOf.get(letter) ?? letter).join('')

test('CONCERN-22: nor does any text of the catalogue, in any language', () => {
  for (const language of languages) {
    const texts = catalogue(wordsIn(language), wordsIn('en-GB'))
    expect(texts.length).toBeGreaterThan(1_000)
    // The texts of the incident card and of one's own note, which may say so; for tests they are longer.
    const read = texts.map((text) => (language === 'pseudo' ? plain(text) : text))
    const ofTheCard =
      /^\[?(?:a near miss: nobody was hurt|who was hurt|if somebody is hurt|injuries seen|allergies, as they or others say|seizure(?:seizu|: care begun(?: seizure care beg)?)?\]?$|(?:allergies|pregnancy)[a-z]*\]?$)/i
    const wrong = read.filter((text) => breachesOf(text).length > 0 && !ofTheCard.test(text))
    expect([language, ...new Set(wrong)]).toEqual([language])
  }
})

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

test('CONCERN-22: nor does the paper of a night, nor its report', () => {
  const night = nightOf(paperShow()).open()
  const all = sheetsFor(night.plan, night.state, theCaller, { asked: null, now: night.now })
  const ofPeople = all.filter(({ id }) => id !== 'incident')
  expect(ofPeople.length).toBe(all.length - 1)
  for (const sheet of ofPeople) expect([sheet.id, ...textsIn(sheet).flatMap(breachesOf)]).toEqual([sheet.id])
  for (const country of ['GB', 'US'] as const) {
    const report = reportFor(night.plan, night.state, theCaller)
    expect(report).not.toBeNull()
    if (report !== null) expect(breachesOf(reportLetter(report, speechOf(country)))).toEqual([])
  }
})

test('ATTENDANCE-26: what is said to the building names nobody', () => {
  for (const language of ['en-GB', 'en-US'] as const) {
    // A text and no sentence: it takes no names.
    const { text } = wordsIn(language).arrivals
    expect([typeof text, breachesOf(text)]).toEqual(['string', []])
  }
})

const planted = [
  'Mia is missing.',
  'MIA: AWOL',
  'Tom is absent without leave',
  'Tom, late again',
  'Tom was 10 minutes late',
  'Mia has called in sick',
  'Mia is out; reason given: none',
  'Mia fainted in dressing room 4',
  'Mia is in the toilet',
  'no-show: Tom Ash',
  'Tom is unreliable on Saturdays',
  'Mia seems drunk',
] as const

test('CONCERN-22: each planted phrase is seen, in a text, in a sentence with values, in a tag and in the language for tests', () => {
  for (const phrase of planted) {
    expect([phrase, breachesOf(phrase).length > 0]).toEqual([phrase, true])
    expect([phrase, breachesOf(plain(longer(phrase, []))).length > 0]).toEqual([phrase, true])
    for (const text of [
      `// A planted text.\nexport const said = '${phrase}'\n`,
      `// A planted text.\nexport const said = (n: number) => \`\${n} · ${phrase} · \${n}\`\n`,
      `// A planted text.\nexport const Said = () => <p>${phrase}</p>\n`,
    ])
      expect(checkWording(parseSource({ path: 'src/web/desk/planted.tsx', text }))).not.toEqual([])
  }
  const texts = catalogue(
    { one: { said: ({ name }: { name: string }) => `${name} is missing` } },
    {
      one: { said: ({ name }: { name: string }) => `${name} is missing` },
    },
  )
  expect(texts.flatMap(breachesOf)).not.toEqual([])
})

test('CONCERN-22: what is said instead passes', () => {
  for (const words of [
    'Not yet in',
    'not yet seen',
    'Can you see Mia, SR2?',
    'Found on the floor by Tom, 20:47',
  ])
    expect(breachesOf(words)).toEqual([])
})

test('INCIDENT-25: no text of the product names a cause, a collapse or a death by its manner, or calls a person safe because of a telephone', () => {
  const never =
    /\b(?:collaps\w+|overdos\w+|fainted|drunk|committed suicide|(?:failed|successful) (?:suicide )?attempt|epidemic|passed away|(?:he|she|who) is safe|(?<!whether )they are safe)\b/i
  for (const language of ['en-GB', 'en-US'] as const)
    expect(catalogue(wordsIn(language), wordsIn('en-GB')).filter((text) => never.test(text))).toEqual([])
  const night = nightOf(paperShow()).open()
  const card = sheetsFor(night.plan, night.state, theCaller, { asked: null, now: night.now })
  expect(card.flatMap(textsIn).filter((text) => never.test(text))).toEqual([])
  // And what it has no words for: to judge whether an ambulance is needed, to forbid anybody to speak, to boast of a standard.
  const beyond =
    /\b(?:no (?:need for an )?ambulance|stop (?:the )?(?:CPR|compressions)|pronounced|take \d+ ?mg|(?:must|may) not (?:speak|talk|post)|do not (?:speak|talk) (?:to|with) (?:the press|anyone|anybody)|gagg?\w*|BS ?8484|ES1|ISO ?22320|vital interests)\b/i
  const all = (['en-GB', 'en-US'] as const).flatMap((one) => catalogue(wordsIn(one), wordsIn('en-GB')))
  expect([...all, ...card.flatMap(textsIn)].filter((text) => beyond.test(text))).toEqual([])
  for (const planted of [
    'There is no need for an ambulance.',
    'You may not talk to the press',
    'Meets BS 8484',
  ])
    expect([planted, beyond.test(planted)]).toEqual([planted, true])
})
