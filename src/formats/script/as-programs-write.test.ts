// Scripts as Word, its like, Final Draft and typists write them: tracked changes, boxes, tables, pages, capitals.

import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { packed } from '../../../test/kit/packed.ts'
import { sourceOf } from '../../../test/kit/source.ts'
import { breakDownFile, importFile } from '../import-file.ts'

function play(name: string, content: string | Uint8Array) {
  const read = importFile(sourceOf(name, content))
  const answer = breakDownFile(sourceOf(name, content))
  if (!read.ok || read.what !== 'play' || !answer.ok || answer.what !== 'play')
    throw new Error(JSON.stringify(read))
  return {
    title: read.show.title,
    lines: read.show.script.map(({ text }) => text),
    speeches: Object.fromEntries(answer.breakdown.characters.map(({ id, speeches }) => [id, speeches])),
    asked: read.questions.map(({ line, message }) => `${line}: ${message}`).join('\n'),
  }
}

const refusal = (name: string, content: string | Uint8Array) => {
  const found = importFile(sourceOf(name, content))
  return found.ok ? 'read' : `${found.errors[0]?.line}: ${found.errors[0]?.message}`
}

describe('Word', () => {
  const run = (text: string, set = '') =>
    `<w:r><w:rPr>${set}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
  const paragraph = (...inside: readonly string[]) => `<w:p>${inside.join('')}</w:p>`
  const file = (...body: readonly string[]) =>
    packed({
      'word/document.xml': `<w:document><w:body>${body.join('')}<w:sectPr/></w:body></w:document>`,
      'word/header1.xml': `<w:hdr>${paragraph(run('Draft 4, page 1'))}</w:hdr>`,
    })
  const cell = (...texts: readonly string[]) =>
    `<w:tc>${texts.map((text) => paragraph(run(text))).join('')}</w:tc>`
  const table = (...rows: readonly string[]) =>
    `<w:tbl>${rows.map((cells) => `<w:tr>${cells}</w:tr>`).join('')}</w:tbl>`

  test('SCRIPT-3: a name and its words in pieces are one; what a reviewer took out is left out, what one put in is taken, both asked at their paragraph', () => {
    const read = play(
      'ferry.docx',
      file(
        paragraph(
          run('BE', '<w:b/>'),
          '<w:proofErr/>',
          run('SS', '<w:b/>'),
          run(':', '<w:b/>'),
          run(' It’s late.'),
        ),
        paragraph(
          run('TOM: '),
          `<w:ins>${run('Yes. ')}</w:ins><w:del><w:r><w:delText>No.</w:delText></w:r></w:del>`,
          run('Come.'),
        ),
        paragraph(`<w:moveFrom>${run('gone')}</w:moveFrom>`),
        paragraph(
          run('BESS: So', ''),
          run('cut ', '<w:strike/>'),
          run('hidden ', '<w:vanish/>'),
          run('here', '<w:strike w:val="0"/>'),
        ),
        paragraph(run('TOM: well'), '<w:r><w:noBreakHyphen/></w:r>', run('known')),
      ),
    )
    expect(read.lines).toEqual(['It’s late.', 'Yes. Come.', 'Sohere', 'well-known'])
    expect(read.asked).toMatch('2: Words struck out by a reviewer were left out')
    expect(read.asked).toMatch('2: Words added by a reviewer were taken in')
    expect(read.asked).toMatch('4: Words in 2 places crossed out or hidden were left out')
  })

  test('SCRIPT-3: a box beside the text is left out and told, and takes nothing of the paragraph it stands in', () => {
    const box = `<w:txbxContent>${paragraph(run('LX 4 GO'))}</w:txbxContent>`
    const read = play(
      'ferry.docx',
      file(
        paragraph(
          run('BESS: One.'),
          `<mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`,
          run(' Two.'),
        ),
        `<w:sdt><w:sdtContent>${paragraph(run('TOM: Three.'))}</w:sdtContent></w:sdt>`,
        paragraph(run('BESS: Four.')),
      ),
    )
    expect(read.lines).toEqual(['One. Two.', 'Three.', 'Four.'])
    expect(read.asked).toMatch('1: Words in boxes beside the text were left out')
  })

  test('SCRIPT-3: a table under a head has who and what where it says so; other columns, and columns without a head, are asked', () => {
    const under = play(
      'ferry.docx',
      file(
        table(
          cell('Cue') + cell('Who') + cell('Text'),
          cell('LX 1') + cell('BESS') + cell('Late again.', 'Very late.'),
          cell('') + cell('') + cell('(She sits.)'),
          cell('LX 2') + cell('TOM') + cell('So are we.'),
          cell('LX 3') + cell('') + cell(''),
          [cell(''), cell('BESS'), `<w:tc>${table(cell('Yes.') + cell('No.'))}${paragraph()}</w:tc>`].join(
            '',
          ),
          cell('') + cell('TOM') + cell('Hm.'),
        ),
      ),
    )
    expect(under.speeches).toEqual({ BESS: 2, TOM: 2 })
    expect(under.lines).toEqual(['Late again. Very late.', 'She sits.', 'So are we.', 'Yes. No.', 'Hm.'])
    expect(under.asked).toMatch('3: Of this table “Cue” was left out')
    const bare = cell('LX 1') + cell('BESS') + cell('Late.')
    expect(play('b.docx', file(table(bare, bare, bare))).asked).toMatch(
      'A table here has more than two columns',
    )
  })
})

describe('Final Draft', () => {
  const text = (words: string, set = '') => `<Text${set}>${words}</Text>`
  const paragraph = (type: string, inside: string, set = '') =>
    `    <Paragraph Alignment="Left" LeftIndent="1.50" SpaceBefore="12" Type="${type}"${set}>\r\n      ${inside}\r\n    </Paragraph>\r\n`
  const file = (content: string) =>
    `<?xml version="1.0" encoding="UTF-8" standalone="no" ?>\r\n<FinalDraft DocumentType="Script" Template="No" Version="5">\r\n  <Content>\r\n${content}  </Content>\r\n  <TitlePage><HeaderAndFooter><Header><Paragraph><Text>head of the paper</Text></Paragraph></Header></HeaderAndFooter><Content>${paragraph('', text('THE FERRY', ' Style="Underline+AllCaps"'))}${paragraph('', text('Written by'))}${paragraph('', text('Rosa Quill'))}</Content></TitlePage>\r\n  <Characters><Character>BESS</Character></Characters><Revisions ActiveSet="2"/></FinalDraft>`
  const ferry = file(
    [
      paragraph(
        'Scene Heading',
        `<SceneProperties Length="1/8"><Summary><Paragraph><Text>not this</Text></Paragraph></Summary></SceneProperties>${text('INT. QUAY - NIGHT')}`,
        ' Number="1"',
      ),
      paragraph(
        'Action',
        `${text('Enter ')}${text('Bess', ' RevisionID="1"')}${text(' and Tom.', ' Style="Italic"')}`,
      ),
      paragraph('Character', text('Bess')),
      paragraph(
        'Dialogue',
        `${text('Late again')}${text('—very', ' Style="Italic"')}<ScriptNote ID="3"><Paragraph><Text>check</Text></Paragraph></ScriptNote>${text('.')}`,
      ),
      paragraph('Character', text('BESS (CONT’D)')),
      paragraph('Dialogue', text('Are you?')),
      paragraph('Character', text('BESS &amp; TOM')),
      paragraph('Dialogue', text('Both.')),
      paragraph('Character', text("TOM (V.O.) (CONT'D)")),
      paragraph('Dialogue', text('Yes.')),
    ].join(''),
  )

  test('SCRIPT-12: whatever its capitals and however it goes on over a page a name is one, and the title is that of its page', () => {
    for (const content of [
      ferry,
      new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(ferry, 'utf16le')])),
    ]) {
      const read = play('ferry.fdx', content)
      expect(read.title).toBe('THE FERRY')
      expect(read.speeches).toEqual({ Bess: 3, TOM: 2 })
      expect(read.lines).toEqual(['Enter Bess and Tom.', 'Late again—very.', 'Are you?', 'Both.', 'Yes.'])
    }
  })

  test('TEI-2: an ampersand by itself is refused where it stands, wherever the next semicolon is', () => {
    const line = ferry.slice(0, ferry.indexOf('&amp;')).split('\n').length
    expect(refusal('ferry.fdx', ferry.replace('&amp;', '&'))).toBe(
      `${line}: An ampersand stands here by itself; write it as &amp;.`,
    )
  })
})

describe('typed', () => {
  test('SCRIPT-11: what a page adds is no part of the play; numbers alone are asked about', () => {
    const read = play(
      'ferry.txt',
      'THE FERRY\r\n\r\nSCENE 1\r\n\r\n\t\tBESS\r\n\tLate again.\r\n\r\n(MORE)\r\n\r\n12.\r\n\r\n\t\tBESS (cont’d)\r\n\tYes.\r\n\r\n\t\tTOM\r\n\tNo.\r\n\r\nCONTINUED:\r\n\r\n- 13 -\r\n',
    )
    expect(read.speeches).toEqual({ BESS: 2, TOM: 1 })
    expect(read.lines).toEqual(['Late again.', 'Yes.', 'No.'])
    expect(read.asked).toMatch('10: 2 lines hold a number alone and were taken for those of a page')
  })

  test('SCRIPT-4: a speaker before a dash; directions that lean by strokes under their words', () => {
    const dash = play('a.txt', 'Scene 1\n\nBESS – Late again.\nTOM – So – are we.\nBESS -- Yes.\n')
    expect(dash.lines).toEqual(['Late again.', 'So – are we.', 'Yes.'])
    const lean = play(
      'b.txt',
      'ACT I.\n\nSCENE I.\n\nJACK. _[Aside.]_ Dear me.\n\nLADY B. Yes.\n\nJACK. No.\n\n[_Exit_ JACK.]\n',
    )
    expect(lean.lines).toEqual(['Aside.', 'Dear me.', 'Yes.', 'No.', 'Exit JACK.'])
  })

  test('SCRIPT-1: letters that are not UTF-8 are refused at their line, with what to do', () => {
    const latin = new Uint8Array(Buffer.from('SCENE 1\n\nBESS: Dämmerung.\n', 'latin1'))
    expect(refusal('a.txt', latin)).toMatch('3: This line is not written in UTF-8')
    expect(refusal('a.txt', new Uint8Array(Buffer.from('BESS: D\u00e4')).slice(0, -1))).toMatch(
      '1: This line is not',
    )
    expect(refusal('a.txt', 'Nobody is here.\n')).toMatch('before them with a colon, a gap')
  })
})
