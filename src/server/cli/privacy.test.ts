// The pages for the company, and what is said to somebody of what is held of them.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { aViewer } from '../../../test/kit/nights.ts'
import { id } from '../../core/kit/ids.ts'
import { openCare } from '../care/care.ts'
import { systemClock } from '../clock/clock.ts'
import { DATABASE_NAME } from '../keep/names.ts'
import { openSqliteLog } from '../log/sqlite.ts'
import { privacy } from './privacy.ts'

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'ghostlight-privacy-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

const printed = () => vi.spyOn(process.stdout, 'write').mockReturnValue(true)

test('PRIVACY-2: the pages are given once, each with a title; what may be filled in is never written over', async () => {
  const out = join(folder(), 'pack')
  const said = printed()
  onTestFinished(() => said.mockRestore())
  expect(await privacy.run(['pack', '--out', out])).toBe(0)
  const pages = readdirSync(out).toSorted()
  expect(pages).toEqual(['consent.md', 'data-map.md', 'dpia.md', 'notice.md', 'periods.md'])
  for (const page of pages) expect(readFileSync(join(out, page), 'utf8')).toMatch(/^# \S/)
  rmSync(join(out, 'consent.md'))
  writeFileSync(join(out, 'notice.md'), 'filled in')
  await expect(privacy.run(['pack', '--out', out])).rejects.toThrow('already')
  expect(readFileSync(join(out, 'notice.md'), 'utf8')).toBe('filled in')
  expect(readdirSync(out)).not.toContain('consent.md')
  await expect(privacy.run(['pack'])).rejects.toThrow('--out DIR')
})

test('PRIVACY-3: whom somebody asked to get in touch is said to them, not who asked them, and the screen says nothing of it', async () => {
  const data = folder()
  const log = await openSqliteLog({ file: join(data, DATABASE_NAME) })
  const people = ['nell', 'dot'].map((name) => ({ id: id<'person'>(name), name }))
  const house = async () =>
    ({ facts: { people, leads: new Set<string>(), incidents: [] }, timeZone: 'UTC', country: 'GB' }) as const
  let drawn = 0
  const care = openCare({ log, clock: systemClock, freshId: () => `drawn-${drawn++}`, house })
  const contacts = [
    { id: 'contact-dot', name: 'Dot', person: id<'person'>('dot'), reach: '', withinHours: 12 },
    { id: 'contact-outside', name: 'Helpline', person: null, reach: '0800 1', withinHours: 1 },
  ]
  expect(await care.take({ name: 'care.contacts', contacts }, aViewer('CM'))).toMatchObject({ ok: true })
  const ask = { name: 'care.ask', id: 'ask-of-this-test', contact: 'contact-dot' } as const
  expect(await care.take(ask, aViewer('perf', { person: 'nell' }))).toMatchObject({ ok: true })
  await care.close()
  await log.close()
  const said = printed()
  onTestFinished(() => said.mockRestore())
  const held: string[] = []
  for (const person of ['nell', 'dot']) {
    const out = join(data, `${person}.json`)
    expect(await privacy.run(['export', person, '--out', out, '--data', data])).toBe(0)
    held.push(readFileSync(out, 'utf8'))
  }
  const [nell = '', dot = ''] = held
  expect(JSON.parse(nell)).toMatchObject({ care: [{ detail: { person: 'nell', to: 'dot' } }] })
  // That she can be asked is hers to read.
  expect(JSON.parse(dot)).toMatchObject({ care: [{ contact: { person: 'dot', name: 'Dot' } }] })
  expect(dot).not.toContain('nell')
  const [one, other] = said.mock.calls.map(([text]) => String(text).replaceAll(/nell|dot/g, 'X'))
  expect(one).toBe(other)
})
