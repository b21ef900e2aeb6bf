// What a device is told of the way in with a certificate before it is anybody: where it is, and what to trust for it.

import type { ServerResponse } from 'node:http'
import type { WayIn } from '../../wire/way-in.ts'

/** As it is saved on a phone: a name that says whose it is. */
export const AUTHORITY_PATH = '/ghostlight-authority.crt'

export type Secured = {
  readonly port: number | null
  readonly authority: {
    readonly name: string
    readonly fingerprint: string
    readonly thumbprint: string
    readonly file: Buffer
  } | null
}

/** All of it is public: it stands in the certificate that every browser is shown. */
export const wayIn = (secured: Secured | null): WayIn => ({
  port: secured?.port ?? null,
  authority: secured?.authority
    ? {
        name: secured.authority.name,
        fingerprint: secured.authority.fingerprint,
        thumbprint: secured.authority.thumbprint,
      }
    : null,
})

export function sendAuthority(
  secured: Secured | null,
  headers: Readonly<Record<string, string>>,
  response: ServerResponse,
): void {
  const file = secured?.authority?.file
  response.writeHead(file ? 200 : 404, {
    ...headers,
    'Cache-Control': 'no-store',
    // By this kind, telephones offer to install it.
    'Content-Type': file ? 'application/x-x509-ca-cert' : 'text/plain',
  })
  response.end(file ?? 'No certificate has been made in this house.')
}
