// After an erasure every row of every table of the record is looked at: what is left of somebody is what was said to stay.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aViewer } from '../../../test/kit/nights.ts'
import { quietEvening } from '../../../test/kit/quiet-evening.ts'
import { TestClock } from '../../../test/kit/server.ts'
import type { InstallationCommand } from '../../core/installation/commands.ts'
import { theMachine } from '../../core/installation/installation.ts'
import { id } from '../../core/kit/ids.ts'
import { instant } from '../../core/kit/time.ts'
import type { NightCommand } from '../../core/night/night.ts'
import type { Show } from '../../core/show/show.ts'
import { openCare } from '../care/care.ts'
import { openStage, type Stage } from '../hub/stage.ts'
import { DATABASE_NAME } from '../keep/names.ts'
import { openSqliteLog, type SqliteLog } from '../log/sqlite.ts'
import { erasePerson } from '../privacy/erase.ts'
import { runRetention } from '../privacy/retention.ts'

const mia = id<'person'>('mia')
const DAY_MS = 24 * 3_600_000
const sam = aViewer(['caller', 'SM', 'CM'], { person: 'sam' })
const readShow = (text: string) => JSON.parse(text) as Show

let data = ''
let log: SqliteLog
let clock = new TestClock()
let drawn = 0
const freshId = () => `fresh-${drawn++}`
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'ghostlight-everything-'))
  clock = new TestClock()
  log = await openSqliteLog({ file: join(data, DATABASE_NAME) })
})
afterEach(async () => {
  await log.close()
  rmSync(data, { recursive: true })
})

const press = async (stage: Stage, command: NightCommand, by = sam) =>
  stage.night()?.owner.submit({ id: freshId(), by, madeAt: clock.now(), command })
const install = (stage: Stage, command: InstallationCommand, by = theMachine) =>
  stage.installation.submit({ id: freshId(), by, madeAt: clock.now(), command })

/** Everything of hers that has a row: also what was refused with her name, and lists and versions that were replaced. */
async function run(): Promise<void> {
  const show: Show = {
    ...quietEvening(),
    people: quietEvening().people.map((one) => ({ ...one, name: `${one.callName} Quarrelson` })),
  }
  const stage = await openStage({ log, clock, readShow, freshId })
  await stage.plan(JSON.stringify(show), show, instant(clock.now() + 3_600_000), theMachine)
  const own = id<'device'>('own-phone')
  const entered = { device: own, person: mia, roles: ['perf'], secretHash: 'a'.repeat(64), on: null } as const
  await install(stage, { name: 'person.enter', called: 'Mia Quarrelson', how: 'letters', ...entered })
  const passkey = { id: 'mia-passkey', publicKey: 'mia-public-key', called: 'Mia’s key' }
  const byMia = aViewer('perf', { person: 'mia', device: 'own-phone' })
  await install(stage, { name: 'passkey.keep', rpId: 'house', counter: 0, ...passkey }, byMia)
  await install(stage, { name: 'export.take', what: 'show-file' }, byMia)
  const out = {
    name: 'out.say',
    person: mia,
    word: { as: 'limited', without: 'no-lifts' },
    until: 'tonight',
  } as const
  await press(stage, out)
  // Refused, in a sentence with her name in it.
  expect(JSON.stringify(await press(stage, out))).toContain('Mia')
  await press(stage, { name: 'sign.in', person: mia }, byMia)
  await press(stage, {
    name: 'account.for',
    how: 'seen out',
    by: id<'person'>('cleo'),
    words: '',
    who: { person: mia },
  })
  await press(stage, { name: 'performance.close' })
  // Called off before it began, as a version that is a change of the one before; and the next without her.
  const late = { ...show, title: 'A later title' }
  await stage.plan(JSON.stringify(late), late, instant(clock.now() + DAY_MS), theMachine)
  await press(stage, { name: 'performance.close' })
  const without = { ...late, people: show.people.filter((one) => one.id !== mia) }
  await stage.plan(JSON.stringify(without), without, instant(clock.now() + 2 * DAY_MS), theMachine)
  await install(stage, { name: 'device.revoke', device: own })
  await stage.close()
  const people = show.people.map(({ id: person, name }) => ({ id: person, name }))
  const house = async () =>
    ({ facts: { people, leads: new Set<string>(), incidents: [] }, timeZone: 'UTC', country: 'GB' }) as const
  const care = openCare({ log, clock, freshId, house })
  const listed = (person: string, name: string) => ({
    ...{ id: `contact-${person}`, name, person: id<'person'>(person), reach: '', withinHours: 12 },
  })
  const outside = { id: 'contact-out', name: 'A line', person: null, reach: '0800 1', withinHours: 1 }
  const ask = { name: 'care.ask', id: 'ask-of-cal-one', contact: 'contact-mia' } as const
  await care.take({ name: 'care.contacts', contacts: [listed('mia', 'Mia Quarrelson'), outside] }, sam)
  await care.take(ask, aViewer('perf', { person: 'cal' }))
  const again = await care.take({ ...ask, id: 'ask-of-cal-two' }, aViewer('perf', { person: 'cal' }))
  expect(JSON.stringify(again)).toContain('Mia Quarrelson has it already')
  await care.take({ name: 'care.contacts', contacts: [listed('cleo', 'Cleo Quarrelson'), outside] }, sam)
  await care.close()
}

/** Every row of every table there is, with her name, or her number standing for somebody. */
function rowsOf(what: RegExp): readonly string[] {
  const database = new DatabaseSync(join(data, DATABASE_NAME), { readOnly: true })
  try {
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
    return tables.flatMap(({ name }) =>
      database
        .prepare(`SELECT * FROM "${name}"`)
        .all()
        .map((row) => `${name} ${JSON.stringify(row)}`)
        .filter((row) => what.test(row)),
    )
  } finally {
    database.close()
  }
}
const bytes = () =>
  readdirSync(data)
    .filter((name) => name.startsWith(DATABASE_NAME))
    .map((name) => readFileSync(join(data, name), 'latin1'))
    .join('')

test('PRIVACY-14, OWNER-19: nothing is left of her in any row of any table but what was said to stay', async () => {
  await run()
  expect(rowsOf(/Mia/).map((row) => row.split(' ', 1)[0])).toEqual(
    expect.arrayContaining(['detail', 'document']),
  )
  // What was refused is remembered without a name from the first moment on.
  expect(rowsOf(/Mia/).filter((row) => row.startsWith('command'))).toEqual([])
  const { kept, names, devices } = await erasePerson({ dataDir: data, log, clock, readShow }, 'mia')
  // Who took a copy stays its time, who asked to be got in touch with by her is whoever asked's; both are said.
  expect(kept.map(({ kind }) => kind).toSorted()).toEqual(['asks', 'exports'])
  expect([names, devices]).toEqual(['none', 0])
  expect(rowsOf(/Mia/)).toEqual([])
  expect(bytes()).not.toMatch(/Mia Quarrelson|Mia’s|mia-passkey|mia-public-key/)
  const typed = rowsOf(/\\?"(?:person|to|by|author)\\?":\s*\\?"mia\\?"/).filter((row) =>
    row.startsWith('detail'),
  )
  expect(typed.map((row) => (row.includes('withinHours') ? 'asks' : 'exports')).toSorted()).toEqual([
    'asks',
    'exports',
  ])
  expect(await log.verify()).toMatchObject({ ok: true })
})

test('PRIVACY-8: a passkey that was taken back, whoever signed in on a device that is gone, and a list that has another in its place go after their time', async () => {
  await run()
  clock.pass(31 * DAY_MS)
  const due = (await runRetention({ log, readShow }, clock)).map(({ kind }) => kind)
  expect(due).toEqual(expect.arrayContaining(['whom-to-ask', 'devices']))
  expect(bytes()).not.toMatch(/mia-passkey|mia-public-key|contact-mia/)
  expect(bytes()).toMatch(/contact-cleo/)
  expect(await log.verify()).toMatchObject({ ok: true })
})
