// What stands on the terminal once something of ours broke: enough to find it, and nothing of anybody.

import { expect, test } from 'vitest'
import { assert, Failed } from '../../core/kit/assert.ts'
import { MISTAKES_TOLD_MAX, openMistakes } from './mistakes.ts'

function caught(act: () => void): unknown {
  try {
    act()
  } catch (error) {
    return error
  }
  throw new Error('it breaks')
}

test('OWNER-20: the place is said, and of what broke only what we promised ourselves; never the words in it', () => {
  const said: string[] = []
  const tell = openMistakes((text) => said.push(text))
  tell(caught(() => JSON.parse('Mia fell\n    at the stairs')))
  tell(caught(() => assert(false, 'a cue has a place')))
  tell('Mia again')
  const all = said.join('')
  expect(said).toHaveLength(3)
  expect(all).toContain('mistakes.test.ts')
  expect(all).toContain('Mistake: a cue has a place')
  expect(all).not.toMatch(/Mia|stairs/)
})

test('OWNER-20: each place once, and no more of them than there is room for', () => {
  const said: string[] = []
  const tell = openMistakes((text) => said.push(text))
  const broken = caught(() => assert(false, 'the same'))
  for (let time = 0; time < 3; time += 1) tell(broken)
  expect(said).toHaveLength(1)
  for (let place = 0; place < 2 * MISTAKES_TOLD_MAX; place += 1)
    tell(caught(() => assert(false, `promise ${place}`)))
  expect(said).toHaveLength(MISTAKES_TOLD_MAX)
})

test('OWNER-20: what the world broke is no mistake of ours: a file, a connection, a thread that was not to be had', () => {
  const said: string[] = []
  const tell = openMistakes((text) => said.push(text))
  const withCode = (code: string) => Object.assign(new Error('it broke'), { code })
  tell(new Failed('The disk is full.'))
  for (const code of ['ENOENT', 'ECONNRESET', 'ERR_WORKER_OUT_OF_MEMORY', 'ERR_STREAM_PREMATURE_CLOSE'])
    tell(withCode(code))
  expect(said).toEqual([])
  tell(withCode('ERR_INVALID_ARG_TYPE'))
  expect(said).toHaveLength(1)
})
