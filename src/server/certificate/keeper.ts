// Which certificate the server shows: the house's own, renewed by itself when it is due or names change, or one brought along.

import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hasAuthority, readPair, writePair } from './folder.ts'
import { commonNameOf, issueServer, makeAuthority, type Pair } from './issue.ts'
import type { SaidName } from './names.ts'

/** Renewed when less than this is left: a house that is dark for a month opens with a good one. */
export const RENEW_BEFORE_MS = 60 * 24 * 3_600_000

/** What devices are asked to trust. `fingerprint`: SHA-256 of the certificate, in pairs; `thumbprint`: SHA-1, which Windows shows. */
export type Authority = {
  readonly name: string
  readonly fingerprint: string
  readonly thumbprint: string
  readonly file: Buffer
}

export type Keeper = {
  /** What to show now; null where there is no authority and none was brought. Throws what is wrong, in a sentence. */
  current(now: number): Pair | null
  /** Null where there is none, and where the certificate was brought along. */
  authority(): Authority | null
  /** Makes the authority where there is none; the one there is stays. */
  make(now: number): void
}

/** `names`: asked anew each time, for a laptop changes its address. */
export function keepOwn(dataDir: string, names: () => readonly SaidName[]): Keeper {
  let shown: Pair | null = null
  return {
    current: (now) => {
      const authority = hasAuthority(dataDir) ? read(dataDir, 'authority') : null
      if (authority === null) return null
      shown ??= readServer(dataDir)
      const wanted = names()
      if (shown && isGood(shown, authority, wanted, now)) return shown
      shown = issueServer(authority, wanted, now)
      writePair(dataDir, 'server', shown)
      return shown
    },
    authority: () => (hasAuthority(dataDir) ? authorityOf(read(dataDir, 'authority')?.certificate) : null),
    make: (now) => {
      if (!hasAuthority(dataDir)) writePair(dataDir, 'authority', makeAuthority(now))
    },
  }
}

/** A certificate of the house's own making or buying; read again when its files are others. */
export function keepBrought(files: { readonly certificate: string; readonly key: string }): Keeper {
  return {
    current: () => {
      const pair = {
        certificate: readFileSync(files.certificate, 'utf8'),
        key: readFileSync(files.key, 'utf8'),
      }
      if (!isPair(pair))
        throw new Error(`${files.key} is not the key of the certificate in ${files.certificate}.`)
      return pair
    },
    authority: () => null,
    make: () => {
      throw new Error('This server shows a certificate that was brought along, so none is made.')
    },
  }
}

function authorityOf(certificate: string | undefined): Authority | null {
  if (certificate === undefined) return null
  const { fingerprint256, fingerprint, raw } = new X509Certificate(certificate)
  return { name: commonNameOf(certificate), fingerprint: fingerprint256, thumbprint: fingerprint, file: raw }
}

function read(dataDir: string, whose: 'authority'): Pair | null {
  const pair = readPair(dataDir, whose)
  if (pair && !isPair(pair))
    throw new Error(
      'The house’s authority cannot be read: its key and its certificate do not belong together.',
    )
  return pair
}

/** One that is damaged is made anew: nobody has to trust it by itself. */
function readServer(dataDir: string): Pair | null {
  try {
    return readPair(dataDir, 'server')
  } catch {
    return null
  }
}

function isGood(shown: Pair, authority: Pair, wanted: readonly SaidName[], now: number): boolean {
  if (!isPair(shown)) return false
  const certificate = new X509Certificate(shown.certificate)
  const by = new X509Certificate(authority.certificate)
  const says = saidBy(certificate)
  return (
    certificate.checkIssued(by) &&
    certificate.verify(by.publicKey) &&
    Date.parse(certificate.validFrom) <= now &&
    Date.parse(certificate.validTo) - now >= RENEW_BEFORE_MS &&
    wanted.every(({ value }) => says.has(value))
  )
}

/** "DNS:localhost, IP Address:10.0.0.2" */
const saidBy = ({ subjectAltName }: X509Certificate): ReadonlySet<string> =>
  new Set((subjectAltName ?? '').split(', ').map((one) => one.replace(/^(DNS|IP Address):/, '')))

function isPair({ certificate, key }: Pair): boolean {
  try {
    return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key))
  } catch {
    return false
  }
}
