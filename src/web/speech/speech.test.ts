// Which language a page speaks.

import { afterEach, expect, test } from 'vitest'
import { speakAsChosen, speakAsIn, words, wordsAsked } from './speech.ts'

afterEach(() => {
  speakAsChosen('show')
  speakAsIn('GB')
})

const interval = () => words().where.interval({ act: 2, when: 'at 19:50' })

test('WORDS-2: a page speaks as the show’s country does, unless its device chose otherwise', () => {
  expect(interval()).toBe('Interval · act 2 at 19:50')
  speakAsIn('US')
  expect(interval()).toBe('Intermission · act 2 at 19:50')
  speakAsChosen('en-GB')
  expect(interval()).toBe('Interval · act 2 at 19:50')
  speakAsChosen('show')
  expect(interval()).toBe('Intermission · act 2 at 19:50')
})

test('WORDS-5: the language for tests is heard only on the machine itself', () => {
  const at = (hostname: string) => wordsAsked({ search: '?words=pseudo', hostname })
  expect([at('127.0.0.1'), at('localhost'), at('desk.local'), at('192.168.1.7')]).toEqual([
    'pseudo',
    'pseudo',
    null,
    null,
  ])
  expect(wordsAsked({ search: '?words=en-US', hostname: 'desk.local' })).toBe('en-US')
  expect(wordsAsked({ search: '?words=klingon', hostname: 'localhost' })).toBeNull()
})
