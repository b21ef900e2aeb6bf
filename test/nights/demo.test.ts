// Holds the demo show to docs/specs/demo.md: a plan that people could really run, looked for in the file itself.

import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { assert, must } from '../../src/core/kit/assert.ts'
import type { Anchor, Cue, Obligation, ScriptLine, Show, TrackId } from '../../src/core/show/show.ts'
import { cueName, timeline } from '../../src/core/show/timeline.ts'
import { readShowFile } from '../../src/formats/show-file/read.ts'

const demo = (path: string) => fileURLToPath(new URL(`../../demo/${path}`, import.meta.url))
const text = readFileSync(demo('slack-water.show.json'), 'utf8')
const reading = readShowFile(text)
assert(
  reading.ok,
  `the demo show can be read: ${reading.ok ? '' : JSON.stringify(reading.errors.slice(0, 5))}`,
)
const show: Show = reading.show

// ——— The plan's own clock ———

const edition = must(show.editions[0], 'there is an edition')
const items = edition.items.map((id) =>
  must(
    show.items.find((item) => item.id === id),
    `${id} is an item`,
  ),
)
const starts = new Map(
  items.map((item, index) => [item.id, items.slice(0, index).reduce((sum, one) => sum + one.seconds, 0)]),
)
const clock = (anchor: Anchor) => must(starts.get(anchor.item), `${anchor.item} is played`) + anchor.seconds

/** The quickest walk, found by going on from the nearest place until there is no nearer one. */
function walk(from: string, to: string): number {
  const reached = new Map([[from, 0]])
  const done = new Set<string>()
  for (;;) {
    const [here] = [...reached].filter(([place]) => !done.has(place)).sort((a, b) => a[1] - b[1])
    if (here === undefined) return Number.POSITIVE_INFINITY
    if (here[0] === to) return here[1]
    done.add(here[0])
    for (const way of show.venue.travel) {
      const ends = way.oneWay
        ? [[way.from, way.to]]
        : [
            [way.from, way.to],
            [way.to, way.from],
          ]
      for (const [start, end] of ends) {
        if (start !== here[0] || end === undefined) continue
        reached.set(end, Math.min(reached.get(end) ?? Number.POSITIVE_INFINITY, here[1] + way.seconds))
      }
    }
  }
}

type Stay = {
  readonly what: string
  readonly in: string
  readonly out: string
  readonly from: number
  readonly to: number
}

const stay = (one: Obligation): Stay | undefined =>
  one.placeIn === undefined || one.placeOut === undefined
    ? undefined
    : {
        what: `${one.track}: ${one.title} (${one.anchor.item})`,
        in: one.placeIn,
        out: one.placeOut,
        from: clock(one.anchor),
        to: clock(one.anchor) + one.seconds,
      }

const stays = new Map(
  show.tracks.map((track) => [
    track.id,
    show.obligations
      .filter((one) => one.track === track.id)
      .flatMap((one) => stay(one) ?? [])
      .sort((a, b) => a.from - b.from || a.to - b.to),
  ]),
)

const inOnePlace = (one: Stay, other: Stay) =>
  one.in === one.out && one.out === other.in && other.in === other.out

/** Runs of stays that touch or overlap in one place are one stay there. */
function merged(list: readonly Stay[]): Stay[] {
  const runs: Stay[] = []
  for (const one of list) {
    const last = runs.at(-1)
    if (last && inOnePlace(last, one) && one.from <= last.to) {
      runs[runs.length - 1] = { ...last, to: Math.max(last.to, one.to) }
    } else runs.push(one)
  }
  return runs
}

const pairs = <T>(list: readonly T[]): [T, T][] =>
  list.slice(1).map((one, index) => [must(list[index], 'before'), one])
const at = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, '0')}`

describe('the file', () => {
  test('DEMO-1: the file is what its sources say now', () => {
    const now = execFileSync(process.execPath, [demo('build.ts'), '--print'], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    })
    expect(now).toBe(text)
  })

  test('DEMO-2: the reader has nothing to say about it', () => {
    expect(reading.warnings).toEqual([])
  })

  test('DEMO-3: it is a whole night, of every kind of thing', () => {
    const cast = show.tracks.filter((track) => track.kind === 'cast' || track.kind === 'swing')
    expect(cast.length).toBeGreaterThanOrEqual(12)
    expect(show.tracks.length - cast.length).toBeGreaterThanOrEqual(12)
    expect(show.cues.length).toBeGreaterThanOrEqual(60)
    expect(show.script.length).toBeGreaterThanOrEqual(250)
    const { acts } = timeline(show)
    const first = must(acts[0], 'act one')
    expect(first.seconds).toBeGreaterThanOrEqual(40 * 60)
    expect(first.seconds).toBeLessThanOrEqual(50 * 60)
    expect(first.intervalSeconds).toBeGreaterThan(0)
    expect(items.filter((item) => item.act === 1 && item.code !== '').length).toBeGreaterThanOrEqual(7)
    expect(items.filter((item) => item.act === 2 && item.code !== '').length).toBeGreaterThanOrEqual(2)
    expect(items.some((item) => item.kind === 'bows')).toBe(true)
  })

  test('DEMO-3: no kind of thing is missing', () => {
    const triggers = new Set(show.cues.map((cue) => cue.trigger.kind))
    expect([...triggers].sort()).toEqual(['auto-follow', 'called', 'follow-on', 'timed', 'visual'])
    const kinds = new Set(show.obligations.map((one) => one.kind))
    for (const kind of [
      'appear',
      'line',
      'specialty',
      'lift',
      'fly',
      'lead vocal',
      'vocal part',
      'carry',
      'hand-off',
    ] as const) {
      expect(kinds, kind).toContain(kind)
    }
    for (const kind of ['set', 'strike', 'dress', 'chaperone', 'spot', 'task'] as const)
      expect(kinds, kind).toContain(kind)
    expect(show.tracks.filter((track) => track.kind === 'swing').length).toBeGreaterThanOrEqual(1)
    expect(show.people.filter((person) => person.minor).length).toBeGreaterThanOrEqual(2)
    expect(new Set(show.changes.map((change) => change.place))).toEqual(
      expect.objectContaining(new Set(['qcl', 'qcr'])),
    )
    expect(show.handOffs.length).toBeGreaterThanOrEqual(12)
    expect(show.presets.length).toBeGreaterThanOrEqual(20)
    const departments = new Set(show.departments.map((one) => one.kind))
    for (const kind of ['fly', 'automation', 'trap', 'deck', 'wardrobe', 'follow spot', 'video'] as const) {
      expect(departments, kind).toContain(kind)
    }
    expect(show.departments.every((one) => one.channel !== undefined)).toBe(true)
    expect(show.cues.filter((cue) => cue.safety && cue.spotter).length).toBeGreaterThanOrEqual(10)
  })

  test('DEMO-4: the first edition holds every item once, act by act', () => {
    expect([...edition.items].sort()).toEqual(show.items.map((item) => item.id).sort())
    expect(new Set(edition.items).size).toBe(edition.items.length)
    const acts = items.map((item) => item.act)
    expect(acts).toEqual([...acts].sort((a, b) => a - b))
  })

  test('DEMO-5: it is about something else, and leads nowhere', () => {
    const forbidden =
      /\b(overdos\w*|suicid\w*|pills?|tablets?|drugs?|poison\w*|needles?|self-harm\w*|unconscious\w*|not breathing|ambulance\w*|hospital\w*|paramedic\w*|understudied|broken glass|dressing[- ]room floor|collaps\w*|drunk\w*|asthma|seizure\w*|stroke victim|auditions?|rehears\w* room)\b/i
    const sources = readdirSync(demo('slack-water'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') || name.endsWith('.md'))
      .map((name) => readFileSync(demo(`slack-water/${name}`), 'utf8'))
    expect(sources.length).toBeGreaterThanOrEqual(10)
    for (const source of [text, ...sources]) {
      expect(forbidden.exec(source)?.[0]).toBeUndefined()
      expect(/https?:|www\.|@\w+\.|\b\d{5,}\b|postcode/i.exec(source)?.[0]).toBeUndefined()
    }
  })
})

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
      const held = show.obligations.filter((one) => one.kind === 'chaperone' && one.partners?.includes(id))
      const holds = (when: number) =>
        held.filter((one) => clock(one.anchor) <= when && when <= clock(one.anchor) + one.seconds)
      for (let when = 0; when <= end; when += 1) expect(holds(when), `${id} at ${at(when)}`).not.toEqual([])
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

describe('the cues', () => {
  const called = show.cues.filter((cue) => cue.trigger.kind === 'called')
  const ends = (line: ScriptLine) => {
    const next = show.script.find((other) => other.item === line.item && other.seconds > line.seconds)
    return (
      next?.seconds ??
      must(
        items.find((item) => item.id === line.item),
        'an item',
      ).seconds
    )
  }

  test('DEMO-15: the script says the words of every called cue, then', () => {
    expect(called.length).toBeGreaterThanOrEqual(60)
    for (const cue of called) {
      const { line, item, seconds } = cue.anchor
      assert(line !== undefined && line.trim() !== '', `${cue.id} quotes words`)
      const said = show.script.filter((one) => one.item === item && one.text.includes(line))
      expect(
        said.some((one) => one.seconds - 4 <= seconds && seconds <= ends(one) + 4),
        `${cue.id} “${line}” at ${seconds}`,
      ).toBe(true)
    }
  })

  test('DEMO-16: moments come in order, and numbers climb with them', () => {
    const { moments } = timeline(show)
    for (const [before, after] of pairs(moments)) {
      const inOrder =
        before.at.act < after.at.act ||
        (before.at.act === after.at.act && before.at.seconds <= after.at.seconds)
      expect(inOrder, `${before.id} before ${after.id}`).toBe(true)
    }
    for (const department of show.departments) {
      const own = show.cues
        .filter((cue) => cue.department === department.id)
        .sort((a, b) => natural(a.number, b.number))
      for (const [before, after] of pairs(own)) {
        expect(
          clock(before.anchor),
          `${cueName(before, show.departments)} then ${after.number}`,
        ).toBeLessThanOrEqual(clock(after.anchor))
      }
    }
  })

  test('DEMO-17: a group is one standby and one GO', () => {
    const groups = Map.groupBy(
      show.cues.filter((cue) => cue.group !== undefined),
      (cue) => must(cue.group, 'a group'),
    )
    expect(groups.size).toBeGreaterThanOrEqual(12)
    for (const [name, cues] of groups) {
      expect(cues.length, name).toBeGreaterThanOrEqual(2)
      const same = (of: (cue: Cue) => unknown) => new Set(cues.map((cue) => JSON.stringify(of(cue)))).size
      expect(
        [same((cue) => cue.anchor), same((cue) => cue.trigger), same((cue) => cue.standby)],
        name,
      ).toEqual([1, 1, 1])
      expect(new Set(cues.map((cue) => cue.department)).size, name).toBe(cues.length)
    }
  })

  test('DEMO-18: nothing without a standby, no danger without a warning and somebody to say clear', () => {
    for (const cue of show.cues) {
      const follows = cue.trigger.kind === 'follow-on' || cue.trigger.kind === 'auto-follow'
      if (follows) continue
      const top = clock({ item: cue.anchor.item, seconds: 0 }) === 0
      const standby = clock(must(cue.standby, `${cue.id} has a standby`))
      if (!top) expect(standby, cue.id).toBeLessThan(clock(cue.anchor))
      if (!cue.safety) continue
      expect(clock(must(cue.warn, `${cue.id} has a warning`)), cue.id).toBeLessThanOrEqual(standby)
      if (cue.spotter === undefined) continue
      const when = clock(cue.anchor)
      const spots = show.obligations.some(
        (one) =>
          one.track === cue.spotter &&
          one.safety === true &&
          one.placeIn !== undefined &&
          clock(one.anchor) <= when &&
          when <= clock(one.anchor) + one.seconds,
      )
      expect(spots, cue.id).toBe(true)
    }
  })

  test('DEMO-19: whoever works it is there', () => {
    const worked = { fly: 'fly', automation: 'auto', trap: 'trap', 'follow spot': 'spots' }
    for (const cue of show.cues) {
      const department = must(
        show.departments.find((one) => one.id === cue.department),
        'a department',
      )
      const place = Object.entries(worked).find(([kind]) => kind === department.kind)?.[1]
      if (place === undefined) continue
      const title = `${cueName(cue, show.departments)}: ${cue.title}`
      const hands = show.obligations.filter((one) => one.title === title && one.placeIn === place)
      expect(hands.length, title).toBeGreaterThanOrEqual(1)
    }
  })
})

describe('the house', () => {
  test('DEMO-20: every place can be reached, some of them slowly', () => {
    const { places } = show.venue
    const joined = places.filter((place) => place.id !== 'stage')
    for (const place of joined)
      expect(walk('pc', place.id), place.code).toBeLessThan(Number.POSITIVE_INFINITY)
    expect(walk('sl3', 'sr3')).toBe(55)
    expect(places.filter((place) => place.signal === false && place.dark === true).length).toBe(1)
    const said = new Set(places.map((place) => place.code))
    for (const code of [
      'QC L',
      'QC R',
      'PIT',
      'TRAP',
      'FLY',
      'PC',
      'DOCK',
      'DOOR',
      'XO',
      'KIDS',
      'BOX',
      'SPOTS',
      'DR1',
    ]) {
      expect(said, code).toContain(code)
    }
  })
})

/** "9", "16", "16.5", "16A", "17": as the trade counts. */
function natural(a: string, b: string): number {
  const read = (number: string) => {
    const [, whole = '0', point = '0', letter = ''] = /^(\d+)(?:\.(\d+))?([A-Z]*)$/.exec(number) ?? []
    return { value: Number(`${whole}.${point}`), letter }
  }
  const [one, two] = [read(a), read(b)]
  return one.value - two.value || one.letter.localeCompare(two.letter)
}
