// What each role is shown: exactly the sections of its row, and in them exactly the markers that are its own.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mark, markersIn, personId } from '../../../test/kit/marked.ts'
import { markedNight, markedViewer } from '../../../test/kit/marked-night.ts'
import { seen } from '../../../test/kit/marked-table.ts'
import { anyNight, aViewer, CURTAIN_AT, playNight, TestNight, theCaller } from '../../../test/kit/nights.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { nextOf } from '../calling/state.ts'
import { type RoleName, roleNames, type Viewer } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import { planOf } from './night.ts'
import { RECENT_MAX } from './sections.ts'
import { audiences, reportFor, view } from './view.ts'

const sorted = (names: Iterable<string>) => [...new Set(names)].sort()

test.for(roleNames)(
  'DISCLOSURE-6: %s is shown the markers of its row, nothing missing and nothing more',
  (role) => {
    const night = markedNight()
    const shown = view(night.plan, night.state, markedViewer(role), night.now)
    expect(sorted(markersIn(JSON.stringify(shown)))).toEqual(sorted(seen[role].view))
    const told = reportFor(night.plan, night.state, markedViewer(role))
    expect(sorted(markersIn(JSON.stringify(told)))).toEqual(sorted(seen[role].report))
  },
)

// Read from the written matrix; a person’s device, paired for lights where the role has a side.
const sections: Readonly<Record<RoleName, string>> = {
  caller:
    'position order ran cues calling vamps vamp script track clearing notes tasks lineNotes beside roll attendance signed house incident where ownPresence asks concerns asking availability plan casting ownPlan castBoard orderDraft printed',
  SM: 'position order ran cues calling vamps vamp script track clearing notes tasks lineNotes beside roll attendance signed house incident where ownPresence asks concerns asking availability plan casting ownPlan castBoard orderDraft printed',
  ASM: 'position order ran cues calling vamps vamp script track clearing notes tasks lineNotes roll attendance signed incident ownPresence asks ownPlan printed',
  dept: 'position order cues calling script track clearing notes tasks signed incident ownPresence microphones asks ownPlan departmentPlan',
  dresser:
    'position order cues calling script track clearing notes tasks signed incident due ownPresence asks ownPlan departmentPlan',
  MD: 'position order cues calling vamps vamp script track clearing notes tasks signed incident ownPresence asks ownPlan departmentPlan',
  DC: 'position order script track clearing notes tasks signed incident ownPresence asks covers availability plan casting ownPlan castBoard orderDraft',
  perf: 'position order track clearing signed incident ownPresence asks ownPlan',
  chap: 'position order track clearing wards signed incident where ownPresence asks concerns ownPlan',
  CM: 'position order track clearing notes tasks roll attendance signed house incident where ownPresence asks concerns availability plan casting ownPlan castBoard',
  FOH: 'position order track clearing notes tasks headCount signed house incident ownPresence asks ownPlan castBoard',
  dir: 'position order script track clearing headCount signed incident ownPresence asks ownPlan castBoard',
  prod: 'position order track clearing headCount signed incident ownPresence asks ownPlan castBoard',
  kiosk: 'position order track clearing roll signed incident ownPresence asks ownPlan',
  callboard: 'position order track clearing signed incident ownPresence asks ownPlan castBoard',
  admin: 'track clearing signed incident ownPresence asks ownPlan',
}

test.for(roleNames)('DISCLOSURE-5: %s has exactly the sections of its row', (role) => {
  const night = markedNight()
  const names = (viewer: Viewer) => Object.keys(view(night.plan, night.state, viewer)).join(' ')
  expect(names(aViewer(role, { person: personId('perf'), department: 'mark-dept-lx' }))).toBe(sections[role])
  const ofPlace = (role === 'chap' ? sections[role].replace(/ (?:where|concerns)/g, '') : sections[role])
    .replace(/ ?track clearing( wards)?/, '')
    .replace(/ ?signed/, '')
    .replace(/ (asks|due)\b/g, '')
    .replace(/ ?ownPresence/, '')
    .replace(/ ?ownPlan/, '')
    .trim()
  expect(names(aViewer(role, { department: 'mark-dept-lx' }))).toBe(ofPlace)
})

test('DISCLOSURE-7: a role that sees its side, and is paired for no department, sees no side and no part of the report', () => {
  const night = markedNight()
  for (const role of ['dept', 'dresser', 'MD'] as const) {
    const shown = view(night.plan, night.state, aViewer(role))
    const own = role === 'MD' ? ['vamps', 'vamp'] : []
    expect(Object.keys(shown)).toEqual(['position', 'order', ...own, 'script', 'notes', 'tasks', 'incident'])
    expect(shown.notes?.notes).toEqual([])
    expect(reportFor(night.plan, night.state, aViewer(role))).toBeNull()
  }
})

// Read from the written matrix: whose screen, where it stands at a place, has that place's side.
const sidesSeenBy = ['caller', 'SM', 'ASM', 'DC', 'CM', 'dir']

test('DISCLOSURE-7: a side is seen from a screen that stands at it, by those who see any, and by nobody else', () => {
  const night = markedNight()
  for (const role of roleNames) {
    const at = view(night.plan, night.state, aViewer(role, { place: 'in' })).side
    expect([role, at?.side]).toEqual([role, sidesSeenBy.includes(role) ? 'stage left' : undefined])
    expect(view(night.plan, night.state, aViewer(role)).side).toBeUndefined()
  }
  expect(view(night.plan, night.state, aViewer('ASM', { place: 'nowhere' })).side).toBeNull()
})

const someViewer: fc.Arbitrary<Viewer> = fc
  .record({
    roles: fc.subarray([...roleNames], { minLength: 1, maxLength: 3 }),
    person: fc.constantFrom(undefined, 'ann', 'bob'),
    department: fc.constantFrom(undefined, 'lx', 'snd', 'fly'),
    place: fc.constantFrom(undefined, 'sl1', 'sr1'),
    device: fc.constantFrom('d1', 'd2'),
  })
  .map(({ roles, person, department, place, device }) =>
    aViewer(roles, {
      device,
      ...(person ? { person } : {}),
      ...(department ? { department } : {}),
      ...(place ? { place } : {}),
    }),
  )

test('NIGHT-5: equal audiences are shown the very same bytes, and the view is its audiences and nothing else', () => {
  fc.assert(
    fc.property(anyNight, someViewer, someViewer, (rough, one, other) => {
      const { plan, state } = playNight(rough)
      const shown = view(plan, state, one, CURTAIN_AT)
      expect(Object.keys(shown)).toEqual(audiences(one).map((audience) => audience.section))
      const others = new Map(audiences(other).map((audience) => [audience.key, audience]))
      for (const audience of audiences(one)) {
        const bytes = JSON.stringify(audience.compute(plan, state, CURTAIN_AT))
        expect(JSON.stringify(shown[audience.section])).toBe(bytes)
        const same = others.get(audience.key)
        if (same)
          expect([same.section, JSON.stringify(same.compute(plan, state, CURTAIN_AT))]).toEqual([
            audience.section,
            bytes,
          ])
      }
    }),
  )
})

test('NIGHT-6: fixed sections do not change from the opening to the close', () => {
  fc.assert(
    fc.property(anyNight, someViewer, (rough, viewer) => {
      const night = playNight(rough)
      const opened = new TestNight(night.plan).open()
      for (const audience of audiences(viewer).filter((one) => one.fixed)) {
        expect(audience.compute(night.plan, night.state, CURTAIN_AT)).toEqual(
          audience.compute(night.plan, opened.state, CURTAIN_AT),
        )
      }
    }),
  )
})

const positionOf = (night: TestNight) => view(night.plan, night.state, theCaller).position

test('NIGHT-7: position says where the show is, and the next call with when it is due', () => {
  const night = new TestNight(planOf(littleShow()))
  expect(positionOf(night)).toBeNull()
  night.open()
  expect(positionOf(night)).toMatchObject({
    title: 'The Small Show',
    number: 1,
    timeZone: 'Europe/London',
    country: 'GB',
    curtainAt: CURTAIN_AT,
    closedAt: null,
    item: null,
    acts: [],
    callsGiven: [],
    nextCall: { id: 'half', act: 1, words: 'The half', at: CURTAIN_AT - 35 * 60_000 },
  })
  night.do({ name: 'call.give', call: 'half', act: 1 }).do({ name: 'call.give', call: 'five', act: 1 })
  expect(positionOf(night)?.callsGiven.map((call) => call.words)).toEqual(['The half', 'The five'])
  expect(positionOf(night)?.nextCall?.id).toBe('quarter')
  night.do({ name: 'act.up', act: 1 })
  expect(positionOf(night)).toMatchObject({ item: 0, nextCall: null })
  const downAt = night.wait(60_000).do({ name: 'act.down', act: 1 }).now
  expect(positionOf(night)?.nextCall).toEqual({
    id: 'fifteen',
    act: 2,
    words: 'Fifteen minutes',
    at: downAt,
  })
  night.do({ name: 'performance.close' })
  expect(positionOf(night)).toMatchObject({ closedAt: night.now, nextCall: null })
})

test('NIGHT-7: after the last act there is no next call', () => {
  const night = new TestNight(planOf(littleShow())).open().do({ name: 'act.up', act: 2 })
  expect(positionOf(night.do({ name: 'act.down', act: 2 }))?.nextCall).toBeNull()
})

test('NIGHT-8: on any night a department is shown its own cues, standbys, answers and next moment, and no other’s', () => {
  fc.assert(
    fc.property(anyNight, fc.constantFrom('lx', 'snd', 'fly'), (rough, name) => {
      const { plan, state } = playNight(rough)
      const { cues, calling } = view(plan, state, aViewer('dept', { department: name }))
      const { moments } = plan.timeline
      const mine = moments.filter((one) =>
        [...one.cues, ...one.followers].some((cue) => cue.department === name),
      )
      expect(cues?.moments.map((one) => one.index)).toEqual(mine.map((_one, place) => place))
      const lines = cues?.moments.flatMap((one) => [...one.cues, ...one.followers]) ?? []
      const owned = plan.show.cues.filter(
        (cue) => cue.department === name && mine.some((one) => [...one.cues, ...one.followers].includes(cue)),
      )
      expect(lines.map((line) => line.number).sort()).toEqual(owned.map((cue) => cue.number).sort())
      expect(new Set(lines.map((line) => line.department)).size).toBeLessThanOrEqual(1)
      const places = new Map(mine.map((one, place) => [one.index, place]))
      const heads = new Set(moments.map((one) => one.playhead))
      const ahead = new Map(
        [...heads].map((head) => [head, nextOf(plan.timeline, state.calling, head)?.index]),
      )
      expect(calling?.next).toBe(
        [
          ...mine.map(
            ({ index, playhead }) =>
              index >= (ahead.get(playhead) ?? Number.POSITIVE_INFINITY) &&
              !state.calling.cut.includes(index),
          ),
          true,
        ].indexOf(true),
      )
      const standing = state.calling.standbys.filter((standby) => places.has(standby.moment))
      expect(calling?.standbys.map((standby) => standby.moment)).toEqual(
        standing.map((one) => places.get(one.moment)),
      )
      for (const standby of calling?.standbys ?? []) {
        expect(
          [...standby.concerns, ...standby.acknowledged.map((one) => one.department)].every(
            (one) => one === name,
          ),
        ).toBe(true)
      }
      expect([calling?.move, calling?.taken]).toEqual([null, []])
    }),
  )
})

test('NIGHT-8: of a moment that is shared a department is shown its own answer and nobody else’s', () => {
  const night = new TestNight(planOf(littleShow())).open()
  night.do({ name: 'standby.give', moment: id<'moment'>('lamp') })
  for (const name of ['lx', 'snd']) {
    const department = id<'department'>(name)
    night.do({ name: 'standby.acknowledge', moment: id<'moment'>('lamp'), department, channel: 'cans' })
  }
  const answers = (viewer: Viewer) =>
    view(night.plan, night.state, viewer).calling?.standbys.map(({ concerns, acknowledged }) => [
      concerns,
      acknowledged.map((one) => one.department),
    ])
  expect(answers(theCaller)).toEqual([
    [
      ['lx', 'snd', 'fly'],
      ['lx', 'snd'],
    ],
  ])
  expect(answers(aViewer('dept', { department: 'snd' }))).toEqual([[['snd'], ['snd']]])
  expect(answers(aViewer('dept', { department: 'fly' }))).toEqual([[['fly'], []]])
})

test('DISCLOSURE-12: a department counts and names the moments by its own cues, and is heard by those names', () => {
  const night = new TestNight(planOf(littleShow())).open()
  const fly = aViewer('dept', { department: 'fly' })
  const shown = () => view(night.plan, night.state, fly)
  const line = shown().cues?.moments[0]
  expect([line?.index, line?.id]).toEqual([0, 'fly2'])
  expect(JSON.stringify(shown())).not.toContain('"lamp"')
  night.do({ name: 'standby.give', moment: id<'moment'>('lamp') })
  expect(shown().calling?.standbys.map((one) => one.moment)).toEqual([0])
  const answer = {
    name: 'standby.acknowledge',
    department: id<'department'>('fly'),
    channel: 'screen',
  } as const
  night.do({ ...answer, moment: id<'moment'>(line?.id ?? '') }, fly)
  expect(night.state.calling.standbys[0]?.acknowledged.map((one) => one.department)).toEqual(['fly'])
  // What others call it by is no word of theirs, and nobody else's own words are the caller's.
  expect(night.ask({ ...answer, moment: id<'moment'>('lx1') }, fly)).toMatchObject({
    ok: false,
    refusal: { code: 'no-such-cue' },
  })
  expect(night.ask({ name: 'cue.cut', moment: id<'moment'>('fly2') }, theCaller)).toMatchObject({ ok: false })
})

test('NIGHT-13: a step back is shown to whom the moment concerns that the desk went back to, until the next GO', () => {
  const night = new TestNight(planOf(littleShow()), 0).open()
  const shown = (viewer: Viewer) => view(night.plan, night.state, viewer).calling?.steppedBack
  const [lx, snd] = [aViewer('dept', { department: 'lx' }), aViewer('dept', { department: 'snd' })]
  night.go()
  night.do({ name: 'desk.step-back', move: 1, reason: '' })
  const back = { from: 1, to: 0, at: night.now }
  expect([shown(theCaller), shown(lx), shown(snd)]).toEqual([back, back, null])
  night.go()
  expect([shown(theCaller), shown(lx), shown(snd)]).toEqual([null, null, null])
})

test('NIGHT-9: a screen has the last twelve called moments, newest last, and whoever calls has the desk’s move', () => {
  const show = littleShow()
  const night = new TestNight(planOf(show), 0).open()
  while (night.state.calling.called.length < RECENT_MAX + 3) {
    const { move } = night.state.calling.desk
    if (!night.go().ok) night.do({ name: 'desk.step-back', move, reason: 'again' })
  }
  const shown = view(night.plan, night.state, theCaller).calling
  const all = night.state.calling.called.map(({ moment, at, seq }) => ({ moment, at, seq, reports: [] }))
  expect(shown?.recent).toEqual(all.slice(-RECENT_MAX))
  expect(shown?.move).toBe(night.state.calling.desk.move)
})

test('NIGHT-11: the script is tonight’s, each line at its point of the plan', () => {
  const night = markedNight()
  expect(view(night.plan, night.state, theCaller).script?.lines).toEqual([
    {
      at: { act: 1, seconds: 5 },
      item: 0,
      speaker: mark('speaker'),
      kind: 'speech',
      text: mark('script line'),
    },
  ])
})

test('NIGHT-12: a department is shown the notes to it and those it wrote; whoever sees the whole report, all', () => {
  const night = new TestNight(planOf(littleShow())).open()
  const [lx, other] = [
    aViewer('dept', { department: 'lx' }),
    aViewer('dept', { department: 'lx', device: 'other' }),
  ]
  const write = (by: Viewer, department: string | null, text: string) =>
    night.do(
      { name: 'note.write', department: department === null ? null : id<'department'>(department), text },
      by,
    )
  write(theCaller, 'lx', 'to lights')
  write(theCaller, 'snd', 'to sound')
  write(theCaller, null, 'to all')
  write(lx, 'snd', 'from lights to sound')
  const read = (by: Viewer) => view(night.plan, night.state, by).notes?.notes.map((note) => note.text)
  expect(read(lx)).toEqual(['to lights', 'from lights to sound'])
  expect(read(other)).toEqual(['to lights'])
  expect(read(aViewer('CM'))).toEqual(['to lights', 'to sound', 'to all', 'from lights to sound'])
})
