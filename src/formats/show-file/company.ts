// The shape of venue, people, roles, tracks and obligations in a show file.

import { z } from 'zod'
import { isDay } from '../../core/kit/day.ts'
import { engagementKinds } from '../../core/show/engagement-kinds.ts'
import type { Help } from '../../core/show/help.ts'
import { pointKinds } from '../../core/show/own-pages.ts'
import { SAFETY_ROWS_MAX, type Safety } from '../../core/show/safety.ts'
import {
  type Anchor,
  type Engagement,
  type Obligation,
  obligationKinds,
  type Person,
  type Place,
  type Role,
  type Track,
  type Venue,
} from '../../core/show/show.ts'
import type { Travel } from '../../core/show/travel.ts'
import {
  code,
  idOf,
  lineId,
  list,
  members,
  noun,
  oneLine,
  oneLineOrNone,
  seconds,
  severalLines,
} from './fields.ts'
import {
  CODE_LENGTH_MAX,
  CUT_COST_MAX,
  NAME_LENGTH_MAX,
  PLACES_MAX,
  SECONDS_MAX,
  TEXT_LENGTH_MAX,
  TRAVEL_MAX,
} from './limits.ts'

const name = oneLine(NAME_LENGTH_MAX)

export const anchor = noun<Anchor>('anchor', 'A point in the plan: so many seconds into an item.', {
  item: idOf('item'),
  seconds,
  line: name.optional(),
  bar: code.optional(),
  page: code.optional(),
  guessed: z.boolean().optional(),
  at: z
    .looseObject({
      line: lineId,
      word: z.number().int().min(0).max(TEXT_LENGTH_MAX),
      words: oneLineOrNone(NAME_LENGTH_MAX),
      sure: z.number().min(0).max(1).optional(),
    })
    .optional(),
  point: z
    .looseObject({
      page: lineId,
      x: z.number().min(0).max(1),
      y: z.number().min(0).max(1),
      by: z.enum(pointKinds).default('point'),
      said: oneLineOrNone(NAME_LENGTH_MAX).default(''),
    })
    .optional(),
})

/** More than that is a room nobody has to count. */
const CHANGING_MAX = 50

const place = noun<Place>('place', 'Somewhere backstage, on stage or in the house.', {
  id: idOf('place'),
  code,
  name: oneLineOrNone(NAME_LENGTH_MAX).default(''),
  side: z.enum(['stage left', 'stage right', 'centre', 'below', 'above', 'front', 'outside']).optional(),
  zone: name.optional(),
  level: name.optional(),
  dark: z.boolean().optional(),
  signal: z.boolean().optional(),
  changing: z.int().min(1).max(CHANGING_MAX).optional(),
})

const travel = noun<Travel>('travel', 'Walking time in the dark, both ways unless oneWay.', {
  from: idOf('place'),
  to: idOf('place'),
  seconds,
  oneWay: z.boolean().optional(),
  stepFree: z.boolean().optional(),
})

const day = oneLine(CODE_LENGTH_MAX).refine(isDay, 'must be a day such as 2026-11-24')

const help = noun<Help>('help', 'Help in this building, as a person there said it.', {
  number: code.optional(),
  outsideLine: code.optional(),
  telephones: name.optional(),
  deadSpots: name.optional(),
  confirmedBy: name.optional(),
  confirmedOn: day.optional(),
  entrance: name.optional(),
  meets: name.optional(),
  aedPlace: name.optional(),
  aedCode: name.optional(),
  aedChecked: day.optional(),
  firstAid: name.optional(),
  keys: name.optional(),
  codedCall: name.optional(),
  medics: name.optional(),
  approvedBy: name.optional(),
  approvedOn: day.optional(),
})

const safety = noun<Safety>(
  'safety',
  'What the building has for an emergency, and for when everybody leaves.',
  {
    route: name.optional(),
    hospital: name.optional(),
    trainer: z.object({ name, on: day }).optional(),
    points: z
      .array(z.object({ place: name }))
      .max(SAFETY_ROWS_MAX.points)
      .default([]),
    aeds: z
      .array(z.object({ place: name, code: name.optional(), checked: day.optional(), until: day.optional() }))
      .max(SAFETY_ROWS_MAX.aeds)
      .default([]),
    kits: z
      .array(z.object({ place: name, checked: day.optional() }))
      .max(SAFETY_ROWS_MAX.kits)
      .default([]),
    aiders: z
      .array(z.object({ name, until: day.optional() }))
      .max(SAFETY_ROWS_MAX.aiders)
      .default([]),
    phones: z
      .array(z.object({ place: name, near: name.optional() }))
      .max(SAFETY_ROWS_MAX.phones)
      .default([]),
  },
)

export const venue = noun<Venue>('venue', 'The building: its places and the ways between them.', {
  name: oneLineOrNone(NAME_LENGTH_MAX).default(''),
  address: severalLines.optional(),
  promptSide: z.enum(['stage left', 'stage right']).optional(),
  help: help.optional(),
  safety: safety.optional(),
  invented: z.boolean().optional(),
  places: list(place, PLACES_MAX),
  travel: list(travel, TRAVEL_MAX),
})

export const person = noun<Person>('person', 'Somebody of the company or the staff.', {
  id: idOf('person'),
  name,
  callName: oneLine(NAME_LENGTH_MAX),
  pronouns: name.optional(),
  phone: name.optional(),
  email: name.optional(),
  minor: z.boolean().optional(),
  chaperone: idOf('person').optional(),
})

export const engagement = noun<Engagement>('engagement', 'What a person is here to do.', {
  person: idOf('person'),
  kind: z.enum(engagementKinds),
  department: idOf('department').optional(),
  title: name.optional(),
  deputy: z.boolean().optional(),
})

export const role = noun<Role>('role', 'A character.', {
  id: idOf('role'),
  name,
  part: name.optional(),
})

export const track = noun<Track>('track', 'Everything one person does in one show, in order.', {
  id: idOf('track'),
  code,
  title: oneLineOrNone(NAME_LENGTH_MAX).default(''),
  kind: z.enum(['cast', 'swing', 'crew', 'dresser', 'stage management', 'music']).default('cast'),
  owner: idOf('person').optional(),
  covers: members(idOf('person')).optional(),
  roles: members(idOf('role')).optional(),
})

export const obligation = noun<Obligation>('obligation', 'One thing one person does at one time.', {
  id: idOf('obligation'),
  track: idOf('track'),
  kind: z.enum(obligationKinds),
  title: oneLineOrNone(NAME_LENGTH_MAX).default(''),
  role: idOf('role').optional(),
  anchor,
  byCue: z
    .looseObject({ cue: idOf('cue'), seconds: z.number().min(-SECONDS_MAX).max(SECONDS_MAX) })
    .optional(),
  seconds: seconds.default(0),
  placeIn: idOf('place').optional(),
  placeOut: idOf('place').optional(),
  needs: members(oneLine(NAME_LENGTH_MAX)).optional(),
  costume: idOf('costume').optional(),
  mic: idOf('mic').optional(),
  props: members(idOf('prop')).optional(),
  partners: members(idOf('track')).optional(),
  // Doubt stays on the safe side: what nobody has graded may not be left out.
  droppable: z.enum(['essential', 're-assignable', 'thin-able', 'cosmetic']).default('essential'),
  cutCost: z.number().min(0).max(CUT_COST_MAX).optional(),
  safety: z.boolean().optional(),
})
