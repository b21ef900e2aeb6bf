// That a run of retention is due is proposed to whoever answers for it; nothing is done by it.

import { expect, onTestFinished, test } from 'vitest'
import { openServedHouse } from '../../../test/kit/served-house.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { instant } from '../../core/kit/time.ts'
import type { OfficeRequest } from './deeds.ts'
import { PAST_MS, type Past, pastDeeds } from './past-deeds.ts'

const request = (now: number): OfficeRequest =>
  // `as`: what is read of it here.
  ({ now: instant(now) }) as OfficeRequest

test('PRIVACY-11: stage management and the company manager read what is past its time, and nothing is changed by that', async () => {
  const house = await openServedHouse({ show: littleShow() })
  onTestFinished(() => house.close())
  const heads = async () => JSON.stringify(await house.server.log.streams())
  const cookies = await Promise.all(
    (['SM', 'CM', 'FOH', 'dir', 'admin'] as const).map((role) => house.pair({ roles: [role] })),
  )
  const before = await heads()
  const answers = await Promise.all(
    cookies.map((cookie) => house.ask('/api/office/past', { headers: { cookie } })),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 403, 403, 403])
  expect(JSON.parse(answers[0]?.text ?? '')).toEqual({ due: [] })
  expect(await heads()).toBe(before)
})

test('PRIVACY-11: it is said kind by kind in words, and looked for once an hour at most', async () => {
  let looked = 0
  const past: Past = async () => {
    looked += 1
    return [{ kind: 'attendance', entries: 12, since: instant(5) }]
  }
  const stage = { night: () => null } as unknown as Parameters<typeof pastDeeds>[0]
  const deed = pastDeeds(stage, past).get('/api/office/past')
  const told = {
    due: [{ title: expect.stringMatching(/in the building/), ending: 'erased', entries: 12, since: 5 }],
  }
  for (const now of [0, PAST_MS - 1])
    expect(await deed?.run(request(now))).toEqual({ status: 200, said: told })
  expect(looked).toBe(1)
  await deed?.run(request(PAST_MS))
  expect(looked).toBe(2)
})
