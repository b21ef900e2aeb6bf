// Where the house's own record lost its performances: as many as there may be are known again, the newest first.

import { expect, test } from 'vitest'
import { TestClock } from '../../../test/kit/server.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { instant } from '../../core/kit/time.ts'
import type { Show } from '../../core/show/show.ts'
import { INSTALLATION_STREAM } from '../log/log.ts'
import { emptyShelf, openMemoryLog, type Shelf } from '../log/memory.ts'
import { RECALLED_MAX } from './recalling.ts'
import { openStage } from './stage.ts'

const HOUR_MS = 3_600_000
const curtainOf = (performance: number) => instant(Date.UTC(2031, 0, 1) + performance * HOUR_MS)

/** As many nights as are named, each in a stream of its own, by names that say nothing of when it was. */
async function nights(shelf: Shelf, many: number, from = 0): Promise<void> {
  const log = openMemoryLog({ shelf })
  const show = await log.saveDocument(JSON.stringify(littleShow()))
  for (let performance = from; performance < from + many; performance++) {
    const stream = `night-${String((performance * 7919) % 1_009).padStart(5, '0')}`
    const body = { number: performance + 1, show, edition: 'full', at: 0, curtainAt: curtainOf(performance) }
    const opened = { type: 'performance.opened', v: 1, body: { ...body, country: 'GB', timeZone: 'UTC' } }
    await log.append([
      {
        ...{ stream, epoch: await log.claim(stream), expectSeq: 0, command: 'open', by: 'machine' },
        ...{ at: curtainOf(performance), events: [{ ...opened, detail: null }], answer: null },
      },
    ])
  }
  await log.close()
}

async function known(shelf: Shelf): Promise<readonly number[]> {
  const lost = { stream: INSTALLATION_STREAM, from: 1, to: 1, entries: 1, after: null, before: null }
  const log = openMemoryLog({ shelf })
  let drawn = 0
  const stage = await openStage({
    ...{ log, clock: new TestClock(), readShow: (text) => JSON.parse(text) as Show, losses: [lost] },
    freshId: () => `fresh-${drawn++}`,
  })
  const numbers = stage.installation.state().performances.map(({ number }) => number)
  expect(stage.night()?.performance.number).toBe(numbers.at(-1))
  await stage.close()
  await log.close()
  return numbers
}

test('LOG-26: of more nights than are recalled at once the newest are, tonight among them, and the others at the next opening', async () => {
  const shelf = emptyShelf()
  await nights(shelf, RECALLED_MAX + 1)
  const first = await known(shelf)
  expect([first.length, first.includes(1), first.at(-1)]).toEqual([RECALLED_MAX, false, RECALLED_MAX + 1])
  expect(await known(shelf)).toEqual([1, ...first])
})

test('LOG-26: an old night that is remembered again is neither tonight nor the show that is played', async () => {
  const shelf = emptyShelf()
  await nights(shelf, 2)
  expect(await known(shelf)).toEqual([1, 2])
  await nights(shelf, 1, -5)
  expect(await known(shelf)).toEqual([-4, 1, 2])
})
