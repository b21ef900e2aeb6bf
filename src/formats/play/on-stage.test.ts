// The bound of what is told about who is on stage.

import { expect, test } from 'vitest'
import { ENTRIES_MAX, onStageIn } from './on-stage.ts'
import type { Play, PlayEvent, Stretch } from './play.ts'

const PEOPLE = 1_000

/** Everybody is on at every speech. */
function told(speeches: number) {
  const events = Array.from({ length: speeches }, (_, number): PlayEvent => {
    return { kind: 'speech', line: 1, number, who: [], elsewhere: false }
  })
  const numbers = events.map((_event, number) => number)
  const play: Play = {
    ...{ title: '', by: undefined, language: 'en', characters: [], acts: 0, questions: [] },
    scenes: [{ act: 1, code: '1', title: '', line: 1, events }],
    segments: [{ id: '1', scene: '1', act: null, label: '', speeches: numbers }],
    labels: new Map(),
  }
  const stretches = Array.from({ length: PEOPLE }, (_, who): Stretch => {
    const place = { scene: 0, from: 0, to: speeches, speaks: false }
    return { who: `p${who}`, ...place, elsewhere: false, unentered: false, came: 'told', went: 'told' }
  })
  return onStageIn(play, { moves: [], stretches, appearances: [], questions: [] })
}

test('TEI-43: as many people at speeches as the bound are told, and no more', () => {
  expect(told(ENTRIES_MAX / PEOPLE)?.presence).toHaveLength(ENTRIES_MAX / PEOPLE)
  expect(told(ENTRIES_MAX / PEOPLE + 1)).toBeUndefined()
})
