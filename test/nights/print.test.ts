// Sheets as they come out: from a running server, from the command line, read back as text and looked at as pictures.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { id } from '../../src/core/kit/ids.ts'
import type { Show } from '../../src/core/show/show.ts'
import { FORM_BYTES_MAX, SHEETS_ASKED_MAX } from '../../src/server/http/print.ts'
import { makePdf } from '../../src/server/press/make-pdf.ts'
import { demoShow } from '../kit/demo-show.ts'
import { ghostlight, root, temporaryFolder } from '../kit/ghostlight.ts'
import { differing, type Grey, readGreyPng } from '../kit/grey-picture.ts'
import { paperShow } from '../kit/paper-show.ts'
import { coveredJob, printJob } from '../kit/print-job.ts'
import { openServedHouse, type ServedHouse } from '../kit/served-house.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())

const NO_POPPLER = 'pdftoppm and pdftotext (poppler-utils) are not on this machine'
const hasPoppler = spawnSync('pdftoppm', ['-v']).error === undefined
const accepted = join(root, 'test', 'fixtures', 'sheets')
/** `GHOSTLIGHT_ACCEPT=1` keeps the pictures as they are now: look at them first. */
const accepting = process.env['GHOSTLIGHT_ACCEPT'] === '1'
/** A letter's edge smoothed otherwise by another version of the tool is less; another word is more. */
const DIFFERING_MAX = 0.002

async function pdfOf(
  show: Show,
  name: string,
  asked: readonly string[] | null,
  paper: string | null,
): Promise<string> {
  const { bytes } = await makePdf(printJob(show, asked, paper))
  const file = join(folder.path, `${name}.pdf`)
  writeFileSync(file, bytes)
  return file
}

const textOf = (file: string): string =>
  spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).stdout.replaceAll(/\s+/g, ' ')

function picturesOf(
  file: string,
  name: string,
): readonly { readonly page: string; readonly bytes: Buffer }[] {
  const into = join(folder.path, name)
  mkdirSync(into)
  spawnSync('pdftoppm', ['-r', '40', '-gray', '-png', file, join(into, name)])
  return readdirSync(into)
    .sort()
    .map((page) => ({ page, bytes: readFileSync(join(into, page)) }))
}

/** How many pages were looked at. */
function isAsAccepted(file: string, name: string): number {
  const pages = picturesOf(file, name)
  for (const { page, bytes } of pages) {
    const kept = join(accepted, page)
    if (accepting) writeFileSync(kept, bytes)
    const was: Grey = readGreyPng(readFileSync(kept))
    expect([page, differing(readGreyPng(bytes), was) <= DIFFERING_MAX]).toEqual([page, true])
  }
  return pages.length
}

describe('the printed page', () => {
  test('PAPER-9, HANDOVER-2: every name of the company can be read out of the PDF, in six alphabets', async ({
    skip,
  }) => {
    if (!hasPoppler) skip(NO_POPPLER)
    const show = paperShow()
    for (const sheet of ['roll', 'closing', 'contacts']) {
      const text = textOf(await pdfOf(show, `names-${sheet}`, [sheet], null))
      // A long name is divided on the page; its parts stand there in order.
      for (const word of show.people.flatMap(({ name }) => name.split(/[ -]/u)))
        expect([sheet, word, text.includes(word)]).toEqual([sheet, word, true])
    }
    const demo = demoShow()
    const all = textOf(await pdfOf(demo, 'names-demo', ['roll'], null))
    for (const { name } of demo.people) expect([name, all.includes(name)]).toEqual([name, true])
  })

  test.for(['roll', 'order', 'cues', 'cues:lx', 'run:lx', 'contacts', 'incident', 'closing', 'roll-call'])(
    'PAPER-10: %s looks as it was accepted',
    async (sheet, { skip }) => {
      if (!hasPoppler) skip(NO_POPPLER)
      const name = sheet.replace(':', '-')
      for (const paper of ['A4', 'Letter'])
        isAsAccepted(await pdfOf(paperShow(), `${name}-${paper}`, [sheet], paper), `${name}-${paper}`)
    },
  )

  test('PAPER-10, PAPER-18, PAPER-20: the sheets of a night that is other look as they were accepted', async ({
    skip,
  }) => {
    if (!hasPoppler) skip(NO_POPPLER)
    const file = join(folder.path, 'changed-A4.pdf')
    const { bytes } = await makePdf(coveredJob(['cast:board', 'other:wdb', 'track:lorcan'], 'A4'))
    writeFileSync(file, bytes)
    expect(isAsAccepted(file, 'changed-A4')).toBeGreaterThanOrEqual(3)
  })

  test('PAPER-10: one name more or less is seen', async ({ skip }) => {
    if (!hasPoppler) skip(NO_POPPLER)
    const show = paperShow()
    const other = { ...show, people: show.people.slice(1) }
    const [before] = picturesOf(await pdfOf(show, 'all', ['contacts'], null), 'all')
    const [after] = picturesOf(await pdfOf(other, 'less', ['contacts'], null), 'less')
    if (!before || !after) throw new Error('there are pictures')
    expect(differing(readGreyPng(before.bytes), readGreyPng(after.bytes))).toBeGreaterThan(DIFFERING_MAX)
  })
})

const print = (
  house: ServedHouse,
  cookie: string,
  body: string,
  type = 'application/x-www-form-urlencoded',
) => house.ask('/api/print', { method: 'POST', headers: { cookie, 'content-type': type }, body })

describe('from a running server', () => {
  test('PAPER-3, PAPER-13: a device gets its own sheets, and the stage manager’s printing is in the record', async () => {
    const house = await openServedHouse({ show: paperShow() })
    const [sm, performer] = [
      await house.pair({ roles: ['SM'] }),
      await house.pair({ roles: ['perf'], person: id<'person'>('person-0') }),
    ]
    const prints = () => house.server.stage.night()?.owner.state().prints ?? []
    const theirs = await print(house, performer, 'sheet=incident')
    expect([theirs.status, theirs.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(prints()).toEqual([])
    const named = (many: number) => Array.from({ length: many }, () => 'sheet=incident').join('&')
    expect((await print(house, performer, named(SHEETS_ASKED_MAX))).status).toBe(200)
    const refused = [
      await print(house, performer, named(SHEETS_ASKED_MAX + 1)),
      await print(house, performer, 'sheet=contacts'),
      await print(house, performer, 'sheet=nothing'),
      await print(house, sm, 'sheet=nothing'),
    ]
    for (const one of refused)
      expect([one.status, one.text]).toEqual([403, expect.stringContaining('no such sheet')])
    const whole = await print(house, sm, 'paper=Letter')
    expect(whole.text.slice(0, 5)).toBe('%PDF-')
    expect(prints().map(({ sheets }) => sheets.map(({ sheet }) => sheet).slice(0, 6))).toEqual([
      ['roll', 'order', 'cues', 'contacts', 'incident', 'closing'],
    ])
    await house.close()
  })

  test('PAPER-3: nobody prints who is not paired, by another method, or with more than a form holds', async () => {
    const house = await openServedHouse({ show: paperShow() })
    const sm = await house.pair({ roles: ['SM'] })
    expect((await print(house, '', '')).status).toBe(401)
    expect((await print(house, sm, '{}', 'application/json')).status).toBe(405)
    expect((await house.ask('/api/print', { headers: { cookie: sm } })).status).toBe(405)
    expect((await print(house, sm, 'x'.repeat(FORM_BYTES_MAX + 1))).status).toBe(413)
    await house.close()
  })
})

describe('of which no browser says whose page it is', () => {
  const hidden = (house: ServedHouse, cookie: string, body: string) =>
    house.ask('/api/print', {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', origin: 'null' },
      body,
    })
  const wordFor = async (house: ServedHouse, cookie: string) => {
    const { text } = await house.ask('/api/print-word', { method: 'POST', headers: { cookie } })
    return (JSON.parse(text) as { readonly word: string }).word
  }

  test('DOOR-18: it prints with a word of this device, once; without one, with another’s or with a used one it does not', async () => {
    const house = await openServedHouse({ show: paperShow() })
    onTestFinished(() => house.close())
    const [sm, other] = [await house.pair({ roles: ['SM'] }), await house.pair({ roles: ['SM'] })]
    const statusOf = async (body: string, cookie = sm) => (await hidden(house, cookie, body)).status
    expect(await statusOf('sheet=incident')).toBe(403)
    expect(await statusOf('sheet=incident&word=')).toBe(403)
    const word = await wordFor(house, sm)
    expect(await statusOf(`sheet=incident&word=${word}`, other)).toBe(403)
    expect(await statusOf(`sheet=incident&word=${word}`)).toBe(200)
    const again = await hidden(house, sm, `sheet=incident&word=${word}`)
    expect([again.status, again.text]).toEqual([403, expect.stringContaining('print from the desk again')])
    expect(await statusOf(`sheet=incident&word=${await wordFor(house, other)}`)).toBe(403)
  })

  test('DOOR-18: only whoever is paired gets a word, and no page from elsewhere', async () => {
    const house = await openServedHouse({ show: paperShow() })
    onTestFinished(() => house.close())
    const sm = await house.pair({ roles: ['SM'] })
    const asked = async (headers: Record<string, string>, method = 'POST') =>
      (await house.ask('/api/print-word', { method, headers })).status
    expect(await asked({})).toBe(401)
    expect(await asked({ cookie: sm }, 'GET')).toBe(405)
    expect(await asked({ cookie: sm, origin: 'null' })).toBe(403)
    expect(await asked({ cookie: sm, origin: 'http://elsewhere.example' })).toBe(403)
    expect(await asked({ cookie: sm })).toBe(200)
  })
})

describe('from the command line', () => {
  test('PAPER-15: the set of a record, with no server running, and over no file', async () => {
    const data = join(folder.path, 'record')
    const house = await openServedHouse({ show: paperShow(), dataDir: data })
    await house.close()
    const out = join(folder.path, 'set.pdf')
    const ran = await ghostlight(
      'print',
      '--data',
      data,
      '--sheet',
      'roll',
      '--sheet',
      'incident',
      '--out',
      out,
    )
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.out).toContain('2 sheets on')
    expect(readFileSync(out, 'latin1').slice(0, 5)).toBe('%PDF-')
    const again = await ghostlight('print', '--data', data, '--out', out)
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('already')])
    const none = join(folder.path, 'none.pdf')
    for (const wrong of [
      ['--sheet', 'cues:nobody'],
      ['--paper', 'napkin'],
    ]) {
      const refused = await ghostlight('print', '--data', data, '--out', none, ...wrong)
      expect([wrong, refused.code, existsSync(none)]).toEqual([wrong, 1, false])
      expect(refused.err).toMatch(wrong[0] === '--sheet' ? /There are: roll, order, / : /A4 or Letter/)
    }
    expect((await ghostlight('verify', '--data', data, '--json')).out).toContain('"ok":true')
  })
})
