// `ghostlight simulate presence` as somebody at a terminal meets it.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { gapsOf } from '../../src/core/dry-run/company.ts'
import { layoutOf } from '../../src/core/dry-run/of-show.ts'
import { CURTAIN_DOWN, HOUSE_IN } from '../../src/core/dry-run/parameters.ts'
import { readShowFile } from '../../src/formats/show-file/read.ts'
import { ghostlight, temporaryFolder } from '../kit/ghostlight.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())
const little = ['simulate', 'presence', '--layouts', '2', '--evenings', '2'] as const

test('DRY-7: the figures come as JSON, the plot as a file that is never written over', async () => {
  const plot = join(folder.path, 'plot.svg')
  const ran = await ghostlight(...little, '--json', '--out', plot)
  expect(ran).toMatchObject({ code: 0, err: '' })
  const told = JSON.parse(ran.out)
  expect(Object.keys(told.policies)).toEqual(
    expect.arrayContaining(['entrance-only', 'timeout', 'overdue', 'cusum', 'head-count', 'quiet', 'full']),
  )
  expect(Object.keys(told.policies.quiet)).toEqual(
    expect.arrayContaining([
      ...['asksPerShow', 'glancesPerShow', 'falseSearchesPerShow'],
      ...['before', 'before3min', 'delayMedian', 'delayP90'],
    ]),
  )
  expect(told.frontier.length).toBeGreaterThan(2)
  expect(told).toMatchObject({ n: 16, seeds: [2001, 2002] })
  expect(told.demo.policies.quiet.asksPerShow).toBeGreaterThan(0)
  expect(readFileSync(plot, 'utf8')).toContain('</svg>')
  expect((await ghostlight(...little, '--out', plot)).code).toBe(1)
  expect(existsSync(plot)).toBe(true)
  expect((await ghostlight('simulate', 'weather')).code).toBe(1)
})

test('DRY-7: a few policies are measured by name, alike, and without the frontier; a name that is none is refused', async () => {
  const [all, some] = await Promise.all([
    ghostlight(...little, '--json'),
    ghostlight(...little, '--json', '--only', 'quiet,full'),
  ])
  const told = JSON.parse(some.out)
  expect(Object.keys(told.policies)).toEqual(['quiet', 'full'])
  expect(told.policies.quiet).toEqual(JSON.parse(all.out).policies.quiet)
  expect(told.frontier).toEqual([])
  const wrong = await ghostlight(...little, '--only', 'quiet,loud')
  expect([wrong.code, wrong.err.includes('“loud”')]).toEqual([1, true])
})

test('DRY-11: the demo is laid out by its own entrances, changes and hand-offs', () => {
  const read = readShowFile(
    readFileSync(new URL('../../demo/slack-water.show.json', import.meta.url), 'utf8'),
  )
  if (!read.ok) throw new Error('the demo can be read')
  const { people, scenes } = layoutOf(read.show, 1)
  expect(scenes).toHaveLength(read.show.editions[0]?.items.length ?? 0)
  expect(people.length).toBeGreaterThan(30)
  for (const person of people) {
    expect(person.entrances.length).toBeGreaterThan(0)
    for (const { from, to } of gapsOf(person)) expect(from).toBeLessThanOrEqual(to)
    for (const { at } of person.usuals) {
      expect(at).toBeGreaterThan(HOUSE_IN)
      expect(at).toBeLessThan(CURTAIN_DOWN)
    }
  }
  // More than calls and wings: somebody is dressed, and something is handed over.
  const known = people.reduce((sum, { usuals }) => sum + usuals.length, 0)
  const plain = people.reduce((sum, { entrances }) => sum + 6 + entrances.length, 0)
  expect(known).toBeGreaterThan(plain)
})
