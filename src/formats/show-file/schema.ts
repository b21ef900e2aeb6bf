// The shape of a whole show file, version 1, and the JSON Schema printed from it for editors.

import { z } from 'zod'
import { OWN_PAGES_MAX } from '../../core/show/own-pages.ts'
import type { Show } from '../../core/show/show.ts'
import { ownCalls } from './calls.ts'
import { engagement, obligation, person, role, track, venue } from './company.ts'
import { covers } from './covers.ts'
import { list, listOrNone, noun, oneLine } from './fields.ts'
import {
  CHANGES_MAX,
  COSTUMES_MAX,
  CUES_MAX,
  DEPARTMENTS_MAX,
  EDITIONS_MAX,
  ENGAGEMENTS_MAX,
  HAND_OFFS_MAX,
  ITEMS_MAX,
  MICS_MAX,
  NAME_LENGTH_MAX,
  OBLIGATIONS_MAX,
  ORDER_RULES_MAX,
  PEOPLE_MAX,
  PIECES_MAX,
  PRESETS_MAX,
  PRODUCTION_LENGTH_MAX,
  PROPS_MAX,
  ROLES_MAX,
  SCRIPT_LINES_MAX,
  SCRIPT_QUESTIONS_MAX,
  STANDINGS_MAX,
  TRACKS_MAX,
  VAMPS_MAX,
} from './limits.ts'
import {
  change,
  costume,
  cue,
  department,
  edition,
  handOff,
  item,
  mic,
  orderRule,
  ownPage,
  piece,
  preset,
  prop,
  scriptLine,
  scriptQuestion,
  standing,
  vamp,
} from './running.ts'

/** The newest version this program reads; it writes no other. */
export const FORMAT_VERSION = 1

const isTimeZone = (name: string): boolean => {
  // Offsets such as “+01:00” would be taken too, and be wrong for half the year.
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }) instanceof Intl.DateTimeFormat
  } catch {
    return false
  }
}

const isLanguage = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

export const showSchema: z.ZodType<Show> = noun<Show>('show', 'The plan of a production.', {
  format: z.literal('ghostlight-show').default('ghostlight-show'),
  formatVersion: z.literal(FORMAT_VERSION).default(FORMAT_VERSION),
  title: oneLine(NAME_LENGTH_MAX),
  production: oneLine(PRODUCTION_LENGTH_MAX).optional(),
  by: oneLine(NAME_LENGTH_MAX).optional(),
  language: z
    .string()
    .max(NAME_LENGTH_MAX)
    .refine(isLanguage, 'must be a language such as “en-GB”')
    .default('en-GB'),
  country: z.enum(['GB', 'US']).default('GB'),
  callPace: z.number().min(0.001).max(1).optional(),
  calls: ownCalls.optional(),
  timeZone: z
    .string()
    .max(NAME_LENGTH_MAX)
    .refine(isTimeZone, 'must be the name of a time zone such as “Europe/London”')
    .default('Europe/London'),
  venue: venue.default({ name: '', places: [], travel: [] }),
  people: list(person, PEOPLE_MAX),
  engagements: list(engagement, ENGAGEMENTS_MAX),
  roles: list(role, ROLES_MAX),
  tracks: list(track, TRACKS_MAX),
  obligations: list(obligation, OBLIGATIONS_MAX),
  items: list(item, ITEMS_MAX),
  editions: list(edition, EDITIONS_MAX),
  departments: list(department, DEPARTMENTS_MAX),
  cues: list(cue, CUES_MAX),
  vamps: list(vamp, VAMPS_MAX),
  costumes: list(costume, COSTUMES_MAX),
  changes: list(change, CHANGES_MAX),
  handOffs: list(handOff, HAND_OFFS_MAX),
  props: list(prop, PROPS_MAX),
  presets: list(preset, PRESETS_MAX),
  mics: list(mic, MICS_MAX),
  pieces: listOrNone(piece, PIECES_MAX),
  standings: listOrNone(standing, STANDINGS_MAX),
  rules: listOrNone(orderRule, ORDER_RULES_MAX),
  script: list(scriptLine, SCRIPT_LINES_MAX),
  questions: listOrNone(scriptQuestion, SCRIPT_QUESTIONS_MAX),
  pages: listOrNone(ownPage, OWN_PAGES_MAX),
  locked: z.boolean().optional(),
  covers: covers.optional(),
})

/** docs/show-file.schema.json, as text. */
export function jsonSchemaText(): string {
  const { $schema, ...rest } = z.toJSONSchema(showSchema, { io: 'input' })
  const title = 'Ghostlight show file, version 1'
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`
}
