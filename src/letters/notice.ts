// The words of a notice and of a statement: the catalogue’s sentences and what is permitted, and nothing else.

import type { Privacy } from '../core/notice/commands.ts'
import type { Item, LineKind, Template } from '../core/notice/state.ts'
import { countryPack } from '../core/show/countries/packs.ts'
import type { Speech } from './speech.ts'

export type Told = {
  readonly items: readonly Item[]
  /** The name of whoever it is about; used only where it may be said. */
  readonly name: string
  /** As they were agreed, by item. */
  readonly words: Readonly<Partial<Record<Item, string>>>
}

const facts = ({ items, name, words }: Told, { words: { noticeText: said } }: Speech): readonly string[] => {
  const who = { name: items.includes('name') ? name : null }
  return items.flatMap((item) => {
    switch (item) {
      case 'name':
        return []
      case 'cared-for':
        return [said.caredFor(who)]
      case 'died':
        return [said.died(who)]
      case 'hospital':
        return [said.hospital({ hospital: words.hospital ?? '' })]
      case 'condition':
      case 'update':
        return [words[item] ?? '']
      default:
        return item satisfies never
    }
  })
}

const order: readonly Item[] = ['name', 'died', 'cared-for', 'hospital', 'condition', 'update']
const inOrder = (told: Told): Told => ({ ...told, items: order.filter((one) => told.items.includes(one)) })

export const statementText = (told: Told, speech: Speech): string => facts(inOrder(told), speech).join(' ')

export type SaidLine = {
  readonly kind: LineKind
  readonly what: string
  readonly from: string
  /** Of whoever covers. */
  readonly by: string
  /** "20:50", where the house stands. */
  readonly clock: string
}

export function lineText(line: SaidLine, { words: { noticeText: said } }: Speech): string {
  if (line.kind === 'cover') return said.covered(line)
  return line.kind === 'held' ? said.held(line) : said.exit(line)
}

export type Put = Told & {
  readonly template: Template
  /** Of a general one. */
  readonly own: string
  readonly ask: string
  readonly privacy: Privacy | null
}

/** The same for everybody: how they are reached and help for whoever wants it stand in each that is about somebody. */
export function noticeWords(put: Put, speech: Speech): string {
  const { noticeText: said } = speech.words
  const asks =
    put.privacy === null
      ? put.ask === ''
        ? []
        : [said.ask(put)]
      : [said.privacy[put.privacy](put), said.yours]
  if (put.template === 'general') return [put.own.trim(), ...asks].join(' ')
  const lines = countryPack(speech.country)
    .support.map(({ name, number }) => said.line({ name, number }))
    .join('; ')
  return [...facts(inOrder(put), speech), said.more, ...asks, said.usual, said.talk({ lines })].join(' ')
}
