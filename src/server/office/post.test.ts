// Who sends the report, to whom, and that each gets what the table gives its role.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openServedHouse, type ServedHouse } from '../../../test/kit/served-house.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { openSmtp } from '../../../test/kit/smtp.ts'
import { roleNames } from '../../core/disclosure/policy.ts'
import { id } from '../../core/kit/ids.ts'
import { type PostSettings, type PostTold, RECIPIENTS_MAX } from '../../wire/post.ts'
import { verifyFile } from '../log/side.ts'

const json = { 'content-type': 'application/json' }

async function opened() {
  const house = await openServedHouse({ show: littleShow() })
  const smtp = await openSmtp()
  onTestFinished(async () => {
    await smtp.close()
    await house.close()
  })
  return { house, smtp, cookie: await house.pair({ roles: ['SM'] }) }
}

const settingsAt = (port: number, changed: Partial<PostSettings> = {}): PostSettings => ({
  host: '127.0.0.1',
  port,
  security: 'none',
  user: '',
  from: 'desk@house.example',
  certificate: '',
  recipients: [
    { address: 'sm@house.example', role: 'SM' },
    { address: 'foh@house.example', role: 'FOH' },
  ],
  ...changed,
})

const post = (house: ServedHouse, cookie: string, path: string, body: unknown) =>
  house.ask(`/api/office/${path}`, {
    method: 'POST',
    headers: { ...json, cookie },
    body: JSON.stringify(body),
  })

async function done(house: ServedHouse, cookie: string): Promise<PostTold> {
  for (;;) {
    const told = JSON.parse((await house.ask('/api/office/post', { headers: { cookie } })).text) as PostTold
    if (told.outcome?.state === 'done') return told
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

test('POST-7: each gets the report that the table gives its role, and nothing more', async () => {
  const { house, smtp, cookie } = await opened()
  const night = house.server.stage.night()
  if (!night) throw new Error('a night is on')
  const viewer = {
    device: id<'device'>('d'),
    roles: ['caller', 'SM'] as const,
    person: null,
    department: null,
    place: null,
  }
  const command = { name: 'note.write', department: null, text: 'A note for stage management' } as const
  await night.owner.submit({
    id: 'note-1-of-the-post',
    by: viewer,
    madeAt: night.performance.curtainAt,
    command,
  })
  expect(
    (await post(house, cookie, 'post-settings', { settings: settingsAt(smtp.port), password: null })).status,
  ).toBe(200)
  expect((await post(house, cookie, 'post-send', { performance: 1 })).status).toBe(200)
  const { outcome } = await done(house, cookie)
  expect(outcome).toMatchObject({ performance: 1, trouble: null })
  const textFor = (address: string) => smtp.taken.find(({ to }) => to.includes(address))?.text ?? ''
  expect(textFor('sm@house.example')).toContain('A note for stage management')
  expect(textFor('foh@house.example')).toContain('performance 1')
  expect(textFor('foh@house.example')).not.toContain('A note for stage management')
  expect(smtp.taken.map(({ to }) => to)).toEqual([['sm@house.example'], ['foh@house.example']])
})

test('POST-8: stage management enters and sends; no other role reads or changes anything of it', async () => {
  const { house, smtp } = await opened()
  const body = { settings: settingsAt(smtp.port), password: 'x' }
  for (const role of roleNames.filter((one) => one !== 'SM')) {
    const device = { roles: [role], department: id<'department'>('lx'), person: id<'person'>('ann') }
    const cookie = await house.pair(device)
    const statuses = [
      (await house.ask('/api/office/post', { headers: { cookie } })).status,
      (await post(house, cookie, 'post-settings', body)).status,
      (await post(house, cookie, 'post-test', { to: 'a@house.example' })).status,
      (await post(house, cookie, 'post-send', { performance: 1 })).status,
    ]
    expect([role, ...statuses]).toEqual([role, 403, 403, 403, 403])
  }
  expect(smtp.connections()).toBe(0)
})

test('POST-9: what cannot be a mail server, an address or a list is refused with its field, and nothing is kept', async () => {
  const { house, smtp, cookie } = await opened()
  const kept = async (changed: Partial<PostSettings>, password: string | null = null) => {
    const answer = await post(house, cookie, 'post-settings', {
      settings: settingsAt(smtp.port, changed),
      password,
    })
    return [answer.status, answer.text] as const
  }
  const many = Array.from(
    { length: RECIPIENTS_MAX + 1 },
    (_, at) => ({ address: `a${at}@house.example`, role: 'SM' }) as const,
  )
  const cases: readonly (readonly [Partial<PostSettings>, string])[] = [
    [{ host: 'not a host' }, 'host'],
    [{ port: 0 }, 'port'],
    [{ port: 65_536 }, 'port'],
    [{ from: 'desk@house.example\r\nBcc: all@house.example' }, 'from'],
    [{ recipients: [{ address: 'one@house.example, two@house.example', role: 'SM' }] }, 'row 1'],
    [{ recipients: many }, 'recipients'],
    [{ user: 'desk' }, 'over TLS only'],
  ]
  for (const [changed, field] of cases) {
    const [status, text] = await kept(changed)
    expect([status, text]).toEqual([409, expect.stringContaining(field)])
  }
  const twice = settingsAt(1).recipients.slice(0, 1)
  expect((await kept({ recipients: [...twice, ...twice] }))[1]).toContain('twice')
  const told = JSON.parse((await house.ask('/api/office/post', { headers: { cookie } })).text) as PostTold
  expect([told.settings, told.tonight]).toEqual([null, 1])
  expect((await kept({ recipients: many.slice(1) }))[0]).toBe(200)
  expect((await post(house, cookie, 'post-send', { performance: 99 })).text).toContain('no such performance')
})

test('POST-5: no copy of the record and no answer has the password', async () => {
  const { house, smtp, cookie } = await opened()
  const settings = settingsAt(smtp.port, { security: 'tls', user: 'desk' })
  const secret = 'the-password-of-the-house'
  const kept = await post(house, cookie, 'post-settings', { settings, password: secret })
  expect([kept.status, kept.text.includes(secret)]).toEqual([200, false])
  const file = join(house.dataDir, 'ghostlight.db')
  expect((await verifyFile(file)).ok).toBe(true)
  for (const end of ['', '-wal']) expect(readFileSync(`${file}${end}`).includes(secret)).toBe(false)
})
