// What somebody says who is no Ghostlight, and who is remembered of those that are.

import { expect, test } from 'vitest'
import { instant } from '../../core/kit/time.ts'
import { OTHER_MS, OTHERS_MAX, openOthers } from './others.ts'
import { ADDRESSES_MAX } from './own.ts'
import { ghostlightsIn, SERVICE } from './records.ts'

test('NETWORK-16: names that nobody of ours has are no names, and no more addresses are told than a machine has', () => {
  const told = (name: string) =>
    ghostlightsIn({ answers: [{ name: SERVICE, type: 'PTR', ttl: 9, data: `${name}.${SERVICE}` }] })
  for (const name of [
    ...[
      '\u001b[2J',
      'a\nb',
      '"><script>',
      '\u202Ekrad',
      'a b',
      'a.b',
      '-a',
      'a-',
      '',
      'ghöst',
      'x'.repeat(64),
    ],
  ])
    expect([name, told(name)]).toEqual([name, []])
  for (const name of ['ghostlight', 'ghostlight-20', 'x'.repeat(63)])
    expect(told(name)).toMatchObject([{ name }])
  const many = Array.from(
    { length: 200 },
    (_, at) => ({ name: 'ghostlight.local', type: 'A', ttl: 9, data: `192.0.2.${at}` }) as const,
  )
  const pointer = { name: SERVICE, type: 'PTR', ttl: 9, data: `ghostlight.${SERVICE}` } as const
  expect(ghostlightsIn({ answers: [pointer, ...many] })[0]?.addresses).toHaveLength(ADDRESSES_MAX)
})

test('NETWORK-16: twenty names that somebody made up hide another house no longer than they are said', () => {
  let now = 0
  const others = openOthers(() => instant(now))
  for (let one = 0; one < OTHERS_MAX; one += 1) expect(others.heard(`made-up-${one}`, [])).toBe(true)
  expect([others.heard('real', []), others.list().length]).toEqual([false, OTHERS_MAX])
  expect(others.heard('made-up-0', [])).toBe(false)
  now = OTHER_MS
  expect(others.heard('real', ['192.0.2.1'])).toBe(true)
  expect(others.list()).toEqual([{ name: 'real.local', addresses: ['192.0.2.1'], heardAt: OTHER_MS }])
  others.gone('real')
  expect(others.list()).toEqual([])
})
