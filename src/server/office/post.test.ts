// Who sends the report, to whom, and that each gets what the table gives its role.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openServedHouse, type ServedHouse } from '../../../test/kit/served-house.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { openSmtp } from '../../../test/kit/smtp.ts'
import type { ReportSection } from '../../core/disclosure/lists.ts'
import { roleNames } from '../../core/disclosure/policy.ts'
import { id } from '../../core/kit/ids.ts'
import { instant } from '../../core/kit/time.ts'
import {
  type PostLetters,
  type PostSettings,
  type PostTold,
  RECIPIENTS_MAX,
  type RecipientRole,
} from '../../wire/post.ts'
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

test('POST-13: the mailed report says that an incident was filed, and nothing of it; a list says nothing', async () => {
  const { house, smtp, cookie } = await opened()
  const now = house.server.stage.night()?.performance.curtainAt
  if (now === undefined) throw new Error('a night is on')
  const incident = id<'incident'>('incident-of-the-post')
  const usual = { incident, drill: false, madeAt: now, happened: null, evidence: 'saw' } as const
  const said = [
    {
      ...usual,
      id: 'opened-of-the-post',
      certainty: 'certain',
      what: { kind: 'opened', place: 'Dock', how: 'hold' },
    },
    {
      ...usual,
      id: 'words-of-the-post',
      certainty: 'certain',
      what: { kind: 'words', about: 'signs', text: 'grey in the face', witness: null },
    },
  ] as const
  await house.server.incidents.take(
    { said, sentAt: now, device: 'phone-of-the-post' },
    { device: 'phone', person: null },
  )
  const listed = { address: 'prod@house.example', role: 'prod', sections: ['times'] } as const
  const settings = settingsAt(smtp.port)
  const recipients = [...settings.recipients, { ...listed, sections: [...listed.sections] }]
  const kept = await post(house, cookie, 'post-settings', {
    settings: { ...settings, recipients },
    password: null,
  })
  expect([kept.status, kept.text]).toEqual([200, expect.anything()])
  const { letters } = JSON.parse(
    (await post(house, cookie, 'post-read', { performance: 1 })).text,
  ) as PostLetters
  const filed = 'An incident report was filed.'
  expect(letters.map(({ text }) => text.includes(filed))).toEqual([true, true, false])
  for (const { text } of letters) expect(text).not.toMatch(/Dock|grey in the face/)
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

test('POST-11, POST-12: a producer gets what is on the list, as it was read, and no list goes unread or wrong', async () => {
  const { house, smtp, cookie } = await opened()
  const write = (text: string) =>
    house.server.stage.night()?.owner.submit({
      id: `note-${text}`,
      by: {
        device: id<'device'>('d'),
        roles: ['caller', 'SM'],
        person: null,
        department: null,
        place: null,
      },
      madeAt: house.server.stage.night()?.performance.curtainAt ?? instant(0),
      command: { name: 'note.write', department: null, text },
    })
  await write('Lamp two flickers')
  const listed = (sections: readonly ReportSection[] | undefined, role: RecipientRole = 'prod') =>
    post(house, cookie, 'post-settings', {
      settings: settingsAt(smtp.port, {
        recipients: [
          { address: 'prod@house.example', role, ...(sections ? { sections: [...sections] } : {}) },
        ],
      }),
      password: null,
    })
  for (const wrong of [
    await listed(undefined),
    await listed([]),
    await listed(['tasks']),
    await listed(['notes'], 'SM'),
  ])
    expect(wrong.text).toContain('choose which sections')
  expect((await listed(['times'])).status).toBe(200)
  const read = async () =>
    JSON.parse((await post(house, cookie, 'post-read', { performance: 1 })).text) as PostLetters
  const times = await read()
  expect(times.letters[0]?.text).not.toMatch(/flickers|No notes|Holds/i)
  expect((await post(house, cookie, 'post-send', { performance: 1 })).text).toContain('Read first')
  await listed(['times', 'notes'])
  expect((await post(house, cookie, 'post-send', { performance: 1, read: times.read })).status).toBe(409)
  const first = await read()
  await write('And lamp three')
  expect((await post(house, cookie, 'post-send', { performance: 1, read: first.read })).status).toBe(409)
  const again = await read()
  expect((await post(house, cookie, 'post-send', { performance: 1, read: again.read })).status).toBe(200)
  await done(house, cookie)
  const sent = smtp.taken.map(({ text }) => text).join()
  expect(again.letters.map(({ to }) => to)).toEqual([['prod@house.example']])
  for (const line of ['Lamp two flickers', 'And lamp three'])
    expect([line, sent]).toEqual([line, expect.stringContaining(line)])
  expect(sent).not.toMatch(/Holds/)
})

test('POST-12: a list is read, and kept as a file, where no mail server is entered', async () => {
  const { house, cookie } = await opened()
  const list = { role: 'dir', sections: ['times', 'notes'] }
  const { letters } = JSON.parse(
    (await post(house, cookie, 'post-read', { performance: 1, list })).text,
  ) as PostLetters
  expect(letters.map(({ to, text }) => [to, text.includes('No notes')])).toEqual([[[], true]])
  expect((await post(house, cookie, 'post-read', { performance: 1 })).text).toContain('Enter the mail server')
  const other = await post(house, cookie, 'post-read', {
    performance: 1,
    list: { role: 'prod', sections: ['tasks'] },
  })
  expect(other.text).toContain('First choose which sections')
})
