// How long each step of a drill took, from its beginning, and the drills of a house beside each other. Nobody is named in it.

import { between, type Duration, type Instant } from '../kit/time.ts'
import type { Incident } from './incident.ts'
import { inOrder, openedAt } from './order.ts'
import type { DeedName, FunctionName } from './record.ts'

/** In one table; the newest. */
export const DRILLS_SHOWN_MAX = 24

/** In the order in which they should come. */
export const drillSteps = [
  'call-made',
  'connected',
  'cpr-started',
  'aed-here',
  'aed-on',
  'door-sent',
] as const satisfies readonly DeedName[]
export const drillFunctions = [
  'commander',
  'first-aid',
  'AED',
  'door',
] as const satisfies readonly FunctionName[]
const drillEnds = ['crew-at-patient', 'stood-down'] as const

type DrillStep = (typeof drillSteps)[number] | (typeof drillEnds)[number]
/** What was not reached has no time. */
export type DrillTimes = {
  readonly at: Instant
  readonly steps: Readonly<Record<DrillStep, Duration | null>>
  readonly functions: Readonly<Record<(typeof drillFunctions)[number], Duration | null>>
  readonly entries: number
}

function drillTimes(incident: Incident): DrillTimes | null {
  const at = openedAt(incident)
  if (at === null) return null
  const sorted = inOrder(incident.records)
  const first = (is: (one: (typeof sorted)[number]) => boolean): Duration | null => {
    const found = sorted.find(is)
    return found === undefined ? null : between(at, found.happened.from)
  }
  const deed = (name: DeedName) => first(({ what }) => what.kind === 'done' && what.deed === name)
  const held = (name: FunctionName) =>
    first(
      ({ what }) =>
        what.kind === 'function' &&
        what.name === name &&
        (what.step === 'taken' || what.step === 'told-by-voice'),
    )
  return {
    at,
    steps: {
      ...{ 'call-made': deed('call-made'), connected: deed('connected'), 'cpr-started': deed('cpr-started') },
      ...{ 'aed-here': deed('aed-here'), 'aed-on': deed('aed-on'), 'door-sent': deed('door-sent') },
      'crew-at-patient': deed('crew-at-patient'),
      'stood-down': first(({ what }) => what.kind === 'stood-down'),
    },
    functions: {
      ...{
        commander: held('commander'),
        'first-aid': held('first-aid'),
        AED: held('AED'),
        door: held('door'),
      },
    },
    entries: incident.records.length,
  }
}

/** The newest first; of drills alone, whatever else is handed in. */
export const drillTable = (all: readonly Incident[]): readonly DrillTimes[] =>
  all
    .filter(({ drill }) => drill)
    .flatMap((one) => drillTimes(one) ?? [])
    .toSorted((one, other) => other.at - one.at)
    .slice(0, DRILLS_SHOWN_MAX)
