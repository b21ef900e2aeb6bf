// Cue lists as a lighting desk writes them: both kinds, several lists, parts, and the bounds.

import { describe, expect, test } from 'vitest'
import { sourceOf } from '../../../test/kit/source.ts'
import { importFile } from '../import-file.ts'
import { CUES_MAX, EOS_BYTES_MAX, LINE_LENGTH_MAX } from './read.ts'

const ascii = `Ident 3:0
Manufacturer ETC
Console Eos
$$Title Harbour
$Group 4
   Text Front
$CueList 1
   Text Main

Cue 1 1
   Text Preset
   Up 5
   $$ChanMove 1@HFF
Cue 1.5 1
   Text wrong
   $$UText 4400 E400 6D00 6D00
   Followon 3
   Part 2
   Text of the part
Cue 2 1
   Text Night
   $$Scene The quay
Cue 1 2
   Text Work light
Enddata
`

const targets = `START_LEVELS,,
TARGET_TYPE,TARGET_TYPE_AS_TEXT,CHANNEL
1,Cue,4
END_LEVELS,,
START_TARGETS,,
TARGET_TYPE,TARGET_TYPE_AS_TEXT,TARGET_LIST_NUMBER,TARGET_ID,PART_NUMBER,LABEL,FOLLOW,CUE_NOTES,SCENE_TEXT
15,Cue_List,,1,,Main,,,
1,Cue,1,1,,Preset,F2,,The quay
1,Cue,1,1,2,Part,,,
1,Cue,1,2,,,,=slowly,
END_TARGETS,,
`

function read(name: string, text: string) {
  const found = importFile(sourceOf(name, text))
  if (!found.ok || found.what !== 'list') throw new Error(JSON.stringify(found))
  return found
}

const told = (found: ReturnType<typeof read>) =>
  found.show.cues.map(({ number, title, trigger }) => [
    number,
    title,
    'seconds' in trigger ? trigger.seconds : null,
  ])

describe('USITT ASCII', () => {
  test('SHEET-10: labels, scenes, follows; a part is its cue’s, and another list is asked about', () => {
    const found = read('desk.asc', ascii)
    expect(told(found)).toEqual([
      ['1', 'Preset', null],
      ['1.5', 'Dämm', null],
      ['2', 'Night', 3],
      ['2/1', 'Work light', null],
    ])
    expect(found.show.items.map(({ title }) => title)).toEqual(['The show', 'The quay'])
    expect(found.questions.filter(({ kind }) => kind === 'cue').map(({ line }) => line)).toEqual([23])
  })
})

describe('a table of targets', () => {
  test('SHEET-10: cues by their columns, wherever the table stands; a note where there is no label', () => {
    const found = read('desk.csv', targets)
    expect(told(found)).toEqual([
      ['1', 'Preset', null],
      ['2', '=slowly', 2],
    ])
    expect(found.events.map(({ kind, line }) => [kind, line])).toEqual([
      ['item', 8],
      ['cue', 8],
      ['cue', 10],
    ])
  })
})

test('SHEET-10: as the desk writes it today: remarks and line ends of Windows; hang, link and loop are asked about', () => {
  const file = [
    ...['! Exported', '! twice', 'Ident 3:0', 'Console Eos', '$$Software Version 3.2.2', '', '$CueList 1'],
    ...[
      'Cue 1 1',
      '   Text Preset',
      '   Followon 4.0',
      '   $$Part 1',
      '   Text part',
      'Cue 2 1',
      '   $$Hang 3',
    ],
    ...['   Link 5', 'Cue 3 1', '   $$Loop 2', 'Enddata'],
  ].join('\r\n')
  const found = read('desk.asc', `\uFEFF${file}`)
  expect(told(found)).toEqual([
    ['1', 'Preset', null],
    ['2', '', 4],
    ['3', '', 3],
  ])
  const asked = found.questions
    .filter(({ kind }) => kind === 'cue')
    .map(({ line, message }) => `${line}: ${message}`)
  expect(asked.map((one) => one.slice(0, 34))).toEqual([
    '13: The cue after 2 goes 3 s after',
    '13: 2 goes on to 5 and not to the ',
    '16: 3 and what it goes on to are d',
  ])
})

test('SHEET-10: a table with all its columns, a mark at its beginning, texts over two lines and no end', () => {
  const head =
    'TARGET_TYPE,TARGET_TYPE_AS_TEXT,TARGET_LIST_NUMBER,TARGET_ID,TARGET_DCID,PART_NUMBER,LABEL,TIME_DATA,DURATION,FOLLOW,LINK,LOOP,CUE_NOTES,SCENE_TEXT,SCENE_END'
  const rows = [
    '15,Cue_List,,1,,,Main,,,,,,,,',
    '1,Cue,1,0.5,,,"House, half",5,,F3.5,,,,Act One,',
    '1,Cue,1,2,,1,Dawn,,,,,,,,',
    '1,Cue,1,2,,2,Dawn second,,,F9,,,,,',
    '1,Cue,1,3,,,"Black\r\nout",,,H2,,0,,,x',
    '1,Cue,1,10.001,,,,,,,1,,,,',
    '13,Preset,,4,,,warm,,,,,,,,',
  ]
  const found = read('desk.csv', `\uFEFF${['START_TARGETS', head, ...rows].join('\r\n')}`)
  expect(told(found)).toEqual([
    ['0.5', 'House, half', null],
    ['2', 'Dawn', 3.5],
    ['3', 'Black out', null],
    ['10.001', '', 2],
  ])
  expect(found.questions.filter(({ kind }) => kind === 'cue').map(({ line }) => line)).toEqual([7, 9])
})

test('SHEET-10: at each bound it is read, beyond it refused with its line', () => {
  const file = (rest: string) => `Ident 3:0\n${rest}`
  const refusal = (text: string) => {
    const found = importFile(sourceOf('desk.asc', text))
    return found.ok ? 'read' : `${found.errors[0]?.line}: ${found.errors[0]?.message}`
  }
  const many = (count: number) =>
    file(Array.from({ length: count }, (_one, at) => `Cue ${at + 1} 1\n`).join(''))
  expect(refusal(many(CUES_MAX))).toBe('read')
  expect(refusal(many(CUES_MAX + 1))).toMatch('more than 5000 cues')
  expect(refusal(file(`Cue 1\n${'x'.repeat(LINE_LENGTH_MAX)}\n`))).toBe('read')
  expect(refusal(file(`Cue 1\n${'x'.repeat(LINE_LENGTH_MAX + 1)}\n`))).toMatch(
    '3: This line has more than 20000',
  )
  const blank = (length: number) => file(`Cue 1\n${'\n'.repeat(length - 16)}`)
  expect(refusal(blank(EOS_BYTES_MAX))).toBe('read')
  expect(refusal(blank(EOS_BYTES_MAX + 1))).toMatch('larger than 8 MB')
  expect(refusal(file('Text nothing\n'))).toMatch('no cue')
  expect(refusal('START_TARGETS\nONE,TWO\n1,2\n')).toMatch('2: The table does not say')
})
