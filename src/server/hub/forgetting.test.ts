// Who was seen is erased after its days, in a real file; what asking was worth stays, and the chain is whole.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aViewer } from '../../../test/kit/nights.ts'
import { quietEvening } from '../../../test/kit/quiet-evening.ts'
import { settled, TestClock } from '../../../test/kit/server.ts'
import { theMachine } from '../../core/installation/installation.ts'
import { id } from '../../core/kit/ids.ts'
import { instant } from '../../core/kit/time.ts'
import type { NightCommand } from '../../core/night/night.ts'
import { KEPT_DAYS } from '../../core/presence/personal.ts'
import { askingOf } from '../../core/presence/worth.ts'
import type { Show } from '../../core/show/show.ts'
import { openSqliteLog, type SqliteLog } from '../log/sqlite.ts'
import { FORGOTTEN_AT_ONCE_MAX, forgetOld } from './forgetting.ts'
import { openStage, type Stage } from './stage.ts'

const DAY_MS = 24 * 3_600_000
const [mia, dru, una] = [id<'person'>('mia'), id<'person'>('dru'), id<'person'>('una')]
const place = id<'place'>('sr2')
const sam = aViewer(['caller', 'SM'], { person: 'sam' })
const miaPhone = aViewer('perf', { person: 'mia' })

let folder = ''
let log: SqliteLog
let stage: Stage
let clock = new TestClock()
let drawn = 0
const freshId = () => {
  drawn += 1
  return `fresh-${drawn}`
}
const readShow = (text: string) => JSON.parse(text) as Show

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ghostlight-forgetting-'))
  clock = new TestClock()
  log = await openSqliteLog({ file: join(folder, 'log.db') })
  stage = await openStage({ log, clock, readShow, freshId })
  const show = quietEvening()
  await stage.plan(JSON.stringify(show), show, instant(clock.now() + 3_600_000), theMachine)
})
afterEach(async () => {
  await stage.close()
  await log.close()
  rmSync(folder, { recursive: true })
})

async function press(command: NightCommand, by = sam): Promise<void> {
  const answer = await stage.night()?.owner.submit({ id: freshId(), by, madeAt: clock.now(), command })
  expect([command.name, answer]).toMatchObject([command.name, { ok: true }])
}

const concerns = () => stage.night()?.owner.state().presence.concerns

/** Mia is seen, says a word of her own, is asked about, found by Dru, and steps out; and the night is closed. */
async function evening(): Promise<void> {
  await press({ name: 'presence.mode', mode: 'quiet' })
  await press({ name: 'act.up', act: 1 })
  // She has come off, and is not needed again for long.
  clock.pass(10 * 60_000)
  await press({ name: 'people.see', people: [mia], how: 'eyes', place, by: dru })
  await press({ name: 'own.say', word: 'on my way' }, miaPhone)
  await press({ name: 'concern.raise', person: mia })
  await press({ name: 'concern.spoken', concern: 1, to: dru })
  const version = concerns()?.concerns[0]?.version ?? 0
  await press({ name: 'concern.answer', concern: 1, version, answer: 'on their way', place, by: dru })
  await press({ name: 'concern.judge', concern: 1, as: 'known' })
  await press({ name: 'step.out', person: mia, from: null, wants: una })
  const acts = stage.night()?.plan.timeline.acts ?? []
  for (const { act } of acts) {
    if (act > 1) await press({ name: 'act.up', act })
    clock.pass(60_000)
    await press({ name: 'act.down', act })
  }
  await press({ name: 'performance.close' })
  await settled()
}

const nextNight = async () => {
  const answer = await stage.planNext(instant(clock.now() + 3_600_000), sam, freshId())
  expect(answer).toMatchObject({ ok: true })
}

/** All that the file says of where people were in one performance: events, personal parts, answers and snapshots. */
function readable(stream: string): string {
  const database = new DatabaseSync(log.file, { readOnly: true })
  const rows = [
    ...database
      .prepare(
        `SELECT author, command, type, body FROM event WHERE stream = ? AND (type LIKE 'person.s%' OR type LIKE
         'concern.%' OR type LIKE 'ask.%' OR type LIKE 'own.%' OR type LIKE 'cover.%' OR type LIKE 'sighting.%')`,
      )
      .all(stream),
    ...database.prepare('SELECT text FROM detail WHERE stream = ?').all(stream),
    ...database.prepare('SELECT answer FROM command WHERE stream = ?').all(stream),
    ...database.prepare('SELECT state FROM snapshot WHERE stream = ?').all(stream),
  ]
  database.close()
  return JSON.stringify(rows)
}

const NAMED = /"(mia|dru|una|sam|sr2)|Mia|Dru/

test('PRESENCE-61, PRESENCE-62: after its days nobody is in the file, the counts are, and the chain is whole', async () => {
  await evening()
  const { performance } = stage.night() ?? { performance: null }
  if (performance === null) throw new Error('a night is on')
  const counts = askingOf(concerns() ?? never())
  expect(counts).toMatchObject({ asks: 1, judged: { known: 1 } })
  expect(readable(performance.id)).toMatch(NAMED)

  clock.pass(KEPT_DAYS * DAY_MS - 1)
  await forgetOld({ log, readShow }, [performance], clock.now())
  expect(readable(performance.id)).toMatch(NAMED)

  clock.pass(1)
  await nextNight()
  await stage.close()
  expect(readable(performance.id)).not.toMatch(NAMED)
  const checked = await log.verify()
  expect(checked).toMatchObject({ ok: true, firstBad: null })
  expect(checked.erased).toBeGreaterThan(6)

  stage = await openStage({ log, clock, readShow, freshId })
  const earlier = await stage.earlier(performance.number)
  expect(askingOf(earlier?.state.presence.concerns ?? never())).toEqual(counts)
  expect(JSON.stringify(earlier?.state.presence)).not.toMatch(NAMED)
  // Times are nobody’s: they are still learned from.
  expect(await stage.played()).toHaveLength(1)
})

test('PRESENCE-62: a house that was dark for long forgets before it opens on the night it closed with, and only once', async () => {
  await evening()
  const { performance } = stage.night() ?? { performance: null }
  if (performance === null) throw new Error('a night is on')
  await stage.close()
  clock.pass(KEPT_DAYS * DAY_MS)
  stage = await openStage({ log, clock, readShow, freshId })
  expect(readable(performance.id)).not.toMatch(NAMED)
  const { seq } = await log.head(performance.id)
  expect(await forgetOld({ log, readShow }, [performance], instant(clock.now() + 90 * DAY_MS))).toBe(0)
  expect((await log.head(performance.id)).seq).toBe(seq)
})

test('PRESENCE-63: so many performances are forgotten at once, the oldest first, and the others the next time', async () => {
  for (let count = 0; count <= FORGOTTEN_AT_ONCE_MAX; count += 1) {
    await press({ name: 'people.see', people: [mia], how: 'eyes', place, by: dru })
    await press({ name: 'performance.close' })
    await nextNight()
  }
  await settled()
  const old = stage.performances().slice(0, -1)
  expect(old).toHaveLength(FORGOTTEN_AT_ONCE_MAX + 1)
  const later = instant(clock.now() + KEPT_DAYS * DAY_MS)
  expect(await forgetOld({ log, readShow }, old, later)).toBe(FORGOTTEN_AT_ONCE_MAX)
  expect(readable(old.at(-1)?.id ?? '')).toMatch(NAMED)
  expect(await forgetOld({ log, readShow }, old, later)).toBe(1)
  for (const { id: stream } of old) expect(readable(stream)).not.toMatch(NAMED)
})

function never(): never {
  throw new Error('a night is on')
}
