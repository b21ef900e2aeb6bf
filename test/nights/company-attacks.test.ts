// Somebody who is not of the company any more wants to stay in, or is somebody else by an id that was used again.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { theMachine } from '../../src/core/installation/installation.ts'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'
import type { Show } from '../../src/core/show/show.ts'
import type { RunningServer } from '../../src/server/main.ts'
import { openVaultStore, VAULT_FILE } from '../../src/server/vault/store.ts'
import type { Answer } from '../../src/wire/messages.ts'
import { temporaryFolder } from '../kit/ghostlight.ts'
import { SoftPasskey } from '../kit/passkey.ts'
import { noteOf, sealedDevice, sealedShow } from '../kit/sealed.ts'
import { openServedHouse, RealSocket, readCookie, type ServedHouse } from '../kit/served-house.ts'
import { aPerson } from '../kit/shows.ts'
import { sightingShow } from '../kit/sighting-show.ts'

const json = { 'content-type': 'application/json' }
const ann = id<'person'>('ann')
const ben = id<'person'>('ben')
const show: Show = {
  ...sightingShow,
  people: [...sightingShow.people, aPerson(ann, 'Ann Leaver'), aPerson(ben, 'Ben Stays')],
}

async function opened(how: { show: Show | null; dataDir?: string }): Promise<ServedHouse> {
  const house = await openServedHouse(how)
  onTestFinished(() => house.close())
  return house
}

let pressed = 0
const post = (house: ServedHouse, path: string, cookie: string, said: object, host = '127.0.0.1') =>
  house.ask(path, { method: 'POST', headers: { ...json, cookie, host }, body: JSON.stringify(said) })

async function edit(house: ServedHouse, cookie: string, change: object) {
  pressed += 1
  const reply = await post(house, '/api/office/edit', cookie, { id: `company-edit-${pressed}`, edit: change })
  expect([reply.status, reply.text.slice(0, 200)]).toEqual([200, expect.any(String)])
}

const me = async (house: ServedHouse, cookie: string) =>
  (await house.ask('/api/me', { headers: { cookie } })).status
const socketOf = async (house: ServedHouse, cookie: string) => {
  const socket = new RealSocket(house.server.port, { headers: { cookie } })
  onTestFinished(() => socket.socket.terminate())
  return socket.hello()
}
const letters = async (house: ServedHouse, by: string, person: string): Promise<string> => {
  const socket = await socketOf(house, by)
  const answer: Answer = await socket.press({ name: 'person.invite', person, roles: null })
  return answer.ok && answer.code ? answer.code.text : 'none'
}
const live = ({ stage }: RunningServer) =>
  stage.installation.state().devices.filter(({ revokedAt }) => revokedAt === null)
const settled = (check: () => unknown) => expect.poll(check, { timeout: 30_000 }).toBe(true)

test('ATTACK-43, PERSON-18: whoever left the company is let in by nothing they kept, and a tablet they used goes on', async () => {
  const house = await opened({ show })
  const sm = await house.pair({ roles: ['SM'] })
  const tablet = await house.pair({ roles: ['kiosk'] })
  const others = await house.pair({ roles: ['perf'], person: ben })
  const phone = await house.pair({ roles: ['perf'], person: ann })
  const unused = await house.invite({ roles: ['perf'], person: ann })
  const host = `localhost:${house.server.port}`
  const passkey = new SoftPasskey()
  const asking = async (cookie = '') => {
    const { challenge, rpId } = JSON.parse(
      (await post(house, '/api/passkey', cookie, { step: 'ask' }, host)).text,
    )
    return { challenge, rpId, origin: `http://${host}` }
  }
  const made = passkey.made(await asking(phone))
  expect((await post(house, '/api/passkey', phone, { step: 'keep', ...made }, host)).status).toBe(200)
  // She signs in on a tablet, leaves its key there, and has fresh letters in her pocket.
  const guest = await post(house, '/api/join', tablet, { token: await letters(house, sm, ann), own: false })
  expect(guest.status).toBe(200)
  const kept = await letters(house, sm, ann)
  const line = await socketOf(house, phone)
  await edit(house, sm, { name: 'person.remove', person: ann })
  await settled(() => live(house.server).every(({ person }) => person !== ann))
  expect(await me(house, phone)).toBe(401)
  await settled(() => line.socket.readyState === line.socket.CLOSED)
  expect((await house.join(unused)).cookie).toBe('')
  const [theirs, wrong] = [kept, 'BBBBBB'].map((token) => post(house, '/api/join', '', { token, own: true }))
  expect((await theirs)?.text).toBe((await wrong)?.text)
  const shown = { step: 'use', own: true, ...passkey.shown(await asking()), id: passkey.id }
  expect((await post(house, '/api/passkey', '', shown, host)).status).toBe(403)
  expect(house.server.stage.installation.state().passkeys).toEqual([])
  // Whose it was is not in a house’s shared things: these go on, and so does everybody else.
  for (const cookie of [sm, tablet, others]) expect(await me(house, cookie)).toBe(200)
  const desk = await socketOf(house, sm)
  await desk.until((one) => JSON.stringify(one).includes('"hasLeft":true'))
  // Put back she is who she was, and what ended stays ended.
  await edit(house, sm, { name: 'people.add', people: [{ name: 'Ann Leaver', does: '', kind: 'ensemble' }] })
  expect(await me(house, phone)).toBe(401)
  const again = house.server.stage.installation.state()
  expect(again.devices.filter((one) => one.person === ann && one.revokedAt === null)).toEqual([])
})

test('ATTACK-43, PERSON-18: who left while the house was closed, or in a night that was going on, is out once that is over', async () => {
  const folder = temporaryFolder()
  onTestFinished(folder.remove)
  const house = await openServedHouse({ show, dataDir: folder.path })
  const phone = await house.pair({ roles: ['perf'], person: ann })
  const caller = await house.pair({ roles: ['caller', 'SM'], person: ben })
  const { stage } = house.server
  await stage.plan(JSON.stringify(sightingShow), sightingShow, instant(0), theMachine)
  await settled(() => live(house.server).every(({ person }) => person !== ann))
  // The last desk of all stays: nobody could pair another.
  expect([await me(house, phone), await me(house, caller)]).toEqual([401, 200])
  await house.server.close()
  const again = await openServedHouse({ show: null, dataDir: folder.path })
  onTestFinished(() => again.server.close())
  expect([await me(again, phone), await me(again, caller)]).toEqual([401, 200])
})

test('ATTACK-44, PERSON-19: nobody comes to be somebody who left, by an id that is given again or by another show’s', async () => {
  const house = await opened({ show })
  const sm = await house.pair({ roles: ['SM'] })
  const add = (name: string) =>
    edit(house, sm, { name: 'people.add', people: [{ name, does: '', kind: 'ensemble' }] })
  const idOf = async (name: string) =>
    (await house.server.stage.published())?.people.find((one) => one.name === name)?.id
  await add('Cleo First')
  const first = await idOf('Cleo First')
  await edit(house, sm, { name: 'person.remove', person: first })
  await add('Dan Second')
  expect(await idOf('Dan Second')).not.toBe(first)
  // Another show in the same house, in which the same id is somebody else, and one is the same person.
  const [anns, bens] = [
    await house.pair({ roles: ['perf'], person: ann }),
    await house.pair({ roles: ['perf'], person: ben }),
  ]
  const people = [...sightingShow.people, aPerson(ann, 'Zoe Other'), aPerson(ben, 'Ben Stays')]
  const other = { ...show, title: 'Another', production: 'show:another', people }
  const { stage } = house.server
  await stage.plan(JSON.stringify(other), other, instant(0), theMachine)
  await settled(() => live(house.server).every(({ person }) => person !== ann))
  expect([await me(house, anns), await me(house, bens)]).toEqual([401, 200])
  expect(readCookie(bens).device).not.toBe('')
})

test('ATTACK-44, PERSON-19, VAULT-29: a sealed note under an id that is somebody else in another show is nobody’s', async () => {
  const folder = temporaryFolder()
  onTestFinished(folder.remove)
  const house = await openServedHouse({ show: sealedShow, dataDir: folder.path })
  onTestFinished(() => house.server.close())
  const [ivo, nell] = [
    await sealedDevice(house, ['perf'], 'ivo'),
    await sealedDevice(house, ['perf'], 'nell'),
  ]
  for (const one of [ivo, nell]) await one.leave(noteOf('MARK-of-a-note'))
  const lying = (person: string) => {
    const store = openVaultStore(join(folder.path, VAULT_FILE))
    const note = JSON.stringify(store.note(person))
    store.close()
    return note
  }
  const [ivos, nells] = [lying('ivo'), lying('nell')]
  const people = sealedShow.people.map((one) => (one.id === 'ivo' ? { ...one, name: 'Somebody Else' } : one))
  const other = { ...sealedShow, title: 'Another', production: 'show:another', people }
  await house.server.stage.plan(JSON.stringify(other), other, instant(0), theMachine)
  await settled(() => live(house.server).every(({ person }) => person !== 'ivo'))
  const bytes = readFileSync(join(folder.path, VAULT_FILE), 'latin1')
  expect([lying('ivo') === ivos, lying('nell') === nells]).toEqual([false, true])
  expect(ivos.match(/[\w+/=-]{64,}/g)?.some((part) => bytes.includes(part)) ?? false).toBe(false)
  expect([await me(house, ivo.cookie), await me(house, nell.cookie)]).toEqual([401, 200])
})
