// Who is on when, by the entrances and exits of a play in TEI or by speaking alone.

import { expect, test } from 'vitest'
import { importTei } from './import.ts'

/** Ten words: 4.8 seconds. */
const says = (who: string, inside = '') =>
  `<sp who="${who}"><speaker>${who}</speaker>${inside}<p>one two three four five six seven eight nine ten</p></sp>`
const enter = (who: string) => `<stage type="entrance" who="${who}">Enter.</stage>`
const exit = (who: string) => `<stage type="exit" who="${who}">Exit.</stage>`
const scene = (...parts: readonly string[]) => `<div type="scene">\n${parts.join('\n')}\n</div>\n`

const imported = (...scenes: readonly string[]) => {
  const result = importTei(`<TEI><text><body>${scenes.join('')}</body></text></TEI>`, 'night')
  if (!result.ok) throw new Error(result.errors[0]?.message)
  return result
}

/** "1 a 0-4.8": item, role, from, to; then what is said of it, if anything. */
const onStage = (...scenes: readonly string[]) =>
  imported(...scenes).show.obligations.map(({ anchor, role, seconds, title }) => {
    const note = /, (silent)$|^(Heard)/.exec(title)
    const to = Math.round((anchor.seconds + seconds) * 10) / 10
    return `${anchor.item} ${role} ${anchor.seconds}-${to}${note ? ` ${note[1] ?? note[2]}` : ''}`
  })

/** Only what is asked about presence: that nobody is listed is asked everywhere here. */
const asked = (...scenes: readonly string[]) =>
  imported(...scenes)
    .questions.map(({ line, message }) => `${line} ${message}`)
    .filter((question) => !question.includes('in no list'))

test('TEI-16: without marked entrances everybody is on from first word to last, and that is asked', () => {
  const body = [scene(says('#a'), says('#b'), says('#a'), says('#b #c')), scene(says('#b'))]
  expect(onStage(...body)).toEqual(['1 a 0-14.4', '1 b 4.8-19.2', '1 c 14.4-19.2', '2 b 0-4.8'])
  expect(asked(...body)).toEqual([expect.stringContaining('does not say by name who enters and leaves')])
  const nameless = scene('<stage type="entrance">Enter A.</stage>', says('#a'), '<stage type="exit"/>')
  expect(asked(nameless)).toContainEqual(
    expect.stringContaining('2 directions are marked as entrances or exits'),
  )
})

test('TEI-17: with marked entrances everybody is on from entrance to exit, speaking or silent', () => {
  const body = scene(
    enter('#a #b'),
    says('#a'),
    exit('#a'),
    says('#b'),
    enter('#a'),
    says('#a'),
    exit('#a #b'),
  )
  expect(onStage(body)).toEqual(['1 a 0-4.8', '1 b 0-14.4', '1 a 9.6-14.4'])
  const silent = scene(enter('#a #b'), says('#a'), exit('#b'), says('#a'), exit('#a'))
  expect(onStage(silent)).toEqual(['1 a 0-9.6', '1 b 0-4.8 silent'])
  expect(asked(body, silent)).toEqual([])
})

test('TEI-18: nested directions tell their own part once, directions between scenes belong to the next', () => {
  const nested = `<stage type="mixed">${exit('#a')}<stage type="business" who="#b">She sits.</stage>${enter('#c')}</stage>`
  const inside = `<stage type="entrance" who="#a #b"><stage type="sound">Bell.</stage> Enter both.</stage>`
  expect(onStage(scene(inside, says('#a'), nested, says('#b'), exit('#b #c')))).toEqual([
    ...['1 a 0-4.8', '1 b 0-9.6', '1 c 4.8-9.6 silent'],
  ])
  expect(asked(scene(inside, says('#a'), nested, says('#b'), exit('#b #c')))).toEqual([])
  const between = `<div type="act">${enter('#a')}${scene(says('#a'), exit('#a'))}${enter('#b')}${scene(says('#b'))}${exit('#b')}</div>`
  expect(onStage(between)).toEqual(['1.1 a 0-4.8', '1.2 b 0-4.8'])
  expect(asked(between)).toEqual([])
})

test('TEI-18: a direction inside a speech is where it stands', () => {
  const speech = `<sp who="#a"><p>one two three four five ${enter('#b')} six seven eight nine ten</p></sp>`
  expect(onStage(scene(enter('#a'), speech, exit('#a #b')))).toEqual(['1 a 0-4.8', '1 b 2.4-4.8 silent'])
})

test('TEI-19: whoever goes on without entering has been on since the scene before, or the one before that', () => {
  const asleep = scene(enter('#a #b'), says('#a'), says('#b'), exit('#b'))
  const between = scene(enter('#b'), says('#b'), exit('#b'))
  expect(onStage(asleep, scene(enter('#b'), says('#b'), says('#a'), exit('#a #b')))).toContain('2 a 0-9.6')
  expect(onStage(asleep, between, scene(says('#a'), exit('#a')))).toEqual([
    ...['1 a 0-10', '1 b 0-9.6', '2 a 0-5 silent', '2 b 0-4.8', '3 a 0-4.8'],
  ])
  expect(asked(asleep, between, scene(says('#a'), exit('#a')))).toEqual([])
  const tooLong = [asleep, between, between, scene(says('#a'))]
  expect(asked(...tooLong)).toEqual([expect.stringContaining('speaks in 4 without having entered')])
})

test('TEI-19: whoever enters anew has left with the end of the scene', () => {
  const left = scene(enter('#a'), says('#a'))
  const anew = scene(enter('#b'), says('#b'), enter('#a'), says('#a'), exit('#a #b'))
  expect(onStage(left, anew)).toEqual(['1 a 0-5', '2 b 0-9.6', '2 a 4.8-9.6'])
  expect(asked(left, anew)).toEqual([])
})

test('TEI-20: what the entrances and exits leave open is asked, at its line', () => {
  const end = scene(enter('#b'), says('#b'), exit('#b'))
  expect(asked(scene(enter('#a'), says('#a')), end)).toEqual([
    '3 a is not seen to leave by the end of 1; taken to leave there.',
  ])
  expect(asked(scene(enter('#a'), enter('#a'), says('#a'), exit('#a')))).toEqual([
    '3 a enters and is on already.',
  ])
  expect(asked(scene(enter('#b'), says('#b'), exit('#a'), exit('#b')))).toEqual(['4 a exits and was not on.'])
  const unentered = scene(enter('#b'), says('#b'), says('#a'), says('#b'), says('#a'), exit('#a'), exit('#b'))
  expect(asked(unentered)).toEqual(['4 a speaks in 1 without having entered: on stage, or heard from off?'])
  expect(onStage(unentered)).toEqual(['1 b 0-19.2', '1 a 4.8-19.2'])
  expect(asked(scene(enter('#a'), says('#a')))).toEqual([])
})

test('TEI-21: members of a group that is on are on with it, and leave with it', () => {
  const body = scene(enter('#MEN_X'), says('#MEN.1_X'), says('#MEN.Tall_X'), exit('#MEN_X'))
  expect(onStage(body)).toEqual(['1 MEN_X 0-9.6 silent', '1 MEN.1_X 0-9.6', '1 MEN.Tall_X 0-9.6'])
  expect(asked(body)).toEqual([])
  expect(asked(scene(enter('#MEN_X'), says('#MEN_Y'), exit('#MEN_X')))).toHaveLength(1)
})

test('TEI-21: whoever of a group came on by their own name stays when the group leaves', () => {
  const body = scene(
    enter('#MEN_X #MEN.Tall_X'),
    says('#MEN.Tall_X'),
    exit('#MEN_X'),
    says('#MEN.Tall_X'),
    exit('#MEN.Tall_X'),
  )
  expect(onStage(body)).toEqual(['1 MEN_X 0-4.8 silent', '1 MEN.Tall_X 0-9.6'])
  expect(asked(body)).toEqual([])
  expect(onStage(scene(enter('#MEN.Tall_X'), says('#MEN.Tall_X'), exit('#MEN_X')))).toEqual([
    '1 MEN.Tall_X 0-4.8',
  ])
})

test('TEI-22: whoever speaks from elsewhere is heard and not on', () => {
  const within = '<stage type="location">within</stage>'
  const body = scene(enter('#b'), says('#b'), says('#a', within), exit('#b'))
  expect(onStage(body)).toEqual(['1 b 0-9.6', '1 a 4.8-9.6 Heard'])
  expect(imported(body).show.obligations.map(({ kind }) => kind)).toEqual(['appear', 'line'])
  expect(asked(body)).toEqual([])
})

test('TEI-23: each time on is an essential obligation of the track, with the words it follows', () => {
  const body = scene(enter('#a'), says('#a'), enter('#b'), says('#b'), exit('#a #b'))
  expect(imported(body).show.obligations[1]).toEqual({
    id: 'b-1',
    track: 'b',
    kind: 'appear',
    title: 'On in 1',
    role: 'b',
    anchor: { item: '1', seconds: 4.8, line: 'one two three four five six seven eight nine ten' },
    seconds: 4.8,
    droppable: 'essential',
  })
})

test('TEI-24: one exit less is one question more, and other ids give the same show under other ids', () => {
  const parts = [enter('#a #b'), says('#a'), exit('#a'), says('#b'), exit('#b')]
  const end = scene(enter('#c'), says('#c'), exit('#c'))
  for (const missing of [2, 4]) {
    const fewer = parts.filter((_part, at) => at !== missing)
    expect(asked(scene(...fewer), end)).toHaveLength(asked(scene(...parts), end).length + 1)
  }
  const renamed = parts.map((part) => part.replaceAll('#a', '#zed').replaceAll('#b', '#yan'))
  const names = (text: string) => text.replaceAll('zed', 'a').replaceAll('yan', 'b')
  expect(onStage(scene(...renamed), end).map(names)).toEqual(onStage(scene(...parts), end))
})
