// Who may see and do what: the one table that `view` and `decide` ask. Typed by hand, derived from nothing.

import type { Id } from '../kit/ids.ts'
import type { DepartmentId, PersonId, PlaceId } from '../show/show.ts'

export type DeviceId = Id<'device'>

export const roleNames = [
  'caller',
  'SM',
  'ASM',
  'dept',
  'dresser',
  'MD',
  'DC',
  'perf',
  'chap',
  'CM',
  'FOH',
  'dir',
  'prod',
  'kiosk',
  'callboard',
  'admin',
] as const
export type RoleName = (typeof roleNames)[number]

/** Whoever asks: a device, with the roles of its person or of its place. */
export type Viewer = {
  readonly device: DeviceId
  readonly roles: readonly RoleName[]
  readonly person: PersonId | null
  readonly department: DepartmentId | null
  readonly place: PlaceId | null
}

/** How much of a kind: all of it, one's side's or department's, one's own, or nothing. */
export type Scope = 'all' | 'side' | 'own' | null

/** The kinds of thing that exist so far; a row of the written matrix each. */
export type Kind =
  | 'position'
  | 'cues'
  | 'vamps'
  | 'script'
  | 'obligations'
  | 'side'
  | 'wards'
  | 'report'
  | 'line notes'
  | 'house'
  | 'sheets'
  | 'contacts'
  | 'safety'
  | 'incident open'
  | 'incident board'
  | 'quiet help'
  | 'accident book'
  | 'roll call'
  | 'attendance'
  | 'names'
  | 'head count'
  | 'codes'
  | 'whereabouts'
  | 'due'
  | 'child places'
  | 'devices'
  | 'keeping'
  | 'asks'
  | 'concerns'
  | 'watching'
  | 'concerns of wards'
  | 'covers drafted'
  | 'order drafted'
  | 'microphones'
  | 'availability'
  | 'plans'
  | 'plan of department'
  | 'cast board'
  | 'own plan'
  | 'openings of own note'
  | 'notices'
  | 'notice readers'
  | 'sayable'
  | 'their people'
  | 'care'

type Row = Readonly<Partial<Record<RoleName, Exclude<Scope, null>>>>

const everyoneBut = (...without: readonly RoleName[]): Row =>
  Object.fromEntries(roleNames.filter((role) => !without.includes(role)).map((role) => [role, 'all']))

const ownFor = (roles: readonly RoleName[]): Row => Object.fromEntries(roles.map((role) => [role, 'own']))

const seesTable: Readonly<Record<Kind, Row>> = {
  position: everyoneBut('admin'),
  cues: { caller: 'all', SM: 'all', ASM: 'all', dept: 'side', dresser: 'side', MD: 'side' },
  // The music's own: whoever calls by it, whoever conducts it, and the wings that wait on it.
  vamps: { caller: 'all', SM: 'all', ASM: 'all', MD: 'all' },
  script: {
    caller: 'all',
    SM: 'all',
    ASM: 'all',
    dept: 'all',
    dresser: 'all',
    MD: 'all',
    DC: 'all',
    perf: 'own',
    dir: 'all',
  },
  // What dressers may see beyond their own (who is due to them within ten minutes) has no screen yet.
  obligations: { caller: 'all', SM: 'all', DC: 'all', CM: 'all', dir: 'all' },
  /** The obligations of one side, on the screen that stands there. */
  side: { caller: 'all', SM: 'all', ASM: 'side', DC: 'all', CM: 'all', dir: 'all' },
  /** The obligations of the children in one's care. */
  wards: { caller: 'all', SM: 'all', DC: 'all', chap: 'own', CM: 'all', dir: 'all' },
  // Directors and producers are sent sections by list (lists.ts); on a device of their own they have none.
  report: {
    caller: 'all',
    SM: 'all',
    ASM: 'own',
    dept: 'own',
    dresser: 'own',
    MD: 'own',
    DC: 'own',
    CM: 'all',
    FOH: 'own',
  },
  /** What somebody said wrong: for whoever is on the book, and on paper for whoever said it. */
  'line notes': { caller: 'all', SM: 'all', ASM: 'all' },
  // How many are in, who waits outside and what front of house asks: its own, and those it speaks to.
  house: { caller: 'all', SM: 'all', CM: 'all', FOH: 'all' },
  // A department prints its own run sheet. There are cues on it: who sees none of these has none (cues).
  sheets: { caller: 'all', SM: 'all', ASM: 'side', dept: 'side', dresser: 'side', MD: 'side' },
  contacts: { caller: 'all', SM: 'all', ASM: 'all', DC: 'all', CM: 'all' },
  /** The incident card: whoever finds somebody needs it, whoever they are. */
  safety: everyoneBut(),
  /** That somebody is down, where, and who does what; not what was written of them. Others hear that the show holds. */
  'incident open': { caller: 'all', SM: 'all', ASM: 'all', chap: 'all', CM: 'all', kiosk: 'all' },
  /** What was written of one, and who does what in it: for whoever was asked for something in it or has it. */
  'incident board': {
    ...ownFor(roleNames.filter((role) => !['kiosk', 'callboard', 'admin'].includes(role))),
    CM: 'all',
  },
  /** Asked for without a sound (QUIET-5): `side` is where and since when, for screens that others read; whose device, where that is not known. */
  'quiet help': { caller: 'all', SM: 'all', CM: 'all', FOH: 'side' },
  /** One's own entries for everybody who works here; `side` is how many there are, and nothing of any. */
  'accident book': {
    ...ownFor(['caller', 'ASM', 'dept', 'dresser', 'MD', 'DC', 'perf', 'chap', 'FOH', 'dir']),
    ...{ SM: 'all', CM: 'all', prod: 'side' },
  },
  /** While one goes on. At a point: whoever is not seen yet, and whom one saw oneself; one's own: the children in one's care. */
  'roll call': { caller: 'all', SM: 'all', ASM: 'side', chap: 'own', CM: 'all', FOH: 'side' },
  // One's own for everybody, below; a dresser's and the band's have no screen yet, so they see less here.
  attendance: { caller: 'all', SM: 'all', ASM: 'all', CM: 'all' },
  /** The names of the company without anybody's state: what hangs at the stage door. */
  names: { caller: 'all', SM: 'all', ASM: 'all', CM: 'all', kiosk: 'all' },
  /** How many are in the building; no names. */
  'head count': { FOH: 'all', dir: 'all', prod: 'all' },
  /** Who has a code of their own for the stage door: there it is asked for, and here given. */
  codes: { SM: 'all', CM: 'all', kiosk: 'all' },
  /** Where is…: everybody; one's own for everybody, below, and with `wards` the children in one's care. */
  whereabouts: { caller: 'all', SM: 'all', CM: 'all' },
  /** Who is due at one's side, or in one's care, within ten minutes: plan and last word together. */
  due: { caller: 'side', SM: 'side', ASM: 'side', dresser: 'own', CM: 'side' },
  /** Where exactly a child was seen. */
  'child places': { caller: 'all', SM: 'all', ASM: 'all', chap: 'own' },
  devices: { caller: 'all', SM: 'all', admin: 'all' },
  keeping: { caller: 'all', SM: 'all', admin: 'all' },
  /** What is asked at one side of the stage, and of oneself: of nobody else. */
  asks: { ASM: 'side' },
  /** Everything about it; the company manager from the rung on where somebody could not be found. */
  concerns: { caller: 'all', SM: 'all', CM: 'own' },
  /** About the children in one's care. */
  'concerns of wards': { caller: 'all', SM: 'all', chap: 'own' },
  /** Who is named to go on for whoever could not be found or cannot go on: the plan, and nothing of the search. */
  /** Whose microphone was heard when: for who hears them. */
  microphones: { dept: 'side' },
  /** Another order while it is drafted, and everything it would bring. */
  'order drafted': { caller: 'all', SM: 'all', DC: 'all' },
  'covers drafted': { caller: 'all', SM: 'all', DC: 'all', CM: 'all' },
  /** Who is not there for all of their track, and for how much of it; never why. */
  availability: { caller: 'all', SM: 'all', DC: 'all', CM: 'all' },
  /** Who plays what, proposed and approved, who was told and who was not. */
  plans: { caller: 'all', SM: 'all', DC: 'all', CM: 'all' },
  /** Who plays which part tonight, in the words for the public; `side`: without who hung it up when. */
  'cast board': {
    ...{ caller: 'all', SM: 'all', DC: 'all', CM: 'all', FOH: 'all' },
    ...{ dir: 'side', prod: 'side', callboard: 'side' },
  },
  /** What of a plan that screens show is one's department's. */
  'plan of department': { dept: 'side', dresser: 'side', MD: 'side' },
  /** What of a plan that screens show is other for oneself, and whom one is to tell. */
  'own plan': {},
  /** Who opened or asked for what one left for responders. */
  'openings of own note': {},
  /** Those that are for them by now; where people pass by there are none. */
  notices: everyoneBut('kiosk', 'callboard', 'admin'),
  /** Who has acknowledged one: one's own is what one wrote. */
  'notice readers': { caller: 'own', SM: 'own', perf: 'own', CM: 'all', FOH: 'own', prod: 'own' },
  /** What may be said of somebody, for whoever writes a notice. */
  sayable: { SM: 'all', CM: 'all' },
  /** Contacts, who gave which permission, who must not be told; whoever it is about, below; and whoever has it as their function in the incident. */
  'their people': { CM: 'all' },
  /** One’s own asks and those to oneself; where people pass by there are none. */
  care: ownFor(roleNames.filter((role) => !['kiosk', 'callboard', 'admin'].includes(role))),
  /** Since when the night is watched; to everybody else whether it is. */
  watching: { ...ownFor(roleNames), caller: 'all', SM: 'all' },
}

/** Everyone sees their own track, whatever else they are: the performer's own, in every column. */
const ownForEveryone: readonly Kind[] = [
  'obligations',
  'attendance',
  'whereabouts',
  'asks',
  'own plan',
  'openings of own note',
  'their people',
]

const rank: Readonly<Record<Exclude<Scope, null>, number>> = { own: 1, side: 2, all: 3 }

/** The widest scope that any of the viewer's roles gives. */
export function sees(viewer: Viewer, kind: Kind): Scope {
  const floor: Scope = ownForEveryone.includes(kind) && viewer.person !== null ? 'own' : null
  return viewer.roles.reduce<Scope>((widest, role) => {
    const scope = seesTable[kind][role] ?? null
    return scope !== null && (widest === null || rank[scope] > rank[widest]) ? scope : widest
  }, floor)
}

/** Everything there is to see that this viewer sees something of, and how much. */
export const seenBy = (
  viewer: Viewer,
): readonly { readonly kind: Kind; readonly scope: 'all' | 'side' | 'own' }[] =>
  // `as`: the table has a row for each kind and no other.
  (Object.keys(seesTable) as Kind[]).flatMap((kind) => {
    const scope = sees(viewer, kind)
    return scope === null ? [] : [{ kind, scope }]
  })

/** What can be done so far; a row of the written matrix each. */
export type Deed =
  | 'call the show'
  | 'take the desk'
  | 'acknowledge a standby'
  | 'answer for a department on cans'
  | 'write a note'
  | 'write a line note'
  | 'give clearance'
  | 'print the set'
  | 'compare with the paper'
  | 'say that damage was read'
  | 'keep the house'
  | 'give a task'
  | 'finish a task'
  | 'say a vamp'
  | 'close the performance'
  | 'open a performance'
  | 'sign at the stage door'
  | 'sign for others'
  | 'give codes for the stage door'
  | 'sign for wards'
  | 'see everybody home'
  | 'see people'
  /** Whose eyes they were, having been told. */
  | 'say who saw people'
  | 'say that a microphone is live'
  /** Somebody else's; whoever pressed may always. */
  | 'take back a sighting'
  | 'edit the show'
  /** Everything that is in it, names and words too. */
  | 'copy the record'
  /** By the house's own mail server, to whom stage management chose. */
  | 'post the report'
  | 'pair devices'
  /** With letters of their own: on their phone, or for a while on a shared tablet. */
  | 'let people sign in'
  | 'raise a concern'
  | 'lead a concern'
  | 'answer at a side'
  | 'call a cover'
  | 'draft an order'
  | 'approve an order'
  | 'write down that somebody steps out'
  | 'say who is out'
  | 'draft a plan'
  | 'approve a plan'
  /** Privately, before any screen shows it. */
  | 'tell somebody first'
  | 'say who was told'
  | 'say what was announced'
  | 'decide about a report'
  | 'hold a roll call'
  | 'record at a roll call'
  /** In an incident; failing these, whoever accepts it first. */
  | 'take command'
  | 'answer quiet help'
  /** Of sealed notes: what somebody else should have a look at, and never whoever opened it. */
  | 'look at openings'
  | 'write a notice'
  /** Speaks for somebody to others, with every permission on record. */
  | 'release a statement'
  /** Of the show, without a cause: a cover in effect, the next word, an exit. */
  | 'say a stock line'
  /** Who can be asked to get in touch; never who asked whom. */
  | 'name who is asked for help'
  | 'look at what is past its time'

const doesTable: Readonly<Record<Deed, readonly RoleName[]>> = {
  'call the show': ['caller'],
  'take the desk': ['SM'],
  'acknowledge a standby': ['dept', 'dresser', 'MD'],
  'answer for a department on cans': ['caller'],
  'give clearance': ['caller', 'SM', 'FOH'],
  // Whoever has it by word of mouth writes it down: nobody needs a device.
  'keep the house': ['caller', 'SM', 'FOH'],
  'say a vamp': ['caller', 'MD'],
  'write a note': ['caller', 'SM', 'ASM', 'dept', 'dresser', 'MD', 'DC', 'CM', 'FOH'],
  // Who hands tonight's paper out; everybody else prints what is theirs.
  'compare with the paper': ['caller', 'SM'],
  'say that damage was read': ['caller', 'SM'],
  'print the set': ['caller', 'SM', 'ASM'],
  'write a line note': ['caller', 'SM', 'ASM'],
  'give a task': ['caller', 'SM', 'CM'],
  // One's own, or one's department's.
  'finish a task': ['caller', 'SM', 'ASM', 'dept', 'dresser', 'MD', 'DC', 'CM', 'FOH'],
  'close the performance': ['caller', 'SM'],
  'open a performance': ['caller', 'SM'],
  // Everybody signs themself on their own device; no table is needed for that.
  'sign at the stage door': ['kiosk'],
  'sign for others': ['SM', 'ASM', 'CM'],
  // Whoever prints the cards. One's own everybody gets on their own device; no table is needed for that.
  'give codes for the stage door': ['SM', 'CM'],
  'sign for wards': ['chap'],
  // Whoever closes the night must be able to account for those who keep it open.
  'see everybody home': ['caller', 'SM', 'ASM', 'CM'],
  // Whoever is on duty, for whom they see; a kiosk and a board stand there alone.
  'see people': ['caller', 'SM', 'ASM', 'dept', 'dresser', 'MD', 'DC', 'perf', 'chap', 'CM', 'FOH'],
  'say who saw people': ['caller', 'SM', 'ASM'],
  // Of these, sound alone.
  'say that a microphone is live': ['dept'],
  'take back a sighting': ['caller', 'SM'],
  'edit the show': ['SM'],
  'copy the record': ['SM'],
  'post the report': ['SM'],
  'pair devices': ['SM', 'admin'],
  // The company manager hands out what people sign in with; what more than their own part it is good for, stage management says.
  'let people sign in': ['SM', 'CM'],
  'raise a concern': ['caller', 'SM', 'ASM', 'dept', 'dresser', 'MD', 'DC', 'chap', 'CM'],
  // Answers for whoever was asked, ends it, and says how much is asked tonight.
  'lead a concern': ['caller', 'SM'],
  'answer at a side': ['ASM'],
  'draft an order': ['caller', 'SM', 'DC'],
  // The default of a production; the caller names who said yes on cans.
  'approve an order': ['SM', 'DC'],
  'call a cover': ['caller', 'SM', 'DC'],
  'write down that somebody steps out': ['SM'],
  'say who is out': ['caller', 'SM', 'CM'],
  'draft a plan': ['caller', 'SM', 'DC'],
  'approve a plan': ['SM', 'DC'],
  'tell somebody first': ['SM', 'DC', 'CM'],
  'say who was told': ['caller', 'SM', 'ASM', 'DC', 'CM'],
  'say what was announced': ['caller', 'SM', 'CM', 'FOH'],
  // Whether an authority is told of an accident. Nothing is decided by the book itself.
  'decide about a report': ['SM', 'CM'],
  'hold a roll call': ['caller', 'SM', 'FOH'],
  // And whoever is named a steward by one who holds it.
  'record at a roll call': ['caller', 'SM', 'ASM', 'chap', 'CM', 'FOH'],
  'take command': ['SM', 'CM', 'FOH'],
  'answer quiet help': ['caller', 'SM', 'CM', 'FOH'],
  'look at openings': ['SM', 'CM'],
  'write a notice': ['SM', 'CM'],
  'release a statement': ['CM'],
  'say a stock line': ['caller', 'SM', 'CM'],
  'name who is asked for help': ['SM', 'CM'],
  'look at what is past its time': ['SM', 'CM'],
}

export const may = (viewer: Viewer, deed: Deed): boolean =>
  viewer.roles.some((role) => doesTable[deed].includes(role))
