// A dry run as a button: bounded, one at a time, beside everything else, and never while a performance runs.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../test/kit/ghostlight.ts'
import { openHouse } from '../../../test/kit/house.ts'
import { theCaller, theSM } from '../../../test/kit/nights.ts'
import { must } from '../../core/kit/assert.ts'
import { systemClock } from '../clock/clock.ts'
import { DRY_RUN_EVENINGS, DRY_RUN_LAYOUTS, dryRunDeeds } from './dry-run.ts'

const pressing = (deeds: ReturnType<typeof dryRunDeeds>, viewer = theSM) =>
  must(deeds.get('/api/office/dry-run'), 'it has a button').run({
    ...{ viewer, bytes: new Uint8Array(), body: '{}', query: new URLSearchParams(), now: systemClock.now() },
  })

test('DRY-17: it answers with each rule’s cost and finds on as many evenings as its bounds say, one run at a time', async () => {
  const { stage } = await openHouse()
  const deeds = dryRunDeeds({ stage, clock: systemClock })
  const first = pressing(deeds)
  expect(await pressing(deeds)).toMatchObject({ status: 409, said: { refusal: { code: 'busy' } } })
  expect(await first).toMatchObject({
    status: 200,
    said: { layouts: DRY_RUN_LAYOUTS, evenings: DRY_RUN_EVENINGS, rules: { length: 9 } },
  })
}, 60_000)

test('DRY-17: it is for who manages the stage, and never while tonight is being played', async () => {
  const { stage, clock } = await openHouse()
  const deeds = dryRunDeeds({ stage, clock: systemClock })
  expect(await pressing(deeds, { ...theSM, roles: ['dept'] })).toMatchObject({ status: 403 })
  const { owner } = must(stage.night(), 'a night is on')
  const command = { name: 'act.up', act: 1 } as const
  expect(await owner.submit({ id: 'press-1', by: theCaller, madeAt: clock.now(), command })).toMatchObject({
    ok: true,
  })
  expect(await pressing(deeds)).toMatchObject({ said: { refusal: { code: 'still-open' } } })
})

test('DRY-17: a thread that hangs or dies is ended and said, and the next press runs', async () => {
  const folder = temporaryFolder()
  const { stage } = await openHouse()
  for (const [name, code] of Object.entries({ hangs: 'setInterval(() => {}, 1000)', dies: 'throw 1' })) {
    const file = join(folder.path, `${name}.mjs`)
    writeFileSync(file, code)
    const deeds = dryRunDeeds({ stage, clock: systemClock, thread: pathToFileURL(file), msMax: 200 })
    for (const press of [1, 2]) {
      const answer = await pressing(deeds)
      expect([name, press, answer]).toMatchObject([name, press, { said: { refusal: { code: 'not-run' } } }])
    }
  }
  folder.remove()
})
