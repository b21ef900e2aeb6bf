// Who could help where an incident was raised: tonight's people, and where the device stands that raised it.

import type { Candidate } from '../../core/incident/functions.ts'
import type { Incident } from '../../core/incident/incident.ts'
import { inOrder } from '../../core/incident/order.ts'
import type { Instant } from '../../core/kit/time.ts'
import { couldHelp } from '../../core/night/could-help.ts'
import { standsWords } from '../../core/night/stop-facts.ts'
import { tonight } from '../../core/night/tonight.ts'
import { lastWords } from '../../core/presence/sightings.ts'
import type { PersonId, PlaceId } from '../../core/show/show.ts'
import type { Stage } from './stage.ts'

/** Where no night is open nobody is known to be here: the card is for voices. */
function whoCouldIn(stage: Stage): (incident: Incident, now: Instant) => readonly Candidate[] {
  return (incident, now) => {
    const night = stage.night()
    if (!night) return []
    const all = couldHelp(night.plan, night.owner.state(), placeOf(stage, incident), now)
    // Whoever raised it is with them, and is sent nowhere while there is anybody else.
    const others = all.filter(({ person }) => person === undefined || person !== raisedBy(stage, incident))
    return others.some(({ calls }) => !calls) ? others : all
  }
}

const raisedBy = (stage: Stage, incident: Incident): PersonId | null =>
  deviceOf(stage, incident)?.person ?? null

function deviceOf(stage: Stage, { records }: Incident) {
  const raised = inOrder(records).find(({ what }) => what.kind === 'opened')
  return stage.installation.state().devices.find(({ id }) => id === raised?.author.device)
}

/** A device is where the desk says that it stands; a telephone is where its person was last seen, which is less. */
function placeOf(stage: Stage, incident: Incident): PlaceId | null {
  const device = deviceOf(stage, incident)
  if (!device) return null
  const sightings = stage.night()?.owner.state().presence.sightings
  const seen = device.person === null || !sightings ? null : lastWords(sightings).get(device.person)
  return device.place ?? seen?.confirmed?.place ?? null
}

/** A hold belongs to the performance; an incident only quotes it. */
function standsIn(stage: Stage) {
  return () => {
    const night = stage.night()
    const state = night?.owner.state()
    if (!night || !state?.calling.opened || state.calling.closedAt !== null) return null
    return { where: standsWords(tonight(night.plan, state), state), holds: state.calling.holds }
  }
}

/** What the asking of people needs of tonight. */
export const aboutTonight = (stage: Stage) => ({ whoCould: whoCouldIn(stage), stands: standsIn(stage) })
