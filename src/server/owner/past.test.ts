// A record that an earlier version wrote, read by this one.

import { expect, test } from 'vitest'
import { type Coin, openTill, till } from '../../../test/kit/till.ts'
import { emptyShelf } from '../log/memory.ts'

test('OWNER-17: what an earlier version recorded counts as what it is now, and stays as it was written', async () => {
  const shelf = emptyShelf()
  const earlier = await openTill(shelf)
  await earlier.ask('one', 2)
  await earlier.ask('two', 3)
  await earlier.owner.close()
  // From now on coins are counted in pence.
  const pence = {
    type: 'coin.taken',
    v: 1,
    step: (past: { readonly body: unknown }) => ({
      type: 'coin.taken',
      v: 2,
      body: { coin: (past.body as Coin).coin * 100 },
      detail: { state: 'none' } as const,
    }),
  }
  const now = await openTill(shelf, { ...till('till@2'), upcasts: [pence] })
  expect(now.owner.state()).toEqual({ sum: 500, coins: [200, 300] })
  expect((await now.log.read('till', 1, 10)).map(({ v, body }) => ({ v, body }))).toEqual([
    { v: 1, body: { coin: 2 } },
    { v: 1, body: { coin: 3 } },
  ])
})
