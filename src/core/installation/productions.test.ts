// One show through new titles and versions, and two of one title apart.

import { expect, test } from 'vitest'
import { id } from '../kit/ids.ts'
import { instant } from '../kit/time.ts'
import type { InstallationCommand } from './commands.ts'
import {
  applyInstallation,
  decideInstallation,
  emptyInstallation,
  type InstallationState,
  type LoggedInstallationEvent,
  theMachine,
} from './installation.ts'
import { ofProduction } from './productions.ts'

const logged = (
  state: InstallationState,
  event: { type: string; body: object },
): LoggedInstallationEvent => ({
  ...{ seq: state.seq + 1, at: instant(1), by: 'sm', type: event.type, v: 1, detail: null },
  // `as`: every body of an event is plain data.
  body: event.body as LoggedInstallationEvent['body'],
})

function after(commands: readonly InstallationCommand[], from = emptyInstallation): InstallationState {
  return commands.reduce((state, command) => {
    const decided = decideInstallation(state, command, theMachine, instant(1))
    expect(decided.ok).toBe(true)
    return (decided.ok ? decided.value : []).reduce(
      (folded, event) => applyInstallation(folded, logged(folded, event)),
      state,
    )
  }, from)
}

const plan = (name: string, title: string, production?: string): InstallationCommand => ({
  ...{ name: 'performance.plan', id: id<'performance'>(name), show: `${title} ${name}`, title },
  ...{ production, edition: null, curtainAt: instant(1) },
})
const rename = (title: string): InstallationCommand => ({ name: 'show.publish', show: `as ${title}`, title })
const next = (name: string, state: InstallationState): InstallationCommand => {
  if (!state.published) throw new Error('a show is published')
  return plan(name, state.published.title, state.published.production)
}
const lines = ({ performances }: InstallationState) =>
  performances.map(({ title, number, production }) => `${title} ${number}: ${production}`)

test('INSTALLATION-30: a show that is renamed keeps its numbers and its nights', () => {
  const two = after([plan('a', 'Working Title'), plan('b', 'Working Title'), rename('The Lamp')])
  const state = after([next('c', two)], two)
  expect(lines(state)).toEqual([
    'Working Title 1: title:Working Title',
    'Working Title 2: title:Working Title',
    'The Lamp 3: title:Working Title',
  ])
  // Also where the version was taken by tonight first, and when a file of either title is opened again.
  const taken = after(
    [{ name: 'performance.revise', performance: id<'performance'>('a'), show: 'as', title: 'New' }],
    after([plan('a', 'Old')]),
  )
  expect(lines(after([plan('b', 'New'), plan('c', 'Old')], taken))).toEqual([
    'New 1: title:Old',
    'New 2: title:Old',
    'Old 3: title:Old',
  ])
})

test('INSTALLATION-30: two shows of one title that were begun apart do not mix, nor with a file that does not say', () => {
  const state = after([
    plan('a', 'Same', 'show:1'),
    plan('b', 'Same', 'show:2'),
    plan('c', 'Same'),
    plan('d', 'Same'),
  ])
  expect(lines(state)).toEqual([
    'Same 1: show:1',
    'Same 1: show:2',
    'Same 1: title:Same',
    'Same 2: title:Same',
  ])
  expect(ofProduction(state.performances, 'show:1').map((one) => one.id)).toEqual(['a'])
})

test('INSTALLATION-30: what was recorded before there were productions hangs together as it did', () => {
  const old = [
    {
      type: 'performance.planned',
      body: { id: 'a', number: 1, show: 's', title: 'A', edition: null, curtainAt: 1 },
    },
    {
      type: 'performance.planned',
      body: { id: 'b', number: 1, show: 's', title: 'B', edition: null, curtainAt: 1 },
    },
    {
      type: 'performance.planned',
      body: { id: 'c', number: 2, show: 's', title: 'A', edition: null, curtainAt: 1 },
    },
    { type: 'show.published', body: { show: 't', title: 'A at last' } },
  ]
  const state = old.reduce(
    (folded, event) => applyInstallation(folded, logged(folded, event)),
    emptyInstallation,
  )
  expect(lines(state)).toEqual(['A 1: title:A', 'B 1: title:B', 'A 2: title:A'])
  expect(lines(after([next('d', state)], state)).at(-1)).toBe('A at last 3: title:A')
})
