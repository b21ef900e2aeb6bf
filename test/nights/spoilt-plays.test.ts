// A thousand spoilt plays: each is refused with its line, or read into what may be written, read again and be the same.

import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { type Dice, dice } from '../../src/core/kit/dice.ts'
import { readShowFile } from '../../src/formats/show-file/read.ts'
import { writeShowFile } from '../../src/formats/show-file/write.ts'
import { breakDownTei, importTei } from '../../src/formats/tei/import.ts'
import type { Mutation } from './mutate.ts'
import { plainKinds } from './mutate-text.ts'
import { playAnswer } from './play-answer.ts'

const SPOILT = 1_000

function atOne(text: string, throws: Dice, pattern: RegExp, by: (found: string) => string): string {
  const place = throws.pick([...text.matchAll(pattern)])
  return text.slice(0, place.index) + by(place[0]) + text.slice(place.index + place[0].length)
}

/** As hands, programs and attackers spoil XML. */
const xmlKinds: Readonly<Record<string, Mutation>> = {
  'end tag lost': (text, throws) => atOne(text, throws, /<\/\w+>/g, () => ''),
  'start tag lost': (text, throws) => atOne(text, throws, /<\w[^>/]*>/g, () => ''),
  'element renamed at one end': (text, throws) => atOne(text, throws, /<\/\w+>/g, () => '</other>'),
  'angle lost': (text, throws) => atOne(text, throws, /[<>]/g, () => ''),
  'ampersand in the words': (text, throws) => atOne(text, throws, /(?<=[a-z]) (?=[a-z])/g, () => ' & '),
  'entity nobody explains': (text, throws) => atOne(text, throws, /(?<=[a-z]) (?=[a-z])/g, () => '&nbsp;'),
  'attribute twice': (text, throws) =>
    atOne(text, throws, / (?:who|type|n)="[^"]*"/g, (found) => found + found),
  'attribute without value': (text, throws) => atOne(text, throws, /="[^"]*"/g, () => ''),
  'no body': (text) => text.replaceAll(/(<\/?)body>/g, '$1back>'),
  'no speeches': (text) => text.replaceAll(/<(\/?)sp\b/g, '<$1ab'),
  'too deep': (text, throws) =>
    atOne(text, throws, /<sp\b/g, (found) => `${'<hi>'.repeat(300)}${'</hi>'.repeat(300)}${found}`),
  'two roots': (text) => text + text.slice(text.indexOf('<TEI')),
  'control character': (text, throws) =>
    atOne(text, throws, /(?<=[a-z]) (?=[a-z])/g, () => String.fromCharCode(throws.whole(1, 8))),
  'who lost': (text, throws) => atOne(text, throws, / who="[^"]*"/g, () => ''),
  'stranger speaks': (text, throws) => atOne(text, throws, / who="[^"]*"/g, () => ' who="#Nobody_Fer"'),
  'type changed': (text, throws) => atOne(text, throws, / type="[^"]*"/g, () => ' type="act"'),
}

const kinds = Object.entries({ ...plainKinds, ...xmlKinds })

/** Told at a line that is there. */
function expectLines(text: string, told: readonly { readonly line: number }[], seed: string): void {
  const lines = text.split(/\r\n?|\n/).length
  for (const { line } of told) {
    expect(line, seed).toBeGreaterThanOrEqual(1)
    expect(line, seed).toBeLessThanOrEqual(lines)
  }
}

function isRead(text: string, seed: string): boolean {
  const answer = breakDownTei(text, 'spoilt')
  const imported = importTei(text, 'spoilt')
  if (!answer.ok || !imported.ok) {
    const errors = [answer, imported].flatMap((each) => (each.ok ? [] : each.errors))
    expect(errors.length, seed).toBeGreaterThanOrEqual(1)
    expectLines(text, errors, seed)
    return false
  }
  const { breakdown } = answer
  expect(playAnswer.safeParse(breakdown).error, seed).toBeUndefined()
  expectLines(text, breakdown.questions, seed)
  const again = breakDownTei(text, 'spoilt')
  expect(again.ok && isDeepStrictEqual(again.breakdown, breakdown), seed).toBe(true)
  const written = writeShowFile(imported.show)
  const reread = readShowFile(written)
  expect(reread.ok && writeShowFile(reread.show) === written, seed).toBe(true)
  return true
}

test('TEI-27, TEI-32: a spoilt play is refused with a line, or read into what is the same when it is read again', () => {
  const sound = readFileSync(new URL('../fixtures/shows/little-play.xml', import.meta.url), 'utf8')
  const whole = importTei(sound, 'little-play.xml')
  expect(whole.ok && whole.questions).toEqual([])
  const counts: Record<string, { refused: number; read: number }> = {}
  for (let seed = 0; seed < SPOILT; seed += 1) {
    const [kind, mutation] = kinds[seed % kinds.length] ?? ['', (text: string) => text]
    const count = counts[kind] ?? { refused: 0, read: 0 }
    counts[kind] = count
    if (isRead(mutation(sound, dice(seed)), `seed ${seed}: ${kind}`)) count.read += 1
    else count.refused += 1
  }
  console.table(counts)
  const refused = Object.values(counts).reduce((sum, count) => sum + count.refused, 0)
  console.log(`${refused} of ${SPOILT} refused`)
  expect(refused).toBeGreaterThanOrEqual(SPOILT / 2)
})
