// Incidents as the house keeps them: with no performance, from strangers, once, and again after a restart.

import { expect, test } from 'vitest'
import { NOON, said } from '../../../test/kit/incidents.ts'
import { openServedHouse, RealSocket } from '../../../test/kit/served-house.ts'
import { TestClock } from '../../../test/kit/server.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { theMachine } from '../../core/installation/installation.ts'
import { emptyShelf, openMemoryLog } from '../log/memory.ts'
import { openIncidents } from './incidents.ts'

const opened = { kind: 'opened', place: null, how: 'hold' } as const
const shock = { kind: 'done', deed: 'shock' } as const
let drawn = 0
const freshId = () => {
  drawn += 1
  return `fresh-${drawn}`
}

test('INCIDENT-19: taken once however often it is sent, drills apart, and there again after a restart', async () => {
  const shelf = emptyShelf()
  const clock = new TestClock()
  const log = openMemoryLog({ shelf })
  const house = await openIncidents(log, clock, freshId)
  const author = { device: 'stranger:phone', person: null }
  const sentAt = clock.now() + 7 * 60_000
  const real = [said(opened, sentAt - 5_000), said(shock, sentAt - 1_000)]
  const drill = [said(opened, sentAt, { drill: true })]
  const batch = { sentAt, device: 'phone', said: [...real, ...drill] }
  let changes = 0
  house.onChange(() => {
    changes += 1
  })
  const taken = { taken: batch.said.map(({ id }) => id) }
  expect([await house.take(batch, author), await house.take(batch, author)]).toEqual([taken, taken])
  expect(changes).toBeGreaterThan(0)
  const count = (all: ReturnType<typeof house.all>) => all.map(({ records }) => records.length)
  expect([count(house.all(false)), count(house.all(true))]).toEqual([[2], [1]])
  // Seven minutes fast: the house's time is the house's, and the difference is kept.
  expect(house.all(false)[0]?.records[0]).toMatchObject({
    happened: { from: clock.now() - 5_000 },
    aheadMs: 7 * 60_000,
    author,
  })
  await house.close()
  const again = await openIncidents(log, clock, freshId)
  expect([count(again.all(false)), count(again.all(true))]).toEqual([[2], [1]])
  const long = said({ kind: 'words', about: 'other', text: 'x'.repeat(1_001), witness: null }, NOON)
  expect(await again.take({ sentAt, device: 'phone', said: [long] }, author)).toMatchObject({
    ok: false,
    refusal: { code: 'too-long' },
  })
  await again.close()
})

test('INCIDENT-19: from a stranger, from a paired device, with no show and no performance', async () => {
  const post = (body: unknown, cookie = '') => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie === '' ? {} : { cookie }) },
    body: JSON.stringify(body),
  })
  const empty = await openServedHouse({ show: null })
  try {
    const batch = { sentAt: Date.now(), device: 'phone-1234', said: [said(opened, Date.now())] }
    const answer = await empty.ask('/api/incident', post(batch))
    expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { taken: batch.said.map(({ id }) => id) }])
    expect((await empty.ask('/incident')).text).toContain('CALL the emergency number')
    expect(await empty.server.log.verify()).toMatchObject({ performances: 0 })
    expect((await empty.ask('/api/incident', post({ said: [] }))).status).toBe(400)
    expect((await empty.ask('/api/incident')).status).toBe(405)
    const elsewhere = { ...post(batch), headers: { 'content-type': 'text/plain' } }
    expect((await empty.ask('/api/incident', elsewhere)).status).toBe(405)
  } finally {
    await empty.close()
  }
  const house = await openServedHouse({ show: littleShow() })
  try {
    const cookie = await house.pair({ roles: ['SM'] })
    const batch = { sentAt: Date.now(), device: 'phone-1234', said: [said(opened, Date.now())] }
    expect((await house.ask('/api/incident', post(batch, cookie))).status).toBe(200)
    const kept = await house.server.log.read('incidents', 1, 10)
    const own = kept.filter(({ by }) => by !== theMachine.device)
    expect(own.map(({ by }) => by)).toEqual([cookie.slice(cookie.indexOf('=') + 1).split('.')[0]])
    expect((await house.ask('/drill')).text).toContain('DRILL.')
  } finally {
    await house.close()
  }
})

test('INCIDENT-24: from the moment the house has it the desk and the stage door are told, and a performer’s phone is not', async () => {
  const house = await openServedHouse({ show: littleShow() })
  try {
    const open = async (post: Parameters<typeof house.pair>[0]) =>
      new RealSocket(house.server.port, { headers: { cookie: await house.pair(post) } }).hello()
    const sockets = {
      desk: await open({ roles: ['caller', 'SM'] }),
      door: await open({ roles: ['kiosk'] }),
      phone: await open({ roles: ['perf'], person: littleShow().people[0]?.id ?? null }),
    }
    const batch = {
      sentAt: Date.now(),
      device: 'phone-1234',
      said: [said({ ...opened, place: 'SL1' }, Date.now())],
    }
    await house.ask('/api/incident', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(batch),
    })
    const told = (socket: RealSocket) =>
      socket.messages.flatMap((one) =>
        one.t === 'frame' || one.t === 'snapshot' ? (one.sections.incidents?.open ?? []) : [],
      )
    await expect.poll(() => told(sockets.desk).map(({ place }) => place)).toEqual(['SL1'])
    await expect.poll(() => told(sockets.door).map(({ place }) => place)).toEqual(['SL1'])
    expect(sockets.phone.messages.some((one) => one.t === 'snapshot' && 'incidents' in one.sections)).toBe(
      false,
    )
    expect(told(sockets.phone)).toEqual([])
  } finally {
    await house.close()
  }
})

test('INCIDENT-66: the whole is told to who has a part in it; to anybody else as if there were none; to a stranger nothing', async () => {
  const house = await openServedHouse({ show: littleShow() })
  try {
    const post = (path: string, body: unknown, cookie: string) =>
      house.ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(cookie === '' ? {} : { cookie }) },
        body: JSON.stringify(body),
      })
    const performer = littleShow().people[0]?.id ?? null
    const cookies = {
      desk: await house.pair({ roles: ['caller', 'SM'] }),
      phone: await house.pair({ roles: ['perf'], person: performer }),
      door: await house.pair({ roles: ['kiosk'] }),
    }
    const raised = said({ ...opened, place: 'SL1' }, Date.now())
    const words = said({ kind: 'words', about: 'signs', text: 'does not answer', witness: null }, Date.now())
    await post('/api/incident', { sentAt: Date.now(), device: 'phone-1234', said: [raised, words] }, '')
    const whole = (cookie: string, incident: string | null = raised.incident, seen: number | null = null) =>
      post('/api/incident/whole', { incident, drill: false, seen }, cookie)
    const toldTo = async (...asked: Parameters<typeof whole>) => JSON.parse((await whole(...asked)).text)
    // With what the house asks by itself, it is at rest.
    await expect.poll(async () => JSON.stringify((await toldTo(cookies.desk)).records)).toContain('show-hold')
    const desk = await toldTo(cookies.desk)
    expect(desk.open).toMatchObject([{ id: raised.incident, place: 'SL1' }])
    expect(JSON.stringify(desk.records)).toContain('does not answer')
    expect((await toldTo(cookies.desk, raised.incident, desk.seq)).records).toBe(null)
    // A performer who was asked for nothing hears the same of one that is there and of one that is not.
    const nothing = { open: [], records: null, stop: null }
    expect(await toldTo(cookies.phone)).toMatchObject(nothing)
    expect(await toldTo(cookies.phone)).toEqual(await toldTo(cookies.phone, 'incident-none'))
    expect((await toldTo(cookies.door)).records).toBe(null)
    expect((await whole('')).status).toBe(401)
    expect((await post('/api/incident/whole', { incident: 7 }, cookies.desk)).status).toBe(400)
    const asks = said({
      kind: 'function',
      name: 'AED',
      step: 'offered',
      who: 'Ana',
      person: performer ?? undefined,
    })
    await post('/api/incident', { sentAt: Date.now(), device: 'phone-1234', said: [asks] }, '')
    expect(JSON.stringify((await toldTo(cookies.phone)).records)).toContain('does not answer')
  } finally {
    await house.close()
  }
})
