// Help that is asked for without a sound: taken from anybody in the house, answered by whom the policy names.

import { may, type Viewer } from '../../core/disclosure/policy.ts'
import { ownQuiet } from '../../core/incident/quiet-help.ts'
import { type Author, STRANGER } from '../../core/incident/record.ts'
import type { Show } from '../../core/show/show.ts'
import { type QuietTold, readQuietAnswered, readQuietAsked } from '../../wire/quiet-help.ts'
import type { Stage } from '../hub/stage.ts'
import type { Incidents } from '../incident/incidents.ts'
import { refusal, type Said } from './incident.ts'
import { showOf } from './show-of.ts'

export const QUIET_PATH = '/api/quiet-help'
export const QUIET_ANSWER_PATH = '/api/quiet-help/answer'

type House = { readonly stage: Stage; readonly incidents: Incidents }

/** Whoever asks need not be known; what is said back is only how far it has come. */
export async function askQuietly(house: House, viewer: Viewer | null, text: string): Promise<Said> {
  const asked = readQuietAsked(text)
  if (asked === null) return refusal(400, 'wrong-message', 'This asks for nothing.')
  const author = authorOf(viewer, asked.device)
  const show = await showOf(house.stage)
  const untaken = await house.incidents.takeQuiet(
    {
      ...{ name: 'quiet-help.ask', id: asked.id, lainMs: asked.sentAt - asked.madeAt, author },
      // What a stranger wrote is no place, and stands on nobody's screen.
      place: viewer && (asked.place || placeOf(house, show, viewer)),
      by: viewer && calledIn(house, show, viewer),
    },
    viewer,
  )
  if (untaken !== null) return failed(untaken)
  const state = ownQuiet(house.incidents.quiet(), asked.id, author.device)
  // Somebody else's id: said again by another device it is as if nobody had heard.
  if (state === null) return refusal(409, 'no-such', 'There is nothing like that open.')
  const told: QuietTold = { state }
  return { status: 200, body: told }
}

export async function answerQuietly(house: House, viewer: Viewer | null, text: string): Promise<Said> {
  if (viewer === null) return refusal(401, 'not-paired', 'This device is not paired yet.')
  if (!may(viewer, 'answer quiet help')) return refusal(403, 'not-yours', 'Whoever may go there says so.')
  const answered = readQuietAnswered(text)
  if (answered === null) return refusal(400, 'wrong-message', 'This answers nothing.')
  const who = calledIn(house, await showOf(house.stage), viewer)
  const author = authorOf(viewer, viewer.device)
  const untaken = await house.incidents.takeQuiet(
    { name: 'quiet-help.answer', ...answered, who, author },
    viewer,
  )
  return untaken === null ? { status: 200, body: { ok: true } } : failed(untaken)
}

const authorOf = (viewer: Viewer | null, stranger: string): Author =>
  viewer
    ? { device: viewer.device, person: viewer.person }
    : { device: `${STRANGER}${stranger}`, person: null }

const titleOf = ({ stage }: House, { device }: Viewer): string | null =>
  stage.installation.state().devices.find(({ id }) => id === device)?.name ?? null

/** By call name; a place's screen as the desk named it. */
const calledIn = (house: House, show: Show | null, viewer: Viewer): string =>
  show?.people.find(({ id }) => id === viewer.person)?.callName ??
  titleOf(house, viewer) ??
  viewer.roles.join(', ')

/** Where the screen stands; somebody's own phone stands nowhere. */
function placeOf(house: House, show: Show | null, viewer: Viewer): string | null {
  const place = show?.venue.places.find(({ id }) => id === viewer.place)
  if (place) return `${place.name} (${place.code})`
  return viewer.person === null ? titleOf(house, viewer) : null
}

const failed = (untaken: NonNullable<Awaited<ReturnType<Incidents['takeQuiet']>>>): Said =>
  'refusal' in untaken
    ? { status: 409, body: { refusal: untaken.refusal } }
    : refusal(503, 'failed', untaken.failure)
