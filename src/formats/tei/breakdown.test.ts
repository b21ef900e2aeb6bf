// What machines are told of a play: segments, speakers, characters, questions.

import { expect, test } from 'vitest'
import { wordsIn } from '../play/clock.ts'
import { QUESTIONS_MAX } from '../play/imported.ts'
import { breakDownTei } from './import.ts'

const says = (who: string, words: string, inside = '') =>
  `<sp who="${who}"><speaker>${who}</speaker>${inside}<p>${words}</p></sp>`
const play = (body: string, persons = '') =>
  `<TEI xml:lang="eng"><teiHeader><titleStmt><title>The Lamp</title></titleStmt><listPerson>${persons}</listPerson></teiHeader><text><body>\n${body}\n</body></text></TEI>`
const told = (body: string, persons = '') => {
  const answer = breakDownTei(play(body, persons), 'night')
  if (!answer.ok) throw new Error(answer.errors[0]?.message)
  return answer.breakdown
}
const places = (body: string) => told(body).segments.map(({ id, act, label }) => [id, act, label])

test('TEI-28: a segment is a division with speeches of its own, or a scene in which nobody speaks', () => {
  const one = says('#a', 'Yes')
  expect(
    places(
      `<div type="prologue">${one}</div><div type="act"><head>Act I</head>${one}<div type="scene" xml:id="s1">${one}</div>` +
        `<div type="scene"><stage>Dumb show.</stage></div></div><div type="act"><div type="scene" n="2"><div type="up">${one}</div><div type="down">${one}</div></div></div>`,
    ),
  ).toEqual([
    ['PRO', null, 'prologue'],
    ['1', 1, 'Act I'],
    ['s1', 1, 'scene'],
    ['1.2', 1, 'scene'],
    ['2.2', 2, 'up'],
    ['2.2-2', 2, 'down'],
  ])
  expect(places(one)).toEqual([['1', null, '']])
  expect(told(`<div type="act">${one}</div><div type="act"/>`).acts).toBe(2)
})

test('TEI-28: numbered divisions are counted by their scenes, and by themselves where they hold none', () => {
  const one = says('#a', 'Yes')
  const scenes = `<div1 type="prologue">${one}</div1><div1 type="acte"><div2 type="scene">${one}</div2><div2 type="scene">${one}</div2></div1>`
  expect(places(scenes).map(([, act, label]) => [act, label])).toEqual([
    [null, 'prologue'],
    [1, 'scene'],
    [1, 'scene'],
  ])
  expect(places(`<div1 type="part">${one}</div1><div1 type="part"><p>Words.</p></div1>`)).toHaveLength(2)
})

test('TEI-29: speakers are all who speak in a segment and inside it, once each, by the ids of the file', () => {
  const body = `<div type="act">${says('#b', 'Yes')}<div type="scene">${says('#a #c', 'No')}${says('#b', 'Yes')}</div></div>`
  expect(told(body).segments.map(({ speakers }) => speakers)).toEqual([
    ['b', 'a', 'c'],
    ['a', 'c', 'b'],
  ])
})

test('TEI-30: characters have their segments, speeches and words; directions and notes are none', () => {
  const persons =
    '<person xml:id="a"><persName>Ann</persName></person><personGrp xml:id="b"><name>Boys</name></personGrp><person xml:id="c"><persName>Cat</persName></person>'
  const body = `<div type="scene">${says('#a', 'One two <stage>She stops.</stage> three<note>sic</note>')}${says('#a #b', 'Four')}</div><div type="scene">${says('#a', 'Five')}</div>`
  expect(told(body, persons).characters).toEqual([
    { id: 'a', name: 'Ann', group: false, scenes: 2, speeches: 3, words: 5 },
    { id: 'b', name: 'Boys', group: true, scenes: 1, speeches: 1, words: 1 },
    { id: 'c', name: 'Cat', group: false, scenes: 0, speeches: 0, words: 0 },
  ])
  expect(told(body)).toMatchObject({ title: 'The Lamp', language: 'en' })
})

test('TEI-31: questions have line, kind and text, in the order of the file, within their bound', () => {
  const body = `${says('#a', 'Yes')}\n<sp><p>Who?</p></sp>\n<div type="scene"/>`
  expect(told(body).questions).toEqual([
    { line: 1, kind: 'file', text: expect.stringContaining('does not say by name who enters') },
    { line: 2, kind: 'person', text: expect.stringContaining('in no list of persons') },
    { line: 3, kind: 'speaker', text: 'Nobody is named as the speaker here.' },
    { line: 4, kind: 'scene', text: 'Nobody speaks in 2; how long does it take?' },
  ])
  const unnamed = (count: number) => told('<sp><p>x</p></sp>'.repeat(count)).questions.length
  expect([unnamed(QUESTIONS_MAX - 1), unnamed(QUESTIONS_MAX)]).toEqual([QUESTIONS_MAX, QUESTIONS_MAX])
})

test('TEI-30: whatever stands between two letters, the words are those that the pattern of the collections counts', () => {
  const wrong = Array.from({ length: 0x3000 }, (_one, unit) => `a${String.fromCharCode(unit)}b`).filter(
    (text) => wordsIn(text) !== (text.match(/[\p{L}\p{N}\p{M}\p{S}]+/gu)?.length ?? 0),
  )
  expect(wrong).toEqual([])
})
