// Who is asked beyond the first round: once somebody commands, of two incidents at once, to a caller who freezes.

import { expect, test } from 'vitest'
import { NOON, only, said, tell, theIncident, told } from '../../../test/kit/incidents.ts'
import type { RoleName } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import { instant } from '../kit/time.ts'
import { ASKED_LINES_MAX, askedSection } from './asked.ts'
import { briefingOf } from './briefing.ts'
import { ANSWER_MS, type Candidate, functionsDue, functionsOf, PROMPT_DESK } from './functions.ts'
import {
  type FunctionName,
  type FunctionStep,
  functionNames,
  type ShowDecision,
  type What,
} from './record.ts'
import { mayReadWhole, TOLD_MS, wholes } from './whole.ts'

const other = id<'incident'>('incident-two')
const person = (name: string) => id<'person'>(`person-${name.toLowerCase()}`)
const somebody = (who: string, parts: Partial<Candidate> = {}): Candidate => ({
  ...{ who, person: person(who), trained: null, near: false, onStageInMs: null, leads: false, calls: false },
  ...parts,
})
const opened: What = { kind: 'opened', place: 'SL1', how: 'hold' }
const at = (seconds: number) => instant(NOON + seconds * 1_000)
const step = (name: FunctionName, step: FunctionStep, who: string, second = 0) =>
  said({ kind: 'function', name, step, who, person: person(who) }, at(second))
const self = (name: string | null, roles: readonly RoleName[] = ['perf']) => ({
  person: name === null ? null : person(name),
  roles,
})
const linesFor = (state: ReturnType<typeof told>, ...who: Parameters<typeof self>) =>
  askedSection([state.incidents], self(...who), at(1)).lines.map(({ name, has }) => [name, has])

test('INCIDENT-62: what one is asked is on one’s own screen and on no other, taken or passed on', () => {
  const state = told([said(opened), step('AED', 'offered', 'Ana'), step('door', 'offered', 'Ben')])
  expect([linesFor(state, 'Ana'), linesFor(state, 'Ben')]).toEqual([[['AED', false]], [['door', false]]])
  expect([linesFor(state, 'Cora'), linesFor(state, null)]).toEqual([[], []])
  const [ana] = askedSection([state.incidents], self('Ana'), at(1)).lines
  const [ben] = askedSection([state.incidents], self('Ben'), at(1)).lines
  expect([ana?.until, ben?.until, ben?.place]).toEqual([null, NOON + ANSWER_MS, 'SL1'])
  const later = tell(state, [step('AED', 'taken', 'Ana', 3), step('door', 'passed-on', 'Ben', 3)])
  expect([linesFor(later, 'Ana'), linesFor(later, 'Ben')]).toEqual([[['AED', true]], []])
  // Passed on by hand it goes on at once.
  const next = functionsDue(only(later), [somebody('Ben'), somebody('Cora')], at(3))
  expect(next.filter(({ name }) => name === 'door')).toMatchObject([{ step: 'offered', who: 'Cora' }])
  expect(linesFor(tell(later, [said({ kind: 'stood-down' })]), 'Ana')).toEqual([])
  expect(askedSection([state.incidents], self('Ana'), at(TOLD_MS / 1_000 + 1)).lines).toEqual([])
})

test('INCIDENT-62: whoever is asked for everything reads six lines, and the next once one of those is passed on', () => {
  const asked = functionNames.slice(0, ASKED_LINES_MAX + 1)
  const state = told([said(opened), ...asked.map((name) => step(name, 'offered', 'Ana'))])
  const first = linesFor(state, 'Ana')
  expect(first).toHaveLength(ASKED_LINES_MAX)
  const [name] = first[0] ?? []
  const passed = tell(state, [step(asked.find((one) => one === name) ?? 'door', 'passed-on', 'Ana', 1)])
  expect(linesFor(passed, 'Ana')).toHaveLength(ASKED_LINES_MAX)
})

test('INCIDENT-62: whoever goes to a frozen caller reads to whom, and the caller reads who comes', () => {
  const people = [somebody('Ana'), somebody('Ben')]
  const frozen = told([said(opened), step('emergency-caller', 'taken', 'Ana')])
  const due = functionsDue(only(frozen), people, at(20)).filter(({ name }) => name === 'emergency-caller')
  expect(due).toMatchObject([{ step: 'offered', who: 'Ben', person: person('Ben') }])
  const state = tell(frozen, [step('emergency-caller', 'offered', 'Ben', 20)])
  const line = (name: string) => askedSection([state.incidents], self(name), at(21)).lines[0]
  expect([line('Ben')?.goTo, line('Ana')?.comes]).toEqual([['Ana'], ['Ben']])
})

test('INCIDENT-62: where nobody is known to call, the desk is asked, and no other screen', () => {
  const state = told([
    said(opened),
    said({ kind: 'function', name: 'show-hold', step: 'offered', who: PROMPT_DESK }),
  ])
  expect(linesFor(state, null, ['caller', 'SM'])).toEqual([['show-hold', false]])
  expect([linesFor(state, null, ['SM']), linesFor(state, 'Ana')]).toEqual([[], []])
})

test('INCIDENT-85: while the show stands nobody is asked to see to that, and once it goes on it is open again', () => {
  const people = [somebody('Ana', { calls: true })]
  const isAsked = (state: ReturnType<typeof told>, showStands: boolean) =>
    functionsDue(only(state), people, at(9), { showStands }).some(({ name }) => name === 'show-hold')
  const raised = told([said(opened)])
  expect([isAsked(raised, true), isAsked(raised, false)]).toEqual([false, true])
  const asked = tell(raised, [step('show-hold', 'offered', 'Ana', 1)])
  const show = (decision: ShowDecision, second: number) =>
    said({ kind: 'show', decision, where: 'Act 1' }, at(second))
  const isOpen = (state: ReturnType<typeof told>) =>
    briefingOf(only(state).records).open.includes('show-hold')
  const held = tell(asked, [show('goes-on', 1), show('held', 2)])
  expect([linesFor(asked, 'Ana'), linesFor(held, 'Ana')]).toEqual([[['show-hold', false]], []])
  expect([isOpen(asked), isOpen(held)]).toEqual([true, false])
  // The commander asking for a hold is no hold, and no end of one.
  const resumed = tell(held, [show('asked-to-hold', 3)])
  expect([isOpen(resumed), isOpen(tell(resumed, [show('resumed', 4)]))]).toEqual([false, true])
  // Whoever took it keeps it.
  expect(linesFor(tell(held, [step('show-hold', 'taken', 'Ana', 3)]), 'Ana')).toEqual([['show-hold', true]])
})

test('INCIDENT-63: scribe and family are asked for once somebody commands, and who could command is kept for that', () => {
  const people = [
    somebody('Ana', { leads: true, near: true }),
    somebody('Ben', { leads: true }),
    ...['Cora', 'Dov', 'Eli', 'Fay', 'Gil', 'Hal', 'Ira', 'Jo'].map((who) => somebody(who)),
  ]
  const first = functionsDue(only(told([said(opened)])), people, at(0))
  const whom = (name: FunctionName, of = first) => of.find((one) => one.name === name)?.who
  expect([whom('commander'), whom('scribe'), whom('family-contact')]).toEqual(['Ana', undefined, undefined])
  expect(['Ana', 'Ben']).not.toContain(whom('door'))
  const commanded = told([said(opened), step('commander', 'taken', 'Ana')])
  const second = functionsDue(only(commanded), people, at(1))
  expect(whom('family-contact', second)).toBe('Ben')
  expect(whom('scribe', second)).toBeDefined()
})

test('INCIDENT-64: two that are said to be the same are asked for once; who is busy elsewhere comes last', () => {
  const two = told([said(opened), said(opened, NOON + 5_000, { incident: other })])
  expect(wholes(two.incidents)).toHaveLength(2)
  const joined = tell(two, [said({ kind: 'same-as', incident: other })])
  expect(wholes(joined.incidents).map(({ id, records }) => [id, records.length])).toEqual([[theIncident, 3]])
  const people = [somebody('Ana'), somebody('Ben')]
  const [first] = two.incidents
  if (!first) throw new Error('raised')
  const door = (elsewhere: readonly string[]) =>
    functionsDue(first, people, at(0), { elsewhere: new Set(elsewhere) }).find(
      ({ name }) => name === 'emergency-caller',
    )?.who
  expect([door([]), door(['Ana']), door(['Ana', 'Ben'])]).toEqual(['Ana', 'Ben', 'Ana'])
})

test('INCIDENT-65: command goes on to one other with a briefing that is the record and nothing else', () => {
  const state = told([
    said(opened),
    said({ kind: 'known', bound: 'found', witness: 'Jo', doing: 'going in' }, NOON + 1_000),
    step('commander', 'taken', 'Ana', 2),
    step('door', 'taken', 'Ben', 3),
    said({ kind: 'done', deed: 'shock' }, NOON + 9_000),
    said({ kind: 'done', deed: 'shock' }, NOON + 99_000),
    said({ kind: 'show', decision: 'held', where: 'Act 1' }, NOON + 20_000),
  ])
  const passed = tell(state, [
    said(
      { kind: 'command-passed', to: 'Cora', text: 'Keep the dock clear', person: person('Cora') },
      NOON + 120_000,
    ),
  ])
  const { records } = only(passed)
  expect(functionsOf(records).find(({ name }) => name === 'commander')?.holders).toEqual([
    { who: 'Cora', at: NOON + 120_000, byVoice: false, person: person('Cora') },
  ])
  expect(briefingOf(records)).toMatchObject({
    place: 'SL1',
    at: NOON,
    show: { decision: 'held', at: NOON + 20_000 },
    known: [{ bound: 'found', at: NOON + 1_000, witness: 'Jo' }],
    done: [{ deed: 'shock', at: NOON + 99_000, times: 2 }],
    words: 'Keep the dock clear',
  })
  expect(briefingOf(records).open).toContain('AED')
  expect(briefingOf(only(told([said(opened)])).records).has).toEqual([])
})

test('INCIDENT-66: the whole is for who was asked, who wrote, the desk and the company manager, and for nobody else', () => {
  const state = told([said(opened), step('AED', 'offered', 'Ana')], { device: 'device-left' })
  const viewer = (roles: readonly RoleName[], name: string | null, device = 'device-far') => ({
    ...{ device: id<'device'>(device), roles, person: name === null ? null : person(name) },
    ...{ department: null, place: null },
  })
  const may = (...who: Parameters<typeof viewer>) => mayReadWhole(viewer(...who), only(state))
  expect([may(['perf'], 'Ana'), may(['caller'], null), may(['SM'], null), may(['CM'], null)]).toEqual(
    Array.from({ length: 4 }, () => true),
  )
  expect(may(['ASM'], null, 'device-left')).toBe(true)
  expect([may(['perf'], 'Ben'), may(['dir'], 'Ben'), may(['ASM'], null), may(['FOH'], 'Ben')]).toEqual(
    Array.from({ length: 4 }, () => false),
  )
  for (const role of ['kiosk', 'callboard', 'admin'] as const)
    expect(may([role], 'Ana', 'device-left')).toBe(false)
})
