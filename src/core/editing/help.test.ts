// Help in the building as stage management writes it down, and the refusals of it.

import { describe, expect, test } from 'vitest'
import { confirmation, type HelpField, helpFields } from '../show/help.ts'
import type { Show } from '../show/show.ts'
import { newShow } from './details.ts'
import { editShow } from './edits.ts'

const house = {
  title: 'Sorrel Head',
  venue: 'Corn Hall',
  address: '4 Tannery Lane',
  country: 'GB',
  timeZone: 'Europe/London',
} as const
const empty = newShow(house)

const filled = (more: Partial<Record<HelpField, string>>): Record<HelpField, string> => ({
  // `as`: made from the list of all fields.
  ...(Object.fromEntries(helpFields.map((field) => [field, ''])) as Record<HelpField, string>),
  ...more,
})

const set = (show: Show, more: Partial<Record<HelpField, string>>) =>
  editShow(show, { name: 'help.set', help: filled(more) })

function done(show: Show, more: Partial<Record<HelpField, string>>): Show {
  const result = set(show, more)
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}

const why = (more: Partial<Record<HelpField, string>>): string => {
  const result = set(empty, more)
  return result.ok ? 'done' : result.refusal.sentence
}

const word = { number: '999', confirmedBy: 'Ruth Amari', confirmedOn: '2026-11-24' }

describe('help in the building', () => {
  test('EDIT-18: what is said is kept without its blanks, and what is left empty is not set', () => {
    const show = done(empty, { ...word, entrance: '  Stage door, Alma Lane ', aedPlace: 'Box office' })
    expect(show.venue.help).toEqual({
      ...word,
      entrance: 'Stage door, Alma Lane',
      aedPlace: 'Box office',
    })
    expect(done(show, {}).venue.help).toEqual({})
    expect(show.venue.name).toBe('Corn Hall')
  })

  test('EDIT-18: numbers are digits, days are days, and half a word is nobody’s', () => {
    expect(why({ number: 'nine' })).toMatch(/^Number to dial: digits/)
    expect(why({ number: '+' })).toMatch(/digits/)
    expect(why({ number: '9'.repeat(20) })).toBe('done')
    expect(why({ number: '9'.repeat(21) })).toMatch(/digits/)
    expect(why({ outsideLine: '9,' })).toMatch(/^Before it/)
    expect(why({ aedChecked: '2026-02-30' })).toMatch(/2026-02-30.*no day/)
    expect(why({ approvedOn: '2026-11-24' })).toMatch(/one without the other/)
    expect(why({ ...word, confirmedOn: '' })).toMatch(/one without the other/)
    expect(why({ ...word, number: '' })).toMatch(/Write down the number/)
    expect(why(word)).toBe('done')
  })

  test('EDIT-19: another number drops the word for the one before, unless somebody gives it anew', () => {
    const show = done(empty, word)
    expect(confirmation(done(show, { ...word, firstAid: 'Prompt corner' }).venue.help, null)?.by).toBe(
      'Ruth Amari',
    )
    for (const change of [{ number: '112' }, { outsideLine: '9' }, { telephones: 'Stage door' }])
      expect(confirmation(done(show, { ...word, ...change }).venue.help, null)).toBeNull()
    const anew = { ...word, number: '112', confirmedOn: '2026-11-25' }
    expect(confirmation(done(show, anew).venue.help, null)?.on).toBe('2026-11-25')
  })

  test('EDIT-20: an address that is emptied is gone, and a prompt corner goes back to what is usual', () => {
    const change = (show: Show, more: object): Show => {
      const result = editShow(show, { name: 'details.change', details: { ...house, ...more } })
      if (!result.ok) throw new Error(result.refusal.sentence)
      return result.value
    }
    const moved = change(empty, { address: '', promptSide: 'stage right' })
    expect([moved.venue.address, moved.venue.promptSide]).toEqual([undefined, 'stage right'])
    expect(change(moved, {}).venue.promptSide).toBe('stage right')
    expect('promptSide' in change(moved, { promptSide: '' }).venue).toBe(false)
  })
})
