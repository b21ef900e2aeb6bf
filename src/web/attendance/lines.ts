// What is said of somebody on the sheet, in words: their state, and whose word that is.

import type {
  AttendanceSection,
  EvidenceLine,
  RollSection,
  SignLine,
} from '../../core/night/attendance-section.ts'
import { words } from '../speech/speech.ts'
import { formatClock } from '../ui/clock.ts'

function evidenceWords({ kind, by, place, at, words: said }: EvidenceLine, zone: string): string {
  const { attendance } = words()
  const evidence = attendance.evidence[kind]({ by, place, clock: formatClock(at, zone, false) })
  return said === null ? evidence : attendance.quoted({ evidence, words: said })
}

/** "In · at the stage door, 18:04". */
export function signWords(sign: SignLine | null, zone: string): string {
  const { attendance } = words()
  if (sign === null) return attendance.state.none
  return attendance.line({ state: stateWords(sign, zone), evidence: evidenceWords(sign.evidence, zone) })
}

function stateWords({ status, backAt, until, minutes }: SignLine, zone: string): string {
  const { attendance } = words()
  const clock = until === undefined ? null : formatClock(until, zone, false)
  if (status === 'later' && clock !== null) return attendance.laterAt({ clock })
  if (minutes !== undefined)
    return clock === null ? attendance.onCall({ minutes }) : attendance.onCallUntil({ minutes, clock })
  return status === 'away' && backAt !== null
    ? attendance.awayUntil({ clock: formatClock(backAt, zone, false) })
    : attendance.state[status]
}

/** "Last: signed in, at the stage door, 18:04", of somebody who keeps the night open. */
export function lastWords({ status, backAt, evidence }: SignLine, zone: string): string {
  const { home } = words()
  const state =
    status === 'away' && backAt !== null
      ? home.awayUntil({ clock: formatClock(backAt, zone, false) })
      : home.states[status === 'away' ? 'away' : 'in']
  return home.last({ state, evidence: evidenceWords(evidence, zone) })
}

type Child = AttendanceSection['children'][number]

/** Who answers for a child stands beside their name. */
export function childWords(state: string, child: Child | undefined): string {
  const { attendance } = words()
  if (child === undefined) return state
  const { chaperone, chaperoneIn } = child
  if (chaperone === null) return attendance.childNobody({ state })
  return (chaperoneIn ? attendance.child : attendance.childAlone)({ state, chaperone })
}

type Named = RollSection['people'][number]

/** By group, in the order in which a company reads itself. */
export function groupsOf(people: readonly Named[]): readonly { group: string; people: readonly Named[] }[] {
  const { attendance } = words()
  const names = new Map<string, Named[]>()
  for (const person of people) {
    const group = attendance.group[person.group ?? 'none']
    names.set(group, [...(names.get(group) ?? []), person])
  }
  return [...names].map(([group, inIt]) => ({ group, people: inIt }))
}

/** Any word of the name begins with it. */
export const beginsWith = (name: string, letters: string): boolean => {
  const wanted = letters.trim().toLocaleLowerCase()
  const lower = name.toLocaleLowerCase()
  return (
    wanted === '' || lower.startsWith(wanted) || lower.split(/[\s-]+/).some((one) => one.startsWith(wanted))
  )
}
