// What a play holds, for machines: segments with who speaks in them, characters with their counts, and the open questions.

import { clock } from './clock.ts'
import type { Play, Question } from './play.ts'

type BreakdownSegment = {
  readonly id: string
  readonly act: number | null
  readonly label: string
  readonly speakers: readonly string[]
}

type BreakdownCharacter = {
  readonly id: string
  readonly name: string
  /** Several people under one name. */
  readonly group: boolean
  /** Segments they speak in. */
  readonly scenes: number
  readonly speeches: number
  readonly words: number
}

type BreakdownQuestion = { readonly line: number; readonly kind: string; readonly text: string }

export type Breakdown = {
  readonly title: string
  readonly language: string | null
  readonly acts: number
  readonly segments: readonly BreakdownSegment[]
  readonly characters: readonly BreakdownCharacter[]
  readonly questions: readonly BreakdownQuestion[]
}

export function breakdownOf(play: Play, name: string, questions: readonly Question[]): Breakdown {
  const spoken = speakersOf(play)
  const told = play.segments.map(({ id, act, label, speeches }) => {
    const speakers = new Set<string>()
    for (const number of speeches) for (const who of spoken[number] ?? []) speakers.add(who)
    return { id, act, label, speakers: [...speakers] }
  })
  const counts = countsOf(play)
  const scenes = new Map<string, number>()
  for (const { speakers } of told) for (const who of speakers) scenes.set(who, (scenes.get(who) ?? 0) + 1)
  const characters = play.characters.map((character): BreakdownCharacter => {
    const { speeches, words } = counts.get(character.id) ?? { speeches: 0, words: 0 }
    return {
      ...{ id: character.id, name: character.name, group: character.isGroup },
      ...{ scenes: scenes.get(character.id) ?? 0, speeches, words },
    }
  })
  return {
    title: play.title || name,
    language: play.language ?? null,
    acts: play.acts,
    segments: told,
    characters,
    questions: questions.map(({ line, kind, message }) => ({ line, kind, text: message })),
  }
}

/** Who speaks each speech of the play, by its number. */
export function speakersOf(play: Play): readonly (readonly string[] | undefined)[] {
  const speakers: (readonly string[] | undefined)[] = []
  for (const { events } of play.scenes)
    for (const event of events) if (event.kind === 'speech') speakers[event.number] = event.who
  return speakers
}

type Count = { speeches: number; words: number }

function countsOf(play: Play): ReadonlyMap<string, Count> {
  const counts = new Map<string, Count>()
  const countOf = (who: string): Count => {
    const before = counts.get(who)
    if (before) return before
    const count = { speeches: 0, words: 0 }
    counts.set(who, count)
    return count
  }
  for (const scene of play.scenes) {
    const { words } = clock(scene)
    scene.events.forEach((event, at) => {
      if (event.kind === 'speech') for (const who of event.who) countOf(who).speeches += 1
      if (event.kind === 'words') for (const who of event.who) countOf(who).words += words[at] ?? 0
    })
  }
  return counts
}
