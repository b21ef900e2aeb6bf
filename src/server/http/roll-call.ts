// The page of a roll call, and what is written down on it: for devices of this house, whether a performance is open or not.

import type { ServerResponse } from 'node:http'
import type { Viewer } from '../../core/disclosure/policy.ts'
import { nobodyListed, rosterAt } from '../../core/night/roster.ts'
import { rollCallSection } from '../../core/roll-call/section.ts'
import { rollCallPage } from '../../letters/roll-call-page.ts'
import { speechOf } from '../../letters/speech.ts'
import { readRollCallBatch } from '../../wire/roll-call.ts'
import type { Clock } from '../clock/clock.ts'
import type { Stage } from '../hub/stage.ts'
import type { Incidents } from '../incident/incidents.ts'
import { MARK, refusal, type Said } from './incident.ts'
import { withItsStyles } from './page-headers.ts'
import { showOf } from './show-of.ts'

export const ROLL_CALL_PAGES: ReadonlyMap<string, { readonly drill: boolean }> = new Map([
  ['/roll-call', { drill: false }],
  ['/roll-call-drill', { drill: true }],
])

type House = { readonly stage: Stage; readonly clock: Clock; readonly incidents: Incidents }

/** No name stands in it: a device keeps it, and is handed the people only once it is known. */
export async function sendRollCall(
  stage: Stage,
  { drill }: { readonly drill: boolean },
  headers: Readonly<Record<string, string>>,
  response: ServerResponse,
): Promise<void> {
  const show = await showOf(stage)
  const { words, locale } = speechOf(show?.country ?? 'GB')
  const page = rollCallPage({ show, words, locale, drill })
  response.writeHead(200, {
    ...withItsStyles(headers, page),
    ...MARK,
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  })
  response.end(page)
}

/** What was said is written down first; the answer says how it stands for whoever asks. */
export async function takeRollCall(house: House, viewer: Viewer | null, text: string): Promise<Said> {
  const read = readRollCallBatch(text)
  if (!read.ok) return refusal(400, 'wrong-message', `This is no entry of a roll call (${read.what}).`)
  if (viewer === null)
    return refusal(401, 'not-paired', 'This device is not paired: go on with the paper list.')
  const { batch } = read
  const { incidents, stage, clock } = house
  const night = stage.night()
  const roster = (at: Parameters<typeof rosterAt>[2]) =>
    night ? rosterAt(night.plan, night.owner.state(), at) : nobodyListed
  const untaken = await incidents.takeRollCall(batch, viewer, roster)
  if (untaken !== null)
    return 'refusal' in untaken
      ? { status: 409, body: { refusal: untaken.refusal } }
      : refusal(503, 'failed', untaken.failure)
  const now = clock.now()
  const people = (await showOf(stage))?.people.map(({ id, name }) => ({ person: id, name })) ?? []
  const world = { now, people, ready: () => roster(now).people }
  const section = rollCallSection(incidents.rollCalls(batch.drill), viewer, world)
  return section === null
    ? refusal(403, 'not-yours', 'Stewards write at a roll call. Tell one of them whom you see.')
    : { status: 200, body: { taken: batch.said.map((one) => one.id), section } }
}
