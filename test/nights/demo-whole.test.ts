// Holds the demo show to what docs/specs/demo.md says of its size, its company and both of its acts.

import { describe, expect, test } from 'vitest'
import { must } from '../../src/core/kit/assert.ts'
import type { Engagement, Track } from '../../src/core/show/show.ts'
import { at, clock, items, show, stays } from './demo-clock.ts'

const engaged = (kind: Engagement['kind']) => show.engagements.filter((one) => one.kind === kind)
const tracks = (kind: Track['kind']) => show.tracks.filter((track) => track.kind === kind)
const ofTrack = (track: string) => show.obligations.filter((one) => one.track === track)
const trackOf = (person: string) => show.tracks.find((track) => track.owner === person)
const actOf = (item: string) =>
  must(
    items.find((one) => one.id === item),
    item,
  ).act

describe('the size', () => {
  test('DEMO-21: the company is that of a full house', () => {
    expect(tracks('cast').length + tracks('swing').length).toBeGreaterThanOrEqual(24)
    expect(engaged('swing').length).toBeGreaterThanOrEqual(4)
    expect(engaged('standby').length).toBe(1)
    expect(engaged('child').length).toBeGreaterThanOrEqual(2)
    expect(engaged('chaperone').length).toBeGreaterThanOrEqual(2)
    expect(engaged('music').some((one) => /deputy/i.test(one.title ?? ''))).toBe(true)
    expect(tracks('dresser').length).toBeGreaterThanOrEqual(6)
    const inDepartment = (kind: string, engagement: Engagement['kind']) =>
      engaged(engagement).filter((one) =>
        show.departments.some((department) => department.id === one.department && department.kind === kind),
      )
    expect(inDepartment('deck', 'crew').length).toBeGreaterThanOrEqual(8)
    expect(inDepartment('sound', 'operator').length).toBeGreaterThanOrEqual(2)
    expect(inDepartment('follow spot', 'operator').length).toBeGreaterThanOrEqual(3)
  })

  test('DEMO-21: there is as much to change, hand over and lift as on a large night', () => {
    expect(show.changes.length).toBeGreaterThanOrEqual(60)
    expect(show.changes.filter((change) => change.dressers.length > 0).length).toBeGreaterThanOrEqual(25)
    const lifts = show.obligations.filter((one) => one.kind === 'lift')
    expect(
      new Set(lifts.map((one) => `${one.anchor.item} ${one.anchor.seconds}`)).size,
    ).toBeGreaterThanOrEqual(3)
    for (const dresser of tracks('dresser')) {
      const own = show.changes.filter((change) => change.dressers.includes(dresser.id))
      expect(own.length, dresser.code).toBeGreaterThanOrEqual(3)
    }
  })

  test('DEMO-22: every department plays in both acts, and nothing of a called night is in one act only', () => {
    for (const act of [1, 2]) {
      const cues = show.cues.filter((cue) => actOf(cue.anchor.item) === act)
      for (const department of show.departments) {
        expect(
          cues.some((cue) => cue.department === department.id),
          `${department.short} in act ${act}`,
        ).toBe(true)
      }
      const triggers = new Set(cues.map((cue) => cue.trigger.kind))
      expect([...triggers].sort(), `act ${act}`).toEqual([
        'auto-follow',
        'called',
        'follow-on',
        'timed',
        'visual',
      ])
      const own = show.obligations.filter((one) => actOf(one.anchor.item) === act)
      for (const kind of ['lift', 'fly', 'dress', 'chaperone', 'specialty', 'hand-off'] as const) {
        expect(
          own.some((one) => one.kind === kind),
          `${kind} in act ${act}`,
        ).toBe(true)
      }
    }
  })

  test('DEMO-22: in each act the conductor is told where to wait', () => {
    const waits = show.script.filter(
      (line) => line.kind === 'direction' && /\b(vamp|safety)\b/i.test(line.text),
    )
    expect(new Set(waits.map((line) => actOf(line.item)))).toEqual(new Set([1, 2]))
  })
})

describe('the company', () => {
  test('DEMO-23: every track has one owner, engaged for it', () => {
    const kinds: Readonly<Record<Track['kind'], readonly Engagement['kind'][]>> = {
      cast: ['principal', 'ensemble', 'child'],
      swing: ['swing', 'standby'],
      crew: ['crew', 'operator', 'chaperone'],
      dresser: ['dresser'],
      'stage management': ['stage management'],
      music: ['music'],
    }
    for (const track of show.tracks) {
      const owner = must(track.owner, `${track.code} has an owner`)
      const own = show.engagements.filter((one) => one.person === owner).map((one) => one.kind)
      expect(
        own.some((kind) => kinds[track.kind].includes(kind)),
        `${track.code}: ${own.join()}`,
      ).toBe(true)
    }
    const owners = show.tracks.map((track) => track.owner)
    expect(new Set(owners).size).toBe(owners.length)
    const called = show.people.map((person) => person.callName)
    expect(new Set(called).size).toBe(called.length)
  })

  test('DEMO-24: swings owe nothing but the booth, and nobody waits for the standby before the interval', () => {
    const interval = must(
      items.find((item) => item.kind === 'interval'),
      'an interval',
    )
    const begins = clock({ item: interval.id, seconds: 0 })
    for (const { person, kind } of [...engaged('swing'), ...engaged('standby')]) {
      const track = must(trackOf(person), `${person} has a track`)
      const owed = ofTrack(track.id)
      if (kind === 'swing') {
        expect(
          owed.every((one) => one.kind === 'vocal part' && one.placeIn === 'vb'),
          track.code,
        ).toBe(true)
      } else {
        expect(owed.length, track.code).toBe(1)
        expect(
          owed.filter((one) => clock(one.anchor) < begins),
          track.code,
        ).toEqual([])
        expect(owed[0]?.placeIn, track.code).toBe('door')
      }
    }
    const idle = engaged('swing').filter(
      (one) => ofTrack(must(trackOf(one.person), 'a track').id).length === 0,
    )
    expect(idle.length).toBeGreaterThanOrEqual(2)
  })

  test('DEMO-25: whoever is heard has a pack of their own, and there are spares', () => {
    for (const track of tracks('cast')) {
      const own = show.mics.filter((mic) => mic.track === track.id)
      expect(own.length, track.code).toBe(1)
      const worn = new Set(ofTrack(track.id).flatMap((one) => one.mic ?? []))
      expect([...worn], track.code).toEqual(own.map((mic) => mic.id))
    }
    expect(new Set(show.mics.map((mic) => mic.pack)).size).toBe(show.mics.length)
    expect(show.mics.filter((mic) => mic.track === undefined).length).toBeGreaterThanOrEqual(2)
  })

  test('DEMO-26: whoever stands in the trap goes in when it is open and is out before it shuts', () => {
    const trap = must(
      show.departments.find((one) => one.kind === 'trap'),
      'a trap',
    )
    const moves = show.cues
      .filter((cue) => cue.department === trap.id && /\b(open|shut)\b/.test(cue.title))
      .map((cue) => ({ open: /\bopen\b/.test(cue.title), when: clock(cue.anchor), spotter: cue.spotter }))
    const inside = show.obligations.filter(
      (one) => one.kind === 'specialty' && one.needs?.includes('trap induction'),
    )
    expect(inside.length).toBeGreaterThanOrEqual(2)
    for (const one of inside) {
      const from = clock(one.anchor)
      const before = moves.findLast((move) => move.when <= from)
      const after = moves.find((move) => move.when > from)
      expect(before?.open, `${one.id} at ${at(from)}`).toBe(true)
      expect(after?.open, one.id).toBe(false)
      expect(from + one.seconds, one.id).toBeLessThanOrEqual(must(after, 'it is shut').when)
      expect(before?.spotter, one.id).toBe(after?.spotter)
    }
  })

  test('DEMO-27: at the end of the bows everybody who came on has gone off', () => {
    for (const track of tracks('cast')) {
      const own = must(stays.get(track.id), track.code)
      expect(own.at(-1)?.out, track.code).not.toBe('stage')
      expect(
        ofTrack(track.id).some((one) => one.anchor.item === 'bows'),
        track.code,
      ).toBe(true)
    }
  })
})
