// What stage management writes down of the building's points, AEDs, kits and first-aiders: rows, each refused with its place.

import { isDay } from '../kit/day.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import {
  SAFETY_ROWS_MAX,
  type Safety,
  type SafetyList,
  safetyDays,
  safetyFields,
  safetyLists,
} from '../show/safety.ts'
import type { Show } from '../show/show.ts'

type Row = Readonly<Record<string, string>>
/** As it is typed: every field a text, empty where nobody has said it. */
export type SafetyRows = {
  readonly route: string
  readonly hospital: string
  /** Who has signed for the words of first aid, and when; from a device that does not ask for it: not there, and kept. */
  readonly trainer?: string | undefined
  readonly trainerOn?: string | undefined
} & Readonly<Record<Exclude<SafetyList, 'phones'>, readonly Row[]>> & {
    /** From a device of before: not there, and kept. */
    readonly phones?: readonly Row[] | undefined
  }

const names: Readonly<Record<SafetyList, string>> = {
  points: 'Assembly point',
  aeds: 'AED',
  kits: 'First aid kit',
  aiders: 'First-aider',
  phones: 'Telephone',
}

/** All of it at once: what is left empty is not set, and a row with nothing in it is no row. */
export function setSafety(show: Show, typed: SafetyRows): Result<Show> {
  const before = (show.venue.safety?.phones ?? []).map(({ place, near = '' }) => ({ place, near }))
  const given = { ...typed, phones: typed.phones ?? before }
  for (const list of safetyLists) {
    const rows = given[list]
    if (rows.length > SAFETY_ROWS_MAX[list])
      return refused('safety', `${names[list]}: not more than ${SAFETY_ROWS_MAX[list]}.`)
    for (const [index, row] of rows.entries()) {
      const wrong = whyNot(list, row)
      if (wrong !== null) return refused('safety', `${names[list]} ${index + 1}: ${wrong}`)
    }
  }
  const signed = trainerOf(show, given)
  if (!signed.ok) return signed
  const lists = Object.fromEntries(safetyLists.map((list) => [list, rowsOf(list, given[list])]))
  // `as`: each list has the fields of its kind, and those only.
  const safety = {
    ...said({ route: given.route, hospital: given.hospital }),
    ...signed.value,
    ...lists,
  } as unknown as Safety
  return accepted({ ...show, venue: { ...show.venue, safety } })
}

type Signed = Pick<Safety, 'trainer'>

function trainerOf(show: Show, given: SafetyRows): Result<Signed> {
  const before = show.venue.safety?.trainer
  if (given.trainer === undefined) return accepted(before ? { trainer: before } : {})
  const [name, on] = [given.trainer.trim(), (given.trainerOn ?? '').trim()]
  if (name === '' && on === '') return accepted({})
  if (name === '') return refused('safety', 'Trainer: who has signed?')
  if (!isDay(on))
    return refused(
      'safety',
      on === ''
        ? 'Trainer: on which day did they sign? Write it as 2026-11-24.'
        : `Trainer: “${on}” is no day. Write it as 2026-11-24.`,
    )
  return accepted({ trainer: { name, on } })
}

const isEmpty = (row: Row): boolean => Object.values(row).every((text) => text.trim() === '')

function whyNot(list: SafetyList, row: Row): string | null {
  if (isEmpty(row)) return null
  const [first] = safetyFields[list]
  if ((row[first] ?? '').trim() === '') return first === 'name' ? 'whose certificate is it?' : 'where is it?'
  for (const field of safetyFields[list]) {
    const text = (row[field] ?? '').trim()
    if (safetyDays.includes(field) && text !== '' && !isDay(text))
      return `“${text}” is no day. Write it as 2026-11-24.`
  }
  return null
}

const rowsOf = (list: SafetyList, rows: readonly Row[]): readonly Row[] =>
  rows
    .filter((row) => !isEmpty(row))
    .map((row) => said(Object.fromEntries(safetyFields[list].map((field) => [field, row[field] ?? '']))))

const said = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).flatMap(([field, text]) => (text.trim() === '' ? [] : [[field, text.trim()]])),
  )
