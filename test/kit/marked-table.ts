// What of the marked show each role may see, typed by hand from the written matrix of roles; nothing here is worked out.

import type { RoleName } from '../../src/core/disclosure/policy.ts'

/** `view`: on a screen. `report`: the performance report. `server`: what only the server knows. */
export type Seen = {
  readonly view: readonly string[]
  readonly report: readonly string[]
  /** Run sheets, where they say more than the screen does. */
  readonly sheet?: readonly string[]
  /** Tonight's printed sheets. */
  readonly paper: readonly string[]
  readonly server: readonly string[]
  /** What is due next: heard on a night on which time passes. */
  readonly due?: readonly string[]
}

const position = ['show title', 'item code', 'item title']
const script = ['speaker', 'script line']

const cueing = (name: string) => [
  `dept id ${name}`,
  `dept name ${name}`,
  `short ${name}`,
  `channel ${name}`,
  `cue id ${name}`,
  `cue number ${name}`,
  `cue title ${name}`,
  `cue line ${name}`,
  'cue bar',
]
const vamps = ['vamp id one', 'vamp bar', 'vamp out']
/** The moment that lights and sound share: to each its own cue, and the words on which both go. */
const shared = ['cue line both']
/** The chaperone must say clear for it: those who call it or do it know whom it waits for. */
const lightsOfShared = ['cue number both', 'cue title both', 'watch lx', 'call name chap']
const soundOfShared = ['cue number heard', 'cue title heard', 'cue number after', 'cue title after']
const allCueing = [
  ...['lx', 'snd', 'ward', 'band'].flatMap(cueing),
  // Who listens on which channel: the operators of lights and of wardrobe.
  ...['call name dept', 'call name dresser', 'group', ...shared, ...lightsOfShared, ...soundOfShared],
]

const allNotes = [
  ...['note general', 'note lx', 'note snd', 'note ward', 'note band', 'note by dept'],
  ...[
    'note by ASM',
    'note by dresser',
    'note by MD',
    'note by DC',
    'note by CM',
    'note by FOH',
    'note by SM',
  ],
  ...['dept id lx', 'dept id snd', 'dept id ward', 'dept id band'],
]

/** Why front of house asked something of the desk: for those it speaks to. */
const houseAsks = ['house why wait', 'house why word']

const track = (role: string) => [
  `call name ${role}`,
  `track code ${role}`,
  `track title ${role}`,
  `owed id ${role}`,
  `obligation ${role}`,
]

/** The change and the hand-off in which performer and dresser meet, for either. */
const together = ['costume spare', 'change notes', 'prop passed', 'place else']
/** All that the performer owes tonight, for themself and for who looks after them. */
const performs = [
  ...[...track('perf'), ...together, 'call name dresser'],
  ...['place in', 'place out', 'costume worn', 'prop carried'],
]
/** The side that a wing's tablet stands at: what is due there, by whom, and nothing across the stage. */
const leftSide = [
  ...['place in', 'owed id perf', 'obligation perf', 'costume worn', 'prop carried'],
  ...['call name perf', 'track title perf', 'call name chap', 'call name dresser'],
  ...[...together, 'preset'],
]

const called = (name: string) => [`dept name ${name}`, `short ${name}`, `cue number ${name}`]
const wholeReport = [
  ...position,
  ...['lx', 'snd', 'ward', 'band'].flatMap(called),
  ...['cue number both', 'cue number heard', 'cue number after'],
  ...allNotes.filter((name) => name.startsWith('note')),
  'house why wait',
]

const allNames = [
  ...['name caller', 'name SM', 'name ASM', 'name dept', 'name dresser', 'name MD', 'name DC'],
  ...['name perf', 'name chap', 'name CM', 'name FOH', 'name dir', 'name prod'],
]
/** Who is in the building, whom visitors visit, what was said of who went home, and what there is to sweep. */
const wholeAttendance = [
  ...allNames,
  ...['person id caller', 'person id SM', 'person id ASM', 'person id dept', 'person id dresser'],
  ...['person id MD', 'person id DC', 'person id perf', 'person id chap', 'person id CM'],
  ...['person id FOH', 'person id dir', 'person id prod'],
  ...['visitor', 'home words', 'place name in', 'place name out', 'place name else'],
]
const rollOnly = wholeAttendance.filter((name) => name.startsWith('name') || name.startsWith('person id'))
/** What was said of the performer's way home, to themself. */
const ownWayHome = ['home words', 'name SM']
const signInSheet = ['venue']

const callNames = [
  ...['call name caller', 'call name SM', 'call name ASM', 'call name dept', 'call name dresser'],
  ...['call name MD', 'call name DC', 'call name perf', 'call name chap', 'call name CM'],
  ...['call name FOH', 'call name dir', 'call name prod'],
]
/** Where is…: everybody by their call name, and who saw them; where a child was seen is not for everybody. */
const wherePeople = callNames
/** The venue’s places on the stage map: by code and name, with nobody in them. */
const mapOfPlaces = [
  'place in',
  'place out',
  'place else',
  'place name in',
  'place name out',
  'place name else',
]
/** Where is…: what the performer is due for next, and where. */
const nextDue = ['costume spare', 'obligation perf', 'prop passed']
/** What the dance captain is told: who may have to be covered for, and who is named to cover. */
const coversDrafted = [
  ...['call name MD', 'call name perf', 'call name prod', 'call name dir', 'person id dir'],
]
/** Whom somebody may ask to come to them: who looks after them, and whom they work with. */
const mayCome = ['call name chap', 'person id chap', 'person id dresser']
/** What another order, while it is drafted, would do to what the performer hands over. */
const orderDrafted = ['prop passed']
const personIds = callNames.map((name) => name.replace('call name', 'person id'))
const deviceNames = [
  ...callNames.map((name) => name.replace('call name', 'device')),
  ...['device kiosk', 'device callboard', 'device admin'],
]
/** Where devices stand: of the departments only these three have one. */
const departmentsOfDevices = ['dept id lx', 'dept id ward', 'dept id band']
/** Where a shared tablet can be paired to stand. */
const places = mapOfPlaces
const household = [...callNames, ...personIds, ...deviceNames, ...departmentsOfDevices, ...places]

const itself = (role: string) => [`device ${role}`, `person id ${role}`]
/** On paper it says whose device read it: their own name. */
const readBy = (role: string): readonly string[] => [...itself(role), `name ${role}`]

/** What its people do, and on which words and bar. */
const ownSheet = ['cue bar', 'owed bar', 'owed line']
const wholeSheets = [...ownSheet, 'obligation dept', 'preset lx']

/** Who plays what: every track, and everybody who might. */
const casting = [
  ...callNames,
  ...personIds,
  ...callNames.flatMap((name) => [
    name.replace('call name', 'track code'),
    name.replace('call name', 'track title'),
  ]),
]

/** On paper `help by` stands only with a number that it confirms; the screen is sent all that was said. */
const screenCard = ['venue', 'help', 'safety', 'assembly point']
/** On paper first-aiders are named, those in date; whose certificate has run out is told to nobody. */
const card = [...screenCard, 'first-aider']
/** The incident card is everybody's, and has the building's address on it. */
const incident = [...screenCard, 'help by', 'trainer']
/** A department's cue sheet: also on which page of the book. */
const cuePaper = [...card, 'cue page']
/** What everybody is here; the performer stands there as their part, which is in the script too. */
const titles = [
  ...['caller', 'SM', 'ASM', 'dept', 'dresser', 'MD', 'DC', 'chap', 'CM', 'FOH', 'dir', 'prod'].map(
    (role) => `track title ${role}`,
  ),
  'engagement',
]
const names = callNames.map((name) => name.replace('call name', 'name'))
/** By leave of whose they are, on the contact sheet and nowhere else. */
const reached = callNames.flatMap((name) => [
  name.replace('call name', 'phone'),
  name.replace('call name', 'email'),
])
const contacts = [...card, ...titles, ...names, ...callNames, ...reached]
/** Roll and closing sheet besides: the last sweep goes through the building zone by zone. */
const roll = [...contacts, 'zone']
const wholePaper = [...roll, 'cue page', 'cue line after', 'obligation dresser']

export const seen: Readonly<Record<RoleName, Seen>> = {
  caller: {
    due: nextDue,
    paper: wholePaper,
    view: [
      ...wherePeople,
      ...mapOfPlaces,
      ...incident,
      ...position,
      ...script,
      ...allCueing,
      ...vamps,
      ...allNotes,
      ...houseAsks,
      ...orderDrafted,
      ...track('caller'),
      ...casting,
      ...wholeAttendance,
    ],
    report: wholeReport,
    sheet: [...wholeSheets, ...signInSheet],
    server: household,
  },
  SM: {
    due: nextDue,
    paper: wholePaper,
    view: [
      ...wherePeople,
      ...mapOfPlaces,
      ...incident,
      ...position,
      ...script,
      ...allCueing,
      ...vamps,
      ...allNotes,
      ...houseAsks,
      ...orderDrafted,
      ...track('SM'),
      ...casting,
      ...wholeAttendance,
    ],
    report: wholeReport,
    sheet: [...wholeSheets, ...signInSheet],
    server: household,
  },
  ASM: {
    // The conductor is out by then: their part is nobody’s.
    paper: [...roll.filter((name) => name !== 'track title MD'), 'cue page'],
    view: [
      ...incident,
      ...position,
      ...script,
      ...allCueing,
      ...vamps,
      // Who was asked of them.
      'call name prod',
      ...track('ASM'),
      ...leftSide,
      'note by ASM',
      ...wholeAttendance,
    ],
    report: [...position, 'note by ASM'],
    sheet: signInSheet,
    server: itself('ASM'),
  },
  dept: {
    paper: cuePaper,
    view: [
      ...incident,
      ...[...position, ...script, ...track('dept')],
      ...[...cueing('lx'), ...shared, ...lightsOfShared, 'cue id both'],
      ...['note lx', 'note by dept', 'preset lx', 'place out', 'call name MD'],
    ],
    report: [...position, ...called('lx'), 'cue number both', 'note lx'],
    sheet: ownSheet,
    server: readBy('dept'),
  },
  dresser: {
    due: ['call name chap', 'call name SM', 'person id perf'],
    paper: cuePaper,
    view: [
      ...incident,
      ...[...position, ...script, ...track('dresser'), ...together, 'call name perf', 'call name MD'],
      ...[...cueing('ward'), 'note ward', 'note by dresser'],
    ],
    report: [...position, ...called('ward'), 'note ward'],
    sheet: ownSheet,
    server: readBy('dresser'),
  },
  MD: {
    paper: cuePaper,
    view: [
      ...incident,
      ...position,
      ...script,
      ...track('MD'),
      ...vamps,
      ...cueing('band'),
      'note band',
      'note by MD',
    ],
    report: [...position, ...called('band'), 'note band'],
    sheet: ['cue bar'],
    server: readBy('MD'),
  },
  DC: {
    paper: contacts,
    view: [
      ...[...incident, ...position, ...script, ...track('DC'), 'note by DC', ...coversDrafted, ...casting],
      // Whoever drafts another order reads which bars can be gone round in longer.
      ...[...orderDrafted, ...vamps, 'place else', 'call name dresser'],
    ],
    report: [...position, 'note by DC'],
    server: itself('DC'),
  },
  perf: {
    paper: card,
    // Who comes to them is whom they asked for.
    view: [...mayCome, 'call name caller', ...incident, ...position, ...performs, ...ownWayHome],
    report: [],
    server: readBy('perf'),
  },
  chap: {
    paper: card,
    // Until it is called: for what of the lights' their clear is waited for.
    due: ['short lx', 'group', 'cue number both', 'cue title both'],
    view: [
      // Who saw the child, and who was asked about it.
      ...['call name SM', 'call name FOH', 'call name caller'],
      ...incident,
      ...position,
      ...track('chap'),
      ...performs,
      ...ownWayHome,
      'name perf',
      'person id perf',
    ],
    report: [],
    server: readBy('chap'),
  },
  CM: {
    due: nextDue,
    paper: roll,
    view: [
      ...wherePeople,
      ...mapOfPlaces,
      ...incident,
      ...position,
      ...track('CM'),
      ...casting,
      ...allNotes,
      ...houseAsks,
      ...wholeAttendance,
    ],
    report: wholeReport,
    sheet: signInSheet,
    server: itself('CM'),
  },
  FOH: {
    paper: card,
    view: [...incident, ...position, ...track('FOH'), ...houseAsks, 'note by FOH', 'call name perf'],
    report: [...position, 'house why wait', 'note by FOH'],
    server: readBy('FOH'),
  },
  dir: {
    paper: card,
    view: [...incident, ...position, ...script, ...track('dir')],
    report: [],
    server: readBy('dir'),
  },
  prod: {
    paper: card,
    // Who is looking for them.
    view: [...incident, ...position, ...track('prod'), 'call name ASM'],
    report: [],
    server: readBy('prod'),
  },
  kiosk: { paper: card, view: [...incident, ...position, ...rollOnly], report: [], server: ['device kiosk'] },
  callboard: { paper: card, view: [...incident, ...position], report: [], server: ['device callboard'] },
  admin: { paper: card, view: incident, report: [], server: [...deviceNames, ...departmentsOfDevices] },
}

const everybody = [
  ...['caller', 'SM', 'ASM', 'dept', 'dresser', 'MD', 'DC'],
  ...['perf', 'chap', 'CM', 'FOH', 'dir', 'prod'],
].flatMap((role) => [`name ${role}`, `person id ${role}`])
/** Everybody who is in, and the places where they are due next. */
const inTheBuilding = [...everybody, 'place in', 'place else']
const own = (role: string) => [`name ${role}`, `person id ${role}`]

/** Of a roll call, when everybody is signed in and nobody is seen yet; `before`: none is on. Whoever is not here: nothing. */
export const seenOfRollCall: Readonly<
  Partial<Record<RoleName, { before: readonly string[]; on: readonly string[] }>>
> = {
  ...{
    caller: { before: inTheBuilding, on: inTheBuilding },
    SM: { before: inTheBuilding, on: inTheBuilding },
  },
  CM: { before: inTheBuilding, on: inTheBuilding },
  ASM: { before: own('ASM'), on: inTheBuilding },
  FOH: { before: own('FOH'), on: inTheBuilding },
  // Themself and the child in their care, and who began it.
  chap: { before: own('chap'), on: [...own('chap'), ...own('perf'), 'place in', 'person id SM'] },
}
