// Who does what: offered, taken, passed on. Twenty seconds without a word and the next is asked; whoever treats only grows in number.

import { type Duration, type Instant, instant, seconds } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'
import type { Incident } from './incident.ts'
import { inOrder, isStoodDown } from './order.ts'
import {
  type DeedName,
  type FunctionName,
  functionNames,
  type IncidentRecord,
  isWidening,
  type ShowDecision,
  type What,
} from './record.ts'

/** To be accepted, and for the emergency caller to be connected (I6, N11). */
export const ANSWER_MS: Duration = seconds(20)
/** Nobody is asked who must be on stage within this (I7). */
export const ON_STAGE_SOON_MS: Duration = seconds(600)
/** Whoever could is asked at once to treat, and for the AED; beyond this a crowd helps nobody. */
export const WIDE_MAX = 6

/** Who calls the show, where no name is known for them: their desk is asked. */
export const PROMPT_DESK = 'Prompt desk'

/** These are asked for at once; the others when somebody commands. */
const atOnce: readonly FunctionName[] = [
  'emergency-caller',
  'first-aid',
  'AED',
  'door',
  'stays-with',
  'clears-and-shields',
  'commander',
  'show-hold',
]

const onceCommanded: readonly FunctionName[] = ['scribe', 'family-contact']
/** Once the crew has come: nobody goes to hospital alone (N27). */
const onceCrewIsHere: readonly FunctionName[] = ['goes-along']
const standsIn: readonly ShowDecision[] = ['held', 'stopped']
const goesIn: readonly ShowDecision[] = ['resumed', 'goes-on']
const crewIsHere: readonly DeedName[] = ['crew-at-the-door', 'crew-at-patient']

type Asked = { readonly who: string; readonly at: Instant; readonly person?: PersonId | undefined }

export type FunctionLine = {
  readonly name: FunctionName
  /** Two who took it on both sides of a cut are two. */
  readonly holders: readonly (Asked & { readonly byVoice: boolean })[]
  readonly offered: readonly Asked[]
  /** Everybody who was ever asked: nobody is asked twice. */
  readonly asked: readonly string[]
  /** Done by somebody whom nobody had to ask: the show stands already. */
  readonly isDone: boolean
}

/** What each of them has come to. */
export const functionsOf = (records: readonly IncidentRecord[]): readonly FunctionLine[] => {
  const sorted = inOrder(records)
  return functionNames.map((name) =>
    sorted.reduce<FunctionLine>(
      (line, record) => {
        if (record.what.kind === 'function' && record.what.name === name)
          return stepped(line, record, record.what)
        if (name === 'commander' && record.what.kind === 'command-passed')
          return passedTo(line, record, record.what)
        return name === 'show-hold' && record.what.kind === 'show' ? shown(line, record.what.decision) : line
      },
      { name, holders: [], offered: [], asked: [], isDone: false },
    ),
  )
}

/** One commands, and knows that they do: whoever commanded before has handed it over. */
const passedTo = (
  line: FunctionLine,
  { happened: { from: at } }: IncidentRecord,
  { to: who, person }: Extract<What, { kind: 'command-passed' }>,
): FunctionLine => ({
  ...line,
  asked: line.asked.includes(who) ? line.asked : [...line.asked, who],
  offered: [],
  holders: [{ who, at, person, byVoice: false }],
})

/** While it stands nobody is asked to see to that; what was asked before is done. Once it goes on it is open again. */
function shown(line: FunctionLine, decision: ShowDecision): FunctionLine {
  if (standsIn.includes(decision)) return { ...line, offered: [], isDone: true }
  return goesIn.includes(decision) ? { ...line, isDone: false } : line
}

function stepped(
  line: FunctionLine,
  { happened: { from: at } }: IncidentRecord,
  { who, step, person: said }: Extract<What, { kind: 'function' }>,
): FunctionLine {
  const asked = line.asked.includes(who) ? line.asked : [...line.asked, who]
  const before = [...line.offered, ...line.holders].find((one) => one.who === who)
  const offered = line.offered.filter((one) => one.who !== who)
  const holders = line.holders.filter((one) => one.who !== who)
  const person = said ?? before?.person
  switch (step) {
    case 'offered':
      return { ...line, asked, offered: [...offered, { who, at, person }] }
    case 'taken':
      return { ...line, asked, offered, holders: [...holders, { who, at, person, byVoice: false }] }
    case 'told-by-voice':
      return { ...line, asked, offered, holders: [...holders, { who, at, person, byVoice: true }] }
    case 'passed-on':
      return { ...line, asked, offered }
    case 'given-up':
      return { ...line, asked, offered, holders }
    default:
      return step satisfies never
  }
}

/** Somebody who could be asked. */
export type Candidate = {
  readonly who: string
  /** Absent: a post, or somebody whom the plan does not name. */
  readonly person?: PersonId | undefined
  /** First aid, in date tonight. Null: nobody has said. */
  readonly trained: boolean | null
  /** At the place where it happened, as last confirmed. */
  readonly near: boolean
  /** Until they must be on stage; null where they need not be. */
  readonly onStageInMs: number | null
  /** Stage manager, company manager or house manager. */
  readonly leads: boolean
  readonly calls: boolean
}

const leadsIt: readonly FunctionName[] = ['commander', 'family-contact']

/** In the order in which they are asked. Whoever is due on stage is not; whoever treats is trained, where that is known of anybody. */
export function candidatesFor(name: FunctionName, all: readonly Candidate[]): readonly Candidate[] {
  const free = all.filter(({ onStageInMs, calls }) =>
    name === 'show-hold' ? calls : !calls && (onStageInMs === null || onStageInMs > ON_STAGE_SOON_MS),
  )
  const suited = (one: Candidate): number => {
    const skilled = isWidening(name) && one.trained === true ? 4 : 0
    const leading = leadsIt.includes(name) && one.leads ? 4 : 0
    // The door and the family need nobody who could treat, and whoever could command is kept for that.
    const spared = !isWidening(name) && one.trained === true ? -1 : 0
    const kept = leading === 0 && one.leads ? -3 : 0
    // Whoever goes along is gone for the night: rather somebody who is not due any more.
    const done = name === 'goes-along' && one.onStageInMs === null ? 8 : 0
    return skilled + leading + spared + kept + done + (one.near ? 2 : 0)
  }
  // Whoever can walk can bring the AED.
  const able = name === 'first-aid' && free.some(({ trained }) => trained === true)
  const asked = able ? free.filter(({ trained }) => trained !== false) : free
  return asked.toSorted((one, other) => suited(other) - suited(one) || (one.who < other.who ? -1 : 1))
}

export type Proposal = {
  readonly name: FunctionName
  readonly step: 'offered' | 'passed-on'
  readonly who: string
  readonly person?: PersonId | undefined
}

export type Around = {
  /** Who is busy with another incident, and is asked when nobody else is left. */
  readonly elsewhere?: ReadonlySet<string>
  /** It is held already: nobody is asked to see to that. */
  readonly showStands?: boolean
}

/**
 * What the passing of time alone demands: a first offer, the next after twenty seconds, another emergency caller where
 * the first is not connected. Asked again with its own answers written down it demands nothing more.
 */
export function functionsDue(
  incident: Incident,
  candidates: readonly Candidate[],
  now: Instant,
  { elsewhere = new Set(), showStands = false }: Around = {},
): readonly Proposal[] {
  if (isStoodDown(incident)) return []
  const lines = functionsOf(incident.records)
  const busy = new Set([...elsewhere, ...busyIn(lines)])
  const commanded = lines.some(({ name, holders }) => name === 'commander' && holders.length > 0)
  const here = incident.records.some(({ what }) => what.kind === 'done' && crewIsHere.includes(what.deed))
  const wanted = [...atOnce, ...(commanded ? onceCommanded : []), ...(here ? onceCrewIsHere : [])].filter(
    (name) => name !== 'show-hold' || !showStands,
  )
  return lines
    .filter(({ name }) => wanted.includes(name))
    .toSorted((one, other) => wanted.indexOf(one.name) - wanted.indexOf(other.name))
    .flatMap((line) => {
      const proposals = isWidening(line.name)
        ? widened(line, candidates)
        : passedOn(line, { incident, candidates, busy, now })
      for (const { name, step, who } of proposals) if (step === 'offered' && !isWidening(name)) busy.add(who)
      return proposals
    })
}

/** Who has something here, or was asked for it by themself: what all are asked for keeps nobody from anything. */
export const busyIn = (lines: readonly FunctionLine[]): readonly string[] =>
  lines.flatMap(({ name, holders, offered }) =>
    [...holders, ...(isWidening(name) ? [] : offered)].map(({ who }) => who),
  )

/** All who could, at once; nobody is let go for being slow. */
const widened = ({ name, asked }: FunctionLine, candidates: readonly Candidate[]): readonly Proposal[] =>
  candidatesFor(name, candidates)
    .filter(({ who }) => !asked.includes(who))
    .slice(0, Math.max(0, WIDE_MAX - asked.length))
    .map(({ who, person }) => ({ name, step: 'offered', who, person }))

type Now = {
  readonly incident: Incident
  readonly candidates: readonly Candidate[]
  readonly busy: ReadonlySet<string>
  readonly now: Instant
}

function passedOn(line: FunctionLine, { incident, candidates, busy, now }: Now): readonly Proposal[] {
  const { name, holders, offered, asked } = line
  const late = offered.filter(({ at }) => at + ANSWER_MS <= now)
  const isHeld = holders.length > 0 && !isFrozen(line, incident, now)
  if (isHeld || offered.length > late.length) return []
  const free = candidatesFor(name, candidates).filter(({ who }) => !asked.includes(who))
  // Somebody with nothing to do yet comes first; one person may hold several.
  const next = free.find(({ who }) => !busy.has(who)) ?? free[0]
  // Nobody is left to ask: the offer stands, and the screen says that it has to be told by voice.
  if (!next) return []
  return [
    ...late.map(({ who }) => ({ name, step: 'passed-on', who }) as const),
    { name, step: 'offered', who: next.who, person: next.person },
  ]
}

/** They took the telephone, and after twenty seconds nobody has said that it is answered. They keep it; another is sent to them. */
function isFrozen({ name, holders }: FunctionLine, { records }: Incident, now: Instant): boolean {
  const last = holders.at(-1)
  if (name !== 'emergency-caller' || !last || now < last.at + ANSWER_MS) return false
  return !records.some(({ what }) => what.kind === 'done' && what.deed === 'connected')
}

/** When to ask again at the latest: the end of the nearest twenty seconds. */
export function functionsDueAt(incident: Incident): Instant | null {
  const waits = functionsOf(incident.records).flatMap(({ name, offered, holders }) => [
    ...(isWidening(name) ? [] : offered.map(({ at }) => at)),
    ...(name === 'emergency-caller' ? holders.map(({ at }) => at) : []),
  ])
  return waits.length === 0 || isStoodDown(incident) ? null : instant(Math.min(...waits) + ANSWER_MS)
}
