// What characters are called where the file gives only ids: by the label over their speeches, else by the id made readable.

import type { Character } from './play.ts'

/** Names fit for a cast list: the file's own where they tell people apart. */
export function withNames(
  characters: readonly Character[],
  labels: ReadonlyMap<string, string>,
): readonly Character[] {
  const ending = commonEnding(characters.map(({ id }) => id))
  const counts = new Map<string, number>()
  for (const { name } of characters) counts.set(name, (counts.get(name) ?? 0) + 1)
  return characters.map((character) => {
    const { id, name } = character
    const isName = name !== '' && (name !== id || !looksLikeId.test(id))
    if (isName && counts.get(name) === 1) return character
    const label = labels.get(id)
    return { ...character, name: label === undefined ? fromId(id, ending) : inWords(label.split(' ')) }
  })
}

const looksLikeId = /[._]|\p{Ll}\p{Lu}/u

/** One collection ends all ids of a play with the play's short name; in others the last word is part of the name. */
function commonEnding(ids: readonly string[]): string {
  const endings = new Set(ids.map((id) => /_[A-Za-z0-9]+$/.exec(id)?.[0] ?? ''))
  const [only] = endings
  return endings.size === 1 && ids.length > 1 && only !== undefined ? only : ''
}

/** "SOLDIERS.Captain_Mac" is "Soldiers Captain". */
function fromId(id: string, ending: string): string {
  const words = id
    .slice(0, id.length - ending.length)
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[._\s-]+/)
  return inWords(words) || id
}

const inWords = (words: readonly string[]): string =>
  words
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join(' ')
