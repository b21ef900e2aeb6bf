// Please get in touch with me, asked of the running house: who hears of it, what stays in the file, and over which way.

import { expect, onTestFinished, test } from 'vitest'
import { id } from '../../src/core/kit/ids.ts'
import { countryPack } from '../../src/core/show/countries/packs.ts'
import { openCare } from '../../src/server/care/care.ts'
import { systemClock } from '../../src/server/clock/clock.ts'
import { openCareFor } from '../../src/server/http/care.ts'
import { CARE_STREAM } from '../../src/server/log/log.ts'
import { emptyShelf, openMemoryLog } from '../../src/server/log/memory.ts'
import { forgetPeople } from '../../src/server/vault/forget.ts'
import { type CareTold, readCareCommand } from '../../src/wire/care.ts'
import { aViewer } from '../kit/nights.ts'
import { sealedShow } from '../kit/sealed.ts'
import { openServedHouse } from '../kit/served-house.ts'
import { TestClock } from '../kit/server.ts'

async function opened() {
  const house = await openServedHouse({ show: sealedShow })
  onTestFinished(() => house.close())
  const [nell, dot, ivo, cm] = await Promise.all([
    ...['nell', 'dot', 'ivo'].map((person) => house.pair({ roles: ['perf'], person: id<'person'>(person) })),
    house.pair({ roles: ['CM'] }),
  ])
  const say = (cookie: string | undefined, body: object | null) =>
    house.ask('/api/care', {
      ...(body === null ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json', cookie: cookie ?? '' },
    })
  const contacts = [
    { id: 'contact-dot', name: 'Dot', person: 'dot', reach: '', withinHours: 12 },
    { id: 'contact-outside', name: 'Helpline', person: null, reach: '0800 1', withinHours: 1 },
  ]
  expect((await say(cm, { name: 'care.contacts', contacts })).status).toBe(200)
  return { house, say, nell, dot, ivo, cm }
}

test('CARE-4, CARE-5: the two hear of it, nobody else does; taken back, no byte of it is in the record', async () => {
  const { house, say, nell, dot, ivo, cm } = await opened()
  const before = await Promise.all([ivo, cm].map((cookie) => say(cookie, null)))
  expect((await say(nell, { name: 'care.ask', id: 'ask-of-this-test', contact: 'contact-dot' })).status).toBe(
    200,
  )
  const told = async (cookie: string | undefined) =>
    (JSON.parse((await say(cookie, null)).text) as CareTold).section
  expect((await told(dot))?.forMe).toHaveLength(1)
  expect((await told(nell))?.own).toMatchObject([{ is: 'waits' }])
  const after = await Promise.all([ivo, cm].map((cookie) => say(cookie, null)))
  expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => text))
  expect((await say(ivo, { name: 'care.read', ask: 'ask-of-this-test' })).status).toBe(409)
  expect((await say(nell, { name: 'care.withdraw', ask: 'ask-of-this-test' })).status).toBe(200)
  expect((await told(dot))?.forMe).toEqual([])
  const events = await house.server.log.read(CARE_STREAM, 1, 100)
  const sent = events.find(({ type }) => type === 'ask.sent')
  expect([sent?.detail.state, JSON.stringify(sent?.body).includes('nell')]).toEqual(['erased', false])
  expect((await house.server.log.verify()).ok).toBe(true)
})

test('CARE-5: whoever is erased has asked nobody', async () => {
  const { house, say, nell, dot } = await opened()
  await say(nell, { name: 'care.ask', id: 'ask-of-this-test', contact: 'contact-dot' })
  const { log } = house.server
  expect(await forgetPeople(log, systemClock, new Map([['nell', Number.MAX_SAFE_INTEGER]]))).toBeGreaterThan(
    0,
  )
  const kept = JSON.stringify(await log.read(CARE_STREAM, 1, 100))
  expect(kept).not.toContain('"nell"')
  expect(dot).toBeDefined()
})

test('CARE-9: over a way on which others read along nothing is told or taken', async () => {
  const clock = new TestClock()
  let drawn = 0
  const freshId = () => `drawn-${drawn++}`
  const people = ['nell', 'dot'].map((name) => ({ id: id<'person'>(name), name }))
  const facts = { people, leads: new Set<string>(), incidents: [] }
  const house = async () => ({ facts, timeZone: 'UTC', country: 'GB' }) as const
  const care = openCare({ log: openMemoryLog({ shelf: emptyShelf() }), clock, freshId, house })
  const viewer = aViewer('perf', { person: 'nell' })
  const contacts = [
    { id: 'contact-dot', name: 'Dot', person: id<'person'>('dot'), reach: '', withinHours: 12 },
    { id: 'contact-outside', name: 'Helpline', person: null, reach: '0800 1', withinHours: 1 },
  ]
  await care.take({ name: 'care.contacts', contacts }, aViewer('CM'))
  const body = JSON.stringify({ name: 'care.ask', id: 'ask-of-this-test', contact: 'contact-dot' })
  expect((await openCareFor(care, { viewer, isSafe: false }, body)).status).toBe(403)
  const said = async (isSafe: boolean) => JSON.stringify(await openCareFor(care, { viewer, isSafe }, null))
  expect([(await said(false)).includes('Dot'), (await said(true)).includes('Dot')]).toEqual([false, true])
  expect((await openCareFor(care, { viewer, isSafe: true }, body)).status).toBe(200)
  expect((await openCareFor(care, { viewer: null, isSafe: true }, null)).status).toBe(401)
  await care.close()
})

test('CARE-1: opening the page is written down nowhere, and the numbers have their source and day', async () => {
  const { house, say, nell } = await opened()
  const heads = async () => JSON.stringify(await house.server.log.streams())
  const before = await heads()
  for (let times = 0; times < 3; times += 1) expect((await say(nell, null)).status).toBe(200)
  expect(await heads()).toBe(before)
  for (const country of ['GB', 'US'] as const)
    for (const { number, source, dated } of countryPack(country).support) {
      expect(number).toMatch(/\d/)
      expect([source.length > 0, /^\d{4}-\d\d-\d\d$/.test(dated)]).toEqual([true, true])
    }
})

test('CARE-10: of all that is asked here nothing takes words of how somebody is', () => {
  const asks = [
    { name: 'care.ask', id: 'ask-of-this-test', contact: 'contact-dot' },
    { name: 'care.read', ask: 'ask-of-this-test' },
    { name: 'care.withdraw', ask: 'ask-of-this-test' },
    { name: 'care.follow', incident: 'incident-one', on: true },
    { name: 'care.met', incident: 'incident-one', round: 'day' },
  ]
  for (const one of asks) {
    expect(readCareCommand(JSON.stringify(one))).toEqual(one)
    for (const more of ['words', 'reason', 'mood', 'note'])
      expect([one.name, readCareCommand(JSON.stringify({ ...one, [more]: 'I cannot sleep' }))]).toEqual([
        one.name,
        null,
      ])
  }
})

test('CARE-11: what to do with somebody in distress is read by anybody on their phone, and that is written down nowhere', async () => {
  const { house, nell } = await opened()
  const heads = async () => JSON.stringify(await house.server.log.streams())
  const before = await heads()
  for (const cookie of [nell ?? '', '']) {
    const { status, text } = await house.ask('/incident', { headers: { cookie } })
    expect([status, text.includes('<details id="stay-with"')]).toEqual([200, true])
  }
  expect(await heads()).toBe(before)
})
