// How long each kind of personal data is kept, what becomes of it then, and why. Spec: docs/specs/privacy.md.

import type { Country } from '../show/show.ts'

export type Ending = 'erased' | 'names-to-roles'
/** Which stream it lies in. `performances`: of each performance its own, from the last word in it. */
export type Where = 'performances' | 'incidents' | 'drills' | 'openings' | 'notices' | 'care' | 'installation'

export type RetentionClock = {
  readonly title: string
  readonly where: Where
  readonly types: readonly string[]
  /** Days from when it was written; in a performance’s record from its last word. */
  readonly days: Readonly<Record<Country, number>>
  readonly ending: Ending
  /** Whether it goes before its time where whoever it is about asks for that. */
  readonly onRequest: boolean
  /** Why it is kept so long, with the source where it is a law. */
  readonly why: string
}

const YEAR = 366
const both = (days: number) => ({ GB: days, US: days })

/** Three years in Britain. In America five after the end of the calendar year: six from any day in it are enough. */
const claims = { GB: 3 * YEAR, US: 6 * YEAR }
const CLAIMS =
  'Great Britain: three years, RIDDOR 2013 regulation 12, Social Security (Claims and Payments) Regulations 1979 regulation 25 and Limitation Act 1980 section 11. United States: five years after the end of the year, 29 CFR 1904.33. Ask your insurer and a lawyer before you shorten it; of a child it may have to be longer'

/** What of a person’s own numbers of days after the last word of the night; `core/presence` has the same. */
const NIGHT_DAYS = 30

export const retentionClocks = {
  seen: {
    title: 'who was seen, and who was asked about whom',
    where: 'performances',
    types: [
      ...['person.looked-up'],
      ...['person.seen', 'own.said', 'concern.opened', 'concern.joined', 'concern.asked', 'ask.shown'],
      ...['ask.read', 'concern.climbed', 'concern.answered', 'concern.ended', 'concern.judged'],
      ...['cover.called', 'person.stepped-out', 'sighting.withdrawn', 'presence.mode', 'usual.learned'],
    ],
    days: both(NIGHT_DAYS),
    ending: 'erased',
    onRequest: true,
    why: 'a short time in which something about the night may still be asked. The house erases it by itself',
  },
  attendance: {
    title: 'who was in the building, who was out, who was told of a plan',
    where: 'performances',
    types: [
      ...['person.signed-in', 'person.signed-out', 'person.went-out', 'person.announced', 'arrival.noted'],
      ...['help.asked', 'help.given', 'visitor.signed-in', 'sign.withdrawn', 'person.accounted'],
      ...['person.stayed', 'place.swept', 'sweep.withdrawn', 'out.said', 'out.ended', 'out.withdrawn'],
      ...['plan.told', 'plan.untold', 'plan.errand'],
    ],
    days: both(NIGHT_DAYS),
    ending: 'erased',
    onRequest: true,
    why: 'it is a list for a fire, and no record of hours: pay and working time are kept elsewhere',
  },
  notes: {
    title: 'notes and words of the night',
    where: 'performances',
    types: ['note.written', 'task.carried', 'paper.compared', 'desk.stepped-back', 'house.asked'],
    days: both(3 * YEAR),
    ending: 'erased',
    onRequest: false,
    why: 'notes of the show belong to its report, and are asked for where a claim is made: Limitation Act 1980 section 11 has three years',
  },
  'line-notes': {
    title: 'notes on lines',
    where: 'performances',
    types: ['line-note.written'],
    days: both(NIGHT_DAYS),
    ending: 'erased',
    onRequest: true,
    why: 'it is handed over and used at the next performance; what somebody said wrong is nobody’s record of them',
  },
  drills: {
    title: 'drills',
    where: 'drills',
    types: ['incident.recorded', 'roll-call.recorded', 'names.replaced'],
    days: both(NIGHT_DAYS),
    ending: 'erased',
    onRequest: true,
    why: 'that a drill was held, and when, stays; who played which part in it does not',
  },
  incidents: {
    title: 'incidents, roll calls and the accident book',
    where: 'incidents',
    types: ['incident.recorded', 'roll-call.recorded', 'accident.written', 'accident.decided'],
    days: claims,
    ending: 'names-to-roles',
    onRequest: false,
    why: CLAIMS,
  },
  quiet: {
    title: 'help asked for without a sound',
    where: 'incidents',
    types: ['quiet-help.asked', 'quiet-help.answered', 'quiet-help.ended'],
    days: claims,
    ending: 'erased',
    onRequest: false,
    why: CLAIMS,
  },
  openings: {
    title: 'who opened a sealed note',
    where: 'openings',
    types: ['vault.opened', 'vault.looked'],
    days: both(6 * YEAR),
    ending: 'erased',
    onRequest: true,
    why: 'so long somebody may ask who read their note: six years, Limitation Act 1980 section 2',
  },
  asks: {
    title: 'who asked whom to get in touch',
    where: 'care',
    types: ['ask.sent', 'ask.withdrawn'],
    days: both(90),
    ending: 'erased',
    onRequest: true,
    why: 'nobody is asked about it again after a season',
  },
  'whom-to-ask': {
    title: 'who can be asked to get in touch',
    where: 'care',
    types: ['contacts.named'],
    days: both(NIGHT_DAYS),
    ending: 'erased',
    onRequest: true,
    why: 'from when there is another list in its place; the list that is there is needed',
  },
  numbers: {
    title: 'who checked a number to ring',
    where: 'care',
    types: ['support.checked'],
    days: both(YEAR),
    ending: 'erased',
    onRequest: true,
    why: 'after a year it has to be checked again; that it was, and when, stays',
  },
  'follow-up': {
    title: 'who looks in after an incident',
    where: 'care',
    types: ['follow.set', 'round.met'],
    days: both(400),
    ending: 'erased',
    onRequest: true,
    why: 'the last reminder is in the week of the anniversary',
  },
  matters: {
    title: 'what may be said of somebody, and whom to ring',
    where: 'notices',
    types: [
      ...['matter.opened', 'permission.given', 'permission.withdrawn', 'contact.added', 'contact.rung'],
      ...['contacts.settled', 'statement.released'],
    ],
    days: both(NIGHT_DAYS),
    ending: 'erased',
    onRequest: true,
    why: 'from when the page about somebody is closed; while it is open, what they permitted has to be known',
  },
  notices: {
    title: 'notices, and who acknowledged them',
    where: 'notices',
    types: ['notice.written', 'notice.acknowledged', 'notice.widened', 'line.said', 'line.ended'],
    days: both(YEAR),
    ending: 'erased',
    onRequest: true,
    why: 'a season, in which somebody may ask what everybody was told',
  },
  exports: {
    title: 'who took a copy out of the house',
    where: 'installation',
    types: ['export.taken'],
    days: both(YEAR),
    ending: 'erased',
    onRequest: false,
    why: 'a season, in which somebody may ask who has a copy',
  },
  devices: {
    title: 'names of devices, codes for the stage door, and passkeys',
    where: 'installation',
    types: [
      'device.invited',
      'device.renamed',
      'group.invited',
      'code.given',
      'person.entered',
      'passkey.kept',
    ],
    days: both(NIGHT_DAYS),
    ending: 'erased',
    onRequest: true,
    why: 'the name of a device that was removed, a code in whose place there is another, and a passkey that was taken back',
  },
} as const satisfies Readonly<Record<string, RetentionClock>>

export type KeptKind = keyof typeof retentionClocks
export const keptKinds = Object.keys(retentionClocks) as readonly KeptKind[]

const clockOf = (kind: KeptKind): RetentionClock => retentionClocks[kind]

export function kindOf(where: Where, type: string): KeptKind | null {
  return keptKinds.find((kind) => clockOf(kind).where === where && clockOf(kind).types.includes(type)) ?? null
}

const DAY_MS = 24 * 3_600_000

/** When its time is over. `country`: null where nobody said which: the longest, so that nothing goes too early. */
export function endOf(kind: KeptKind, from: number, country: Country | null): number {
  const { days } = clockOf(kind)
  const counted = country === null ? Math.max(...Object.values(days)) : days[country]
  return from + counted * DAY_MS
}

/** As a page says it. */
export function keptWords(kind: KeptKind): string {
  const { days, ending, why } = clockOf(kind)
  const length =
    days.GB === days.US ? inWords(days.GB) : `${inWords(days.GB)} (United States: ${inWords(days.US)})`
  const then = ending === 'erased' ? 'then erased' : 'then names are replaced by roles'
  return `${length}, ${then}: ${why}.`
}

const inWords = (days: number): string => {
  if (days % YEAR !== 0) return `${days} days`
  return days === YEAR ? 'a year' : `${days / YEAR} years`
}
