// What stands on tonight's sheets, who gets which, and when an old copy is old.

import { expect, test } from 'vitest'
import { aViewer, nightOf, type TestNight, theCaller, theSM } from '../../../test/kit/nights.ts'
import { paperShow } from '../../../test/kit/paper-show.ts'
import { emptyShow } from '../../../test/kit/shows.ts'
import type { Viewer } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import { PRINTS_MAX } from '../paperwork/printed.ts'
import { POINT_COLUMNS_MAX } from '../paperwork/sheets/roll-call.ts'
import type { Block, ReadySheet } from '../paperwork/sheets/sheet.ts'
import { noSafety } from '../show/safety.ts'
import { sheetsFor } from './sheets.ts'
import { view } from './view.ts'

const opened = () => nightOf(paperShow()).open()

const sheets = (night: TestNight, viewer: Viewer = theCaller, asked: readonly string[] | null = null) =>
  sheetsFor(night.plan, night.state, viewer, { asked, now: night.now })
const sheet = (night: TestNight, name: string): ReadySheet => {
  const [found] = sheets(night, theCaller, [name])
  if (!found) throw new Error(`there is a sheet ${name}`)
  return found
}
const tables = ({ blocks }: ReadySheet) => blocks.filter((block) => block.kind === 'table')
const cells = (one: ReadySheet): readonly string[] => tables(one).flatMap(({ rows }) => rows.flat())
const printNow = (night: TestNight, by: Viewer = theSM) =>
  night.ask(
    { name: 'sheets.print', sheets: sheets(night).map((one) => ({ sheet: one.id, print: one.print })) },
    by,
  )
const changed = (night: TestNight) =>
  view(night.plan, night.state, theSM)
    .printed?.sheets.filter((one) => one.changed)
    .map((one) => one.id)

test('PAPER-1: the roll and the closing sheet have everybody once, and empty columns for the pencil', () => {
  const night = opened()
  const { people } = night.plan.show
  for (const name of ['roll', 'closing']) {
    const names = tables(sheet(night, name))
      .filter(({ heading }) => heading !== 'Visitors' && heading !== 'Last sweep')
      .flatMap(({ rows }) => rows.map(([first]) => first))
    expect([...names].sort()).toEqual(people.map((one) => one.name).sort())
    const { columns } = tables(sheet(night, name))[0] ?? { columns: [] }
    expect(columns.filter((column) => column.pencil).length).toBe(3)
  }
  const apart = tables(sheet(night, 'roll')).find(({ heading }) => heading === 'Children and chaperones')
  expect(apart?.rows.map(([name]) => name)).toEqual(['Dilys Prydderch', 'Ffion Prydderch-Æsgård'])
  const visitors = tables(sheet(night, 'roll')).find(({ heading }) => heading === 'Visitors')
  expect(visitors?.rows.length).toBe(8)
  expect(visitors?.rows.flat()).toEqual([])
})

test('PAPER-19: the roll call list has a column for each point, everybody once, and the count of the public', () => {
  const withPoints = (count: number) => {
    const show = paperShow()
    const points = Array.from({ length: count }, (_, index) => ({ place: `Point ${index + 1}` }))
    return nightOf({ ...show, venue: { ...show.venue, safety: { ...noSafety, points } } }).open()
  }
  const night = withPoints(2)
  night.do({ name: 'sign.in', person: id<'person'>('person-0') }, theSM)
  night.do({ name: 'audience.count', count: 412 }, theSM)
  const list = sheet(night, 'roll-call')
  const [first] = tables(list)
  expect(first?.columns.map(({ head }) => head)).toEqual(['Name', 'As', 'In', 'Point 1', 'Point 2', 'Needs'])
  const others = [
    'Visitors, and whoever is on no list',
    'Front of house’s count',
    'Swept, and nobody found (that is not seen)',
  ]
  const named = tables(list).filter(({ heading }) => !others.includes(heading))
  const rows = named.flatMap((one) => one.rows)
  expect(rows.map(([name]) => name).sort()).toEqual(night.plan.show.people.map(({ name }) => name).sort())
  expect(rows.find(([name]) => name === 'Łucja Żółkiewska')?.[2]).toMatch(/^\d\d:\d\d$/)
  expect(rows.filter(([, , at]) => at !== '').length).toBe(1)
  expect(tables(list).find(({ heading }) => heading === others[1])?.rows[0]).toEqual(['Counted in', '412'])
  // Four fit on the paper; the rest is named above them. Without any the heads are written in by hand.
  const many = sheet(withPoints(6), 'roll-call')
  expect(tables(many)[0]?.columns.filter(({ head }) => head.startsWith('Point')).length).toBe(
    POINT_COLUMNS_MAX,
  )
  expect(JSON.stringify(many.blocks)).toContain('Further points, written in by hand: Point 5, Point 6.')
  expect(JSON.stringify(sheet(opened(), 'roll-call').blocks)).toContain('No assembly point is written down')
})

test('PAPER-1: once somebody signed in the roll has the time, and the closing sheet those who are left', () => {
  const night = opened()
  for (const person of ['person-0', 'person-1'])
    night.do({ name: 'sign.in', person: id<'person'>(person) }, theSM)
  night.wait(60_000).do({ name: 'sign.out', who: { person: id<'person'>('person-1') } }, theSM)
  const row = (name: string) =>
    tables(sheet(night, 'roll'))
      .flatMap(({ rows }) => rows)
      .find(([first]) => first === name)
  expect(row('Łucja Żółkiewska')?.slice(2)).toEqual(['19:00', '', ''])
  expect(row('Ελένη Καλογήρου')?.slice(2)).toEqual(['19:00', '', '19:01'])
  const [left] = tables(sheet(night, 'closing'))
  expect(left?.rows.map(([name]) => name)).toEqual(['Łucja Żółkiewska'])
})

test('PAPER-2: the running order has every item with its time, the cue sheet every cue, and what is cut says so', () => {
  const night = opened()
  const order = cells(sheet(night, 'order'))
  for (const item of night.plan.timeline.items)
    expect(order.some((cell) => cell.includes(item.title))).toBe(true)
  expect(order).toContain('19:30:00')
  expect(order).toContain('Beginners')
  night.do({ name: 'cue.cut', moment: id<'moment'>('lx-4') })
  const book = cells(sheet(night, 'cues')).join('\n')
  for (const cue of night.plan.show.cues) expect(book).toContain(` ${cue.number}`)
  expect(book).toContain('CUT TONIGHT LX 4')
  expect(book).toContain('wait for clear: Noor')
  const own = cells(sheet(night, 'cues:snd')).join('\n')
  expect(own).toContain('SND 4')
  expect(own).not.toMatch(/LX|FLY/)
})

const everyone = ['incident', 'order']
const table: readonly (readonly [Viewer, readonly string[]])[] = [
  [aViewer('dept', { department: 'lx' }), [...everyone, 'cues:lx', 'run:lx']],
  [aViewer('dept'), everyone],
  [aViewer('perf', { person: 'person-0' }), everyone],
  [aViewer('CM'), [...everyone, 'closing', 'contacts', 'roll', 'roll-call']],
  [aViewer('DC'), [...everyone, 'contacts']],
  [aViewer('kiosk'), everyone],
  [aViewer('admin'), ['incident']],
  [aViewer([]), []],
]

test('PAPER-3: each role gets the sheets of its row, whatever it asks for', () => {
  const night = opened()
  const all = sheets(night).map((one) => one.id)
  expect(all).toEqual(
    expect.arrayContaining([
      'roll',
      'order',
      'cues',
      'contacts',
      'incident',
      'closing',
      'roll-call',
      'cues:fly',
    ]),
  )
  for (const [viewer, names] of table) {
    const told = [
      viewer.roles,
      sheets(night, viewer)
        .map((one) => one.id)
        .sort(),
    ]
    expect(told).toEqual([viewer.roles, [...names].sort()])
    expect(
      sheets(night, viewer, [...all, 'cues:nobody', 'toString'])
        .map((one) => one.id)
        .sort(),
    ).toEqual([...names].sort())
  }
  expect(sheets(nightOf(paperShow()))).toEqual([])
})

const facts = (one: ReadySheet) =>
  one.blocks.flatMap((block: Block) => (block.kind === 'facts' ? block.facts : []))
const steps = (one: ReadySheet) =>
  one.blocks.flatMap((block: Block) => (block.kind === 'steps' ? block.steps : []))

test('PAPER-4: the incident card begins with the call, and says what nobody has set', () => {
  const card = sheet(opened(), 'incident')
  const [call, cpr, aed, door, ...asked] = steps(card)
  expect(call).toMatch(/^CALL 999/)
  expect(cpr).toContain('CPR')
  expect(aed).toContain('AED')
  expect(door).toContain('DOOR')
  expect(asked.map((one) => one.split(/[ ?]/).slice(0, 2).join(' '))).toEqual([
    ...['Where are', 'What number', 'Are they', 'What happened', 'Are you', 'How old'],
  ])
  const said = Object.fromEntries(facts(card).map((fact) => [fact.what, fact.said]))
  expect(said['Address']).toBe('The Small Theatre\n14 Alma Lane\nMarlhythe MR1 2TH')
  expect(said['Emergency number']).toContain('TO BE CONFIRMED')
  expect(said['No telephone works in']).toBe('Trap room (TRAP)')
  for (const fact of facts(card).filter((one) => one.said === null)) expect(fact.missing).not.toBe('')
  const nothing = sheet(nightOf({ ...emptyShow, country: 'US', editions: paperEdition }).open(), 'incident')
  expect(steps(nothing)[0]).toMatch(/^CALL 911/)
  expect(facts(nothing).find((fact) => fact.what === 'Address')?.said).toBeNull()
})

const paperEdition = [{ id: id<'edition'>('full'), title: 'Full', items: [] }]

test('PAPER-5: the same words are the same version, however often they are printed', () => {
  const night = opened()
  const before = sheet(night, 'cues')
  expect(before.version).toBe(1)
  expect(before.mark).toMatch(/^[2-9A-Z]{4}$/)
  printNow(night)
  printNow(night)
  expect(sheet(night, 'cues')).toMatchObject({ version: 1, print: before.print, mark: before.mark })
  night.do({ name: 'cue.cut', moment: id<'moment'>('lx-4') })
  expect(sheet(night, 'cues').version).toBe(2)
  printNow(night)
  night.do({ name: 'cue.restore', moment: id<'moment'>('lx-4') })
  expect(sheet(night, 'cues')).toMatchObject({ version: 1, mark: before.mark })
})

test('PAPER-6, PAPER-14: the clock and who comes in change no sheet; a cut changes those it stands on', () => {
  const night = opened()
  expect(changed(night)).toEqual([])
  expect(view(night.plan, night.state, theSM).printed?.last).toBeNull()
  printNow(night)
  expect(view(night.plan, night.state, theSM).printed?.last).toEqual({ at: night.now, by: theSM.device })
  night.wait(60_000).do({ name: 'sign.in', person: id<'person'>('person-0') }, theSM)
  night.do({ name: 'act.up', act: 1 }).wait(30_000).go()
  expect(changed(night)).toEqual([])
  night.do({ name: 'cue.cut', moment: id<'moment'>('lx-4') })
  expect(changed(night)).toEqual(['cues', 'cues:lx'])
  night.do({ name: 'cue.restore', moment: id<'moment'>('lx-4') })
  expect(changed(night)).toEqual([])
  for (const viewer of [aViewer('CM'), aViewer('dept', { department: 'lx' })])
    expect(view(night.plan, night.state, viewer).printed).toBeUndefined()
})

test('PAPER-7, EDIT-52: a number that somebody gave leave for stands on the contact sheet of whoever may have one', () => {
  const show = paperShow()
  const people = show.people.map((one, at) => (at === 0 ? { ...one, phone: '020 7946 0000' } : one))
  const night = nightOf({ ...show, people }).open()
  expect(cells(sheet(night, 'contacts'))).toContain('020 7946 0000')
  expect(JSON.stringify(sheets(night, aViewer('FOH')))).not.toContain('7946')
  expect(JSON.stringify(view(night.plan, night.state, theSM))).not.toContain('7946')
})

test('PAPER-7: the contact sheet has every name, no number, and says so', () => {
  const contacts = sheet(opened(), 'contacts')
  const [words] = contacts.blocks
  expect(words).toMatchObject({ kind: 'words' })
  expect(JSON.stringify(words)).toContain('holds no telephone numbers')
  expect(cells(contacts)).toContain('Юрий Щербаков')
  expect(tables(contacts)[0]?.columns.at(-1)?.pencil).toBe(true)
})

test('PAPER-13: what stage management printed is written down, up to a bound; a department’s copy is refused', () => {
  const night = opened()
  expect(printNow(night, aViewer('dept', { department: 'lx' }))).toMatchObject({
    ok: false,
    refusal: { code: 'not-yours' },
  })
  expect(night.ask({ name: 'sheets.print', sheets: [] }, theSM)).toMatchObject({ ok: false })
  const sheet = { sheet: 'cues', print: '0' }
  for (let count = 0; count < PRINTS_MAX; count += 1)
    night.do({ name: 'sheets.print', sheets: [sheet] }, theSM)
  expect(night.state.prints.length).toBe(PRINTS_MAX)
  expect(night.ask({ name: 'sheets.print', sheets: [sheet] }, theSM)).toMatchObject({
    ok: false,
    refusal: { code: 'many-prints' },
  })
})
