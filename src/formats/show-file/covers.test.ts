// Who can do what besides their own, in the show file: all of it may be missing, and what is wrong is told with its place.

import { expect, test } from 'vitest'
import { coverShow } from '../../../test/kit/cover-evening.ts'
import { readShowFile } from './read.ts'
import { writeShowFile } from './write.ts'

const read = (change: (show: typeof coverShow) => object) =>
  readShowFile(writeShowFile(change(coverShow) as never))

test('SHOWFILE-40: covers are read as they were written, and stay missing where they are', () => {
  const whole = read((show) => show)
  expect(whole.ok && whole.show.covers).toEqual(coverShow.covers)
  const { covers: _covers, ...without } = coverShow
  const plain = read(() => without)
  expect(plain.ok && 'covers' in plain.show).toBe(false)
  expect(writeShowFile(without)).not.toContain('covers')
})

test('SHOWFILE-40: what was shared out beforehand, and what counts before what, are kept', () => {
  const splits = [{ person: 'dee', track: 'e1', item: 'two' }]
  const more = { splits, levels: ['fairness', 'splits'] }
  const whole = read((show) => ({ ...show, covers: { ...show.covers, ...more } }))
  expect(whole.ok && whole.show.covers).toMatchObject(more)
  const wrong = read((show) => ({
    ...show,
    covers: { ...show.covers, splits: [{ ...splits[0], track: 'x' }] },
  }))
  expect(wrong.ok ? '' : wrong.errors[0]?.message).toContain('is of track “x”')
})

test('SHOWFILE-40: what covers name must be in the show, and a wrong level or day is told with its line', () => {
  const first = { person: 'dee', track: 'e1', level: 'put-in' }
  const wrong = (competence: object) =>
    read((show) => ({
      ...show,
      covers: { ...show.covers, competences: [first, { ...first, ...competence }] },
    }))
  for (const [competence, says] of [
    [{ person: 'nobody' }, 'is of person “nobody”, which is not in the show'],
    [{ track: 'nothing' }, 'is of track “nothing”'],
    [{ item: 'nowhere' }, 'is of item “nowhere”'],
    [{ obligation: 'none' }, 'is of obligation “none”'],
    [{ level: 'perhaps' }, 'level'],
    [{ until: '2026-13-01' }, 'day'],
  ] as const) {
    const reading = wrong(competence)
    if (reading.ok) throw new Error(says)
    expect(reading.errors[0]?.message).toContain(says)
    expect(reading.errors[0]?.message).toContain('Competence')
    expect(reading.errors[0]?.line).toBeGreaterThan(1)
  }
})
