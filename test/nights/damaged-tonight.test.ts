// Tonight's own record is damaged, in the middle, at its end, and by whole pages: the house opens, and says what is lost.

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, expect, test } from 'vitest'
import { theMachine } from '../../src/core/installation/installation.ts'
import { must } from '../../src/core/kit/assert.ts'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'
import type { NightCommand } from '../../src/core/night/night.ts'
import { verifyFile } from '../../src/server/log/side.ts'
import { temporaryFolder } from '../kit/ghostlight.ts'
import { openServedHouse, type ServedHouse } from '../kit/served-house.ts'
import { littleShow } from '../kit/shows.ts'

const desk = { ...theMachine, roles: ['caller', 'SM'] as const, device: id<'device'>('desk') }
const NOTES = 40
let folder = temporaryFolder()
afterEach(() => {
  folder.remove()
  folder = temporaryFolder()
})
const record = () => join(folder.path, 'ghostlight.db')

let presses = 0
async function press({ server: { stage } }: ServedHouse, command: NightCommand): Promise<void> {
  presses += 1
  const asked = { id: `press-${presses}`, by: desk, madeAt: instant(Date.now()), command }
  expect(await must(stage.night(), 'a night is on').owner.submit(asked)).toMatchObject({ ok: true })
}

const note = (text: string): NightCommand => ({ name: 'note.write', department: null, text })
const stateOf = ({ server }: ServedHouse) => must(server.stage.night(), 'a night is on').owner.state()
const notesOf = (house: ServedHouse) => stateOf(house).calling.notes.map(({ text }) => text)
const damageOf = (house: ServedHouse) =>
  stateOf(house).damage.map(({ of, from, to, entries, remembered, readAt }) => [
    ...[of, from, to, entries],
    ...[remembered, readAt !== null],
  ])

/** A first part of the evening, each note long enough that the record is of many pages. Answers tonight's stream. */
async function evening(): Promise<string> {
  const house = await openServedHouse({ show: littleShow(), dataDir: folder.path })
  for (let each = 1; each <= NOTES; each += 1) await press(house, note(`${each} ${'x'.repeat(900)}`))
  const { id: stream } = must(house.server.stage.night(), 'a night is on').performance
  await house.close()
  return stream
}

/** What was folded before is whole, and would hide that the record is not. */
function damaging(work: (file: DatabaseSync) => void): void {
  const file = new DatabaseSync(record())
  file.exec('DROP TRIGGER event_stays; DROP TRIGGER event_remains')
  work(file)
  file.close()
}
const forgetStates = (file: DatabaseSync) => file.exec('DELETE FROM snapshot')
const spoil = (stream: string, seq: number) => (file: DatabaseSync) => {
  forgetStates(file)
  file.prepare('UPDATE event SET v = 9 WHERE stream = ? AND seq = ?').run(stream, seq)
}

const again = () => openServedHouse({ show: null, dataDir: folder.path })
const kept = () => {
  try {
    return readdirSync(join(folder.path, 'kept')).filter((name) => name.endsWith('-damaged.db'))
  } catch {
    return []
  }
}

test('LOG-26: with one entry damaged in the middle of tonight the house opens with all others, in the file as it is', async () => {
  const stream = await evening()
  damaging(spoil(stream, 11))
  const house = await again()
  // The opening is the first entry, so the eleventh is the tenth note.
  expect(notesOf(house)).toHaveLength(NOTES - 1)
  expect(damageOf(house)).toEqual([['tonight', 11, 11, 1, false, false]])
  expect([stateOf(house).damage[0]?.after, stateOf(house).damage[0]?.before]).toEqual([
    expect.any(Number),
    expect.any(Number),
  ])
  await press(house, { name: 'act.up', act: 1 })
  expect((await verifyFile(record())).firstBad).toMatchObject({ stream, seq: 11 })
  expect(kept()).toEqual([])
  await house.close()
})

test('LOG-26: it stands at the desk until somebody has read it, is told once, and no other screen has it', async () => {
  const stream = await evening()
  damaging(spoil(stream, 11))
  const first = await again()
  const cookie = await first.pair({ roles: ['SM'] })
  await first.close()
  const house = await again()
  expect(damageOf(house)).toEqual([['tonight', 11, 11, 1, false, false]])
  const report = await house.ask('/api/report', { headers: { cookie } })
  expect(JSON.parse(report.text)).toMatchObject({ report: { damage: [{ from: 11, to: 11 }] } })
  await press(house, { name: 'damage.read' })
  await press(house, { name: 'damage.read' })
  expect(damageOf(house)).toEqual([['tonight', 11, 11, 1, false, true]])
  const dept = { ...desk, roles: ['dept'] as const }
  const refused = {
    id: 'press-dept',
    by: dept,
    madeAt: instant(Date.now()),
    command: { name: 'damage.read' } as const,
  }
  expect(await must(house.server.stage.night(), 'it is on').owner.submit(refused)).toMatchObject({
    refusal: { code: 'not-yours' },
  })
  await house.close()
})

test('LOG-26: what a night was opened with is told again where that is what is lost', async () => {
  const stream = await evening()
  damaging(spoil(stream, 1))
  const house = await again()
  expect(stateOf(house).calling.opened?.number).toBe(1)
  expect([notesOf(house).length, damageOf(house)]).toEqual([NOTES, [['tonight', 1, 1, 1, false, false]]])
  await press(house, { name: 'act.up', act: 1 })
  await house.close()
})

test('LOG-26: where the house’s own record has lost which night it is, the night’s own record says it', async () => {
  await evening()
  damaging((file) => {
    forgetStates(file)
    file.exec("UPDATE event SET v = 9 WHERE stream = 'installation'")
  })
  const house = await again()
  expect(notesOf(house)).toHaveLength(NOTES)
  expect(damageOf(house)).toEqual([['house', 1, expect.any(Number), expect.any(Number), false, false]])
  expect(must(house.server.stage.night(), 'a night is on').performance).toMatchObject({ number: 1 })
  expect(await house.server.stage.published()).toMatchObject({ title: littleShow().title })
  await press(house, { name: 'act.up', act: 1 })
  expect(await house.pair({ roles: ['SM'] })).not.toBe('')
  await house.close()
})

test('LOG-26: with its last entries damaged the file is set aside whole, and the night goes on behind what passes', async () => {
  const stream = await evening()
  damaging((file) => {
    spoil(stream, NOTES)(file)
    spoil(stream, NOTES + 1)(file)
  })
  const before = readFileSync(record())
  const house = await again()
  expect(notesOf(house)).toHaveLength(NOTES - 2)
  expect(damageOf(house)).toEqual([['tonight', NOTES, NOTES + 1, 2, false, false]])
  const [aside] = kept()
  expect(readFileSync(join(folder.path, 'kept', must(aside, 'it was set aside'))).equals(before)).toBe(true)
  await press(house, note('after'))
  await house.close()
  expect((await verifyFile(record())).firstBad).toMatchObject({ stream, seq: NOTES })
  const third = await again()
  expect(notesOf(third)).toHaveLength(NOTES - 1)
  expect(damageOf(third)).toHaveLength(1)
  expect(kept()).toHaveLength(1)
  await third.close()
})

test('LOG-26: with any page of tonight’s entries lost the house opens with all the others, and is written on', async () => {
  const stream = await evening()
  damaging(forgetStates)
  const whole = readFileSync(record())
  const pages = Array.from({ length: whole.length / PAGE_BYTES - 1 }, (_, index) => index + 2)
  // Leaves that hold notes, and not how the night was opened.
  const ofNotes = pages.filter((page) => {
    const bytes = pageOf(whole, page)
    return bytes[0] === LEAF && bytes.includes('note.written') && !bytes.includes('performance.')
  })
  for (const page of [ofNotes[0], ofNotes[Math.floor(ofNotes.length / 2)], ofNotes.at(-1)]) {
    const bytes = Buffer.from(whole)
    pageOf(bytes, must(page, 'there are some')).fill(0x5a)
    writeFileSync(record(), bytes)
    const house = await again()
    await press(house, note('after'))
    const { entries, remembered } = must(stateOf(house).damage[0], 'it is told')
    expect([entries > 0, remembered, notesOf(house).length]).toEqual([true, false, NOTES + 1 - entries])
    expect(kept()).toHaveLength(1)
    await house.close()
    expect((await verifyFile(record())).firstBad?.stream).toBe(stream)
    for (const name of kept()) rmSync(join(folder.path, 'kept', name))
  }
}, 60_000)

const PAGE_BYTES = 4096
/** As SQLite marks a leaf of a table without row numbers. */
const LEAF = 10
const pageOf = (bytes: Buffer, page: number) => bytes.subarray((page - 1) * PAGE_BYTES, page * PAGE_BYTES)
