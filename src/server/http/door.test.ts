// The real server on loopback: who gets in, what is served, and to whom.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { temporaryFolder } from '../../../test/kit/ghostlight.ts'
import { departmentOf, markedShow, personId } from '../../../test/kit/marked.ts'
import { seen } from '../../../test/kit/marked-table.ts'
import { openServedHouse, RealSocket, type ServedHouse } from '../../../test/kit/served-house.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { roleNames } from '../../core/disclosure/policy.ts'
import { theMachine } from '../../core/installation/installation.ts'
import { id } from '../../core/kit/ids.ts'
import { instant } from '../../core/kit/time.ts'
import { BODY_BYTES_MAX } from './answers.ts'
import { credentialsFromCookies, freshId, freshSecret, readCredential, setCookie, sha256 } from './cookies.ts'
import { FILES_MAX, readFiles } from './files.ts'

let house: ServedHouse
const web = temporaryFolder()

beforeAll(async () => {
  mkdirSync(join(web.path, 'web', 'assets'), { recursive: true })
  writeFileSync(join(web.path, 'web', 'index.html'), '<!doctype html><title>Ghostlight</title>')
  writeFileSync(join(web.path, 'web', 'assets', 'main-abc123.js'), 'export {}')
  writeFileSync(join(web.path, 'web', '.hidden'), 'hidden')
  writeFileSync(join(web.path, 'secret.txt'), 'outside')
  house = await openServedHouse({ show: littleShow(), webDir: join(web.path, 'web') })
})
afterAll(async () => {
  await house.close()
  web.remove()
})

const refusalOf = (text: string) =>
  (JSON.parse(text) as { refusal: { code: string; sentence: string } }).refusal
const json = { 'content-type': 'application/json' }

describe('pairing', () => {
  test('DOOR-3: a link pairs once; used, unknown, wrong and revoked ones are refused in one way, and not recorded', async () => {
    const token = await house.invite({ roles: ['dept'], department: id<'department'>('lx'), name: 'Lights' })
    const { reply, cookie } = await house.join(token)
    expect([reply.status, JSON.parse(reply.text)]).toEqual([
      200,
      {
        viewer: {
          device: token.split('.')[0],
          name: 'Lights',
          roles: ['dept'],
          department: 'lx',
          person: null,
          place: null,
          sentTo: null,
        },
      },
    ])
    expect(reply.headers['set-cookie']?.[0]).toMatch(
      /^ghostlight-[0-9a-f]{12}=[^;]+; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/,
    )
    expect(cookie).not.toContain(token.split('.')[1])
    const fresh = await house.invite({ roles: ['callboard'] })
    const tries = [
      token,
      `${token}x`,
      'nobody.secret',
      fresh.replace('.', '.x'),
      'no-dot',
      '',
      `${'x'.repeat(300)}.y`,
    ]
    const submitted = vi.spyOn(house.server.stage.installation, 'submit')
    onTestFinished(() => submitted.mockRestore())
    for (const tried of tries) {
      const told = await house.join(tried)
      expect([tried, told.reply.status, refusalOf(told.reply.text), told.cookie]).toEqual([
        tried,
        403,
        { code: 'link', sentence: 'This link is not good any more. Ask the stage manager for a new one.' },
        '',
      ])
    }
    expect(submitted).not.toHaveBeenCalled()
    expect((await house.join(fresh)).reply.status).toBe(200)
  })

  test('DOOR-3: of two that use one link at once, one is paired', async () => {
    const token = await house.invite({ roles: ['callboard'] })
    const both = await Promise.all([house.join(token), house.join(token)])
    expect(both.map(({ reply }) => reply.status).sort()).toEqual([200, 403])
  })

  test('DOOR-4: pairing takes JSON by POST, of at most four kilobytes', async () => {
    const token = await house.invite({ roles: ['callboard'] })
    const body = JSON.stringify({ token })
    const post = { method: 'POST', headers: json, body }
    for (const wrong of [
      { ...post, method: 'GET' },
      { ...post, method: 'PUT' },
      { ...post, headers: { 'content-type': 'text/plain' } },
      { ...post, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      { ...post, headers: {} },
    ]) {
      expect((await house.ask('/api/join', wrong)).status).toBe(405)
    }
    for (const nonsense of ['', 'null', '[]', '{"token":1}', '{', JSON.stringify({ token: ['a.b'] })]) {
      expect((await house.ask('/api/join', { ...post, body: nonsense })).status).toBe(403)
    }
    const padded = (length: number) => JSON.stringify({ token, pad: 'x'.repeat(length - body.length - 9) })
    expect(padded(BODY_BYTES_MAX)).toHaveLength(BODY_BYTES_MAX)
    const long = await house.ask('/api/join', { ...post, body: padded(BODY_BYTES_MAX + 1) })
    expect([long.status, refusalOf(long.text).code]).toEqual([413, 'too-long'])
    expect(
      (await house.ask('/api/join', { ...post, body: 'x'.repeat(5_000_000) }).catch(() => ({ status: 413 })))
        .status,
    ).toBe(413)
    expect((await house.ask('/api/join', { ...post, body: padded(BODY_BYTES_MAX) })).status).toBe(200)
  })

  test('DOOR-3: what a cookie carries is read back, and nothing that is not of its form', () => {
    const { secret, hash } = freshSecret()
    const cookie = setCookie('ghostlight-here', 'device-1', secret).split(';')[0]
    expect(sha256(secret)).toBe(hash)
    expect(credentialsFromCookies(`a=b; ${cookie}; c=d`, 'ghostlight-here')).toEqual([
      { device: 'device-1', secretHash: hash },
    ])
    expect([
      credentialsFromCookies(undefined, 'ghostlight-here'),
      credentialsFromCookies('ghostlight', 'ghostlight-here'),
      readCredential('.x'),
    ]).toEqual([[], [], null])
    expect(readCredential(`d.${'x'.repeat(200)}`)).toBeNull()
  })
})

describe('requests', () => {
  test('DOOR-5: the screens’ addresses serve the one page, files their bytes, everything else nothing', async () => {
    const shows = ['/', '/desk', '/department', '/pocket', '/wing', '/room', '/board', '/join', '/desk?x=1']
    for (const path of [...shows, '/report', '/run-sheet', '/statistics', '/tasks']) {
      const page = await house.ask(path)
      expect([path, page.status, page.headers['content-type'], page.headers['cache-control']]).toEqual([
        path,
        200,
        'text/html; charset=utf-8',
        'no-cache',
      ])
      expect(page.text).toContain('Ghostlight')
    }
    const asset = await house.ask('/assets/main-abc123.js')
    expect([asset.text, asset.headers['cache-control']]).toEqual([
      'export {}',
      'public, max-age=31536000, immutable',
    ])
    expect(await house.ask('/desk', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' })
    expect((await house.ask('/desk', { method: 'POST' })).status).toBe(405)
  })

  test.for([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..\\..\\secret.txt',
    '//etc/passwd',
    '/.hidden',
    '/assets',
    '/assets/',
    '/index.html/',
    '/api',
    '/api/report/../me',
    '/constructor',
    '/%00',
    '/package.json',
  ])('DOOR-5: %s serves nothing', async (path) => {
    const answer = await house.ask(path)
    expect([answer.status, refusalOf(answer.text).code]).toEqual([404, 'not-found'])
  })

  test('DOOR-5: a folder with more files than a build has is refused at the start', () => {
    const folder = temporaryFolder()
    onTestFinished(() => folder.remove())
    for (let count = 0; count < FILES_MAX; count += 1) writeFileSync(join(folder.path, `${count}.js`), '')
    expect(readFiles(folder.path).size).toBe(FILES_MAX)
    writeFileSync(join(folder.path, 'more.js'), '')
    expect(() => readFiles(folder.path)).toThrow('More than 500 files')
  })

  test('DOOR-6: every answer forbids framing, sniffing, foreign scripts and telling where it came from', async () => {
    const cookie = await house.pair({ roles: ['SM'] })
    for (const [path, how] of [
      ['/', {}],
      ['/nothing', {}],
      ['/assets/main-abc123.js', {}],
      ['/api/health', {}],
      ['/api/me', {}],
      ['/api/me', { headers: { cookie } }],
      ['/api/report', { headers: { cookie } }],
      ['/api/join', { method: 'POST', headers: json, body: '{}' }],
    ] as const) {
      const { headers } = await house.ask(path, how)
      expect([path, headers]).toEqual([
        path,
        expect.objectContaining({
          'x-content-type-options': 'nosniff',
          'x-frame-options': 'DENY',
          'referrer-policy': 'no-referrer',
          'content-security-policy': expect.stringContaining("default-src 'self'"),
        }),
      ])
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers['content-security-policy']).not.toContain('unsafe')
      if (path.startsWith('/api/')) expect(headers['cache-control']).toBe('no-store')
    }
  })

  test('DOOR-7: a paired device is told who it is; nobody else is told anything', async () => {
    const cookie = await house.pair({ roles: ['ASM'], person: id<'person'>('ann') })
    const me = await house.ask('/api/me', { headers: { cookie } })
    expect([me.status, JSON.parse(me.text)]).toMatchObject([
      200,
      { viewer: { roles: ['ASM'], person: 'ann' } },
    ])
    for (const path of ['/api/me', '/api/report']) {
      for (const headers of [{}, { cookie: `${cookie}x` }]) {
        const answer = await house.ask(path, { headers })
        expect([answer.status, refusalOf(answer.text).code]).toEqual([401, 'not-paired'])
      }
    }
    expect(await house.ask('/api/health')).toMatchObject({ status: 200, text: '{"ok":true}' })
  })
})

test('DOOR-15: two servers of one host give cookies of different names, and neither mistakes the other’s', async () => {
  const [one, two] = [
    await openServedHouse({ show: littleShow() }),
    await openServedHouse({ show: littleShow() }),
  ]
  onTestFinished(() => one.close())
  onTestFinished(() => two.close())
  const [first, second] = [await one.pair({ roles: ['SM'] }), await two.pair({ roles: ['callboard'] })]
  expect(first.split('=')[0]).not.toBe(second.split('=')[0])
  // As a browser does that is a device of both.
  const headers = { cookie: `${first}; ${second}` }
  expect(JSON.parse((await one.ask('/api/me', { headers })).text)).toMatchObject({
    viewer: { roles: ['SM'] },
  })
  expect(JSON.parse((await two.ask('/api/me', { headers })).text)).toMatchObject({
    viewer: { roles: ['callboard'] },
  })
  expect((await two.ask('/api/me', { headers: { cookie: first } })).status).toBe(401)
})

test('DOOR-15: a device that was paired before cookies had such names is known by its old one', async () => {
  const cookie = await house.pair({ roles: ['callboard'] })
  const old = cookie.replace(/^[^=]+/, 'ghostlight')
  expect((await house.ask('/api/me', { headers: { cookie: old } })).status).toBe(200)
  expect((await house.ask('/api/me', { headers: { cookie: `${old}x` } })).status).toBe(401)
})

describe('a link for several devices', () => {
  const open = async (devicesMax: number) => {
    const { stage } = house.server
    const { secret, hash } = freshSecret()
    const group = id<'group'>(`group-${freshId()}`)
    const post = { name: 'Room 4', roles: ['callboard'], department: null, place: null } as const
    const command = { name: 'group.invite', group, linkHash: hash, post, devicesMax, minutes: 60 } as const
    await stage.installation.submit({ id: freshId(), by: theMachine, madeAt: instant(0), command })
    return { group, token: `${group}.${secret}` }
  }

  test('DOOR-16: lets in so many devices, each with its own cookie and nobody’s, and then no more, in one sentence', async () => {
    const { token } = await open(2)
    const joined = [await house.join(token), await house.join(token)]
    const told = joined.map(
      ({ reply }) => JSON.parse(reply.text) as { viewer: { name: string; person: string | null } },
    )
    expect(told.map(({ viewer }) => [viewer.name, viewer.person])).toEqual([
      ['Room 4 · 1', null],
      ['Room 4 · 2', null],
    ])
    expect(new Set(joined.map(({ cookie }) => cookie)).size).toBe(2)
    const before = house.server.stage.installation.state().seq
    const tries = [token, `${token}x`, token.replace('group-', 'group-x'), 'group-.', 'group-a.b']
    const refusals = await Promise.all(tries.map(async (one) => (await house.join(one)).reply))
    expect(new Set(refusals.map(({ status, text }) => `${status} ${refusalOf(text).sentence}`))).toEqual(
      new Set(['403 This link is not good any more. Ask the stage manager for a new one.']),
    )
    expect(house.server.stage.installation.state().seq).toBe(before)
  })

  test('DOOR-16: of many at once no more come in than it says, and none once it is closed', async () => {
    const { group, token } = await open(5)
    const statuses = await Promise.all(
      Array.from({ length: 12 }, async () => (await house.join(token)).reply.status),
    )
    expect(statuses.filter((status) => status === 200)).toHaveLength(5)
    const wide = await open(50)
    await house.join(wide.token)
    const command = { name: 'group.revoke', group: wide.group, devices: false } as const
    await house.server.stage.installation.submit({
      id: freshId(),
      by: theMachine,
      madeAt: instant(0),
      command,
    })
    expect((await house.join(wide.token)).reply.status).toBe(403)
    expect(house.server.stage.installation.state().groups.find((one) => one.id === group)?.joined).toBe(5)
  })
})

test('DOOR-7: the report is given as its role may read it: whole, in part, or not', async () => {
  const marked = await openServedHouse({ show: markedShow })
  onTestFinished(() => marked.close())
  const statuses: Record<string, number> = {}
  for (const role of roleNames) {
    const department = departmentOf[role]
    const cookie = await marked.pair({
      roles: [role],
      department: department === undefined ? null : id<'department'>(department),
      person: role === 'perf' ? id<'person'>(personId('perf')) : null,
    })
    const answer = await marked.ask('/api/report', { headers: { cookie } })
    statuses[role] = answer.status
    if (answer.status === 200) expect(JSON.parse(answer.text)).toMatchObject({ report: { number: 1 } })
    else expect(refusalOf(answer.text).code).toBe('not-yours')
  }
  const expected = roleNames.map((role) => [role, seen[role].report.length > 0 ? 200 : 403])
  expect(statuses).toEqual(Object.fromEntries(expected))
})

test('DOOR-11: when the server closes, sockets end, and what was acknowledged is there at the next start', async () => {
  const folder = temporaryFolder()
  onTestFinished(() => folder.remove())
  const first = await openServedHouse({ show: littleShow(), dataDir: folder.path })
  const cookie = await first.pair({ roles: ['caller', 'SM'] })
  const desk = await new RealSocket(first.server.port, { headers: { cookie } }).hello()
  expect(await desk.press({ name: 'cue.go', moment: 'lx1', move: 0 })).toMatchObject({ ok: true })
  await first.close()
  expect(await desk.closed).toBe(1006)
  const second = await openServedHouse({ show: null, dataDir: folder.path })
  onTestFinished(() => second.close())
  expect(
    second.server.stage
      .night()
      ?.owner.state()
      .calling.called.map((called) => called.moment),
  ).toEqual([0])
  const again = await new RealSocket(second.server.port, { headers: { cookie } }).hello()
  expect(again.messages.find((message) => message.t === 'snapshot')).toMatchObject({
    sections: { calling: { next: 1, move: 1 } },
  })
  await again.close()
})

test('DOOR-17: a page from elsewhere is told and given nothing, though the cookie comes with it', async () => {
  const cookie = await house.pair({ roles: ['SM'] })
  const own = `http://127.0.0.1:${house.server.port}`
  const asked = async (path: string, headers: Record<string, string>, method = 'GET') =>
    (await house.ask(path, { method, headers: { cookie, host: new URL(own).host, ...headers } })).status
  const elsewhere = [
    { origin: 'http://127.0.0.1:1' },
    { origin: 'null' },
    { origin: 'http://elsewhere.example' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: own },
  ]
  const posted = ['/api/print', '/api/join', '/api/office/edit', '/api/office/watch']
  const read = [
    '/api/backup',
    '/api/sheets',
    '/api/statistics',
    '/api/network',
    '/api/me',
    '/api/office/verify',
  ]
  for (const headers of elsewhere) {
    for (const path of read) expect([path, headers, await asked(path, headers)]).toEqual([path, headers, 403])
    for (const path of headers.origin === 'null' ? posted.slice(1) : posted)
      expect([path, headers, await asked(path, headers, 'POST')]).toEqual([path, headers, 403])
    expect(await asked('/api/health', headers)).toBe(200)
  }
  for (const headers of [
    {},
    { origin: own },
    { 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'same-origin', origin: 'null' },
  ])
    expect(await asked('/api/me', headers)).toBe(200)
  expect(await asked('/api/backup', {}, 'POST')).toBe(405)
})
