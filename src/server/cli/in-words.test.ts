// What is mistyped after a command is said in words that lead on, and never in those of the runtime.

import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../test/kit/ghostlight.ts'
import { inWords, isMistyped } from './in-words.ts'

function thrownBy(deed: () => unknown): unknown {
  try {
    deed()
  } catch (error) {
    return error
  }
  throw new Error('it throws')
}

test('CLI-36: what is mistyped after a command is said plainly', () => {
  const options = { data: { type: 'string' }, json: { type: 'boolean' } } as const
  const said = (...args: string[]) => {
    const error = thrownBy(() => parseArgs({ args, options }))
    expect(isMistyped(error)).toBe(true)
    return inWords(error)
  }
  expect(said('--bogus')).toBe('There is no --bogus here.')
  expect(said('extra')).toBe('Nothing is known to do with “extra” here.')
  expect(said('--data')).toBe('--data wants to be followed by what it is.')
  expect(said('--json=1')).toBe('--json stands by itself, without a value.')
})

test('CLI-36: what the system says of a file is said plainly', () => {
  const folder = temporaryFolder()
  try {
    expect(inWords(thrownBy(() => readFileSync(`${folder.path}/none`)))).toBe(
      `There is no file at ${folder.path}/none.`,
    )
    expect(inWords(thrownBy(() => readFileSync(folder.path)))).toBe('That is a folder; a file is wanted.')
    expect(isMistyped(thrownBy(() => readFileSync(folder.path)))).toBe(false)
  } finally {
    folder.remove()
  }
})
