// Asks people for what an incident needs, again and again while one is open, and writes down how the show stands meanwhile.

import { busyIn, type Candidate, functionsDue, functionsOf } from '../../core/incident/functions.ts'
import type { Incident } from '../../core/incident/incident.ts'
import { isGoing, wholes } from '../../core/incident/whole.ts'
import type { Instant } from '../../core/kit/time.ts'
import type { Clock } from '../clock/clock.ts'
import { tellMistake } from '../clock/mistakes.ts'
import type { Incidents } from './incidents.ts'
import { type Stands, stoodSince } from './showing.ts'

export const OFFERS_MS = 1_000

/** Who could help with it, as tonight stands; nobody where no night is open. */
type WhoCould = (incident: Incident, now: Instant) => readonly Candidate[]

export type Offering = { readonly close: () => void }

type Offered = {
  readonly incidents: Pick<Incidents, 'all' | 'propose' | 'noteShow' | 'onChange'>
  readonly clock: Clock
  readonly whoCould: WhoCould
  /** How the performance stands; null where none is on. */
  readonly stands: () => Stands | null
  /** While one goes on, once a second: who is reached on no screen changes without anybody's doing. */
  readonly looked?: (() => void) | undefined
}

/** Nothing is remembered here: after a restart the same record and the same time ask the same people. */
export function openOffering({ incidents, clock, whoCould, stands, looked }: Offered): Offering {
  let [stopped, busy] = [false, false]
  let cancel = () => {}
  const look = async (): Promise<void> => {
    if (busy || stopped) return
    busy = true
    cancel()
    let goesOn = true
    try {
      goesOn = await lookOnce()
    } catch (error) {
      // In one look, or in whoever is told of it: the next may go well, and people wait to be asked.
      tellMistake(error)
    }
    busy = false
    if (goesOn && !stopped) cancel = clock.after(OFFERS_MS, () => void look())
  }
  /** Whether one goes on. */
  const lookOnce = async (): Promise<boolean> => {
    const going = [true, false].flatMap((drill) => goingOf(incidents.all(drill), clock.now()))
    // One that could not be kept is asked for again in a second: nobody is told of it twice.
    for (const one of going) await offer(one).catch(tellMistake)
    if (going.length > 0) looked?.()
    return going.length > 0
  }
  const offer = async ({ incident, elsewhere }: Going): Promise<void> => {
    const now = clock.now()
    const show = stands()
    const showStands = show?.holds.some(({ to }) => to === null) ?? false
    const due = functionsDue(incident, whoCould(incident, now), now, { elsewhere, showStands })
    if (due.length > 0) await incidents.propose(incident, due)
    const stood = show === null ? [] : stoodSince(incident, show)
    if (stood.length > 0) await incidents.noteShow(incident, stood)
  }
  incidents.onChange(() => void look())
  void look()
  return {
    close: () => {
      stopped = true
      cancel()
    },
  }
}

type Going = { readonly incident: Incident; readonly elsewhere: ReadonlySet<string> }

function goingOf(all: readonly Incident[], now: Instant): readonly Going[] {
  const going = wholes(all).filter((one) => isGoing(one, now))
  return going.map((incident) => {
    const others = going.filter((one) => one !== incident)
    return { incident, elsewhere: new Set(others.flatMap(({ records }) => busyIn(functionsOf(records)))) }
  })
}
