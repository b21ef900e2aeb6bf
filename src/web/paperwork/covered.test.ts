// Who is put in at the next rehearsal, as the sheet groups them.

import { expect, test } from 'vitest'
import { id } from '../../core/kit/ids.ts'
import { putInsOf } from './covered.tsx'

test('COVERING-16: two who have one call name are two rows; a person’s tracks of one reason are one', () => {
  const row = (person: string, code: string) => ({
    ...{ person: id<'person'>(person), name: 'Sam', until: null },
    ...{ track: { code, title: '' }, reason: 'never on' as const },
  })
  const rows = [...putInsOf([row('sam-1', 'e1'), row('sam-2', 'e2'), row('sam-1', 'e3')]).values()]
  expect(rows.map((own) => own.map(({ track }) => track?.code))).toEqual([['e1', 'e3'], ['e2']])
})
