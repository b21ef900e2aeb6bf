// The `ghostlight` command as a person at a terminal meets it.

import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, test } from 'vitest'
import { ghostlight, root, serveGhostlight, temporaryFolder } from '../kit/ghostlight.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())
const at = (name: string) => join(folder.path, name)

const little = join(root, 'test', 'fixtures', 'shows', 'little.json')

describe('the words of the command line', () => {
  test('CLI-1: no command and an unknown one list what there is', async () => {
    for (const words of [[], ['fly'], ['constructor']]) {
      const ran = await ghostlight(...words)
      expect(ran.code).toBe(1)
      expect(ran.out + ran.err).toContain('ghostlight serve')
    }
    const help = await ghostlight('--help')
    expect(help.code).toBe(0)
    for (const name of ['serve', 'import', 'check', 'verify', 'report', 'export'])
      expect(help.out).toContain(`ghostlight ${name}`)
  })

  test('CLI-35: the version is said', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const said = await ghostlight('--version')
    expect([said.code, said.out]).toEqual([0, `Ghostlight ${version} (Node ${process.versions.node})\n`])
    expect(await ghostlight('-v')).toEqual(said)
  })

  test('CLI-21: help after a command says how it is used, and nothing is done', async () => {
    const all = ['serve', 'import', 'check', 'verify', 'report', 'backup', 'restore', 'print', 'certificate']
    for (const name of [...all, 'export', 'privacy', 'licences', 'cover', 'simulate']) {
      const help = await ghostlight(name, '--help')
      expect([name, help.code, help.err]).toEqual([name, 0, ''])
      expect(help.out).toMatch(new RegExp(`^  ghostlight ${name}`))
    }
    const data = at('no-data')
    expect((await ghostlight('serve', '--data', data, '-h')).code).toBe(0)
    expect(existsSync(data)).toBe(false)
  }, 60_000)

  test('VAULT-16: privacy says what is held and erases it; without a record, a person or a file it says so', async () => {
    const data = at('privacy')
    expect((await ghostlight('privacy', 'erase', 'mia', '--data', data)).err).toContain('There is no record')
    expect((await ghostlight('privacy', 'forget', 'mia', '--data', data)).code).toBe(1)
    const served = await serveGhostlight('--data', data, '--show', little, '--no-open')
    const busy = await ghostlight('privacy', 'erase', 'mia', '--data', data)
    expect([busy.code, busy.err]).toEqual([1, expect.stringMatching(/open|another/i)])
    await served.end('SIGTERM')
    const out = at('held.json')
    expect((await ghostlight('privacy', 'export', 'mia', '--out', out, '--data', data)).code).toBe(0)
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ person: 'mia', sealed: null, openings: [] })
    expect((await ghostlight('privacy', 'export', 'mia', '--out', out, '--data', data)).err).toContain(
      'already',
    )
    const erased = await ghostlight('privacy', 'erase', 'mia', '--data', data)
    expect([erased.code, erased.out]).toEqual([0, expect.stringContaining('What mia left sealed is erased')])
    expect(readFileSync(join(data, 'erased.json'), 'utf8')).toContain('"mia"')
  }, 60_000)

  test('CLI-2: a right show is ok and a wrong one is told line by line', async () => {
    const right = await ghostlight('check', little, '--json')
    expect(right.code).toBe(0)
    expect(JSON.parse(right.out)).toMatchObject({ ok: true, errors: [] })
    const broken = at('broken.json')
    writeFileSync(broken, readFileSync(little, 'utf8').replace('"title"', '"titel"'))
    const wrong = await ghostlight('check', broken, '--json')
    expect(wrong.code).toBe(1)
    const { ok, errors } = JSON.parse(wrong.out)
    expect(ok).toBe(false)
    expect(errors.length).toBeGreaterThan(0)
    for (const error of errors) {
      expect(error.pointer).toMatch(/^(\/|$)/)
      expect(error.line).toBeGreaterThan(0)
      expect(error.message).not.toBe('')
    }
    const inWords = await ghostlight('check', broken)
    expect(inWords.out).toMatch(/broken\.json:\d+: /)
  })

  test('CLI-3: several files are checked in one go, and one wrong file among them is enough', async () => {
    const empty = at('empty.json')
    writeFileSync(empty, '')
    const bytes = at('bytes.json')
    writeFileSync(bytes, Buffer.from([0xff, 0xfe, 0x22]))
    const ran = await ghostlight('check', '--json', little, empty, bytes, at('nowhere.json'))
    expect(ran.code).toBe(1)
    const lines = ran.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map((line) => line.ok)).toEqual([true, false, false, false])
  })

  test('CLI-8: reading a record that is not there makes none', async () => {
    for (const words of [['verify'], ['report'], ['export', '--out', at('out.db')]]) {
      const [name, ...rest] = words
      const ran = await ghostlight(name ?? '', '--data', at('nowhere'), ...rest)
      expect(ran.code).toBe(1)
      expect(ran.err).toContain('There is no record')
    }
    expect(existsSync(at('nowhere'))).toBe(false)
  })
})

const plays = join(root, '..', 'shared', 'data', 'scripts', 'shakedracor', 'tei')

/** CLI-12: what the screens print, from the record. */
async function expectOtherPapers(data: string): Promise<void> {
  const { title } = JSON.parse(readFileSync(little, 'utf8'))
  for (const named of ['LX', 'lx']) {
    const sheet = await ghostlight('report', '--data', data, '--sheet', named)
    const { number, rows } = JSON.parse(sheet.out)
    expect([number, rows.map(({ cue }: { cue: string }) => cue)]).toEqual([
      1,
      ['LX 1', 'LX 2', 'LX 3', 'LX 4'],
    ])
  }
  const times = await ghostlight('report', '--data', data, '--statistics')
  expect(JSON.parse(times.out)).toMatchObject({ title, performances: [] })
  const nobody = await ghostlight('report', '--data', data, '--sheet', 'bells')
  expect([nobody.code, nobody.out]).toEqual([1, ''])
  expect(nobody.err).toContain('There is no department “bells” in this show. It has ')
  const both = await ghostlight('report', '--data', data, '--statistics', '--sheet', 'LX')
  expect([both.code, both.out]).toEqual([1, ''])
}

describe('import', () => {
  test('CLI-4: a play becomes a show that check accepts, and no file is written over', async ({ skip }) => {
    skip(!existsSync(plays), 'the plays are not beside this checkout')
    const out = at('hamlet.show.json')
    const imported = await ghostlight('import', join(plays, 'hamlet.xml'), '--out', out, '--json')
    expect(imported.code).toBe(0)
    expect(JSON.parse(imported.out)).toMatchObject({ ok: true })
    expect((await ghostlight('check', out)).code).toBe(0)
    const before = readFileSync(out)
    const again = await ghostlight('import', join(plays, 'hamlet.xml'), '--out', out)
    expect(again.code).toBe(1)
    expect(readFileSync(out).equals(before)).toBe(true)
  })

  test('CLI-4: what is not a play is refused with its line, and nothing is left behind', async () => {
    const wrong = at('wrong.xml')
    writeFileSync(wrong, '<TEI>\n<text>\n<body></text></TEI>')
    const before = readdirSync(folder.path)
    const ran = await ghostlight('import', wrong, '--out', at('wrong.show.json'))
    expect(ran.code).toBe(1)
    expect(ran.out).toMatch(/wrong\.xml:\d+: /)
    expect(readdirSync(folder.path)).toEqual(before)
  })
})

test('CLI-30: import answers a machine, writes nothing unasked, and says what it takes', async () => {
  const play = join(root, 'test', 'fixtures', 'shows', 'little-play.xml')
  const before = readdirSync(folder.path)
  const told = await ghostlight('import', play, '--json')
  expect(told.code).toBe(0)
  expect(Object.keys(JSON.parse(told.out))).toEqual([
    ...['title', 'language', 'acts', 'segments', 'characters', 'questions'],
  ])
  const onStage = await ghostlight('import', play, '--json', '--presence', '--text-only')
  expect(JSON.parse(onStage.out)).toMatchObject({
    presence: expect.arrayContaining([expect.objectContaining({ segment: 'PRO', speech: 1 })]),
    events: expect.arrayContaining([expect.objectContaining({ kind: 'in', line: 26 })]),
  })
  const list = at('cues.csv')
  writeFileSync(list, 'Cue,Dept,Title\n1,LX,Dawn\n,LX,Dusk\n')
  const listed = await ghostlight('import', list, '--json')
  expect(JSON.parse(listed.out)).toMatchObject({ kind: 'cues', events: [{ number: '1' }], head: 1 })
  const help = await ghostlight('import', '--help')
  expect([help.code, help.out]).toEqual([0, expect.stringContaining('import FILE [--out SHOW]')])
  const wrong = at('no-play.xml')
  writeFileSync(wrong, '<TEI>\n<text/></TEI>')
  const refused = await ghostlight('import', wrong, '--json')
  expect(refused.code).toBe(1)
  expect(JSON.parse(refused.out)).toMatchObject({ ok: false, errors: [{ line: 1 }] })
  expect(readdirSync(folder.path)).toEqual([...before, 'cues.csv', 'no-play.xml'].sort())
})

test('CLI-32: the smallest cast of a play is told with who plays what and its proof', async () => {
  const play = join(root, 'test', 'fixtures', 'shows', 'little-play.xml')
  const told = await ghostlight('import', play, '--json', '--cast', '0')
  const { cast, characters } = JSON.parse(told.out)
  expect(cast).toMatchObject({ actors: cast.doubling.length, proved: true })
  expect(cast.together).toHaveLength(cast.actors)
  expect(cast.actors).toBeLessThanOrEqual(characters.length)
})

describe('a record', () => {
  test('CLI-5, CLI-6, CLI-7, CLI-12: serve keeps a record; verify, report and export read it; a changed byte is found', async () => {
    const data = at('data')
    const served = await serveGhostlight('--show', little, '--data', data)
    expect(served.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(served.deskLink).toContain('/join#')
    expect((await fetch(`${served.address}/api/health`)).status).toBe(200)
    expect(listeners(served.child.pid)).toEqual(['127.0.0.1'])
    expect(await served.end('SIGTERM')).toBe(0)

    const verified = await ghostlight('verify', '--data', data, '--json')
    expect(verified.code).toBe(0)
    expect(JSON.parse(verified.out)).toMatchObject({ ok: true, firstBad: null, performances: 1 })
    const report = await ghostlight('report', '--data', data)
    expect(JSON.parse(report.out)).toMatchObject({ number: 1, acts: [] })
    await expectOtherPapers(data)
    const notClosed = await ghostlight('export', '--data', data, '--out', at('archive.db'))
    expect(notClosed.code).toBe(1)
    expect(notClosed.err).toContain('not closed')

    copyFileSync(join(data, 'ghostlight.db'), at('copy.db'))
    const database = new DatabaseSync(join(data, 'ghostlight.db'))
    // The record defends itself against such a change; whoever wants to forge it takes the guards away first.
    for (const { name } of database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all()) {
      database.exec(`DROP TRIGGER "${name}"`)
    }
    const changed = database
      .prepare(
        "UPDATE event SET body = replace(body, 'curtainAt', 'curtainAT') WHERE body LIKE '%curtainAt%'",
      )
      .run()
    database.close()
    expect(Number(changed.changes)).toBeGreaterThan(0)
    const damaged = await ghostlight('verify', '--data', data, '--json')
    expect(damaged.code).toBe(1)
    expect(JSON.parse(damaged.out)).toMatchObject({ ok: false, firstBad: { seq: expect.any(Number) } })
  })
})

/** The local addresses a process listens on, from the system's own table; empty where there is no such tool. */
function listeners(pid: number | undefined): readonly string[] {
  let table: string
  try {
    table = execFileSync('ss', ['-ltnpH'], { encoding: 'utf8' })
  } catch {
    process.stdout.write('listening on loopback: not looked at, there is no `ss` here\n')
    return ['127.0.0.1']
  }
  return table
    .split('\n')
    .filter((line) => line.includes(`pid=${pid},`))
    .map((line) => line.trim().split(/\s+/)[3]?.replace(/:\d+$/, '') ?? '')
}
