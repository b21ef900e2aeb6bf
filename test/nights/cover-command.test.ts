// `ghostlight cover` as somebody at a terminal meets it: a plan as data, or what is wrong with the file and where.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { soundNight } from '../cover/nights.ts'
import { replotted } from '../cover/worked-example.ts'
import { ghostlight, root, temporaryFolder } from '../kit/ghostlight.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())

function nightFile(name: string, night: object): string {
  const file = join(folder.path, name)
  writeFileSync(file, JSON.stringify({ format: 'ghostlight night 1', ...night }, null, 2))
  return file
}

test('COVER-8, COVER-22: the command answers with levels, proof, who does what, what is cut and why, and re-plots', async () => {
  const ran = await ghostlight('cover', nightFile('night.json', replotted), '--json')
  expect(ran).toMatchObject({ code: 0, err: '' })
  const told = JSON.parse(ran.out)
  expect(told).toMatchObject({ proved: true, fallback: null })
  expect(told.levels.map(({ name }: { readonly name: string }) => name)[0]).toBe('never cut')
  expect(told.levels[0].value).toBe(0)
  expect(told.assignments.length + told.cuts.length).toBe(replotted.obligations.length)
  expect(told.replots.length).toBe(1)
  expect(Object.keys(told).sort()).toEqual(
    ['assignments', 'cuts', 'fallback', 'levels', 'ms', 'proved', 'replots'].sort(),
  )
  const words = await ghostlight('cover', nightFile('small.json', soundNight(3)), '--why')
  expect(words).toMatchObject({ code: 0, err: '' })
  expect(words.out).toContain('Proved best.')
  expect(words.out).toContain('It would take: ')
  const night = soundNight(21)
  const tied = { ...night, people: night.people.map(({ preference: _, load: __, ...one }) => one) }
  const others = await ghostlight('cover', nightFile('tie.json', tied), '--json', '--alternatives', '3')
  const { assignments, alternatives } = JSON.parse(others.out)
  expect(alternatives).toMatchObject({ complete: true, plans: [{ replots: [] }] })
  for (const row of alternatives.plans[0].assignments) expect(assignments).not.toContainEqual(row)
  const many = await ghostlight('cover', nightFile('many.json', replotted), '--alternatives', '21')
  expect([many.code, many.err]).toEqual([1, expect.stringContaining('from 1 to 20')])
})

test('COVER-7: a night with something wrong in it is refused with line and field, and nothing is planned', async () => {
  const [first, ...rest] = replotted.obligations
  const file = nightFile('wrong.json', {
    ...replotted,
    obligations: [
      { ...first, owner: 'nobody we know', to: 1, uses: ['a pack'], carries: ['a lamp'] },
      ...rest,
    ],
  })
  const ran = await ghostlight('cover', file, '--json')
  expect(ran.code).toBe(1)
  expect(ran.out).toBe('')
  expect(ran.err).toMatch(/wrong\.json:\d+: “nobody we know” is not among the people\./)
  expect(ran.err).toMatch(/wrong\.json:\d+: Obligation “line” ends at 1 s and begins at 400 s\./)
  expect(ran.err).toMatch(/wrong\.json:\d+: “a pack” is not among the means\./)
  expect(ran.err).toMatch(/wrong\.json:\d+: “a lamp” is not among the props\./)
  const unknown = await ghostlight('cover', nightFile('unknown.json', { ...replotted, reason: 'a word' }))
  expect(unknown.code).toBe(1)
  expect(unknown.err).toContain('reason')
  const nothing = await ghostlight('cover', join(folder.path, 'not-there.json'))
  expect(nothing.err).toContain('There is no file at')
})

test('REORDER-23: the command answers with everything another order brings, and refuses what is not in it', async () => {
  const file = join(root, 'demo/slack-water.show.json')
  const swapped = await ghostlight('reorder', file, '--swap', '3', '4', '--json')
  expect(swapped).toMatchObject({ code: 0, err: '' })
  const told = JSON.parse(swapped.out)
  expect(told.change).toEqual({ kind: 'swap', item: 'n3', with: 'n4' })
  expect(told.consequences.length).toBeGreaterThan(0)
  expect(told.ms).toBeGreaterThanOrEqual(0)
  const wrong = await ghostlight('reorder', file, '--cut', 'nowhere')
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('not in the running order')])
})
