// An earlier night whose record is damaged: passed over, named, and in nobody's way.

import { expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../test/kit/house.ts'
import { theCaller, theSM } from '../../../test/kit/nights.ts'
import { must } from '../../core/kit/assert.ts'
import { instant } from '../../core/kit/time.ts'
import type { NightCommand } from '../../core/night/night.ts'
import { papers } from './paper.ts'

let presses = 0

/** One whole performance, closed, and the next one planned. */
async function play({ stage, clock }: TestHouse): Promise<void> {
  const commands: readonly NightCommand[] = [
    { name: 'act.up', act: 1 },
    { name: 'act.down', act: 1 },
    { name: 'act.up', act: 2 },
    { name: 'act.down', act: 2 },
    { name: 'performance.close' },
  ]
  const { owner } = must(stage.night(), 'a night is on')
  for (const command of commands) {
    presses += 1
    clock.pass(60_000)
    const press = { id: `press-${presses}`, by: theCaller, madeAt: clock.now(), command }
    expect([command.name, (await owner.submit(press)).ok]).toEqual([command.name, true])
  }
  presses += 1
  const next = await stage.planNext(instant(clock.now() + 3_600_000), theSM, `next-${presses}`)
  expect(next.ok).toBe(true)
}

test('PAPERWORK-24: a damaged earlier night is passed over and named; the others are read, and their times counted', async () => {
  const house = await openHouse()
  await play(house)
  await play(house)
  const [first] = house.stage.performances()
  const stream = must(house.shelf.streams.get(first?.id ?? ''), 'the first night is kept')
  const row = must(stream.rows[1], 'the act went up')
  stream.rows[1] = { ...row, body: '"changed"' }
  stream.snapshots.clear()
  const read = async (path: string, query = '') => {
    const paper = must(papers.get(path), 'there is such a paper')
    const asked = new URLSearchParams(query)
    return JSON.parse(
      JSON.stringify(
        await paper(house.stage, theCaller, asked, house.clock.now(), house.clock, { all: () => [] }),
      ),
    )
  }
  expect(await read('/api/report', 'performance=2')).toMatchObject({ report: { number: 2 } })
  expect(await read('/api/report', 'performance=1')).toMatchObject({
    report: null,
    title: 'The Small Show',
    performances: [
      { number: 3, unreadable: false },
      { number: 2, unreadable: false },
      { number: 1, unreadable: true },
    ],
  })
  expect(await read('/api/report')).toMatchObject({ report: { number: 3 } })
  expect(await read('/api/report', 'performance=9')).toBeNull()
  const times = await read('/api/statistics')
  expect(times.performances.map(({ number }: { readonly number: number }) => number)).toEqual([2])
  expect(times.unreadable).toEqual([1])
})
