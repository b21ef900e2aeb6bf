// Who may what, asked of the running server: every role, every command and every route, against a table typed by hand.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RoleName, roleNames } from '../../src/core/disclosure/policy.ts'
import type { Answer } from '../../src/wire/messages.ts'
import { commandNames, nobody, pressOf, type Self } from '../kit/access-presses.ts'
import { bodies, byTheirOwnKey, columns, commands, routes } from '../kit/access-table.ts'
import { clock, Ear } from '../kit/ear.ts'
import { departmentOf, markedShow, type PersonRole, personId, placeOf, rolesOfPeople } from '../kit/marked.ts'
import { openServedHouse, type ServedHouse } from '../kit/served-house.ts'

/** Between two presses, so that nobody is refused for pressing too much. */
const PAUSE_MS = 2_000
/** Those end what the others are asked in: each role presses them, the ones who may come last. */
const ENDING = ['performance.close', 'performance.next', 'certificate.make', 'desk.take']
const NOT_THEIRS = ['not-yours', 'not-asked']

let house: ServedHouse
const ears = new Map<RoleName, Ear>()
const earOf = (role: RoleName): Ear => ears.get(role) ?? new Ear(role)

beforeAll(async () => {
  house = await openServedHouse({ show: markedShow, clock })
  for (const role of roleNames) {
    ears.set(role, new Ear(role))
    await earOf(role).pair(house)
    await earOf(role).connect(house)
  }
}, 120_000)
afterAll(() => house.close())

const isPerson = (role: RoleName): role is PersonRole => (rolesOfPeople as readonly string[]).includes(role)
const selfOf = (role: RoleName): Self => ({
  person: isPerson(role) ? personId(role) : 'nobody',
  department: departmentOf[role] ?? 'mark-dept-lx',
  place: placeOf[role] ?? 'in',
})
/** Somebody, some department and some place there are, and never the device's own. */
const otherThan = (role: RoleName): Self => ({
  person: personId(role === 'dir' ? 'prod' : 'dir'),
  department: 'mark-dept-snd',
  place: 'out',
})

const cell = (row: string | undefined, role: RoleName): string =>
  (row ?? '').split(' ')[columns.split(' ').indexOf(role)] ?? ''

const press = async (role: RoleName, name: (typeof commandNames)[number], of: Self): Promise<Answer> => {
  clock.skip(PAUSE_MS)
  return earOf(role).press(pressOf(name, of))
}
const isRefused = (answer: Answer): boolean => 'refusal' in answer && NOT_THEIRS.includes(answer.refusal.code)

test('DISCLOSURE-13: each command is in the table', () => {
  expect(Object.keys(commands).sort()).toEqual([...commandNames].sort())
})

test.for(roleNames)('DISCLOSURE-13: %s may press what the table says, and nothing else', async (role) => {
  const wrong: unknown[] = []
  for (const name of commandNames.filter((one) => !ENDING.includes(one) && one !== 'device.revoke')) {
    const theirs = cell(commands[name], role)
    const others = await press(role, name, nobody)
    if (isRefused(others) === (theirs === 'all')) wrong.push([name, theirs, others])
    if (theirs === 'all') continue
    // Whether there is such a thing is told to nobody who may not touch it.
    const there = await press(role, name, otherThan(role))
    if (JSON.stringify(there) !== JSON.stringify(others)) wrong.push([name, 'tells', others, there])
    const own = await press(role, name, selfOf(role))
    if (isRefused(own) === (theirs === 'own')) wrong.push([name, `own: ${theirs}`, own])
  }
  expect(wrong).toEqual([])
})

test('DISCLOSURE-13: what ends a night or a device is refused to all others', async () => {
  const wrong: unknown[] = []
  for (const name of [...ENDING, 'device.revoke'] as const)
    for (const role of roleNames.filter((one) => cell(commands[name], one) === '.'))
      if (!isRefused(await press(role, name as (typeof commandNames)[number], nobody)))
        wrong.push([name, role])
  expect(wrong).toEqual([])
})

/** Every path that stands in the server's source. */
function pathsInSource(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return pathsInSource(path)
    if (!entry.name.endsWith('.ts') || entry.name.endsWith('.test.ts')) return []
    return [...readFileSync(path, 'utf8').matchAll(/'(\/api\/[a-z/-]*[a-z])'/g)].map(
      ([, found]) => found ?? '',
    )
  })
}

test('DISCLOSURE-13: each route is in the table', () => {
  const known = new Set([...byTheirOwnKey, ...Object.keys(routes).map((route) => route.split(/[ ?]/)[1])])
  expect([...new Set(pathsInSource('src/server'))].filter((path) => !known.has(path))).toEqual([])
})

const REFUSED = [401, 403]

test.for(['stranger', ...roleNames] as const)(
  'DISCLOSURE-13: %s reaches the routes of the table, and no other',
  async (who) => {
    const wrong: unknown[] = []
    const cookie = who === 'stranger' ? {} : { cookie: earOf(who).cookie }
    for (const [route, row] of Object.entries(routes)) {
      const [method = '', path = ''] = route.split(' ')
      const theirs = row.split(' ')[['stranger', ...columns.split(' ')].indexOf(who)]
      const { kind, text } = bodies[path] ?? { kind: 'application/json', text: '{}' }
      const headers = { ...cookie, 'content-type': kind }
      clock.skip(PAUSE_MS)
      const { status } = await house.ask(
        path,
        method === 'POST' ? { method, headers, body: text } : { headers },
      )
      if (REFUSED.includes(status) === (theirs === 'all')) wrong.push([route, theirs, status])
    }
    expect(wrong).toEqual([])
  },
)
