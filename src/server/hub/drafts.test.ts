// What is proposed of who plays what: made as the night changes, kept apart from the record, and approved from the screen.

import { expect, onTestFinished, test, vi } from 'vitest'
import { coverShow } from '../../../test/kit/cover-evening.ts'
import { openHouse, type TestHouse, TestScreen } from '../../../test/kit/house.ts'
import { settled, TestClock } from '../../../test/kit/server.ts'
import { id } from '../../core/kit/ids.ts'
import type { AbsencesSection, PlanSection } from '../../core/night/plan-section.ts'
import { noCovers } from '../../core/show/competence.ts'
import type { Show } from '../../core/show/show.ts'
import type { Answer, WireCommand } from '../../wire/messages.ts'
import { SETTLED_MAX } from '../../wire/plan-commands.ts'
import type { DraftSection } from '../../wire/proposed.ts'
import { systemClock } from '../clock/clock.ts'
import { openPlanner } from '../cover/planner.ts'
import { planningBy } from '../cover/planning.ts'
import { emptyShelf } from '../log/memory.ts'
import type { Plans } from './drafts.ts'

/** Nobody's thread: whoever is here does what they know, first come first served. */
const greedily: Plans = () => planningBy(async () => ({ done: 'failed', why: 'no solver here' }))

async function planning(
  plans: Plans = greedily,
  show: Show = coverShow,
): Promise<{
  readonly house: TestHouse
  readonly sam: TestScreen
  readonly dan: TestScreen
  readonly ben: TestScreen
}> {
  const house = await openHouse(emptyShelf(), show, new TestClock(), undefined, plans)
  await house.pair('sam', { roles: ['SM'], person: id<'person'>('sam') })
  await house.pair('dan', { roles: ['DC'], person: id<'person'>('dan') })
  await house.pair('ben', { roles: ['perf'], person: id<'person'>('ben') })
  const [sam, dan, ben] = ['sam', 'dan', 'ben'].map((name) => new TestScreen(house, name).hello())
  if (!sam || !dan || !ben) throw new Error('three screens')
  return { house, sam, dan, ben }
}

const draftOf = ({ sections }: TestScreen) => sections['draft'] as DraftSection | undefined
const planOf = ({ sections }: TestScreen) => sections['plan'] as PlanSection | undefined
const anaIsOut = { name: 'out.say', person: 'ana', word: { as: 'out' }, until: 'tonight' } as const
type Draft = Extract<WireCommand, { name: 'plan.draft' }>
const none = { locks: [], bans: [] }
const draft = (change: Partial<Draft>): Draft => ({
  ...{ name: 'plan.draft', settle: none, free: none, leave: null },
  ...change,
})
const waitFor = (holds: () => boolean) => vi.waitFor(() => expect(holds()).toBe(true), 20_000)
const codeOf = (answer: Answer | null) => (answer && 'refusal' in answer ? answer.refusal.code : 'ok')

const take = (screen: TestScreen, more: object = {}) =>
  screen.press({
    ...{ name: 'plan.take', proposal: draftOf(screen)?.proposal?.id ?? '', why: 'cover', told: [] },
    override: false,
    ...more,
  })

test('COVERING-3: a proposal is made as soon as somebody is out, and again after each lock and ban', async () => {
  const { sam, dan, ben } = await planning()
  expect(draftOf(dan)).toMatchObject({ proposal: null, working: false })
  expect(draftOf(ben)).toBe(undefined)
  await sam.press(anaIsOut)
  await settled()
  const first = draftOf(dan)?.proposal
  expect(first?.cells.map(({ code, person }) => `${code} ${person}`)).toContain('e1 dee')
  const ban = { track: 'e1', item: null, person: 'dee' }
  await dan.press(draft({ settle: { locks: [], bans: [ban] } }))
  await settled()
  expect(draftOf(sam)?.bans).toEqual([ban])
  expect(draftOf(dan)?.proposal?.cells.map(({ person }) => person)).not.toContain('dee')
  expect(codeOf(await ben.press(draft({})))).toBe('not-yours')
  const many = Array.from({ length: SETTLED_MAX - 1 }, (_, at) => ({ ...ban, track: `e${at + 2}` }))
  expect(codeOf(await dan.press(draft({ settle: { locks: [], bans: many } })))).toBe('ok')
  const more = draft({ settle: { locks: [], bans: [{ ...ban, item: 'one' }] } })
  expect(codeOf(await dan.press(more))).toBe('many')
  expect(codeOf(await dan.press({ ...more, free: { locks: [], bans: [ban] } }))).toBe('ok')
})

test('COVERING-31: two who draft at once lose nothing to each other, and what the other settled meanwhile is said', async () => {
  const { sam, dan } = await planning()
  await sam.press(anaIsOut)
  await settled()
  const cell = (item: string, person: string) => ({ track: 'e1', item, person })
  const lock = (item: string, person: string) => draft({ settle: { locks: [cell(item, person)], bans: [] } })
  const ban = (item: string, person: string) => draft({ settle: { locks: [], bans: [cell(item, person)] } })
  // Both see nothing settled when they press, and so does the second key of a quick hand.
  const answers = [dan.press(lock('one', 'dee')), sam.press(ban('two', 'dee')), dan.press(lock('two', 'ben'))]
  expect((await Promise.all(answers)).map(codeOf)).toEqual(['ok', 'ok', 'ok'])
  await settled()
  const both = { locks: [cell('one', 'dee'), cell('two', 'ben')], bans: [cell('two', 'dee')] }
  for (const screen of [sam, dan]) expect(draftOf(screen)).toMatchObject(both)
  const sentence = async (screen: TestScreen, command: Draft) => {
    const answer = await screen.press(command)
    return answer && 'refusal' in answer ? answer.refusal.sentence : 'done'
  }
  expect(await sentence(sam, lock('two', 'dee'))).toBe(
    'e1, two The Lantern was given to Ben meanwhile: look at that first, then say it again.',
  )
  expect(await sentence(sam, ban('two', 'ben'))).toContain('was given to Ben meanwhile')
  const seen = draft({ leave: { track: 'e1', item: 'two' }, free: { locks: [cell('two', 'ben')], bans: [] } })
  expect(await sentence(sam, seen)).toContain('was kept from Dee meanwhile')
  expect(draftOf(sam)).toMatchObject(both)
  // The same again, because its answer was lost, is the same; “nothing” is nothing of what was on the screen.
  expect(await sentence(dan, lock('one', 'dee'))).toBe('done')
  expect(await sentence(dan, draft({ free: { locks: [cell('one', 'dee')], bans: [] } }))).toBe('done')
  await settled()
  expect(draftOf(sam)).toMatchObject({ ...both, locks: [cell('two', 'ben')] })
})

test('COVERING-31: what is said of one number goes before what is said of its whole track', async () => {
  const { sam, dan } = await planning()
  await sam.press(anaIsOut)
  await dan.press(draft({ settle: { locks: [{ track: 'e1', item: null, person: 'dee' }], bans: [] } }))
  await dan.press(draft({ settle: { locks: [{ track: 'e1', item: 'two', person: 'ben' }], bans: [] } }))
  await settled()
  const doers = draftOf(dan)?.proposal?.cells.filter(({ code }) => code === 'e1')
  expect(doers?.map(({ item, person }) => `${item} ${person}`).sort()).toEqual(['0 dee', '1 ben'])
})

test('COVERING-4: approved from the screen; one that was replaced, or is older, is refused and nothing is written', async () => {
  const { house, sam, dan, ben } = await planning()
  await sam.press(anaIsOut)
  await settled()
  const old = draftOf(dan)?.proposal?.id
  expect(codeOf(await take(ben, { proposal: old }))).toBe('not-yours')
  await dan.press(draft({}))
  await settled()
  const seq = house.stage.night()?.owner.state().seq
  expect(codeOf(await take(dan, { proposal: old }))).toBe('older')
  expect(house.stage.night()?.owner.state().seq).toBe(seq)
  expect(codeOf(await take(dan))).toBe('ok')
  await settled()
  expect(planOf(sam)).toMatchObject({ newest: 1, shown: 1 })
  expect(draftOf(dan)?.proposal).toMatchObject({ base: 1, same: true })
})

test('COVERING-12: an approval whose answer was lost is told again that it counted, and counts once', async () => {
  const { house, sam, dan } = await planning()
  await sam.press(anaIsOut)
  await settled()
  const proposal = draftOf(dan)?.proposal?.id ?? ''
  const command: WireCommand = { name: 'plan.take', proposal, why: 'cover', told: [], override: false }
  const first = await dan.press(command, 'press-of-dan-1')
  expect(codeOf(first)).toBe('ok')
  await settled()
  const seq = house.stage.night()?.owner.state().seq
  expect(draftOf(dan)?.proposal?.id).not.toBe(proposal)
  expect(await dan.press(command, 'press-of-dan-1')).toEqual(first)
  expect(house.stage.night()?.owner.state().seq).toBe(seq)
  expect(codeOf(await dan.press(command, 'press-of-dan-2'))).toBe('older')
})

/** Ben knows all of it as well as Dee, and nobody went on before: who goes on is all one. */
const evenShow: Show = {
  ...coverShow,
  covers: {
    ...(coverShow.covers ?? noCovers),
    competences: ['dee', 'eve'].map((name) => ({ person: id(name), track: id('e1'), level: 'performed' })),
  },
  people: [...coverShow.people, { id: id('eve'), name: 'Eve Whole', callName: 'Eve' }],
  obligations: coverShow.obligations.filter(({ track }) => track !== 's1'),
}

test('COVERING-20, COVERING-27: plans that are as good are offered in words, and one is taken over by one press, and kept', async () => {
  const planner = openPlanner({ clock: systemClock })
  onTestFinished(planner.close)
  const { house, sam, dan, ben } = await planning(planner.question, evenShow)
  await sam.press(anaIsOut)
  await waitFor(() => draftOf(dan)?.others !== null)
  const first = draftOf(dan)
  const who = (draft: DraftSection | undefined) => [
    ...new Set(draft?.proposal?.cells.map(({ name }) => name)),
  ]
  expect([...who(first), ...(first?.others?.plans ?? []).map(({ cells }) => cells[0]?.name)].sort()).toEqual([
    'Dee',
    'Eve',
  ])
  expect(first?.others?.complete).toBe(true)
  const [before] = who(first)
  const other = { name: 'plan.other', proposal: first?.proposal?.id ?? '', other: 0 } as const
  expect(codeOf(await ben.press(other))).toBe('not-yours')
  expect(codeOf(await dan.press({ ...other, other: 1 }))).toBe('older')
  expect(codeOf(await dan.press(other))).toBe('ok')
  await settled()
  const taken = draftOf(sam)
  expect([taken?.proposal?.proved, who(taken)]).toEqual([
    true,
    ['Dee', 'Eve'].filter((name) => name !== before),
  ])
  expect(taken?.others?.plans[0]?.cells[0]?.name).toBe(before)
  expect(codeOf(await dan.press(other))).toBe('older')
  expect(codeOf(await take(dan))).toBe('ok')
  await waitFor(() => draftOf(dan)?.proposal?.same === true)
  expect(planOf(sam)?.versions[0]).toMatchObject({ drafted: 'Dan', by: 'Dan' })
  const doers = house.stage
    .night()
    ?.owner.state()
    .covering.versions[0]?.changes.map(({ person }) => person)
  expect([...new Set(doers)]).toEqual([before === 'Dee' ? 'eve' : 'dee'])
}, 30_000)

test('COVERING-21: what a cut would take is asked of one cut at a time, and answered with what it costs', async () => {
  const planner = openPlanner({ clock: systemClock })
  onTestFinished(planner.close)
  const { sam, dan, ben } = await planning(planner.question)
  await sam.press(anaIsOut)
  await sam.press({ name: 'out.say', person: 'ben', word: { as: 'out' }, until: 'tonight' })
  const ban = (item: string) => ({ track: 'e1', item, person: 'dee' })
  await dan.press(draft({ settle: { locks: [], bans: [ban('two')] } }))
  await waitFor(() => draftOf(dan)?.proposal?.cuts.some(({ spot }) => spot === 'e1-two') === true)
  const proposal = draftOf(dan)?.proposal?.id ?? ''
  const ask = { name: 'plan.ask', proposal, cut: 'e1-two' } as const
  expect(codeOf(await ben.press(ask))).toBe('not-yours')
  expect(codeOf(await dan.press({ ...ask, cut: 'nothing' }))).toBe('older')
  expect(codeOf(await dan.press(ask))).toBe('ok')
  await waitFor(() => draftOf(dan)?.asked.some(({ working }) => !working) === true)
  expect(draftOf(sam)?.asked).toEqual([
    {
      ...{ spot: 'e1-two', working: false, price: 'none' },
      takes: [{ kind: 'no ban', name: 'Dee', what: 'e1 two The Lantern', seconds: null }],
    },
  ])
}, 30_000)

test('COVERING-21, OWNER-20: where looking at a cut breaks, its line says that there is no answer, and the place is told', async () => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  onTestFinished(() => told.mockRestore())
  let isBroken = false
  const { sam, dan } = await planning((...asked) => {
    if (isBroken) throw new Error('Mia is out')
    return greedily(...asked)
  })
  await sam.press(anaIsOut)
  await sam.press({ name: 'out.say', person: 'ben', word: { as: 'out' }, until: 'tonight' })
  await dan.press(draft({ settle: { locks: [], bans: [{ track: 'e1', item: 'two', person: 'dee' }] } }))
  await settled()
  isBroken = true
  const proposal = draftOf(dan)?.proposal?.id ?? ''
  expect(codeOf(await dan.press({ name: 'plan.ask', proposal, cut: 'e1-two' }))).toBe('ok')
  await settled()
  expect(draftOf(sam)?.asked).toEqual([{ spot: 'e1-two', working: false, takes: [], price: null }])
  const said = told.mock.calls.map(([text]) => String(text)).join('')
  expect(said).toContain('a mistake of its own')
  expect(said).toContain('drafts')
  expect(said).not.toContain('Mia')
})

test('COVERING-28: where too few are left for what may never be cut, the moment, the spots and the people are named', async () => {
  const never = coverShow.obligations.map((one) =>
    ['e1-one', 'e2-one'].includes(one.id) ? { ...one, droppable: 'essential' as const } : one,
  )
  const { sam, dan } = await planning(greedily, { ...coverShow, obligations: never })
  await sam.press(anaIsOut)
  await sam.press({ name: 'out.say', person: 'ben', word: { as: 'out' }, until: 'tonight' })
  await settled()
  // Dee knows both, and is one.
  expect(draftOf(dan)?.proposal?.short).toMatchObject([
    { item: 'one Item one', spots: ['e1', 'e2'], people: ['Dee'] },
  ])
})

test('COVERING-22: what somebody cannot do is not given to them, and the refusal says why', async () => {
  const { sam, dan } = await planning()
  await sam.press(anaIsOut)
  await settled()
  const give = async (person: string, item: string | null) => {
    const answer = await dan.press(draft({ settle: { locks: [{ track: 'e1', item, person }], bans: [] } }))
    return answer && 'refusal' in answer ? answer.refusal.sentence : 'given'
  }
  expect(await give('cho', 'two')).toContain('Cho is not written down as knowing e1')
  expect(await give('ana', null)).toBe('Ana is out tonight.')
  expect(await give('dee', 'nine')).toContain('not in tonight’s order')
  expect(draftOf(dan)?.locks).toEqual([])
  expect(await give('ben', 'two')).toBe('given')
  // What was given before stays given, whatever became of them since.
  await sam.press({ name: 'out.say', person: 'ben', word: { as: 'out' }, until: 'tonight' })
  expect(await give('ben', 'two')).toBe('given')
})

test('COVERING-3: where planning breaks the night goes on, and those who plan are told', async () => {
  const { sam, dan } = await planning(() => {
    throw new Error('planted')
  })
  expect(codeOf(await sam.press(anaIsOut))).toBe('ok')
  await settled()
  expect(draftOf(dan)).toMatchObject({ proposal: null, working: false })
  expect(draftOf(dan)?.trouble).toContain('Plan by the book')
})

test('COVERING-41: a stand-in is asked about once more while it can be approved, and the better plan takes its place', async () => {
  const planner = openPlanner({ clock: systemClock })
  onTestFinished(planner.close)
  let [asked, lost] = [0, 1]
  const losing: Plans = () => {
    const planning = planner.question()
    return {
      ...planning,
      cover: (night) => {
        asked += 1
        return (asked <= lost ? greedily() : planning).cover(night)
      },
    }
  }
  const { sam, dan } = await planning(losing)
  await sam.press(anaIsOut)
  const standing = () => draftOf(dan)?.proposal
  await waitFor(() => standing()?.fallback === null)
  expect([standing()?.proved, draftOf(dan)?.working, asked]).toEqual([true, false, 2])
  await waitFor(() => draftOf(dan)?.others !== null)
  // Where there is no solver the second time either, the stand-in stays, and nobody asks a third time.
  ;[asked, lost] = [0, 2]
  await sam.press({ name: 'out.say', person: 'cho', word: { as: 'out' }, until: 'tonight' })
  await waitFor(() => asked === 2)
  await settled()
  expect([typeof standing()?.fallback, draftOf(dan)?.working, asked]).toEqual(['string', false, 2])
})

test('COVERING-3: what was asked of a performance that was closed meanwhile is proposed for no other', async () => {
  let answer = () => {}
  const asked = new Promise<void>((resolve) => {
    answer = resolve
  })
  const slowly: Plans = () => {
    const planner = greedily()
    return { ...planner, cover: async (night) => asked.then(() => planner.cover(night)) }
  }
  const { house, sam, dan } = await planning(slowly)
  await sam.press(anaIsOut)
  await sam.press({ name: 'desk.take' })
  await sam.press({ name: 'performance.close' })
  await sam.press({ name: 'performance.next', curtainAt: house.clock.now() + 3_600_000 })
  await settled()
  const before = dan.texts.length
  answer()
  await settled()
  expect(dan.texts.slice(before).join()).not.toContain('"proposal":{')
  expect(draftOf(dan)).toMatchObject({ proposal: null, working: false })
})

test('ABSENCE-6: who is out until they return is out when the next performance opens, and no screen of it has them', async () => {
  const { house, sam, dan } = await planning()
  await sam.press({ ...anaIsOut, until: 'return' })
  await sam.press({ name: 'out.say', person: 'cho', word: { as: 'out' }, until: 'tonight' })
  await sam.press({ name: 'desk.take' })
  await sam.press({ name: 'performance.close' })
  await sam.press({ name: 'performance.next', curtainAt: house.clock.now() + 3_600_000 })
  await settled()
  const lines = (sam.sections['availability'] as AbsencesSection).lines
  expect(lines).toEqual([{ person: 'ana', name: 'Ana', word: { as: 'out' }, until: 'return', carried: true }])
  await house.pair('wing', { roles: ['ASM'], place: id<'place'>('sl1') })
  const wing = new TestScreen(house, 'wing').hello()
  expect(JSON.stringify(wing.sections['side'])).not.toContain('Ana')
  expect(JSON.stringify(wing.sections['due'])).not.toContain('Ana')
  // A plan is proposed from the opening on, and nothing of the night before is in it.
  expect(draftOf(dan)?.proposal?.cells.map(({ before }) => before)).toContain('Ana')
  expect(planOf(dan)).toMatchObject({ newest: 0, versions: [] })
})
