// Holds the demo show to docs/specs/demo.md: its file, its cues and its house, looked for in the file itself.

import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { assert, must } from '../../src/core/kit/assert.ts'
import type { Cue, ScriptLine } from '../../src/core/show/show.ts'
import { cueName, timeline } from '../../src/core/show/timeline.ts'
import { clock, demo, edition, items, pairs, show, text, walk, warnings } from './demo-clock.ts'

describe('the file', () => {
  test('DEMO-1: the file is what its sources say now', () => {
    const now = execFileSync(process.execPath, [demo('build.ts'), '--print'], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    })
    expect(now).toBe(text)
  })

  test('DEMO-2: the reader has nothing to say about it', () => {
    expect(warnings).toEqual([])
  })

  test('DEMO-3: it is a whole night, of every kind of thing', () => {
    expect(show.cues.length).toBeGreaterThanOrEqual(400)
    expect(show.script.length).toBeGreaterThanOrEqual(1_000)
    const { acts } = timeline(show)
    expect(acts.map((act) => act.act)).toEqual([1, 2])
    const first = must(acts[0], 'act one')
    expect(first.seconds).toBeGreaterThanOrEqual(40 * 60)
    expect(first.seconds).toBeLessThanOrEqual(50 * 60)
    expect(first.intervalSeconds).toBeGreaterThan(0)
    // The playout is the band's: the act is over when the company has bowed.
    const second = items.filter((item) => item.act === 2 && item.kind !== 'playout')
    const played = second.reduce((total, item) => total + item.seconds, 0)
    expect(played).toBeGreaterThanOrEqual(40 * 60)
    expect(played).toBeLessThanOrEqual(45 * 60)
    for (const act of [1, 2]) {
      expect(items.filter((item) => item.act === act && item.code !== '').length).toBeGreaterThanOrEqual(10)
    }
    expect(second.at(-1)?.kind).toBe('bows')
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
    expect(new Set(show.changes.map((change) => change.place))).toEqual(
      expect.objectContaining(new Set(['qcl', 'qcr'])),
    )
    expect(show.handOffs.length).toBeGreaterThanOrEqual(24)
    expect(show.presets.length).toBeGreaterThanOrEqual(30)
    const departments = new Set(show.departments.map((one) => one.kind))
    for (const kind of ['fly', 'automation', 'trap', 'deck', 'wardrobe', 'follow spot', 'video'] as const) {
      expect(departments, kind).toContain(kind)
    }
    expect(show.departments.every((one) => one.channel !== undefined)).toBe(true)
    expect(show.cues.filter((cue) => cue.safety && cue.spotter).length).toBeGreaterThanOrEqual(40)
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
    for (const cue of show.cues) {
      const department = show.departments.find((one) => one.id === cue.department)
      if (department?.kind !== 'deck' && department?.kind !== 'wardrobe') continue
      const own = show.engagements
        .filter((one) => one.department === cue.department)
        .flatMap((one) => show.tracks.find((track) => track.owner === one.person)?.id ?? [])
      const when = clock(cue.anchor)
      const hands = show.obligations.filter(
        (one) =>
          own.includes(one.track) &&
          one.placeIn !== undefined &&
          clock(one.anchor) <= when + 6 &&
          when <= clock(one.anchor) + one.seconds,
      )
      expect(hands.length, `${cueName(cue, show.departments)}: ${cue.title}`).toBeGreaterThanOrEqual(1)
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
