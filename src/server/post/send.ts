// One mail to the house's mail server: what it took, or why not, sorted into kinds with its own words.

import { rootCertificates } from 'node:tls'
import { createTransport } from 'nodemailer'
import type { Delivery, KeptPost, PostTrouble } from '../../wire/post.ts'

export type Letter = {
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  /** The same at each attempt, so that a server that had it already knows it again. */
  readonly messageId: string
}

export type Sending =
  | { readonly ok: true; readonly deliveries: readonly Delivery[] }
  /** `again`: nothing was taken for certain, and it may be different in a moment. */
  | { readonly ok: false; readonly trouble: PostTrouble; readonly again: boolean }

const SAID_LENGTH_MAX = 300

/** Never rejects. */
export async function sendLetter(
  { settings, password }: KeptPost,
  letter: Letter,
  /** Until it greets; each later step may take twice as long, for then it has work to do. */
  stepMs: number,
): Promise<Sending> {
  const { host, port, security, user, from, certificate } = settings
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    // Asked for and not there is a refusal: the password never goes out in the clear.
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user === '' || security === 'none' ? {} : { auth: { user, pass: password } }),
    tls: {
      minVersion: 'TLSv1.2',
      ...(certificate.trim() === '' ? {} : { ca: [...rootCertificates, certificate] }),
    },
    connectionTimeout: stepMs,
    greetingTimeout: stepMs,
    socketTimeout: 2 * stepMs,
    dnsTimeout: stepMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    const { to, subject, text, messageId } = letter
    const sent = await transport.sendMail({ from, to, subject, text, messageId })
    const refused = new Map((sent.rejectedErrors ?? []).map((one) => [one.recipient, one.response ?? '']))
    const deliveries = to.map((address) => ({
      address,
      taken: sent.accepted.includes(address),
      said: sent.accepted.includes(address) ? null : short(refused.get(address) ?? ''),
    }))
    return { ok: true, deliveries }
  } catch (error) {
    return notSent(error)
  } finally {
    transport.close()
  }
}

type MailError = Error & {
  readonly code?: string
  readonly command?: string
  readonly response?: string
  readonly responseCode?: number
}

const UNREACHED = /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ENOTFOUND|EAI_AGAIN/
const CERTIFICATE = /self.signed|certificate|altname|unable to verify|UNABLE_TO|CERT_|ERR_TLS_CERT/i

function notSent(caught: unknown): { ok: false; trouble: PostTrouble; again: boolean } {
  // `as`: what the library throws is an Error with more on it, all of which may be missing.
  const error: MailError = caught instanceof Error ? (caught as MailError) : new Error(String(caught))
  const said = short(error.response ?? error.message)
  const trouble = (kind: PostTrouble['kind'], again: boolean) =>
    ({ ok: false, trouble: { kind, said }, again }) as const
  const { code = '', command = '', responseCode = 0 } = error
  if (CERTIFICATE.test(`${error.message} ${code}`)) return trouble('certificate', false)
  if (code === 'ETLS' || command === 'STARTTLS') return trouble('no-tls', false)
  if (code === 'EAUTH') return trouble('password', false)
  // A "not now" is one with certainty; a "no" is not asked again.
  if (responseCode >= 400) return trouble('refused', responseCode < 500)
  if (/greeting never received|connection timeout/i.test(error.message)) return trouble('silent', true)
  if (code === 'EDNS' || UNREACHED.test(error.message)) return trouble('unreached', true)
  // The line broke in the middle: it may have the mail, and a second one is worse than a question.
  return trouble('unknown', false)
}

const short = (text: string): string =>
  text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, SAID_LENGTH_MAX)
