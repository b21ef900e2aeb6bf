// Every kind of event has a name of its own, wherever a performance is named.

import { expect, test } from 'vitest'
import { numberOf, performanceKinds } from '../core/show/kinds.ts'
import { british } from './british.ts'

test('TECH-4: no two kinds are called the same in any text that names a performance', () => {
  const { kinds, papers, frame, desk, post, tasks } = british
  const number = (kind: (typeof performanceKinds)[number]) => ({ number: numberOf(kind, 2) })
  const naming = [
    ...[kinds.ofNumber, frame.performance, desk.closed, papers.performanceOf, tasks.from],
    ({ number: one }: { readonly number: number }) => papers.night({ title: 'The Lamp', number: one }),
    ({ number: one }: { readonly number: number }) => post.what({ performance: one }),
  ]
  for (const say of naming) {
    const said = performanceKinds.map((kind) => say(number(kind)))
    expect(new Set(said).size).toBe(performanceKinds.length)
    for (const one of said) expect(one).toMatch(/(?<!\d)2(?!\d)/)
  }
  expect(naming[1]?.(number('show'))).toBe('performance 2')
  expect(naming[0]?.(number('show'))).toBe('2')
  for (const texts of [kinds.names, kinds.marks])
    expect(new Set(Object.values(texts)).size).toBe(performanceKinds.length)
})
