// `ghostlight simulate presence` as somebody at a terminal meets it.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
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
    expect.arrayContaining(['entrance-only', 'timeout', 'cusum', 'head-count', 'quiet', 'full']),
  )
  expect(Object.keys(told.policies.quiet)).toEqual(
    expect.arrayContaining([
      ...['asksPerShow', 'glancesPerShow', 'falseSearchesPerShow'],
      ...['before', 'before3min', 'delayMedian', 'delayP90'],
    ]),
  )
  expect(told.frontier.length).toBeGreaterThan(2)
  expect(told).toMatchObject({ n: 16, seeds: [2001, 2002] })
  expect(readFileSync(plot, 'utf8')).toContain('</svg>')
  expect((await ghostlight(...little, '--out', plot)).code).toBe(1)
  expect(existsSync(plot)).toBe(true)
  expect((await ghostlight('simulate', 'weather')).code).toBe(1)
})
