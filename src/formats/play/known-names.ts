// What each character may be called in a stage direction: by name, by number ("First Murderer"), by kind ("a Servant"), as a crowd.

import { groupsOf } from './groups.ts'
import { sameLabel } from './labels.ts'
import type { Character } from './play.ts'

/** Words of a direction, for comparing; a possessive is not the person: "Macbeth’s wife" is not Macbeth. */
export type Word = {
  readonly text: string
  readonly stem: string
  /** One of several of them. */
  readonly one: string
  readonly owns: boolean
}

export type Known = {
  readonly id: string
  readonly order: number
  /** Each a list of words, all of which must stand there in order. */
  readonly names: readonly (readonly string[])[]
  /** "MURDERER" for the first murderer, for the murderers: what several are called alike. */
  readonly kinds: readonly string[]
  readonly isGroup: boolean
  readonly sex: string | undefined
  /** Named, and one of a crowd: a player king is not the king. */
  readonly isMember: boolean
  /** Whatever else tells them apart: "Octavius’ servant". */
  readonly hints: readonly Hint[]
  /** Of an unknown number, or nobody in particular. */
  readonly isVague: boolean
}

export type Hint = { readonly text: string; readonly one: string }

const ordinals = ['', 'FIRST', 'SECOND', 'THIRD', 'FOURTH', 'FIFTH', 'SIXTH', 'SEVENTH', 'EIGHTH'] as const
const titles =
  /^(?:KING|QUEEN|PRINCE|PRINCESS|DUKE|DUCHESS|EARL|COUNT|COUNTESS|LORD|LADY|SIR|FRIAR|DON|DOCTOR|MASTER|MISTRESS|CAPTAIN|GRAF|GRAFIN|HERR|FRAU|KONIG|KONIGIN|PRINZ|PRINZESSIN|BARON|MONSIEUR|MADAME|SAINT) (?=\S)/
const isRank = /^(?:EARL|COUNT|COUNTESS|LORD|LADY|SIR|DON|DUKE|DUCHESS|HERR|FRAU)$/
const offices =
  /^(?:THE )?(KING|QUEEN|PRINCE|PRINCESS|DUKE|DUCHESS|EMPEROR|CAPTAIN|NURSE|FRIAR|FOOL|ABBESS|CHORUS|GHOST|KONIG|KONIGIN)\b(?![’'])/

export function wordsOf(text: string): readonly Word[] {
  return (text.match(/[\p{L}\p{M}\p{N}]+(?:[’'](?:s\b|(?=\s|$)))?/gu) ?? []).map((found) => {
    const owns = /[’']s?$/.test(found)
    const stem = upper(found.replace(/[’']s?$/, ''))
    const text = upper(found.replace(/[’']/, ''))
    return { text, stem, one: oneOf(text), owns }
  })
}

const upper = (text: string): string =>
  /^[\0-\x7f]*$/.test(text)
    ? text.toUpperCase()
    : text.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase()

/** One of several: "WITCHES" are so many "WITCH". */
function oneOf(many: string): string {
  if (/MEN$/.test(many)) return many.replace(/MEN$/, 'MAN')
  if (/IES$/.test(many)) return many.replace(/IES$/, 'Y')
  if (/(?:CH|SH|SS|X)ES$/.test(many)) return many.slice(0, -2)
  return /[^S]S$/.test(many) ? many.slice(0, -1) : many
}

/** Ids that are trees end in a member: a number, a name, or a crowd in capitals. */
type Member = {
  readonly kinds: readonly string[]
  readonly ordinal?: number
  readonly own?: string
  readonly isCrowd: boolean
}

/** SOLDIERS.CAPTAINS.1 is a captain and a soldier, SOLDIERS.CAESAR are soldiers: whose or where they are is no kind. */
function memberOf(id: string, ending: string): Member {
  const parts = id.slice(0, id.length - ending.length).split('.')
  const last = parts.at(-1) ?? ''
  const crowds = parts.filter((part) => /^\p{Lu}{3,}$/u.test(part))
  const kinds = crowds
    .filter((part, at) => at === 0 || /(?:S|MEN)$/.test(part))
    .map((part) => oneOf(upper(part)))
  if (/^[1-9]\d*$/.test(last)) return { kinds, ordinal: Number(last), isCrowd: false }
  if (last === '0' || last === 'X' || last === crowds.at(-1)) return { kinds, isCrowd: crowds.length > 0 }
  const own = last.replaceAll(/(\p{Ll})(\p{Lu}|\d)/gu, '$1 $2').replaceAll(/[_-]+/g, ' ')
  return { kinds: parts.length > 1 ? kinds : [], own, isCrowd: false }
}

export function knownIn(
  characters: readonly Character[],
  labels: ReadonlyMap<string, readonly string[]>,
): readonly Known[] {
  const ending = endingOf(characters)
  return withImplied(characters).map((character, order) => {
    const { id, name, sex, described } = character
    const member = memberOf(id, ending)
    const numbered = /^(.*\p{L}) ?(\d+)$/u.exec(member.own ?? '')
    const ordinal = member.ordinal ?? (numbered ? Number(numbered[2]) : undefined)
    const kinds = numbered?.[1] === undefined ? member.kinds : [...member.kinds, upper(numbered[1])]
    const own = numbered ? '' : (member.own ?? '')
    const listed = member.isCrowd || member.kinds.length > 0 ? [] : name.split(',')
    const said = [own, ...(name === id ? [] : listed), ...(labels.get(id) ?? [])]
    const named = said.map(sameLabel).filter((each) => each !== '')
    const bare = named
      .flatMap((each) => [each.replace(titles, ''), each.replace(/(?<=\S) OF .*$/, '')])
      .filter((each) => !isRank.test(each))
    const rank = named.map((each) => titles.exec(`${each} `)?.[0].trim()).find((each) => each !== undefined)
    const counted =
      ordinal === undefined ? [] : kinds.map((kind) => `${ordinals[ordinal] ?? ordinal} ${kind}`)
    const office = offices.exec(upper(described ?? ''))?.[1] ?? (rank && offices.exec(rank)?.[1])
    const isKind = (each: string) =>
      kinds.includes(oneOf(each)) ||
      (member.isCrowd && each.split(' ').some((word) => kinds.includes(oneOf(word))))
    const small = /INFANT/.test(upper(id)) ? ['INFANT', 'CHILD', 'BABE', 'BABY'] : []
    const all = [...small, ...named, ...bare, ...counted, ...(office ? [office] : [])]
    const names = [...new Set(all.filter((each) => !isKind(each)))]
    const hints = new Set([
      ...id
        .slice(0, id.length - ending.length)
        .split('.')
        .map(upper),
      ...wordsOf(described ?? '').flatMap(({ text, stem }) => (stem.length > 3 ? [text, stem] : [])),
    ])
    return {
      ...{ id, order, kinds, sex },
      names: names.map((each) => each.split(' ')),
      isGroup:
        member.isCrowd || (character.isGroup && member.ordinal === undefined && member.kinds.length === 0),
      // What it is called by all the same tells nobody apart.
      hints: [...hints].map((text) => ({ text, one: oneOf(text) })).filter(({ one }) => !kinds.includes(one)),
      isVague: hints.has('0') || hints.has('X'),
      isMember: member.kinds.length > 0 && member.own !== undefined,
    }
  })
}

/** Crowds that are in no list and have listed members. */
function withImplied(characters: readonly Character[]): readonly Character[] {
  const listed = new Set(characters.map(({ id }) => id))
  const implied = new Map<string, Character>()
  for (const { id, line } of characters)
    for (const group of groupsOf(id))
      if (!listed.has(group) && !/\.[0X](?:_|$)/.test(group))
        implied.set(group, { id: group, name: group, line, isGroup: true })
  return [...characters, ...implied.values()]
}

/** One collection ends all ids of a play with the play's short name. */
function endingOf(characters: readonly Character[]): string {
  const counts = new Map<string, number>()
  for (const { id } of characters) {
    const ending = /_[A-Za-z0-9]+$/.exec(id)?.[0] ?? ''
    counts.set(ending, (counts.get(ending) ?? 0) + 1)
  }
  const most = [...counts].sort((one, other) => other[1] - one[1])[0]
  return most && most[1] * 2 > characters.length && characters.length > 1 ? most[0] : ''
}
