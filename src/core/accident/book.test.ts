// The accident book: who reads what, what is written and stays written, who decides, and its bounds.

import { expect, test } from 'vitest'
import { aViewer } from '../../../test/kit/nights.ts'
import { roleNames, type Viewer } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import { instant } from '../kit/time.ts'
import {
  type AccidentBook,
  applyBook,
  type BookCommand,
  bookSection,
  DECISIONS_MAX,
  decideBook,
  ENTRIES_MAX,
  ENTRY_NAME_MAX,
  ENTRY_TEXT_MAX,
  type EntryWords,
  emptyBook,
} from './book.ts'
import { statutoryFor } from './statutory.ts'

const AT = instant(1_790_000_000_000)
const words = (parts: Partial<EntryWords> = {}): EntryWords => ({
  ...{ who: 'Tom Ash', place: 'Dock', happened: '“I slipped on the ramp, it was wet”', seen: 'Ines Ferrant' },
  ...{ done: 'cold pack', by: 'Ines Ferrant' },
  ...parts,
})
let drawn = 0
const entry = (parts: Partial<EntryWords> = {}, kind: 'accident' | 'near-miss' = 'accident'): BookCommand => {
  drawn += 1
  return { name: 'accident.write', id: `entry-number-${drawn}`, kind, words: words(parts) }
}
const someone = (role: (typeof roleNames)[number], device: string, person: string | null = null): Viewer => ({
  ...aViewer(role),
  device: id<'device'>(device),
  person: person === null ? null : id<'person'>(person),
})

function told(book: AccidentBook, command: BookCommand, by: Viewer): AccidentBook {
  const decision = decideBook(book, command, { at: AT, by })
  if (!decision.ok) throw new Error(decision.refusal.sentence)
  return decision.value.reduce(applyBook, book)
}
const why = (book: AccidentBook, command: BookCommand, by: Viewer): string => {
  const decision = decideBook(book, command, { at: AT, by })
  return decision.ok ? 'done' : decision.refusal.sentence
}

const ana = someone('perf', 'phone-of-ana', 'ana')
const lights = someone('dept', 'lights')
const stageManager = someone('SM', 'desk')
const written = told(told(emptyBook, entry(), ana), entry({}, 'near-miss'), lights)

test('ACCIDENT-1: stage and company managers read all, a producer how many, everybody else their own', () => {
  const read = (viewer: Viewer) => bookSection(written, viewer)
  for (const role of roleNames) {
    const section = read(someone(role, 'another'))
    const wanted = { SM: 2, CM: 2, kiosk: null, callboard: null, admin: null }
    const expected = role in wanted ? wanted[role as keyof typeof wanted] : 0
    expect([role, section?.entries.length ?? null]).toEqual([role, expected])
  }
  expect(read(someone('prod', 'another'))).toMatchObject({
    numbers: { accident: 1, 'near-miss': 1 },
    entries: [],
  })
  expect(read(ana)?.entries.map(({ kind }) => kind)).toEqual(['accident'])
  // On another phone of the same person it is theirs too; on the same desk another person's is not.
  expect(read(someone('perf', 'new-phone', 'ana'))?.entries.length).toBe(1)
  expect(read(someone('perf', 'phone-of-ana', 'ben'))?.entries.length).toBe(0)
  expect(read(lights)?.entries.length).toBe(1)
  // Which device and which person is told to nobody.
  expect(JSON.stringify(read(stageManager))).not.toMatch(/phone-of-ana|"ana"|"lights"/)
})

test('ACCIDENT-2: what happened and who writes is all that is asked for; words stay as they are; sent again it is there once', () => {
  const hard = 'two empty bottles, label read “Zopiclone”; he said he was drunk and had collapsed'
  const command = entry({ happened: hard, who: '', place: '', seen: '', done: '' })
  const once = told(emptyBook, command, ana)
  expect(
    bookSection(told(once, command, ana), stageManager)?.entries.map((one) => one.words.happened),
  ).toEqual([hard])
  expect(why(emptyBook, entry({ happened: '  ' }), ana)).toMatch(/what happened/)
  expect(why(emptyBook, entry({ by: '' }), ana)).toMatch(/who writes/)
})

test('ACCIDENT-3: each bound holds, and one more is refused and changes nothing', () => {
  expect(why(emptyBook, entry({ happened: 'x'.repeat(ENTRY_TEXT_MAX) }), ana)).toBe('done')
  expect(why(emptyBook, entry({ happened: 'x'.repeat(ENTRY_TEXT_MAX + 1) }), ana)).toMatch(/1000 letters/)
  expect(why(emptyBook, entry({ by: 'x'.repeat(ENTRY_NAME_MAX + 1) }), ana)).toMatch(/80 letters in a name/)
  const [one] = told(emptyBook, entry(), ana).entries
  if (!one) throw new Error('it is there')
  const full = {
    entries: Array.from({ length: ENTRIES_MAX - 1 }, (_, index) => ({ ...one, id: `kept-${index}` })),
  }
  expect(why(full, entry(), ana)).toBe('done')
  expect(why({ entries: [...full.entries, one] }, entry(), ana)).toMatch(/no room for more/)
  const decide: BookCommand = {
    name: 'accident.decide',
    id: 'decision-1',
    entry: one.id,
    is: 'reported',
    by: 'Ruth',
  }
  let book: AccidentBook = { entries: [one] }
  for (let count = 0; count < DECISIONS_MAX; count += 1) book = told(book, decide, stageManager)
  expect(why(book, decide, stageManager)).toMatch(/go on on paper/)
})

test('ACCIDENT-4: a manager decides under a name, and again; nobody else does, and nothing says whether it came of work', () => {
  const [one] = told(emptyBook, entry(), ana).entries
  if (!one) throw new Error('it is there')
  const book = { entries: [one] }
  const decide = (parts: object = {}): BookCommand => ({
    ...{ name: 'accident.decide', id: 'decision-1', entry: one.id, is: 'asks-advice', by: 'Ruth Amari' },
    ...parts,
  })
  expect(why(book, decide(), ana)).toMatch(/no such entry/)
  expect(why(book, decide({ entry: 'entry-of-nobody' }), stageManager)).toBe(why(book, decide(), ana))
  expect(why(book, decide({ by: ' ' }), stageManager)).toMatch(/who decides/)
  const twice = told(told(book, decide(), stageManager), decide({ is: 'reported' }), someone('CM', 'office'))
  expect(bookSection(twice, stageManager)?.entries[0]?.decisions.map(({ is, by }) => [is, by])).toEqual([
    ['asks-advice', 'Ruth Amari'],
    ['reported', 'Ruth Amari'],
  ])
  for (const country of ['GB', 'US'] as const) {
    const { lines, source, dated } = statutoryFor(country)
    expect([lines.length > 1, source.length > 8, /^\d{4}-\d\d-\d\d$/.test(dated)]).toEqual([true, true, true])
  }
})

test('ACCIDENT-6: erased, the entry says so and keeps its day and its kind', () => {
  const decision = decideBook(emptyBook, entry(), { at: AT, by: ana })
  const erased = decision.ok ? decision.value.map((one) => ({ ...one, detail: null })) : []
  const [left] = erased.reduce(applyBook, emptyBook).entries
  expect(left).toMatchObject({
    kind: 'accident',
    at: AT,
    person: null,
    words: { who: '(erased)', by: '(erased)' },
  })
  expect(JSON.stringify(erased)).not.toMatch(/Tom|Ines|ramp/)
})
