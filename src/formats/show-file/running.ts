// The shape of the running order, the cues and everything that is set, worn, worn differently and handed over.

import { z } from 'zod'
import type { OwnPage } from '../../core/show/own-pages.ts'
import type {
  Costume,
  CostumeChange,
  Cue,
  Department,
  Edition,
  HandOff,
  Item,
  Mic,
  Preset,
  Prop,
  ScriptLine,
  Trigger,
  Vamp,
} from '../../core/show/show.ts'
import type { OrderRule, SetPiece, Standing } from '../../core/show/standing.ts'
import type { ScriptQuestion } from '../../core/show/word-place.ts'
import { anchor } from './company.ts'
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
import { ACTS_MAX, CODE_LENGTH_MAX, ITEMS_MAX, NAME_LENGTH_MAX } from './limits.ts'

const name = oneLine(NAME_LENGTH_MAX)
const nameOrNone = oneLineOrNone(NAME_LENGTH_MAX).default('')

export const item = noun<Item>('item', 'A scene, number, interval: one piece of the running order.', {
  id: idOf('item'),
  code: oneLineOrNone(CODE_LENGTH_MAX).default(''),
  title: nameOrNone,
  kind: z
    .enum(['overture', 'scene', 'number', 'dance', 'transition', 'interval', "entr'acte", 'bows', 'playout'])
    .default('scene'),
  act: z.number().int().min(0).max(ACTS_MAX).default(1),
  seconds,
  secondsLate: seconds.optional(),
  shorter: members(z.looseObject({ title: name, from: seconds, to: seconds })).optional(),
  parent: idOf('item').optional(),
})

export const edition = noun<Edition>('edition', 'One version of the running order.', {
  id: idOf('edition'),
  title: name,
  items: list(idOf('item'), ITEMS_MAX),
  reason: name.optional(),
  approvedBy: idOf('person').optional(),
})

export const department = noun<Department>('department', 'Who is called together: lights, sound, fly.', {
  id: idOf('department'),
  name,
  short: code,
  kind: z
    .enum([
      'lights',
      'sound',
      'fly',
      'automation',
      'deck',
      'follow spot',
      'video',
      'props',
      'wardrobe',
      'music',
      'pyro',
      'trap',
      'other',
    ])
    .default('other'),
  channel: code.optional(),
})

const trigger: z.ZodType<Trigger> = z
  .discriminatedUnion('kind', [
    z.looseObject({ kind: z.literal('called') }),
    z.looseObject({ kind: z.literal('visual'), watch: name }),
    z.looseObject({ kind: z.literal('timed'), seconds }),
    z.looseObject({ kind: z.literal('follow-on'), after: idOf('cue') }),
    z.looseObject({ kind: z.literal('auto-follow'), after: idOf('cue'), seconds }),
  ])
  .default({ kind: 'called' })
  .meta({ id: 'trigger', description: 'What makes the cue go.' })

export const cue = noun<Cue>(
  'cue',
  'Something one department does on a call, a sight, a time or another cue.',
  {
    id: idOf('cue'),
    department: idOf('department'),
    number: code,
    title: nameOrNone,
    anchor,
    warn: anchor.optional(),
    standby: anchor.optional(),
    trigger,
    group: code.optional(),
    safety: z.boolean().optional(),
    spotter: idOf('track').optional(),
    playhead: code.optional(),
    remark: name.optional(),
  },
)

export const vamp = noun<Vamp>('vamp', 'Bars gone round in until something has happened, or left out.', {
  id: idOf('vamp'),
  kind: z.enum(['vamp', 'safety']).default('vamp'),
  anchor,
  seconds,
  secondsMax: seconds,
  out: name,
})

export const costume = noun<Costume>('costume', 'What is worn.', {
  id: idOf('costume'),
  name,
  role: idOf('role').optional(),
})

export const change = noun<CostumeChange>('change', 'A costume change against the clock.', {
  id: idOf('change'),
  track: idOf('track'),
  from: idOf('costume').optional(),
  to: idOf('costume'),
  anchor,
  place: idOf('place'),
  seconds,
  dressers: members(idOf('track')).default([]),
  underdressed: z.boolean().optional(),
  notes: severalLines.optional(),
})

export const handOff = noun<HandOff>('hand-off', 'A prop passed from one track to another.', {
  id: idOf('hand-off'),
  prop: idOf('prop'),
  from: idOf('track'),
  to: idOf('track'),
  anchor,
  place: idOf('place'),
})

export const prop = noun<Prop>('prop', 'A prop or piece of scenery.', {
  id: idOf('prop'),
  name,
  start: idOf('place'),
  end: idOf('place').optional(),
  consumable: z.boolean().optional(),
  weapon: z.boolean().optional(),
})

export const preset = noun<Preset>('preset', 'What must stand where before an item.', {
  id: idOf('preset'),
  title: name,
  place: idOf('place'),
  prop: idOf('prop').optional(),
  department: idOf('department').optional(),
  before: idOf('item'),
})

export const mic = noun<Mic>('mic', 'A radio microphone.', {
  id: idOf('mic'),
  pack: code,
  track: idOf('track').optional(),
  seconds: seconds.optional(),
})

export const piece = noun<SetPiece>('piece', 'Something built that stands one way or another.', {
  id: idOf('piece'),
  name,
  starts: code,
})

export const standing = noun<Standing>('standing', 'How a piece stands when an item begins and ends.', {
  piece: idOf('piece'),
  item: idOf('item'),
  begins: code.optional(),
  ends: code.optional(),
})

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 22:15')

export const orderRule: z.ZodType<OrderRule> = z
  .discriminatedUnion('kind', [
    z.looseObject({
      id: idOf('rule'),
      kind: z.literal('off by'),
      title: name,
      people: members(idOf('person')),
      by: wallTime,
    }),
    z.looseObject({ id: idOf('rule'), kind: z.literal('rest'), title: name, needs: name, seconds }),
    z.looseObject({
      id: idOf('rule'),
      kind: z.literal('before'),
      title: name,
      first: idOf('item'),
      next: idOf('item'),
    }),
  ])
  .meta({ id: 'rule', description: 'What a changed order may not break without being told.' })

export const scriptLine = noun<ScriptLine>('script-line', 'A line of the script.', {
  id: lineId.optional(),
  item: idOf('item'),
  seconds,
  role: idOf('role').optional(),
  kind: z.enum(['speech', 'lyric', 'direction']).default('speech'),
  text: severalLines,
  page: code.optional(),
})

export const scriptQuestion = noun<ScriptQuestion>(
  'question',
  'What the play left open, until somebody has settled it.',
  { id: lineId, line: lineId, kind: code, text: name },
)

export const ownPage = noun<OwnPage>(
  'page',
  'A page of one’s own: a score, a scan. Its picture lies beside the show.',
  {
    id: lineId,
    label: code,
    image: z.string().regex(/^[0-9a-f]{64}$/, 'is the hash of no picture'),
    item: idOf('item').optional(),
  },
)
