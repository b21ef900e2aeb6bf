// What may be said of somebody, over the real house: rung, told, taken back, erased; scenarios 22 to 24 as far as words go.

import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RoleName } from '../../src/core/disclosure/policy.ts'
import { CONTACTS_KEPT_MS } from '../../src/core/notice/contacts.ts'
import { systemClock } from '../../src/server/clock/clock.ts'
import { openNoticesFor } from '../../src/server/http/notices.ts'
import { backupLog } from '../../src/server/log/backup.ts'
import { NOTICE_STREAM } from '../../src/server/log/log.ts'
import { openMemoryLog } from '../../src/server/log/memory.ts'
import { restoreLog } from '../../src/server/log/restore.ts'
import { verifyFile } from '../../src/server/log/side.ts'
import { openSqliteLog } from '../../src/server/log/sqlite.ts'
import { type NoticeHouse, openNotices } from '../../src/server/notice/notices.ts'
import { eraseFor } from '../../src/server/vault/vault.ts'
import type { NoticesTold } from '../../src/wire/notice.ts'
import { clock } from '../kit/ear.ts'
import { temporaryFolder } from '../kit/ghostlight.ts'
import { aViewer } from '../kit/nights.ts'
import { asSealing, incidentAbout, sealedShow } from '../kit/sealed.ts'
import { openServedHouse, type ServedHouse } from '../kit/served-house.ts'

const folder = temporaryFolder()
const data = join(folder.path, 'data')
mkdirSync(data)
let house: ServedHouse
const cookies = new Map<string, string>()
const pairs = async (name: string, roles: readonly RoleName[], person: string | null = null) => {
  cookies.set(name, await house.pair({ roles, person: person as never, name: `${name} device` }))
}
beforeAll(async () => {
  house = await openServedHouse({ show: sealedShow, dataDir: data, clock })
  await pairs('cm', ['CM'])
  await pairs('sm', ['SM'], 'sal')
  await pairs('director', ['dir'])
  await pairs('producer', ['prod'])
  await pairs('front', ['FOH'])
  await pairs('ivo', ['perf'], 'ivo')
  await pairs('dot', ['perf'], 'dot')
  await pairs('board', ['callboard'])
}, 60_000)
afterAll(async () => {
  await house.close()
  folder.remove()
})

const asks = async (who: string, command: object | null = null) => {
  const headers = { cookie: cookies.get(who) ?? '', 'content-type': 'application/json' }
  const how = command === null ? { headers } : { method: 'POST', headers, body: JSON.stringify(command) }
  const { status, text } = await house.ask('/api/notices', how)
  return { status, text, told: status === 200 ? (JSON.parse(text) as NoticesTold) : null }
}
/** 'done', or why not. */
const says = async (who: string, command: object): Promise<string> => {
  const { status, text } = await asks(who, command)
  if (status === 200) return 'done'
  const { refusal } = JSON.parse(text) as { readonly refusal: { readonly code: string } }
  return refusal.code
}
const fresh = () => `of-a-test-${randomUUID()}`
const bytesWith = (place: string, text: string): readonly string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && readFileSync(join(one.parentPath, one.name), 'latin1').includes(text))
    .map(({ name }) => name)

/** At once: an erasure is told when it is done. */
const gone = (text: string) => expect(bytesWith(data, text)).toEqual([])

const MATTER = 'matter-of-nell'
const permits = (item: string, words: string, audience = 'company') => ({
  ...{ name: 'permission.give', id: fresh(), matter: MATTER, item, audience, words, giver: 'proxy' },
  ...{ from: 'MARK-proxy', how: 'by-telephone', by: 'Cleo' },
})
const adds = (id: string, called: string, may: string) => ({
  ...{ name: 'contact.add', id, matter: MATTER, called, relation: 'family', phone: 'MARK-number', may },
})
const rings = (contact: string, outcome = 'reached', reason = '') => ({
  ...{
    name: 'contact.ring',
    id: fresh(),
    matter: MATTER,
    contact,
    outcome,
    by: 'Cleo',
    againMinutes: null,
    reason,
  },
})
const writes = (id: string, items: readonly string[], parts: object = {}) => ({
  ...{ name: 'notice.write', id, matter: MATTER, template: 'cared-for', items, words: '' },
  ...{ ask: 'Sal', closest: ['ivo'], privacy: 'their-people-asked', ...parts },
})

test('NOTICE-13, RELEASE-9, RELEASE-10: scenarios 22 and 24: rung, told without the hospital, and a director reads the words and nothing else', async () => {
  expect(await says('cm', { name: 'matter.open', id: MATTER, person: 'nell' })).toBe('done')
  for (const [item, words] of [
    ['cared-for', ''],
    ['hospital', 'MARK-hospital'],
    ['condition', 'MARK-condition, and resting.'],
  ] as const)
    expect(await says('cm', permits(item, words))).toBe('done')
  // The director opens the app meanwhile: there is nothing, and as much of nothing as for anybody.
  for (const who of ['director', 'producer', 'front', 'ivo'])
    expect([who, (await asks(who)).told?.section]).toEqual([who, (await asks('dot')).told?.section])
  expect([(await asks('board')).status, (await asks('nobody')).status]).toEqual([403, 401])
  await says('cm', adds('contact-mother', 'MARK-mother', 'everything'))
  await says('cm', adds('contact-uncle', 'MARK-uncle', 'nothing'))
  const page = (await asks('cm')).told?.section.matters[0]
  expect(page).toMatchObject({ people: { next: 'contact-mother' }, settled: false })
  expect(page?.sayable.map(({ item }) => item)).toEqual(['cared-for', 'condition'])

  // Only the commander of the incident about her rings whom nobody else may.
  expect(await says('cm', rings('contact-uncle', 'reached', 'why'))).toBe('must-not')
  const front = await asSealing(house, cookies.get('front') ?? '', null)
  const takes = (name: string, who: string) => ({ kind: 'function', name, step: 'taken', who })
  await incidentAbout(house, front, 'nell', [
    takes('commander', 'front device'),
    takes('family-contact', 'dot'),
  ])
  expect(await says('front', rings('contact-uncle'))).toBe('reason')
  expect(await says('front', rings('contact-uncle', 'no-answer', 'He has her keys'))).toBe('done')
  // And whoever has the family as their function goes on with the list.
  const dots = (await asks('dot')).told?.section.matters[0]
  expect(dots).toMatchObject({ people: { next: 'contact-mother' }, sayable: [], record: null })
})

test('NOTICE-13, RELEASE-12: the words go once her mother is reached, without the hospital, first to leadership, then in person, then to all', async () => {
  const notice = fresh()
  expect(await says('sm', writes(notice, ['cared-for', 'condition']))).toBe('their-people-first')
  expect(await says('dot', rings('contact-mother'))).toBe('done')
  expect(await says('sm', writes(notice, ['cared-for', 'hospital']))).toBe('no-permission')
  expect(await says('ivo', writes(notice, ['cared-for']))).toBe('not-yours')
  expect(await says('sm', writes(notice, ['cared-for', 'condition']))).toBe('done')
  const { text = '' } = (await asks('director')).told?.section.notices[0] ?? {}
  expect(text).toMatch(
    /^A member of our company is being cared for\. MARK-condition, and resting\. We will tell you more/,
  )
  expect(text).toMatch(
    /privacy: please leave calls and posts to Sal.*keeps nobody from speaking with their union/,
  )
  expect(text).toContain('Samaritans 116 123')
  const heard = await Promise.all(
    ['director', 'producer', 'front', 'ivo', 'dot', 'sm'].map((who) => asks(who)),
  )
  for (const { text: all } of heard) expect(all).not.toMatch(/MARK-(?:hospital|proxy)/)
  for (const { told } of heard.slice(0, 2)) expect(told?.section.matters).toEqual([])

  // The closest first, in person, then everybody; and everybody has the same words.
  expect((await asks('ivo')).told?.section.notices).toEqual([])
  await says('sm', { name: 'notice.widen', notice, anyway: '' })
  expect(await says('sm', { name: 'notice.widen', notice, anyway: '' })).toBe('closest-first')
  await says('sm', { name: 'notice.tell', notice, people: ['ivo'], by: 'Sal' })
  await says('sm', { name: 'notice.widen', notice, anyway: '' })
  expect(await says('dot', { name: 'notice.read', notice })).toBe('done')
  for (const who of ['ivo', 'dot', 'producer', 'cm'])
    expect((await asks(who)).told?.section.notices.map((one) => one.text)).toEqual([text])
  expect(
    (await asks('cm')).told?.section.notices[0]?.telling?.told.map(({ id, toldBy }) => [id, toldBy]),
  ).toEqual([
    ['ivo', 'Sal'],
    ['dot', null],
  ])
})

test('NOTICE-15: scenario 22: a director who asks reads the line that stage management has ready, and nothing else', async () => {
  const line = {
    name: 'line.say',
    id: fresh(),
    kind: 'cover',
    what: 'Track 7',
    from: 'number 14',
    cover: 'dot',
    nextMinutes: null,
  }
  expect(await says('sm', line)).toBe('done')
  expect(
    await says('sm', {
      ...line,
      id: fresh(),
      kind: 'held',
      what: '',
      from: '',
      cover: null,
      nextMinutes: 15,
    }),
  ).toBe('done')
  expect((await asks('director')).told?.section.lines.map((one) => one.text)).toEqual([
    expect.stringMatching(
      /^Cover in effect: Track 7 is covered by Dot.* from number 14\. The performer is unavailable\.$/,
    ),
    expect.stringMatching(/^Held\. Next word at \d\d:\d\d\.$/),
  ])
  expect((await asks('ivo')).told?.section.lines).toEqual([])
})

test('RELEASE-2: words from a device are no part of it: a notice with a text of its own is not understood', async () => {
  const { status } = await asks('sm', { ...writes(fresh(), ['cared-for']), text: 'MARK-own' })
  expect(status).toBe(400)
})

test('RELEASE-11, RELEASE-14, NOTICE-13: scenario 23: closed, names and numbers are in no byte; erased, nothing said of her is, in an older copy neither', async () => {
  const record = join(data, 'ghostlight.db')
  const copies = join(folder.path, 'copies')
  mkdirSync(copies)
  expect(bytesWith(data, 'MARK-mother')).not.toEqual([])
  expect(await says('cm', { name: 'matter.close', matter: MATTER })).toBe('done')
  expect((await asks('cm')).told?.section.matters[0]).toMatchObject({
    closed: true,
    people: { contacts: [] },
  })
  for (const mark of ['MARK-mother', 'MARK-uncle', 'MARK-number']) gone(mark)
  expect(bytesWith(data, 'MARK-proxy')).not.toEqual([])
  await backupLog(record, join(copies, 'older.db'))
  await house.close()
  const log = await openSqliteLog({ file: record })
  expect((await eraseFor({ dataDir: data, log, clock: systemClock }, 'nell')).entries).toBeGreaterThan(5)
  await log.close()
  expect(bytesWith(data, 'MARK-')).toEqual([])
  expect(await verifyFile(record)).toMatchObject({ ok: true })

  await restoreLog({ copy: join(copies, 'older.db'), file: record, keptAs: 'before.db', replace: true })
  rmSync(join(data, 'kept'), { recursive: true })
  expect(bytesWith(data, 'MARK-proxy')).not.toEqual([])
  cpSync(join(copies, 'older.db'), join(folder.path, 'taken.db'))
  house = await openServedHouse({ show: null, dataDir: data, clock })
  gone('MARK-')
  for (const who of ['cm', 'sm', 'director', 'dot'])
    expect([who, (await asks(who)).told?.section]).toMatchObject([who, { notices: [], matters: [] }])
}, 60_000)

test('RELEASE-7, RELEASE-11: by plain HTTP no page is shown or taken; three days after the last call their names leave a house that was never restarted', async () => {
  let passed = 0
  const log = openMemoryLog()
  const here: NoticeHouse = {
    ...{
      people: sealedShow.people,
      timeZone: 'Europe/London',
      country: 'GB',
      incidents: [],
      namesOf: () => [],
    },
  }
  const notices = openNotices({
    log,
    clock: { ...systemClock, now: () => (systemClock.now() + passed) as ReturnType<typeof systemClock.now> },
    freshId: fresh,
    house: () => here,
  })
  const viewer = aViewer('CM')
  const ask = async (isSafe: boolean, command: object | null) =>
    openNoticesFor(notices, { viewer, isSafe }, command === null ? null : JSON.stringify(command))
  // A house in which nobody wrote one has no stream of it, however often it is asked.
  await ask(true, null)
  expect((await log.head(NOTICE_STREAM)).seq).toBe(0)
  const opens = { name: 'matter.open', id: MATTER, person: 'nell' }
  expect(await ask(false, opens)).toMatchObject({ status: 403, body: { refusal: { code: 'not-safe' } } })
  expect((await ask(true, opens)).status).toBe(200)
  await ask(true, adds('contact-mother', 'MARK-mother', 'everything'))
  const shown = (await ask(true, null)).body as NoticesTold
  expect(shown.section.matters).toHaveLength(1)
  const plain = (await ask(false, null)).body as NoticesTold
  expect([plain.section.matters, plain.notSafe]).toEqual([[], expect.stringMatching(/plain HTTP/)])
  passed = CONTACTS_KEPT_MS
  await ask(false, null)
  const kept = JSON.stringify(await log.read(NOTICE_STREAM, 1, 100))
  expect(kept).not.toContain('MARK')
  expect(((await ask(true, null)).body as NoticesTold).section.matters[0]?.people?.contacts).toEqual([])
  await notices.close()
})
