// Erasing one person, and what is past its time, in a real file with a whole house in it: no byte of a name is left that may go.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { said } from '../../../test/kit/incidents.ts'
import { aViewer } from '../../../test/kit/nights.ts'
import { quietEvening } from '../../../test/kit/quiet-evening.ts'
import { TestClock } from '../../../test/kit/server.ts'
import { theMachine } from '../../core/installation/installation.ts'
import { id } from '../../core/kit/ids.ts'
import { instant } from '../../core/kit/time.ts'
import type { NightCommand } from '../../core/night/night.ts'
import type { Show } from '../../core/show/show.ts'
import { openStage, type Stage } from '../hub/stage.ts'
import { openIncidents } from '../incident/incidents.ts'
import { DATABASE_NAME } from '../keep/names.ts'
import { backupLog } from '../log/backup.ts'
import { restoreLog } from '../log/restore.ts'
import { openSqliteLog, type SqliteLog } from '../log/sqlite.ts'
import { eraseAgain, erasePerson } from '../privacy/erase.ts'
import { heldInRecord, heldInWords } from '../privacy/held.ts'
import { heldInShow } from '../privacy/held-in-show.ts'
import { dueNow, runRetention } from '../privacy/retention.ts'
import { STILL_NAMED_MAX } from '../privacy/still-named.ts'

const DAY_MS = 24 * 3_600_000
const [mia, dru, ned] = [id<'person'>('mia'), id<'person'>('dru'), id<'person'>('ned')]
const sam = aViewer(['caller', 'SM', 'CM'], { person: 'sam' })
const place = id<'place'>('sr2')

let data = ''
let log: SqliteLog
let clock = new TestClock()
let drawn = 0
const freshId = () => {
  drawn += 1
  return `fresh-${drawn}`
}
const readShow = (text: string) => JSON.parse(text) as Show
/** Names that are in no other word. */
const named = (show: Show): Show => ({
  ...show,
  people: show.people.map((one) => ({
    ...one,
    name: `${one.callName} Quarrelson`,
    callName: `${one.callName}-call`,
    phone: one.id === mia ? '020 7946 0111' : '020 7946 0222',
  })),
})
const without = (show: Show): Show => ({ ...show, people: show.people.filter((one) => one.id !== mia) })

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'ghostlight-privacy-'))
  clock = new TestClock()
  log = await openSqliteLog({ file: join(data, DATABASE_NAME) })
})
afterEach(async () => {
  await log.close()
  rmSync(data, { recursive: true })
})

/** Every byte beside the list of whose data was erased. */
const bytes = () =>
  readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && one.name !== 'erased.json')
    .map((one) => `${one.name}${readFileSync(join(one.parentPath, one.name), 'latin1')}`)
    .join('')
/** What stands around it, so that a failure says where it is left. */
const found = (what: RegExp) =>
  [...bytes().matchAll(new RegExp(`.{0,40}(?:${what.source}).{0,40}`, 'g'))].map(([text]) =>
    text.replaceAll(/[^ -~]/g, '.'),
  )

async function press(stage: Stage, command: NightCommand, by = sam): Promise<void> {
  const answer = await stage.night()?.owner.submit({ id: freshId(), by, madeAt: clock.now(), command })
  expect([command.name, answer]).toMatchObject([command.name, { ok: true }])
}

/** Two performances; in the first everything happens to Mia, and an incident and the accident book have her name. */
async function run(second: (show: Show) => Show): Promise<void> {
  const stage = await openStage({ log, clock, readShow, freshId })
  const show = named(quietEvening())
  await stage.plan(JSON.stringify(show), show, instant(clock.now() + 3_600_000), theMachine)
  await press(stage, { name: 'sign.in', person: mia }, aViewer('perf', { person: 'mia' }))
  await press(stage, { name: 'sign.in', person: dru }, aViewer('perf', { person: 'dru' }))
  await press(stage, { name: 'visitor.in', visitor: 'A Visiting-Marker', host: mia }, aViewer('kiosk'))
  await press(stage, { name: 'people.see', people: [mia], how: 'eyes', place, by: dru })
  await press(stage, { name: 'people.see', people: [mia, ned], how: 'eyes', place, by: dru })
  await press(stage, { name: 'note.write', department: null, text: 'Mia-call was late on' })
  await press(stage, {
    name: 'out.say',
    person: mia,
    word: { as: 'limited', without: 'no-lifts' },
    until: 'tonight',
  })
  const out = {
    name: 'account.for',
    how: 'seen out',
    by: id<'person'>('cleo'),
    words: 'with a friend-of-marker',
  } as const
  for (const who of [{ person: mia }, { person: dru }, { visitor: 4 }])
    await press(stage, { ...out, who: 'visitor' in who ? { visitor: visitorOf(stage) } : who })
  await press(stage, { name: 'performance.close' })
  const next = second(show)
  await stage.plan(JSON.stringify(next), next, instant(clock.now() + DAY_MS), theMachine)
  await stage.close()
  const incidents = await openIncidents(log, clock, freshId)
  const words = {
    kind: 'words',
    about: 'signs',
    text: 'Mia-call does not answer',
    witness: 'Dru Quarrelson',
  } as const
  const opened = { kind: 'opened', place: 'SL1', how: 'hold' } as const
  const batch = {
    sentAt: clock.now(),
    device: 'phone-1234',
    said: [said(opened, clock.now()), said(words, clock.now())],
  }
  await incidents.take(batch, { device: 'phone-1234', person: dru })
  const written = {
    who: 'Mia Quarrelson',
    place: 'SL1',
    happened: 'Mia-call fell',
    seen: '',
    done: '',
    by: 'Sam Quarrelson',
  }
  await incidents.takeBook({ name: 'accident.write', id: 'entry-one', kind: 'accident', words: written }, sam)
  await incidents.takeBook(
    { name: 'accident.decide', id: 'decided-one', entry: 'entry-one', is: 'reported', by: 'Sam Quarrelson' },
    sam,
  )
  await incidents.close()
}

const visitorOf = (stage: Stage): number => stage.night()?.owner.state().attendance.visitors[0]?.visitor ?? 0
const erasing = () => ({ dataDir: data, log, clock, readShow })

test('PRIVACY-6: what may go of a person is in no byte any more; what has to stay is said, until when and why; others lose nothing', async () => {
  await run(without)
  const before = await heldInRecord({ log, readShow }, 'dru', 'UTC')
  expect(bytes()).toMatch(/"person":"mia"/)
  const erased = await erasePerson(erasing(), 'mia')
  expect(erased.names).toBe('none')
  expect(erased.entries).toBeGreaterThan(3)
  // Of the claims period, and of the notes; and the one sighting that is Dru’s as well, until its night is over for good.
  expect(erased.kept.map(({ kind }) => kind)).toEqual(['seen', 'notes', 'incidents'])
  const until = new Map(erased.kept.map((one) => [one.kind, one.until ?? 0]))
  expect((until.get('incidents') ?? 0) - clock.now()).toBeGreaterThan(3 * 365 * DAY_MS)
  const left = await heldInRecord({ log, readShow }, 'mia', 'UTC')
  expect(left.every(({ kind }) => ['seen', 'notes', 'incidents', 'performance'].includes(kind))).toBe(true)
  // The list of the company of the night that was played says that somebody was there, and no more who.
  expect(found(/"name":"Mia Quarrelson"/)).toEqual([])
  // Nor her number (EDIT-52).
  expect(found(/7946 0111/)).toEqual([])
  expect(bytes()).toMatch(/7946 0222/)
  expect(bytes()).toMatch(/Mia-call fell/)
  expect(await log.verify()).toMatchObject({ ok: true })
  const still = await heldInRecord({ log, readShow }, 'dru', 'UTC')
  // But for the once that Dru saw Mia, which is Mia’s.
  expect(still.length).toBe(before.length - 1)
  const stage = await openStage({ log, clock, readShow, freshId })
  const first = await stage.earlier(1)
  expect(first?.state.calling.closedAt).not.toBeNull()
  expect(first?.state.attendance.people.map(({ person }) => person)).toContain('dru')
  expect(JSON.stringify(first?.state.attendance)).not.toContain('mia')
  await stage.close()
})

test('PRIVACY-16: where free words name her still is said: in a running note, in an incident, in the show; by a nickname where it is said', async () => {
  const noted = (show: Show): Show => ({ ...show, title: 'Mia and the Bean' })
  await run((show) => noted(without(show)))
  const { stillNamed } = await erasePerson(erasing(), 'mia', ['Bean'])
  const places = stillNamed.places.map(({ at, place, words }) => [at !== null, place, words])
  expect(places).toContainEqual([false, 'title', 'Mia and the Bean'])
  expect(places).toContainEqual([true, expect.any(String), 'Mia-call was late on'])
  expect(places).toContainEqual([true, expect.any(String), 'Mia-call does not answer'])
  expect(stillNamed.all).toBe(places.length)
  expect(places.filter(([, , words]) => /^Dru|^Sam/.test(String(words)))).toEqual([])
  // Of somebody the record never named nothing is found.
  expect((await erasePerson(erasing(), 'nobody')).stillNamed).toEqual({ places: [], all: 0 })
})

test('PRIVACY-16: more than anybody goes through is counted, and the first are said', async () => {
  const rooms = Array.from({ length: STILL_NAMED_MAX + 7 }, (_each, at) => ({
    ...{ id: id<'place'>(`room-${at}`), code: `R${at}`, name: `Room of Bean, ${at}` },
  }))
  const many = (show: Show): Show => ({
    ...show,
    venue: { ...show.venue, places: [...show.venue.places, ...rooms] },
  })
  await run((show) => many(without(show)))
  const { stillNamed } = await erasePerson(erasing(), 'nobody', ['Bean'])
  expect([stillNamed.places.length, stillNamed.all]).toEqual([STILL_NAMED_MAX, rooms.length])
})

test('PRIVACY-6: whoever is of the company, or was on the newest night, keeps their name there, and it is said', async () => {
  await run((show) => show)
  expect(await erasePerson(erasing(), 'mia')).toMatchObject({ names: 'company' })
  expect(bytes()).toMatch(/"name":"Mia Quarrelson"/)
})

test('PRIVACY-7: an older copy that is put back has it erased again before anybody is served, once', async () => {
  await run(without)
  const copy = join(data, 'older.db')
  await backupLog(join(data, DATABASE_NAME), copy)
  await erasePerson(erasing(), 'mia')
  await log.close()
  await restoreLog({ copy, file: join(data, DATABASE_NAME), keptAs: 'before.db', replace: true })
  rmSync(copy)
  rmSync(join(data, 'kept'), { recursive: true })
  log = await openSqliteLog({ file: join(data, DATABASE_NAME) })
  expect(bytes()).toMatch(/"name":"Mia Quarrelson"/)
  await eraseAgain(erasing())
  expect(found(/"name":"Mia Quarrelson"|A Visiting-Marker","o|"fields":\{"person":"mia"\}/)).toEqual([])
  const heads = await log.streams()
  await eraseAgain(erasing())
  expect(await log.streams()).toEqual(heads)
  expect(await log.verify()).toMatchObject({ ok: true })
})

test('PRIVACY-8: what is past its time is said first and changes nothing; done, it is gone, the record says by which rule, and again there is nothing', async () => {
  await run(without)
  expect(await dueNow({ log, readShow }, clock.now())).toEqual([])
  clock.pass(31 * DAY_MS)
  const due = await dueNow({ log, readShow }, clock.now())
  expect(due.map(({ kind }) => kind)).toEqual(['seen', 'attendance'])
  const heads = await log.streams()
  expect(await dueNow({ log, readShow }, clock.now())).toEqual(due)
  expect(await log.streams()).toEqual(heads)
  expect(await runRetention({ log, readShow }, clock)).toEqual(due)
  expect(found(/Visiting-Marker|friend-of-marker/)).toEqual([])
  expect(bytes()).toMatch(/attendance: 30 days/)
  // The erasing is no word of the night: the notes’ time still runs from the night itself.
  clock.pass((3 * 366 - 31) * DAY_MS)
  expect((await dueNow({ log, readShow }, clock.now())).map(({ kind }) => kind)).toEqual([
    'notes',
    'incidents',
  ])
  await runRetention({ log, readShow }, clock)
  expect(await dueNow({ log, readShow }, clock.now())).toEqual([])
  expect(found(/Mia-call was|Mia-call fell|Mia-call does/)).toEqual([])
  expect(await log.verify()).toMatchObject({ ok: true })
})

test('PRIVACY-9: after its time an incident and the accident book say who it was by what they did, and read as before', async () => {
  await run(without)
  clock.pass(3 * 366 * DAY_MS)
  await runRetention({ log, readShow }, clock)
  const incidents = await openIncidents(log, clock, freshId)
  const texts = JSON.stringify([incidents.all(false), incidents.book()])
  expect(texts).toContain('a performer does not answer')
  expect(texts).toContain('"witness":"a dresser"')
  expect(incidents.book().entries).toMatchObject([
    { words: { who: 'a performer', happened: 'a performer fell', by: 'stage management' } },
  ])
  expect(incidents.book().entries[0]?.decisions).toMatchObject([{ is: 'reported', by: 'stage management' }])
  expect(incidents.all(false)[0]?.records).toHaveLength(2)
  expect(texts).not.toMatch(/Mia|Dru|Sam/)
  await incidents.close()
})

test('PRIVACY-3: what is held is handed over whole, in words too, and of others it says only that there was somebody', async () => {
  await run(without)
  const held = await heldInRecord({ log, readShow }, 'mia', 'UTC')
  const all = JSON.stringify(held)
  for (const type of [
    'person signed in',
    'person seen',
    'out said',
    'person accounted',
    'note written',
    'accident written',
    'incident recorded',
  ])
    expect(all).toContain(type)
  expect(all).toContain('Mia-call fell')
  expect(all).not.toMatch(/Dru|Sam Q|"dru"|"sam"/)
  const words = heldInWords(held)
  expect(words.split('\n')).toHaveLength(held.length)
  expect(words).toContain('note written: text Mia-call was late on\n')
})

test('PRIVACY-3: what the show has of them is handed over too: their row, their number, what they play; of others nothing', async () => {
  await run((show) => show)
  const held = await heldInShow({ log, readShow }, 'mia')
  const lists = held.map(({ list }) => list)
  for (const list of ['people', 'engagements', 'tracks']) expect(lists).toContain(list)
  const all = JSON.stringify(held)
  expect(all).toContain('7946 0111')
  expect(all).not.toMatch(/7946 0222|Dru Quarrelson|"dru"/)
  expect(await heldInShow({ log, readShow }, 'nobody')).toEqual([])
})
