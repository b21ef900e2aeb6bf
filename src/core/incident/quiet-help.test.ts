// Help asked for without a sound: who is told of it, what ends it, and how much of it there can be.

import { expect, test } from 'vitest'
import { aViewer, codeOf } from '../../../test/kit/nights.ts'
import { type RoleName, roleNames, type Viewer } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import { type Instant, instant } from '../kit/time.ts'
import {
  applyQuiet,
  decideQuiet,
  GOING_MAX,
  LAIN_MS_MAX,
  noQuietHelp,
  OPEN_OF_DEVICE_MAX,
  OVER_SHOWN_MS,
  ownQuiet,
  QUIET_LINES_MAX,
  QUIET_MAX,
  type QuietCommand,
  type QuietHelps,
  quietSection,
  STRANGERS_QUIET_MAX,
} from './quiet-help.ts'
import { STRANGER } from './record.ts'

const told: readonly RoleName[] = ['caller', 'SM', 'CM', 'FOH']
const at = (role: RoleName, device: string = role): Viewer => ({
  ...aViewer(role),
  device: id<'device'>(device),
})

class House {
  state: QuietHelps = noQuietHelp
  now: Instant = instant(100_000_000)
  erases = false

  #do(command: QuietCommand, by: Viewer) {
    const decision = decideQuiet(this.state, command, { at: this.now, by })
    for (const event of decision.ok ? decision.value : []) {
      const { type, body, detail } = event
      this.state = applyQuiet(this.state, { type, body, at: this.now, detail: this.erases ? null : detail })
    }
    return codeOf(decision)
  }
  ask(
    name: string,
    {
      device = 'phone',
      place = 'DR4',
      lainMs = 0,
    }: { device?: string; place?: string | null; lainMs?: number } = {},
  ) {
    const author = { device, person: null }
    return this.#do(
      { name: 'quiet-help.ask', id: name, lainMs, place, by: 'Mia', author },
      at('perf', device),
    )
  }
  answer(name: string, word: 'going' | 'over', role: RoleName, device: string = role) {
    const author = { device, person: null }
    return this.#do(
      { name: 'quiet-help.answer', id: name, word, who: `the ${device}`, author },
      at(role, device),
    )
  }
  lines(role: RoleName, device?: string) {
    return quietSection(this.state, at(role, device), this.now)?.lines
  }
}

test('QUIET-5: whoever can go is told, front of house without whose device it was; nobody else, and not the device that asked', () => {
  const house = new House()
  for (const role of roleNames)
    expect([role, quietSection(house.state, at(role), house.now)]).toEqual([
      role,
      told.includes(role) ? { lines: [], more: 0 } : null,
    ])
  house.ask('first')
  for (const role of roleNames)
    expect([role, house.lines(role)?.map(({ place, by }) => [place, by])]).toEqual([
      role,
      told.includes(role) ? [['DR4', role === 'FOH' ? null : 'Mia']] : undefined,
    ])
  for (const role of told) expect(house.lines(role, 'phone')).toEqual([])
  house.ask('nowhere', { place: null })
  expect(house.lines('FOH')?.map(({ place, by }) => [place, by])).toContainEqual([null, 'Mia'])
})

test('QUIET-7: over it is once somebody went, by a name the others read for ten minutes; and “I go” opens it again', () => {
  const house = new House()
  house.ask('first')
  expect(house.answer('first', 'over', 'SM')).toBe('nobody-went')
  expect(house.answer('first', 'going', 'FOH')).toBe('ok')
  expect(house.answer('first', 'going', 'FOH')).toBe('ok')
  expect(house.lines('SM')).toMatchObject([{ going: ['the FOH'], mine: false, over: null }])
  expect(house.lines('FOH')).toMatchObject([{ mine: true }])
  expect(house.answer('first', 'over', 'SM')).toBe('ok')
  house.now = instant(house.now + OVER_SHOWN_MS - 1)
  expect(house.lines('CM')).toMatchObject([{ over: { who: 'the SM' } }])
  expect(house.answer('first', 'going', 'CM')).toBe('ok')
  expect(house.lines('SM')).toMatchObject([{ over: null, going: ['the FOH', 'the CM'] }])
  house.answer('first', 'over', 'CM')
  house.now = instant(house.now + OVER_SHOWN_MS)
  expect(house.lines('SM')).toEqual([])
})

test('QUIET-4, QUIET-8: the device that asked ends nothing, and whoever may not answer is told the same of what there is not', () => {
  const house = new House()
  house.ask('first')
  for (const role of roleNames.filter((one) => !told.includes(one)))
    for (const word of ['going', 'over'] as const)
      expect([role, house.answer('first', word, role), house.answer('none', word, role)]).toEqual([
        role,
        'not-yours',
        'not-yours',
      ])
  expect(house.answer('first', 'going', 'CM')).toBe('ok')
  // It may be a stage manager's own phone that is held by somebody else.
  for (const role of told)
    expect([role, house.answer('first', 'over', role, 'phone')]).toEqual([role, 'no-such'])
  expect(house.answer('none', 'over', 'SM')).toBe('no-such')
  expect(house.lines('SM')).toMatchObject([{ over: null }])
})

test('QUIET-3: asked again it is one; and it counts from when it was pressed, whatever the clock of the device says', () => {
  const house = new House()
  for (const lainMs of [60_000, 70_000]) expect(house.ask('first', { lainMs })).toBe('ok')
  expect(house.lines('SM')).toMatchObject([{ at: house.now - 60_000 }])
  house.ask('ahead', { lainMs: -5_000 })
  house.ask('long', { lainMs: Number.MAX_SAFE_INTEGER })
  expect(house.lines('SM')?.map((one) => house.now - one.at)).toEqual([0, 60_000, LAIN_MS_MAX])
})

test('QUIET-2: the device that asked learns how far it has come and nothing else; another one nothing by its id', () => {
  const house = new House()
  house.ask('first')
  const own = (device: string) => ownQuiet(house.state, 'first', device)
  expect([own('phone'), own('other')]).toEqual(['kept', null])
  house.answer('first', 'going', 'SM')
  expect(own('phone')).toBe('going')
  house.answer('first', 'over', 'SM')
  expect(own('phone')).toBe('over')
})

test('QUIET-9: three open of one device, a hundred of strangers, three hundred in all, eight on a screen; one more is refused', () => {
  const house = new House()
  for (let one = 0; one < OPEN_OF_DEVICE_MAX; one += 1) expect(house.ask(`own-${one}`)).toBe('ok')
  expect(house.ask('own-more')).toBe('asked-already')
  const device = (one: number) => `${STRANGER}${one}`
  for (let one = 0; one < STRANGERS_QUIET_MAX; one += 1)
    expect(house.ask(`stranger-${one}`, { device: device(one) })).toBe('ok')
  expect(house.ask('stranger-more', { device: device(999) })).toBe('full')
  // The house's own stand first, however many strangers shout after them.
  const section = quietSection(house.state, at('SM'), house.now)
  expect(section?.lines.filter((line) => line.id.startsWith('own'))).toHaveLength(OPEN_OF_DEVICE_MAX)
  expect([section?.lines.length, section?.more]).toEqual([
    QUIET_LINES_MAX,
    OPEN_OF_DEVICE_MAX + STRANGERS_QUIET_MAX - QUIET_LINES_MAX,
  ])
  for (let one = house.state.all.length; one < QUIET_MAX; one += 1)
    house.ask(`more-${one}`, { device: `d${one}` })
  expect([house.state.all.length, house.ask('last', { device: 'last' })]).toEqual([QUIET_MAX, 'full'])
  for (let one = 0; one <= GOING_MAX; one += 1) house.answer('own-0', 'going', 'CM', `cm-${one}`)
  expect(house.state.all.find((one) => one.id === 'own-0')?.going).toHaveLength(GOING_MAX)
})

test('QUIET-10: with its personal part erased it stays that help was asked for and when, and nothing of where or by whom', () => {
  const house = new House()
  house.erases = true
  house.ask('first')
  house.answer('first', 'going', 'SM')
  expect(house.lines('CM')).toMatchObject([{ at: house.now, place: null, by: null, going: ['(erased)'] }])
})
