// Whose notes lie on a duty device of a very large company.

import { expect, test } from 'vitest'
import { WRAPS_MAX } from '../../wire/vault.ts'
import { LENT_MAX, listedFor, sealedTo } from './listed.ts'

const company = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `p${at}` }))

test('VAULT-8: a company that has room stands in the list whole, in its order, whoever is in', () => {
  const people = company(LENT_MAX)
  const { listed, here } = listedFor(people, (id) => id === 'p7')
  expect([listed, here]).toEqual([people, [{ id: 'p7' }]])
})

test('VAULT-8: of a larger one whoever is in is there, wherever they stand in it, and never more than a device holds', () => {
  const people = company(LENT_MAX + 200)
  const late = new Set([`p${LENT_MAX}`, `p${LENT_MAX + 199}`])
  const { listed, here } = listedFor(people, (id) => late.has(id))
  expect(listed).toHaveLength(LENT_MAX)
  expect(here.map(({ id }) => id)).toEqual([...late])
  expect(listed).toEqual([...people.slice(0, LENT_MAX - 2), ...here])
  const all = listedFor(people, () => true)
  expect([all.listed, all.here]).toEqual([people.slice(0, LENT_MAX), people.slice(0, LENT_MAX)])
})

test('VAULT-6: a note is sealed to so many duty devices, those whose people are here among them; one more refuses nothing', () => {
  const devices = Array.from({ length: WRAPS_MAX + 1 }, (_, at) => at)
  expect(sealedTo(devices.slice(0, WRAPS_MAX), () => false)).toHaveLength(WRAPS_MAX)
  expect(sealedTo(devices, (at) => at === WRAPS_MAX)).toEqual([...devices.slice(0, WRAPS_MAX - 1), WRAPS_MAX])
})
