// What a column of a list means, by the words at its head; and which row holds those words.

import type { Row } from '../paste/table.ts'

const columnMeanings = [
  ...([
    'number',
    'department',
    'title',
    'words',
    'item',
    'act',
    'page',
    'at',
    'length',
    'start',
    'end',
  ] as const),
  ...(['kind', 'follows', 'wait', 'late', 'who', 'from', 'to', 'note', 'skip', 'nothing'] as const),
] as const
/** `wait`: before a cue begins once it was made to go; `late`: from its beginning until it makes the next one go. */
export type Meaning = (typeof columnMeanings)[number]

/** What a list is: cues to call, what is played in which order, or who does what where. */
export const listKinds = ['cues', 'rundown', 'tasks'] as const
export type ListKind = (typeof listKinds)[number]

/**
 * The first that fits, and of two columns that mean the same the one that fits further up; some words mean another thing
 * in another kind of list.
 */
const heads: readonly (readonly [Meaning, RegExp, ListKind?])[] = [
  ['number', /^(?:cue|q)(?: ?(?:no\.?|nr\.?|number|num|id|#))?$/i],
  ['number', /^(?:no\.?|nr\.?|nummer|numéro|number|num\.?|#|target_id)$/i],
  ['number', /^(?:code|id)$/i],
  [
    'department',
    /^(?:dep(?:artmen)?t\.?|dpt\.?|system|area|trade|desk|abteilung|gewerk|service|département)$/i,
  ],
  ['start', /^(?:start(?: time)?|time start|begins?|from time|in time|beginn|début)$/i],
  ['end', /^(?:end(?: time)?|time end|finish|until|out time|ende|fin)$/i],
  [
    'length',
    /^(?:length|duration|dur\.?|running time|timing|mins?\.?|minutes|est\.? (?:time|duration)|dauer|länge|durée)$/i,
  ],
  ['length', /^time$/i, 'rundown'],
  ['at', /^(?:at|time|when|timecode|moment|wann|zeit|quand)$/i],
  [
    'words',
    /^(?:line|cue line|words|text|trigger|called on|call on|on the (?:line|word)s?|script|stichwort|réplique)$/i,
  ],
  ['words', /^(?:placement|standby(?: line)?)$/i],
  ['page', /^(?:page|pg\.?|p\.?|script page|seite)$/i],
  [
    'item',
    /^(?:scene|sc\.?|item|song|number title|musical number|act ?\/ ?scene|szene|bild|scène|tableau|scene_text)$/i,
  ],
  ['act', /^(?:act|part|half|akt|acte)$/i],
  ['kind', /^(?:type|kind|timer type)$/i],
  ['follows', /^(?:continue|continue mode|follows?(?:[- ]?on)?|auto(?:[- ]?follow)?|f\/o)$/i],
  ['wait', /^pre[- ]?wait$/i],
  ['late', /^post[- ]?wait$/i],
  ['who', /^(?:who|track|crew(?: member)?|person(?:nel)?|operator|character|performer|by|wer|qui)$/i],
  ['from', /^(?:from|start position|preset|place|location|where|side|position|wo|von|où|de)$/i],
  ['to', /^(?:to|end position|goes to|move to|nach|wohin|vers)$/i],
  ['note', /^(?:notes?|comments?|remarks?|cue notes|cue_notes|bemerkung(?:en)?|notiz(?:en)?|remarques?)$/i],
  ['skip', /^(?:skip|omit|cut)$/i],
  [
    'title',
    /^(?:title|name|description|what|action|task|label|content|effect|event|what happens|cue (?:description|name|title)|item name|titel|beschreibung|was|titre)$/i,
  ],
]

/** “Skip?”, “Line:”, “Public (x)”: as it is asked, and what is to be written; not what it is counted in. */
const bareHead = (cell: string): string =>
  cell
    .trim()
    .slice(0, HEAD_LENGTH_MAX)
    .replace(/\s*\((?!s\b|secs?\b|seconds\b)[^()]*\)$/i, '')
    .replace(/[\s?:*]+$/, '')

/** What is longer is a sentence. */
const HEAD_LENGTH_MAX = 60

const placeOf = (cell: string, kind: ListKind | null): number =>
  heads.findIndex(([, words, only]) => (only === undefined || only === kind) && words.test(bareHead(cell)))

/** Instructions and a logo stand before a table; further down there is none. */
export const HEAD_ROWS_MAX = 50
/** Fewer words that are understood may stand in any row. */
const MEANINGS_MIN = 2

export type Head = { readonly row: Row; readonly meanings: readonly Meaning[]; readonly kind: ListKind }

/** Of columns that mean the same the one with the plainest word counts, and of those the first. */
function meaningsOf({ cells }: Row, kind: ListKind | null): readonly Meaning[] {
  const places = cells.map((cell) => placeOf(cell, kind))
  const meanings = places.map((place) => heads[place]?.[0] ?? 'nothing')
  const best = new Map<Meaning, number>()
  for (const [at, meaning] of meanings.entries()) {
    const known = best.get(meaning)
    if (known === undefined || (places[at] ?? 0) < (places[known] ?? 0)) best.set(meaning, at)
  }
  return meanings.map((meaning, at) => (best.get(meaning) === at ? meaning : 'nothing'))
}

/** `said`: which kind somebody says it is. Null where the columns tell no kind. */
export function headIn(row: Row, said: ListKind | null): Head | null {
  const kind = said ?? kindBy(meaningsOf(row, null))
  return kind === null ? null : { row, meanings: meaningsOf(row, kind), kind }
}

function kindBy(meanings: readonly Meaning[]): ListKind | null {
  const has = (meaning: Meaning) => meanings.includes(meaning)
  const isTimed = has('length') || has('start')
  if (has('who') && (has('title') || has('words')) && !has('department')) return 'tasks'
  if (has('number') && (has('department') || has('words') || has('follows') || has('page'))) return 'cues'
  if (has('number') && has('title') && !isTimed) return 'cues'
  return has('title') && (isTimed || has('act') || has('at')) ? 'rundown' : null
}

/** The rows that may be the head, the one with most words that are understood first; more than one where it is not clear. */
export function headsAmong(rows: readonly Row[], said: ListKind | null): readonly Head[] {
  const found = rows.slice(0, HEAD_ROWS_MAX).flatMap((row) => {
    const head = headIn(row, said)
    return head && countOf(head) >= MEANINGS_MIN ? [head] : []
  })
  const most = Math.max(0, ...found.map(countOf))
  return found.filter((head) => countOf(head) === most)
}

const countOf = ({ meanings }: Head): number => meanings.filter((meaning) => meaning !== 'nothing').length
