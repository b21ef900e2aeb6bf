// A copy put back from the desk: the house closes and opens again with it, and there is a way back.

import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../../test/kit/ghostlight.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { theMachine } from '../../core/installation/installation.ts'
import { instant } from '../../core/kit/time.ts'
import { readShowFile } from '../../formats/show-file/read.ts'
import type { CopiesTold, CopyHeld, CopyMade, Restored } from '../../wire/copies.ts'
import { letsIn } from '../announce/kept.ts'
import { systemClock } from '../clock/clock.ts'
import { freshId } from '../http/cookies.ts'
import { openStage } from '../hub/stage.ts'
import { openSqliteLog } from '../log/sqlite.ts'
import { openHouse } from './restoring.ts'

const text = JSON.stringify(littleShow())
/** Another address of the loopback: where nobody listens until phones are let in. */
const ELSEWHERE = '127.0.0.3'

async function opened() {
  const read = readShowFile(text)
  if (!read.ok) throw new Error('the little show can be read')
  const folder = temporaryFolder()
  const dataDir = join(folder.path, 'data')
  mkdirSync(join(folder.path, 'stick'))
  const options = { dataDir, port: 0, host: '127.0.0.1', webDir: 'nowhere', version: '0.1.0' }
  const of = { ...options, show: { text, show: read.show } }
  // Wide enough to be told apart, and still this machine alone.
  const house = await openHouse(of, () => undefined, ELSEWHERE)
  onTestFinished(async () => {
    await house.close()
    folder.remove()
  })
  const link = new URL(await house.server().deskLink())
  const answer = await fetch(`${house.server().address}/api/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: link.hash.slice(1) }),
  })
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const ask = async <T>(path: string, body?: unknown) => {
    const asked = await fetch(`${house.server().address}/api/office/${path}`, {
      headers: { cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    })
    return { status: asked.status, told: (await asked.json()) as T }
  }
  const aside = join(dataDir, 'kept')
  const kept = () => (existsSync(aside) ? readdirSync(aside) : [])
  return { house, ask, dataDir, stick: join(folder.path, 'stick'), show: read.show, kept }
}

async function backWith(address: string, key: string) {
  for (;;) {
    const asked = await fetch(`${address}/api/restored`, { method: 'POST', body: key }).catch(() => null)
    const told = asked ? ((await asked.json()) as Restored) : null
    if (told?.state === 'back') return told
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

test('KEEP-21: copied to a stick, changed, put back, and gone back again, all from the desk', async () => {
  const { house, ask, stick, show } = await opened()
  const { address } = house.server()
  const made = (await ask<CopyMade>('copy', { folder: stick })).told
  expect(made.performances).toBe(1)
  await house.server().stage.plan(text, show, instant(Date.now() + 9_000_000), theMachine, randomUUID())
  expect(house.server().stage.performances()).toHaveLength(2)
  const held = (await ask<CopyHeld>('copy-look', { file: made.file })).told
  expect(held.performances).toMatchObject([{ number: 1 }])
  expect(held.ahead).toBeGreaterThan(0)
  const { key } = (await ask<{ key: string }>('copy-restore', { file: made.file })).told
  const back = await backWith(address, key)
  expect(back).toMatchObject({ trouble: null, kept: expect.stringMatching(/before-restore-\d+\.db$/) })
  expect(back.desk).toMatch(/^\/join#/)
  expect(house.server().address).toBe(address)
  expect(house.server().stage.performances()).toHaveLength(1)
  const again = await fetch(`${address}/api/restored`, { method: 'POST', body: key })
  expect(await again.json()).toEqual({ state: 'closing' })
  const listed = (await ask<CopiesTold>('copies')).told
  expect(listed.copies.map(({ file }) => file)).toContain(back.kept)
  const forth = (await ask<{ key: string }>('copy-restore', { file: back.kept })).told
  expect((await backWith(address, forth.key)).trouble).toBeNull()
  expect(house.server().stage.performances()).toHaveLength(2)
})

test('KEEP-21: never once tonight has begun, and nothing that is no copy is put back', async () => {
  const { house, ask, stick } = await opened()
  const made = (await ask<CopyMade>('copy', { folder: stick })).told
  expect((await ask('copy-restore', { file: join(stick, 'nothing.db') })).status).toBe(409)
  const night = house.server().stage.night()
  const by = { ...theMachine, roles: ['caller', 'SM'] as const }
  const command = { name: 'act.up', act: 1 } as const
  const up = await night?.owner.submit({ id: randomUUID(), by, madeAt: instant(Date.now()), command })
  expect(up?.ok).toBe(true)
  const refused = await ask<{ refusal: { sentence: string } }>('copy-restore', { file: made.file })
  expect([refused.status, refused.told.refusal.sentence]).toEqual([409, expect.stringContaining('has begun')])
  expect((await ask<CopiesTold>('copies')).told.closed).toContain('has begun')
  expect(house.server().stage.night()?.owner.state().calling.acts).toHaveLength(1)
})

/** Whole, every event as it was written, and yet no show that this Ghostlight can read. */
async function soundButClosed(file: string): Promise<string> {
  const log = await openSqliteLog({ file })
  const stage = await openStage({ log, clock: systemClock, readShow: () => littleShow(), freshId })
  await stage.plan('{"of":"a later day"}', littleShow(), instant(Date.now() + 9_000_000), theMachine)
  await stage.close()
  await log.close()
  return file
}

const taken = (port: number) =>
  new Promise<Server>((resolve) => {
    const grab = () => {
      const other = createServer((socket) => socket.destroy())
      other.once('error', () => setTimeout(grab, 1))
      other.listen(port, '127.0.0.1', () => resolve(other))
    }
    grab()
  })
const released = (other: Server) => new Promise((resolve) => other.close(resolve))

test('KEEP-22: where no house opens with a sound copy, what was there is back, and whoever pressed is told why', async () => {
  const { house, ask, stick, kept } = await opened()
  const { address } = house.server()
  const file = await soundButClosed(join(stick, 'later.db'))
  const { key } = (await ask<{ key: string }>('copy-restore', { file })).told
  const back = await backWith(address, key)
  expect(back.trouble).toMatch(
    /^Ghostlight could not be opened with that copy, so what was here is back: The published show/,
  )
  expect(back.kept).toBeNull()
  expect(house.server().stage.performances()).toMatchObject([{ number: 1 }])
  expect(kept()).toEqual([expect.stringMatching(/-not-opened-\d+\.db$/)])
  // And it goes on as before: what is pressed now is written.
  expect((await ask<CopyMade>('copy', { folder: stick })).told.performances).toBe(1)
})

test('KEEP-22: something else at the door is waited for a little, and then the window says that nothing is open', async () => {
  const { house, ask, stick, kept } = await opened()
  const { address, port } = house.server()
  const made = (await ask<CopyMade>('copy', { folder: stick })).told
  const first = (await ask<{ key: string }>('copy-restore', { file: made.file })).told
  const other = await taken(port)
  // Only once it was in the way.
  while (!kept().some((name) => name.includes('not-opened'))) await new Promise((go) => setTimeout(go, 20))
  await released(other)
  expect((await backWith(address, first.key)).trouble).toContain('what was here is back')
  expect((await ask<{ key: string }>('copy-restore', { file: made.file })).status).toBe(200)
  const stays = await taken(port)
  onTestFinished(() => released(stays).then(() => undefined))
  expect(await house.ended).toMatch(/^Ghostlight could not be opened again: .* The record lies whole in /s)
}, 60_000)

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  )

test('NETWORK-23: phones are let in with one press: the house opens again at the same port, with all it had, and so at the next start', async () => {
  const { house, ask, dataDir } = await opened()
  const { port, stage } = house.server()
  const before = stage.night()?.performance
  expect([await answers(`http://${ELSEWHERE}:${port}/`), letsIn(dataDir)]).toEqual([false, false])
  expect((await ask('let-in', {})).status).toBe(200)
  await expect.poll(() => answers(`http://${ELSEWHERE}:${port}/`), { timeout: 10_000 }).toBe(true)
  expect(house.server().port).toBe(port)
  expect(house.server().stage.night()?.performance).toEqual(before)
  expect(letsIn(dataDir)).toBe(true)
})

test('NETWORK-23: never while an act is up, and only by stage management', async () => {
  const { house, ask, dataDir } = await opened()
  const night = house.server().stage.night()
  const by = { ...theMachine, roles: ['caller', 'SM'] as const }
  const command = { name: 'act.up', act: 1 } as const
  await night?.owner.submit({ id: randomUUID(), by, madeAt: instant(Date.now()), command })
  const refused = await ask<{ refusal: { sentence: string } }>('let-in', {})
  expect([refused.status, refused.told.refusal.sentence]).toEqual([409, expect.stringContaining('act is up')])
  const { port } = house.server()
  const stranger = await fetch(`http://127.0.0.1:${port}/api/office/let-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  expect(stranger.ok).toBe(false)
  expect(letsIn(dataDir)).toBe(false)
})
