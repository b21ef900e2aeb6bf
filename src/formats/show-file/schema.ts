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

/** As many rows each list may have. */
const bounds = {
  people: PEOPLE_MAX,
  engagements: ENGAGEMENTS_MAX,
  roles: ROLES_MAX,
  tracks: TRACKS_MAX,
  obligations: OBLIGATIONS_MAX,
  items: ITEMS_MAX,
  editions: EDITIONS_MAX,
  departments: DEPARTMENTS_MAX,
  cues: CUES_MAX,
  vamps: VAMPS_MAX,
  costumes: COSTUMES_MAX,
  changes: CHANGES_MAX,
  handOffs: HAND_OFFS_MAX,
  props: PROPS_MAX,
  presets: PRESETS_MAX,
  mics: MICS_MAX,
  pieces: PIECES_MAX,
  standings: STANDINGS_MAX,
  rules: ORDER_RULES_MAX,
  script: SCRIPT_LINES_MAX,
  questions: SCRIPT_QUESTIONS_MAX,
  pages: OWN_PAGES_MAX,
} as const

const shape: { readonly [Field in keyof Show]-?: z.ZodType<Show[Field]> } = {
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
  people: list(person, bounds.people),
  engagements: list(engagement, bounds.engagements),
  roles: list(role, bounds.roles),
  tracks: list(track, bounds.tracks),
  obligations: list(obligation, bounds.obligations),
  items: list(item, bounds.items),
  editions: list(edition, bounds.editions),
  departments: list(department, bounds.departments),
  cues: list(cue, bounds.cues),
  vamps: list(vamp, bounds.vamps),
  costumes: list(costume, bounds.costumes),
  changes: list(change, bounds.changes),
  handOffs: list(handOff, bounds.handOffs),
  props: list(prop, bounds.props),
  presets: list(preset, bounds.presets),
  mics: list(mic, bounds.mics),
  pieces: listOrNone(piece, bounds.pieces),
  standings: listOrNone(standing, bounds.standings),
  rules: listOrNone(orderRule, bounds.rules),
  script: list(scriptLine, bounds.script),
  questions: listOrNone(scriptQuestion, bounds.questions),
  pages: listOrNone(ownPage, bounds.pages),
  locked: z.boolean().optional(),
  covers: covers.optional(),
}

export const showSchema: z.ZodType<Show> = noun<Show>('show', 'The plan of a production.', shape)

/** In the order in which they are written. */
export const fieldNames: readonly string[] = Object.keys(shape)

/** Of one field of a show; undefined where this program does not know it. */
export const fieldSchema = (name: string): z.ZodType | undefined => known(shape, name)

/** As many rows a list may have; undefined of what is none. */
export const rowsMax = (name: string): number | undefined => known(bounds, name)

const known = <Value>(of: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(of, name) ? of[name] : undefined

/** docs/show-file.schema.json, as text. */
export function jsonSchemaText(): string {
  const { $schema, ...rest } = z.toJSONSchema(showSchema, { io: 'input' })
  const title = 'Ghostlight show file, version 1'
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`
}
