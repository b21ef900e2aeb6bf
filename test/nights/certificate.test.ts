// The certificate as a person at a terminal makes it, and a server that is told of one.

import { X509Certificate } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { get } from 'node:https'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { issueServer, makeAuthority } from '../../src/server/certificate/issue.ts'
import { namesFor } from '../../src/server/certificate/names.ts'
import { ghostlight, serveGhostlight, temporaryFolder } from '../kit/ghostlight.ts'

function folder(): string {
  const one = temporaryFolder()
  onTestFinished(() => one.remove())
  return one.path
}

/** The status of one page by https, believing this authority alone. */
const ask = (port: number, ca: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = get({ host: '127.0.0.1', port, path: '/api/health', ca, agent: false }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    asked.on('error', reject)
  })

const OPENS_MS_MAX = 20_000

test('CERT-13, CERT-7: the command makes one authority, and a server that is running speaks https by it', async () => {
  const data = folder()
  const served = await serveGhostlight('--data', data)
  onTestFinished(() => void served.end('SIGKILL'))
  const wayIn = async () =>
    (await (await fetch(`${served.address}/api/way-in`)).json()) as { port: number | null }
  expect((await wayIn()).port).toBeNull()
  const file = join(data, 'carried.crt')
  const first = await ghostlight('certificate', '--data', data, '--out', file)
  expect([first.code, first.err]).toEqual([0, ''])
  const { fingerprint256, raw } = new X509Certificate(readFileSync(file))
  expect(first.out).toContain(fingerprint256)
  const again = await ghostlight('certificate', '--data', data)
  expect(again.out).toContain(fingerprint256)
  expect(again.out).toContain('There is already')
  await expect.poll(async () => (await wayIn()).port, { timeout: OPENS_MS_MAX }).not.toBeNull()
  const pem = `-----BEGIN CERTIFICATE-----\n${raw.toString('base64')}\n-----END CERTIFICATE-----\n`
  expect(await ask((await wayIn()).port ?? 0, pem)).toBe(200)
  expect(await served.end('SIGTERM')).toBe(0)
})

test('CERT-6: a certificate of one’s own is shown; one without its key, or with another’s, is refused at the start', async () => {
  const data = folder()
  const authority = makeAuthority(Date.now())
  const own = issueServer(authority, namesFor([], 'desk'), Date.now())
  const [cert, key, other] = ['own.pem', 'own-key.pem', 'other-key.pem'].map((name) => join(data, name))
  writeFileSync(cert ?? '', own.certificate)
  writeFileSync(key ?? '', own.key)
  writeFileSync(other ?? '', authority.key)
  for (const words of [
    ['--cert', cert ?? ''],
    ['--cert', cert ?? '', '--key', other ?? ''],
  ]) {
    const ran = await ghostlight('serve', '--port', '0', '--data', data, ...words)
    expect(ran.code).toBe(1)
    expect(ran.err).toMatch(/go together|is not the key of/)
  }
  const served = await serveGhostlight('--data', data, '--cert', cert ?? '', '--key', key ?? '')
  onTestFinished(() => void served.end('SIGKILL'))
  const told = (await (await fetch(`${served.address}/api/way-in`)).json()) as {
    port: number
    authority: unknown
  }
  expect(told.authority).toBeNull()
  expect(await ask(told.port, authority.certificate)).toBe(200)
  await served.end('SIGTERM')
})
