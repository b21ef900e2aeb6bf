// What every route needs: the body of a request within its bound, and an answer as JSON, as a refusal, as a page to print.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { headers } from './page-headers.ts'

/** Of whatever is asked in a line or two. */
export const BODY_BYTES_MAX = 4 * 1024

export function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  more: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    ...headers,
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    ...more,
  })
  response.end(JSON.stringify(body))
}

export const refuse = (
  response: ServerResponse,
  status: number,
  code: string,
  sentence: string,
  more: Readonly<Record<string, string>> = {},
): void => send(response, status, { refusal: { code, sentence } }, more)

/** The body, or null where it is longer than anything we take. */
export async function readBody(request: IncomingMessage, bytesMax: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  // Left open, so that whoever sent too much is still told so.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length
    if (bytes > bytesMax) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export function sendPdf(response: ServerResponse, bytes: Uint8Array, name: string): void {
  response.writeHead(200, {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Content-Security-Policy': "frame-ancestors 'none'",
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="${name}"`,
    'Cache-Control': 'no-store',
  })
  response.end(bytes)
}

/** Bytes that are no UTF-8 would come out as other letters, and nobody would notice in whose name. */
export function textOf(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
