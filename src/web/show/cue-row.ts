// A cue as it is typed, and as it is asked for.

import { readCueLine } from '../../core/editing/cue-line.ts'
import type { CueRow } from '../../core/editing/edit.ts'
import type { ShowBook } from '../../wire/office.ts'

export type CueLine = ShowBook['cues'][number]

export type Typed = {
  readonly item: string
  readonly department: string
  readonly number: string
  readonly words: string
  readonly title: string
}

export const nameOf = (show: ShowBook, cue: CueLine): string =>
  `${show.departments.find((one) => one.id === cue.department)?.short ?? ''} ${cue.number}`

export const itemName = ({ code, title }: { readonly code: string; readonly title: string }): string =>
  [code, title].filter((word) => word !== '').join(' ')

export const playedItems = ({ items }: ShowBook): ShowBook['items'] =>
  items.filter((item) => item.kind !== 'interval')

/** "snd: a bell" in the words says whose cue it is; what stands in the fields beside it otherwise counts. */
export function withLine(typed: Typed, departments: readonly string[]): Typed {
  const line = readCueLine(typed.words, departments)
  if (line.department === null) return typed
  return { ...typed, department: line.department, number: line.number || typed.number, words: line.words }
}

export const rowOf = ({ item, ...row }: Typed, together: boolean): CueRow => ({
  ...row,
  item: item === '' ? null : item,
  together,
})

/** The next cue is most often of the department and the item of the last one. */
export function firstTyped(show: ShowBook, changing: CueLine | null): Typed {
  const last = changing ?? show.cues.at(-1)
  const department = show.departments.find((one) => one.id === last?.department)?.short ?? 'LX'
  const item = last?.item || (playedItems(show)[0]?.id ?? '')
  if (changing === null) return { item, department, number: '', words: '', title: '' }
  return { item, department, number: changing.number, words: changing.words, title: changing.title }
}
