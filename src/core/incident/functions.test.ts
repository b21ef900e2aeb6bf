// Who does what, second by second: twenty seconds and the next, and nobody who must go on.

import { expect, test } from 'vitest'
import { NOON, only, said, tell, told } from '../../../test/kit/incidents.ts'
import { instant } from '../kit/time.ts'
import {
  ANSWER_MS,
  type Candidate,
  candidatesFor,
  functionsDue,
  functionsDueAt,
  functionsOf,
  ON_STAGE_SOON_MS,
  WIDE_MAX,
} from './functions.ts'
import type { FunctionName, FunctionStep, What } from './record.ts'

const somebody = (who: string, parts: Partial<Candidate> = {}): Candidate => ({
  ...{ who, trained: null, near: false, onStageInMs: null, leads: false, calls: false },
  ...parts,
})
const opened: What = { kind: 'opened', place: null, how: 'hold' }
const step = (name: FunctionName, step: FunctionStep, who: string, at = NOON) =>
  said({ kind: 'function', name, step, who }, at)
const at = (seconds: number) => instant(NOON + seconds * 1_000)
const lineOf = (state: ReturnType<typeof told>, name: FunctionName) =>
  functionsOf(only(state).records).find((line) => line.name === name)

/** What is due is written down at once, as the house does. */
function pass(state: ReturnType<typeof told>, people: readonly Candidate[], second: number) {
  const due = functionsDue(only(state), people, at(second))
  return tell(
    state,
    due.map((one) => step(one.name, one.step, one.who, at(second))),
  )
}

test('INCIDENT-8: offered, and after twenty seconds passed on, until nobody is left; asked again nothing more is due', () => {
  const people = ['Ana', 'Ben', 'Cora'].map((who) => somebody(who))
  let state = told([said(opened)])
  const asked: string[][] = []
  for (let second = 0; second <= 100; second += 1) {
    state = pass(state, people, second)
    expect(functionsDue(only(state), people, at(second))).toEqual([])
    asked.push([...(lineOf(state, 'door')?.asked ?? [])])
  }
  const first = asked[0]?.[0]
  expect(asked[19]).toEqual([first])
  expect(asked[20]).toHaveLength(2)
  expect(asked[40]).toHaveLength(3)
  // The last one asked stays asked: it is for voices now.
  expect(new Set(asked[100])).toEqual(new Set(['Ana', 'Ben', 'Cora']))
  expect(lineOf(state, 'door')?.offered).toHaveLength(1)
})

test('INCIDENT-8: taken within the twenty seconds it stays, and after standing down nothing is asked', () => {
  const people = ['Ana', 'Ben', 'Cora', 'Dov', 'Eli', 'Fay', 'Gil', 'Hal', 'Ira'].map((who) => somebody(who))
  let state = pass(told([said(opened)]), people, 0)
  const holder = lineOf(state, 'door')?.offered[0]?.who ?? ''
  expect(functionsDueAt(only(state))).toBe(NOON + ANSWER_MS)
  state = tell(state, [step('door', 'taken', holder, at(19))])
  expect(functionsDue(only(state), people, at(30)).filter(({ name }) => name === 'door')).toEqual([])
  expect(lineOf(state, 'door')?.holders.map(({ who }) => who)).toEqual([holder])
  state = tell(state, [said({ kind: 'stood-down' }, at(31))])
  expect([functionsDue(only(state), people, at(90)), functionsDueAt(only(state))]).toEqual([[], null])
})

test('INCIDENT-9: all who could are asked to treat, up to six, and none is let go for slowness', () => {
  const people = Array.from({ length: 9 }, (_each, index) => somebody(`P${index}`, { trained: index < 7 }))
  let state = pass(told([said(opened)]), people, 0)
  expect(lineOf(state, 'first-aid')?.offered).toHaveLength(WIDE_MAX)
  for (let second = 1; second < 60; second += 1) state = pass(state, people, second)
  expect(lineOf(state, 'first-aid')?.offered).toHaveLength(WIDE_MAX)
  const three = pass(told([said(opened)]), people.slice(0, 3), 0)
  const wider = pass(three, people.slice(0, 5), 1)
  expect([lineOf(three, 'AED')?.asked.length, lineOf(wider, 'AED')?.asked.length]).toEqual([3, 5])
})

test('INCIDENT-10: nobody due on stage, nor who calls; trained first, and expired is not trained', () => {
  const people = [
    somebody('On soon', { trained: true, near: true, onStageInMs: ON_STAGE_SOON_MS }),
    somebody('Far', { trained: true, onStageInMs: ON_STAGE_SOON_MS + 1 }),
    somebody('Near', { trained: true, near: true }),
    somebody('Expired', { trained: false, near: true }),
    somebody('Untold', { near: true }),
    somebody('Calls', { trained: true, near: true, calls: true }),
  ]
  const names = (name: FunctionName) => candidatesFor(name, people).map(({ who }) => who)
  expect(names('first-aid')).toEqual(['Near', 'Far', 'Untold'])
  // Whoever treats is not sent to the door while somebody else can go.
  expect(names('door').slice(0, 2)).toEqual(['Expired', 'Untold'])
  expect(names('show-hold')).toEqual(['Calls'])
  expect(candidatesFor('commander', [...people, somebody('SM', { leads: true })])[0]?.who).toBe('SM')
  // Where nobody has said who is trained, everybody is asked.
  expect(candidatesFor('first-aid', [somebody('Ana'), somebody('Ben', { trained: false })])).toHaveLength(2)
})

test('INCIDENT-11: an emergency caller who is not connected keeps the call, another is sent, and two are two', () => {
  const people = Array.from({ length: 12 }, (_each, index) => somebody(`P${String(index).padStart(2, '0')}`))
  let state = pass(told([said(opened)]), people, 0)
  const first = lineOf(state, 'emergency-caller')?.offered[0]?.who ?? ''
  state = tell(state, [step('emergency-caller', 'taken', first, at(5))])
  expect(functionsDueAt(only(state))).toBe(NOON + ANSWER_MS)
  state = pass(state, people, 24)
  expect(lineOf(state, 'emergency-caller')?.offered).toEqual([])
  state = pass(state, people, 25)
  const line = lineOf(state, 'emergency-caller')
  expect(line?.holders.map(({ who }) => who)).toEqual([first])
  const second = line?.offered[0]?.who ?? ''
  expect(second).not.toBe(first)
  const both = tell(state, [step('emergency-caller', 'taken', second, at(30))])
  expect(lineOf(both, 'emergency-caller')?.holders.map(({ who }) => who)).toEqual([first, second])
  const connected = tell(both, [said({ kind: 'done', deed: 'connected' }, at(35))])
  expect(
    functionsDue(only(connected), people, at(99)).filter(({ name }) => name === 'emergency-caller'),
  ).toEqual([])
})

test('INCIDENT-12: told by voice holds; given up is free again; staying and shielding are asked for at once', () => {
  const people = Array.from({ length: 12 }, (_each, index) => somebody(`P${index}`))
  const first = pass(told([said(opened)]), people, 0)
  for (const name of ['stays-with', 'clears-and-shields'] as const)
    expect(lineOf(first, name)?.offered).toHaveLength(1)
  const state = tell(first, [step('stays-with', 'told-by-voice', 'A visitor', at(2))])
  expect(lineOf(state, 'stays-with')?.holders).toEqual([{ who: 'A visitor', at: at(2), byVoice: true }])
  const free = tell(state, [step('stays-with', 'given-up', 'A visitor', at(9))])
  expect(lineOf(free, 'stays-with')?.holders).toEqual([])
})
