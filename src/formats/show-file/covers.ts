// The shape of who can do what besides their own, in a show file: all of it may be left out.

import { z } from 'zod'
import { isDay } from '../../core/kit/day.ts'
import {
  type Certificate,
  type Clearance,
  COVER_APPROVERS_MAX,
  type Competence,
  type CoverApprover,
  type CoverLimit,
  type CoverReplot,
  type CoverRule,
  type Covers,
  competenceLevels,
  coverLevels,
} from '../../core/show/competence.ts'
import { code, idOf, list, listOrNone, members, noun, oneLine, seconds } from './fields.ts'
import {
  CODE_LENGTH_MAX,
  COMPETENCES_MAX,
  COVER_COST_MAX,
  COVER_REPLOTS_MAX,
  COVER_RULES_MAX,
  NAME_LENGTH_MAX,
  PEOPLE_MAX,
  TRACKS_MAX,
} from './limits.ts'

const day = oneLine(CODE_LENGTH_MAX).refine(isDay, 'must be a day such as 2026-11-24')
const name = oneLine(NAME_LENGTH_MAX)
const cost = z.int().min(0).max(COVER_COST_MAX)

const competence = noun<Competence>('competence', 'A track, or a part of one, that somebody else can do.', {
  person: idOf('person'),
  track: idOf('track'),
  item: idOf('item').optional(),
  obligation: idOf('obligation').optional(),
  level: z.enum(competenceLevels).default('rehearsed'),
  on: day.optional(),
  until: day.optional(),
  preference: cost.optional(),
})

const certificate = noun<Certificate>('certificate', 'What somebody may do that has to be learned.', {
  person: idOf('person'),
  what: name,
  until: day.optional(),
})

const clearance = noun<Clearance>('clearance', 'Two who may do a lift or a fight together.', {
  people: z.array(idOf('person')).length(2),
  what: name.optional(),
  until: day.optional(),
})

const limit = noun<CoverLimit>('cover-limit', 'How much of others somebody takes in one night.', {
  person: idOf('person'),
  most: z.int().min(0).max(TRACKS_MAX).optional(),
  lastResort: z.boolean().optional(),
})

const rule = noun<CoverRule>(
  'cover-rule',
  'A track, or one number of it, and somebody for whom it is settled.',
  {
    person: idOf('person'),
    track: idOf('track'),
    item: idOf('item').optional(),
  },
)

const approver = noun<CoverApprover>('cover-approver', 'Somebody whose yes a plan of who plays what needs.', {
  person: idOf('person'),
})

const replot = noun<CoverReplot>('replot', 'A change of the plot that would make more possible.', {
  id: code,
  title: name,
  cost: cost.default(1),
  changes: members(
    noun<CoverReplot['changes'][number]>('replot-change', 'What becomes other of one obligation.', {
      obligation: idOf('obligation'),
      placeIn: idOf('place').optional(),
      placeOut: idOf('place').optional(),
      later: seconds.optional(),
      also: members(idOf('person')).optional(),
    }),
  ),
  presets: members(
    noun<NonNullable<CoverReplot['presets']>[number]>('replot-preset', 'What stands ready elsewhere.', {
      preset: idOf('preset'),
      place: idOf('place'),
    }),
  ).optional(),
})

export const covers: z.ZodType<Covers> = noun<Covers>('covers', 'Who can do what besides their own.', {
  competences: list(competence, COMPETENCES_MAX),
  certificates: list(certificate, COMPETENCES_MAX),
  clearances: list(clearance, COMPETENCES_MAX),
  limits: list(limit, PEOPLE_MAX),
  locks: list(rule, COVER_RULES_MAX),
  bans: list(rule, COVER_RULES_MAX),
  replots: list(replot, COVER_REPLOTS_MAX),
  splits: listOrNone(rule, COVER_RULES_MAX),
  approvers: listOrNone(approver, COVER_APPROVERS_MAX),
  levels: z.array(z.enum(coverLevels)).max(coverLevels.length).optional(),
})
