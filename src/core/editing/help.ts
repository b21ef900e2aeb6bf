// What stage management writes down of help in this building: the number and who confirmed it, the door, AED, first aid.

import { isDay } from '../kit/day.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import { type Help, type HelpField, helpFields } from '../show/help.ts'
import type { Show } from '../show/show.ts'

/** Digits and what stands between or before them. */
const dialled = /^(?=.*\d)[\d+*# ]{1,20}$/
/** A name without a day, or a day without a name, is nobody's word. */
const words = [
  ['confirmedBy', 'confirmedOn'],
  ['approvedBy', 'approvedOn'],
] as const
const days = ['confirmedOn', 'approvedOn', 'aedChecked'] as const

/** All of it at once: what is left empty is not set. */
export function setHelp(show: Show, given: Readonly<Record<HelpField, string>>): Result<Show> {
  const help = dropped(show.venue.help, said(given))
  const wrong = whyNot(help)
  if (wrong !== null) return refused('help', wrong)
  return accepted({ ...show, venue: { ...show.venue, help } })
}

const said = (given: Readonly<Record<HelpField, string>>): Help =>
  Object.fromEntries(
    helpFields.flatMap((field) => (given[field].trim() === '' ? [] : [[field, given[field].trim()]])),
  )

/** Whoever confirmed another number did not confirm this one: their word goes, unless it is given anew. */
function dropped(before: Help | undefined, help: Help): Help {
  const same = (['number', 'outsideLine', 'telephones'] as const).every(
    (field) => before?.[field] === help[field],
  )
  const anew = before?.confirmedBy !== help.confirmedBy || before?.confirmedOn !== help.confirmedOn
  if (before === undefined || same || anew) return help
  const { confirmedBy: _by, confirmedOn: _on, ...rest } = help
  return rest
}

function whyNot(help: Help): string | null {
  if (help.number !== undefined && !dialled.test(help.number))
    return 'Number to dial: digits only, such as 999 or 911.'
  if (help.outsideLine !== undefined && !dialled.test(help.outsideLine))
    return 'Before it on a telephone of the house: digits only, such as 9.'
  for (const field of days) {
    const day = help[field]
    if (day !== undefined && !isDay(day)) return `“${day}” is no day. Write it as 2026-11-24.`
  }
  for (const [by, on] of words)
    if ((help[by] === undefined) !== (help[on] === undefined))
      return 'Say both who said so and on which day; one without the other is nobody’s word.'
  if (help.confirmedBy !== undefined && help.number === undefined)
    return 'Write down the number that was confirmed.'
  return null
}
