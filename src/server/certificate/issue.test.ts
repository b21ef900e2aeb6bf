// What is made is read back by the platform's own eyes, and believed under its names only.

import { createPrivateKey, X509Certificate } from 'node:crypto'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import { AUTHORITY_DAYS, BACKDATED_MS, issueServer, makeAuthority, type Pair, SERVER_DAYS } from './issue.ts'
import { NAMES_MAX, namesFor, type SaidName } from './names.ts'

const DAY_MS = 24 * 3_600_000
const now = Math.floor(Date.now() / 1000) * 1000
const authority = makeAuthority(now)

/** What a client that trusts the authority alone thinks of it; null where it believes. */
async function doubtOf(pair: Pair, servername: string, trusted = authority): Promise<string | null> {
  const server = createServer({ cert: pair.certificate, key: pair.key })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())))
  // `as`: a server that listens on a port has one.
  const { port } = server.address() as AddressInfo
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', servername, ca: trusted.certificate }, () => {
      socket.destroy()
      resolve(null)
    })
    socket.on('error', (error) => resolve(error.message))
  })
}

test('CERT-1: an authority signs no other and is believed for the names of a house, and for none outside', async () => {
  const read = new X509Certificate(authority.certificate)
  expect([read.ca, read.checkIssued(read), read.verify(read.publicKey)]).toEqual([true, true, true])
  expect(read.subject).toMatch(/^CN=Ghostlight authority [0-9A-F]{8}$/)
  const own = (name: string): SaidName[] => [{ type: 'dns', value: name }]
  expect(await doubtOf(issueServer(authority, own('stage.local'), now), 'stage.local')).toBeNull()
  for (const name of ['bank.example', 'local.bank.example', 'notlocal'])
    expect(await doubtOf(issueServer(authority, own(name), now), name)).toMatch(/permitted subtree violation/)
})

test('CERT-2: the certificate says where the server is reached, by name and number, and leaves out what is not the house’s', async () => {
  const names = namesFor(
    [
      'http://192.168.1.20:4444',
      'http://ghostlight.local:4444',
      'http://8.8.8.8:4444',
      'http://show.example.com',
      'nothing',
      'http://[fd00::1]:4444',
    ],
    'Prompt-Desk.example.com',
  )
  expect(names.map(({ value }) => value)).toEqual([
    ...['192.168.1.20', 'ghostlight.local', 'prompt-desk.local', 'localhost', '127.0.0.1'],
  ])
  const pair = issueServer(authority, names, now)
  const read = new X509Certificate(pair.certificate)
  expect(read.checkPrivateKey(createPrivateKey(pair.key))).toBe(true)
  expect([read.checkIP('192.168.1.20'), read.checkHost('ghostlight.local')]).toEqual([
    '192.168.1.20',
    'ghostlight.local',
  ])
  expect(await doubtOf(pair, 'ghostlight.local')).toBeNull()
  expect(await doubtOf(pair, 'other.local')).toMatch(/does not match/)
  expect(await doubtOf(pair, 'ghostlight.local', makeAuthority(now))).not.toBeNull()
})

test('CERT-2: of forty-one names the last is left out, and the rest is believed', async () => {
  const many = Array.from({ length: NAMES_MAX + 10 }, (_, index) => `http://10.0.0.${index + 1}:4444`)
  const names = namesFor(many, 'desk')
  expect(names).toHaveLength(NAMES_MAX)
  expect(names.at(-1)?.value).toBe(`10.0.0.${NAMES_MAX}`)
  const read = new X509Certificate(issueServer(authority, names, now).certificate)
  expect(read.checkIP(`10.0.0.${NAMES_MAX}`)).toBeDefined()
})

test('CERT-3: both begin a day early; the authority lasts ten years, the server’s less than phones take', () => {
  const spanOf = ({ certificate }: Pair) => {
    const { validFrom, validTo } = new X509Certificate(certificate)
    return [now - Date.parse(validFrom), Date.parse(validTo) - now]
  }
  expect(spanOf(authority)).toEqual([BACKDATED_MS, AUTHORITY_DAYS * DAY_MS])
  const server = issueServer(authority, namesFor([], 'desk'), now)
  expect(spanOf(server)).toEqual([BACKDATED_MS, SERVER_DAYS * DAY_MS])
  expect(SERVER_DAYS + 1).toBeLessThan(825)
  // An authority that ends after 2049 is written in the other form of years.
  const late = makeAuthority(Date.UTC(2045, 0, 1))
  expect(new X509Certificate(late.certificate).validTo).toContain('2054')
})
