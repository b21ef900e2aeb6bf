// How a paired device is known again: one cookie, its secret kept by the browser and never readable by a page.

import { createHash, randomBytes } from 'node:crypto'
import type { InstallationState } from '../../core/installation/installation.ts'

/** What cookies were called before an installation had a name of its own; still believed, for they hold no more. */
export const OLD_COOKIE_NAME = 'ghostlight'
const YEAR_S = 365 * 24 * 3600

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** 256 bits from the system; its hash is what the installation keeps. */
export function freshSecret(): { readonly secret: string; readonly hash: string } {
  const secret = randomBytes(32).toString('base64url')
  return { secret, hash: sha256(secret) }
}

export const freshId = (): string => randomBytes(9).toString('base64url')

export type Credential = { readonly device: string; readonly secretHash: string }

/** "device.secret", from a link or a cookie; null where it is not of that form. */
export function readCredential(text: string): Credential | null {
  const dot = text.indexOf('.')
  if (dot <= 0 || text.length > 200) return null
  return { device: text.slice(0, dot), secretHash: sha256(text.slice(dot + 1)) }
}

/**
 * Browsers send the cookies of a host to every port of it, so each installation has a name of its own for its cookie:
 * after the first device it ever invited, which it keeps for ever.
 */
export function cookieName({ devices }: Pick<InstallationState, 'devices'>): string {
  const [first] = devices
  return first ? `${OLD_COOKIE_NAME}-${sha256(first.id).slice(0, 12)}` : OLD_COOKIE_NAME
}

/** A browser sends one of a name; more were slipped in by another port of this host, or on the way. */
export const COOKIES_LOOKED_MAX = 8

/** All that stand under this name, as they were sent. */
export const credentialsFromCookies = (header: string | undefined, name: string): readonly Credential[] =>
  (header ?? '')
    .split(';')
    .map((part) => part.trim().split('=', 2))
    .filter(([found, value]) => found === name && value)
    .slice(0, COOKIES_LOOKED_MAX)
    .flatMap(([, value = '']) => readCredential(value) ?? [])

/** A program has no cookie jar: it says the same two things in the standard header. */
export function credentialFromBasic(header: string | undefined): Credential | null {
  const [, encoded] = /^Basic ([A-Za-z0-9+/=]{1,400})$/.exec(header ?? '') ?? []
  if (encoded === undefined) return null
  const [device, ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  return device && secret.length > 0 ? { device, secretHash: sha256(secret.join(':')) } : null
}

/** Strict: another site can neither send it nor use it. No `Secure` on a plain-HTTP LAN, where it would be dropped. */
export const setCookie = (name: string, device: string, secret: string, seconds = YEAR_S): string =>
  `${name}=${device}.${secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}`
