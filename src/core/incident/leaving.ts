// Who goes along to hospital is gone for the night: said to whoever plans the cover, and nothing of where they go or why (N27).

import { type Instant, minutes } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'
import { functionsOf } from './functions.ts'
import type { Incident } from './incident.ts'
import { wholes } from './whole.ts'

/** Nobody who went along comes back to this performance after so long; the next has its own list. */
export const LEFT_MS = minutes(360)
/** More than ever go along in one evening. */
export const LEAVING_MAX = 8

export type LeavingSection = {
  readonly lines: readonly { readonly person: PersonId; readonly name: string; readonly at: Instant }[]
}

type Company = readonly { readonly id: PersonId; readonly name: string; readonly callName: string }[]

/**
 * `saidAt`: when somebody last said how much of tonight they are there for; null where nobody has. Whoever was spoken of
 * since they left needs no proposal any more.
 */
export function leavingSection(
  all: readonly Incident[],
  { company, saidAt }: { readonly company: Company; readonly saidAt: (person: PersonId) => Instant | null },
  now: Instant,
): LeavingSection {
  const gone = wholes(all)
    .filter(({ drill }) => !drill)
    .flatMap(({ records }) => functionsOf(records).find(({ name }) => name === 'goes-along')?.holders ?? [])
  const lines = gone.flatMap(({ who, person: known, at }) => {
    const person = company.find(({ id }) => id === known) ?? only(company, who)
    if (person === null || now - at > LEFT_MS) return []
    const said = saidAt(person.id)
    return said !== null && said >= at ? [] : [{ person: person.id, name: person.callName, at }]
  })
  const once = lines.filter((one, index) => lines.findIndex(({ person }) => person === one.person) === index)
  return { lines: once.slice(0, LEAVING_MAX) }
}

/** Told by voice a name is all there is; one that two of the company have is nobody's. */
function only(company: Company, who: string): Company[number] | null {
  const wanted = who.trim().toLowerCase()
  const found = company.filter(
    ({ name, callName }) => name.toLowerCase() === wanted || callName.toLowerCase() === wanted,
  )
  return found.length === 1 ? (found[0] ?? null) : null
}
