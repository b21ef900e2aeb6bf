// What may be there only once: an id of its noun, a cue number of its department, an item of an edition.

import type { Show } from '../../../core/show/show.ts'
import { type Complaint, everything, repeats, type Touched } from './complaint.ts'

export function* checkSameness(show: Show, touched = everything): Generator<Complaint> {
  yield* ids(show, touched)
  if (touched('cues') || touched('departments')) yield* cueNumbers(show)
  if (touched('editions') || touched('items')) yield* editionItems(show)
  yield* spokenNames(show, touched)
}

const nounLists = [
  'people',
  'roles',
  'tracks',
  'obligations',
  'items',
  'editions',
  'departments',
  'cues',
  'vamps',
  'costumes',
  'changes',
  'handOffs',
  'props',
  'presets',
  'mics',
  'pieces',
  'rules',
  'pages',
] as const

function* ids(show: Show, touched: Touched): Generator<Complaint> {
  const sentence = '{} has an id that another one before it has; each needs its own.'
  if (touched('venue'))
    for (const { position } of repeats(show.venue.places, (place) => place.id))
      yield { path: ['venue', 'places', position, 'id'], sentence }
  for (const list of nounLists.filter(touched))
    for (const { position } of repeats<{ readonly id: string }>(show[list] ?? [], (thing) => thing.id))
      yield { path: [list, position, 'id'], sentence }
}

/** "16a" and "16A" sound the same on headset. */
const spoken = (text: string): string => text.toUpperCase().replaceAll(/\s/g, '')

function* cueNumbers(show: Show): Generator<Complaint> {
  for (const { position } of repeats(show.cues, (cue) => `${cue.department} ${spoken(cue.number)}`))
    yield {
      path: ['cues', position, 'number'],
      sentence: '{} is there twice; a number is called for one cue only.',
    }
  for (const { position, thing } of repeats(show.departments, ({ short }) => spoken(short)))
    yield {
      path: ['departments', position, 'short'],
      sentence: `{}: another department is called “${thing.short}” too, and both would move on one call.`,
    }
}

function* editionItems(show: Show): Generator<Complaint> {
  const listed = new Set<string>()
  for (const [position, edition] of show.editions.entries()) {
    for (const item of edition.items) listed.add(item)
    for (const twice of repeats(edition.items, (item) => item))
      yield {
        path: ['editions', position, 'items', twice.position],
        sentence: `{} lists item “${twice.thing}” twice.`,
      }
  }
  for (const [position, item] of show.items.entries())
    if (show.editions.length > 0 && !listed.has(item.id))
      yield {
        path: ['items', position],
        sentence: '{} is in no edition and would never be played.',
        warning: true,
      }
}

/** What misleads a person, and not the system, is told and not refused. */
function* spokenNames(show: Show, touched: Touched): Generator<Complaint> {
  const clashes: readonly (readonly [
    readonly [keyof Show, ...string[]],
    string,
    Iterable<{ readonly position: number }>,
  ])[] = [
    [['venue', 'places'], 'code', repeats(show.venue.places, (place) => spoken(place.code))],
    [['people'], 'callName', repeats(show.people, (person) => spoken(person.callName))],
    [['tracks'], 'code', repeats(show.tracks, (track) => spoken(track.code))],
    [['items'], 'code', repeats(show.items, ({ code }) => (code === '' ? undefined : spoken(code)))],
    [['mics'], 'pack', repeats(show.mics, (mic) => spoken(mic.pack))],
  ]
  for (const [path, field, found] of clashes.filter(([[list]]) => touched(list)))
    for (const { position } of found)
      yield {
        path: [...path, position, field],
        sentence: `{} shares its “${field}” with another; nobody can tell them apart by it.`,
        warning: true,
      }
}
