// What a kind changes of one night, and what it leaves as it is in every kind.

import { expect, test } from 'vitest'
import { coverNight, coverShow, isOut, may } from '../../../test/kit/cover-evening.ts'
import { aViewer, codeOf, nightOf, theCaller, theSM } from '../../../test/kit/nights.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { isExpected } from '../attendance/expected.ts'
import { must } from '../kit/assert.ts'
import { hasAudience, isPublic, type PerformanceKind, performanceKinds } from '../show/kinds.ts'
import type { Show, Track } from '../show/show.ts'
import { understudied } from '../show/understudied.ts'
import { view } from './view.ts'

const foh = aViewer('FOH')
const opened = (kind: PerformanceKind, show: Show = littleShow()) =>
  nightOf(show, undefined, kind).open(undefined, kind)

test('TECH-5: nothing is opened, counted or rung for an audience that is not there; the desk is still asked', () => {
  for (const kind of performanceKinds) {
    const said = [
      codeOf(opened(kind).ask({ name: 'house.open', open: true }, foh)),
      codeOf(opened(kind).ask({ name: 'audience.count', count: 3 }, foh)),
      codeOf(opened(kind).ask({ name: 'latecomers.hold', count: 3 }, foh)),
    ]
    expect([kind, ...said]).toEqual([kind, ...said.map(() => (hasAudience(kind) ? 'ok' : 'no-audience'))])
    const speak = { name: 'house.ask', ask: 'speak', minutes: null, why: '' } as const
    expect(codeOf(opened(kind).ask(speak, foh))).toBe('ok')
    expect(codeOf(opened(kind).ask({ name: 'house.clear', act: 1 }, theCaller))).toBe('ok')
  }
})

test('TECH-5: a cast board is made for a show and a preview, and for nothing else', () => {
  for (const kind of performanceKinds) {
    const night = coverNight().do(isOut('ana'), may)
    const calling = night.state.calling
    const before = must(calling.opened, 'it is open')
    const { castBoard } = view(
      night.plan,
      { ...night.state, calling: { ...calling, opened: { ...before, kind } } },
      theSM,
      night.now,
    )
    if (!isPublic(kind)) expect([kind, castBoard?.lines ?? []]).toEqual([kind, []])
  }
})

test('TECH-6: in an understudy run the first free cover of each part plays it, and nothing of that is different', () => {
  const tracks: readonly Track[] = must(coverShow.tracks, 'it has tracks')
  const cast = tracks.filter(({ kind }) => kind === 'cast')
  const [first, second] = [must(cast[0], 'a part'), must(cast[1], 'another')]
  const [own, other] = [must(first.owner, 'hers'), must(second.owner, 'his')]
  const spare = must(
    coverShow.people.find(({ id }) => !tracks.some(({ owner }) => owner === id)),
    'somebody who has no part',
  ).id
  const show = {
    ...coverShow,
    tracks: tracks.map((one) => {
      if (one.id === first.id) return { ...one, covers: [other, spare] }
      return one.id === second.id ? { ...one, covers: [other, spare] } : { ...one, covers: [] }
    }),
  }
  const plays = (of: Show) => [first.id, second.id].map((id) => of.tracks.find((one) => one.id === id)?.owner)
  // One person plays one part; the second has the next cover.
  expect(plays(understudied(show))).toEqual([other, spare])
  // Whoever covers another leaves their own to nobody, where nobody covers it.
  const alone = {
    ...show,
    tracks: show.tracks.map((one) => (one.id === second.id ? { ...one, covers: [] } : one)),
  }
  expect(plays(understudied(alone))).toEqual([other, undefined])
  expect(plays(understudied(coverShow)).length).toBe(2)
  const night = opened('understudy', show)
  expect(plays(night.plan.show)).toEqual([other, spare])
  expect(night.state.covering.versions).toEqual([])
  expect(plays(show)).toEqual([own, other])
  // Whose part is somebody else's today is not waited for, and signs in all the same.
  expect(isExpected(show, own)).toBe(true)
  expect(isExpected(night.plan.show, own)).toBe(false)
  expect(isExpected(night.plan.show, other)).toBe(true)
  expect(codeOf(night.ask({ name: 'sign.in', person: own }, theSM))).toBe('ok')
})

test('TECH-7: in every kind the company is signed in, and who is still inside is known', () => {
  for (const kind of performanceKinds) {
    const night = opened(kind)
    const person = must(night.plan.show.people[0], 'somebody').id
    night.do({ name: 'sign.in', person }, theSM)
    expect(night.state.attendance.people.map((one) => one.person)).toContain(person)
    const sections = view(night.plan, night.state, theSM, night.now)
    const show = view(
      opened('show').do({ name: 'sign.in', person }, theSM).plan,
      night.state,
      theSM,
      night.now,
    )
    expect(Object.keys(sections).toSorted()).toEqual(Object.keys(show).toSorted())
    expect(sections.incident).toEqual(show.incident)
  }
})
