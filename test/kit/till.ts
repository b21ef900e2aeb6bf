// A till as a stream: the plainest thing an owner can own, on a log that can be made to fail.

import { accepted, refused } from '../../src/core/kit/result.ts'
import { emptyShelf, openMemoryLog, type Shelf } from '../../src/server/log/memory.ts'
import { type Kernel, type Owner, type OwnerAnswer, startOwner } from '../../src/server/owner/owner.ts'
import { aViewer } from './nights.ts'
import { type MoodyLog, moodyLog, TestClock } from './server.ts'

/** A till: coins go in until it is full. Some coins break it. */
export type Till = { readonly sum: number; readonly coins: readonly number[] }
export type Coin = { readonly coin: number }
export const FULL = 1_000_000
export const BREAKS_DECIDE = 666
export const BREAKS_APPLY = 667

export const till = (projector = 'till@1'): Kernel<Till, Coin> => ({
  stream: 'till',
  projector,
  empty: { sum: 0, coins: [] },
  decide: (state, { coin }) => {
    if (coin === BREAKS_DECIDE) throw new Error('our own mistake')
    if (coin <= 0) return refused('no-coin', 'That is not a coin.')
    if (state.sum + coin > FULL) return refused('full', `The till holds ${state.sum}.`)
    return accepted([{ type: 'coin.taken', v: 1, body: { coin } }])
  },
  apply: (state, { body }) => {
    const { coin } = body as Coin
    if (coin === BREAKS_APPLY) throw new Error('our own mistake')
    return { sum: state.sum + coin, coins: [...state.coins, coin] }
  },
})

export type OpenTill = {
  readonly log: MoodyLog
  readonly clock: TestClock
  readonly owner: Owner<Till, Coin>
  readonly ask: (id: string, coin: number) => Promise<OwnerAnswer>
}

export async function openTill(
  shelf: Shelf = emptyShelf(),
  kernel = till(),
  clock = new TestClock(),
): Promise<OpenTill> {
  const log = moodyLog(openMemoryLog({ shelf }))
  const owner = await startOwner(log, clock, kernel)
  const by = aViewer('caller')
  const ask = (id: string, coin: number) => owner.submit({ id, by, madeAt: clock.now(), command: { coin } })
  return { log, clock, owner, ask }
}

export const keptCoins = async ({ log }: OpenTill) =>
  (await log.read('till', 1, 10_000)).map((event) => (event.body as Coin).coin)
