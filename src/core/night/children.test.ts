// A child who has not been seen, and where nobody goes alone: who is asked, who is sent, and what each may see of it.

import { describe, expect, test } from 'vitest'
import { childrensEvening } from '../../../test/kit/childrens-evening.ts'
import { company, Evening, person, phone, stageManager, wing } from '../../../test/kit/concern-evening.ts'
import { aViewer } from '../../../test/kit/nights.ts'
import { quietEvening } from '../../../test/kit/quiet-evening.ts'
import { must } from '../kit/assert.ts'
import { id } from '../kit/ids.ts'
import { SENT_IN_TWOS } from '../presence/candidates.ts'
import type { PresenceCommand } from '../presence/commands.ts'
import type { Show } from '../show/show.ts'
import { view } from './view.ts'

const moss = aViewer('chap', { person: 'moss' })
const nan = aViewer('chap', { person: 'nan' })
const danceCaptain = aViewer('DC', { person: 'ned' })

/** She has come off, and nobody is due for a while. */
const evening = (show?: Show): Evening => {
  const night = new Evening(show)
  night.wait(600_000)
  return night
}
const raise = (night: Evening, name = 'mia') =>
  night.do({ name: 'concern.raise', person: person(name) }, stageManager)
const seenIn = (night: Evening, place: string) => {
  const people = [person('mia')]
  night.do({ name: 'people.see', people, how: 'eyes', place: id<'place'>(place), by: null }, stageManager)
  night.wait(360_000)
}
const askedOn = (night: Evening, rung: number) =>
  night
    .concern()
    .asks.filter((ask) => ask.rung === rung)
    .map((ask) => ask.person as string)
const asksOf = (night: Evening, name: string) =>
  view(night.plan, night.state, phone(name), night.now).asks?.asks ?? []

describe('a child', () => {
  test('CONCERN-30: about a child their chaperone is asked first, and no child is ever asked or sent', () => {
    const night = evening(childrensEvening())
    raise(night)
    night.pass(400)
    expect(askedOn(night, 1)).toEqual(['moss'])
    expect(night.concern().asks.map((ask) => ask.person as string)).not.toContain('pip')
    const spoken = { name: 'concern.spoken', concern: 1, to: person('pip') } as const
    expect(night.ask(spoken, stageManager)).toMatchObject({ ok: false, refusal: { code: 'nobody' } })
    const out = { name: 'step.out', person: person('ned'), from: null, wants: person('pip') } as const
    expect(night.ask(out, phone('ned'))).toMatchObject({ ok: false, refusal: { code: 'nobody' } })
  })

  test('CONCERN-30: nobody but stage management and chaperones is sent to a child, or told where it was seen', () => {
    const night = evening(childrensEvening())
    seenIn(night, 'cr')
    raise(night)
    night.pass(400)
    const sent = night
      .concern()
      .asks.filter(({ rung }) => rung >= 3)
      .map((ask) => ask.person as string)
    expect(sent.length).toBeGreaterThan(0)
    for (const one of sent) expect(['asa', 'ari', 'sam', 'moss', 'nan']).toContain(one)
    night.do({ name: 'concern.spoken', concern: 1, to: person('kit') }, stageManager)
    expect(asksOf(night, 'kit')).toMatchObject([{ name: 'Mia', look: true }])
    expect(JSON.stringify(asksOf(night, 'kit'))).not.toContain('"CR"')
    expect(JSON.stringify(asksOf(night, sent[0] ?? ''))).toContain('"CR"')
  })

  test('CONCERN-30: where neither is in the building, a dresser is named as passed over, and not sent', () => {
    const night = evening(childrensEvening())
    for (const gone of ['asa', 'ari', 'sam', 'cal', 'moss', 'nan'])
      night.do({ name: 'sign.out', who: { person: person(gone) } }, stageManager)
    raise(night)
    night.pass(400)
    expect(night.concern().asks.filter(({ rung }) => rung >= 3)).toEqual([])
    expect(night.concern().skipped).toContainEqual({ person: 'dru', because: 'not for a child' })
  })

  test('CONCERN-30: a child is not offered among those who may be asked to come', () => {
    const show = childrensEvening()
    const withPip: Show = {
      ...show,
      tracks: [
        ...show.tracks,
        { id: id<'track'>('pip'), code: 'P', title: 'Boy', kind: 'cast', owner: person('pip') },
      ],
      changes: show.changes.map((one) => ({ ...one, dressers: [id<'track'>('pip')] })),
    }
    const night = evening(withPip)
    const own = view(night.plan, night.state, phone('mia'), night.now).ownPresence
    expect(own?.people.map((one) => one.name)).toContain('Moss')
    expect(own?.people.map((one) => one.name)).not.toContain('Pip')
  })
})

describe('in twos', () => {
  test('CONCERN-31: two are sent to a child and into a shower at once, and one to a dressing room', () => {
    for (const [show, place, many] of [
      [childrensEvening(), 'cr', SENT_IN_TWOS],
      [quietEvening(), 'dr4', 1],
      [withShower(), 'sh', SENT_IN_TWOS],
    ] as const) {
      const night = evening(show)
      seenIn(night, place)
      raise(night)
      night.pass(185)
      const sent = askedOn(night, 3)
      expect([place, sent.length]).toEqual([place, many])
      for (const one of sent) expect(asksOf(night, one)).toMatchObject([{ inTwos: many === SENT_IN_TWOS }])
    }
  })

  test('CONCERN-31: the only chaperone in the building is never sent; where there is another, they may be', () => {
    const alone = evening(childrensEvening(['moss']))
    raise(alone)
    alone.pass(185)
    expect(askedOn(alone, 3)).not.toContain('moss')
    expect(alone.concern().skipped).toContainEqual({ person: 'moss', because: 'cannot leave' })
    const two = evening(childrensEvening())
    raise(two)
    two.pass(185)
    expect(askedOn(two, 3)).toContain('moss')
  })

  test('CONCERN-31: whoever watches for a cue is never sent', () => {
    const show = quietEvening()
    const [cue] = [{ id: id<'cue'>('watched'), spotter: id<'track'>('asa') }]
    const night = evening({ ...show, cues: [{ ...aWatchedCue(show), ...cue }] })
    seenIn(night, 'sr1')
    raise(night)
    night.pass(185)
    expect(askedOn(night, 1)).toEqual(['asa'])
    expect(askedOn(night, 3)).not.toContain('asa')
  })
})

function withShower(): Show {
  const show = childrensEvening([])
  return { ...quietEvening(), venue: show.venue }
}

const aWatchedCue = (show: Show): Show['cues'][number] => ({
  ...{
    id: id<'cue'>('watched'),
    department: must(show.departments[0], 'the show has departments').id,
    number: '1',
    title: 'Iron',
  },
  anchor: { item: id<'item'>('long'), seconds: 5_000 },
  trigger: { kind: 'called' },
})

describe('who sees what', () => {
  test('CONCERN-32: a chaperone sees what is asked about their own children, without covers, and nothing of others', () => {
    const night = evening(childrensEvening())
    raise(night)
    raise(night, 'ned')
    night.pass(400)
    const mine = view(night.plan, night.state, moss, night.now).concerns
    expect(mine?.concerns.map((one) => [one.name, one.rung, one.covers])).toEqual([['Mia', 4, []]])
    expect(mine).toMatchObject({ blind: [], noisy: [], ended: [], logging: null })
    expect(view(night.plan, night.state, nan, night.now).concerns?.concerns).toEqual([])
    expect(view(night.plan, night.state, wing, night.now).concerns).toBeUndefined()
  })

  test('CONCERN-32: from the fourth rung the dance captain sees who may go on for whom, and tells them', () => {
    const night = evening()
    raise(night)
    night.pass(300)
    const covers = () => view(night.plan, night.state, danceCaptain, night.now).covers
    expect(covers()?.lines).toEqual([])
    night.pass(100)
    expect(night.concern().rung).toBe(4)
    const line = { concern: 1, name: 'Mia', covers: [{ person: 'una', name: 'Una', called: false }] }
    expect(covers()?.lines).toMatchObject([line])
    expect(Object.keys(covers()?.lines[0] ?? {}).sort()).toEqual(['concern', 'covers', 'dueAt', 'name'])
    const call: PresenceCommand = { name: 'cover.call', concern: 1, person: person('una') }
    expect(night.ask(call, danceCaptain).ok).toBe(true)
    expect(covers()?.lines[0]?.covers).toEqual([{ person: 'una', name: 'Una', called: true }])
    expect(view(night.plan, night.state, danceCaptain, night.now).concerns).toBeUndefined()
    for (const viewer of [stageManager, company, moss])
      expect(view(night.plan, night.state, viewer, night.now).covers).toBeUndefined()
  })

  test('CONCERN-32: who steps out is covered for before the dance captain at once', () => {
    const night = evening()
    night.do({ name: 'step.out', person: person('mia'), from: null, wants: null }, phone('mia'))
    expect(view(night.plan, night.state, danceCaptain, night.now).covers?.lines).toMatchObject([
      { name: 'Mia' },
    ])
  })
})
