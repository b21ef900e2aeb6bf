// Plain requests: the screens, pairing, who am I, the report as data.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { may, type Viewer } from '../../core/disclosure/policy.ts'
import { asViewer } from '../../core/installation/installation.ts'
import { BOOK_BYTES_MAX } from '../../wire/accident.ts'
import { CARE_BYTES_MAX } from '../../wire/care.ts'
import type { Restored } from '../../wire/copies.ts'
import { HEADS_BYTES_MAX } from '../../wire/heads.ts'
import { INCIDENT_BYTES_MAX } from '../../wire/incident.ts'
import type { Licences } from '../../wire/licences.ts'
import { NOTICE_BYTES_MAX } from '../../wire/notice.ts'
import { QUIET_BYTES_MAX } from '../../wire/quiet-help.ts'
import { ROLL_CALL_BYTES_MAX } from '../../wire/roll-call.ts'
import { VAULT_BYTES_MAX } from '../../wire/vault.ts'
import type { Clock } from '../clock/clock.ts'
import type { Signer } from '../heads/signer.ts'
import { ownHost } from '../hub/sockets.ts'
import type { Stage } from '../hub/stage.ts'
import { whoIs, whoPrints } from '../hub/who-is.ts'
import type { Incidents } from '../incident/incidents.ts'
import type { Deed, Deeds } from '../office/deeds.ts'
import type { Press } from '../press/press.ts'
import { openBook } from './accident.ts'
import { pathOf } from './answering.ts'
import { BODY_BYTES_MAX, readBody, refuse, send, sendPdf, textOf } from './answers.ts'
import { asksTooMuch, TOO_OFTEN } from './asking.ts'
import { sendCopy, type TakeCopy } from './backup.ts'
import { CARE_PATH, openCareFor } from './care.ts'
import { sendExposure } from './exposure.ts'
import type { StaticFile } from './files.ts'
import { printHandOver } from './hand-over.ts'
import { HEADS_PATH, takeHeads } from './heads.ts'
import { HERE_PATH, sayBack } from './here.ts'
import { CARD_PAGES, type Said, sendCard, takeIncident, tellIncident } from './incident.ts'
import { join } from './join.ts'
import { viewerHere } from './known-by.ts'
import { marked, takesCopy } from './marked.ts'
import { guestHere, MINE_PATHS, mine } from './mine.ts'
import { type AboutNetwork, networkFacts } from './network-facts.ts'
import { NOTICES_PATH, openNoticesFor } from './notices.ts'
import { hidesItsPage, isAskedHere } from './own-pages.ts'
import { headers, pageHeaders, withItsStyles } from './page-headers.ts'
import { type Paper, papers } from './paper.ts'
import { passkeys } from './passkeys-house.ts'
import { FORM, FORM_BYTES_MAX, printSheets } from './print.ts'
import type { PrintWords } from './print-words.ts'
import { answerQuietly, askQuietly, QUIET_ANSWER_PATH, QUIET_PATH } from './quiet-help.ts'
import { ROLL_CALL_PAGES, sendRollCall, takeRollCall } from './roll-call.ts'
import { isSafeWay } from './safe-way.ts'
import { SCREEN_PATHS } from './screen-paths.ts'
import { SEALED_PATH, type Sealed, takeSealed } from './sealed.ts'
import { AUTHORITY_PATH, type Secured, sendAuthority, wayIn } from './way-in.ts'
import type { WhoIsHere } from './who-is-here.ts'

export type RouteOptions = WhoIsHere & {
  readonly stage: Stage
  readonly clock: Clock
  readonly press: Press
  readonly incidents: Incidents
  readonly sealed: Sealed
  readonly signer: Signer
  readonly files: ReadonlyMap<string, StaticFile>
  /** The way in with a certificate; null where there is none. */
  readonly secured: () => Secured | null
  /** The office's requests by path: for whoever edits the show. */
  readonly deeds: Deeds
  /** The name that the house goes by outside, where its operator says so. */
  readonly ownName: string | null
  readonly printWords: PrintWords
  readonly network: () => AboutNetwork
  /** Null where the record is in no file. */
  readonly takeCopy?: TakeCopy | undefined
  /** Whose work is built in: for anybody. */
  readonly licences: () => Licences
  /** What came of putting a copy back, once, for whoever has the key. */
  readonly restored?: ((key: string) => Promise<Restored | null>) | undefined
}

/** Answers one request; never rejects. */
export async function route(
  options: RouteOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = pathOf(request)
  const paper = papers.get(path)
  const deed = options.deeds.get(path)
  const taking = TAKES.get(path)
  const house = houses.get(path)
  // What breaks is told and answered by whoever handed it on (answering.ts).
  options.keys.seen(request.headers)
  if (path.startsWith('/api/') && !isAskedHere(request.headers, path, options.ownName))
    refuse(response, 403, 'elsewhere', 'That is asked for on pages of this house only.')
  else if (asksTooMuch(options, path, request))
    refuse(response, 429, 'too-often', TOO_OFTEN, { Connection: 'close' })
  else if (path === '/api/join') await join(options, request, response)
  else if (path === '/api/passkey') await passkeys(options, request, response)
  else if (path === '/api/key') await options.keys.turn(request, response)
  else if (MINE_PATHS.has(path)) await mine(options, path, request, response)
  else if (path === '/api/accident-book' && request.method === 'GET')
    await readBook(options, request, response)
  else if (house !== undefined) await doHouse(house, [options, request, response])
  else if (taking) await takeSaid(taking, options, request, response)
  else if (path.startsWith(SEALED_PATH)) await takeSaid(sealedAt(path, request), options, request, response)
  else if (path === '/api/me') me(options, request, response)
  else if (path === '/api/print') await print(options, request, response)
  else if (path === '/api/print-word') sendPrintWord(options, request, response)
  else if (paper) await sendPaper(options, paper, request, response)
  else if (deed) await doDeed(options, { deed, path }, request, response)
  else if (path === '/api/exposure') sendExposure(options, whoAsks(options, request), request, response)
  else if (path === '/api/network') await sendNetwork(options, request, response)
  else if (path === '/api/backup') await sendBackup(options, request, response)
  else if (path === '/api/restored') await sendRestored(options, request, response)
  else if (path === HERE_PATH) send(response, 200, sayBack(request.url ?? ''))
  else if (path === '/api/licences') send(response, 200, options.licences())
  else if (path === '/api/way-in') send(response, 200, wayIn(options.secured()))
  else if (path === AUTHORITY_PATH) sendAuthority(options.secured(), headers, response)
  else if (PLAIN_PAGES.has(path) && request.method === 'GET')
    await plainPage(options, path, request, response)
  else sendFile(options, path, request, response)
}

function sendFile(
  { files, secured }: RouteOptions,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    refuse(response, 405, 'method', 'That is not possible here.')
    return
  }
  const file = files.get(path) ?? (SCREEN_PATHS.includes(path) ? files.get('/index.html') : undefined)
  if (!file) {
    refuse(response, 404, 'not-found', 'There is nothing at this address.')
    return
  }
  const more = file.type.startsWith('text/html')
    ? withItsStyles(
        pageHeaders(path, request.socket.localPort, secured()?.port ?? null),
        file.body.toString('utf8'),
      )
    : {}
  response.writeHead(200, { ...headers, ...more, 'Content-Type': file.type, 'Cache-Control': file.cache })
  response.end(request.method === 'HEAD' ? undefined : file.body)
}

/** Without the app: for when somebody is down, and everybody out. */
const PLAIN_PAGES = new Set([...CARD_PAGES.keys(), ...ROLL_CALL_PAGES.keys()])

function plainPage(
  options: RouteOptions,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const more = pageHeaders(path, request.socket.localPort, options.secured()?.port ?? null)
  const rollCall = ROLL_CALL_PAGES.get(path)
  return rollCall
    ? sendRollCall(options.stage, rollCall, { ...headers, ...more }, response)
    : sendCard(
        options,
        {
          drill: CARD_PAGES.get(path)?.drill === true,
          viewer: whoAsks(options, request),
          isHere: ownHost(request.headers.host, options.ownName),
        },
        { ...headers, ...more },
        response,
      )
}

type Taken = Said | { readonly pdf: Uint8Array }
type Taking = {
  readonly bytesMax: number
  readonly take: (options: RouteOptions, viewer: Viewer | null, text: string) => Taken | Promise<Taken>
}

const TAKES: ReadonlyMap<string, Taking> = new Map<string, Taking>([
  ['/api/incident', { bytesMax: INCIDENT_BYTES_MAX, take: takeIncident }],
  ['/api/incident/whole', { bytesMax: BODY_BYTES_MAX, take: tellIncident }],
  ['/api/accident-book', { bytesMax: BOOK_BYTES_MAX, take: openBook }],
  ['/api/hand-over', { bytesMax: BODY_BYTES_MAX, take: printHandOver }],
  [QUIET_PATH, { bytesMax: QUIET_BYTES_MAX, take: askQuietly }],
  [QUIET_ANSWER_PATH, { bytesMax: QUIET_BYTES_MAX, take: answerQuietly }],
  [HEADS_PATH, { bytesMax: HEADS_BYTES_MAX, take: takeHeads }],
  ['/api/roll-call', { bytesMax: ROLL_CALL_BYTES_MAX, take: takeRollCall }],
])

/** Whether it came by a safe way is the request's to say, and no message's. */
const sealedAt = (path: string, request: IncomingMessage): Taking => ({
  bytesMax: VAULT_BYTES_MAX,
  take: ({ sealed }, viewer, text) => takeSealed(sealed, { path, viewer, isSafe: isSafeWay(request) }, text),
})

type House = (
  options: RouteOptions,
  by: { viewer: Viewer | null; isSafe: boolean },
  text: string | null,
) => Promise<Said>
const houses: ReadonlyMap<string, { readonly bytesMax: number; readonly open: House }> = new Map([
  [
    NOTICES_PATH,
    { bytesMax: NOTICE_BYTES_MAX, open: ({ sealed }, by, text) => openNoticesFor(sealed.notices, by, text) },
  ],
  [
    CARE_PATH,
    { bytesMax: CARE_BYTES_MAX, open: ({ sealed }, by, text) => openCareFor(sealed.care, by, text) },
  ],
])

/** Read, or said; whether it came by a safe way is the request's to say, and no message's. */
async function doHouse(
  { bytesMax, open }: NonNullable<ReturnType<typeof houses.get>>,
  [options, request, response]: readonly [RouteOptions, IncomingMessage, ServerResponse],
): Promise<void> {
  const isSafe = isSafeWay(request)
  const take = (from: RouteOptions, viewer: Viewer | null, text: string | null) =>
    open(from, { viewer, isSafe }, text)
  if (request.method === 'POST') return takeSaid({ bytesMax, take }, options, request, response)
  const { status, body } = await take(options, whoAsks(options, request), null)
  send(response, status, body)
}

async function readBook(
  options: RouteOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { status, body } = await openBook(options, whoAsks(options, request), null)
  send(response, status, body)
}

/** Only as JSON, which another site's form cannot send. */
async function takeSaid(
  { bytesMax, take }: Taking,
  options: RouteOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST' || request.headers['content-type'] !== 'application/json')
    return refuse(response, 405, 'method', 'That is not possible here.')
  const body = await readBody(request, bytesMax)
  if (body === null)
    return refuse(response, 413, 'too-long', 'That is too much at once.', { Connection: 'close' })
  const said = await take(options, whoAsks(options, request), body.toString('utf8'))
  if ('pdf' in said) sendPdf(response, said.pdf, 'hand-over.pdf')
  else send(response, said.status, said.body)
}

const whoAsks = ({ stage }: RouteOptions, request: IncomingMessage): Viewer | null =>
  viewerHere(stage, request)

/** `?mine`: a page of whoever is signed in on this tablet, where somebody is (PERSON-16). */
function me(options: RouteOptions, request: IncomingMessage, response: ServerResponse): void {
  const viewer = whoAsks(options, request)
  if (viewer) {
    const prints = whoPrints(options.stage, asGuest(options, request) ?? viewer, options.clock.now())
    send(response, 200, { viewer, prints })
  } else refuse(response, 401, 'not-paired', 'This device is not paired yet.')
}

function asGuest({ stage }: RouteOptions, request: IncomingMessage): Viewer | null {
  const guest = request.url?.endsWith('?mine') === true ? guestHere(stage, request) : null
  return guest && asViewer(guest)
}

async function sendNetwork(
  options: RouteOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const viewer = whoAsks(options, request)
  if (!viewer || !may(viewer, 'pair devices'))
    return refuse(response, 403, 'not-yours', 'A stage manager looks at the network.')
  const { stage, clock, network } = options
  send(response, 200, await networkFacts(network(), stage.installation.state(), clock.now()))
}

async function sendBackup(
  options: RouteOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const viewer = whoAsks(options, request)
  if (request.method !== 'GET') return refuse(response, 405, 'method', 'That is not possible here.')
  if (!viewer || !options.takeCopy || !may(viewer, 'copy the record'))
    return refuse(response, 403, 'not-yours', 'A stage manager takes copies of the record.')
  const take = takesCopy(options, viewer, options.takeCopy)
  if (await sendCopy(take, headers, response, options.clock)) return
  refuse(response, 503, 'busy', 'A copy is on its way already: try again in a moment.')
}

/** The house has opened with another record, which may not know this device: the key is what it shows instead. */
async function sendRestored(
  { restored }: RouteOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const key = request.method === 'POST' ? await readBody(request, BODY_BYTES_MAX) : null
  const told = key === null ? null : await restored?.(key.toString('utf8'))
  send(response, 200, told ?? { state: 'closing' })
}

/** What the office does is for whoever may edit the show, and for nobody else, whatever they send. */
async function doDeed(
  options: RouteOptions,
  { deed, path }: { readonly deed: Deed; readonly path: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const viewer = whoAsks(options, request)
  if (!viewer) return refuse(response, 401, 'not-paired', 'This device is not paired yet.')
  if (deed.may ? !deed.may(viewer) : !may(viewer, 'edit the show'))
    return refuse(response, 403, 'not-yours', deed.whose ?? 'A stage manager edits the show.')
  // Kinds that another site's form cannot send: nothing is edited by a page somebody happened to open.
  const kind = deed.takes === 'file' ? 'application/octet-stream' : 'application/json'
  if (request.method !== deed.method || (deed.method === 'POST' && request.headers['content-type'] !== kind))
    return refuse(response, 405, 'method', 'That is not possible here.')
  const bytes = deed.method === 'POST' ? await readBody(request, deed.bytesMax) : Buffer.alloc(0)
  if (bytes === null) {
    const sentence = `That is larger than ${Math.round(deed.bytesMax / 1024 / 1024)} MB, and was not taken.`
    return refuse(response, 413, 'too-long', sentence, { Connection: 'close' })
  }
  const body = textOf(bytes)
  // A workbook or a document is a file all the same: whoever reads it says what it is.
  if (body === null && deed.takes !== 'file')
    return refuse(response, 409, 'not-text', 'That is not written in UTF-8. Save it as UTF-8 and try again.')
  const asked = new URL(request.url ?? '/', 'http://house').searchParams
  const answer = await deed.run({ viewer, body: body ?? '', bytes, query: asked, now: options.clock.now() })
  if ('file' in answer) sendToKeep(response, await marked(options, viewer, path, answer))
  else send(response, answer.status, answer.said)
}

function sendToKeep(
  response: ServerResponse,
  { file, name, type }: { readonly file: string | Buffer; readonly name: string; readonly type: string },
): void {
  response.writeHead(200, {
    ...headers,
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name.replaceAll(/[^\w.-]+/g, '-')}"`,
    'Cache-Control': 'no-store',
  })
  response.end(file)
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
  const { stage, clock, incidents } = options
  const written = await paper(stage, viewer, asked, clock.now(), clock, incidents)
  const country = stage.night()?.plan.show.country
  if (written) send(response, 200, { ...written, country, readBy: whoIs(stage, viewer) })
  else refuse(response, 403, 'not-yours', 'There is no such sheet for this device.')
}

/** For the next form of this device; a page of another site can neither ask for it nor read it. */
function sendPrintWord(options: RouteOptions, request: IncomingMessage, response: ServerResponse): void {
  const viewer = whoAsks(options, request)
  if (request.method !== 'POST') refuse(response, 405, 'method', 'That is not possible here.')
  else if (!viewer) refuse(response, 401, 'not-paired', 'This device is not paired yet.')
  else send(response, 200, { word: options.printWords.make(viewer.device) })
}

/** Sent by a form, into a tab of its own: what cannot be printed is said there in a sentence. */
async function print(
  options: RouteOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const viewer = whoAsks(options, request)
  const isForm = request.method === 'POST' && request.headers['content-type'] === FORM
  if (!isForm) return refuse(response, 405, 'method', 'That is not possible here.')
  if (!viewer) return refuse(response, 401, 'not-paired', 'This device is not paired yet.')
  const body = await readBody(request, FORM_BYTES_MAX)
  if (body === null)
    return refuse(response, 413, 'too-long', 'That names too many sheets.', { Connection: 'close' })
  const form = new URLSearchParams(body.toString('utf8'))
  const hidden = hidesItsPage(request.headers)
  const as = asGuest(options, request) ?? viewer
  const answer = await printSheets(options, { here: viewer, as }, form, hidden)
  if (!answer.ok) return refuse(response, answer.status, 'not-printed', answer.sentence)
  sendPdf(response, answer.bytes, answer.name)
}
