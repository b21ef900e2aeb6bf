// Plots against the book they are drawn from: the demo show, and small shows drawn by chance.

import { expect, test } from 'vitest'
import { demoShow } from '../../../test/kit/demo-show.ts'
import { longShow } from '../../../test/kit/long-show.ts'
import { emptyShow } from '../../../test/kit/shows.ts'
import { smallShow } from '../../../test/reorder/small-shows.ts'
import { must } from '../kit/assert.ts'
import { id } from '../kit/ids.ts'
import { orderedShow } from '../reorder/in-force.ts'
import { Laid } from '../reorder/laid.ts'
import { changes, travels } from '../reorder/people.ts'
import type { Show } from '../show/show.ts'
import { timeline } from '../show/timeline.ts'
import { TURN_SECONDS } from './doubling.ts'
import { isOnStage, laidShow } from './laid-show.ts'
import { SHORT_OFF_SECONDS } from './on-stage.ts'
import { type Plots, plotsOf } from './plots.ts'

const SEEDS = 200
const drawn = (show: Show): Plots => must(plotsOf(show), 'it has a running order')
const small = Array.from({ length: SEEDS }, (_, seed) => smallShow(seed))
const shows = [demoShow(), ...small]

test('PLOT-9: without a running order nothing has a time', () => {
  expect(plotsOf({ ...emptyShow, editions: [], items: [] })).toBeNull()
})

test('PLOT-1: everything a track does in what is played is a bar of its row, and nothing else is', () => {
  for (const show of shows) {
    const { rows, bands } = drawn(show)
    const played = new Set(show.editions[0]?.items)
    for (const track of show.tracks) {
      const own = show.obligations.filter(
        (one) => one.track === track.id && played.has(one.anchor.item) && one.seconds > 0,
      )
      const row = rows.find((one) => one.track === track.code)
      const bars = (row?.bars ?? []).filter(({ from, to }) => to > from)
      expect(bars.map(({ title }) => title).toSorted()).toEqual(own.map(({ title }) => title).toSorted())
    }
    const acts = timeline(show).acts
    for (const { act, seconds } of acts) {
      const own = bands.filter((band) => band.act === act && band.kind !== 'interval')
      expect(own.reduce((sum, { from, to }) => sum + to - from, 0)).toBeCloseTo(seconds, 6)
    }
  }
})

test('PLOT-2: what lacks seconds is drawn as lacking as many as the order of the night says, each once', () => {
  let seen = 0
  for (const show of small) {
    const base = { show, edition: must(show.editions[0], 'it has an edition').id }
    const ordered = orderedShow(base, [])
    const laid = new Laid(must(ordered.ok ? ordered.value : null, 'nothing is changed'), base)
    const late = travels(laid).map(({ lacks }) => lacks ?? 0)
    const { rows } = drawn(show)
    const ways = rows.flatMap(({ misfits }) => misfits.filter(({ what }) => what === 'way'))
    expect(ways.map(({ lacks }) => lacks).toSorted()).toEqual(late.toSorted())
    const told = changes(laid)
    const short = told.filter(({ kind, lacks }) => kind === 'change' && lacks !== null)
    const untimed = told.filter(({ kind, lacks }) => kind === 'change' && lacks === null)
    const drawnUntimed = rows.flatMap(({ misfits }) => misfits.filter(({ what }) => what !== 'way'))
    expect(drawnUntimed.length).toBe(untimed.length)
    const marks = rows.flatMap((row) => row.changes)
    const most = Math.max(0, ...short.map(({ lacks }) => lacks ?? 0))
    if (told.every(({ kind }) => kind === 'change'))
      expect(Math.max(0, ...marks.map(({ lacks }) => lacks))).toBeLessThanOrEqual(most)
    seen += ways.length + marks.filter(({ lacks }) => lacks > 0).length
  }
  expect(seen).toBeGreaterThan(50)
})

test('PLOT-3: French scenes fill each item without a gap, no two that touch have the same people, and each has who is on in its middle', () => {
  for (const show of shows) {
    const { french, bands, rows } = drawn(show)
    for (const band of bands.filter(({ kind, from, to }) => kind !== 'interval' && to > from)) {
      const own = french.filter(({ from, to }) => from >= band.from && to <= band.to && to > from)
      expect([own[0]?.from, own.at(-1)?.to]).toEqual([band.from, band.to])
      for (const [at, scene] of own.entries()) {
        const next = own[at + 1]
        if (next) expect([next.from, next.on.join() === scene.on.join()]).toEqual([scene.to, false])
        const middle = (scene.from + scene.to) / 2
        const on = rows.flatMap(({ track, kind, bars }) =>
          (kind === 'cast' || kind === 'swing') &&
          bars.some(({ isOn, from, to }) => isOn && from <= middle && to >= middle)
            ? [track]
            : [],
        )
        expect(scene.on).toEqual(on.toSorted())
      }
    }
  }
})

test('PLOT-4: every speech of the script is counted once, and a part that is on without one is there', () => {
  const show = demoShow()
  const { parts, bands } = drawn(show)
  const words = parts.flatMap(({ cells }) => cells).reduce((sum, cell) => sum + cell.words, 0)
  const spoken = show.script.filter(({ kind, role }) => kind !== 'direction' && role !== undefined)
  expect(words).toBe(spoken.flatMap(({ text }) => text.split(/\s+/u).filter((word) => word !== '')).length)
  const cells = parts.flatMap((row) => row.cells)
  expect(cells.some(({ isOn, speeches }) => isOn && speeches === 0)).toBe(true)
  expect(cells.every((cell) => cell.speeches > 0 || (cell.words === 0 && cell.isOn))).toBe(true)
  for (const { cells: own } of parts) {
    expect(own.every(({ band }, at) => band > (own[at - 1]?.band ?? -1) && band < bands.length)).toBe(true)
    expect(own.every(({ band }) => bands[band]?.kind !== 'interval')).toBe(true)
  }
})

test('PLOT-5: each person has one row with every part they are on as, and each turn is as short as the time between', () => {
  let turned = 0
  for (const show of [...shows, doubled(demoShow())]) {
    const { doubling } = drawn(show)
    const { laid } = must(laidShow(show), 'it has a running order')
    const names = new Map(show.roles.map(({ id, name }) => [id, name]))
    const rowOf = new Map(doubling.flatMap((row) => row.tracks.map((track) => [track, row] as const)))
    const playing = show.tracks.filter(({ kind }) => kind === 'cast' || kind === 'swing')
    for (const track of playing) {
      const own = show.obligations.filter(
        (one) => one.track === track.id && isOnStage(one) && laid.clock(one.anchor) !== null,
      )
      const row = rowOf.get(track.code)
      for (const { role } of own)
        expect(row?.parts.map(({ part }) => part)).toContain(
          names.get(role ?? track.roles?.[0] ?? id<'role'>('')) ?? track.title,
        )
    }
    const owners = doubling.flatMap(({ owner }) => (owner === '' ? [] : [owner]))
    expect(new Set(owners).size).toBe(owners.length)
    for (const { tracks, turns } of doubling) {
      const times = show.obligations.flatMap((one) => {
        const code = show.tracks.find(({ id: of }) => of === one.track)?.code ?? ''
        const from = isOnStage(one) && tracks.includes(code) ? laid.clock(one.anchor) : null
        return from === null ? [] : [{ code, from, to: from + one.seconds }]
      })
      const between = times.flatMap((one) =>
        times
          .filter((other) => other.code !== one.code && other.from >= one.from)
          .map((other) => ({ at: other.from, seconds: other.from - one.to })),
      )
      const ends = new Set(between.map(({ at, seconds }) => `${at} ${seconds}`))
      for (const { at, seconds } of turns) {
        turned += 1
        expect(seconds).toBeLessThan(TURN_SECONDS)
        expect(ends.has(`${at} ${seconds}`)).toBe(true)
      }
      const isTight = between.some(({ seconds }) => seconds < TURN_SECONDS)
      expect(turns.length > 0).toBe(isTight)
    }
  }
  expect(turned).toBeGreaterThan(0)
})

/** The first tracks are all one person’s: always on as somebody else. */
function doubled(show: Show): Show {
  const owner = must(show.people[0], 'there is somebody').id
  return { ...show, tracks: show.tracks.map((track, at) => (at < 6 ? { ...track, owner } : track)) }
}

test('PLOT-10: a cross is where somebody who performs is off, for less than a minute, and on at both ends', () => {
  let crosses = 0
  for (const show of shows)
    for (const { kind, bars, off } of drawn(show).rows) {
      if (off.length > 0) expect(['cast', 'swing']).toContain(kind)
      const on = bars.filter(({ isOn }) => isOn)
      for (const { from, to } of off) {
        crosses += 1
        expect(to - from).toBeGreaterThan(0)
        expect(to - from).toBeLessThan(SHORT_OFF_SECONDS)
        expect(on.some((bar) => bar.from < to && bar.to > from)).toBe(false)
        expect([on.some((bar) => bar.to === from), on.some((bar) => bar.from === to)]).toEqual([true, true])
      }
    }
  expect(crosses).toBeGreaterThan(0)
})

test('PLOT-11: of a play of 925 people in 220 scenes it is told in less than 4 MB', () => {
  const long = longShow()
  const told = drawn({ ...long, ...onEverybody(long) })
  expect(told.parts).toHaveLength(925)
  expect(told.rows).toHaveLength(925)
  expect(JSON.stringify(told).length).toBeLessThan(4_000_000)
})

/** Each of its people on for every line of theirs that begins a speech. */
function onEverybody({ roles, script }: Show): Pick<Show, 'tracks' | 'obligations'> {
  const tracks = roles.map((role) => ({
    ...{ id: id<'track'>(role.id), code: role.name, title: role.name, kind: 'cast' as const },
    roles: [role.id],
  }))
  const first = script.filter(({ role }, at) => role !== script[at - 1]?.role)
  const obligations = first.map(({ role, item, seconds }, at) => ({
    ...{ id: id<'obligation'>(`o${at}`), track: id<'track'>(role ?? ''), kind: 'appear' as const },
    ...{ title: '', anchor: { item, seconds }, seconds: 12, droppable: 'essential' as const },
  }))
  return { tracks, obligations }
}

test('PLOT-6: every cue that is played is in one minute, and there are as many GOs as moments', () => {
  for (const show of shows) {
    const { minutes } = drawn(show)
    const played = new Set(show.editions[0]?.items)
    const cues = show.cues.filter(({ anchor }) => played.has(anchor.item))
    expect(minutes.reduce((sum, one) => sum + one.cues, 0)).toBe(cues.length)
    expect(minutes.flatMap(({ of }) => of).reduce((sum, one) => sum + one.cues, 0)).toBe(cues.length)
    expect(minutes.every(({ from }, at) => from > (minutes[at - 1]?.from ?? -1))).toBe(true)
  }
  const { moments } = timeline(demoShow())
  expect(drawn(demoShow()).minutes.reduce((sum, one) => sum + one.goes, 0)).toBe(moments.length)
})

test('PLOT-7: each walk of the show is counted on one way, and the least room on it is what is to spare', () => {
  for (const show of shows) {
    const { ways, places } = drawn(show)
    const { laid } = must(laidShow(show), 'it has a running order')
    let walks = 0
    let tightest = Number.POSITIVE_INFINITY
    for (const { id } of show.tracks)
      for (const [at, stay] of laid.stays(id).entries()) {
        const last = laid.stays(id)[at - 1]
        if (!last || last.to === stay.from) continue
        walks += 1
        const takes = show.venue.travel.find(
          ({ from, to, oneWay }) =>
            (from === last.to && to === stay.from) || (!oneWay && to === last.to && from === stay.from),
        )
        const seconds = takes?.seconds ?? laid.walk(last.to, stay.from)
        if (Number.isFinite(seconds)) tightest = Math.min(tightest, stay.start - last.end - seconds)
      }
    expect(ways.reduce((sum, { times }) => sum + times, 0)).toBe(walks)
    const spare = ways.flatMap((way) => way.spare ?? [])
    if (walks > 0 && spare.length > 0) expect(Math.min(...spare)).toBeCloseTo(tightest, 6)
    expect(places).toHaveLength(show.venue.places.length)
  }
})
