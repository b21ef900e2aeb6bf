// Which asks of one person are one list: at the bounds, and whatever is put when.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { id } from '../kit/ids.ts'
import { instant, later, minutes } from '../kit/time.ts'
import { LIST_OPEN_MS, listsOf, NAMES_ON_A_LIST_MAX, type Put, takesInNow } from './ask-lists.ts'
import { ASKED_ON_A_RUNG_MAX, choose } from './candidates.ts'
import { ASKS_OF_ONE_AN_HOUR } from './commands.ts'
import { emptyConcerns, type PresenceConcerns } from './concern.ts'
import { applyConcerns } from './concern-apply.ts'
import { ladderFrom } from './ladder.ts'

const put = (at: number, over: Partial<Put> = {}): Put => ({ at, wing: 'left', stands: true, ...over })
const many = (count: number) => Array.from({ length: count }, () => put(0))

test('CONCERN-91: a list takes in names for less than a minute, of its own wing, up to six, and while somebody on it waits', () => {
  expect(takesInNow([put(0)], put(LIST_OPEN_MS - 1))).toBe(true)
  expect(takesInNow([put(0)], put(LIST_OPEN_MS))).toBe(false)
  expect(takesInNow([put(0)], put(1, { wing: 'right' }))).toBe(false)
  expect(takesInNow([put(0, { wing: null })], put(0, { wing: null }))).toBe(false)
  expect(takesInNow([put(0, { stands: false })], put(1))).toBe(false)
  expect(takesInNow([put(0, { stands: false }), put(1)], put(2))).toBe(true)
  expect(takesInNow(many(NAMES_ON_A_LIST_MAX - 1), put(0))).toBe(true)
  expect(takesInNow(many(NAMES_ON_A_LIST_MAX), put(0))).toBe(false)
  expect(listsOf(many(NAMES_ON_A_LIST_MAX + 1)).map(({ length }) => length)).toEqual([NAMES_ON_A_LIST_MAX, 1])
})

test('CONCERN-91: whatever is put when, each name is on one list, and each list of one wing, one minute and six names', () => {
  const puts = fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 300_000 }),
      wing: fc.constantFrom('left', 'right', null),
      stands: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(puts, (all) => {
      const lists = listsOf(all)
      expect(lists.flat()).toHaveLength(all.length)
      expect(new Set(lists.flat())).toEqual(new Set(all))
      for (const list of lists) {
        const at = list.map((one) => one.at)
        expect(list.length).toBeLessThanOrEqual(NAMES_ON_A_LIST_MAX)
        expect(new Set(list.map(({ wing }) => wing)).size).toBe(1)
        expect(Math.max(...at) - Math.min(...at)).toBeLessThan(LIST_OPEN_MS)
        if (list[0]?.wing === null) expect(list).toHaveLength(1)
      }
    }),
  )
})

const NOON = instant(1_800_000_000_000)
const ann = id<'person'>('ann')
const left = id<'place'>('left')

/** So many lists of two names each, put to Ann every three minutes from noon on, none answered; then one name more. */
function afterLists(count: number): PresenceConcerns {
  let state = emptyConcerns
  for (let index = 0; index <= count * 2; index += 1) {
    const at = later(NOON, minutes(3 * Math.floor(index / 2)))
    const about = {
      person: id<'person'>(`p${index}`),
      due: `d${index}`,
      dueAt: later(at, minutes(6)),
      place: left,
    }
    const rest = { mode: 'quiet' as const, because: [], risk: 20, raisedBy: null }
    const opened = { ...about, ...rest, ...ladderFrom(at, about.dueAt) }
    state = applyConcerns(state, { type: 'concern.opened', v: 1, body: opened }, { at, by: 'machine' })
    if (index === count * 2) break
    const asked = {
      concern: index + 1,
      rung: 1 as const,
      asked: [{ person: ann, how: 'screen' as const }],
      skipped: [],
    }
    state = applyConcerns(state, { type: 'concern.asked', v: 1, body: asked }, { at, by: 'machine' })
  }
  return state
}

test('CONCERN-16: twelve lists an hour, whatever is on them, and not one more', () => {
  const chosen = (lists: number) => {
    const state = afterLists(lists)
    const concern = state.concerns.at(-1)
    if (!concern) throw new Error('there is one')
    const candidates = [{ person: ann, place: null, busy: null, bound: false }]
    const choice = { rung: 1 as const, candidates, now: concern.openedAt, wanted: 1, wingOf: () => 'left' }
    return choose(state, concern, choice)
  }
  expect(chosen(ASKS_OF_ONE_AN_HOUR - 1).asked).toEqual([ann])
  expect(chosen(ASKS_OF_ONE_AN_HOUR)).toEqual({
    asked: [],
    skipped: [{ person: ann, because: 'asked often' }],
  })
})

test('CONCERN-9: six are asked on one rung, also where there were four before, and not one more', () => {
  const names = Array.from({ length: ASKED_ON_A_RUNG_MAX + 2 }, (_each, index) => id<'person'>(`c${index}`))
  const candidates = names.map((person, index) => ({
    ...{ person, place: id<'place'>(`at-${index}`), busy: null, bound: false },
  }))
  const asks = (state: PresenceConcerns) => {
    const concern = state.concerns.at(-1)
    if (!concern) throw new Error('there is one')
    const choice = { rung: 2 as const, candidates, now: NOON, wanted: names.length, wingOf: () => 'left' }
    return choose(state, concern, choice).asked
  }
  const open = afterLists(0)
  expect(asks(open)).toEqual(names.slice(0, ASKED_ON_A_RUNG_MAX))
  const asked = names.slice(0, 4).map((person) => ({ person, how: 'screen' as const }))
  const body = { concern: 1, rung: 2 as const, asked, skipped: [] }
  const four = applyConcerns(open, { type: 'concern.asked', v: 1, body }, { at: NOON, by: 'machine' })
  expect(asks(four)).toEqual(names.slice(4, ASKED_ON_A_RUNG_MAX))
})
