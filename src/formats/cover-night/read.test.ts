// Night files as odd as they come: each is read, or refused with the place and in words.

import { expect, test } from 'vitest'
import { OBLIGATIONS_MAX, PAIRS_MAX, PEOPLE_MAX, readCoverNight } from './read.ts'

const plays = (id: string, more: object = {}) => ({
  ...{ id, track: 'T', owner: 'ana', number: 'n', from: 0, to: 10, placeIn: 'L', placeOut: 'L' },
  ...{ costume: null, change: 0, tier: 1, ...more },
})
const people = [{ id: 'ana', out: true }, { id: 'ben', knows: ['x'] }, { id: 'cho' }]
const whole = { format: 'ghostlight night 1', travel: [], people, obligations: [plays('x')] }
const both = (person: string | null) => [
  { obligation: 'x', person: 'ben' },
  { obligation: 'x', person },
]
const replot = (...changes: readonly object[]) => [{ id: 'r', title: 'Later', cost: 1, changes }]

const odd: readonly (readonly [string, unknown, RegExp])[] = [
  ['empty', '', /^1: The file is empty\.$/],
  [
    'another version',
    { ...whole, format: 'ghostlight night 2' },
    /^2: The night: “format” must be “ghostlight night 1”, and is “ghostlight night 2”\.$/,
  ],
  [
    'no format',
    { travel: [], people: [], obligations: [] },
    /^1: The night has no “format”, which it needs\.$/,
  ],
  ['a list', [], /^1: The night must be an entry in braces, and is a list\.$/],
  [
    'a reason',
    { ...whole, people: [{ id: 'ana', out: true, reason: 'a word' }] },
    /^5: Person ana has “reason”, which nothing reads\.$/,
  ],
  [
    'part of a second',
    { ...whole, obligations: [plays('x', { to: 1.5 })] },
    /Obligation x: “to” must be a whole number, and is 1\.5\.$/,
  ],
  [
    'a tier of four',
    { ...whole, obligations: [plays('x', { tier: 4 })] },
    /Obligation x: “tier” must be 0, 1, 2 or 3, and is 4\.$/,
  ],
  [
    'too many',
    { ...whole, people: Array.from({ length: PEOPLE_MAX + 1 }, (_, at) => ({ id: `p${at}` })) },
    /The night: “people” has more than 200 entries\.$/m,
  ],
  ['two of a name', { ...whole, people: [...people, { id: 'ben' }] }, /There are two people “ben”\.$/],
  [
    'nobody of that name',
    { ...whole, bans: [{ obligation: 'y', person: 'dee' }] },
    /“y” is not among the obligations\.\n\d+: “dee” is not among the people\.$/,
  ],
  ['two locks', { ...whole, locks: both('cho') }, /“x” is ben’s further up and cho’s here\.$/],
  ['told twice', { ...whole, inForce: both(null) }, /“x” is ben’s further up and nobody’s here\.$/],
  [
    'a way of two lengths',
    {
      ...whole,
      travel: [
        { from: 'L', to: 'R', seconds: 10 },
        { from: 'R', to: 'L', seconds: 9 },
      ],
    },
    /Between “R” and “L” are 10 s further up and 9 s here; a way is as long both ways\.$/,
  ],
  [
    'a lift of one',
    { ...whole, lifts: [{ id: 'l', base: 'x', flyer: 'x', mayBeOut: true }] },
    /Lift “l” has one obligation at both ends\.$/,
  ],
  [
    're-plotted to end before it begins',
    { ...whole, replots: replot({ obligation: 'x', from: 20 }) },
    /Re-plot “r”: “x” ends at 10 s and begins at 20 s\.$/,
  ],
  [
    're-plotted twice',
    { ...whole, replots: replot({ obligation: 'x', placeIn: 'R' }, { obligation: 'x', placeIn: 'L' }) },
    /Re-plot “r” changes “x” twice\.$/,
  ],
]

test.each(odd)(
  'COVER-7: a night file that is odd is refused with its line and in words: %s',
  (_, night, sentence) => {
    const read = readCoverNight(typeof night === 'string' ? night : JSON.stringify(night, null, 1))
    const told = read.ok ? [] : read.errors.map(({ line, message }) => `${line}: ${message}`)
    expect(told.join('\n')).toMatch(sentence)
  },
)

test.each([
  ['nobody and nothing', { ...whole, people: [], obligations: [] }],
  ['one person', { ...whole, people: [{ id: 'ana' }], obligations: [] }],
  ['the same said twice', { ...whole, locks: both('ben'), inForce: both('ben') }],
  [
    'a way in both directions',
    {
      ...whole,
      travel: [
        { from: 'L', to: 'R', seconds: 9 },
        { from: 'R', to: 'L', seconds: 9 },
      ],
    },
  ],
])('COVER-7: what is small or said twice alike is read: %s', (_, night) => {
  expect(readCoverNight(JSON.stringify(night))).toMatchObject({ ok: true })
})

test('COVER-7: a night holds so many ways, clearances, bans and spots, and one more is refused with its place', () => {
  const many = <One>(count: number, one: (at: number) => One) =>
    Array.from({ length: count }, (_, at) => one(at))
  const way = (at: number) => ({ from: `a${at}`, to: `b${at}`, seconds: 1 })
  const pair = (): readonly string[] => ['ana', 'ben']
  const lists = (over: number) => ({
    travel: many(PAIRS_MAX + over, way),
    cleared: many(PAIRS_MAX + over, pair),
    bans: many(PAIRS_MAX + over, () => ({ obligation: 'x', person: 'ben' })),
    obligations: many(OBLIGATIONS_MAX + over, (at) => plays(at === 0 ? 'x' : `x${at}`)),
  })
  const pointers = (more: object) => {
    const read = readCoverNight(JSON.stringify({ ...whole, ...more }))
    return read.ok ? [] : read.errors.map(({ pointer }) => pointer)
  }
  expect(pointers(lists(0))).toEqual([])
  for (const [name, list] of Object.entries(lists(1)))
    expect([name, pointers({ [name]: list })]).toEqual([name, [`/${name}`]])
})
