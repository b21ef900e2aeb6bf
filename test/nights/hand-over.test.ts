// The hand-over sheet as it comes out of the press: one page, every name on it, read back as text and looked at as a picture.

import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { firstBlock, handOver, wordsIn } from '../../src/core/incident/sheet.ts'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'
import { jobOf } from '../../src/server/http/hand-over.ts'
import type { PaperSize } from '../../src/server/press/job.ts'
import { SQUARE } from '../../src/server/press/lay-code.ts'
import { layOut } from '../../src/server/press/lay-out.ts'
import { makePdf } from '../../src/server/press/make-pdf.ts'
import type { Measure } from '../../src/server/press/page.ts'
import { readIncidentBatch } from '../../src/wire/incident.ts'
import { root, temporaryFolder } from '../kit/ghostlight.ts'
import { differing, readGreyPng } from '../kit/grey-picture.ts'
import { longestRecord, namesAbroad, theRecord } from '../kit/hand-over.ts'
import { NOON, only, said, told } from '../kit/incidents.ts'
import { paperShow } from '../kit/paper-show.ts'
import { readCode } from '../kit/read-code.ts'
import { openServedHouse, type ServedHouse } from '../kit/served-house.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())

const NO_POPPLER = 'pdftoppm and pdftotext (poppler-utils) are not on this machine'
const hasPoppler = spawnSync('pdftoppm', ['-v']).error === undefined
const accepting = process.env['GHOSTLIGHT_ACCEPT'] === '1'
const DIFFERING_MAX = 0.002
const WORDS_A_SECOND = 3
const AFTER = instant(NOON + 3_600_000)
const theOrders = ['ATMIST', 'IMIST-AMBO'] as const

const job = (
  records: ReturnType<typeof theRecord>,
  paper: PaperSize,
  parts: { readonly order?: (typeof theOrders)[number]; readonly drill?: boolean } = {},
) => {
  const { order = 'ATMIST', drill = false } = parts
  const asked = { incident: id<'incident'>('incident-one'), drill, order, paper }
  return jobOf({ show: paperShow(), asked, records, now: AFTER, by: null })
}

async function fileOf(name: string, of: ReturnType<typeof job>): Promise<{ file: string; pages: number }> {
  const { bytes, pages } = await makePdf(of)
  const file = join(folder.path, `${name}.pdf`)
  writeFileSync(file, bytes)
  return { file, pages }
}
const textOf = (file: string): string =>
  spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).stdout

describe('the page', () => {
  test('HANDOVER-1: one page on A4 and on Letter, with all of it where it fits and a count of the rest where it does not', () => {
    const measure: Measure = (text, _font, size) => text.length * size * 0.52
    const long = longestRecord()
    const pairs = [['A4', 'ATMIST'] as const, ['Letter', 'IMIST-AMBO'] as const]
    for (const [paper, order] of pairs) {
      const words = (records: typeof long) =>
        layOut(job(records, paper, { order }), measure).map((page) =>
          page.pieces.flatMap(({ marks }) => marks.flatMap((one) => (one.kind === 'text' ? one.text : []))),
        )
      const [whole, longest] = [words(theRecord()), words(long)]
      expect([whole.length, longest.length]).toEqual([1, 1])
      expect(whole.flat().join(' ')).not.toContain('Not on this page')
      expect(longest.flat().join(' ')).toMatch(/Not on this page: \d+ more that was said, \d+ more times\./)
      expect(longest.flat().join(' ')).toContain(`The whole record has ${long.length} entries (incident-one)`)
      // Something was found beside them: for want of room that is no UNKNOWN.
      const beside = longest.flat().indexOf('Found beside them')
      expect(longest.flat()[beside + 1]).not.toBe('UNKNOWN')
    }
  })

  test('HANDOVER-2: every name and quotation can be read out of the file, from six alphabets', async ({
    skip,
  }) => {
    if (!hasPoppler) skip(NO_POPPLER)
    const { file, pages } = await fileOf('names', job(theRecord(), 'A4'))
    const text = textOf(file)
    expect(pages).toBe(1)
    for (const word of [...namesAbroad.flatMap((name) => name.split(' ')), 'Lisinopril', 'العلبة'])
      expect([word, text.includes(word)]).toEqual([word, true])
    // Nothing is drawn in colour, and no letter stands in for one that is not there.
    const bytes = readFileSync(file, 'latin1')
    expect(bytes).not.toMatch(/\/DeviceRGB\s+cs|\srg\s/)
  })

  test.for(['A4', 'Letter'] as const)(
    'HANDOVER-2: on %s it looks as it was accepted',
    async (paper, { skip }) => {
      if (!hasPoppler) skip(NO_POPPLER)
      const name = `hand-over-${paper}`
      const { file } = await fileOf(name, job(theRecord(), paper))
      spawnSync('pdftoppm', ['-r', '70', '-gray', '-png', '-singlefile', file, join(folder.path, name)])
      const bytes = readFileSync(join(folder.path, `${name}.png`))
      const kept = join(root, 'test', 'fixtures', 'sheets', `${name}.png`)
      if (accepting) writeFileSync(kept, bytes)
      expect(differing(readGreyPng(bytes), readGreyPng(readFileSync(kept)))).toBeLessThanOrEqual(
        DIFFERING_MAX,
      )
    },
  )

  test('HANDOVER-3: what is read aloud takes less than thirty seconds by its words, in any script', () => {
    for (const records of [theRecord(), longestRecord()])
      for (const order of theOrders) {
        const block = firstBlock(handOver(records, order))
        const words = block.reduce((sum, { what, text }) => sum + wordsIn(what) + wordsIn(text), 0)
        expect(words / WORDS_A_SECOND).toBeLessThanOrEqual(30)
        expect(block.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(1_000)
      }
    expect([wordsIn('王小明 does not answer'), wordsIn('فاطمة الزهراء')]).toEqual([6, 2])
  })

  test('HANDOVER-8: a camera reads the very words off the page; where words need the room there is no code', () => {
    const measure: Measure = (text, _font, size) => text.length * size * 0.45
    const marks = layOut(job(theRecord(), 'A4'), measure).flatMap(({ pieces }) =>
      pieces.flatMap((one) => one.marks),
    )
    const runs = marks.flatMap((one) => (one.kind === 'rule' && one.width === SQUARE ? [one] : []))
    const [left, top] = [Math.min(...runs.map(({ x }) => x)), Math.min(...runs.map(({ y }) => y))]
    const many = Math.round((Math.max(...runs.map(({ toX }) => toX)) - left) / SQUARE)
    const squares = Array.from({ length: many }, () => Array.from({ length: many }, () => false))
    for (const { x, toX, y } of runs)
      squares[Math.round((y - top) / SQUARE)]?.fill(
        true,
        Math.round((x - left) / SQUARE),
        Math.round((toX - left) / SQUARE),
      )
    const said = readCode(squares, 'L')
    expect(said.split('\n').slice(0, 2)).toEqual(['Hand-over sheet · ATMIST', 'Age: about 40'])
    expect(said).toContain('Last seen: 14:52:20')
    expect(new TextEncoder().encode(said).length).toBeLessThanOrEqual(425)
    expect(JSON.stringify(layOut(job(longestRecord(), 'A4'), measure))).not.toContain(`"width":${SQUARE}}`)
  })

  test('HANDOVER-5: a drill says so before anything else', () => {
    const blocks = job(theRecord(), 'A4', { drill: true }).sheets[0]?.blocks ?? []
    expect(blocks[0]).toMatchObject({ lines: [expect.stringMatching(/^DRILL\./)] })
    const demo = jobOf({
      show: { ...paperShow(), venue: { ...paperShow().venue, invented: true } },
      asked: { incident: id<'incident'>('incident-one'), drill: false, order: 'ATMIST', paper: 'A4' },
      ...{ records: theRecord(), now: AFTER, by: null },
    })
    expect(demo.sheets[0]?.blocks[0]).toMatchObject({
      lines: [expect.stringMatching(/^DEMO, NOT THIS BUILDING/)],
    })
  })
})

/** Words that none of our own texts may say (tools/wording.test.ts), as somebody may well say them. */
const hardWords = [
  ...['He collapsed at the dock.', 'She said she had taken an overdose.', 'Tom is drunk.', 'Mia fainted.'],
  ...[
    'Mia is missing.',
    'He is safe, his phone says so.',
    'He committed suicide.',
    'late again, in the toilet',
  ],
  ...['two empty bottles, label read “Zopiclone 7.5 mg”', '<b>&amp; “whatever” \\ {n}</b>'],
]

test('HANDOVER-7: what a person said goes word for word from the device into the record, onto the sheet and the page', () => {
  const batch = (all: readonly object[]) =>
    readIncidentBatch(JSON.stringify({ sentAt: NOON, device: 'device-of-test', said: all }))
  for (const text of hardWords) {
    const spoken = [
      said({ kind: 'words', about: 'found-beside', text, witness: text }, NOON),
      said({ kind: 'words', about: 'what-happened', text, witness: null }, NOON),
      said({ kind: 'known', bound: 'found', witness: 'Tom Ash', doing: text }, NOON),
    ]
    const read = batch(spoken)
    if (!read.ok) throw new Error(read.what)
    const { records } = only(told(read.batch.said))
    const sheet = handOver(records, 'ATMIST')
    expect(sheet.found.said).toMatchObject([{ text, witness: text }])
    const plain = JSON.stringify(job(records, 'A4').sheets[0]?.blocks).replaceAll(/[\u2066-\u2069]/g, '')
    const quoted = JSON.stringify(text).slice(1, -1)
    expect([text, plain.split(quoted).length - 1 >= 4]).toEqual([text, true])
  }
})

const incident = id<'incident'>('incident-of-the-night')
const wrote = (what: Parameters<typeof said>[0]) => ({ ...said(what, Date.now()), incident })
const write = (house: ServedHouse, cookie: string, all: readonly object[]) =>
  house.ask('/api/incident', {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ sentAt: Date.now(), device: 'device-of-test', said: all }),
  })
const ask = (house: ServedHouse, cookie: string, parts: object = {}) =>
  house.ask('/api/hand-over', {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ incident, drill: false, order: 'ATMIST', paper: null, ...parts }),
  })

describe('from a running server', () => {
  test('INCIDENT-40: how drills went stands on the drill’s page for the desk, and for no stranger and no performer', async () => {
    const house = await openServedHouse({ show: paperShow() })
    try {
      const desk = await house.pair({ roles: ['caller', 'SM'] })
      const performer = await house.pair({ roles: ['perf'], person: id<'person'>('person-1') })
      const drill = { incident: id<'incident'>('drill-of-the-day'), drill: true }
      await write(house, performer, [
        { ...wrote({ kind: 'opened', place: 'Dock', how: 'hold' }), ...drill },
        { ...wrote({ kind: 'done', deed: 'call-made' }), ...drill },
      ])
      const read = async (path: string, cookie?: string) =>
        (await house.ask(path, { headers: cookie === undefined ? {} : { cookie } })).text
      expect(await read('/drill', desk)).toMatch(
        /Drills so far[\s\S]*Emergency number rung<\/th>\s*<td>0:0\d</,
      )
      for (const page of [
        await read('/drill'),
        await read('/drill', performer),
        await read('/incident', desk),
      ])
        expect(page).not.toContain('Drills so far')
    } finally {
      await house.close()
    }
  })

  test('HANDOVER-4: all of it for whoever may read it, nothing for the rest', async () => {
    const house = await openServedHouse({ show: paperShow() })
    try {
      const wing = await house.pair({ roles: ['ASM'] })
      const held = await house.pair({ roles: ['perf'], person: id<'person'>('person-1') })
      const manager = await house.pair({ roles: ['CM'] })
      const desk = await house.pair({ roles: ['caller', 'SM'] })
      const other = await house.pair({ roles: ['perf'], person: id<'person'>('person-2') })
      await write(house, wing, [
        wrote({ kind: 'opened', place: 'Dock door', how: 'hold' }),
        wrote({
          kind: 'function',
          name: 'door',
          step: 'told-by-voice',
          who: 'Ελένη Καλογήρου',
          person: id<'person'>('person-1'),
        }),
      ])
      await write(house, manager, [wrote({ kind: 'done', deed: 'call-made' })])
      const pages = await Promise.all([wing, held, manager, desk].map((cookie) => ask(house, cookie)))
      for (const { status, headers, text } of pages)
        expect([status, headers['content-type'], text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-'])
      const [none, unknown] = [
        await ask(house, other),
        await ask(house, other, { incident: 'incident-of-nobody' }),
      ]
      expect([none.status, none.text]).toEqual([403, unknown.text])
      expect((await ask(house, '')).status).toBe(401)
      expect((await ask(house, wing, { order: 'SBAR' })).status).toBe(400)
    } finally {
      await house.close()
    }
  })
})
