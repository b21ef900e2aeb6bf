// The report by mail, to a real mail server on loopback: taken, refused, silent, wrong password, and secured.

import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../../test/kit/ghostlight.ts'
import { openSmtp, type SmtpManner } from '../../../test/kit/smtp.ts'
import type { PostOutcome, PostSettings } from '../../wire/post.ts'
import { systemClock } from '../clock/clock.ts'
import { ATTEMPTS_MAX, type Enclosed, openPost, type Post } from './post.ts'
import { POST_FILE } from './settings.ts'

const STEP_MS = 400

const plain = (port: number, changed: Partial<PostSettings> = {}): PostSettings => ({
  host: '127.0.0.1',
  port,
  security: 'none',
  user: '',
  from: 'desk@house.example',
  certificate: '',
  recipients: [],
  ...changed,
})

const letter: Enclosed = {
  to: ['sm@house.example'],
  subject: 'Slack Water, performance 3: show report',
  text: 'Act 1: up 19:31, naïve – “late”\n.a line that begins with a dot',
}

/** `trusting`: the server's own certificate was entered. */
async function house(
  manner: SmtpManner,
  { trusting = false, ...changed }: Partial<PostSettings> & { readonly trusting?: boolean } = {},
  password = '',
) {
  const smtp = await openSmtp(manner)
  const folder = temporaryFolder()
  const post = openPost({ dataDir: folder.path, clock: systemClock, stepMs: STEP_MS, pausesMs: [10, 10] })
  const certificate = trusting ? smtp.authority : ''
  post.keep(plain(smtp.port, { ...changed, certificate }), password)
  onTestFinished(async () => {
    post.close()
    await smtp.close()
    folder.remove()
  })
  return { smtp, post, folder }
}

type Done = Extract<PostOutcome, { state: 'done' }>

async function sent(post: Post, letters: readonly Enclosed[] = [letter]): Promise<Done> {
  expect(post.send(3, letters)).toBe(true)
  for (;;) {
    const { outcome } = post.told()
    if (outcome?.state === 'done') return outcome
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

test('POST-1: a mail that was taken says by whom and when; nothing is sent without a press', async () => {
  const { smtp, post } = await house({})
  expect([post.told().outcome, smtp.connections()]).toEqual([null, 0])
  const before = Date.now()
  const done = await sent(post)
  expect(done).toMatchObject({ performance: 3, attempts: 1, trouble: null })
  expect(done.deliveries).toEqual([{ address: 'sm@house.example', taken: true, said: null }])
  expect(done.at).toBeGreaterThanOrEqual(before)
  expect(smtp.taken).toHaveLength(1)
  expect(smtp.taken[0]?.to).toEqual(['sm@house.example'])
  expect(smtp.taken[0]?.text).toContain('Subject: Slack Water, performance 3: show report')
})

test('POST-2: an address that the server refuses stands with its own words, and the others have theirs', async () => {
  const refuses = { 'gone@house.example': '550 5.1.1 nobody of that name here' }
  const { smtp, post } = await house({ refuses })
  const done = await sent(post, [{ ...letter, to: ['sm@house.example', 'gone@house.example'] }])
  expect(done.trouble).toBeNull()
  expect(done.deliveries).toEqual([
    { address: 'sm@house.example', taken: true, said: null },
    { address: 'gone@house.example', taken: false, said: expect.stringContaining('nobody of that name') },
  ])
  expect(smtp.taken[0]?.to).toEqual(['sm@house.example'])
})

test('POST-2: a server that says no is asked once, and its words are told', async () => {
  const { smtp, post } = await house({ notNow: { words: '550 5.7.1 not from here', times: 9 } })
  const done = await sent(post)
  expect(done.trouble).toEqual({ kind: 'refused', said: expect.stringContaining('not from here') })
  expect([done.attempts, smtp.connections()]).toEqual([1, 1])
})

test('POST-3: "not now" is tried again, three times at most', async () => {
  const words = '451 4.3.0 come back later'
  const late = await house({ notNow: { words, times: ATTEMPTS_MAX - 1 } })
  expect(await sent(late.post)).toMatchObject({ trouble: null, attempts: ATTEMPTS_MAX })
  const never = await house({ notNow: { words, times: ATTEMPTS_MAX } })
  const done = await sent(never.post)
  expect(done.trouble?.kind).toBe('refused')
  expect(never.smtp.connections()).toBe(ATTEMPTS_MAX)
})

test('POST-3: a server that says nothing is waited for so long at each step and no longer', async () => {
  const { smtp, post } = await house({ silentAt: 'greeting' })
  const began = Date.now()
  const done = await sent(post)
  expect(done.trouble?.kind).toBe('silent')
  expect(done.attempts).toBe(ATTEMPTS_MAX)
  expect(smtp.connections()).toBe(ATTEMPTS_MAX)
  expect(Date.now() - began).toBeLessThan(ATTEMPTS_MAX * STEP_MS * 3)
})

test('POST-3: where it fell silent in the middle of the mail nothing is sent twice', async () => {
  const { smtp, post } = await house({ silentAt: 'end of data' })
  const done = await sent(post)
  expect([done.attempts, smtp.connections()]).toEqual([1, 1])
  expect(done.trouble?.kind).toBe('unknown')
})

test('POST-3: where there is no server at all that is said', async () => {
  const { smtp, post } = await house({})
  await smtp.close()
  expect((await sent(post)).trouble?.kind).toBe('unreached')
})

test('POST-4: a wrong password is told with the server’s words, is tried once, and goes out secured only', async () => {
  const manner = { tls: 'offered', user: { name: 'desk', password: 'right' } } as const
  const secured = { security: 'starttls', user: 'desk', trusting: true } as const
  const wrong = await house(manner, secured, 'wrong')
  const done = await sent(wrong.post)
  expect(done.trouble).toEqual({ kind: 'password', said: expect.stringContaining('not the password') })
  expect([done.attempts, wrong.smtp.connections()]).toEqual([1, 1])
  const right = await house(manner, secured, 'right')
  expect((await sent(right.post)).trouble).toBeNull()
  expect(right.smtp.taken[0]?.secured).toBe(true)
})

test('POST-4: a self-made certificate is believed where it was entered, and else neither password nor mail is sent', async () => {
  for (const security of ['starttls', 'tls'] as const) {
    const tls = security === 'tls' ? 'from the start' : 'offered'
    const manner = { tls, user: { name: 'desk', password: 'right' } } as const
    const believing = await house(manner, { security, user: 'desk', trusting: true }, 'right')
    expect((await sent(believing.post)).trouble).toBeNull()
    const doubting = await house(manner, { security, user: 'desk' }, 'right')
    expect((await sent(doubting.post)).trouble?.kind).toBe('certificate')
    expect(doubting.smtp.heard.some((line) => /^(AUTH|MAIL|DATA)/i.test(line))).toBe(false)
  }
})

test('POST-4: a server that offers no STARTTLS gets neither password nor mail', async () => {
  const { smtp, post } = await house(
    { user: { name: 'desk', password: 'right' } },
    { security: 'starttls', user: 'desk' },
    'right',
  )
  expect((await sent(post)).trouble?.kind).toBe('no-tls')
  expect(smtp.heard.some((line) => /^(AUTH|MAIL)/i.test(line))).toBe(false)
})

test('POST-5: the password lies in a file for this user only, is told to nobody, and is not said to another server', async () => {
  const secured = { security: 'tls' } as const
  const { post, folder, smtp } = await house({}, secured, 'not a secret here')
  const file = join(folder.path, POST_FILE)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8')).toContain('not a secret here')
  expect(JSON.stringify(post.told())).not.toContain('not a secret here')
  expect(post.told().hasPassword).toBe(true)
  post.keep(plain(smtp.port, { ...secured, from: 'other@house.example' }), null)
  expect(post.told().hasPassword).toBe(true)
  post.keep(plain(smtp.port, { ...secured, host: 'localhost' }), null)
  expect(post.told().hasPassword).toBe(false)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('POST-6: one mail at a time: while one is on its way no other is begun', async () => {
  const { post } = await house({ notNow: { words: '451 later', times: 1 } })
  expect(post.send(3, [letter])).toBe(true)
  expect(post.send(3, [letter])).toBe(false)
})

test('ATTACK-48: words that would be another mail, another reader or an order to the mail server are words of this one', async () => {
  const { smtp, post } = await house({})
  const thief = 'thief@elsewhere.example'
  const another = `\r\n.\r\nMAIL FROM:<desk@house.example>\r\nRCPT TO:<${thief}>\r\nDATA\r\nstolen\r\n.\r\nQUIT`
  const subject = `Slack Water\r\nBcc: ${thief}\r\n\r\n${another}`
  const done = await sent(post, [{ ...letter, subject, text: `Act 1${another}\n.\n..\n\u0000end` }])
  expect(done.deliveries).toEqual([{ address: 'sm@house.example', taken: true, said: null }])
  expect(smtp.taken.map(({ to }) => to)).toEqual([['sm@house.example']])
  const [head = ''] = (smtp.taken[0]?.text ?? '').split(/\r?\n\r?\n/)
  expect(head.split(/\r?\n/).filter((line) => /^(?:b?cc|to):/i.test(line))).toEqual(['To: sm@house.example'])
})
