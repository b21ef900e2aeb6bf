// From the tree of a TEI file to a play: characters, scenes, what happens in them, and what was not understood.

import { groupsOf } from '../play/groups.ts'
import { withNames } from '../play/names.ts'
import { isMarked } from '../play/places.ts'
import type { Character, Play, Question, Scene } from '../play/play.ts'
import { ROLES_MAX, SCRIPT_LINES_MAX } from '../show-file/limits.ts'
import { within, type XmlElement } from '../xml/tree.ts'
import { Cast } from './cast.ts'
import { type Division, directionsBetween, divide } from './division.ts'
import { authorOf, languageOf, titleOf } from './header.ts'
import { segmentsOf } from './segments.ts'
import { Speeches } from './speeches.ts'
import { SceneReader } from './stream.ts'

/** A play, or why there is none in this file. */
export function readPlay(root: XmlElement, textOnly = false): Play | string {
  const [text] = within(root, 'text')
  const [body] = within(text ?? root, 'body')
  if (!body) return 'The file has no <body>: it is not a play in TEI.'
  const speeches = new Speeches(body)
  if (speeches.all.length === 0)
    return 'Nobody speaks in this file: it holds no <sp>, which TEI plays are made of.'
  const divisions = divide(body)
  if (!divisions) return 'The file has more scenes than a show may have items.'
  const cast = new Cast(root, speeches.all)
  const { scenes, questions } = readScenes(body, divisions, cast, { speeches, textOnly })
  if (linesIn(scenes) > SCRIPT_LINES_MAX)
    return `The file has more than ${SCRIPT_LINES_MAX} lines; no show may.`
  if (cast.characters.length > ROLES_MAX)
    return `The file has more than ${ROLES_MAX} characters; no show may.`
  const characters = withNames(
    textOnly || !isMarked(scenes) ? cast.characters : withoutEmptyGroups(cast.characters, scenes),
    cast.labels,
  )
  return {
    title: titleOf(root) ?? '',
    by: authorOf(root),
    language: languageOf(root),
    characters,
    scenes,
    ...segmentsOf(body, divisions, speeches),
    labels: cast.allLabels,
    questions: [...cast.questions, ...questions, ...outsideBody(root, speeches.all)],
  }
}

function linesIn(scenes: readonly Scene[]): number {
  let lines = 0
  for (const { events } of scenes) for (const { kind } of events) if (kind !== 'speech') lines += 1
  return lines
}

function readScenes(
  body: XmlElement,
  divisions: readonly Division[],
  cast: Cast,
  { speeches, textOnly }: { readonly speeches: Speeches; readonly textOnly: boolean },
): { readonly scenes: readonly Scene[]; readonly questions: readonly Question[] } {
  const between = directionsBetween(body, new Set(divisions.map(({ element }) => element)))
  const questions: Question[] = []
  const unsaid: number[] = []
  const scenes = divisions.map(({ element, act, code, title, appended, isOwn }, position) => {
    const reader = new SceneReader(cast, isOwn, speeches, textOnly)
    for (const stage of between.get(element) ?? []) reader.direction(stage)
    reader.read(element)
    if (position === divisions.length - 1)
      for (const stage of between.get('end') ?? []) reader.direction(stage)
    const { line } = element
    if (reader.events.every(({ kind }) => kind !== 'words'))
      questions.push({ line, kind: 'scene', message: `Nobody speaks in ${code}; how long does it take?` })
    if (appended)
      questions.push({
        line,
        kind: 'scene',
        message: `${code} stands after the play, in its appendix; is it played at all?`,
      })
    unsaid.push(...reader.movesUnsaid)
    return { act, code, title, line, events: reader.events }
  })
  const [first] = unsaid
  if (first !== undefined)
    questions.push({
      line: first,
      kind: 'entrance',
      message: `${unsaid.length} directions are marked as entrances or exits and do not say whose; the first is here.`,
    })
  return { scenes, questions }
}

/** Prologues before and epilogues after the body are not looked for; a person decides whether they are played. */
function* outsideBody(root: XmlElement, inside: readonly XmlElement[]): Generator<Question> {
  const all = within(root, 'sp')
  if (all.length === inside.length) return
  const known = new Set(inside)
  for (const speech of all) {
    if (known.has(speech)) continue
    yield {
      line: speech.line,
      kind: 'scene',
      message: 'Somebody speaks outside the body of the play, here; it was left out.',
    }
    return
  }
}

/** Everybody who speaks or moves by name. */
function metIn(scenes: readonly Scene[]): ReadonlySet<string> {
  const met = new Set<string>()
  for (const { events } of scenes)
    for (const event of events)
      if (event.kind === 'speech') for (const who of event.who) met.add(who)
      else if (event.kind === 'direction')
        for (const move of event.moves) for (const who of move.who) met.add(who)
  return met
}

/** "Three murderers" are nobody beside the first, second and third. */
function withoutEmptyGroups(
  characters: readonly Character[],
  scenes: readonly Scene[],
): readonly Character[] {
  const met = metIn(scenes)
  const groups = new Set([...met].flatMap(groupsOf))
  return characters.filter(({ id }) => met.has(id) || !groups.has(id))
}
