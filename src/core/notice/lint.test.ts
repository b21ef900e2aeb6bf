// What no notice says, in many words; and what a working house says every day, which is let through.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lint } from './lint.ts'

const forbidsTheirs = [
  'Do not speak to your union about tonight.',
  'You must not contact Equity.',
  'Nobody may talk to a lawyer.',
  'Please do not discuss this with your family.',
  'You may not go to the police.',
  'Don’t tell your doctor what happened here.',
  'It is forbidden to report this to the regulator.',
  'No one is to speak with a solicitor before we do.',
  'Employees are not allowed to contact OSHA.',
  'Refrain from consulting an attorney.',
  'Under no circumstances write to the Health and Safety Executive.',
  'You can’t involve BECTU in this.',
  'Never\nmention it to your partner.',
]
const forbidsAnybody = [
  'Do not talk to anybody about this.',
  'You must not post about this online.',
  'Talk to nobody about it: tell no one.',
  'Never speak to the press.',
  'Keep quiet about last night.',
  'Say nothing.',
  'You are bound by a non-disclosure agreement.',
]
const threatens = [
  'Whoever speaks will face disciplinary action.',
  'Anyone who posts will be dismissed.',
  'This would be a breach of contract.',
  'There will be consequences.',
]
const gives = [
  'She took an overdose.',
  'He took his own life.',
  'It was a failed attempt.',
  'Our colleague passed away.',
  'She collapsed on stage.',
  'He was drunk.',
  'They went missing before the interval.',
  'It happened because she was tired.',
  'A note was left in the dressing room.',
]
const fine = [
  'Rehearsal moves to two o’clock. Ask stage management.',
  'Please do not talk in the wings during the first act.',
  'The stage door closes at midnight. Do not leave bicycles in the dock.',
  'You may of course speak to your union, your doctor or the police.',
  'Do not move the piano. Your union rep is in the green room at six.',
  'We open on Friday. Families are welcome after the show.',
  'Nell is back on Monday and plays her track.',
  'Ivo and Nell swap dressing rooms.',
]

test('NOTICE-8: whatever forbids speaking with a union, a doctor, a regulator, a lawyer, family or the police is refused, and it is said what to do instead', () => {
  for (const text of forbidsTheirs)
    expect([text, lint(text, [])]).toEqual([text, expect.stringMatching(/union.*Ask for privacy/)])
})

test('NOTICE-8: so is what forbids speaking with anybody, and a threat', () => {
  for (const text of forbidsAnybody)
    expect([text, lint(text, [])]).toEqual([text, expect.stringMatching(/asks and does not forbid/)])
  for (const text of threatens) expect([text, lint(text, [])]).toEqual([text, expect.any(String)])
})

test('NOTICE-9: a cause, a manner, a blame and other words for a death are refused; what a house says every day is not', () => {
  for (const text of gives) expect([text, lint(text, [])]).toEqual([text, expect.any(String)])
  for (const text of fine) expect([text, lint(text, ['Nell', 'Ivo'])]).toEqual([text, null])
})

test('NOTICE-9: no health word and name together, whatever the case and wherever they stand', () => {
  for (const text of [
    'Nell is in hospital.',
    'Get well: IVO broke nothing, he is unwell.',
    'Condition stable, says Nell’s sister.',
  ])
    expect([text, lint(text, ['Nell', 'Ivo'])]).toEqual([text, expect.stringMatching(/named/)])
  expect(lint('There is a hospital in Mill Street.', ['Nell'])).toBeNull()
  expect(lint('A spell of ill weather.', ['Nell'])).toBeNull()
})

/** Every source file that is no test. */
const sources = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sources(path)
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : []
  })

test('NOTICE-11: nothing but permissions, notices and stock lines asks these rules: no other file of the house names them', () => {
  const asking = sources('src').filter((path) =>
    /notice\/lint\.ts'|\.\/lint\.ts'/.test(readFileSync(path, 'utf8')),
  )
  expect(asking.sort()).toEqual([
    'src/core/notice/lines.ts',
    'src/core/notice/notices.ts',
    'src/core/notice/permissions.ts',
  ])
})
