// Under which names and addresses a certificate of ours may stand, and what an authority is bound to.

import { isIP } from 'node:net'
import { type Bytes, bytesOf, placed, plain, sequence } from './der.ts'

export type SaidName = { readonly type: 'dns' | 'ip'; readonly value: string }

/** More than any laptop has; the first are the likeliest. */
export const NAMES_MAX = 40

/** Names that mean something in a house's own network and nowhere else. */
const OWN_DOMAINS = ['local', 'lan', 'home.arpa', 'localhost'] as const

type Range = { readonly address: Bytes; readonly bits: number }

/** Private, link-local, shared and loopback addresses: none of them is anybody's on the internet. */
const OWN_RANGES: readonly Range[] = [
  { address: [10, 0, 0, 0], bits: 8 },
  { address: [100, 64, 0, 0], bits: 10 },
  { address: [127, 0, 0, 0], bits: 8 },
  { address: [169, 254, 0, 0], bits: 16 },
  { address: [172, 16, 0, 0], bits: 12 },
  { address: [192, 168, 0, 0], bits: 16 },
]

/** The other kind of number is never printed or shown, so none is said and none may be. */
const NONE_OF_SIXTEEN: Range = { address: Array<number>(16).fill(0), bits: 128 }

/**
 * What is said in the server's certificate: where it is reached, by name and by number, and this machine itself. What
 * the authority may not vouch for is left out, or a device would refuse the rest with it.
 */
export function namesFor(addresses: readonly string[], hostname: string): readonly SaidName[] {
  const hosts = [...addresses.flatMap(hostOf), `${hostname.split('.')[0]}.local`, 'localhost', '127.0.0.1']
  const own = [...new Set(hosts.map((host) => host.toLowerCase()))].filter(isOwn)
  return own.slice(0, NAMES_MAX).map((value) => ({ type: isIP(value) === 0 ? 'dns' : 'ip', value }))
}

function hostOf(address: string): readonly string[] {
  try {
    return [new URL(address).hostname]
  } catch {
    return []
  }
}

function isOwn(host: string): boolean {
  if (isIP(host) === 4) return OWN_RANGES.some((range) => isWithin(numbersOf(host), range))
  const isPlain = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(host)
  return isPlain && OWN_DOMAINS.some((one) => host === one || host.endsWith(`.${one}`))
}

const numbersOf = (host: string): Bytes => host.split('.').map(Number)

const isWithin = (address: Bytes, range: Range): boolean =>
  maskOf(range).every(
    (mask, index) => ((address[index] ?? 0) & mask) === ((range.address[index] ?? 0) & mask),
  )

const maskOf = ({ address, bits }: Range): Bytes =>
  address.map((_, index) => (0xff << (8 - Math.min(8, Math.max(0, bits - index * 8)))) & 0xff)

/** A list of names as it stands in a certificate (RFC 5280, 4.2.1.6). */
export const nameBytes = (names: readonly SaidName[]): Bytes =>
  sequence(
    ...names.map(({ type, value }) =>
      type === 'dns' ? plain(2, bytesOf(value)) : plain(7, numbersOf(value)),
    ),
  )

/** What an authority may vouch for (RFC 5280, 4.2.1.10): our domains and ranges, and nothing else of their kinds. */
export function constraintBytes(): Bytes {
  const domains = OWN_DOMAINS.map((domain) => plain(2, bytesOf(domain)))
  const ranges = [...OWN_RANGES, NONE_OF_SIXTEEN].map((range) =>
    plain(7, [...range.address, ...maskOf(range)]),
  )
  return sequence(placed(0, ...[...domains, ...ranges].map((name) => sequence(name))))
}
