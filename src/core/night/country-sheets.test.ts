// What the country and the building make of tonight's sheets: clocks, words, the number and whose word it is.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nightOf, type TestNight, theCaller } from '../../../test/kit/nights.ts'
import { paperShow } from '../../../test/kit/paper-show.ts'
import type { ReadySheet } from '../paperwork/sheets/sheet.ts'
import type { Help } from '../show/help.ts'
import type { Country } from '../show/show.ts'
import { sheetsFor } from './sheets.ts'

const said: Help = {
  ...{ number: '999', outsideLine: '9', telephones: 'Stage door and box office' },
  ...{ deadSpots: 'the understage', confirmedBy: 'Ruth Amari', confirmedOn: '2031-05-04' },
  ...{ entrance: 'Dock door, Hatter’s Row', meets: 'the stage door keeper', firstAid: 'Prompt corner' },
  ...{ aedPlace: 'Box office', aedCode: 'C159X', aedChecked: '2031-08-01' },
  ...{ approvedBy: 'Jonas Weld', approvedOn: '2031-06-01' },
}
const opened = (country: Country, help: Help = {}) => {
  const show = paperShow()
  // Names of items and houses are the show's own (WORDS-6): an American one has its own.
  const items = show.items.map((item) =>
    country === 'US' && item.kind === 'interval' ? { ...item, title: 'Intermission' } : item,
  )
  const name = country === 'US' ? 'The Small Playhouse' : show.venue.name
  return nightOf({ ...show, items, country, venue: { ...show.venue, name, help } }).open()
}
const sheets = (night: TestNight, asked: readonly string[] | null = null) =>
  sheetsFor(night.plan, night.state, theCaller, { asked, now: night.now })
const card = (country: Country, help?: Help): ReadySheet => {
  const [found] = sheets(opened(country, help), ['incident'])
  if (!found) throw new Error('there is a card')
  return found
}
const facts = ({ blocks }: ReadySheet) =>
  Object.fromEntries(
    blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : [])).map((one) => [one.what, one.said]),
  )
const everyWord = (sheet: ReadySheet): string => JSON.stringify([sheet.name, sheet.blocks])

test('PAPER-16: what somebody of the building has said stands on the card, with who said it and when', () => {
  const told = card('GB', said)
  expect(everyWord(told)).toContain('CALL 999 (from a house telephone 9 first)')
  const fact = facts(told)
  expect(fact['Emergency number']).toBe('999, confirmed by Ruth Amari on 4 May 2031')
  expect(fact['Entrance for the crew']).toBe('Dock door, Hatter’s Row')
  expect(fact['Who meets the crew']).toBe('the stage door keeper')
  expect(fact['From the house telephones']).toBe('Stage door and box office; 9 first for an outside line')
  expect(fact['No telephone works in']).toBe('Trap room (TRAP), the understage')
  expect(fact['AED']).toBe('Box office; code C159X; last checked 1 August 2031')
  expect(fact['First aid kit']).toBe('Prompt corner')
  expect(everyWord(told)).toContain('Approved by Jonas Weld on 1 June 2031.')
})

test('PAPER-16: what nobody has said is NOT SET or to be confirmed, and an old word says so', () => {
  const bare = card('GB')
  const fact = facts(bare)
  for (const what of ['Entrance for the crew', 'Who meets the crew', 'AED', 'First aid kit'])
    expect([what, fact[what]]).toEqual([what, null])
  expect(fact['Emergency number']).toContain('TO BE CONFIRMED')
  expect(everyWord(bare)).toContain('NOT YET APPROVED by your first-aid lead.')
  expect(facts(card('GB', { aedPlace: 'Box office' }))['AED']).toBe(
    'Box office; code NOT SET; last check NOT SET',
  )
  const old = card('GB', { ...said, confirmedOn: '2020-05-04' })
  expect(facts(old)['Emergency number']).toContain('MORE THAN A YEAR AGO, CONFIRM IT AGAIN')
})

test('PAPER-16: support lines stand at the foot of the card, with the date each was checked', () => {
  const british = facts(card('GB'))
  expect(british['Samaritans']).toMatch(
    /^116 123: .*\nin a source of 16 July 2021, MORE THAN A YEAR AGO: CHECK IT BEFORE YOU HANG THIS UP; /,
  )
  expect(british['Theatre Helpline']).toMatch(
    /^0800 915 4617: .*\nin a source of 14 June 2018, MORE THAN A YEAR AGO: CHECK IT BEFORE YOU HANG THIS UP; /,
  )
  expect(facts(card('US'))['988 Lifeline']).toMatch(
    /^988: .*\nin a source of January 13, 2026, MORE THAN A YEAR AGO: CHECK IT BEFORE YOU HANG THIS UP; /,
  )
})

test('SHOW-19: on sheets the clock has 12 hours in America and 24 in Britain', () => {
  const order = (country: Country) => everyWord(sheets(opened(country), ['order'])[0] as ReadySheet)
  expect(order('GB')).toContain('"19:30:00"')
  expect(order('US')).toContain('"7:30:00 pm"')
  expect(order('US')).not.toContain('19:30')
})

/** Typed by hand: what only the British say. */
const onlyBritish =
  /\b(?:interval|beginners|the half|the quarter|DSM|theatres?|programme|colour|centre|tannoy|prompt side|opposite prompt|organis\w+|recognis\w+|cancell\w+|licence|grey|noticeboard|the iron|clearance|is clear for act)\b/i

test('WORDS-7: no sheet of an American show has a word that only the British use', () => {
  const all = sheets(opened('US', { ...said, number: '911' }))
  expect(all.length).toBeGreaterThan(6)
  expect(all.filter((sheet) => onlyBritish.test(everyWord(sheet))).map(({ id }) => id)).toEqual([])
  expect(onlyBritish.test(sheets(opened('GB'), ['order']).map(everyWord).join())).toBe(true)
})

/** Every refusal of the server's as it stands in the source: its code, then its sentence. */
const refusals =
  /refused(?:At)?\(\s*(?:[^,'"`]+,\s*)*(['"])[\w-]+\1,\s*(?:[^'"`]*\?\s*)?(['"`])((?:(?!\2)[^\\]|\\.)*)\2/g
const folders = ['core', 'server', 'formats', 'wire'].map((name) => join(import.meta.dirname, '../..', name))

test('WORDS-7: no refusal has a word that only the British use, but where the country’s pack says it', () => {
  const found = folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(refusals)].map((match) => match[3] ?? ''))
  expect(found.length).toBeGreaterThan(100)
  expect(found.filter((sentence) => onlyBritish.test(sentence.replaceAll(/\$\{[^}]*\}/g, '')))).toEqual([])
})
