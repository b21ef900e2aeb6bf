// A plan of tonight from approval on: what follows it, who is told first, who is told what, and what is refused.

import { expect, test } from 'vitest'
import {
  approve,
  covered,
  coverNight,
  coverShow,
  dan,
  deeForAna,
  gives,
  isOut,
  may,
  phoneOf,
  sam,
} from '../../../test/kit/cover-evening.ts'
import { aViewer, codeOf, nightOf, sentenceOf, theCaller } from '../../../test/kit/nights.ts'
import { VERSIONS_MAX, type Version } from '../covering/covering.ts'
import { type RoleName, roleNames } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import { instant } from '../kit/time.ts'
import { type Competence, noCovers } from '../show/competence.ts'
import { coverNightOf } from './cover-night-of.ts'
import { dues } from './dues.ts'
import { view } from './view.ts'

const wing = aViewer('ASM', { place: 'sl1' })

test('COVERING-45: whoever stands as a cover beside a track counts, the first one first, until something is written of them', () => {
  const [track] = coverShow.tracks.filter(({ owner }) => owner === 'ana').map((one) => one.id)
  if (track === undefined) throw new Error('Ana has a track')
  const named = (competences: readonly Competence[]) => ({
    ...coverShow,
    covers: { ...noCovers, competences },
    tracks: coverShow.tracks.map((one) =>
      one.id === track ? { ...one, covers: [id<'person'>('fay'), id<'person'>('dee')] } : one,
    ),
  })
  const asked = (show: typeof coverShow) => {
    const night = nightOf(show).open().do(isOut('ana'), sam)
    const { people } = coverNightOf(night.plan, night.state, night.now)
    const able = view(night.plan, night.state, dan).casting?.rows.find((row) => row.track === track)?.able
    const of = (name: string) => people.find((one) => one.id === name)
    return { able, fay: of('fay'), dee: of('dee'), ben: of('ben') }
  }
  const { able, fay, dee, ben } = asked(named([]))
  expect(able).toEqual(['fay', 'dee'])
  expect([fay?.covers, dee?.covers, ben?.covers]).toEqual([[track], [track], []])
  expect(fay?.knows).toEqual(dee?.knows)
  expect(fay?.preference?.[track]).toBeLessThan(dee?.preference?.[track] ?? 0)
  // What is written of somebody on that track decides, whatever stands beside it.
  const never = asked(named([{ person: id('fay'), track, level: 'never' }]))
  expect([never.able, never.fay?.knows]).toEqual([['dee'], []])
})

test('COVERING-5: whoever is due, whose phone has what, whom a cue waits for and who dresses whom follow the plan', () => {
  const night = covered()
  const { plan, state, now } = night
  const due = dues(plan, state, now).filter(({ kind }) => kind === 'entrance')
  expect(due.map(({ person, key }) => `${person} ${key}`)).toEqual([
    'dee e1-one',
    'ben e2-one',
    'dee e1-two',
    'cho e3-two',
    'ben e2-three',
  ])
  const owed = (name: string) => view(plan, state, phoneOf(name)).track?.obligations.map((one) => one.id)
  expect(owed('ana')).toEqual([])
  expect(owed('dee')).toEqual(['e1-one', 'change-q1-e1', 'e1-two', 'hand-off-pass-e1', 's1-three'])
  expect(view(plan, state, phoneOf('cho')).track?.obligations.at(-1)?.with).toEqual(['Dee'])
  const moment = view(plan, state, theCaller).cues?.moments.find((one) => one.waitsFor !== null)
  expect(moment?.waitsFor).toBe('Dee')
  const side = view(plan, state, wing).side?.entries.map((one) => `${one.name} ${one.kind}`)
  expect(side).toContain('Dee appear')
  expect(JSON.stringify(side)).not.toContain('Ana')
})

test('COVERING-5: what is cut is on no list, and a part of a track goes alone', () => {
  const night = coverNight()
    .do(isOut('ana'), sam)
    .do(approve([gives('e1-one', 'dee'), gives('e1-two', null)]), dan)
  const { plan, state } = night
  const owed = (name: string) => view(plan, state, phoneOf(name)).track?.obligations.map((one) => one.id)
  expect(owed('dee')).toEqual(['e1-one', 's1-three'])
  // Nobody hands Cho the lantern any more, and nobody is dressed for it.
  expect(owed('cho')).toEqual(['e3-two'])
  expect(owed('fay')).toEqual([])
})

test('COVERING-4: who approves, on which version, and what people cannot do', () => {
  const night = coverNight().do(isOut('ana'), sam)
  for (const role of roleNames as readonly RoleName[]) {
    const by = aViewer(role, { person: 'sam' })
    const code = codeOf(night.ask(approve(deeForAna, { base: 7 }), by))
    expect([role, code]).toEqual([role, ['SM', 'DC'].includes(role) ? 'older' : 'not-yours'])
  }
  const before = night.log.length
  expect(sentenceOf(night.ask(approve([gives('e1-one', 'cho')]), dan))).toContain('Cho cannot do this')
  expect(codeOf(night.ask(approve([gives('e1-one', null), gives('nothing', 'dee')]), dan))).toBe('impossible')
  // She is out: the book is no plan of tonight.
  expect(codeOf(night.ask(approve([]), dan))).toBe('impossible')
  expect(night.log.length).toBe(before)
  night.do(approve(deeForAna), dan)
  expect(sentenceOf(night.ask(approve(deeForAna), dan))).toContain('Another plan was approved meanwhile')
})

test('COVERING-35: where a production names whose yes a plan needs, it is one of them, and the record has whose', () => {
  const show = {
    ...coverShow,
    covers: { ...(coverShow.covers ?? noCovers), approvers: [{ person: id<'person'>('fay') }] },
  }
  const night = nightOf(show).open().do(isOut('ana'), sam)
  const before = night.log.length
  expect(sentenceOf(night.ask(approve(deeForAna), dan))).toBe('Say who said yes to it: Fay.')
  expect(codeOf(night.ask(approve(deeForAna, { yes: id('sam') }), dan))).toBe('not-an-approver')
  // Being named gives nobody the press of stage management.
  expect(codeOf(night.ask(approve(deeForAna), aViewer('MD', { person: 'fay' })))).toBe('not-yours')
  expect(night.log.length).toBe(before)
  night.do(approve(deeForAna, { yes: id('fay') }), dan)
  const byThemselves = nightOf(show).open().do(isOut('ana'), sam)
  byThemselves.do(approve(deeForAna), aViewer('DC', { person: 'fay' }))
  for (const { plan, state, now } of [night, byThemselves])
    expect(view(plan, state, sam, now).plan?.versions[0]).toMatchObject({ by: 'Fay', unasked: false })
  // Nobody is named: it is theirs who press.
  const usual = coverNight().do(isOut('ana'), sam).do(approve(deeForAna), dan)
  expect(view(usual.plan, usual.state, sam, usual.now).plan?.versions[0]).toMatchObject({
    by: 'Dan',
    unasked: false,
  })
})

test('COVERING-35: once an act is up nothing waits for a yes, and the record says that nobody was asked', () => {
  const show = {
    ...coverShow,
    covers: { ...(coverShow.covers ?? noCovers), approvers: [{ person: id<'person'>('fay') }] },
  }
  const night = nightOf(show).open().do({ name: 'act.up', act: 1 }, theCaller).do(isOut('ana'), sam)
  night.do(approve(deeForAna), dan)
  expect(view(night.plan, night.state, sam, night.now).plan?.versions[0]).toMatchObject({
    by: 'Dan',
    unasked: true,
  })
})

test('COVERING-6: at the bound the next version is refused', () => {
  const night = coverNight().do(isOut('ana'), sam)
  for (let base = 0; base < VERSIONS_MAX; base++) night.do(approve(deeForAna, { base }), dan)
  expect(codeOf(night.ask(approve(deeForAna, { base: VERSIONS_MAX }), dan))).toBe('many')
  const many = Array.from({ length: 3_001 }, () => gives('e1-one', 'dee'))
  expect(codeOf(coverNight().ask(approve(many), dan))).toBe('long')
})

test('COVERING-7: each is told the difference, in the words of the trade', () => {
  const night = covered()
  const { plan, state, now } = night
  const tell = view(plan, state, sam, now).plan?.tell ?? []
  const said = tell.map(
    ({ name, lines }) =>
      `${name}: ${lines.map((one) => `${one.what} ${one.title} ${one.before ?? ''}/${one.with.join()}`).join('; ')}`,
  )
  expect(said).toEqual([
    'Ben: other Sings in one /Dee',
    'Dee: take Sings in one Ana/Ben; take Change into the blue coat /Fay; take Sings in two Ana/; take Give: lantern /Cho',
    'Department ward: take Sings in one Ana/Dee; take Sings in two Ana/Dee',
    'Fay: other Dee into the blue coat /Dee',
    'Cho: other Take: lantern /Dee',
  ])
  // Ana is out: it is not told to her, nor to anybody whom it does not touch.
  expect(said.join()).not.toContain('Ana:')
})

test('COVERING-7: a later version adds up, and what was taken back is not told', () => {
  const night = covered()
  const version = 1
  night.do({ name: 'plan.tell', to: { person: id('ben') }, version, by: id('sam') }, sam)
  expect(view(night.plan, night.state, phoneOf('ben'), night.now).ownPlan?.lines).toEqual([])
  night.do({ name: 'out.end', person: id('ana') }, sam)
  night.do(
    approve([], { base: 1, why: 'back to the book', told: [{ person: id('dee'), by: id('dan') }] }),
    dan,
  )
  const lines = (name: string) => view(night.plan, night.state, phoneOf(name), night.now).ownPlan?.lines
  // Ben was told of Dee; Cho never was, and need not be told at all.
  expect(lines('ben')?.map(({ what, with: others }) => [what, ...others])).toEqual([['other', 'Ana']])
  expect(lines('cho')).toEqual([])
})

test('COVERING-8: told by a named person, or read on one’s own screen; whoever is due soonest first', () => {
  const night = covered()
  const to = { person: id<'person'>('cho') }
  expect(codeOf(night.ask({ name: 'plan.tell', to, version: 1, by: id('ben') }, phoneOf('ben')))).toBe(
    'not-yours',
  )
  expect(codeOf(night.ask({ name: 'plan.tell', to, version: 1, by: null }, sam))).toBe('nobody')
  expect(codeOf(night.ask({ name: 'plan.tell', to, version: 9, by: id('dan') }, sam))).toBe('no-plan')
  night.do({ name: 'plan.tell', to, version: 1, by: null }, phoneOf('cho'))
  expect(codeOf(night.ask({ name: 'plan.tell', to, version: 1, by: id('dan') }, sam))).toBe('same')
  const told = view(night.plan, night.state, sam, night.now).plan?.told
  expect(told).toEqual([expect.objectContaining({ name: 'Cho', how: 'own screen', by: null })])
  const tell = view(night.plan, night.state, sam, night.now).plan?.tell ?? []
  const times = tell.map(({ dueAt }) => dueAt ?? 0)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  night.do({ name: 'plan.untell', to, version: 1 }, sam)
  expect(view(night.plan, night.state, phoneOf('cho'), night.now).ownPlan?.lines.length).toBe(1)
})

test('COVERING-8: what is over is not told any more', () => {
  const night = covered()
  night.do({ name: 'act.up', act: 1 }).wait(400_000)
  const tell = view(night.plan, night.state, sam, instant(night.now)).plan?.tell ?? []
  expect(tell.map(({ name }) => name)).not.toContain('Ben')
})

test('COVERING-9: whoever cannot be reached is somebody’s errand until it is said', () => {
  const night = covered().do({ name: 'plan.errand', to: id('cho'), by: id('ben') }, sam)
  const errands = () => view(night.plan, night.state, phoneOf('ben'), night.now).ownPlan?.errands
  expect(errands()?.map(({ name }) => name)).toEqual(['Cho'])
  expect(codeOf(night.ask({ name: 'plan.errand', to: id('cho'), by: id('cho') }, sam))).toBe('nobody')
  night.do({ name: 'plan.tell', to: { person: id('cho') }, version: 1, by: id('ben') }, phoneOf('ben'))
  expect(errands()).toEqual([])
})

/** Ben leaves his own track for Ana's, and Dee takes his: it costs Ben a part. */
const benForAna = [
  ...[gives('e1-one', 'ben'), gives('e1-two', 'ben')],
  ...[gives('e2-one', 'dee'), gives('e2-three', 'dee'), gives('s1-three', null)],
]
const benOut = [...['e2-one', 'e2-three'].map((one) => gives(one, 'dee')), gives('s1-three', null)]

test('COVERING-10: what costs somebody a part is shown to nobody but those who plan, until they were told', () => {
  const night = coverNight().do(isOut('ana'), sam)
  const seenBy = (by: Parameters<typeof view>[2]) =>
    JSON.stringify(view(night.plan, night.state, by, night.now))
  const everybody = ['ana', 'ben', 'cho', 'dee', 'fay'].map(phoneOf).concat(wing, theCaller, may)
  const before = everybody.map((by) => seenBy(by))
  night.do(approve(benForAna), dan)
  expect(view(night.plan, night.state, dan, night.now).plan?.first.map(({ name }) => name)).toEqual(['Ben'])
  const others = everybody.filter((by) => by.roles.every((role) => !['caller', 'CM'].includes(role)))
  for (const by of others) expect(seenBy(by)).toBe(before[everybody.indexOf(by)])
  // Not by anybody: whoever decided it, or the company manager.
  const told = {
    name: 'plan.tell',
    to: { person: id<'person'>('ben') },
    version: 1,
    by: id<'person'>('may'),
  } as const
  expect(codeOf(night.ask(told, theCaller))).toBe('not-yours')
  expect(codeOf(night.ask({ ...told, by: null }, phoneOf('ben')))).toBe('no-plan')
  night.do(told, may)
  const owed = view(night.plan, night.state, phoneOf('ben')).track?.obligations.map((one) => one.id)
  expect(owed).toContain('e1-two')
  expect(owed).not.toContain('e2-three')
})

const versionOf = (night: ReturnType<typeof coverNight>): Version | undefined =>
  night.state.covering.versions.at(-1)

test('COVERING-18: whom it costs a number is offered somebody who did not decide it, once it is shown', () => {
  const costs = [gives('e2-one', 'dee'), gives('e2-three', null)]
  const night = coverNight().do(approve(costs), dan)
  const talks = (viewer: Parameters<typeof view>[2]) => view(night.plan, night.state, viewer, night.now)
  expect(talks(sam).plan?.talks).toEqual(['May', 'Sam'])
  expect(talks(phoneOf('ben')).ownPlan?.talks).toEqual([])
  night.do({ name: 'plan.tell', to: { person: id('ben') }, version: 1, by: id('sam') }, sam)
  // Sam told him, and so is not offered any more.
  expect(talks(phoneOf('ben')).ownPlan?.talks).toEqual(['May'])
  expect(talks(phoneOf('cho')).ownPlan?.talks).toEqual([])
  expect(talks(sam).plan?.talks).toEqual([])
})

test('COVERING-10: once the act is up the press says who told them, or that it cannot wait', () => {
  const night = coverNight().do({ name: 'act.up', act: 1 }).do(isOut('ana'), sam)
  expect(sentenceOf(night.ask(approve(benForAna), dan))).toContain('Not before Ben knows it')
  const told = [{ person: id<'person'>('ben'), by: id<'person'>('ben') }]
  expect(codeOf(night.ask(approve(benForAna, { told }), dan))).toBe('nobody')
  night.do(approve(benForAna, { told: [{ person: id('ben'), by: id('sam') }] }), dan)
  expect([versionOf(night)?.shownAt, versionOf(night)?.overridden]).toEqual([night.now, false])

  const other = coverNight().do({ name: 'act.up', act: 1 }).do(isOut('ana'), sam)
  other.do(approve(benForAna, { override: true }), dan)
  expect([versionOf(other)?.overridden, versionOf(other)?.by]).toEqual([true, 'dan'])
})

test('COVERING-10: a plan that waited until what it changes had been played is not shown by a late word', () => {
  const toBen = {
    name: 'plan.tell',
    to: { person: id<'person'>('ben') },
    version: 1,
    by: id<'person'>('sam'),
  } as const
  const waits = () => coverNight().do(isOut('ana'), sam).do(approve(benForAna), dan)
  const played = waits().do({ name: 'act.up', act: 1 }).wait(200_000)
  expect(sentenceOf(played.ask(toBen, sam))).toContain('The show has gone on since that plan was approved')
  expect([versionOf(played)?.shownAt, played.state.covering.told]).toEqual([null, []])
  // What is still to come is approved anew, and the approving press has who told him.
  const told = [{ person: id<'person'>('ben'), by: id<'person'>('sam') }]
  const rest = benForAna.filter(({ obligation }) => !['e1-one', 'e2-one'].includes(obligation))
  played.do(approve([gives('e1-one', 'ana'), ...rest], { base: 1, told }), dan)
  expect(versionOf(played)?.shownAt).toBe(played.now)
  // Where nothing of it has been played yet, his word still shows it.
  const inTime = waits().do({ name: 'act.up', act: 1 }).do(toBen, sam)
  expect(versionOf(inTime)?.shownAt).toBe(inTime.now)
})

test('COVERING-10: whoever is out, has stepped out or is looked for needs no telling, and a swing who goes on none', () => {
  const night = coverNight().do({ name: 'act.up', act: 1 })
  night.do({ name: 'presence.mode', mode: 'quiet' }, sam).do({ name: 'sign.in', person: id('ben') }, sam)
  expect(codeOf(night.ask(approve(benOut), dan))).not.toBe('ok')
  night.do({ name: 'step.out', person: id('ben'), from: null, wants: null }, phoneOf('ben'))
  night.do(isOut('ben'), sam)
  night.do(approve(benOut), dan)
  expect(versionOf(night)?.first).toEqual([])
})

test('COVERING-11: nothing of a plan has a text of anybody’s in it', () => {
  const night = covered()
  const words = { because: 'flu', reason: 'ill' }
  const command = { ...approve(deeForAna, { base: 1 }), ...words }
  night.do(command, dan)
  expect(JSON.stringify(night.log)).not.toMatch(/flu|ill"/)
})

test('ABSENCE-5: whoever is out is on no list, is waited for by nobody, and is not asked about', () => {
  const night = coverNight()
    .do({ name: 'sign.in', person: id('ana') }, sam)
    .do(isOut('ana'), sam)
  const { plan, state, now } = night
  expect(dues(plan, state, now).filter(({ person }) => person === 'ana')).toEqual([])
  const side = view(plan, state, wing).side?.entries ?? []
  const part = side.filter(({ as }) => as === plan.show.tracks.find(({ id: track }) => track === 'e1')?.title)
  expect(part.map(({ name }) => name)).toEqual([null, null, null, null])
})

test('ABSENCE-7: who is out is shown to those of the table and to nobody else', () => {
  const night = coverNight().do(isOut('ana'), sam)
  for (const role of roleNames) {
    const sections = view(
      night.plan,
      night.state,
      aViewer(role, { person: 'ben', department: 'lx', place: 'sl1' }),
    )
    const sees = ['caller', 'SM', 'DC', 'CM'].includes(role)
    expect([role, 'availability' in sections, 'plan' in sections]).toEqual([role, sees, sees])
  }
})

test('COVERING-10: whoever was told of one number is told again before a later plan that costs them more is on any screen', () => {
  const one = [gives('e2-three', 'dee'), gives('e3-two', null), gives('s1-three', null)]
  const more = [gives('e2-one', null), ...one]
  const night = coverNight().do(approve(one, { why: 'cut show' }), dan)
  const toBen = (version: number) =>
    ({ name: 'plan.tell', to: { person: id<'person'>('ben') }, version, by: id<'person'>('sam') }) as const
  night.do(toBen(1), sam)
  const cho = { person: id<'person'>('cho'), by: id<'person'>('sam') }
  const owed = () => view(night.plan, night.state, phoneOf('ben')).track?.obligations.map(({ id: of }) => of)
  night.do(approve(more, { base: 1, why: 'cut show', told: [cho] }), dan)
  expect(owed()).toEqual(['e2-one', 'e2-three'])
  night.do(toBen(2), sam)
  expect(owed()).toEqual([])
  // Of the same, or of less, nobody is told twice.
  const less = coverNight()
    .do(approve(more, { why: 'cut show' }), dan)
    .do(toBen(1), sam)
  less.do(approve(one, { base: 1, why: 'cut show', told: [cho] }), dan)
  const then = view(less.plan, less.state, phoneOf('ben')).track?.obligations
  expect(then?.map(({ id: of }) => of)).toEqual(['e2-one'])
})

test('COVERING-1: what is good until the day of the performance is good to its end, past midnight too', () => {
  const until = (day: string) => {
    const { competences, ...rest } = coverShow.covers ?? noCovers
    const show = {
      ...coverShow,
      covers: { ...rest, competences: competences.map((one) => ({ ...one, until: day })) },
    }
    const { plan, state } = nightOf(show).open()
    const midnight = instant(Date.UTC(2031, 5, 6, 23, 30, 0))
    const dee = coverNightOf(plan, state, midnight).people.find((one) => one.id === 'dee')
    return dee?.knows.length
  }
  expect([until('2031-06-06'), until('2031-06-05')]).toEqual([4, 0])
})

test('COVERING-1: where the narrowest word has run out, a wider one that is good does not stand in for it', () => {
  const { competences, ...rest } = coverShow.covers ?? noCovers
  const knows = (words: Pick<Competence, 'item' | 'obligation' | 'until' | 'level'>) => {
    const narrow = { person: id<'person'>('dee'), track: id<'track'>('e1'), ...words }
    const show = { ...coverShow, covers: { ...rest, competences: [...competences, narrow] } }
    const { plan, state, now } = nightOf(show).open()
    return coverNightOf(plan, state, now)
      .people.find((one) => one.id === 'dee')
      ?.knows.filter((spot) => spot.startsWith('e1'))
  }
  const [before, tonight] = ['2031-06-05', '2031-06-06']
  const two = id<'item'>('two')
  expect(knows({ item: two, level: 'rehearsed', until: tonight })).toEqual(['e1-one', 'e1-two'])
  expect(knows({ item: two, level: 'rehearsed', until: before })).toEqual(['e1-one'])
  expect(knows({ obligation: id('e1-two'), level: 'performed', until: before })).toEqual(['e1-one'])
})
