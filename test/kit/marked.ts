// A show with a marker in every class of field, and what of it each role may see, typed by hand from the written matrix.

import type { RoleName } from '../../src/core/disclosure/policy.ts'
import { id } from '../../src/core/kit/ids.ts'
import type { Cue, Department, Obligation, Person, Show, Track } from '../../src/core/show/show.ts'
import { aCue, aDepartment, anEdition, anItem, anObligation, aTrack, at, emptyShow } from './shows.ts'

/** Roles that a person holds; the others are places, or the installation's. */
export const rolesOfPeople = [
  ...(['caller', 'SM', 'ASM', 'dept', 'dresser', 'MD', 'DC'] as const),
  ...(['perf', 'chap', 'CM', 'FOH', 'dir', 'prod'] as const),
] as const
export type PersonRole = (typeof rolesOfPeople)[number]

const departmentNames = ['lx', 'snd', 'ward', 'band'] as const
/** The department that a role’s device is paired for. */
export const departmentOf: Readonly<Partial<Record<RoleName, string>>> = {
  dept: 'mark-dept-lx',
  dresser: 'mark-dept-ward',
  MD: 'mark-dept-band',
}

/** Guillemets keep one marker from standing inside another; ids cannot hold them. */
export const mark = (name: string): string => `«${name}»`
const idMark = (noun: string, name: string): string => `mark-${noun}-${name}`
export const personId = (role: PersonRole): string => idMark('person', role)

/** The names of all markers that stand in a text. */
export function markersIn(text: string): ReadonlySet<string> {
  const names = [...text.matchAll(/«([^»]*)»/g)].map((match) => match[1] ?? '')
  const ids = [...text.matchAll(/mark-([a-z]+)-([A-Za-z]+)/g)].map((match) => `${match[1]} id ${match[2]}`)
  return new Set([...names, ...ids])
}

const one = { ...anItem('one', 1, 300), code: mark('item code'), title: mark('item title') }
const cut = { ...anItem('cut', 1, 100), code: mark('cut code'), title: mark('cut item') }
const two = anItem('two', 2, 300)
const pause = anItem('pause', 1, 900, 'interval')

const departments: readonly Department[] = departmentNames.map((name) => ({
  ...aDepartment(name),
  id: id<'department'>(idMark('dept', name)),
  name: mark(`dept name ${name}`),
  short: mark(`short ${name}`),
  channel: mark(`channel ${name}`),
}))

const cueOf = (department: Department, name: string): Cue => ({
  ...aCue(idMark('cue', name), department, {
    ...at(one, 20),
    line: mark(`cue line ${name}`),
    bar: mark('cue bar'),
    page: mark('cue page'),
  }),
  number: mark(`cue number ${name}`),
  title: mark(`cue title ${name}`),
})

function cues(): readonly Cue[] {
  const own = departments.map((department, index) => cueOf(department, departmentNames[index] ?? ''))
  const [lx, snd] = departments
  if (!lx || !snd) return own
  const watched: Cue = {
    ...cueOf(lx, 'both'),
    trigger: { kind: 'visual', watch: mark('watch lx') },
    group: mark('group'),
    spotter: id<'track'>('t-chap'),
  }
  const heard: Cue = { ...cueOf(snd, 'heard'), anchor: at(one, 25), group: mark('group') }
  const follower: Cue = { ...cueOf(snd, 'after'), trigger: { kind: 'follow-on', after: watched.id } }
  return [...own, watched, heard, follower, { ...cueOf(snd, 'cut'), anchor: at(cut, 5) }]
}

const people: readonly Person[] = rolesOfPeople.map((role) => ({
  id: id<'person'>(personId(role)),
  name: mark(`name ${role}`),
  callName: mark(`call name ${role}`),
  pronouns: mark(`pronouns ${role}`),
  phone: mark(`phone ${role}`),
  email: mark(`email ${role}`),
  // The performer is a child, so that there is somebody to look after.
  ...(role === 'perf' ? { minor: true, chaperone: id<'person'>(personId('chap')) } : {}),
}))

const tracks: readonly Track[] = rolesOfPeople.map((role) => ({
  ...aTrack(`t-${role}`, personId(role)),
  code: mark(`track code ${role}`),
  title: mark(`track title ${role}`),
}))

const anchor = { ...at(one, 40), line: mark('owed line'), bar: mark('owed bar'), page: mark('owed page') }
const obligations: readonly Obligation[] = rolesOfPeople.flatMap((role): Obligation[] => [
  { ...anObligation(idMark('owed', role), `t-${role}`, anchor), title: mark(`obligation ${role}`) },
  { ...anObligation(`cut-${role}`, `t-${role}`, at(cut, 40)), title: mark('cut obligation') },
])

/** Only the performer’s has everything an obligation can have; the dresser is their partner. */
const performers: Partial<Obligation> = {
  placeIn: id<'place'>('in'),
  placeOut: id<'place'>('out'),
  needs: [mark('needs')],
  costume: id<'costume'>('worn'),
  mic: id<'mic'>('mic'),
  props: [id<'prop'>('carried')],
  partners: [id<'track'>('t-dresser')],
}

/** The side whose tablet an assistant stage manager has; `out` is across the stage. */
export const placeOf: Readonly<Partial<Record<RoleName, string>>> = { ASM: 'in', callboard: 'in' }

const place = (name: string) => ({
  id: id<'place'>(name),
  side: name === 'out' ? ('stage right' as const) : ('stage left' as const),
  code: mark(`place ${name}`),
  name: mark(`place name ${name}`),
  zone: mark('zone'),
  level: mark('level'),
})

const aVamp = (name: string) => ({
  id: id<'vamp'>(idMark('vamp', name)),
  kind: 'vamp' as const,
  ...{ seconds: 10, secondsMax: 40, out: mark('vamp out') },
})

export const markedShow: Show = {
  ...emptyShow,
  title: mark('show title'),
  by: mark('by'),
  venue: {
    name: mark('venue'),
    help: { entrance: mark('help'), confirmedBy: mark('help by') },
    safety: {
      ...{ route: mark('safety'), hospital: mark('safety') },
      trainer: { name: mark('trainer'), on: '2026-11-26' },
      points: [{ place: mark('assembly point') }],
      aeds: [{ place: mark('safety'), code: mark('safety') }],
      kits: [{ place: mark('safety') }],
      phones: [{ place: mark('safety') }],
      aiders: [
        { name: mark('first-aider'), until: '2999-01-01' },
        { name: mark('first-aider out of date'), until: '2001-01-01' },
      ],
    },
    places: ['in', 'out', 'else'].map(place),
    travel: [],
  },
  people,
  engagements: [
    { person: id<'person'>(personId('perf')), kind: 'principal', title: mark('engagement') },
    {
      person: id<'person'>(personId('dept')),
      kind: 'operator',
      department: id<'department'>('mark-dept-lx'),
    },
    {
      ...{ person: id<'person'>(personId('dresser')), kind: 'dresser' as const, title: mark('engagement') },
      department: id<'department'>(idMark('dept', 'ward')),
    },
    // The only cover that is named.
    { person: id<'person'>(personId('dir')), kind: 'understudy' },
  ],
  roles: [{ id: id<'role'>('hero'), name: mark('speaker'), part: mark('part') }],
  tracks,
  obligations: obligations.map((each) =>
    each.title === mark('obligation perf') ? { ...each, ...performers } : each,
  ),
  items: [one, cut, pause, two],
  editions: [
    { ...anEdition('tonight', [one, pause, two]), title: mark('edition'), reason: mark('edition reason') },
    { ...anEdition('full', [one, cut, pause, two]), title: mark('other edition') },
  ],
  departments,
  cues: cues(),
  vamps: [
    { ...aVamp('one'), anchor: { ...at(one, 100), bar: mark('vamp bar'), line: mark('vamp line') } },
    { ...aVamp('cut'), anchor: at(cut, 5), out: mark('cut vamp') },
  ],
  costumes: ['worn', 'spare'].map((name) => ({ id: id<'costume'>(name), name: mark(`costume ${name}`) })),
  changes: [
    {
      id: id<'change'>('q'),
      track: id<'track'>('t-perf'),
      to: id<'costume'>('spare'),
      anchor: at(one, 60),
      place: id<'place'>('else'),
      seconds: 20,
      dressers: [id<'track'>('t-dresser')],
      notes: mark('change notes'),
    },
  ],
  handOffs: [
    {
      id: id<'hand-off'>('h'),
      prop: id<'prop'>('passed'),
      from: id<'track'>('t-perf'),
      to: id<'track'>('t-dresser'),
      anchor: at(one, 90),
      place: id<'place'>('else'),
    },
  ],
  props: ['carried', 'spare', 'passed'].map((name) => ({
    id: id<'prop'>(name),
    name: mark(`prop ${name}`),
    start: id<'place'>('else'),
  })),
  presets: [
    { id: id<'preset'>('p'), title: mark('preset'), place: id<'place'>('else'), before: id<'item'>('one') },
    {
      id: id<'preset'>('p-lx'),
      title: mark('preset lx'),
      place: id<'place'>('out'),
      department: id<'department'>('mark-dept-lx'),
      before: id<'item'>('one'),
    },
  ],
  mics: [{ id: id<'mic'>('mic'), pack: mark('mic') }],
  script: [
    { item: one.id, seconds: 5, role: id<'role'>('hero'), kind: 'speech', text: mark('script line') },
    { item: cut.id, seconds: 5, kind: 'direction', text: mark('cut script') },
  ],
}

/** Who writes which notes; each is marked `note …`. */
export const notesWritten: readonly { by: RoleName; department: string | null; name: string }[] = [
  { by: 'caller', department: null, name: 'note general' },
  ...departmentNames.map((name) => ({
    by: 'caller' as const,
    department: `mark-dept-${name}`,
    name: `note ${name}`,
  })),
  ...(['ASM', 'dept', 'dresser', 'MD', 'DC', 'CM', 'FOH', 'SM'] as const).map((by) => ({
    by,
    department: null,
    name: `note by ${by}`,
  })),
]
