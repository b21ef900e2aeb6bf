// Puts the server together: log, stage, hub, sockets, routes. The only place that does.

import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { later } from '../core/kit/later.ts'
import type { Show } from '../core/show/show.ts'
import type { Restored } from '../wire/copies.ts'
import { readCommands } from '../wire/messages.ts'
import type { SecureLine } from '../wire/way-in.ts'
import { doorKeyOf, type KeptReach, readReach, writeReach } from './announce/kept.ts'
import type { Reach } from './announce/reach.ts'
import { keepBrought, keepOwn } from './certificate/keeper.ts'
import { namesFor } from './certificate/names.ts'
import { openSecurePort, type SecureOptions, type SecurePort } from './certificate/secure-port.ts'
import { type Clock, systemClock } from './clock/clock.ts'
import { readAhead } from './clock/read-ahead.ts'
import { stoppable } from './clock/stoppable.ts'
import { openPlanner } from './cover/planner.ts'
import type { Demonstration } from './demonstration/demonstration.ts'
import { demonstrationIn, watchedBy } from './demonstration/door.ts'
import { type HouseKey, houseKey } from './heads/key.ts'
import { openSigner } from './heads/signer.ts'
import { type Answers, answering, type Way } from './http/answering.ts'
import { closeDoor, connectionsOf, limitsOf } from './http/connections.ts'
import { freshId, freshSecret } from './http/cookies.ts'
import { keepEnded } from './http/ended.ts'
import type { StaticFile } from './http/files.ts'
import { GUEST_PATH, guestBy, knownBy } from './http/known-by.ts'
import { licencesIn } from './http/licences.ts'
import { EVERYWHERE, fixedAddresses, isLoopback, listen, ONLY_HERE } from './http/listen.ts'
import { type AboutNetwork, openVisits } from './http/network-facts.ts'
import { type Passes, passesBy } from './http/passes.ts'
import { openPrintWords } from './http/print-words.ts'
import type { RouteOptions } from './http/routes.ts'
import { openSealed } from './http/sealed-house.ts'
import type { Secured } from './http/way-in.ts'
import { openWhoIsHere } from './http/who-is-here.ts'
import type { Plans } from './hub/drafts.ts'
import { planFirst } from './hub/first-night.ts'
import { type Hub, openHub } from './hub/hub.ts'
import { inviteDesk } from './hub/invite-desk.ts'
import type { Reaching } from './hub/reaching.ts'
import { acceptSockets } from './hub/sockets.ts'
import { openStage, type Stage } from './hub/stage.ts'
import { openWatch } from './hub/watch.ts'
import { aboutTonight } from './hub/who-could.ts'
import { type Incidents, openIncidents } from './incident/incidents.ts'
import { openOffering } from './incident/offering.ts'
import { DATABASE_NAME } from './keep/names.ts'
import { openRecord } from './keep/open-record.ts'
import { openToSend, type ToSend } from './keep/to-send.ts'
import type { OpenedEvenDamaged } from './log/even-damaged.ts'
import type { Log } from './log/log.ts'
import { acceptedShows, builtFrom } from './office/accepted-shows.ts'
import type { Past } from './office/past-deeds.ts'
import { openShowCheck, type ShowCheck } from './office/show-check.ts'
import { openPost, type Post } from './post/post.ts'
import { openPress } from './press/press.ts'
import { eraseAgain } from './privacy/erase.ts'
import { eraseNotes } from './vault/erase-notes.ts'

export type ServerOptions = {
  readonly dataDir: string
  readonly port: number
  /** The record, where it is open or opening already. */
  readonly record?: Promise<OpenedEvenDamaged> | undefined
  /** Of the program: a record that another version wrote last is copied before it is opened. */
  readonly version?: string | undefined
  /** Loopback unless the operator lets the network in. */
  readonly host: string
  /** Where the built screens are; without them only the sockets and the data are served. */
  readonly webDir: string
  /** Published and planned when no performance is planned yet, or when the last one is closed. */
  readonly show: { readonly text: string; readonly show: Show } | null
  /** The show that a night to watch is made of; without it there is none. */
  readonly demoFile?: string | undefined
  readonly goIntervalMs?: number | undefined
  /** When the planned performance's curtain is, from now; otherwise with time for every call. */
  readonly curtainInMs?: number | undefined
  readonly clock?: Clock | undefined
  /** Puts a copy of the record back: by whoever opened this server, for it has to be closed for that. */
  readonly restore?: ((file: string, key: string) => void) | undefined
  /** What came of it, once, for whoever has the key. */
  readonly restored?: ((key: string) => Promise<Restored | null>) | undefined
  /** Closes and opens again, for other machines too: by whoever opened this server. */
  readonly letIn?: (() => void) | undefined
  /** Where https is spoken once there is a certificate; otherwise the port after `port`. */
  readonly securePort?: number | undefined
  /** Files of a certificate that was brought along; otherwise the house makes its own when it is asked to. */
  readonly brought?: { readonly certificate: string; readonly key: string } | undefined
  /** A name that the house goes by outside its own network: no other is answered. */
  readonly ownName?: string | undefined
  /** Where other devices reach this server, by its port; otherwise this machine's addresses, where it is let out. */
  readonly reachedAt?: ((port: number) => readonly string[]) | undefined
}

export type RunningServer = {
  readonly address: string
  /** Where other devices reach it; empty while only this machine may come in. */
  readonly onNetwork: () => readonly string[]
  /** Null while only this machine may come in. */
  readonly reach: Reach | null
  readonly port: number
  /** The way in with a certificate. */
  readonly secure: SecurePort
  readonly stage: Stage
  readonly hub: Hub
  readonly incidents: Incidents
  readonly log: Log
  /** A fresh link that makes a device the prompt desk of this installation. */
  deskLink(): Promise<string>
  close(): Promise<void>
}

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const clock = stoppable(options.clock ?? systemClock)
  const opened = await openNights(options, clock)
  const { log, stage, incidents, sealed, signer, ended } = opened
  // Asked anew each time: a laptop changes its network in the course of a day. None before it listens.
  let reach: Reach | null = null
  let addresses = (): readonly string[] => []
  let secure: SecurePort | null = null
  const kept = readReach(options.dataDir)
  const inside = insideOf(options, { ...opened, clock, passes: passesBy(kept.key) })
  // Before anybody is served: whoever left while the house was closed is not let in once more.
  await inside.company.settle()
  const all = [...closing(inside), signer, sealed, incidents, ended, stage, log, clock]
  const told = () => reach?.told() ?? addresses()
  const ways: Ways = { reach: () => reach, addresses: () => addresses(), secure: () => secure }
  const way: Way = { network: networkOf(options, clock, ways), secured: () => securedBy(secure) }
  const read = later(() => behindTheDoor(options, inside))
  const reaching = reachingBy(inside, ways)
  const watch = openWatch({ stage, clock, unheard: () => hub.unheard() })
  const offering = openOffering({ incidents, clock, ...aboutTonight(stage), looked: () => hub.passed() })
  const planner = openPlanner({ clock })
  const plans: Plans = planner.question
  const ahead = readAhead(clock, [readCommands, read, planner.warm])
  const own = { stage, clock, incidents, beat: watch.beat, plans, ...reaching }
  const hub: Hub = openHub({ ...own, boot: freshId(), freshSecret, freshId, doorKey: doorKeyOf(kept) })
  const furnish = (server: Server) => furnished(server, { ...inside, hub, way, read })
  const server = createServer(limitsOf())
  const end = furnish(server)
  const early = [watch, offering, ahead]
  const port = await listen(server, options.port, options.host).catch(async (error) => {
    await stopped([...early, { close: end }, ...all])
    throw error
  })
  const address = `http://${options.host === EVERYWHERE ? ONLY_HERE : options.host}:${port}`
  const { reachedAt } = options
  if (options.host === EVERYWHERE && !reachedAt) reach = await reachFrom(options, { clock, port, kept, hub })
  addresses = () => reachedAt?.(port) ?? reach?.addresses() ?? fixedAddresses(options.host, port)
  secure = await secureFrom(options, { clock, port, furnish, told, changed: () => hub.moved() })
  reach?.onChange(() => void secure?.look())
  return {
    address,
    secure,
    onNetwork: addresses,
    reach,
    port,
    stage,
    hub,
    incidents,
    log,
    deskLink: async () => `${address}${await inviteDesk(stage, clock, { freshId, freshSecret })}`,
    close: async () => {
      await stopped(early)
      await planner.close()
      await secure?.close()
      await reach?.close()
      await end()
      await stopped(all)
    },
  }
}

/** The pages, the office and the files of the screens: read when somebody first asks, or once it is quiet. */
async function behindTheDoor(options: ServerOptions, inside: Inside): Promise<Answers> {
  const { dataDir, webDir, version = '', restore = null, letIn = null } = options
  const { log, ...known } = inside
  const { route } = await import('./http/routes.ts')
  const { allDeeds } = await import('./office/all-deeds.ts')
  const { readFiles } = await import('./http/files.ts')
  const past: Past = async (now) => {
    const { dueNow } = await import('./privacy/retention.ts')
    const { readKeptShow } = await import('../formats/show-file/read.ts')
    return dueNow({ log, readShow: readKeptShow }, now)
  }
  const record = join(dataDir, DATABASE_NAME)
  const deeds = allDeeds({ ...known, record, version, restore, letIn, past })
  const files = existsSync(webDir) ? readFiles(webDir) : new Map<string, StaticFile>()
  return (ways, request, response) => route({ ...known, ...ways, deeds, files }, request, response)
}

type Opened = { readonly log: Log; readonly stage: Stage; readonly ended: { close(): void } } & Pick<
  RouteOptions,
  'incidents' | 'sealed' | 'signer'
>

async function openNights(options: ServerOptions, clock: Clock): Promise<Opened> {
  const { dataDir, version, goIntervalMs } = options
  const readShow = acceptedShows(dataDir, builtFrom(import.meta.dirname))
  const { log, losses } = await (options.record ?? openRecord({ dataDir, version, clock }))
  let stage: Stage | null = null
  try {
    await eraseAgain({ dataDir, log, clock, readShow })
    stage = await openStage({ log, clock, readShow, goIntervalMs, freshId, losses })
    await planFirst(stage, options, clock.now())
    const ended = await keepEnded({ dataDir, stage, clock })
    const incidents = await openIncidents(log, clock, freshId)
    const sealed = await openSealed({ dataDir, clock, log, freshId }, stage, incidents)
    let key: HouseKey | null = null
    const signer = openSigner({ log, clock, stage, key: () => (key ??= houseKey(dataDir)) })
    return { log, stage, incidents, sealed, signer, ended }
  } catch (error) {
    // Whoever tries again, or with another record in its place, finds it free.
    await stage?.close()
    await log.close()
    throw error
  }
}

/** One after the other: what is behind is closed last. */
async function stopped(all: readonly { close(): unknown }[]): Promise<void> {
  for (const one of all) await one.close()
}

type Ways = {
  readonly reach: () => Reach | null
  readonly addresses: () => readonly string[]
  readonly secure: () => SecurePort | null
}

/** Counts nobody: only when another machine last came to the door. */
function networkOf({ host }: ServerOptions, clock: Clock, { reach, addresses }: Ways): () => AboutNetwork {
  const openedAt = clock.now()
  const visits = openVisits(() => clock.now(), addresses)
  return () => ({
    ...{ visits, openedAt, letsIn: !isLoopback(host), addresses: addresses() },
    name: reach()?.name() ?? null,
    moved: reach()?.moved() ?? null,
    others: reach()?.others() ?? [],
    heardAt: reach()?.heardAt() ?? null,
  })
}

type Inside = Omit<RouteOptions, keyof Way | 'deeds' | 'files'> & {
  readonly log: Log
  readonly passes: Passes
  readonly demonstration: Demonstration
  readonly post: Post
  readonly shows: ShowCheck
  readonly toSend: ToSend
}

/** In this order. */
const closing = ({ here, toSend, post, press, shows, demonstration }: Inside) => [
  ...[here, toSend, post, press, shows, demonstration],
]

/** What both ways in lead to. */
function insideOf(
  options: ServerOptions,
  {
    log,
    ...known
  }: Pick<Opened, 'log'> & Pick<Inside, 'stage' | 'clock' | 'incidents' | 'sealed' | 'signer' | 'passes'>,
): Inside {
  const { stage, clock } = known
  const { dataDir, webDir } = options
  const demonstration = demonstrationIn(options, clock)
  const post = openPost({ dataDir, clock })
  const shows = openShowCheck({ clock })
  const toSend = openToSend(dataDir, DATABASE_NAME, clock)
  return {
    ...known,
    ...{ log, demonstration, post, shows },
    ...openWhoIsHere({ stage, eraseNotes: (people) => eraseNotes(dataDir, people) }),
    printWords: openPrintWords(stage.door),
    press: openPress({ clock }),
    ownName: options.ownName ?? null,
    restored: options.restored,
    licences: () => licencesIn(join(webDir, '..', '..')),
    takeCopy: toSend.take,
    toSend,
  }
}

const reachingBy = ({ passes, codes, signIns }: Inside, { reach, addresses, secure }: Ways): Reaching => ({
  addresses,
  told: () => safelyToo(reach()?.told() ?? addresses(), secure()?.port() ?? null),
  passOf: passes.of,
  codeFor: codes.make,
  letters: signIns,
  network: () => ({ name: reach()?.name() ?? null, moved: reach()?.moved() ?? null }),
  securing: { line: () => secureLine(secure()), make: async () => secure()?.make() },
})

const secureLine = (secure: SecurePort | null): SecureLine => {
  const authority = secure?.authority() ?? null
  return {
    port: secure?.port() ?? null,
    authority: authority && { name: authority.name, fingerprint: authority.fingerprint },
    problem: secure?.problem() ?? null,
  }
}

const securedBy = (secure: SecurePort | null): Secured | null =>
  secure && { port: secure.port(), authority: secure.authority() }

/** A page that came by https goes on by https only. */
function safelyToo(addresses: readonly string[], port: number | null): readonly string[] {
  if (port === null) return addresses
  return [...addresses, ...addresses.map((one) => `https://${new URL(one).hostname}:${port}`)]
}

type Securely = Pick<SecureOptions, 'furnish' | 'changed' | 'clock'> & {
  readonly port: number
  readonly told: () => readonly string[]
}

function secureFrom(
  options: ServerOptions,
  { port, told, furnish, changed, clock }: Securely,
): Promise<SecurePort> {
  const { brought, dataDir, host } = options
  return openSecurePort({
    ...{ furnish, changed, clock, host, limits: limitsOf() },
    keeper: brought ? keepBrought(brought) : keepOwn(dataDir, () => namesFor(told(), hostname())),
    port: options.securePort ?? (options.port === 0 ? 0 : port + 1),
  })
}

type Furniture = Pick<
  Inside,
  'stage' | 'clock' | 'passes' | 'demonstration' | 'keys' | 'guests' | 'ownName'
> & {
  readonly hub: Hub
  readonly way: Way
  readonly read: () => Promise<Answers>
}

/** Both ways in do the same: screens, pairing and sockets, for the same devices. The answer ends that. */
function furnished(
  server: Server,
  { hub, passes, demonstration, way, read, ...shown }: Furniture,
): () => Promise<void> {
  const answer = answering(shown.keys, read)
  server.on('request', (request, response) => {
    shown.keys.passed(request)
    answer(way, request, response)
  })
  server.on('upgrade', (request) => shown.keys.passed(request))
  const connections = connectionsOf(server)
  server.on('connection', (socket) => way.network().visits.note(socket.remoteAddress))
  const sockets = acceptSockets(
    server,
    hub,
    shown.clock,
    (headers) => knownBy(shown, passes, headers),
    (path, headers) =>
      path === GUEST_PATH
        ? { hub, credential: guestBy(shown.stage, headers) }
        : watchedBy(shown.stage, demonstration, path, headers),
    shown.ownName,
  )
  return () => {
    sockets.close()
    return closeDoor(server, connections)
  }
}

/** Read only where it is wanted: a house that lets nobody else in opens without it. */
async function reachFrom(
  { dataDir }: ServerOptions,
  { clock, port, kept, hub }: { clock: Clock; port: number; kept: KeptReach; hub: Hub },
): Promise<Reach> {
  const { openReach } = await import('./announce/reach.ts')
  const reach = openReach({ clock, port, run: freshId(), wanted: kept.name })
  reach.onChange(() => {
    hub.moved()
    const name = reach.name()?.replace(/\.local$/, '') ?? null
    if (name !== null && name !== kept.name) writeReach(dataDir, { ...kept, name })
  })
  return reach
}
