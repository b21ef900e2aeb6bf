// Whom the desk has to tell by voice.

import { expect, test } from 'vitest'
import { NOON, said, told } from '../../../test/kit/incidents.ts'
import { id } from '../kit/ids.ts'
import { instant } from '../kit/time.ts'
import type { What } from './record.ts'
import { REACH_MS, UNREACHED_MAX, unreachedSection } from './unreached.ts'

const asked = (who: string, step: 'offered' | 'taken' | 'passed-on' = 'offered'): What => ({
  ...{ kind: 'function', name: 'AED', step, who, person: id<'person'>(who.toLowerCase()) },
})
const opened: What = { kind: 'opened', place: null, how: 'hold' }
const later = instant(NOON + REACH_MS)

test('INCIDENT-82: who was asked and answers on no screen is named, until they take it or it has gone on', () => {
  const { incidents } = told([
    ...[said(opened), said(asked('Ana')), said(asked('Ben')), said(asked('Cleo')), said(asked('Dov'))],
    ...[said(asked('Cleo', 'taken'), NOON + 1), said(asked('Dov', 'passed-on'), NOON + 1)],
    said({ kind: 'function', name: 'show-hold', step: 'offered', who: 'Prompt desk' }),
  ])
  const named = (reached: readonly string[], now = later) =>
    unreachedSection(incidents, (person) => reached.includes(person), now).names
  expect(named([])).toEqual(['Ana', 'Ben'])
  expect(named(['ana'])).toEqual(['Ben'])
  expect(named([], instant(later - 1))).toEqual([])
  const over = told([said(opened), said(asked('Ana')), said({ kind: 'stood-down' })])
  expect(unreachedSection(over.incidents, () => false, later).names).toEqual([])
  const many = Array.from({ length: UNREACHED_MAX + 1 }, (_each, index) => said(asked(`P${index}`)))
  const crowd = told([said(opened), ...many])
  expect(unreachedSection(crowd.incidents, () => false, later)).toMatchObject({
    names: { length: UNREACHED_MAX },
    more: 1,
  })
})
