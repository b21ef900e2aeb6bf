// What a place in a show file is called in a sentence: "Cue LX 24", "Item 1.3", "Script line 12".

import type { Json } from '../../core/kit/json.ts'
import type { Path } from './json.ts'

const nouns: Readonly<Record<string, string>> = {
  places: 'Place',
  travel: 'Way',
  people: 'Person',
  engagements: 'Engagement',
  roles: 'Role',
  tracks: 'Track',
  obligations: 'Obligation',
  items: 'Item',
  editions: 'Edition',
  departments: 'Department',
  cues: 'Cue',
  vamps: 'Vamp',
  costumes: 'Costume',
  changes: 'Quick change',
  handOffs: 'Hand-off',
  props: 'Prop',
  presets: 'Preset',
  mics: 'Microphone',
  pieces: 'Piece',
  standings: 'Standing',
  rules: 'Rule',
  script: 'Script line',
  questions: 'Question',
  pages: 'Page',
  competences: 'Competence',
  certificates: 'Certificate',
  clearances: 'Clearance',
  limits: 'Cover limit',
  locks: 'Cover lock',
  bans: 'Cover ban',
  replots: 'Re-plot',
  splits: 'Cover split',
  lifts: 'Lift',
  means: 'Means',
}

// The first of these an entity has is what people call it.
const labels = ['code', 'callName', 'name', 'title', 'pack', 'label', 'id']

/** The entity that the path leads to or into, and the path from there on. */
export function entityAt(
  top: Json,
  path: Path,
  whole = 'The show',
): { readonly name: string; readonly rest: Path } {
  const start = path[0] === 'venue' || path[0] === 'covers' ? 1 : 0
  const [list, position] = [path[start], path[start + 1]]
  const noun = nouns[String(list)]
  if (noun === undefined || typeof position !== 'number') return { name: whole, rest: path }
  const entity = valueAt(top, path.slice(0, start + 2))
  return { name: `${noun} ${labelOf(top, String(list), entity, position)}`, rest: path.slice(start + 2) }
}

export function valueAt(top: Json, path: Path): Json | undefined {
  let value: Json | undefined = top
  for (const step of path) value = field(value, String(step))
  return value
}

function labelOf(top: Json, list: string, entity: Json | undefined, position: number): string {
  const label =
    list === 'cues'
      ? cueLabel(top, entity)
      : list === 'vamps'
        ? vampLabel(entity)
        : labels.map((name) => field(entity, name)).find((text) => isWord(text))
  // People count from one; only the pointer counts from nought.
  return isWord(label) ? label : `no. ${position + 1}`
}

/** As it is said on headset: the department's short name, then the number. */
function cueLabel(top: Json, cue: Json | undefined): string | undefined {
  const number = field(cue, 'number')
  const department = field(cue, 'department')
  if (!isWord(number) || !isWord(department)) return undefined
  const departments = field(top, 'departments')
  const known = Array.isArray(departments)
    ? departments.find((candidate) => field(candidate, 'id') === department)
    : undefined
  const short = field(known, 'short')
  return `${isWord(short) ? short : department} ${number}`
}

/** By its bar, as the band knows it. */
function vampLabel(vamp: Json | undefined): string | undefined {
  const bar = field(field(vamp, 'anchor'), 'bar')
  const known = isWord(bar) ? `at bar ${bar}` : field(vamp, 'id')
  return isWord(known) ? known : undefined
}

const isWord = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= 80

function field(value: Json | undefined, name: string): Json | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  // `as`: an own field of plain JSON is plain JSON; the list and record halves of the union hide it.
  return (value as { readonly [name: string]: Json })[name]
}
