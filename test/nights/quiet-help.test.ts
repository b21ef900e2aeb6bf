// Somebody finds one who threatens them: over the real house, who hears of it and who is sent no byte.

import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type RoleName, roleNames } from '../../src/core/disclosure/policy.ts'
import type { QuietLine } from '../../src/core/incident/quiet-help.ts'
import { id } from '../../src/core/kit/ids.ts'
import { departmentOf, markedShow, type PersonRole, personId, rolesOfPeople } from '../kit/marked.ts'
import { openServedHouse, RealSocket, readCookie, type ServedHouse } from '../kit/served-house.ts'

const told: readonly RoleName[] = ['caller', 'SM', 'CM', 'FOH']
const isPerson = (role: RoleName): role is PersonRole => (rolesOfPeople as readonly string[]).includes(role)
let house: ServedHouse
const sockets = new Map<RoleName, RealSocket>()
const cookies = new Map<RoleName, string>()

beforeAll(async () => {
  house = await openServedHouse({ show: markedShow })
  for (const role of roleNames) {
    const cookie = await house.pair({
      ...{ name: `Of ${role}`, roles: [role] },
      person: isPerson(role) ? id<'person'>(personId(role)) : null,
      department: departmentOf[role] === undefined ? null : id<'department'>(departmentOf[role]),
    })
    cookies.set(role, cookie)
    sockets.set(role, await new RealSocket(house.server.port, { headers: { cookie } }).hello())
  }
}, 60_000)
afterAll(async () => {
  for (const { socket } of sockets.values()) socket.terminate()
  await house?.close()
})

const post = (path: string, body: object, cookie?: string) =>
  house.ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie === undefined ? {} : { cookie }) },
    body: JSON.stringify(body),
  })
const askFrom = (name: string, cookie?: string, place: string | null = 'MARK dressing room') =>
  post('/api/quiet-help', { id: name, device: 'phone-1234', sentAt: 5, madeAt: 5, place }, cookie)
const answer = (role: RoleName, body: object) => post('/api/quiet-help/answer', body, cookies.get(role))

const socketOf = (role: RoleName): RealSocket => {
  const socket = sockets.get(role)
  if (socket === undefined) throw new Error(`${role} is connected`)
  return socket
}
/** As the device has it now. */
const linesOf = ({ messages }: RealSocket): readonly QuietLine[] | undefined =>
  messages
    .flatMap((one) => (one.t === 'frame' || one.t === 'snapshot' ? [one.sections.quietHelp] : []))
    .findLast((one) => one !== undefined)?.lines

test('QUIET-1, QUIET-5: from a phone nobody paired, from a place, from anybody: four roles hear where, the others no byte', async () => {
  const before = new Map(roleNames.map((role) => [role, socketOf(role).texts.length]))
  expect((await askFrom('of-a-stranger')).text).toBe('{"state":"kept"}')
  // Nobody's device writes words of its own on the desk.
  for (const role of told)
    await expect
      .poll(() => linesOf(socketOf(role))?.map(({ place, by }) => [place, by]))
      .toEqual([[null, null]])
  expect((await askFrom('of-a-searcher', cookies.get('perf'))).text).toBe('{"state":"kept"}')
  for (const role of told)
    await expect
      .poll(() => linesOf(socketOf(role))?.map(({ place }) => place))
      .toContain('MARK dressing room')
  for (const role of roleNames.filter((one) => !told.includes(one))) {
    await socketOf(role).quiet()
    const heard = socketOf(role)
      .texts.slice(before.get(role))
      .filter((text) => !text.includes('"pong"'))
    expect([role, heard.filter((text) => /quiet|MARK/.test(text))]).toEqual([role, []])
    expect([role, linesOf(socketOf(role))]).toEqual([role, undefined])
  }
  const wing = await house.pair({ name: 'Tablet left', roles: ['ASM'] })
  expect((await askFrom('of-a-wing', wing, null)).status).toBe(200)
  await expect
    .poll(() => linesOf(socketOf('SM'))?.map(({ place, by }) => [place, by]))
    .toContainEqual(['Tablet left', 'Tablet left'])
  await expect.poll(() => linesOf(socketOf('FOH'))?.map(({ by }) => by)).toEqual([null, null, null])
})

test('QUIET-5: the way round the person in charge: asked on a stage manager’s own phone it is on all others and not on that one', async () => {
  const cookie = await house.pair({ name: 'Of the one who is threatened', roles: ['SM'] })
  const own = await new RealSocket(house.server.port, { headers: { cookie } }).hello()
  onTestFinished(() => own.socket.terminate())
  expect((await askFrom('of-an-sm', cookie)).status).toBe(200)
  const ids = (socket: RealSocket) => (linesOf(socket) ?? []).map((one) => one.id)
  for (const role of told) await expect.poll(() => ids(socketOf(role))).toContain('of-an-sm')
  await own.quiet()
  expect(own.texts.join()).not.toContain('of-an-sm')
  expect((await answer('FOH', { id: 'of-an-sm', word: 'going' })).status).toBe(200)
  const over = await post('/api/quiet-help/answer', { id: 'of-an-sm', word: 'over' }, cookie)
  expect([over.status, JSON.parse(over.text).refusal.code]).toEqual([409, 'no-such'])
  expect((await askFrom('of-an-sm', cookie)).text).toBe('{"state":"going"}')
})

test('QUIET-6: it raises no incident, offers nothing, asks nobody and leaves the show as it is', async () => {
  const state = () => JSON.stringify(house.server.stage.night()?.owner.state())
  const before = state()
  await askFrom('of-another', cookies.get('perf'))
  await expect.poll(() => JSON.stringify(linesOf(socketOf('SM')))).toContain('of-another')
  expect(state()).toBe(before)
  for (const role of roleNames)
    for (const one of socketOf(role).messages)
      if (one.t === 'frame' || one.t === 'snapshot') {
        expect([role, one.sections.incidents?.open ?? []]).toEqual([role, []])
        expect([role, one.sections.asked?.lines ?? []]).toEqual([role, []])
      }
})

test('QUIET-8: whoever may not answer, and whoever knows another’s id, learns of none', async () => {
  await askFrom('of-somebody', cookies.get('dept'))
  for (const role of roleNames.filter((one) => !told.includes(one))) {
    const [there, never] = [
      await answer(role, { id: 'of-somebody', word: 'over' }),
      await answer(role, { id: 'never-asked', word: 'over' }),
    ]
    expect([role, there.status, there.text]).toEqual([role, 403, never.text])
  }
  const guessed = await askFrom('of-somebody', cookies.get('dir'))
  expect([guessed.status, guessed.text]).toEqual([
    409,
    (await askFrom('of-somebody', cookies.get('prod'))).text,
  ])
})

test('QUIET-3, QUIET-10: after a restart it is there, and whose it was lies in the part that can be erased', async () => {
  const rows = await house.server.log.read('incidents', 1, 100)
  const asked = rows.filter(({ type }) => type === 'quiet-help.asked')
  expect(asked.length).toBeGreaterThan(0)
  expect(JSON.stringify(asked.map(({ body }) => body))).not.toMatch(/MARK|Tablet|person/)
  const state = house.server.stage.installation.state()
  const wing = state.devices.find(({ name }) => name === 'Tablet left')?.id ?? id<'device'>('none')
  expect(asked.some(({ body }) => JSON.stringify(body).includes(wing))).toBe(true)
  expect(readCookie(cookies.get('SM') ?? '').device).not.toBe(wing)
})
