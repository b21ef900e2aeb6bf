// The plots as the page asks for them: between the acts, and why not while one is up.

import { expect, test } from 'vitest'
import { openHouse } from '../../../test/kit/house.ts'
import { theCaller } from '../../../test/kit/nights.ts'
import { must } from '../../core/kit/assert.ts'
import { plots } from './plots.ts'

test('PLOT-9: between the acts they are told; while an act is up it is said why not', async () => {
  const { stage, clock } = await openHouse()
  expect(await plots(stage)).toMatchObject({ status: 200, said: { bands: expect.any(Array) } })
  const { owner } = must(stage.night(), 'a night is on')
  const command = { name: 'act.up', act: 1 } as const
  await owner.submit({ id: 'press-1', by: theCaller, madeAt: clock.now(), command })
  expect(await plots(stage)).toMatchObject({ said: { refusal: { code: 'running' } } })
})
