// Fountain as a play: acts, scenes, who speaks, who comes and goes, what is asked and what is refused.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sourceOf } from '../../../test/kit/source.ts'
import { breakDownFile, importFile } from '../import-file.ts'
import { NAME_LENGTH_MAX } from '../script/speaker.ts'
import { elementsOf } from './elements.ts'
import { emphasisOf, plain } from './emphasis.ts'
import { FOUNTAIN_BYTES_MAX, LINE_LENGTH_MAX, linesOf } from './lines.ts'

const ferry = `Title: The Ferry
Author: Rosa Quill

# ACT ONE

.THE LANDING #1#

A wet morning. Enter Bess and Tom.

BESS
(quietly)
It is *late* again. [[Slower?]]

TOM (V.O.)
So are we.

BESS & TOM
~ Over the water,
~ over the sand.

Exit Tom.

# ACT TWO

.THE BOAT

ALL
Pull!
`

const read = (text: string) => {
  const answer = breakDownFile(sourceOf('ferry', text))
  if (answer.what !== 'play') throw new Error('it is a play')
  if (!answer.ok) throw new Error(answer.errors.map(({ message }) => message).join(', '))
  return { ...answer.breakdown, onStage: answer.onStage() }
}

describe('a play', () => {
  test('FOUNTAIN-3: acts are sections, scenes are headings, with the number a heading has', () => {
    const { title, acts, segments } = read(ferry)
    expect({ title, acts }).toEqual({ title: 'The Ferry', acts: 2 })
    expect(segments).toEqual([
      { id: '1', act: 1, label: 'THE LANDING', speakers: ['BESS', 'TOM'] },
      { id: '2.1', act: 2, label: 'THE BOAT', speakers: ['ALL'] },
    ])
  })

  test('FOUNTAIN-3: without headings the sections under the acts are scenes, and without sections all is one', () => {
    const sections = '# Act 1\n\n## Morning\n\nBESS\nHere.\n\n## Night\n\nTOM\nThere.\n'
    expect(read(sections).segments.map(({ label }) => label)).toEqual(['Morning', 'Night'])
    expect(read('BESS\nHere.\n\nTOM\nThere.\n').segments).toHaveLength(1)
    expect(
      read('BESS\nHere.\n\nINT. BARN - DAY\n\nTOM\nThere.\n').segments.map(({ label }) => label),
    ).toEqual(['Opening', 'INT. BARN - DAY'])
  })

  test('FOUNTAIN-4: two who speak alone and together are two; a crowd, and a name that may be two, are asked about', () => {
    const { characters, questions } = read(ferry)
    expect(characters.map(({ id, speeches, group }) => [id, speeches, group])).toEqual([
      ['BESS', 2, false],
      ['TOM', 2, false],
      ['ALL', 1, true],
    ])
    expect(questions.find(({ kind }) => kind === 'person')).toMatchObject({ line: 27 })
    expect(read('MAN AND DOG\nWoof.\n').questions.map(({ kind }) => kind)).toContain('person')
  })

  test('FOUNTAIN-5: who comes and goes is read from what happens; a voice from elsewhere is not on', () => {
    const { onStage } = read(ferry)
    expect(onStage?.events.map(({ kind, ids }) => [kind, ids])).toEqual([
      ['in', ['BESS', 'TOM']],
      ['out', ['TOM']],
    ])
  })

  test('FOUNTAIN-6: notes and what is struck out are counted, and what does not end is asked about', () => {
    const file = read(ferry).questions.filter(({ kind }) => kind === 'file')
    expect(file).toMatchObject([{ line: 12 }])
    const unended = read('BESS\nHere.\n\n/* struck\n\nTOM\nNever.\n').questions
    expect(unended.filter(({ kind, line }) => kind === 'file' && line === 4)).toHaveLength(2)
  })

  test('FOUNTAIN-5: it is proposed as a show, its words without their marks', () => {
    const imported = importFile(sourceOf('ferry', ferry))
    if (!imported.ok) throw new Error('it is a play')
    const { script, items } = imported.show
    expect(items).toHaveLength(2)
    expect(script.map(({ text }) => text)).toContain('It is late again.')
    expect(script.some(({ text }) => /[[\]*~]/.test(text))).toBe(false)
  })
})

describe('what is refused', () => {
  test.each([
    ['', 1],
    ['Only a walk by the sea.\n', 1],
    [`BESS\nHere.\n\n${'a'.repeat(LINE_LENGTH_MAX + 1)}\n`, 4],
    [`BESS\nHere.\n${'a\n'.repeat(FOUNTAIN_BYTES_MAX / 2)}`, 1],
  ])('FOUNTAIN-2, FOUNTAIN-6: nobody speaks, a line or a file too long (%#)', (text, line) => {
    const answer = importFile(sourceOf('file', text))
    expect(answer.ok).toBe(false)
    if (!answer.ok) expect(answer.errors[0]).toMatchObject({ line })
  })

  test('FOUNTAIN-2: a line of the longest length is read; a name that is too long is a sentence', () => {
    expect(importFile(sourceOf('file', `BESS\n${'a '.repeat(LINE_LENGTH_MAX / 2)}\n`)).ok).toBe(true)
    const kinds = (text: string) => elementsOf(text).elements.map(({ kind }) => kind)
    expect(kinds(`${'A'.repeat(NAME_LENGTH_MAX)}\nHere.`)).toEqual(['character', 'dialogue'])
    expect(kinds(`${'A'.repeat(NAME_LENGTH_MAX + 1)}\nHere.`)).toEqual(['action'])
  })
})

/** All signs that mean something, and a few that do not. */
const anything = fc.string({ unit: fc.constantFrom(...'*_[]/()#=.~>@^!: \n\\aBÉ…1'), maxLength: 400 })

test('FOUNTAIN-1: of any text no word is lost, and the marks of what was lifted out count from nought', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const { lines, notes, boneyards } = linesOf(text)
      const all = lines.map((line) => line.text).join('\n')
      for (const index of notes.keys()) expect(all).toContain(`[[${index}]]`)
      for (const index of boneyards.keys()) expect(all).toContain(`/*${index}*/`)
      const letters = (words: string) => words.replace(/[^aBÉ]/g, '').length
      const lifted = [...notes, ...boneyards].reduce((sum, aside) => sum + letters(aside.text), 0)
      expect(letters(all) + lifted).toBe(letters(text))
      expect(letters(plain(text))).toBe(letters(text))
      expect(emphasisOf(text).every((run) => run.text !== '')).toBe(true)
    }),
  )
})
