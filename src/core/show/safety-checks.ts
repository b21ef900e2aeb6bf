// What a building still lacks for when somebody is hurt, before its first performance and ever after: each point well, unsaid or old.

import { daysFrom } from '../kit/day.ts'
import { approval, confirmation } from './help.ts'
import { inDate, noSafety } from './safety.ts'
import type { Venue } from './show.ts'
import { signature } from './trainer.ts'

/** An AED is looked at every month. */
const AED_CHECKED_DAYS_MAX = 31
/** A kit every quarter. */
const KIT_CHECKED_DAYS_MAX = 92
/** What runs out within this is said beforehand. */
const SOON_DAYS = 30

export const checkNames = [
  ...(['address', 'number', 'number-known', 'outside-line', 'entrance', 'route', 'dead-spots'] as const),
  ...(['aed', 'aed-checked', 'aed-until', 'kit', 'kit-checked', 'aiders', 'aiders-until'] as const),
  ...(['points', 'hospital', 'keys', 'approved', 'packs'] as const),
] as const
export type CheckName = (typeof checkNames)[number]

/** `well`: said and in date. `unsaid`: nobody has said it. `old`: it was said, and is out of date; `soon`: it will be. */
type CheckState = 'well' | 'unsaid' | 'old' | 'soon'
/** `which`: the places or people that are meant, as they are written there. */
export type Check = { readonly name: CheckName; readonly is: CheckState; readonly which: readonly string[] }

/** `known`: whether the number is one that rings for help in this country; null where nobody could look. */
export type CheckedOn = { readonly today: string; readonly known: boolean | null }

export function venueChecks(venue: Venue, on: CheckedOn): readonly Check[] {
  const { help = {}, safety = noSafety, address } = venue
  const said = (text: string | undefined): CheckState =>
    text === undefined || text.trim() === '' ? 'unsaid' : 'well'
  const signals = venue.places.some(({ signal }) => signal === false)
  const plain = (name: CheckName, is: CheckState): Check => ({ name, is, which: [] })
  return [
    plain('address', said(address)),
    plain('number', wordState(confirmation(help, on.today))),
    ...(on.known === null || help.number === undefined
      ? []
      : [plain('number-known', on.known ? 'well' : 'old')]),
    plain('outside-line', said(help.outsideLine ?? help.telephones)),
    plain('entrance', said(help.entrance)),
    plain('route', said(safety.route)),
    plain('dead-spots', signals ? 'well' : said(help.deadSpots)),
    ...aedChecks(venue, on),
    ...kitChecks(venue, on),
    ...aiderChecks(venue, on),
    plain('points', safety.points.length === 0 ? 'unsaid' : 'well'),
    plain('hospital', said(safety.hospital)),
    plain('keys', said(help.keys)),
    plain('approved', wordState(approval(help, on.today))),
    packsCheck(venue, on),
  ]
}

const wordState = (word: { readonly old: boolean } | null): CheckState =>
  word === null ? 'unsaid' : word.old ? 'old' : 'well'

/** Signed more than a year ago, or for words that were changed since: it is to be read again. */
function packsCheck({ safety = noSafety }: Venue, { today }: CheckedOn): Check {
  const signed = signature(safety.trainer, today)
  if (signed === null) return { name: 'packs', is: 'unsaid', which: [] }
  return signed.is === 'signed'
    ? { name: 'packs', is: 'well', which: [] }
    : { name: 'packs', is: 'old', which: [signed.by] }
}

type Dated = { readonly what: string; readonly day: string | undefined }

/** One line for all of them: the worst that is true of any, with which. */
function datedCheck(
  name: CheckName,
  all: readonly Dated[],
  stateOf: (day: string | undefined) => CheckState,
): Check {
  for (const is of ['old', 'unsaid', 'soon'] as const) {
    const which = all.filter(({ day }) => stateOf(day) === is).map(({ what }) => what)
    if (which.length > 0) return { name, is, which }
  }
  return { name, is: 'well', which: [] }
}

const checkedWithin =
  (most: number, today: string) =>
  (day: string | undefined): CheckState =>
    day === undefined ? 'unsaid' : daysFrom(day, today) > most ? 'old' : 'well'

const lastsFrom =
  (today: string) =>
  (day: string | undefined): CheckState => {
    if (day === undefined) return 'unsaid'
    const left = daysFrom(today, day)
    return left < 0 ? 'old' : left <= SOON_DAYS ? 'soon' : 'well'
  }

/** Those of both places in which it may be written down. */
export const aedsOf = ({ help = {}, safety = noSafety }: Venue) => [
  ...(help.aedPlace === undefined
    ? []
    : [{ place: help.aedPlace, code: help.aedCode, checked: help.aedChecked, until: undefined }]),
  ...safety.aeds,
]

export const kitsOf = ({ help = {}, safety = noSafety }: Venue) => [
  ...(help.firstAid === undefined ? [] : [{ place: help.firstAid, checked: undefined }]),
  ...safety.kits,
]

function aedChecks(venue: Venue, { today }: CheckedOn): readonly Check[] {
  const all = aedsOf(venue)
  if (all.length === 0) return [{ name: 'aed', is: 'unsaid', which: [] }]
  const checked = all.map(({ place: what, checked: day }) => ({ what, day }))
  const lasts = all.map(({ place: what, until: day }) => ({ what, day }))
  return [
    { name: 'aed', is: 'well', which: [] },
    datedCheck('aed-checked', checked, checkedWithin(AED_CHECKED_DAYS_MAX, today)),
    datedCheck('aed-until', lasts, lastsFrom(today)),
  ]
}

function kitChecks(venue: Venue, { today }: CheckedOn): readonly Check[] {
  const all = kitsOf(venue)
  if (all.length === 0) return [{ name: 'kit', is: 'unsaid', which: [] }]
  const checked = all.map(({ place: what, checked: day }) => ({ what, day }))
  return [
    { name: 'kit', is: 'well', which: [] },
    datedCheck('kit-checked', checked, checkedWithin(KIT_CHECKED_DAYS_MAX, today)),
  ]
}

/** An expired certificate is none: somebody must have one that is in date. */
function aiderChecks({ safety = noSafety }: Venue, { today }: CheckedOn): readonly Check[] {
  const { aiders } = safety
  const some = aiders.some((one) => inDate(one, today))
  const dated = aiders.map(({ name: what, until: day }) => ({ what, day }))
  return [
    { name: 'aiders', is: some ? 'well' : 'unsaid', which: [] },
    ...(aiders.length === 0 ? [] : [datedCheck('aiders-until', dated, lastsFrom(today))]),
  ]
}
