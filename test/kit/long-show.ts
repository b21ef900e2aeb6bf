// A play as long as the longest there is: 2.3 MB of words, and 925 people.

import { newShow } from '../../src/core/editing/details.ts'
import { id } from '../../src/core/kit/ids.ts'
import type { Show } from '../../src/core/show/show.ts'

const stock = 'tide lamp quay boat rope bell gull salt stone wind door night walk carry hold turn'.split(' ')
export const sentence = (at: number, words: number): string =>
  Array.from(
    { length: words },
    (_, word) => stock[(at * 7 + word * 5 + ((at >> 4) % 11)) % stock.length],
  ).join(' ')
/** As long as the longest play there is, and as many people. */
export function longShow(): Show {
  const items = Array.from({ length: 220 }, (_, at) => ({
    ...{ id: id<'item'>(`s${at}`), code: `${1 + Math.floor(at / 44)}.${1 + (at % 44)}`, title: '' },
    ...{ kind: 'scene' as const, act: 1 + Math.floor(at / 44), seconds: 900 },
  }))
  const many = 44_000
  const each = many / items.length
  const roles = Array.from({ length: 925 }, (_, at) => ({ id: id<'role'>(`r${at}`), name: `Person ${at}` }))
  return {
    ...newShow({ title: 'The Long Night', venue: '', address: '', country: 'GB', timeZone: 'Europe/London' }),
    ...{ items, roles },
    editions: [{ id: id<'edition'>('full'), title: 'Full', items: items.map((item) => item.id) }],
    script: Array.from({ length: many }, (_, at) => ({
      item: items[Math.floor(at / each)]?.id ?? id<'item'>('s0'),
      seconds: (at % each) * 4,
      role: id<'role'>(`r${Math.floor(at / 3) % 925}`),
      kind: 'speech' as const,
      text: `${at} ${sentence(at, 9)}`,
    })),
  }
}
