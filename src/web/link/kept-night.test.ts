// Tonight as it lies on a device: what of it, for how long, and what becomes of it when the server is heard again.

import { expect, test } from 'vitest'
import { Device, marked, snapshot, welcome } from '../../../test/screens/device.ts'
import { type Instant, instant } from '../../core/kit/time.ts'
import type { PositionSection } from '../../core/night/sections.ts'
import type { ViewerLine } from '../../wire/messages.ts'
import { BEFORE_CURTAIN_MS, isBetween } from './between.ts'
import { nightOf, readNight, saveNight, TONIGHT_MS } from './kept-night.ts'
import { emptySession, type SessionState, STALE_MS } from './session.ts'

const APP = 'this build'
const at = instant(1_000_000)

const viewer: ViewerLine = {
  device: 'd',
  name: 'Lights',
  roles: ['dept'],
  person: null,
  department: 'lx',
  place: null,
  sentTo: null,
}
const night = { at, performance: 'p', viewer, sections: marked('kept', 1), app: APP }

test('APP-6: what is kept is what the device was sent of tonight, as of when it was true; lists of people and devices are not', () => {
  const { state } = new Device().live(500)
  // `as`: only the names of the parts are looked at.
  const sections = {
    ...state.sections,
    track: null,
    devices: {},
    roll: {},
    signed: {},
  } as SessionState['sections']
  const kept = nightOf({ ...state, sections }, APP)
  expect(Object.keys(kept?.sections ?? {}).sort()).toEqual(['notes', 'track'])
  expect([kept?.performance, kept?.at, kept?.app]).toEqual(['p', 1_000_500, APP])
  expect(nightOf(emptySession, APP)).toBeNull()
})

test('APP-6: where there is little room the least of it is kept; where there is none nothing old is left, and that is told', async () => {
  // `as`: only the names of the parts are looked at.
  const sections = { position: null, track: null, cues: {}, notes: {} } as SessionState['sections']
  const full = { ...night, sections }
  const written: unknown[] = []
  const room = (parts: number) => async (_name: string, value: unknown) => {
    written.push(value)
    return value === null || Object.keys((value as typeof full).sections).length <= parts
  }
  expect(await saveNight(full, room(4))).toBe(true)
  expect(written.splice(0)).toEqual([full])
  expect(await saveNight(full, room(2))).toBe(true)
  expect(written.splice(0).at(-1)).toEqual({ ...full, sections: { position: null, track: null } })
  expect(await saveNight(full, room(1))).toBe(false)
  expect(written.at(-1)).toBeNull()
})

test('APP-6: another build, another day and what is not ours are not shown', () => {
  expect(readNight(night, APP, at + TONIGHT_MS)).toEqual(night)
  expect(readNight(night, APP, at + TONIGHT_MS + 1)).toBeNull()
  expect(readNight(night, 'another build', at)).toBeNull()
  for (const other of [null, undefined, 'night', {}, { app: APP }])
    expect(readNight(other, APP, at)).toBeNull()
})

test('APP-6: opened without the server it shows what it found, stale and as of then; told anew it is live', () => {
  const device = new Device()
  device.feed({ kind: 'found', night, now: 5 })
  expect(device.state).toMatchObject({ viewer, stale: true, kept: { at }, seen: null, connection: 'offline' })
  device.feed({ kind: 'opened', now: 10 })
  expect(device.sent.at(-1)).toMatchObject({ t: 'hello', seen: null })
  device.hear(welcome(2_000_000), 20)
  expect(device.state.kept).toEqual({ at, performance: 'p' })
  device.hear(snapshot('a', 4), 30)
  expect(device.state).toMatchObject({ kept: null, stale: false, sections: marked('a', 4) })
  // Found too late: what was heard meanwhile counts.
  device.feed({ kind: 'found', night, now: 40 })
  expect(device.state.sections).toMatchObject(marked('a', 4))
})

test('APP-6: what lay here for somebody else is not shown to whoever the device is now, nor sent as theirs', () => {
  const device = new Device()
  device.feed({ kind: 'found', night: { ...night, viewer: { ...viewer, device: 'another' } }, now: 5 })
  device.press('n', { name: 'note.write', department: null, text: 'late' }, 6)
  device.feed({ kind: 'opened', now: 10 })
  device.hear(welcome(2_000_000), 20)
  expect([device.state.sections, device.state.presses]).toEqual([{}, []])
})

test('APP-1: a device that slept says at once as of when it shows what it shows, and is live when it has been told anew', () => {
  const device = new Device().live(500)
  device.feed({ kind: 'slept', now: 900 })
  expect(device.state).toMatchObject({ stale: true, kept: { at: 1_000_500, performance: 'p' } })
  device.feed({ kind: 'slept', now: 950 })
  expect(device.state.kept?.at).toBe(1_000_500)
  device.feed({ kind: 'closed', now: 960 })
  device.live(1_000)
  expect(device.state).toMatchObject({ stale: false, kept: null })
})

test('APP-7: what is pressed on a night that was found is for that performance', () => {
  const device = new Device()
  device.feed({ kind: 'found', night, now: 5 })
  device.press('n', { name: 'task.finish', task: '1-1' }, 6)
  expect(device.state.presses).toMatchObject([{ performance: 'p', outcome: null }])
})

/** Nothing of it but what is asked for here. `curtainIn`: from `at`. */
function positioned(part: Partial<PositionSection> | null, curtainIn = BEFORE_CURTAIN_MS): SessionState {
  const { state } = new Device().live(0)
  const running = { heldSince: null, point: { act: 1, seconds: 0 }, at: instant(at + curtainIn), acts: [] }
  // `as`: what the question reads is here.
  const position = part && ({ closedAt: null, acts: [], running, ...part } as unknown as PositionSection)
  return { ...state, sections: { position } }
}

test('APP-9: a newer app waits through the hour before the curtain and the performance, and for a device that hears nothing', () => {
  const up = { act: 1, upAt: at, downAt: null }
  const between = (state: SessionState, now: Instant | null = at) => isBetween(state, now)
  expect(between(positioned({ closedAt: at }))).toBe(true)
  expect(between(positioned(null))).toBe(true)
  expect(between(positioned({}))).toBe(false)
  expect(between(positioned({}, BEFORE_CURTAIN_MS + 1))).toBe(true)
  expect(between(positioned({ acts: [up] }))).toBe(false)
  expect(between(positioned({ acts: [{ ...up, downAt: at }] }))).toBe(false)
  expect(between({ ...positioned({ closedAt: at }), stale: true })).toBe(false)
  expect(between({ ...positioned({ closedAt: at }), connection: 'offline' })).toBe(false)
  expect(between(positioned({ closedAt: at }), null)).toBe(false)
  expect(between(emptySession)).toBe(false)
  expect(STALE_MS).toBeLessThan(BEFORE_CURTAIN_MS)
})
