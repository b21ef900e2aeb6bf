// Scripts of other programs: Final Draft, Word and plain text as plays, their questions and their bounds.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packed, wordDocument } from '../../../test/kit/packed.ts'
import { sourceOf } from '../../../test/kit/source.ts'
import { DOCUMENT_STYLES_MAX, PARAGRAPH_LENGTH_MAX, PARAGRAPHS_MAX } from '../docx/paragraphs.ts'
import { PARAGRAPH_LENGTH_MAX as FDX_LENGTH_MAX } from '../fdx/read-play.ts'
import { FOUNTAIN_BYTES_MAX, LINE_LENGTH_MAX } from '../fountain/lines.ts'
import { breakDownFile, importFile } from '../import-file.ts'
import { readShowFile } from '../show-file/read.ts'
import { writeShowFile } from '../show-file/write.ts'

function read(name: string, content: string | Uint8Array) {
  const answer = breakDownFile(sourceOf(name, content))
  if (!answer.ok) throw new Error(answer.errors.map(({ line, message }) => `${line}: ${message}`).join('\n'))
  if (answer.what !== 'play') throw new Error('it is a play')
  const { breakdown } = answer
  const { segments, characters, questions, title, language, acts } = breakdown
  return {
    ...{ title, language, acts, questions },
    scenes: segments.map(({ label, speakers }) => `${label}: ${speakers.join(' ')}`),
    speeches: Object.fromEntries(characters.map((one) => [one.id, one.speeches])),
    moves: (answer.onStage()?.events ?? []).map(({ kind, ids }) => `${kind} ${ids.join(' ')}`),
  }
}
const refusal = (name: string, content: string | Uint8Array) => {
  const found = importFile(sourceOf(name, content))
  return found.ok ? 'read' : `${found.errors[0]?.line}: ${found.errors[0]?.message}`
}

const paragraph = (type: string, text: string, more = '') =>
  `<Paragraph Type="${type}"${more}><Text>${text}</Text></Paragraph>`
const draft = (...paragraphs: readonly string[]) =>
  `<?xml version="1.0"?>\n<FinalDraft DocumentType="Script"><Content>\n${paragraphs.join('\n')}\n</Content></FinalDraft>`

describe('Final Draft', () => {
  const ferry = draft(
    paragraph('New Act', 'ACT ONE'),
    `<Paragraph Type="Scene Heading" Number="4"><SceneProperties><Paragraph><Text>not this</Text></Paragraph></SceneProperties><Text>THE LAN</Text><Text>DING</Text></Paragraph>`,
    paragraph('Action', 'Enter Bess and Tom.'),
    paragraph('Character', 'BESS'),
    paragraph('Parenthetical', '(quietly)'),
    paragraph('Dialogue', 'It is late again.'),
    `<Paragraph><DualDialogue>${paragraph('Character', 'TOM (V.O.)')}${paragraph('Dialogue', 'So are we.')}${paragraph('Character', 'BESS')}${paragraph('Lyrics', 'Over the water')}</DualDialogue></Paragraph>`,
    paragraph('Sidebar', 'Who are they?'),
  )
  const titled = ferry.replace(
    '</Content></FinalDraft>',
    `</Content><TitlePage><Content>${paragraph('', 'The Ferry')}${paragraph('', 'Written by')}${paragraph('', 'Rosa Quill')}</Content></TitlePage></FinalDraft>`,
  )

  test('SCRIPT-2: each type of paragraph is what it says; two at once are two; another type is asked about', () => {
    const play = read('ferry.fdx', titled)
    expect([play.title, play.acts, play.scenes]).toEqual(['The Ferry', 1, ['THE LANDING: BESS TOM']])
    expect(play.speeches).toEqual({ BESS: 2, TOM: 1 })
    expect(play.moves).toEqual(['in BESS TOM'])
    expect(play.questions.filter(({ kind }) => kind === 'file')).toMatchObject([{ line: 10 }])
  })

  test('SCRIPT-6: a paragraph of the longest length is read, a longer one refused at its line', () => {
    const spoken = (length: number) =>
      draft(paragraph('Character', 'BESS'), paragraph('Dialogue', 'x '.repeat(length / 2).trim()))
    expect(refusal('a.fdx', spoken(FDX_LENGTH_MAX))).toBe('read')
    expect(refusal('a.fdx', spoken(FDX_LENGTH_MAX + 4))).toMatch('4: This paragraph has more than 20000')
    expect(refusal('a.fdx', draft(paragraph('Action', 'Nothing.')))).toMatch('1: Nobody speaks')
    expect(refusal('a.fdx', '<FinalDraft><Content>')).toMatch('not well-formed')
  })
})

describe('Word', () => {
  test('SCRIPT-3: styles are believed, in three languages', () => {
    for (const [act, scene, speaker, words, direction] of [
      ['Act', 'Scene Heading', 'Character', 'Dialogue', 'Stage Direction'],
      ['Akt', 'Szene', 'Sprecher', 'Dialog', 'Regieanweisung'],
      ['Acte', 'Scène', 'Personnage', 'Réplique', 'Didascalie'],
    ] as const) {
      const play = read(
        'ferry.docx',
        wordDocument(
          ...([['Title', 'The Ferry']] as const),
          ...([
            [act, 'I'],
            [scene, 'The landing'],
            [direction, 'Enter Bess.'],
          ] as const),
          ...([
            [speaker, 'Bess'],
            [words, 'Late again.'],
            [speaker, 'Tom'],
            [words, 'So are we.'],
          ] as const),
        ),
      )
      expect([play.title, play.acts, play.scenes]).toEqual(['The Ferry', 1, ['The landing: BESS TOM']])
    }
  })

  test('SCRIPT-3: without styles it is read as it is printed; what leans is a direction', () => {
    const play = read(
      'ferry.docx',
      wordDocument(
        ...([
          ['', 'ACT ONE'],
          ['', 'Scene 1'],
          ['', '*Enter Bess and Tom.'],
        ] as const),
        ...([
          ['', 'BESS: Late again.'],
          ['', 'TOM: So are we.'],
          ['', '*Exit Tom.'],
          ['', 'BESS: Wait!'],
        ] as const),
      ),
    )
    expect(play.scenes).toEqual(['Scene 1: BESS TOM'])
    expect(play.moves).toEqual(['in BESS TOM', 'out TOM'])
  })

  test('SCRIPT-3: two columns are who and what; what was struck out or stands beside is told', () => {
    const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
    const line = (who: string, what: string) => `<w:tr>${cell(who)}${cell(what)}</w:tr>`
    const more =
      '<w:p><w:del><w:r><w:delText>gone</w:delText><w:t>gone too</w:t></w:r></w:del><w:r><w:commentReference/></w:r></w:p>'
    const body = `<w:tbl>${line('Bess', 'Late again.')}${line('Tom', 'So are we.')}${line('Bess', 'Yes.')}${line('Tom', 'No.')}</w:tbl>${more}`
    const play = read(
      'ferry.docx',
      packed({ 'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>` }),
    )
    expect(play.speeches).toEqual({ BESS: 2, TOM: 2 })
    expect(play.questions.filter(({ kind }) => kind === 'file').map(({ text }) => text)).toEqual([
      expect.stringContaining('does not say by name'),
      'Words struck out by a reviewer were left out; is anything in them wanted?',
      'Words in comments beside the text were left out; is anything in them wanted?',
    ])
  })

  test('SCRIPT-6: at the bounds of paragraphs and their length it is read, beyond them refused with the paragraph', () => {
    const document = (body: string) => packed({ 'word/document.xml': `<w:document>${body}</w:document>` })
    const words = (length: number) =>
      document(
        `<w:p><w:r><w:t>BESS: hi</w:t></w:r></w:p><w:p><w:r><w:t>${'x'.repeat(length)}</w:t></w:r></w:p>`,
      )
    expect(refusal('a.docx', words(PARAGRAPH_LENGTH_MAX))).toBe('read')
    expect(refusal('a.docx', words(PARAGRAPH_LENGTH_MAX + 1))).toMatch('2: Paragraph 2 has more than 20000')
    const styled = (count: number) => {
      const each = Array.from({ length: count }, (_, at) => `<w:style w:styleId="s${at}"/>`)
      const said = '<w:document><w:p><w:r><w:t>BESS: hi</w:t></w:r></w:p></w:document>'
      return packed({ 'word/document.xml': said, 'word/styles.xml': `<w:styles>${each.join('')}</w:styles>` })
    }
    expect(refusal('a.docx', styled(DOCUMENT_STYLES_MAX))).toBe('read')
    expect(refusal('a.docx', styled(DOCUMENT_STYLES_MAX + 1))).toMatch(
      '1: The document has more than 10000 styles',
    )
    const many = (count: number) =>
      document(`<w:p><w:r><w:t>BESS: hi</w:t></w:r></w:p>${'<w:p/>'.repeat(count - 1)}`)
    expect(refusal('a.docx', many(PARAGRAPHS_MAX))).toBe('read')
    expect(refusal('a.docx', many(PARAGRAPHS_MAX + 1))).toMatch('60001: The document has more than 60000')
  })
})

describe('printed text', () => {
  const settings = {
    'alone above the words': (who: string, what: string) => `${who.toUpperCase()}\n${what}\n\n`,
    'before a colon': (who: string, what: string) => `${who}: ${what}\n`,
    'before a gap': (who: string, what: string) => `${who}\t${what}\n`,
    'before a full stop': (who: string, what: string) => `${who.toUpperCase()}. ${what}\n`,
  }
  for (const [setting, say] of Object.entries(settings))
    test(`SCRIPT-4: a speaker ${setting}`, () => {
      const text = [
        'The Ferry\n\nby Rosa Quill\n\nBESS, a pilot\nTOM, her brother\n\nACT I\n\nSCENE 1. The landing\n\n[Enter Bess and Tom.]\n',
        ...[
          say('Bess', 'Late again.'),
          say('Tom', 'So are we. [Exit.]'),
          say('Bess', '(aside) Still here.'),
          say('Tom', 'Yes.'),
        ],
        '\nACT II, SCENE 1\n\n',
        ...[say('Bess', 'Pull!'), say('Tom', 'Pull!')],
      ].join('\n')
      const play = read('ferry.txt', text)
      expect([play.title, play.acts]).toEqual(['The Ferry', 2])
      expect(play.scenes).toEqual(['SCENE 1. The landing: BESS TOM', 'SCENE 1: BESS TOM'])
      expect(play.speeches).toEqual({ BESS: 3, TOM: 3 })
      expect(play.moves).toEqual(['in BESS TOM', 'out TOM'])
      expect(play.questions.map(({ text: asked }) => asked)).toContainEqual(
        expect.stringMatching('stand before the play begins'),
      )
    })

  test('SCRIPT-4: German and French divisions, and directions in their language', () => {
    const german =
      'Erster Akt\n\nErste Szene\n\n(Es treten auf Anna und Max.)\n\nANNA: Da ist es.\nMAX: Ja.\n(Max geht ab.)\nANNA: Weg.\nMAX: Nein.\n'
    expect(read('a.txt', german)).toMatchObject({
      language: 'de',
      acts: 1,
      scenes: ['Erste Szene: ANNA MAX'],
      moves: expect.arrayContaining(['in ANNA MAX', 'out MAX']),
    })
    const french = 'ACTE PREMIER\n\nSCÈNE PREMIÈRE\n\nLISE. Oui.\nORGON. Non.\nLISE. Oui.\n[Elle sort.]\n'
    expect(read('b.txt', french)).toMatchObject({ language: 'fr', acts: 1, speeches: { LISE: 2, ORGON: 1 } })
  })

  test('SCRIPT-5: small letters before a colon once, and a paragraph of nobody’s, are questions', () => {
    const play = read('a.txt', 'SCENE 1\n\nBESS: Late.\nTOM: So.\nNote: cut this?\nBESS: Now.\n')
    expect(play.speeches).toEqual({ BESS: 2, TOM: 1 })
    expect(play.questions.filter(({ kind }) => kind === 'speaker')).toMatchObject([{ line: 5 }])
    const loose = read('a.txt', 'SCENE 1\n\nBESS\nLate.\n\nTOM\nSo.\n\nSomebody laughs.\n\nBESS\nNow.\n')
    expect(loose.questions.filter(({ text }) => /without a name/.test(text))).toMatchObject([{ line: 9 }])
  })

  test('SCRIPT-8: in an act nobody has headed, what is said first is a scene of its own, with what happened before', () => {
    const play = read('a.txt', 'ACT I\n\nEnter Bess.\n\nBESS: One.\n\nACT II\n\nSCENE 1\n\nBESS: Two.\n')
    expect(play.scenes).toEqual(['ACT I: BESS', 'SCENE 1: BESS'])
    expect(play.moves).toEqual(['in BESS'])
  })

  test('SCRIPT-6: a line and a file of the longest length are read, longer ones refused', () => {
    const text = (length: number) => `BESS: hi\nTOM: ho\nBESS: ${'x'.repeat(length - 6)}\n`
    expect(refusal('a.txt', text(LINE_LENGTH_MAX))).toBe('read')
    expect(refusal('a.txt', text(LINE_LENGTH_MAX + 1))).toMatch('3: This line has more than 20000')
    const blank = (length: number) => `BESS: a\nTOM: b\nBESS: c\n${'\n'.repeat(length - 23)}`
    expect(refusal('a.txt', blank(FOUNTAIN_BYTES_MAX))).toBe('read')
    expect(refusal('a.txt', blank(FOUNTAIN_BYTES_MAX + 1))).toMatch('larger than 8 MB')
  })
})

test('SCRIPT-1: what a file is, by its bytes and its name; what is not read says what to do', () => {
  expect(refusal('a.pdf', new TextEncoder().encode('%PDF-1.7'))).toMatch('This PDF was not opened')
  expect(refusal('a.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).toMatch('save it as .docx or .xlsx')
  expect(refusal('a.zip', packed({ 'x.txt': 'x' }))).toMatch('neither a document nor a workbook')
  expect(refusal('a.txt', Uint8Array.of(0x41, 0xff, 0x41))).toMatch('not written in UTF-8')
  expect(read('a.fountain', 'BESS\nHere.\n').speeches).toEqual({ BESS: 1 })
  const asPrinted = 'BESS: Here.\nTOM: There.\nBESS: Where?\n'
  expect(read('a.txt', asPrinted).speeches).toEqual({ BESS: 2, TOM: 1 })
  expect(refusal('a.fountain', asPrinted)).toMatch('Nobody speaks')
  expect(importFile(sourceOf('a.txt', 'Cue\tDept\tTitle\n1\tLX\tDawn\n')).what).toBe('list')
})

test('SCRIPT-7: of any text reading never throws, and what it proposes is a show', () => {
  const line = fc.constantFrom(
    'ACT I',
    'SCENE 2',
    'BESS',
    'BESS: hi',
    'Tom.',
    '[Enter Bess',
    ']',
    '',
    '(aside)',
    'PROLOGUE',
    'x\ty',
    'Enter all but Tom.',
    '<',
    '\uFEFF',
    'ERSTER AKT',
    '*** START OF',
  )
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 20 }),
      fc.constantFrom('a.txt', 'a.csv', 'a.fountain'),
      (lines, name) => {
        const found = importFile(sourceOf(name, lines.join('\n')))
        if (found.ok) expect(readShowFile(writeShowFile(found.show)).ok).toBe(true)
        else expect(found.errors.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 80 },
  )
})
