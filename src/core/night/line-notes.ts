// Line notes within the night: whose a line is today, and the lists for whoever is on the book.

import { sees, type Viewer } from '../disclosure/policy.ts'
import type { Result } from '../kit/result.ts'
import type { Instant } from '../kit/time.ts'
import { decideLineNotes } from '../line-notes/decide.ts'
import type { LineMark, LineNoteCommand, LineNoteEvent, LineNoteState } from '../line-notes/line-notes.ts'
import type { PersonId, RoleId } from '../show/show.ts'
import type { NightState, Plan } from './night.ts'
import { tonight } from './tonight.ts'
import type { Audience } from './view.ts'

export type LineNotesSection = {
  readonly notes: readonly {
    readonly note: number
    readonly at: Instant
    readonly person: PersonId | null
    readonly name: string
    readonly mark: LineMark | null
    readonly line: string | null
    readonly words: string | null
    readonly state: LineNoteState
  }[]
  /** Who has a part today: whose a note can be. */
  readonly people: readonly { readonly id: PersonId; readonly name: string }[]
}

const speaker = ({ show }: Plan, role: RoleId | undefined): PersonId | null =>
  (role === undefined ? undefined : show.tracks.find(({ roles }) => roles?.includes(role)))?.owner ?? null

export function decideOfLineNotes(
  raw: Plan,
  state: NightState,
  command: LineNoteCommand,
  by: Viewer,
): Result<readonly LineNoteEvent[]> {
  const plan = tonight(raw, state)
  const items = new Set(plan.timeline.items.map(({ id }) => id))
  // In the order and the number in which the script is sent.
  const lines = plan.show.script.filter(({ item }) => items.has(item))
  return decideLineNotes(state.lineNotes, command, {
    by,
    open: state.calling.opened !== null,
    lineAt: (index) => {
      const line = lines[index]
      return line ? { text: line.text, person: speaker(plan, line.role) } : null
    },
    isOfCompany: (person) => plan.show.people.some(({ id }) => id === person),
  })
}

/** To nobody but who takes them: on no board, in no report, on no phone. */
export function lineNotesAudience(viewer: Viewer): Audience[] {
  if (sees(viewer, 'line notes') !== 'all') return []
  const compute: Audience['compute'] = (plan, state) => lineNotesSection(plan, state)
  return [
    {
      ...{ section: 'lineNotes', key: 'lineNotes', fixed: false, compute },
      from: ({ lineNotes }) => [lineNotes],
    },
  ]
}

function lineNotesSection({ show }: Plan, { lineNotes }: NightState): LineNotesSection {
  // In full, as at the stage door: a slip is handed to somebody.
  const names = new Map(show.people.map(({ id, name }) => [id, name]))
  const cast = show.tracks.flatMap(({ kind, owner }) =>
    kind === 'cast' && owner !== undefined ? [owner] : [],
  )
  return {
    notes: lineNotes.notes.map((one) => ({
      ...one,
      name: one.person === null ? '' : (names.get(one.person) ?? ''),
    })),
    people: [...new Set(cast)].map((id) => ({ id, name: names.get(id) ?? '' })),
  }
}
