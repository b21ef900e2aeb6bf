// Which performance is meant on the command line.

import { expect, test } from 'vitest'
import { countOf, kindOf, numberOf, performanceKinds } from '../../core/show/kinds.ts'
import { performanceNumber } from './numbers.ts'

test('TECH-2: a number is said on the command line, a show’s as ever and any other by its kind', () => {
  expect([undefined, '14', 'tech-2', 'show-3'].map(performanceNumber)).toEqual([
    ...[undefined, 14, numberOf('tech', 2), 3],
  ])
  for (const wrong of ['tech', 'tech-', 'tech-x', 'opera-2', '-3'])
    expect(() => performanceNumber(wrong)).toThrow()
  for (const kind of performanceKinds)
    expect([kindOf(numberOf(kind, 999_999)), countOf(numberOf(kind, 999_999))]).toEqual([kind, 999_999])
})
