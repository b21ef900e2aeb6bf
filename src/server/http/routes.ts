// Plain requests: the screens, pairing, who am I, the report as data.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { may } from '../../core/disclosure/policy.ts'
import { viewerOf } from '../../core/installation/installation.ts'
import { screenNames } from '../../core/installation/screens.ts'
import type { Clock } from '../clock/clock.ts'
import type { Stage } from '../hub/stage.ts'
import { sendCopy, type TakeCopy } from './backup.ts'
import type { Codes } from './codes.ts'
import { cookieName, credentialOf } from './cookies.ts'
import type { StaticFile } from './files.ts'
import { joinBy } from './join.ts'
import { type Paper, papers } from './paper.ts'

export const BODY_BYTES_MAX = 4 * 1024
const SCREENS = ['', ...screenNames, ...['join', 'report', 'run-sheet', 'statistics', 'tasks', 'cards']].map(
  (name) => `/${name}`,
)

export type RouteOptions = {
  readonly stage: Stage
  readonly clock: Clock
  readonly files: ReadonlyMap<string, StaticFile>
  readonly codes: Codes
  /** Null where the record is in no file. */
  readonly takeCopy?: TakeCopy | undefined
}

const headers = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': policy("'self'"),
}

function policy(connect: string): string {
  return `default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src ${connect}; frame-ancestors 'none'; base-uri 'none'`
}

/** A page goes on at the server's other addresses, which nobody knows yet when it is sent: by socket, at this port. */
const pagePolicy = (port: number | undefined): string =>
  policy(port === undefined ? "'self'" : `'self' ws://*:${port} wss://*:${port}`)

/** Answers one request; never rejects. */
export async function route(
  options: RouteOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/'
  const paper = papers.get(path)
  try {
    if (path === '/api/join') await join(options, request, response)
    else if (path === '/api/me') me(options, request, response)
    else if (paper) await sendPaper(options, paper, request, response)
    else if (path === '/api/backup') await sendBackup(options, request, response)
    else if (path === '/api/health') send(response, 200, { ok: true })
    else sendFile(options, path, request, response)
  } catch {
    if (!response.headersSent)
      send(response, 500, { refusal: { code: 'server', sentence: 'The server could not do that.' } })
    else response.end()
  }
}

function send(
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

const refuse = (
  response: ServerResponse,
  status: number,
  code: string,
  sentence: string,
  more: Readonly<Record<string, string>> = {},
): void => send(response, status, { refusal: { code, sentence } }, more)

function sendFile(
  { files }: RouteOptions,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    refuse(response, 405, 'method', 'That is not possible here.')
    return
  }
  const file = files.get(path) ?? (SCREENS.includes(path) ? files.get('/index.html') : undefined)
  if (!file) {
    refuse(response, 404, 'not-found', 'There is nothing at this address.')
    return
  }
  const more = file.type.startsWith('text/html')
    ? { 'Content-Security-Policy': pagePolicy(request.socket.localPort) }
    : {}
  response.writeHead(200, { ...headers, ...more, 'Content-Type': file.type, 'Cache-Control': file.cache })
  response.end(request.method === 'HEAD' ? undefined : file.body)
}

async function join(
  options: RouteOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Only JSON, which another site's form cannot send: nobody is paired by a page they happened to open.
  if (request.method !== 'POST' || request.headers['content-type'] !== 'application/json') {
    refuse(response, 405, 'method', 'That is not possible here.')
    return
  }
  const body = await readBody(request)
  if (body === null) {
    refuse(response, 413, 'too-long', 'That is too long to be a link.', { Connection: 'close' })
    return
  }
  const { status, said, cookie } = await joinBy(options, body, request.socket.remoteAddress ?? '')
  send(response, status, said, cookie === null ? {} : { 'Set-Cookie': cookie })
}

/** The body as text, or null where it is longer than anything we take. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  // Left open, so that whoever sent too much is still told so.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length
    if (bytes > BODY_BYTES_MAX) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function whoAsks({ stage }: RouteOptions, request: IncomingMessage) {
  const state = stage.installation.state()
  const credential = credentialOf(request.headers, cookieName(state))
  return credential && viewerOf(state, credential.device, credential.secretHash)
}

function me(options: RouteOptions, request: IncomingMessage, response: ServerResponse): void {
  const viewer = whoAsks(options, request)
  if (viewer) send(response, 200, { viewer })
  else refuse(response, 401, 'not-paired', 'This device is not paired yet.')
}

async function sendBackup(
  options: RouteOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const viewer = whoAsks(options, request)
  // By a link of our own pages only: another site's must not fill a disk with copies.
  const isOwn = (request.headers['sec-fetch-site'] ?? 'same-origin') === 'same-origin'
  if (!viewer || !isOwn || !options.takeCopy || !may(viewer, 'copy the record')) {
    refuse(response, 403, 'not-yours', 'A stage manager takes copies of the record.')
    return
  }
  if (await sendCopy(options.takeCopy, headers, response)) return
  refuse(response, 503, 'busy', 'A copy is on its way already: try again in a moment.')
}

async function sendPaper(
  options: RouteOptions,
  paper: Paper,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const viewer = whoAsks(options, request)
  if (!viewer) {
    refuse(response, 401, 'not-paired', 'This device is not paired yet.')
    return
  }
  const asked = new URL(request.url ?? '/', 'http://house').searchParams
  const written = await paper(options.stage, viewer, asked, options.clock.now())
  if (written) send(response, 200, written)
  else refuse(response, 403, 'not-yours', 'There is no such sheet for this device.')
}
