// The show as a stage manager edits it: people, running order, cues, departments, and all of it in any order.

import { describe, expect, test } from 'vitest'
import { id } from '../kit/ids.ts'
import type { Show } from '../show/show.ts'
import { timeline } from '../show/timeline.ts'
import { readCueLine } from './cue-line.ts'
import { newShow } from './details.ts'
import type { CueRow, Edit, NewPerson, OrderRow } from './edit.ts'
import { editShow } from './edits.ts'

const house = {
  title: 'Sorrel Head',
  venue: 'Corn Hall',
  address: '4 Tannery Lane',
  country: 'GB',
  timeZone: 'Europe/London',
} as const
const empty = newShow(house)
const person = (name: string, does = ''): NewPerson => ({ name, does, kind: 'ensemble' })
const row = (code: string, title: string, more: Partial<OrderRow> = {}): OrderRow => ({
  ...{ code, title, act: 1, seconds: 60, kind: 'scene', ...more },
})
const cue = (department: string, words: string, more: Partial<CueRow> = {}): CueRow => ({
  ...{ department, words, number: '', title: '', item: null, together: false, ...more },
})

/** Each edit done in its turn; a refusal is the test's mistake. */
const edited = (show: Show, ...edits: readonly Edit[]): Show =>
  edits.reduce((before, edit) => {
    const result = editShow(before, edit)
    if (!result.ok) throw new Error(result.refusal.sentence)
    return result.value
  }, show)

const why = (show: Show, edit: Edit): string => {
  const result = editShow(show, edit)
  return result.ok ? 'done' : result.refusal.sentence
}

const put = (...rows: readonly CueRow[]): readonly Edit[] =>
  rows.map((one) => ({ name: 'cue.put', cue: null, row: one }) as const)

describe('people', () => {
  test('EDIT-1: names become people with what they do; one who is there already is refused with the row', () => {
    const show = edited(empty, {
      name: 'people.add',
      people: [person('Ana Lopes', 'Keeper'), person('Ben Carr')],
    })
    expect(show.people.map(({ name, callName }) => [name, callName])).toEqual([
      ['Ana Lopes', 'Ana'],
      ['Ben Carr', 'Ben'],
    ])
    expect(show.engagements).toEqual([
      { person: 'p1', kind: 'ensemble', title: 'Keeper' },
      { person: 'p2', kind: 'ensemble' },
    ])
    expect(why(show, { name: 'people.add', people: [person('Cho'), person('ana lopes')] })).toBe(
      'Row 2, name: ana lopes is in the company already.',
    )
    expect(why(show, { name: 'people.add', people: [person('  ')] })).toMatch(/^Row 1, name:/)
  })

  test('EDIT-2: two with one first name are told apart, and whoever has a call name keeps it', () => {
    const show = edited(
      empty,
      {
        name: 'people.add',
        people: [person('Sam Reed'), person('Sam Ito'), person('Sam Ives'), person('Jo')],
      },
      { name: 'people.add', people: [person('Jo Brand')] },
    )
    expect(show.people.map((one) => one.callName)).toEqual(['Sam R', 'Sam Ito', 'Sam Ives', 'Jo', 'Jo B'])
  })

  test('EDIT-3: a person is changed and removed, but not one on whom the plan counts', () => {
    const show = edited(empty, { name: 'people.add', people: [person('Ana Lopes'), person('Ben Carr')] })
    const [ana, ben] = show.people.map((one) => one.id)
    if (!ana || !ben) throw new Error('both are there')
    const changed = edited(show, { name: 'person.change', person: ana, to: person('Ana Lopez', 'Ferryman') })
    expect(changed.people[0]).toMatchObject({ name: 'Ana Lopez', callName: 'Ana' })
    expect(changed.engagements.find((one) => one.person === ana)?.title).toBe('Ferryman')
    expect(why(show, { name: 'person.change', person: ana, to: person('Ben Carr') })).toMatch(/already/)
    const track = { id: id<'track'>('t'), code: 'C1', title: '', kind: 'cast', owner: ana } as const
    expect(why({ ...show, tracks: [track] }, { name: 'person.remove', person: ana })).toMatch(/track C1/)
    const warded = show.people.map((one) => (one.id === ben ? { ...one, minor: true, chaperone: ana } : one))
    expect(why({ ...show, people: warded }, { name: 'person.remove', person: ana })).toMatch(
      /looks after Ben Carr/,
    )
    expect(edited(show, { name: 'person.remove', person: ana }).people.map((one) => one.name)).toEqual([
      'Ben Carr',
    ])
  })
})

describe('the running order', () => {
  const three = edited(empty, {
    name: 'order.set',
    rows: [row('1', 'Lamp'), row('2', 'Boat'), row('3', 'Tide')],
  })

  test('EDIT-4: a row is the item it shares number and title with, else its title, else its number', () => {
    const [lamp, boat, tide] = three.items.map((item) => item.id)
    const again = edited(three, {
      name: 'order.set',
      rows: [row('1', 'Tide'), row('2', 'Boat'), row('1a', 'New'), row('9', 'Lamp')],
    })
    expect(again.items.map((item) => item.id)).toEqual([tide, boat, 'i4', lamp])
    expect(again.editions[0]?.items).toEqual([tide, boat, 'i4', lamp])
    const renamed = edited(three, {
      name: 'order.set',
      rows: [row('1', 'Lantern'), row('2', 'Boat'), row('3', 'Tide')],
    })
    expect(renamed.items[0]).toMatchObject({ id: lamp, title: 'Lantern' })
  })

  test('EDIT-5: an item that something hangs on is not lost, and the sentence counts it', () => {
    const show = edited(three, ...put(cue('LX', 'a', { item: 'i2' }), cue('LX', 'b', { item: 'i2' })))
    expect(why(show, { name: 'order.set', rows: [row('1', 'Lamp'), row('3', 'Tide')] })).toBe(
      '“2 Boat” is not in this running order, and 2 cues hang on it. Keep its row, or move what hangs on it first.',
    )
    expect(edited(show, { name: 'order.set', rows: [row('2', 'Boat')] }).items.length).toBe(1)
  })

  test('EDIT-6: what nobody gave a length keeps its own, or is taken to last five minutes, an interval twenty', () => {
    const show = edited(three, {
      name: 'order.set',
      rows: [
        row('1', 'Lamp', { seconds: null }),
        row('4', 'New', { seconds: null }),
        row('', 'Interval', { seconds: null, kind: 'interval' }),
      ],
    })
    expect(show.items.map((item) => item.seconds)).toEqual([60, 300, 1200])
    expect(why(three, { name: 'order.set', rows: [row('', '')] })).toMatch(/^Row 1, title:/)
    expect(why(three, { name: 'order.set', rows: [row('1', 'x', { act: -1 })] })).toMatch(/^Row 1, act:/)
  })
})

describe('cues', () => {
  const two = edited(empty, { name: 'order.set', rows: [row('1', 'Lamp'), row('2', 'Boat')] })

  test('EDIT-7: without a running order cues lie in one act, and in its first item once there is one', () => {
    const show = edited(empty, ...put(cue('LX', 'a'), cue('LX', 'b')))
    expect(timeline(show).moments.map((moment) => moment.line)).toEqual(['a', 'b'])
    const ordered = edited(show, { name: 'order.set', rows: [row('', 'Overture'), row('1', 'Lamp')] })
    expect(ordered.cues.map((one) => one.anchor.item)).toEqual(['i1', 'i1'])
    expect(ordered.items.map((item) => item.title)).toEqual(['Overture', 'Lamp'])
    expect(why(show, { name: 'order.set', rows: [] })).toMatch(/nothing in this running order/)
  })

  test('EDIT-8, EDIT-9: numbers go on in their department; unknown words make one', () => {
    const show = edited(
      two,
      ...put(cue('lx', 'a'), cue('LX', 'b', { number: '7.5' }), cue('Lights', 'c'), cue('Fog', 'd')),
    )
    expect(show.cues.map((one) => `${one.department} ${one.number}`)).toEqual([
      'lx 1',
      'lx 7.5',
      'lx 8',
      'fog 1',
    ])
    expect(show.departments.map(({ short, name }) => [short, name])).toEqual([
      ['LX', 'Lights'],
      ['FOG', 'FOG'],
    ])
    expect(why(show, { name: 'cue.put', cue: null, row: cue('LX', 'x', { number: '7.5' }) })).toBe(
      'Number: LX 7.5 is there already.',
    )
    expect(why(show, { name: 'cue.put', cue: null, row: cue(' ', 'x') })).toMatch(/^Department:/)
    expect(why(show, { name: 'cue.put', cue: null, row: cue('LX', 'x', { item: 'gone' }) })).toMatch(/^Item:/)
  })

  test('EDIT-10: cues come in the order they were typed, evenly, and between those that have a time', () => {
    const show = edited(
      two,
      ...put(cue('LX', 'b', { item: 'i2' }), cue('LX', 'a', { item: 'i1' }), cue('SND', 'c', { item: 'i2' })),
    )
    expect(timeline(show).moments.map((moment) => moment.line)).toEqual(['a', 'b', 'c'])
    expect(show.cues.map((one) => [one.anchor.line, one.anchor.seconds, one.anchor.guessed])).toEqual([
      ['a', 0, true],
      ['b', 0, true],
      ['c', 30, true],
    ])
    const timed = show.cues.map((one) =>
      one.anchor.line === 'b' ? { ...one, anchor: { item: one.anchor.item, seconds: 20, line: 'b' } } : one,
    )
    const more = edited({ ...show, cues: timed }, ...put(cue('LX', 'd', { item: 'i2' })))
    const seconds = more.cues.filter((one) => one.anchor.item === 'i2').map((one) => one.anchor.seconds)
    expect(seconds[0]).toBe(20)
    expect(seconds).toEqual(seconds.toSorted((a, b) => a - b))
  })

  test('EDIT-11: a cue called together shares group, place and words, and is one GO', () => {
    const show = edited(
      two,
      ...put(
        cue('LX', 'now', { item: 'i1' }),
        cue('SND', '', { item: 'i1', together: true }),
        cue('LX', 'later', { item: 'i1' }),
      ),
    )
    expect(timeline(show).moments.map((moment) => moment.cues.length)).toEqual([2, 1])
    expect(show.cues[1]?.anchor).toEqual(show.cues[0]?.anchor)
    expect(why(two, { name: 'cue.put', cue: null, row: cue('LX', '', { together: true }) })).toMatch(
      /^Together:/,
    )
  })

  test('EDIT-12: a cue is changed, moved and removed, but not from under one that follows it', () => {
    const show = edited(two, ...put(cue('LX', 'a', { item: 'i1' }), cue('LX', 'b', { item: 'i1' })))
    const [a, b] = show.cues.map((one) => one.id)
    if (!a || !b) throw new Error('both are there')
    const lines = (one: Show) => timeline(one).moments.map((moment) => moment.line)
    expect(lines(edited(show, { name: 'cue.move', cue: b, by: -1 }))).toEqual(['b', 'a'])
    expect(why(show, { name: 'cue.move', cue: b, by: 1 })).toMatch(/at the end/)
    const moved = edited(show, { name: 'cue.put', cue: a, row: cue('SND', 'a2', { item: 'i2' }) })
    expect(lines(moved)).toEqual(['b', 'a2'])
    expect(moved.cues.find((one) => one.id === a)?.department).toBe('snd')
    const followed = show.cues.map((one) =>
      one.id === b ? { ...one, trigger: { kind: 'follow-on', after: a } as const } : one,
    )
    expect(why({ ...show, cues: followed }, { name: 'cue.remove', cue: a })).toMatch(/follows it by itself/)
    expect(lines(edited(show, { name: 'cue.remove', cue: a }))).toEqual(['b'])
  })

  test('EDIT-13: a line says its department and number where it begins with one, and nothing else is taken for one', () => {
    expect(readCueLine('snd: a bell', ['LX'])).toEqual({ department: 'SND', number: '', words: 'a bell' })
    expect(readCueLine('LX 12A: it burns', [])).toEqual({
      department: 'LX',
      number: '12A',
      words: 'it burns',
    })
    expect(readCueLine('fog 2 : now', ['Fog'])).toEqual({ department: 'Fog', number: '2', words: 'now' })
    for (const line of ['Pell: run', 'who: is: there', '12: noon', '', 'LX 4'])
      expect(readCueLine(line, ['LX']).department).toBeNull()
  })

  test('EDIT-14: departments are added, renamed and removed; never two of one name, never one with cues', () => {
    const show = edited(two, ...put(cue('LX', 'a', { item: 'i1' })), {
      name: 'department.put',
      department: null,
      short: 'SND',
      title: '',
    })
    const [lx, snd] = show.departments.map((one) => one.id)
    if (!lx || !snd) throw new Error('both are there')
    expect(why(show, { name: 'department.put', department: snd, short: 'lx', title: '' })).toMatch(/already/)
    expect(why(show, { name: 'department.remove', department: lx })).toBe(
      'Lights has a cue: remove them first.',
    )
    const renamed = edited(show, { name: 'department.put', department: lx, short: 'ELX', title: 'Electrics' })
    expect(renamed.departments[0]).toMatchObject({ id: lx, short: 'ELX', name: 'Electrics' })
    expect(edited(show, { name: 'department.remove', department: snd }).departments.length).toBe(1)
  })
})

test('EDIT-17: places are set by what they are called; one that something is due at stays', () => {
  const show = edited(empty, {
    name: 'places.set',
    places: [
      { code: 'SL1', title: 'Left wing' },
      { code: 'DR4', title: '' },
    ],
  })
  expect(show.venue.places).toMatchObject([
    { id: 'k1', code: 'SL1', name: 'Left wing', side: 'stage left' },
    { id: 'k2', code: 'DR4' },
  ])
  const again = edited(show, {
    name: 'places.set',
    places: [
      { code: 'dr4', title: 'Room 4' },
      { code: 'SR1', title: '' },
    ],
  })
  expect(again.venue.places.map((place) => [place.id, place.code])).toEqual([
    ['k2', 'dr4'],
    ['k3', 'SR1'],
  ])
  expect(
    why(show, {
      name: 'places.set',
      places: [
        { code: 'A', title: '' },
        { code: 'a', title: '' },
      ],
    }),
  ).toMatch(/^Row 2, place/)
  const prop = { id: id<'prop'>('lamp'), name: 'Lamp', start: id<'place'>('k1') }
  expect(why({ ...show, props: [prop] }, { name: 'places.set', places: [] })).toMatch(/^SL1 is in the plan/)
})
