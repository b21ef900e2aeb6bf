// The card for when somebody is down, and what is written down on it: for anybody in the house, paired or not.

import type { ServerResponse } from 'node:http'
import { sees, type Viewer } from '../../core/disclosure/policy.ts'
import { drillTable } from '../../core/incident/drills.ts'
import { incidentsSection, readableLines } from '../../core/incident/open-lines.ts'
import { type IncidentRecord, STRANGER } from '../../core/incident/record.ts'
import { mayReadWhole, wholes } from '../../core/incident/whole.ts'
import { dayOf } from '../../core/kit/day.ts'
import { incidentCardOf } from '../../core/night/incident-section.ts'
import { stopFacts } from '../../core/night/stop-facts.ts'
import { inDate, noSafety } from '../../core/show/safety.ts'
import { incidentPage } from '../../letters/incident-page.ts'
import { speechOf } from '../../letters/speech.ts'
import { type IncidentTold, readIncidentAsk, readIncidentBatch } from '../../wire/incident.ts'
import type { Clock } from '../clock/clock.ts'
import type { Stage } from '../hub/stage.ts'
import type { Incidents } from '../incident/incidents.ts'
import { withItsStyles } from './page-headers.ts'
import { showOf } from './show-of.ts'

/** By it a device knows the card from whatever else answers in a network that is not ours. */
export const MARK = { 'X-Ghostlight': 'incident' }

export const CARD_PAGES: ReadonlyMap<string, { readonly drill: boolean }> = new Map([
  ['/incident', { drill: false }],
  ['/drill', { drill: true }],
])

export async function sendCard(
  {
    stage,
    clock,
    incidents,
  }: { readonly stage: Stage; readonly clock: Clock; readonly incidents: Incidents },
  {
    drill,
    viewer,
    isHere,
  }: { readonly drill: boolean; readonly viewer: Viewer | null; readonly isHere: boolean },
  headers: Readonly<Record<string, string>>,
  response: ServerResponse,
): Promise<void> {
  const show = await showOf(stage)
  const card = show && incidentCardOf(show)
  const today = card && dayOf(clock.now(), card.timeZone)
  const { words, locale } = speechOf(card?.country ?? 'GB')
  const trained = (show?.venue.safety ?? noSafety).aiders
  // Asked for under a name from outside it says all that helps, and nobody's name (ATTACK-33).
  const aiders =
    today === null || !isHere ? [] : trained.filter((one) => inDate(one, today)).map(({ name }) => name)
  // How drills went is read by whoever reads how roll calls did.
  const reads = drill && viewer !== null && sees(viewer, 'roll call') === 'all'
  const drills = reads ? drillTable(incidents.all(true)) : undefined
  const here = viewer?.place ?? null
  const page = incidentPage({ card, words, locale, today, drill, here, aiders, drills })
  response.writeHead(200, {
    ...withItsStyles(headers, page),
    ...MARK,
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  })
  response.end(page)
}

export type Said = { readonly status: number; readonly body: unknown }

/** A stranger is taken at their word for what they call their device: nobody is kept from telling. */
export async function takeIncident(
  { incidents }: { readonly incidents: Incidents },
  viewer: Viewer | null,
  text: string,
): Promise<Said> {
  const read = readIncidentBatch(text)
  if (!read.ok) return refusal(400, 'wrong-message', `This is no entry of an incident (${read.what}).`)
  const author = viewer
    ? { device: viewer.device, person: viewer.person }
    : { device: `${STRANGER}${read.batch.device}`, person: null }
  const taken = await incidents.take(read.batch, author)
  if ('taken' in taken) return { status: 200, body: taken }
  return 'refusal' in taken
    ? { status: 409, body: { refusal: taken.refusal } }
    : refusal(503, 'failed', taken.failure)
}

/** The same answer whether there is such an incident or not, for whoever has no part in it (INCIDENT-66). */
export function tellIncident(
  {
    incidents,
    clock,
    stage,
  }: { readonly incidents: Incidents; readonly clock: Clock; readonly stage: Stage },
  viewer: Viewer | null,
  text: string,
): Said {
  const read = readIncidentAsk(text)
  if (!read.ok) return refusal(400, 'wrong-message', `This asks for no incident (${read.what}).`)
  if (viewer === null) return refusal(401, 'not-paired', 'This device is not paired: it has what it wrote.')
  const { incident, drill, seen } = read.ask
  const all = incidents.all(drill)
  const whole = wholes(all).find(({ records }) => records.some((one) => one.incident === incident))
  const may = whole !== undefined && mayReadWhole(viewer, whole)
  // Counted in what they may read alone: a number of the whole record would tell that something else was written (ATTACK-29).
  const seq = may ? whole.records.length : 0
  const open = sees(viewer, 'incident open') === 'all' || may ? incidentsSection(all, clock.now()).open : []
  // Whose sealed notes it is about stays with the house.
  const isTold = (one: IncidentRecord) => one.what.kind !== 'names'
  const records = may && seen !== seq ? whole.records.filter(isTold) : null
  const night = stage.night()
  const stop = may && night ? stopFacts(night.plan, night.owner.state(), viewer, clock.now()) : null
  const sheets = readableLines(all, viewer, clock.now())
  const told: IncidentTold = { seq, open, sheets, records, stop }
  return { status: 200, body: told }
}

export const refusal = (status: number, code: string, sentence: string): Said => ({
  status,
  body: { refusal: { code, sentence } },
})
