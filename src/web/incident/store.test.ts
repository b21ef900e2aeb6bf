// What a device keeps of an incident, and brings to the house once.

import { expect, test } from 'vitest'
import { SAID_MAX } from '../../core/incident/incident.ts'
import { id } from '../../core/kit/ids.ts'
import { readIncidentBatch } from '../../wire/incident.ts'
import { deliverOnce } from './deliver.ts'
import {
  GOES_ON_MS,
  isOpen,
  KEPT_MAX,
  type Kept,
  keep,
  keepBeat,
  ofCurrent,
  readBeat,
  readKept,
  type Shelf,
  takenUp,
  waitingOf,
  write,
  writeOf,
} from './store.ts'

function shelf(): Shelf & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
  }
}
const at = { drill: false, now: 1_000 }
const shock = { kind: 'done', deed: 'shock' } as const
const raise = { kind: 'opened', place: null, how: 'hold' } as const
const wrote = (kept: Kept | null): Kept => {
  if (kept === null) throw new Error('nothing fits')
  return kept
}

test('INCIDENT-19: kept before it is sent, there again after a reload, and the same incident when raised again', () => {
  const own = shelf()
  const first = keep(own, wrote(write(readKept(own), raise, at)))
  const again = keep(own, wrote(write(readKept(own), raise, { ...at, now: 5_000 })))
  expect([again.said, again.current]).toEqual([first.said, first.current])
  const shocked = keep(own, wrote(write(readKept(own), shock, at)))
  expect(readKept(own)).toEqual(shocked)
  expect(shocked.said.map(({ what }) => what.kind)).toEqual(['opened', 'done'])
  // Stood down, the next touch is another one; what the house has not got yet still waits.
  const down = wrote(write(shocked, { kind: 'stood-down' }, at))
  const next = wrote(write(down, shock, at))
  expect(next.current?.id).not.toBe(down.current?.id)
  expect([ofCurrent(next).length, waitingOf(next).length]).toEqual([2, 5])
  // A drill never goes on as what is real, nor the other way round.
  const drill = wrote(write(shocked, shock, { ...at, drill: true }))
  expect(ofCurrent(drill).every((one) => one.drill)).toBe(true)
})

test('INCIDENT-19: without anything being opened first, a touch opens it', () => {
  const kept = wrote(write(readKept(shelf()), shock, at))
  expect(kept.said.map(({ what }) => what.kind)).toEqual(['opened', 'done'])
})

test('INCIDENT-19: what was taken is not sent again; what was not waits, a hundred at a time', async () => {
  const own = shelf()
  let kept = readKept(own)
  for (let count = 0; count < SAID_MAX + 5; count += 1) kept = wrote(write(kept, shock, at))
  keep(own, kept)
  const sent: number[] = []
  const house = async (body: string) => {
    const read = readIncidentBatch(body)
    if (!read.ok) throw new Error(read.what)
    sent.push(read.batch.said.length)
    return read.batch.said.map(({ id }) => id)
  }
  await deliverOnce(
    own,
    () => 2_000,
    async () => null,
  )
  expect(waitingOf(readKept(own))).toHaveLength(SAID_MAX + 6)
  for (let round = 0; round < 4; round += 1) await deliverOnce(own, () => 2_000, house)
  expect([sent, waitingOf(readKept(own))]).toEqual([[SAID_MAX, 6], []])
  expect(ofCurrent(readKept(own))).toHaveLength(SAID_MAX + 6)
})

test('INCIDENT-19: as many as it can hold, and not one more; a browser that keeps nothing is no reason to stop', () => {
  const own = shelf()
  let kept = wrote(write(readKept(own), raise, at))
  kept = {
    ...kept,
    said: Array.from({ length: KEPT_MAX - 1 }, () => kept.said[0]).flatMap((one) => one ?? []),
  }
  const full = wrote(write(kept, shock, at))
  expect([full.said.length, write(full, shock, at)]).toEqual([KEPT_MAX, null])
  const forbidden: Shelf = {
    getItem: () => {
      throw new Error('forbidden')
    },
    setItem: () => {
      throw new Error('full')
    },
    removeItem: () => undefined,
  }
  const there = keep(forbidden, wrote(write(readKept(forbidden), raise, at)))
  expect(readKept(forbidden)).toEqual(there)
})

test('INCIDENT-23: the beat is kept from its start to its stop', () => {
  const own = shelf()
  const beating = { startedAt: 1, pressingSince: 2, pace: 'ratio' } as const
  keepBeat(own, beating)
  expect(readBeat(own)).toEqual(beating)
  keepBeat(own, null)
  expect(readBeat(own)).toBeNull()
  own.setItem('ghostlight.beat', '{')
  expect(readBeat(own)).toBeNull()
})

test('INCIDENT-19: what is written down while the house is being asked is not passed over', async () => {
  const own = shelf()
  keep(own, wrote(write(readKept(own), raise, at)))
  let ask = (_ids: readonly string[]): void => undefined
  const slow = () =>
    new Promise<readonly string[]>((resolve) => {
      ask = resolve
    })
  const round = deliverOnce(own, () => 2_000, slow)
  const first = readKept(own).said.map(({ id }) => id)
  keep(own, wrote(write(readKept(own), shock, at)))
  ask(first)
  await round
  expect(readKept(own).said.map(({ what }) => what.kind)).toEqual(['opened', 'done'])
  expect(waitingOf(readKept(own)).map(({ what }) => what)).toEqual([shock])
})

test('INCIDENT-67: one that others raised is gone on with; stood down elsewhere, or half a day old, the next touch is another', () => {
  const others = id<'incident'>('incident-others')
  const up = takenUp(readKept(shelf()), others, at)
  const still = wrote(write(up, raise, at))
  expect(still.said).toEqual([])
  const shocked = wrote(write(still, shock, at))
  expect(shocked.said.map(({ incident }) => incident)).toEqual([others])
  expect(isOpen(shocked, false, at.now + GOES_ON_MS)).toBe(true)
  const next = wrote(write(shocked, shock, { ...at, now: at.now + GOES_ON_MS + 1 }))
  expect(next.current?.id).not.toBe(others)
  const ended = wrote(write({ ...shocked, ended: others }, shock, at))
  expect(ended.current?.id).not.toBe(others)
  // Taken up again by hand it is open again.
  expect(takenUp({ ...shocked, ended: others }, others, at).ended).toBe(undefined)
})

test('INCIDENT-86: where nothing is open on this device nothing is stood down, and no other one begins and ends with it', () => {
  const empty = readKept(shelf())
  const down = { kind: 'stood-down' } as const
  expect(write(empty, down, at)).toBe(empty)
  const others = takenUp(empty, id<'incident'>('incident-others'), at)
  expect(wrote(write(others, down, at)).said.map(({ incident, what }) => [incident, what.kind])).toEqual([
    ['incident-others', 'stood-down'],
  ])
  expect(write(others, down, { ...at, now: at.now + GOES_ON_MS + 1 })).toBe(others)
  expect(write(others, down, { ...at, drill: true })).toBe(others)
})

test('INCIDENT-62: an answer is written of the incident it was asked in, whatever else is open here', () => {
  const own = wrote(write(readKept(shelf()), raise, at))
  const asked = id<'incident'>('incident-asked')
  const said = wrote(writeOf(own, asked, { kind: 'function', name: 'AED', step: 'taken', who: 'Ana' }, at))
  expect([said.current, said.said.at(-1)?.incident]).toEqual([own.current, asked])
  const full = { ...own, said: Array.from({ length: KEPT_MAX }, () => own.said[0]) } as Kept
  expect(writeOf(full, asked, shock, at)).toBe(null)
})
