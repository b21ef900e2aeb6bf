// Holds the people of the demo show to docs/specs/demo.md: a plan that they could really carry out.

import { describe, expect, test } from 'vitest'
import { must } from '../../src/core/kit/assert.ts'
import type { TrackId } from '../../src/core/show/show.ts'
import { at, clock, inOnePlace, items, merged, pairs, show, stays, walk } from './demo-clock.ts'

describe('the people', () => {
  test('DEMO-6: nobody is in two places at once', () => {
    const clashes = [...stays.values()].flatMap((list) =>
      list
        .flatMap((one, index) => list.slice(index + 1).map((other) => [one, other] as const))
        .filter(([before, after]) => after.from < before.to && !inOnePlace(before, after))
        .map(
          ([before, after]) =>
            `${before.what} until ${at(before.to)}, but ${after.what} from ${at(after.from)}`,
        ),
    )
    expect(clashes).toEqual([])
  })

  test('DEMO-7: there is time to walk', () => {
    const late = [...stays.values()].flatMap((list) =>
      pairs(merged(list)).flatMap(([before, after]) => {
        const spare = after.from - before.to - walk(before.out, after.in)
        return spare >= 0 || after.from < before.to
          ? []
          : [`${before.what} → ${after.what}: ${-spare} s short`]
      }),
    )
    const within = show.obligations.flatMap((one) => {
      const moving = one.kind === 'chaperone' || one.kind === 'task'
      const needs = one.placeIn && one.placeOut ? walk(one.placeIn, one.placeOut) : 0
      return moving && needs > one.seconds ? [`${one.id} takes ${needs} s`] : []
    })
    expect([...late, ...within]).toEqual([])
  })

  test('DEMO-8: every change fits, and its dressers are free for it', () => {
    for (const change of show.changes) {
      const from = clock(change.anchor)
      const to = from + change.seconds
      const own = must(stays.get(change.track), 'the changing track has somewhere to be')
      const before = must(
        own.findLast((one) => one.to <= from),
        `${change.id}: on before`,
      )
      const after = must(
        own.find((one) => one.from >= to),
        `${change.id}: on after`,
      )
      expect(
        own.filter((one) => one.from < to && one.to > from),
        change.id,
      ).toEqual([])
      expect(before.to + walk(before.out, change.place), change.id).toBeLessThanOrEqual(from)
      expect(to + walk(change.place, after.in), change.id).toBeLessThanOrEqual(after.from)
      for (const dresser of change.dressers) {
        const there = merged(must(stays.get(dresser), 'a dresser has stays')).filter(
          (one) => one.from < to && one.to > from,
        )
        expect(
          there.every((one) => one.in === change.place && one.out === change.place),
          change.id,
        ).toBe(true)
        expect(
          there.some((one) => one.from <= from && one.to >= to),
          change.id,
        ).toBe(true)
        const dressed = show.changes.filter((other) => other.dressers.includes(dresser) && other !== change)
        const twice = dressed.filter(
          (other) => clock(other.anchor) < to && clock(other.anchor) + other.seconds > from,
        )
        expect(twice, change.id).toEqual([])
      }
    }
  })

  test('DEMO-9: everybody wears what they last changed into', () => {
    for (const track of show.tracks) {
      const worn = show.obligations
        .filter((one) => one.track === track.id && one.costume !== undefined)
        .sort((a, b) => clock(a.anchor) - clock(b.anchor))
      for (const [before, after] of pairs(worn)) {
        const between = show.changes
          .filter((change) => change.track === track.id)
          .filter(
            (change) =>
              clock(change.anchor) >= clock(before.anchor) && clock(change.anchor) < clock(after.anchor),
          )
        const changed = between.at(-1)
        expect(after.costume, after.id).toBe(changed ? changed.to : before.costume)
        if (changed) expect(changed.from, changed.id).toBe(before.costume)
      }
    }
  })

  test('DEMO-10: whoever speaks or sings is on, or down for singing off', () => {
    const silent = show.script.flatMap((line) => {
      if (line.role === undefined) return []
      const role = line.role
      const when = clock(line)
      const heard = show.obligations.some(
        (one) =>
          must(
            show.tracks.find((track) => track.id === one.track),
            'a track',
          ).roles?.includes(role) &&
          (one.kind === 'appear' || one.kind === 'vocal part') &&
          one.placeIn !== undefined &&
          clock(one.anchor) <= when &&
          when < clock(one.anchor) + one.seconds,
      )
      return heard ? [] : [`${line.item} ${line.seconds}: ${role} “${line.text}”`]
    })
    expect(silent).toEqual([])
  })

  test('DEMO-11: every child is in the charge of a chaperone, on stage and off', () => {
    const minors = show.tracks.filter((track) =>
      show.people.some((one) => one.id === track.owner && one.minor),
    )
    expect(minors.length).toBeGreaterThanOrEqual(2)
    const end = clock({
      item: must(
        items.find((item) => item.kind === 'bows'),
        'bows',
      ).id,
      seconds: 75,
    })
    for (const { id } of minors) {
      const held = show.obligations
        .filter((one) => one.kind === 'chaperone' && one.partners?.includes(id))
        .map(({ anchor, seconds, placeIn, placeOut }) => ({
          placeIn,
          placeOut,
          from: clock(anchor),
          seconds,
        }))
      const holds = (when: number) =>
        held.filter(({ from, seconds }) => from <= when && when <= from + seconds)
      const alone = Array.from({ length: end }, (_, when) => when).filter((when) => holds(when).length === 0)
      expect(alone.map(at), id).toEqual([])
      for (const one of must(stays.get(id), 'a child has stays')) {
        for (const [place, when] of [
          [one.in, one.from],
          [one.out, one.to],
        ] as const) {
          if (place === 'stage') continue
          const inWing = holds(when).some(({ placeIn, placeOut }) => placeIn === place || placeOut === place)
          expect(inWing, `${one.what}, ${place} at ${at(when)}`).toBe(true)
        }
      }
    }
  })

  test('DEMO-12: a lift or a flight is a danger, and all its partners are doing it', () => {
    const dangers = show.obligations.filter((one) => one.kind === 'lift' || one.kind === 'fly')
    expect(dangers.length).toBeGreaterThanOrEqual(6)
    for (const one of dangers) {
      expect(one.safety, one.id).toBe(true)
      expect(one.needs?.length, one.id).toBeGreaterThanOrEqual(1)
      expect(one.partners?.length, one.id).toBeGreaterThanOrEqual(1)
      for (const partner of one.partners ?? []) {
        const shared = show.obligations.some(
          (other) =>
            other.track === partner &&
            other.safety === true &&
            clock(other.anchor) < clock(one.anchor) + one.seconds &&
            clock(other.anchor) + other.seconds > clock(one.anchor),
        )
        expect(shared, `${one.id} with ${partner}`).toBe(true)
      }
    }
  })

  test('DEMO-13: both ends of a hand-off are there', () => {
    const isThere = (track: TrackId, place: string, when: number) =>
      must(stays.get(track), `${track} has stays`).some(
        (one) =>
          one.from - 15 <= when &&
          when <= one.to &&
          (place === 'stage' ? one.from <= when : one.in === place || one.out === place),
      )
    for (const handOff of show.handOffs) {
      const when = clock(handOff.anchor)
      for (const track of [handOff.from, handOff.to]) {
        expect(isThere(track, handOff.place, when), `${handOff.id}: ${track} at ${at(when)}`).toBe(true)
        const owed = show.obligations.some(
          (one) =>
            one.track === track &&
            one.kind === 'hand-off' &&
            one.props?.includes(handOff.prop) &&
            Math.abs(clock(one.anchor) + one.seconds / 2 - when) <= 15,
        )
        expect(owed, `${handOff.id}: ${track} has it to do`).toBe(true)
      }
    }
  })

  test('DEMO-14: a prop waits where it is first taken up, and is handed over or left', () => {
    const sideOf = (place: string) => show.venue.places.find((one) => one.id === place)?.side ?? place
    for (const prop of show.props) {
      const holds = show.obligations
        .filter(
          (one) => one.props?.includes(prop.id) && one.placeIn !== undefined && one.placeOut !== undefined,
        )
        .filter((one) => show.tracks.some((track) => track.id === one.track && track.kind === 'cast'))
        .sort((a, b) => clock(a.anchor) - clock(b.anchor))
      const first = holds[0]
      // What is first seen on stage was set there, and the deck carries what lies in the dock.
      if (first && first.placeIn !== 'stage' && prop.start !== 'dock') {
        expect(sideOf(must(first.placeIn, 'in')), `${prop.id} first with ${first.id}`).toBe(
          sideOf(prop.start),
        )
      }
      for (const [before, after] of pairs(holds)) {
        if (before.track === after.track) continue
        const given = show.handOffs.some(
          (one) => one.prop === prop.id && one.from === before.track && one.to === after.track,
        )
        const left = clock(before.anchor) + before.seconds <= clock(after.anchor)
        const found = left && sideOf(must(before.placeOut, 'left')) === sideOf(must(after.placeIn, 'found'))
        expect(given || found, `${prop.id}: ${before.id}, then ${after.id}`).toBe(true)
      }
    }
  })
})
