// What a play in TEI is refused for, and what is proposed of it: scenes, characters, words and times.

import { expect, test } from 'vitest'
import { readShowFile } from '../show-file/read.ts'
import { writeShowFile } from '../show-file/write.ts'
import { XML_ELEMENTS_MAX, XML_PIECE_LENGTH_MAX } from '../xml/long.ts'
import { XML_ATTRIBUTES_MAX, XML_BYTES_MAX, XML_DEPTH_MAX } from '../xml/tree.ts'
import { importTei } from './import.ts'

const play = (body: string, head = '', cast = '') =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>${head}</teiHeader><text><front>${cast}</front><body>${body}</body></text></TEI>`

const says = (who: string, words: string) => `<sp who="${who}"><speaker>${who}</speaker><p>${words}</p></sp>`

const imported = (text: string) => {
  const result = importTei(text, 'night.xml')
  if (!result.ok) throw new Error(result.errors[0]?.message)
  return result
}
const showOf = (body: string, head = '', cast = '') => imported(play(body, head, cast)).show
const questionsOf = (body: string, cast = '') =>
  imported(play(body, '', cast)).questions.map(({ message }) => message)
const refusal = (text: string) => {
  const result = importTei(text, 'night.xml')
  return result.ok ? undefined : result.errors[0]
}
const codes = (body: string) => showOf(body).items.map(({ code }) => code)

const one = says('#a', 'Good evening')

test('TEI-1: bytes, elements, depth and attributes have a bound, and beyond it are refused where it is met', () => {
  const filled = (bytes: number) => {
    const text = play(
      `${one}${`<note>${'x'.repeat(XML_PIECE_LENGTH_MAX - 6)}</note>`.repeat(8)}<note>@</note>`,
    )
    return text.replace('@', 'x'.repeat(bytes - text.length + 1))
  }
  expect(refusal(filled(XML_BYTES_MAX))).toBeUndefined()
  expect(refusal(filled(XML_BYTES_MAX + 1))?.message).toContain('larger than 8 MB')
  const long = (length: number) => refusal(play(`${one}\n<note>${'x'.repeat(length - 6)}</note>`))
  expect(long(XML_PIECE_LENGTH_MAX)).toBeUndefined()
  expect(long(XML_PIECE_LENGTH_MAX + 1)).toMatchObject({
    line: 2,
    message: expect.stringContaining('1000000 characters'),
  })
  const remark = (length: number) => refusal(play(`${one}\n<!--${'-<'.repeat(length / 2)}-->`))
  expect(remark(XML_PIECE_LENGTH_MAX - 4)).toBeUndefined()
  expect(remark(XML_PIECE_LENGTH_MAX - 2)).toMatchObject({
    line: 2,
    message: expect.stringContaining('1000000 characters'),
  })
  const nested = (depth: number) => `${'<a>'.repeat(depth)}\n${'</a>'.repeat(depth)}`
  expect(refusal(nested(XML_DEPTH_MAX))?.message).toContain('no <body>')
  expect(refusal(`\n${nested(XML_DEPTH_MAX + 1)}`)).toMatchObject({
    line: 2,
    message: expect.stringContaining('256 deep'),
  })
  expect(refusal(nested(200_000))?.message).toContain('256 deep')
  const many = (count: number) => `<a>${'<b/>'.repeat(count - 1)}</a>`
  expect(refusal(many(XML_ELEMENTS_MAX))?.message).toContain('no <body>')
  expect(refusal(many(XML_ELEMENTS_MAX + 1))?.message).toContain('250000 elements')
  const wide = (count: number) => `<a ${Array.from({ length: count }, (_, at) => `b${at}="1"`).join(' ')}/>`
  expect(refusal(wide(XML_ATTRIBUTES_MAX))?.message).toContain('no <body>')
  expect(refusal(wide(XML_ATTRIBUTES_MAX + 1))?.message).toContain('100 attributes')
})

test('TEI-2: what is not well-formed is refused at its line, and no entity is expanded', () => {
  expect(refusal('')?.message).toBe('The file is empty.')
  expect(refusal('<TEI>\n<text>\n</TEI>')).toMatchObject({
    line: 3,
    message: expect.stringContaining('well-formed'),
  })
  expect(refusal('just words')).toMatchObject({ line: 1 })
  expect(refusal(play(one).slice(0, -20))).toBeDefined()
  const laughs =
    '<!DOCTYPE TEI [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;">]>\n<TEI><text><body><sp><p>&b;</p></sp></body></text></TEI>'
  expect(refusal(laughs)).toMatchObject({
    line: 2,
    message: expect.stringContaining('write the character itself'),
  })
  expect(refusal('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>')).toBeDefined()
  for (const name of ['constructor', 'toString']) expect(refusal(`<a>&${name};</a>`)).toBeDefined()
})

test('TEI-1: more scenes, characters or words than a show may hold are refused, whatever they look like', () => {
  const repeated = (count: number, part: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => part(at)).join('')
  const many = [
    repeated(2_001, () => `<div type="scene">${one}</div>`),
    repeated(5_000, (at) => `<sp who="P${at}"><l>x</l></sp>`),
    repeated(5_000, (at) => `<sp who="#p${at}"><l>x</l></sp>`),
    repeated(50_001, () => '<sp who="#a"><l>x</l></sp>'),
  ]
  for (const body of many) expect(refusal(play(body))).toBeDefined()
  const dots = (count: number) => `<sp who="#${'a.'.repeat(count)}"><p>x</p></sp>`
  expect(refusal(play(dots(100_000) + dots(100_001)))).toBeUndefined()
})

test('TEI-3: a file without a body, or in which nobody speaks, is no play', () => {
  expect(refusal('<html/>')?.message).toContain('no <body>')
  expect(refusal(play('<div type="scene"><p>A poem.</p></div>'))?.message).toContain('Nobody speaks')
})

test('TEI-4: byte order marks, prefixes, missing namespaces and numbered divisions are taken as they come', () => {
  const expected = showOf(`<div type="act"><div type="scene">${one}</div></div>`)
  const prefixed = play(`<div type="act"><div type="scene">${one}</div></div>`)
    .replaceAll(/<(\/?)/g, '<$1tei:')
    .replace('xmlns=', 'xmlns:tei=')
  const variants = [
    `\uFEFF${play(`<div type="act"><div type="scene">${one}</div></div>`)}`,
    prefixed,
    `<TEI><text><body><div1 type="acte"><div2 type="scène">${one}</div2></div1></body></text></TEI>`,
  ]
  for (const text of variants) expect(imported(text).show).toEqual(expected)
})

test('TEI-5: what is proposed is a show file and comes back as the same show', () => {
  const body = `<div type="scene">${says('#a', 'x\u0085y '.repeat(300))}${says('a b', 'z'.repeat(999))}</div>`
  const { show } = imported(play(body, `<title>${'T'.repeat(500)}</title>`))
  const again = readShowFile(writeShowFile(show))
  expect(again.ok && again.show).toEqual(show)
  expect(again.ok && again.warnings).toEqual([])
})

test('TEI-6: title, author and language come from the head, else the title from the file’s name', () => {
  const head =
    '<fileDesc><titleStmt><title type="sub">Or not</title><title type="main">The\n Lamp</title><author><persName>Ann Ash</persName><idno>Q1</idno></author></titleStmt></fileDesc>'
  expect(showOf(one, head)).toMatchObject({ title: 'The Lamp', by: 'Ann Ash', language: 'en-GB' })
  expect(imported(play(one).replace('<TEI', '<TEI xml:lang="ger"')).show.language).toBe('de')
  expect(imported(play(one).replace('<TEI', '<TEI xml:lang="?"')).show.language).toBe('en-GB')
  expect(showOf(one)).toMatchObject({ title: 'night' })
})

test('TEI-7: a scene is what has speeches of its own, or calls itself one', () => {
  expect(codes(one)).toEqual(['1'])
  expect(codes(`<div type="act">${one}</div><div type="act">${one}</div>`)).toEqual(['1', '2'])
  expect(codes(`<div type="scene">${one}</div><div type="scene"><stage>Dumb show.</stage></div>`)).toEqual([
    '1',
    '2',
  ])
  expect(codes(`<div type="preface"><p>Dear reader</p></div><div type="scene">${one}</div>`)).toEqual(['1'])
  expect(codes(`<div type="act">${one}<div type="scene">${one}</div></div>`)).toEqual(['1', '1.1'])
})

test('TEI-7: parts of a scene belong to it and are told in the script', () => {
  const floors = `<div type="scene"><div type="upstairs">${says('#a', 'Up')}</div><div type="downstairs"><head>Below</head>${says('#b', 'Down')}</div></div>`
  const show = showOf(`<div type="act">${floors}</div>`)
  expect(show.items.map(({ code }) => code)).toEqual(['1.1'])
  expect(show.script.map(({ text }) => text)).toEqual(['upstairs', 'Up', 'Below', 'Down'])
})

test('TEI-8: scenes are called by act and number, prologues and choruses by their kind', () => {
  const scene = (n?: string) => `<div type="scene"${n ? ` n="${n}"` : ''}>${one}</div>`
  const aside = (type: string) => `<div type="${type}">${one}</div>`
  expect(codes(`<div type="act">${scene()}${scene()}</div><div type="act">${scene()}</div>`)).toEqual([
    '1.1',
    '1.2',
    '2.1',
  ])
  expect(codes(`<div type="act">${scene('1')}${scene('4')}${scene('4')}${scene('IV')}</div>`)).toEqual([
    ...['1.1', '1.4', '1.4a', '1.4b'],
  ])
  expect(
    codes(`${aside('prologue')}<div type="act">${aside('chorus')}${scene()}${aside('epilogue')}</div>`),
  ).toEqual([...['PRO', '1.CHO', '1.1', '1.EPI']])
  expect(codes(`<div type="induction">${scene()}</div><div type="act">${scene()}</div>`)).toEqual([
    'IND.1',
    '1.1',
  ])
  expect(codes(`${scene()}${scene()}`)).toEqual(['1', '2'])
})

test('TEI-9: prologues and epilogues belong to the act beside them; other groups are acts where there are none', () => {
  const acts = (body: string) => showOf(body).items.map(({ act }) => act)
  const scene = `<div type="scene">${one}</div>`
  const act = `<div type="act">${scene}</div>`
  expect(acts(`<div type="prologue">${one}</div>${act}${act}<div type="epilogue">${one}</div>`)).toEqual([
    1, 1, 2, 2,
  ])
  expect(acts(`<div type="part">${scene}</div><div type="part">${scene}</div>`)).toEqual([1, 2])
  expect(acts(`${scene}${scene}`)).toEqual([1, 1])
})

const persons =
  '<particDesc><listPerson><person xml:id="Ann_X"><persName>Ann</persName></person><person xml:id="SERVANTS.1_X"><persName>Servants</persName></person>' +
  '<person xml:id="SERVANTS.OldBob_X"><persName>Servants</persName></person><personGrp xml:id="CROWD_X"><name>The crowd</name></personGrp></listPerson></particDesc>'

test('TEI-10: everybody listed or speaking is a role, everybody who appears has a track', () => {
  const cast = '<castList><castItem xml:id="SERVANTS_X">Servants two</castItem></castList>'
  const show = showOf(`${says('#Ann_X', 'Yes')}${says('#SERVANTS.1_X #CROWD_X', 'No')}`, persons, cast)
  expect(show.roles.map(({ id }) => id)).toEqual(['Ann_X', 'SERVANTS.1_X', 'SERVANTS.OldBob_X', 'CROWD_X'])
  expect(show.tracks.map(({ id, code, roles }) => [id, code, roles])).toEqual([
    ['Ann_X', 'C1', ['Ann_X']],
    ['SERVANTS.1_X', 'C2', ['SERVANTS.1_X']],
    ['CROWD_X', 'C3', ['CROWD_X']],
  ])
})

test('TEI-10: who is listed and never appears is asked about', () => {
  const { questions } = imported(play(says('#Ann_X', 'Yes'), persons))
  expect(questions.map(({ message }) => message)).toContain(
    'The crowd is in the cast and never speaks or enters by name; when are they on?',
  )
})

test('TEI-11: names are the file’s where they tell people apart, else labels, else readable ids', () => {
  const bob = '<sp who="#SERVANTS.OldBob_X"><speaker>FIRST SERVANT.</speaker><p>No</p></sp>'
  const show = showOf(`${says('#Ann_X', 'Yes')}${bob}`, persons)
  expect(show.roles.map(({ name }) => name)).toEqual(['Ann', 'Servants 1', 'First Servant', 'The crowd'])
})

const roleList = (...names: readonly string[]) =>
  `<castList>${names.map((name) => `<castItem><role id="${name}">${name}</role></castItem>`).join('')}</castList>`

test('TEI-12: a who without ids is one name, compared without accents, capitals and articles', () => {
  const cast = roleList('MAÎTRE DE MUSIQUE', 'THÉRAMÈNE')
  const body =
    says('LE MAÎTRE DE MUSIQUE', 'Oui') + says('THERAMÈNE', 'Non') + says('MAÎTRE DE MUSIQUE', 'Oui')
  expect(showOf(body, '', cast).roles.map(({ name }) => name)).toEqual(['MAÎTRE DE MUSIQUE', 'THÉRAMÈNE'])
  expect(questionsOf(body, cast)).toHaveLength(1)
  expect(showOf(says('a b', 'Both'), '', roleList('a', 'b')).tracks).toHaveLength(2)
})

test('TEI-12: part of one listed name is taken for it with a question, strangers join the cast with one', () => {
  const cast = roleList('MONSIEUR LOYAL', 'UNE VOISINE')
  const questions = questionsOf(says('LOYAL', 'Oui') + says('LOYAL', 'Non') + says('UN PAGE', 'Ha'), cast)
  expect(questions).toContain('“LOYAL” was taken for “MONSIEUR LOYAL” of the cast list; is that right?')
  expect(questions).toContain(
    '“UN PAGE” speaks or moves and is in no list of persons; they were added to the cast.',
  )
  expect(questions.filter((question) => question.includes('LOYAL'))).toHaveLength(1)
  const both = questionsOf(says('LOYAL', 'Oui') + says('MONSIEUR LOYAL', 'Non'), cast)
  expect(both).toContain('“LOYAL” speaks or moves and is in no list of persons; they were added to the cast.')
})

test('TEI-13: a speech without who is spoken by whoever its label means elsewhere', () => {
  const unsaid = (label: string) => `<sp><speaker>${label}</speaker><p>And I</p></sp>`
  const said = (label: string, who: string) => `<sp who="${who}"><speaker>${label}</speaker><p>I</p></sp>`
  const body = said('ANN.', '#ann') + said('BOTH', '#ann #bob') + said('ALL', '#ann') + said('ALL', '#bob')
  const rolesOf = (label: string) => {
    const { show, questions } = imported(
      play(`<div type="scene">${body}</div><div type="scene">${unsaid(label)}</div>`),
    )
    const asked = questions
      .map(({ message }) => message)
      .filter((message) => /nobody|Nobody is/.test(message))
    return [
      show.obligations.filter(({ anchor }) => anchor.item === '2').map(({ role }) => role),
      asked.length,
    ]
  }
  expect(rolesOf('Ann, aside')).toEqual([['ann'], 0])
  expect(rolesOf('BOTH')).toEqual([['ann', 'bob'], 0])
  expect(rolesOf('ALL')).toEqual([[], 1])
  expect(rolesOf('')).toEqual([[], 1])
  expect(rolesOf('CARL')).toEqual([['CARL'], 0])
})

test('TEI-14: words take time at 125 a minute, scenes as long as their words', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ')
  const body = `<div type="scene">${says('#a', words(125))}<stage>A long pause with many words in it.</stage>${says('#b', words(6))}</div><div type="scene"/>`
  const { show, questions } = imported(play(body))
  expect(show.items.map(({ seconds }) => seconds)).toEqual([63, 60])
  expect(show.script.find(({ kind }) => kind === 'direction')?.seconds).toBe(60)
  expect(show.script.at(-1)).toMatchObject({ seconds: 60, role: 'b' })
  expect(questions.map(({ message }) => message)).toContain('Nobody speaks in 2; how long does it take?')
})

test('TEI-15: the script holds words, songs and directions in order, in short lines, without notes', () => {
  const body =
    '<div type="scene"><head>Night</head><stage>Dark.</stage>' +
    '<sp who="#a"><speaker>A</speaker><l>One</l><l>two <stage>sings</stage> three<note>sic</note></l><lg type="song"><l>La<pb n="3"/> la</l></lg></sp>' +
    `<lg><l>Nobody sings</l></lg><sp who="#b"><p>${'A sentence of some words. '.repeat(20)}</p></sp></div>`
  const { script } = showOf(body)
  expect(script.slice(0, 7).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    ...['direction: Dark.', 'speech: One', 'speech: two', 'direction: sings', 'speech: three'],
    ...['lyric: La la', 'lyric: Nobody sings'],
  ])
  expect(script.slice(7).every(({ text }) => text.length <= 240 && text.endsWith('words.'))).toBe(true)
  expect(script.slice(7).length).toBeGreaterThan(2)
})

test('BOOK-4: what was left open stands at the line it is about, with the show, and is the same when the show is read again', () => {
  const { show, questions } = imported(play(`<div type="scene">${one}<sp><p>Who is there?</p></sp></div>`))
  const asked = show.questions ?? []
  expect(asked.length).toBe(questions.length)
  const speaker = asked.find(({ kind }) => kind === 'speaker')
  expect(speaker?.line).toBe(`l${show.script.findIndex(({ text }) => text === 'Who is there?') + 1}`)
  const again = readShowFile(writeShowFile(show))
  expect(again.ok && again.show.questions).toEqual(asked)
})

test('BOOK-9: a page of the source begins with the first line behind its number, and its number is in no text', () => {
  const show = showOf(
    `<div type="scene"><pb n="7"/><sp who="#a"><speaker>a</speaker><l>One</l><pb n="8"/><l>Two</l><pb/><l>Three</l></sp></div>`,
  )
  expect(show.script.map(({ text, page }) => [text, page])).toEqual([
    ['One', '7'],
    ['Two', '8'],
    ['Three', undefined],
  ])
})
