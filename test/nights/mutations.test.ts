// Spoils a show file in a thousand ways: each is refused with a line, or read and written as the same show.

import { expect, test } from 'vitest'
import { readShowFile } from '../../src/formats/show-file/read.ts'
import { writeShowFile } from '../../src/formats/show-file/write.ts'
import { mutate } from './mutate.ts'
import { showText } from './show-files.ts'

const MUTATIONS = 1_000

/** True when refused; throws when the promise of SHOWFILE-28 is broken. */
function isRefused(text: string, seed: number): boolean {
  const reading = readShowFile(text)
  const told = reading.ok ? reading.warnings : reading.errors
  const lines = text.split(/\r\n?|\n/).length
  const lost = told.filter(
    ({ line, column, message }) => line < 1 || line > lines || column < 1 || message.length < 10,
  )
  expect(lost, `seed ${seed}`).toEqual([])
  if (!reading.ok) {
    expect(told.length, `seed ${seed}`).toBeGreaterThanOrEqual(1)
    return true
  }
  const again = readShowFile(writeShowFile(reading.show))
  expect(again.ok && again.show, `seed ${seed}`).toEqual(reading.show)
  return false
}

test('SHOWFILE-28: a thousand spoilt show files are refused with a line, or read and written as the same', () => {
  const sound = readShowFile(showText('every-noun'))
  if (!sound.ok) throw new Error('the sound file is refused')
  const bases = [showText('every-noun'), writeShowFile(sound.show)]
  const counts = new Map<string, { refused: number; read: number }>()
  for (let seed = 0; seed < MUTATIONS; seed += 1) {
    const { kind, text } = mutate(bases[Math.floor(seed / 7) % 2] ?? '', seed)
    const count = counts.get(kind) ?? { refused: 0, read: 0 }
    counts.set(kind, count)
    if (isRefused(text, seed)) count.refused += 1
    else count.read += 1
  }
  console.table(Object.fromEntries(counts))
  const refused = [...counts.values()].reduce((sum, count) => sum + count.refused, 0)
  console.log(
    `${MUTATIONS} mutations of ${counts.size} kinds: ${refused} refused, ${MUTATIONS - refused} read`,
  )
  expect(refused).toBeGreaterThanOrEqual(MUTATIONS / 2)
})
