// An answer that was cut, spoilt or is somebody else's is said to be none; and nothing in the browser reads one in another way.

import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dice as throwing } from '../../core/kit/dice.ts'
import { readAnswer } from './read-answer.ts'

type Told = { readonly due: readonly string[]; readonly at: number }
const whole = JSON.stringify({ due: ['names of devices'], at: 5 } satisfies Told)
const read = (body: string, status = 200) =>
  readAnswer<Told>(Promise.resolve(new Response(body, { status })), ['due', 'at'])

test('LINK-29: cut anywhere, an answer is none, and says that it came spoilt', async () => {
  expect(await read(whole)).toMatchObject({ told: { at: 5 }, isSpoilt: false, sentence: null })
  for (let end = 0; end < whole.length; end += 1)
    expect(await read(whole.slice(0, end))).toMatchObject({ told: null, isSpoilt: true })
  const random = throwing(20_261_127)
  for (let count = 0; count < 500; count += 1) {
    const at = random.whole(0, whole.length - 1)
    const spoilt = `${whole.slice(0, at)}${String.fromCharCode(random.whole(0, 127))}${whole.slice(at + 1)}`
    const { told, status } = await read(spoilt)
    expect(status).toBe(200)
    if (told !== null) expect([Object.hasOwn(told, 'due'), Object.hasOwn(told, 'at')]).toEqual([true, true])
  }
})

test('LINK-29: a page in between, nobody, and a refusal are told apart', async () => {
  for (const other of ['<!doctype html><p>Sign in to the free network', 'null', '[]', '{}', '"due"', '7'])
    expect(await read(other)).toMatchObject({ told: null, isSpoilt: true, status: 200 })
  const nobody = await readAnswer<Told>(Promise.reject(new TypeError('fetch failed')), ['due'])
  expect(nobody).toMatchObject({ told: null, isSpoilt: false, status: 0 })
  const refused = JSON.stringify({ refusal: { code: 'not-yours', sentence: 'A stage manager does that.' } })
  expect(await read(refused, 403)).toMatchObject({
    ...{ told: null, isSpoilt: false, sentence: 'A stage manager does that.' },
  })
  expect(await read('<h1>502</h1>', 502)).toMatchObject({ told: null, isSpoilt: true, sentence: null })
})

/** Typed by hand: where a text is parsed that is no answer, and what catches it. */
const parsesItself: Readonly<Record<string, string>> = {
  'src/web/incident/rounds.ts': 'the card, which holds no more than it must: caught around it',
  'src/web/incident/one-page.ts': 'a page that is made into a file: caught around it',
}

test('LINK-29: nothing in the browser reads an answer, or parses a text, where nothing catches it', () => {
  const files = globSync('src/web/**/*.{ts,tsx}').filter((file) => !/\.test\.tsx?$/.test(file))
  expect(files.length).toBeGreaterThan(100)
  const own = 'src/web/answers/read-answer.ts'
  const reads = files.filter((file) => file !== own && readFileSync(file, 'utf8').includes('.json()'))
  expect(reads.toSorted()).toEqual(Object.keys(parsesItself).toSorted())
})
