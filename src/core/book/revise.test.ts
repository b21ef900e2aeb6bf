// A show that is worked on under a new version of its script; and its margin, for whoever may read it.

import { expect, test } from 'vitest'
import { type RoleName, roleNames, type Viewer } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import { anchorAt, lineIdOf } from '../show/script.ts'
import type { Cue, Item, ScriptLine, Show } from '../show/show.ts'
import { marginOf } from './margin.ts'
import { revise } from './revise.ts'
import { SLICE_LINES_MAX, sliceOf, textKey } from './text.ts'

const item = (code: string, seconds = 100): Item => ({
  ...{ id: id<'item'>(code), code, title: '', kind: 'scene', act: 1, seconds },
})
const pell = { id: id<'role'>('pell'), name: 'Pell' }
const script = (texts: Readonly<Record<string, readonly string[]>>): readonly ScriptLine[] =>
  Object.entries(texts).flatMap(([of, lines]) =>
    lines.map((text, at) => ({
      ...{ item: id<'item'>(of), seconds: at * 10, kind: 'speech' as const, role: pell.id, text },
    })),
  )
const empty: Omit<Show, 'roles' | 'items' | 'editions' | 'script'> = {
  ...{ format: 'ghostlight-show', formatVersion: 1, title: 'Cold Harbour', language: 'en-GB', country: 'GB' },
  ...{ timeZone: 'Europe/London', people: [], engagements: [], departments: [], cues: [], vamps: [] },
  ...{
    costumes: [],
    changes: [],
    handOffs: [],
    props: [],
    presets: [],
    mics: [],
    obligations: [],
    tracks: [],
  },
  venue: { name: '', places: [], travel: [] },
}
const play = (texts: Readonly<Record<string, readonly string[]>>, seconds = 100): Show => {
  const items = Object.keys(texts).map((code) => item(code, seconds))
  const editions = [{ id: id<'edition'>('full'), title: 'Full', items: items.map((one) => one.id) }]
  return { ...empty, roles: [pell], items, editions, script: script(texts) }
}
const first = {
  '1': [
    'The tide is out tonight.',
    'Who has the big lamp?',
    'Nobody has it now.',
    'Then we walk in the dark.',
  ],
  '2': ['Walk where it is wettest.', 'Be quick about it, all of you.', 'The boat has gone.'],
}
const department = { id: id<'department'>('lx'), name: 'Lights', short: 'LX', kind: 'lights' } as const

function worked(): Show {
  const show = play(first)
  const cue = (name: string, line: number, word: number, group?: string): Cue => ({
    ...{
      id: id<'cue'>(name),
      department: department.id,
      number: name,
      title: '',
      trigger: { kind: 'called' },
    },
    anchor: anchorAt(show, line, word) ?? { item: id<'item'>('1'), seconds: 0 },
    ...(group === undefined ? {} : { group }),
  })
  const standby = anchorAt(show, 5, 0)
  return {
    ...show,
    departments: [department],
    tracks: [{ id: id<'track'>('p'), code: 'P', title: 'Pell', kind: 'cast', roles: [pell.id] }],
    cues: [
      cue('1', 1, 4),
      cue('2', 2, 1, 'g'),
      { ...cue('3', 2, 1, 'g') },
      { ...cue('4', 6, 1), ...(standby ? { standby } : {}) },
    ],
    obligations: [
      {
        ...{
          id: id<'obligation'>('o1'),
          track: id<'track'>('p'),
          kind: 'appear',
          title: 'On',
          role: pell.id,
        },
        ...{ anchor: { item: id<'item'>('1'), seconds: 20 }, seconds: 15, droppable: 'essential' },
      },
    ],
    questions: [{ id: 'q1', line: 'l7', kind: 'speaker', text: 'Who says it?' }],
  }
}
const revised = (texts: Readonly<Record<string, readonly string[]>>, seconds = 100) => {
  const result = revise(worked(), play(texts, seconds))
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}
const textAt = ({ script: lines }: Show, { anchor: { at } }: Cue): string =>
  at ? `${lines.find((line, index) => lineIdOf(line, index) === at.line)?.text} / ${at.word}` : 'nowhere'

test('BOOK-7, BOOK-11: the same text again changes nothing but that every line has its id', () => {
  const { show, revision } = revised(first)
  expect(show).toEqual({
    ...worked(),
    script: worked().script.map((line, index) => ({ id: `l${index + 1}`, ...line })),
  })
  expect(revision).toEqual({
    lines: { same: 7, edited: 0, cut: 0, new: 0 },
    ...{ scenes: { new: [], without: [] }, characters: [], cues: { sure: 4, doubtful: 0 }, moved: 0 },
  })
})

test('BOOK-6, BOOK-12: lines moved into another scene take their cues along; edited and cut ones leave them in doubt, with what they were on', () => {
  const { show, revision } = revised({
    '1': ['The tide is out tonight.', 'Then we walk in the dark.', 'The boat has gone.'],
    '2': ['Walk where it is wettest.', 'Who has the great lamp here?', 'Be quick about it, all of you.'],
  })
  expect(show.cues.map((cue) => [cue.id, textAt(show, cue), cue.anchor.at?.sure])).toEqual(
    [
      // Its line is gone: behind the one before, both of the group.
      ['2', 'Who has the great lamp here? / 5', 0],
      ['3', 'Who has the great lamp here? / 5', 0],
      ['4', 'The boat has gone. / 1', undefined],
      ['1', 'Who has the great lamp here? / 4', expect.any(Number)],
    ].toSorted(
      (a, b) =>
        show.cues.findIndex(({ id: one }) => one === a[0]) -
        show.cues.findIndex(({ id: one }) => one === b[0]),
    ),
  )
  expect(show.cues.find((cue) => cue.id === '2')?.anchor.at?.words).toBe('has it now.')
  // Its standby would come after it now: it lies where the cue is, in doubt.
  const four = show.cues.find((cue) => cue.id === '4')
  expect([four?.anchor.item, four?.standby?.item, four?.standby?.at?.sure]).toEqual(['1', '1', 0])
  expect(revision.lines).toEqual({ same: 5, edited: 1, cut: 1, new: 0 })
  expect(revision.cues).toEqual({ sure: 0, doubtful: 4 })
  expect(show.questions).toEqual([{ id: 'q1', line: 'l7', kind: 'speaker', text: 'Who says it?' }])
  const again = revise(show, play(first))
  expect(again.ok && again.value.revision.cues.doubtful).toBe(4)
})

test('BOOK-11: scenes keep their place by their code, grow with their words, come new and stay without', () => {
  const { show, revision } = revised(
    { '1': first['1'], '3': ['The boat has gone.'], '4a': ['A song about salt and bells.'] },
    50,
  )
  expect(show.editions[0]?.items).toEqual(['1', '2', '3', '4a'])
  expect(revision.scenes).toEqual({ new: ['3', '4a'], without: ['2'] })
  expect(show.items.map(({ code, seconds }) => [code, seconds])).toEqual([
    ['1', 100],
    ['2', 100],
    ['3', 50],
    ['4a', 50],
  ])
  // Scene 1 is as long as somebody said, so its lines lie where they did.
  expect(show.script.slice(0, 4).map(({ seconds }) => seconds)).toEqual([0, 20, 40, 60])
  expect(show.obligations[0]?.anchor.item).toBe('1')
  const shorter = revised({ '1': first['1'].slice(0, 2), '2': first['2'] })
  expect(shorter.show.items[0]?.seconds).toBe(50)
  expect(shorter.revision.moved).toBeGreaterThan(0)
})

test('BOOK-11: characters are known by name, new ones are named; without a word nothing is taken', () => {
  const other = play(first)
  const renamed = {
    ...other,
    roles: [
      { id: id<'role'>('x'), name: 'PELL' },
      { id: id<'role'>('bo'), name: 'Bo' },
    ],
  }
  const lines = renamed.script.map((line) => ({ ...line, role: id<'role'>('x') }))
  const result = revise(worked(), { ...renamed, script: lines })
  expect(result.ok && [result.value.revision.characters, result.value.show.script[0]?.role]).toEqual([
    ['Bo'],
    'pell',
  ])
  const none = revise(worked(), { ...other, script: [] })
  expect(none.ok ? '' : none.refusal.sentence).toBe('There is not a word in the new version.')
})

const viewer = (role: RoleName): Viewer => ({
  ...{ device: id<'device'>('d'), roles: [role], person: null, place: null },
  department: role === 'dept' ? department.id : null,
})

test('BOOK-2: the margin, by role: whose book it is, whose cues, whose comings and goings, whose questions', () => {
  const show = {
    ...worked(),
    departments: [department, { ...department, id: id<'department'>('snd'), short: 'SND' }],
  }
  const two = {
    ...show,
    cues: show.cues.map((cue, at) => (at === 0 ? { ...cue, department: id<'department'>('snd') } : cue)),
  }
  const told = roleNames.map((role) => {
    const margin = marginOf(two, viewer(role))
    return [role, margin && [margin.cues.length, margin.marks.length, margin.questions.length]]
  })
  expect(Object.fromEntries(told)).toEqual({
    ...{
      caller: [4, 2, 1],
      SM: [4, 2, 1],
      ASM: [4, 0, 1],
      dept: [3, 0, 0],
      dresser: [0, 0, 0],
      MD: [0, 0, 0],
    },
    ...{ DC: [0, 2, 0], dir: [0, 2, 0], perf: null, chap: null, CM: null, FOH: null, prod: null },
    ...{ kiosk: null, callboard: null, admin: null },
  })
})

test('BOOK-3: what has only a time stands at the line that is said then; in an item without words nowhere', () => {
  const show = worked()
  const timed = show.cues.map((cue) => ({ ...cue, anchor: { item: cue.anchor.item, seconds: 27 } }))
  const margin = marginOf({ ...show, cues: timed }, viewer('SM'))
  expect(margin?.cues[0]).toMatchObject({ at: { line: 'l3', word: 2 }, placed: false })
  expect(margin?.marks).toEqual([
    { line: 'l3', kind: 'in', who: 'Pell', what: '' },
    { line: 'l4', kind: 'out', who: 'Pell', what: '' },
  ])
  const lost = { item: id<'item'>('9'), seconds: 0 }
  expect(
    marginOf({ ...show, cues: [{ ...timed[0], anchor: lost } as Cue] }, viewer('SM'))?.cues[0]?.at,
  ).toBeNull()
})

test('BOOK-1: the text comes in slices with its ids; another word, speaker or id is another text', () => {
  const line: ScriptLine = { item: id<'item'>('1'), seconds: 0, kind: 'speech', text: 'x' }
  const long = { script: Array.from({ length: SLICE_LINES_MAX + 1 }, () => line) }
  const [one, two] = [sliceOf(long, 0), sliceOf(long, SLICE_LINES_MAX)]
  expect([one.lines.length, two.lines.map((each) => each.id), two.total]).toEqual([
    SLICE_LINES_MAX,
    [`l${SLICE_LINES_MAX + 1}`],
    SLICE_LINES_MAX + 1,
  ])
  expect(sliceOf(long, SLICE_LINES_MAX + 1).lines).toEqual([])
  const other = [{ ...line, text: 'y' }, { ...line, role: pell.id }, { ...line, id: 'n1' }, line]
  expect(new Set(other.map((each) => textKey({ script: [each] }))).size).toBe(4)
  expect(textKey({ script: [{ ...line, seconds: 4 }] })).toBe(textKey({ script: [line] }))
})
