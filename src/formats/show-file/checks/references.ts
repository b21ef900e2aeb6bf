// Whatever is named by its id must be in the show.

import type { Json } from '../../../core/kit/json.ts'
import type { Show } from '../../../core/show/show.ts'
import type { Path } from '../json.ts'
import type { Complaint } from './complaint.ts'

/** Where an id stands (`*` is any position of a list), what it names, and how the sentence goes on. */
type Reference = { readonly at: string; readonly to: keyof Known; readonly says: string }

const references: readonly Reference[] = [
  { at: 'venue/travel/*/from', to: 'places', says: 'begins at place' },
  { at: 'venue/travel/*/to', to: 'places', says: 'ends at place' },
  { at: 'people/*/chaperone', to: 'people', says: 'is looked after by person' },
  { at: 'engagements/*/person', to: 'people', says: 'is for person' },
  { at: 'engagements/*/department', to: 'departments', says: 'is in department' },
  { at: 'tracks/*/owner', to: 'people', says: 'belongs to person' },
  { at: 'tracks/*/covers/*', to: 'people', says: 'is covered by person' },
  { at: 'tracks/*/roles/*', to: 'roles', says: 'plays role' },
  { at: 'obligations/*/track', to: 'tracks', says: 'is in track' },
  { at: 'obligations/*/role', to: 'roles', says: 'is done as role' },
  { at: 'obligations/*/anchor/item', to: 'items', says: 'happens in item' },
  { at: 'obligations/*/byCue/cue', to: 'cues', says: 'is timed by cue' },
  { at: 'obligations/*/placeIn', to: 'places', says: 'begins at place' },
  { at: 'obligations/*/placeOut', to: 'places', says: 'ends at place' },
  { at: 'obligations/*/costume', to: 'costumes', says: 'is done in costume' },
  { at: 'obligations/*/mic', to: 'mics', says: 'is done with microphone' },
  { at: 'obligations/*/props/*', to: 'props', says: 'uses prop' },
  { at: 'obligations/*/partners/*', to: 'tracks', says: 'is done with track' },
  { at: 'items/*/parent', to: 'items', says: 'is part of item' },
  { at: 'editions/*/items/*', to: 'items', says: 'lists item' },
  { at: 'editions/*/approvedBy', to: 'people', says: 'was approved by person' },
  { at: 'cues/*/department', to: 'departments', says: 'is for department' },
  { at: 'cues/*/anchor/item', to: 'items', says: 'is in item' },
  { at: 'cues/*/warn/item', to: 'items', says: 'is warned in item' },
  { at: 'cues/*/standby/item', to: 'items', says: 'stands by in item' },
  ...['anchor', 'warn', 'standby'].map(
    (where): Reference => ({ at: `cues/*/${where}/point/page`, to: 'pages', says: 'lies on page' }),
  ),
  { at: 'cues/*/trigger/after', to: 'cues', says: 'follows cue' },
  { at: 'cues/*/spotter', to: 'tracks', says: 'waits for track' },
  { at: 'vamps/*/anchor/item', to: 'items', says: 'is in item' },
  { at: 'costumes/*/role', to: 'roles', says: 'is for role' },
  { at: 'changes/*/track', to: 'tracks', says: 'is in track' },
  { at: 'changes/*/from', to: 'costumes', says: 'begins in costume' },
  { at: 'changes/*/to', to: 'costumes', says: 'ends in costume' },
  { at: 'changes/*/anchor/item', to: 'items', says: 'happens in item' },
  { at: 'changes/*/place', to: 'places', says: 'happens at place' },
  { at: 'changes/*/dressers/*', to: 'tracks', says: 'is dressed by track' },
  { at: 'handOffs/*/prop', to: 'props', says: 'passes on prop' },
  { at: 'handOffs/*/from', to: 'tracks', says: 'begins with track' },
  { at: 'handOffs/*/to', to: 'tracks', says: 'goes to track' },
  { at: 'handOffs/*/anchor/item', to: 'items', says: 'happens in item' },
  { at: 'handOffs/*/place', to: 'places', says: 'happens at place' },
  { at: 'props/*/start', to: 'places', says: 'starts at place' },
  { at: 'props/*/end', to: 'places', says: 'ends at place' },
  { at: 'presets/*/place', to: 'places', says: 'stands at place' },
  { at: 'presets/*/prop', to: 'props', says: 'is of prop' },
  { at: 'presets/*/department', to: 'departments', says: 'is done by department' },
  { at: 'presets/*/before', to: 'items', says: 'is needed before item' },
  { at: 'mics/*/track', to: 'tracks', says: 'is worn by track' },
  { at: 'standings/*/piece', to: 'pieces', says: 'is of piece' },
  { at: 'standings/*/item', to: 'items', says: 'is in item' },
  { at: 'rules/*/people/*', to: 'people', says: 'is for person' },
  { at: 'rules/*/first', to: 'items', says: 'begins with item' },
  { at: 'rules/*/next', to: 'items', says: 'goes on with item' },
  { at: 'pages/*/item', to: 'items', says: 'begins item' },
  { at: 'script/*/item', to: 'items', says: 'is in item' },
  { at: 'script/*/role', to: 'roles', says: 'is spoken by role' },
  ...['competences', 'locks', 'bans', 'splits'].flatMap((list): Reference[] => [
    { at: `covers/${list}/*/person`, to: 'people', says: 'is of person' },
    { at: `covers/${list}/*/track`, to: 'tracks', says: 'is of track' },
    { at: `covers/${list}/*/item`, to: 'items', says: 'is of item' },
  ]),
  { at: 'covers/competences/*/obligation', to: 'obligations', says: 'is of obligation' },
  { at: 'covers/certificates/*/person', to: 'people', says: 'is of person' },
  { at: 'covers/clearances/*/people/*', to: 'people', says: 'is of person' },
  { at: 'covers/limits/*/person', to: 'people', says: 'is of person' },
  { at: 'covers/approvers/*/person', to: 'people', says: 'is person' },
  { at: 'covers/replots/*/changes/*/obligation', to: 'obligations', says: 'changes obligation' },
  { at: 'covers/replots/*/changes/*/placeIn', to: 'places', says: 'begins at place' },
  { at: 'covers/replots/*/changes/*/placeOut', to: 'places', says: 'ends at place' },
  { at: 'covers/replots/*/changes/*/also/*', to: 'people', says: 'is also done by person' },
  { at: 'covers/replots/*/presets/*/preset', to: 'presets', says: 'moves preset' },
  { at: 'covers/replots/*/presets/*/place', to: 'places', says: 'moves a preset to place' },
]

/**
 * `named`: only what stands there; `lost`: and whatever names what may not be there any more. Both left out, all of it.
 */
export function* checkReferences(
  show: Show,
  named: object = show,
  lost: (to: keyof Known) => boolean = () => false,
): Generator<Complaint> {
  const ids = new Map<keyof Known, ReadonlySet<string>>()
  const known = (to: keyof Known) => {
    const kept = ids.get(to) ?? idsOf(knownIn[to](show))
    ids.set(to, kept)
    return kept
  }
  for (const { at, to, says } of references)
    for (const { path, value } of found(lost(to) ? show : named, at.split('/'), []))
      if (typeof value === 'string' && !known(to).has(value))
        yield { path, sentence: `{} ${says} “${value}”, which is not in the show.` }
}

export type Known = typeof knownIn

const idsOf = (things: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(things.map((thing) => thing.id))

/** What is named by its id, and where it stands. */
export const knownIn = {
  places: ({ venue }: Show) => venue.places,
  people: ({ people }: Show) => people,
  roles: ({ roles }: Show) => roles,
  tracks: ({ tracks }: Show) => tracks,
  items: ({ items }: Show) => items,
  departments: ({ departments }: Show) => departments,
  cues: ({ cues }: Show) => cues,
  costumes: ({ costumes }: Show) => costumes,
  props: ({ props }: Show) => props,
  presets: ({ presets }: Show) => presets,
  mics: ({ mics }: Show) => mics,
  obligations: ({ obligations }: Show) => obligations,
  pieces: ({ pieces = [] }: Show) => pieces,
  pages: ({ pages = [] }: Show) => pages,
} as const

/** Every value at the end of the way that is there; a way that stops early leads nowhere. */
function* found(
  value: unknown,
  way: readonly string[],
  path: Path,
): Generator<{ readonly path: Path; readonly value: unknown }> {
  const [step, ...rest] = way
  if (value === undefined) return
  if (step === undefined) yield { path, value }
  else if (step !== '*') yield* found(fieldOf(value, step), rest, [...path, step])
  else if (Array.isArray(value))
    for (const [position, member] of value.entries()) yield* found(member, rest, [...path, position])
}

const fieldOf = (value: unknown, name: string): Json | undefined =>
  typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined
