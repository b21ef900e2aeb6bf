// What a browser is told about each answer: whom it may ask, who may frame it, and that it is what it says.

import { createHash } from 'node:crypto'

export const headers = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': policy("'self'"),
}

function policy(connect: string): string {
  return `default-src 'self'; style-src 'self'; img-src 'self' data:; connect-src ${connect}; frame-ancestors 'none'; base-uri 'none'; form-action 'self'`
}

/**
 * A page goes on at the server's other addresses, which nobody knows yet when it is sent: by socket, at this port. And it
 * asks at the port with a certificate whether its device trusts that.
 */
function pagePolicy(port: number | undefined, securePort: number | null): string {
  const live = port === undefined ? '' : ` ws://*:${port} wss://*:${port}`
  return policy(`'self'${live}${securePort === null ? '' : ` https://*:${securePort}`}`)
}

/** What is watched side by side: our own page may frame it, and nobody else's. */
const FRAMED = ['/watch/desk', '/watch/phone']

export const pageHeaders = (
  path: string,
  port: number | undefined,
  securePort: number | null,
): Readonly<Record<string, string>> =>
  FRAMED.includes(path)
    ? {
        'X-Frame-Options': 'SAMEORIGIN',
        'Content-Security-Policy': pagePolicy(port, securePort).replace(
          "frame-ancestors 'none'",
          "frame-ancestors 'self'",
        ),
      }
    : { 'Content-Security-Policy': pagePolicy(port, securePort) }

/**
 * What is drawn before anything is loaded stands in the page itself: allowed by what it says, so that no other style is.
 * `html`: the page as it is sent.
 */
export function withItsStyles(
  told: Readonly<Record<string, string>>,
  html: string,
): Readonly<Record<string, string>> {
  const styles = [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  )
  const name = 'Content-Security-Policy'
  return {
    ...told,
    [name]: told[name]?.replace("style-src 'self'", ["style-src 'self'", ...styles].join(' ')) ?? '',
  }
}
