// Who plays which part, for the public: by country, only of what is shown, and which board, slip or voice had it when.

import { expect, test } from 'vitest'
import {
  approve,
  coverShow,
  dan,
  deeForAna,
  gives,
  isOut,
  may,
  phoneOf,
  sam,
} from '../../../test/kit/cover-evening.ts'
import { aViewer, codeOf, nightOf } from '../../../test/kit/nights.ts'
import { ANNOUNCED_MAX, castChannels } from '../covering/covering.ts'
import { id } from '../kit/ids.ts'
import { inARow } from '../kit/in-a-row.ts'
import type { Country, Show } from '../show/show.ts'
import { sheetIdsFor, sheetsFor } from './sheets.ts'
import { view } from './view.ts'

const withPart = (country: Country): Show => ({
  ...{ ...coverShow, country },
  roles: [{ id: id('mara'), name: 'Mara' }],
  tracks: coverShow.tracks.map((track) => (track.id === 'e1' ? { ...track, roles: [id('mara')] } : track)),
})
const evening = (country: Country = 'GB') => nightOf(withPart(country)).open().do(isOut('ana'), sam)
const plan = approve([...deeForAna, gives('s1-three', 'dee')])
const house = aViewer('FOH')
const corridor = aViewer('callboard')
const says = (used: boolean, version = 1) =>
  ({ name: 'plan.announce', version, channel: 'board', used }) as const

test('COVERING-24: what is hung up is in the words of the country, for the boards, and nothing before it is shown', () => {
  const night = evening()
  const boardOf = (by: typeof house) => view(night.plan, night.state, by, night.now).castBoard
  expect(boardOf(corridor)?.lines).toEqual([])
  night.do(plan, dan)
  const line = 'At this performance the part of Mara will be played by Dee Whole.'
  for (const by of [house, corridor, may, sam]) expect(boardOf(by)?.lines).toEqual([line])
  expect(boardOf(phoneOf('ben'))).toBe(undefined)
  const american = evening('US').do(plan, dan)
  expect(view(american.plan, american.state, house, american.now).castBoard).toMatchObject({
    lines: ['At this performance the role of Mara will be played by Dee Whole.'],
    usual: 2,
  })
  expect([inARow(['Ana', 'Ben', 'Cho']), inARow(['Ana', 'Ben', 'Cho'], true)]).toEqual([
    'Ana, Ben and Cho',
    'Ana, Ben, and Cho',
  ])
  // Ben loses a number, and nobody has told him: nothing hangs anywhere.
  const waits = evening().do(approve([...deeForAna, gives('e2-three', null)]), dan)
  expect(view(waits.plan, waits.state, corridor, waits.now).castBoard?.lines).toEqual([])
  expect(codeOf(waits.ask(says(true), house))).toBe('no-plan')
})

test('COVERING-24: which of board, slip and announcement was used stands with when and by whom, and can be taken back', () => {
  const night = evening().do(plan, dan)
  const used = (by: typeof house) => view(night.plan, night.state, by, night.now).castBoard?.used
  expect(codeOf(night.ask(says(true), phoneOf('ben')))).toBe('not-yours')
  expect(codeOf(night.ask(says(false), house))).toBe('same')
  night.do(says(true), sam)
  expect(used(house)).toEqual([{ channel: 'board', by: 'Sam', at: night.now }])
  expect(used(corridor)).toEqual([])
  expect(codeOf(night.ask(says(true), house))).toBe('same')
  night.do(says(false), house)
  expect(used(house)).toEqual([])
  const { state } = night
  const full = Array.from({ length: ANNOUNCED_MAX }, () => ({
    ...{ version: 2, channel: castChannels[1], by: 'sam', at: night.now },
  }))
  night.state = { ...state, covering: { ...state.covering, announced: full } }
  expect(codeOf(night.ask(says(true), house))).toBe('many')
})

test('PAPER-20: the cast board is a sheet of its own, for whoever hangs it up and for nobody before it is shown', () => {
  const night = evening()
  const sheets = (by: typeof house) => sheetIdsFor(night.plan, night.state, by, null)
  expect(sheets(sam)).not.toContain('cast:board')
  night.do(plan, dan)
  for (const by of [sam, house, may]) expect(sheets(by)).toContain('cast:board')
  expect(sheets(phoneOf('ben'))).not.toContain('cast:board')
  const [sheet] = sheetsFor(night.plan, night.state, sam, { asked: ['cast:board'], now: night.now })
  expect(JSON.stringify(sheet?.blocks)).toContain('played by Dee Whole')
})
