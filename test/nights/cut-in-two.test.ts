// The house is cut in two while somebody is down: each half goes on, a note is opened beyond the cut, and the halves become one.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { functionsOf } from '../../src/core/incident/functions.ts'
import type { What } from '../../src/core/incident/record.ts'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'
import type { Note } from '../../src/core/vault/note.ts'
import { LEASE_MS } from '../../src/core/vault/note.ts'
import type { Told } from '../../src/core/vault/told.ts'
import { openWrapped } from '../../src/sealing/sealed-note.ts'
import { systemClock } from '../../src/server/clock/clock.ts'
import { TOLD_MS } from '../../src/server/vault/keeping.ts'
import { deliverOnce } from '../../src/web/incident/deliver.ts'
import { down, HOLD_MS, passed, stillHand } from '../../src/web/incident/hold.ts'
import { bringOpenings, noteOpening, readOpenings } from '../../src/web/incident/openings.ts'
import { keep, readKept, type Shelf, takenUp, waitingOf, write } from '../../src/web/incident/store.ts'
import type { IncidentTold } from '../../src/wire/incident.ts'
import type { DutyAnswer } from '../../src/wire/vault.ts'
import { noteOf, type SealedDevice, sealedDevice, sealedShow } from '../kit/sealed.ts'
import { openServedHouse, RealSocket, type ServedHouse } from '../kit/served-house.ts'
import { openTunnel, type Tunnel } from '../kit/tunnel.ts'

const OPEN_MS_MAX = 1_000
/** How long the halves are apart. */
const APART_MS = 6 * 60_000

/** It moves where the evening says so, and not of itself: what waited for time would wait for ever. */
let at = Date.now()
const clock = { now: () => instant(at), sinceStart: () => at, after: systemClock.after }

let house: ServedHouse
/** The same house, by the one cable that goes to the dressing-room wing. */
let wing: ServedHouse
let cable: Tunnel
const laid = () => openTunnel(house.server.port)
beforeAll(async () => {
  house = await openServedHouse({ show: sealedShow, clock })
  cable = await laid()
  const ask: ServedHouse['ask'] = async (path, how = {}) => {
    const reply = await fetch(cable.through(`${house.server.address}${path}`), how)
    return { status: reply.status, headers: {}, text: await reply.text() }
  }
  wing = { ...house, ask }
})
afterAll(async () => {
  await cable?.close()
  await house?.close()
})

function aShelf(): Shelf {
  const kept = new Map<string, string>()
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
  }
}

/** What a page of it keeps, writes down and brings, as it does in a browser. */
function aPage(through: ServedHouse, { cookie }: SealedDevice) {
  const shelf = aShelf()
  const post = (path: string) => async (body: string) => {
    const headers = { 'content-type': 'application/json', cookie }
    const reply = await through.ask(path, { method: 'POST', headers, body }).catch(() => null)
    return reply?.status === 200 ? (JSON.parse(reply.text) as { taken: readonly string[] }).taken : null
  }
  return {
    shelf,
    writes: (...whats: readonly What[]) => {
      for (const what of whats) {
        const written = write(readKept(shelf), what, { drill: false, now: at })
        if (written === null) throw new Error('it fits')
        keep(shelf, written)
        at += 1_000
      }
    },
    takesUp: (incident: string) =>
      keep(shelf, takenUp(readKept(shelf), id<'incident'>(incident), { drill: false, now: at })),
    /** One round; how much is still to be brought. */
    brings: async () => {
      const kept = await deliverOnce(shelf, clock.now, post('/api/incident'))
      if (waitingOf(kept).length > 0) return waitingOf(kept).length
      return bringOpenings(shelf, clock.now, post('/api/sealed/opened'))
    },
  }
}
type Page = ReturnType<typeof aPage>

/** One hold, of what lies ready here and nothing else; as the page does it: written down, then opened. */
async function holds(
  { shelf }: Page,
  { keys, device }: { readonly keys: CryptoKeyPair; readonly device: string },
  { people }: Pick<DutyAnswer, 'people'>,
  person: string,
): Promise<{ readonly note: Note | null; readonly tookMs: number }> {
  const { hand } = down(stillHand, { x: 180, y: 320, at })
  at += HOLD_MS
  if (passed(hand, at).raised !== 'hold') throw new Error('one hold is enough')
  const raisedAt = at
  const lent = people.find((one) => one.person === person)
  if (!lent) throw new Error('everybody of the company stands there')
  const opening = { id: `opening-${person}-${at}`, person: id<'person'>(person), how: 'one-hold' } as const
  const incident = readKept(shelf).current?.id ?? ''
  const said = { ...opening, incident, fields: ['allergies'], madeAt: at, offline: true } as const
  if (!noteOpening(shelf, said)) throw new Error('it is written down')
  return { note: await openWrapped(keys, { ...lent, device }), tookMs: at - raisedAt }
}

const caller = (who: string): What => ({ kind: 'function', name: 'emergency-caller', step: 'taken', who })
const words = (text: string): What => ({ kind: 'words', about: 'other', text, witness: null })
const textOf = (note: Note | null) => note?.fields.allergies?.text ?? null
const told = (device: SealedDevice) => device.told<Told>('told', {})

async function wholeOf({ cookie }: SealedDevice, incident: string): Promise<IncidentTold> {
  const headers = { 'content-type': 'application/json', cookie }
  const body = JSON.stringify({ incident, drill: false, seen: 0 })
  return JSON.parse((await house.ask('/api/incident/whole', { method: 'POST', headers, body })).text)
}

/** Nell and Dot are in the house, Ivo is not; Nell and he each left a note, and hers lies ready with Dot in the wing. */
async function anEvening() {
  const sal = await sealedDevice(house, ['caller', 'SM'], 'sal')
  const desk = await new RealSocket(house.server.port, { headers: { cookie: sal.cookie } }).hello()
  for (const person of ['dot', 'nell'])
    expect(await desk.press({ name: 'sign.in', person: id<'person'>(person) }, at)).toMatchObject({
      ok: true,
    })
  const dot = await sealedDevice(wing, ['perf'], 'dot')
  const [nell, ivo, moss] = [
    await sealedDevice(house, ['perf'], 'nell'),
    await sealedDevice(house, ['perf'], 'ivo'),
    await sealedDevice(house, ['perf'], 'moss'),
  ]
  for (const one of [sal, dot]) await one.duty()
  for (const one of [ivo, moss]) await one.own()
  await nell.leave({ ...noteOf('MARK-nells'), keepers: [id('ivo'), id('moss')] }, [ivo.key, moss.key])
  await ivo.leave(noteOf('MARK-ivos'))
  return { sal, desk, dot, nell, ivo, moss, lent: await dot.duty() }
}
type Evening = Awaited<ReturnType<typeof anEvening>>

/** What lies ready on Dot's, carried to any other device, opens nothing: by its own key, as itself or as hers. */
async function opensNowhereElse({ sal, dot, nell, moss, lent }: Evening): Promise<void> {
  for (const { keys, device } of [sal, nell, moss])
    for (const as of [device, dot.device])
      expect((await holds(aPage(wing, moss), { keys, device: as }, lent, 'nell')).note).toBeNull()
  // Whoever is no first-aider is lent none, and nobody for longer than a night.
  expect((await moss.post('duty', { key: moss.key })).status).toBe(403)
  expect(lent.until - lent.now).toBe(LEASE_MS)
}

test('INCIDENT-3, VAULT-10, VAULT-21: the house is cut in two in an incident; a note opens beyond the cut by one hold, there alone; then they are one, its owner told, and nothing lost', async () => {
  const evening = await anEvening()
  const { sal, desk, dot, nell, ivo, moss, lent } = evening
  // Raised while the house is one.
  const [deskPage, wingPage] = [aPage(house, sal), aPage(wing, dot)]
  wingPage.writes({ kind: 'opened', place: 'Dressing room 4', how: 'hold' })
  expect(await wingPage.brings()).toBe(0)
  const incident = readKept(wingPage.shelf).current?.id ?? ''
  deskPage.takesUp(incident)

  await cable.close()
  const cutAt = at
  wingPage.writes(caller('Dot'), words('cold, and breathes'), { kind: 'names', who: 'nell' })
  deskPage.writes(caller('Sal'), words('the house lights are up'))
  expect(await deskPage.brings()).toBe(0)
  const opened = await holds(wingPage, dot, lent, 'nell')
  const openedAt = at
  expect(textOf(opened.note)).toBe('MARK-nells')
  expect(opened.tookMs).toBeLessThan(OPEN_MS_MAX)
  // Ivo left one and is not in the house: nothing of his lies here.
  expect(textOf((await holds(wingPage, dot, lent, 'ivo')).note)).toBeNull()
  await opensNowhereElse(evening)
  at += APART_MS
  expect([await wingPage.brings(), readOpenings(wingPage.shelf).length]).toEqual([3, 2])
  expect((await told(nell)).own).toEqual([])

  cable = await laid()
  // The first answer is lost on the way: it is brought again, and stands there once.
  await deliverOnce(wingPage.shelf, clock.now, async (body) => {
    const headers = { 'content-type': 'application/json', cookie: dot.cookie }
    await wing.ask('/api/incident', { method: 'POST', headers, body })
    return null
  })
  expect(await wingPage.brings()).toBe(0)
  await becameOne({ sal, incident, cutAt, pages: [deskPage, wingPage] })
  // By the one bringing its owner has both times, and those whom she chose the one; nobody is asked to look at what was right.
  const [own, ...more] = (await told(nell)).own
  expect(own).toMatchObject({ by: 'Dot Somebody', as: 'first-aider', offline: true, flags: [] })
  expect([own?.at, more]).toEqual([openedAt, []])
  expect((await told(ivo)).own).toMatchObject([{ by: 'Dot Somebody' }])
  at += TOLD_MS
  for (const one of [ivo, moss])
    expect(await one.keeperTold()).toMatchObject([
      { name: 'Nell Somebody', opened: [{ by: 'Dot Somebody' }] },
    ])
  // Two callers are two on the desk too; and its socket was sent no word of what was read, or that it was.
  await desk.until((one) => one.t === 'frame' && JSON.stringify(one).includes('"holders":["Dot","Sal"]'))
  await desk.quiet()
  expect(desk.texts.join('\n')).not.toMatch(/MARK-|opening-/)
  await desk.close()
})

async function becameOne({
  sal,
  incident,
  cutAt,
  pages,
}: {
  readonly sal: SealedDevice
  readonly incident: string
  readonly cutAt: number
  readonly pages: readonly Page[]
}): Promise<void> {
  const whole = await wholeOf(sal, incident)
  // What the house proposes of itself is no half's.
  const records = (whole.records ?? []).filter(({ evidence }) => evidence !== 'proposed')
  const written = pages.flatMap(({ shelf }) => readKept(shelf).said)
  // Whose note it is about stays with the house; everything else is there, once, with its time and by whoever wrote it.
  const shown = written.filter(({ what }) => what.kind !== 'names')
  expect(records.map(({ id: one }) => one).toSorted()).toEqual(shown.map(({ id: one }) => one).toSorted())
  for (const one of shown)
    expect(records.find(({ id: same }) => same === one.id)?.happened.from).toBe(one.madeAt)
  const apart = records.filter(({ happened }) => happened.from >= cutAt)
  expect(new Set(apart.map(({ author }) => author.device)).size).toBe(2)
  const line = functionsOf(records).find(({ name }) => name === 'emergency-caller')
  expect(line?.holders.map(({ who }) => who)).toEqual(['Dot', 'Sal'])
  expect(whole.open.map(({ id: one }) => one)).toEqual([incident])
}
