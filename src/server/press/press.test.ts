// Pages, letters and the thread: what is laid out where, and what the press does when a job goes wrong.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { afterAll, expect, test, vi } from 'vitest'
import { demoShow } from '../../../test/kit/demo-show.ts'
import { printJob } from '../../../test/kit/print-job.ts'
import { must } from '../../core/kit/assert.ts'
import type { Show } from '../../core/show/show.ts'
import { systemClock } from '../clock/clock.ts'
import { PAGES_MAX, type PaperSize, type PressJob } from './job.ts'
import { layOut } from './lay-out.ts'
import { makePdf } from './make-pdf.ts'
import type { Mark, Measure, Page } from './page.ts'
import { paper, TooLong } from './pen.ts'
import { JOBS_WAITING_MAX, openPress } from './press.ts'

const folder = mkdtempSync(join(tmpdir(), 'ghostlight-press-'))
afterAll(() => rmSync(folder, { recursive: true }))

const jobFor = (show: Show, size: string | null = null): PressJob => printJob(show, null, size)

const demo = demoShow()
/** As wide as a usual letter: laying out does not ask which. */
const measure: Measure = (text, _font, size) => text.length * size * 0.52
const textsOf = ({ pieces }: Page) =>
  pieces.flatMap(({ marks }) =>
    marks.filter((mark): mark is Extract<Mark, { kind: 'text' }> => mark.kind === 'text'),
  )

function checkPage(page: Page, size: PaperSize): void {
  const { width, height } = paper[size]
  const texts = textsOf(page)
  for (const { x, y, text, font, size: points } of texts) {
    expect(x).toBeGreaterThanOrEqual(42)
    expect(x + measure(text, font, points)).toBeLessThanOrEqual(width - 41.9)
    expect(y + points).toBeLessThanOrEqual(height - 20)
  }
  const boxes = texts.map(({ x, y, text, font, size: points }) => ({
    ...{ x, y, toX: x + measure(text, font, points), toY: y + points, text },
  }))
  boxes.sort((a, b) => a.y - b.y)
  for (const [index, one] of boxes.entries())
    for (const other of boxes.slice(index + 1)) {
      if (other.y >= one.toY - 0.5) break
      expect([one.text, other.text, one.toX <= other.x + 0.5 || other.toX <= one.x + 0.5]).toEqual([
        one.text,
        other.text,
        true,
      ])
    }
}

test('PAPER-8: on A4 and Letter everything stands within the margins and nothing on anything else', () => {
  for (const size of ['A4', 'Letter'] as const)
    for (const page of layOut(jobFor(demo, size), measure)) checkPage(page, size)
})

test('PAPER-8: the paper is the country’s unless another is asked for', () => {
  expect(jobFor(demo).paper).toBe('A4')
  expect(jobFor({ ...demo, country: 'US' }).paper).toBe('Letter')
  expect(jobFor({ ...demo, country: 'US' }, 'A4').paper).toBe('A4')
  expect(jobFor(demo, 'napkin').paper).toBe('A4')
})

test('PAPER-8: a table’s heads stand on each of its pages, and no row is divided', () => {
  const pages = layOut(
    { ...jobFor(demo), sheets: jobFor(demo).sheets.filter(({ name }) => name === 'Cue sheet') },
    measure,
  )
  expect(pages.length).toBeGreaterThan(2)
  for (const page of pages) expect(textsOf(page).map(({ text }) => text)).toContain('Pencil')
  const rows = pages.map((page) => new Set(page.pieces.flatMap(({ row }) => row ?? [])))
  for (const [index, one] of rows.entries())
    for (const other of rows.slice(index + 1)) expect([...one].filter((row) => other.has(row))).toEqual([])
})

const anyText = fc.string({ unit: 'grapheme', maxLength: 120 })

test('PAPER-8: whatever stands in a cell, it stays on the page', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anyText, anyText), { maxLength: 40 }),
      fc.constantFrom('A4', 'Letter'),
      (rows, size) => {
        const columns = [
          { head: 'One', width: 10 },
          { head: 'Two', width: 80 },
          { head: 'P', width: 10, pencil: true as const },
        ]
        const block = { kind: 'table' as const, heading: 'Any', columns, rows, none: 'none' }
        const sheet = { name: 'Any', large: false, blocks: [block], version: 'version 1' }
        for (const page of layOut({ ...jobFor(small), paper: size, sheets: [sheet] }, measure))
          checkPage(page, size)
      },
    ),
    { numRuns: 60 },
  )
})

test('PAPER-21: no word of a table is broken where the line has room for it', () => {
  const word = fc.stringMatching(/^[a-z]{1,14}$/)
  const cell = fc.oneof(
    fc.constantFrom('', '15:37:03'),
    fc.array(word, { maxLength: 8 }).map((all) => all.join(' ')),
  )
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 12 }),
      fc.tuple(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
      ),
      (rows, [one, two, three]) => {
        const columns = [
          { head: 'Time', width: one },
          { head: 'What', width: two },
          { head: 'Who', width: three },
          { head: 'Notes', width: 11 },
          { head: 'P', width: 10, pencil: true as const },
        ]
        const block = { kind: 'table' as const, heading: 'Any', columns, rows, none: 'none' }
        const sheet = { name: 'Any', large: false, blocks: [block], version: 'version 1' }
        const pages = layOut({ ...jobFor(small), sheets: [sheet] }, measure)
        for (const page of pages) checkPage(page, 'A4')
        const printed = new Set(pages.flatMap(textsOf).flatMap(({ text }) => text.split(/\s+/)))
        expect(
          rows
            .flat()
            .flatMap((text) => text.split(/\s+/))
            .filter((text) => !printed.has(text) && text !== ''),
        ).toEqual([])
      },
    ),
    { numRuns: 100 },
  )
})

test('PAPER-21: on the demo’s run sheets every time stands in one piece', () => {
  const job = jobFor(demo)
  const runs = job.sheets.filter(({ name }) => name.startsWith('Run sheet'))
  expect(runs.length).toBeGreaterThan(3)
  const texts = layOut({ ...job, sheets: runs }, measure)
    .flatMap(textsOf)
    .map(({ text }) => text)
  expect(texts.filter((text) => /^\d?\d:\d\d:\d$/.test(text))).toEqual([])
  expect(texts.filter((text) => /^\d\d:\d\d:\d\d$/.test(text)).length).toBeGreaterThan(100)
})

const small: Show = {
  ...demo,
  cues: [],
  people: [],
  engagements: [],
  tracks: [],
  obligations: [],
  presets: [],
}

test('PAPER-5: each page says its show, its number, when it was printed, version and mark', () => {
  for (const page of layOut(jobFor(demo), measure)) {
    const said = textsOf(page)
      .map(({ text }) => text)
      .join('\n')
    expect(said).toMatch(/Slack Water · performance 1 · /)
    expect(said).toMatch(/page \d+ of \d+/)
    expect(said).toMatch(
      /version 1 \([2-9A-Z]{4}\) · printed Friday,? 6 June 2031, 19:00:00, by Sal Somebody/,
    )
  }
})

test('PAPER-9: the PDF is tagged, says its language and has its letters inside', async () => {
  const { bytes } = await makePdf({ ...jobFor(demo), sheets: jobFor(demo).sheets.slice(0, 1) })
  const text = Buffer.from(bytes).toString('latin1')
  expect(text.slice(0, 8)).toBe('%PDF-1.7')
  expect(text).toContain('/Marked true')
  expect(text).toContain('/Lang (en-GB)')
  expect(text).toContain('/FontFile2')
  expect(text).toContain('/S /TH')
})

test('PAPER-11: the whole set for sixty people keeps to its pages and bytes', async () => {
  expect(demo.people.length).toBeGreaterThanOrEqual(60)
  const { bytes, pages } = await makePdf(jobFor(demo))
  expect(pages).toBeLessThanOrEqual(120)
  expect(bytes.length).toBeLessThanOrEqual(3_000_000)
})

test('PAPER-11: a job of more pages than a night has is refused', () => {
  const [sheet] = jobFor(small).sheets
  const sheets = Array.from({ length: PAGES_MAX + 1 }, () => ({ ...must(sheet, 'there is one'), blocks: [] }))
  expect(layOut({ ...jobFor(small), sheets: sheets.slice(1) }, measure).length).toBe(PAGES_MAX)
  expect(() => layOut({ ...jobFor(small), sheets }, measure)).toThrow(TooLong)
})

test('PAPER-12: sheets come from a thread, and a job too long is a sentence', async () => {
  const press = openPress({ clock: systemClock })
  const job = jobFor(small)
  expect(await press.print(async () => ({ ...job, sheets: job.sheets.slice(0, 1) }))).toMatchObject({
    ok: true,
    pages: 1,
  })
  const sheets = Array.from({ length: PAGES_MAX + 1 }, () => ({
    name: 'x',
    large: false,
    blocks: [],
    version: '',
  }))
  expect(await press.print(async () => ({ ...job, sheets }))).toMatchObject({
    ok: false,
    sentence: expect.stringMatching(/\.$/),
  })
  await press.close()
  expect(await press.print(async () => job)).toMatchObject({ ok: false })
})

const threadThat = (name: string, code: string): URL => {
  const file = join(folder, `${name}.mjs`)
  writeFileSync(file, code)
  return pathToFileURL(file)
}

test('PAPER-12, OWNER-20: so many jobs wait and no more; one that hangs or dies is a sentence, and the press goes on', async () => {
  const job = jobFor(small)
  const hangs = openPress({
    clock: systemClock,
    jobMsMax: 200,
    thread: threadThat('hang', 'setInterval(() => {}, 1000)'),
  })
  const all = Array.from({ length: JOBS_WAITING_MAX + 2 }, () => hangs.print(async () => job))
  expect(await all.at(-1)).toMatchObject({ ok: false, sentence: expect.stringContaining('busy') })
  for (const one of all.slice(0, -1))
    expect(await one).toMatchObject({ ok: false, sentence: expect.stringContaining('could not') })
  await hangs.close()
  // A thread that the system does not even begin.
  const none = openPress({ clock: systemClock, thread: new URL('http://localhost/no-thread') })
  for (let count = 0; count < 2; count += 1)
    expect(await none.print(async () => job)).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('could not'),
    })
  await none.close()
  const dies = openPress({ clock: systemClock, thread: threadThat('die', 'throw new Error("no ink")') })
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  expect(await dies.print(async () => job)).toMatchObject({
    ok: false,
    sentence: expect.stringContaining('could not'),
  })
  expect(await dies.print(async () => job)).toMatchObject({ ok: false })
  // Whoever prints reads that it broke; where, is told where the house was started, once, and not in its own words.
  const said = told.mock.calls.map(([text]) => String(text)).join('')
  told.mockRestore()
  expect([said.split('a mistake of its own').length, said.includes('no ink')]).toEqual([2, false])
  await dies.close()
})

test('PAPER-17: a set is made when its turn at the press comes, one at a time, and not at all for whoever is sent away', async () => {
  const press = openPress({ clock: systemClock, thread: threadThat('empty', '') })
  let making = 0
  let most = 0
  let made = 0
  const make = async () => {
    making += 1
    most = Math.max(most, making)
    await new Promise((go) => setTimeout(go, 5))
    making -= 1
    made += 1
    return null
  }
  const all = await Promise.all(Array.from({ length: JOBS_WAITING_MAX + 4 }, () => press.print(make)))
  expect(all.filter((one) => one !== null)).toHaveLength(3)
  expect([most, made]).toEqual([1, JOBS_WAITING_MAX + 1])
  await expect(press.print(() => Promise.reject(new Error('no sheet')))).rejects.toThrow('no sheet')
  expect(await press.print(make)).toBeNull()
  await press.close()
})
