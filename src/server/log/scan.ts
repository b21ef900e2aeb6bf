// Checking what lies in a file: every stream's chain, every answer, every document, and SQLite's own structure.

import { auditStream, type Bad, type KeptRow, type StreamAudit } from './audit.ts'
import { rowSum } from './chain.ts'
import { everyDocument } from './documents.ts'
import { isOfPerformance, type Verification } from './log.ts'
import { eventPage } from './reading.ts'
import { type Driver, text, whole } from './rows.ts'
import { fileBytes, structureFault } from './schema.ts'
import { type CommandRow, commandSum, headOf } from './store.ts'
import { DriverError } from './trouble.ts'

/** What opening checks, so that it ends within a second: whole streams, the newest first, until it has read so many. */
const OPEN_SCAN_EVENTS_MAX = 20_000
/** Above this size SQLite's own check is left to `verify`. */
const OPEN_CHECK_BYTES_MAX = 64 * 1024 * 1024
const PAGE_EVENTS = 500

/** Everything, however long it takes. */
export function verifyAll(driver: Driver): Verification {
  const scan = scanStreams(driver, Number.POSITIVE_INFINITY)
  const firstBad = scan.bad ?? documentFault(driver) ?? fileFault(driver)
  return {
    ok: firstBad === null,
    performances: scan.performances,
    events: scan.events,
    erased: scan.erased,
    firstBad,
  }
}

/**
 * What is wrong with the file as far as opening looks, or null. An earlier night that is damaged keeps no house shut: it
 * serves only what passes, is passed over by whoever reads it and named there, and stays in the file as it is.
 */
export function faultAtOpen(driver: Driver, eventsMax = OPEN_SCAN_EVENTS_MAX): Bad | null {
  const scan = scanStreams(driver, eventsMax, earlierNights(driver))
  if (scan.bad !== null) return scan.bad
  return fileBytes(driver) <= OPEN_CHECK_BYTES_MAX ? fileFault(driver) : null
}

/** All performances but the newest, of which tonight is made. */
function earlierNights(driver: Driver): ReadonlySet<string> {
  try {
    const nights = newestFirst(driver).filter(({ stream, head }) => head > 0 && isOfPerformance(stream))
    return new Set(nights.slice(1).map(({ stream }) => stream))
  } catch {
    return new Set()
  }
}

function scanStreams(driver: Driver, budget: number, mayFail: ReadonlySet<string> = new Set()) {
  const total = { performances: 0, events: 0, erased: 0 }
  let left = budget
  try {
    for (const { stream, head } of newestFirst(driver)) {
      if (left <= 0) break
      const audit = scanStream(driver, stream)
      left -= audit.events
      total.performances += head > 0 && isOfPerformance(stream) ? 1 : 0
      total.events += audit.events
      total.erased += audit.erased
      if (audit.bad !== null && !mayFail.has(stream)) return { ...total, bad: audit.bad }
    }
  } catch (error) {
    return { ...total, bad: badOf(error, 'file', 0) }
  }
  return { ...total, bad: null }
}

function newestFirst(driver: Driver) {
  const streams = driver.all('SELECT stream, epoch, sum FROM owner', []).map((row) => {
    const stream = text(row, 'stream')
    const { seq, at } = headOf(driver, stream)
    return {
      stream,
      head: seq,
      at: at ?? 0,
      sound: text(row, 'sum') === rowSum([stream, whole(row, 'epoch')]),
    }
  })
  const wrong = streams.find(({ sound }) => !sound)
  if (wrong !== undefined) throw new DriverError('corrupt', `the owner of ${wrong.stream} is not as written`)
  return streams.sort((a, b) => b.at - a.at)
}

/** One stream: its events against the chain, its commands against theirs. */
export function scanStream(driver: Driver, stream: string): StreamAudit {
  const reached = { seq: 1 }
  try {
    const audit = auditStream(stream, eventsOf(driver, stream, reached))
    return { ...audit, bad: audit.bad ?? commandFault(driver, stream, audit.events) }
  } catch (error) {
    return { events: reached.seq - 1, erased: 0, bad: badOf(error, stream, reached.seq) }
  }
}

function* eventsOf(driver: Driver, stream: string, reached: { seq: number }): Generator<KeptRow> {
  for (;;) {
    const page = eventPage(driver, stream, reached.seq, PAGE_EVENTS)
    for (const row of page) {
      yield row
      reached.seq = row.seq + 1
    }
    if (page.length < PAGE_EVENTS) return
  }
}

/**
 * Asked of the file by each command's key, as whoever repeats a press asks it: walked through in order, a bit that is wrong
 * in the index would not be met (LOG-7).
 * Every event lies in its command’s range, and the ranges follow each other to the end of the stream: all or none (I4).
 */
function commandFault(driver: Driver, stream: string, events: number): Bad | null {
  const homeless = driver.get(
    `SELECT e.seq FROM event e LEFT JOIN command c ON c.stream = e.stream AND c.command = e.command
     WHERE e.stream = ? AND NOT coalesce(e.seq BETWEEN c.first_seq AND c.last_seq, 0) ORDER BY e.seq LIMIT 1`,
    [stream],
  )
  if (homeless !== null) return { stream, seq: whole(homeless, 'seq'), what: 'its command does not know it' }
  const ranges: { readonly first: number; readonly last: number }[] = []
  for (const { sum, ...command } of commandsOf(driver, stream)) {
    if (sum !== commandSum(command)) {
      return { stream, seq: 0, what: `the answer to ${command.command} is not as written` }
    }
    const { firstSeq: first, lastSeq: last } = command
    if (last >= first) ranges.push({ first, last })
  }
  return rangeFault(stream, ranges, events)
}

function rangeFault(
  stream: string,
  ranges: { readonly first: number; readonly last: number }[],
  events: number,
): Bad | null {
  let next = 1
  for (const { first, last } of ranges.sort((one, other) => one.first - other.first)) {
    const seq = Math.min(first, next)
    if (first < next) return { stream, seq, what: 'two commands say that they made it' }
    if (first > next) return { stream, seq, what: 'its command does not know it' }
    next = last + 1
  }
  return next - 1 === events
    ? null
    : { stream, seq: events + 1, what: 'its commands made more events than there are' }
}

/** Every command of a stream, unchecked. */
export function* commandsOf(
  driver: Driver,
  stream: string,
): Generator<CommandRow & { readonly sum: string }> {
  const select = 'SELECT * FROM command WHERE stream = ? AND command > ? ORDER BY command LIMIT ?'
  for (let after = ''; ; ) {
    const page = driver.all(select, [stream, after, PAGE_EVENTS]).map((row) => ({
      stream,
      command: text(row, 'command'),
      firstSeq: whole(row, 'first_seq'),
      lastSeq: whole(row, 'last_seq'),
      answer: text(row, 'answer'),
      sum: text(row, 'sum'),
    }))
    yield* page
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE_EVENTS) return
    after = last.command
  }
}

function documentFault(driver: Driver): Bad | null {
  try {
    for (const { hash, sound } of everyDocument(driver))
      if (!sound) return { stream: 'document', seq: 0, what: `${hash} does not match its hash` }
    return null
  } catch (error) {
    return badOf(error, 'document', 0)
  }
}

export function fileFault(driver: Driver): Bad | null {
  try {
    const fault = structureFault(driver)
    return fault === null ? null : { stream: 'file', seq: 0, what: fault }
  } catch (error) {
    return badOf(error, 'file', 0)
  }
}

/** A page that SQLite itself refuses to read is damage with a place; any other trouble is not. */
function badOf(error: unknown, stream: string, seq: number): Bad {
  if (error instanceof DriverError && error.trouble === 'corrupt') {
    return { stream, seq, what: `the file cannot be read here (${error.message})` }
  }
  throw error
}
