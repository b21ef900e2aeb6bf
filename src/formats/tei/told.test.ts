// Who comes and goes where only the words of the directions say it, in English.

import { expect, test } from 'vitest'
import { breakDownTei, importTei } from './import.ts'
import { TOLD_LENGTH_MAX } from './stream.ts'

const says = (who: string, inside = '') =>
  `<sp who="#${who}"><speaker>${who}</speaker>${inside}<p>one two three four</p></sp>`
const stage = (text: string) => `<stage>${text}</stage>`
const person = (id: string, name: string, sex = 'UNKNOWN') =>
  `<person xml:id="${id}" sex="${sex}"><persName>${name}</persName></person>`
const crowd = (id: string) => `<personGrp xml:id="${id}"><name>${id}</name></personGrp>`
const persons = [
  ...[
    person('Ann', 'Queen Ann', 'FEMALE'),
    person('Bob', 'Bob', 'MALE'),
    person('Cat', 'Lady Catherine', 'FEMALE'),
  ],
  ...[person('Duke', 'Duke'), crowd('GUARDS'), crowd('GUARDS.1'), crowd('GUARDS.2'), crowd('SERVANTS.BOB')],
].join('')

const play = (...scenes: readonly (readonly string[])[]) =>
  `<TEI xml:lang="en"><teiHeader><listPerson>${persons}</listPerson></teiHeader><text><body>${scenes
    .map((parts) => `<div type="scene">\n${parts.join('\n')}\n</div>`)
    .join('\n')}</body></text></TEI>`

const told = (...scenes: readonly (readonly string[])[]) => {
  const answer = breakDownTei(play(...scenes), 'night', true)
  if (!answer.ok) throw new Error(answer.errors[0]?.message)
  const onStage = answer.onStage()
  if (!onStage) throw new Error('too many')
  return { ...onStage, questions: answer.breakdown.questions.map(({ text }) => text) }
}
const moves = (...scene: readonly string[]) =>
  told(scene).events.map(({ kind, ids, speech }) => `${speech} ${kind} ${ids.join(' ')}`)

test('TEI-33: a play that says nobody’s coming by id is read by its words, in a language that is understood', () => {
  const body = [stage('Enter Bob.'), says('Bob'), stage('He exits.'), stage('Enter Cat.'), says('Cat')]
  const show = importTei(play(body), 'night')
  expect(show.ok && show.show.obligations.map(({ role }) => role)).toEqual(['Bob', 'Cat'])
  const latin = importTei(play(body).replace('"en"', '"la"'), 'night')
  expect(latin.ok && latin.questions.map(({ kind }) => kind)).toContain('file')
})

test('TEI-34: people are known by name, by rank, by number, by kind, and by whoever speaks next', () => {
  expect(moves(stage('Enter Queen Ann, Catherine, and the Duke.'), says('Ann'))).toEqual([
    '0 in Ann Cat Duke',
  ])
  expect(moves(stage('Enter Bob, reading a letter from Ann.'), says('Bob'))).toEqual(['0 in Bob'])
  expect(moves(stage('Enter Ann’s Guard and Second Guard.'), says('GUARDS.2'))).toEqual([
    '0 in GUARDS GUARDS.2',
  ])
  expect(moves(stage('Enter a Guard.'), says('GUARDS.2'))).toEqual(['0 in GUARDS.2'])
  expect(moves(stage('Enter the sword of Ann with Bob.'), says('Bob'))).toEqual(['0 in Bob'])
})

test('TEI-35: he, she, they, all and all but are whoever is on, spoke, and does not go on speaking', () => {
  const both = [stage('Enter Ann and Bob.'), says('Ann'), says('Bob')]
  expect(moves(...both, stage('She exits.'), says('Bob')).at(-1)).toBe('2 out Ann')
  expect(moves(...both, stage('They exit.')).at(-1)).toBe('2 out Ann Bob')
  expect(moves(...both, stage('They exit.'), says('Ann')).at(-1)).toBe('2 out Bob')
  expect(moves(...both, stage('All but Bob exit.'), says('Bob')).at(-1)).toBe('2 out Ann')
  expect(moves(...both, stage('Exeunt. Manet Bob.'), says('Bob')).at(-1)).toBe('2 out Ann')
  expect(moves(...both, stage('Exit.')).at(-1)).toBe('2 out Bob')
  expect(moves(...both, stage('Bob exits with Ann.')).at(-1)).toBe('2 out Bob Ann')
  expect(moves(...both, stage('Bob begins to exit.')).at(-1)).toBe('0 in Ann Bob')
})

test('TEI-36: a crowd is itself, so many of it where they are counted, and whose it is', () => {
  expect(moves(stage('Enter Guards.'), says('GUARDS.1'))).toEqual(['0 in GUARDS'])
  expect(moves(stage('Enter two Guards.'), says('GUARDS.1'))).toEqual(['0 in GUARDS.1 GUARDS.2'])
  expect(moves(stage('Enter Bob with his train.'), says('Bob'))).toEqual(['0 in Bob SERVANTS.BOB'])
})

test('TEI-37: whoever speaks and has not been brought on is on from there, with a question', () => {
  const { presence, questions } = told([stage('Enter Ann.'), says('Ann'), says('Bob'), says('Ann')])
  expect(presence.map(({ onStage }) => onStage)).toEqual([['Ann'], ['Ann', 'Bob'], ['Ann', 'Bob']])
  expect(questions).toContainEqual(expect.stringContaining('Bob speaks in 1 without having entered'))
})

test('TEI-38: somebody in a direction who is not understood is asked about, at its line', () => {
  const answer = breakDownTei(play([stage('Enter Ann and a Beadle.'), says('Ann')]), 'night', true)
  expect(answer.ok && answer.breakdown.questions).toContainEqual({
    line: 2,
    kind: 'entrance',
    text: 'Who enters here as “a Beadle”?',
  })
})

test('TEI-39: presence and events are told by segment and speech, within a speech and after it', () => {
  const { presence, events } = told(
    [
      stage('Enter Ann.'),
      says('Ann', stage('Enter Bob.')),
      says('Bob', '<stage>within</stage>'),
      stage('Exeunt.'),
    ],
    [stage('Enter the Duke.'), says('Duke')],
  )
  expect(presence).toEqual([
    { segment: '1', speech: 1, speakers: ['Ann'], onStage: ['Ann'] },
    { segment: '1', speech: 2, speakers: ['Bob'], onStage: ['Ann', 'Bob'] },
    { segment: '2', speech: 1, speakers: ['Duke'], onStage: ['Duke'] },
  ])
  expect(events.map(({ segment, speech, kind, line }) => [segment, speech, kind, line])).toEqual([
    ['1', 0, 'in', 2],
    ['1', 1, 'in', 3],
    ['1', 2, 'out', 5],
    ['2', 0, 'in', 8],
  ])
})

test('TEI-40: in words alone nothing is taken from a direction’s type or who', () => {
  const words = [stage('Enter Ann.'), says('Ann'), stage('Exit.')]
  const marked = [
    '<stage type="entrance" who="#Bob #Nobody">Enter Ann.</stage>',
    says('Ann'),
    '<stage type="entrance" who="#Cat">Exit.</stage>',
  ]
  expect(told(marked)).toEqual(told(words))
})

test('TEI-43: a direction is read as far as its bound, and a play of nothing else takes no longer than a few seconds', () => {
  const long = (length: number) => `Enter Ann, ${'x'.repeat(length - 'Enter Ann, , Bob'.length)}, Bob`
  expect(moves(stage(long(TOLD_LENGTH_MAX)), says('Ann'))).toEqual(['0 in Ann Bob'])
  expect(moves(stage(long(TOLD_LENGTH_MAX + 1)), says('Ann'))).toEqual(['0 in Ann'])
  const many = Array.from({ length: 4_000 }, (_, at) => [
    stage(at % 2 === 0 ? 'Enter Ann, Bob, and Guards.' : 'They exit.'),
    says(at % 3 === 0 ? 'Ann' : 'Bob'),
  ])
  const start = performance.now()
  expect(told(many.flat()).presence).toHaveLength(4_000)
  expect(performance.now() - start).toBeLessThan(20_000)
})
