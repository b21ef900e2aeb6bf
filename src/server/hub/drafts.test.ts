// What is proposed of who plays what: made as the night changes, kept apart from the record, and approved from the screen.

import { expect, test } from 'vitest'
import { coverShow } from '../../../test/kit/cover-evening.ts'
import { openHouse, type TestHouse, TestScreen } from '../../../test/kit/house.ts'
import { settled, TestClock } from '../../../test/kit/server.ts'
import { id } from '../../core/kit/ids.ts'
import type { AbsencesSection, PlanSection } from '../../core/night/plan-section.ts'
import type { Answer, WireCommand } from '../../wire/messages.ts'
import { SETTLED_MAX } from '../../wire/plan-commands.ts'
import type { DraftSection } from '../../wire/proposed.ts'
import { coverTonight } from '../cover/cover.ts'
import { emptyShelf } from '../log/memory.ts'
import type { Plans } from './drafts.ts'

/** Nobody's thread: whoever is here does what they know, first come first served. */
const greedily: Plans = (night) =>
  coverTonight(night, async () => ({ done: 'failed', why: 'no solver here' }))

async function planning(plans: Plans = greedily): Promise<{
  readonly house: TestHouse
  readonly sam: TestScreen
  readonly dan: TestScreen
  readonly ben: TestScreen
}> {
  const house = await openHouse(emptyShelf(), coverShow, new TestClock(), undefined, plans)
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
  await dan.press({ name: 'plan.draft', locks: [], bans: [ban] })
  await settled()
  expect(draftOf(sam)?.bans).toEqual([ban])
  expect(draftOf(dan)?.proposal?.cells.map(({ person }) => person)).not.toContain('dee')
  expect(codeOf(await ben.press({ name: 'plan.draft', locks: [], bans: [] }))).toBe('not-yours')
  const many = Array.from({ length: SETTLED_MAX + 1 }, () => ban)
  expect(codeOf(await dan.press({ name: 'plan.draft', locks: many, bans: [] }))).toBe('many')
  expect(codeOf(await dan.press({ name: 'plan.draft', locks: many.slice(1), bans: [] }))).toBe('ok')
})

test('COVERING-4: approved from the screen; one that was replaced, or is older, is refused and nothing is written', async () => {
  const { house, sam, dan, ben } = await planning()
  await sam.press(anaIsOut)
  await settled()
  const old = draftOf(dan)?.proposal?.id
  expect(codeOf(await take(ben, { proposal: old }))).toBe('not-yours')
  await dan.press({ name: 'plan.draft', locks: [], bans: [] })
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

test('COVERING-3: where planning breaks the night goes on, and those who plan are told', async () => {
  const { sam, dan } = await planning(async () => {
    throw new Error('planted')
  })
  expect(codeOf(await sam.press(anaIsOut))).toBe('ok')
  await settled()
  expect(draftOf(dan)).toMatchObject({ proposal: null, working: false })
  expect(draftOf(dan)?.trouble).toContain('Plan by the book')
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
