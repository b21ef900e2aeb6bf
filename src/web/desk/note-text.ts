// "lx: shutter 4 sticks" is a note to lights: the quickest way to say whom it is for is to begin with them.

import type { DepartmentLine } from '../../core/night/department-lines.ts'
import type { DepartmentId } from '../../core/show/show.ts'

export type NoteText = { readonly department: DepartmentId | null; readonly text: string }

/** A colon after anything that is no department belongs to the note. `chosen` counts where none is named. */
export function readNote(
  typed: string,
  departments: readonly DepartmentLine[],
  chosen: DepartmentId | null,
): NoteText {
  const colon = typed.indexOf(':')
  const head = typed.slice(0, Math.max(0, colon)).trim().toLowerCase()
  const named = departments.find(
    ({ id, name, short }) => head !== '' && [id, name, short].some((one) => one.toLowerCase() === head),
  )
  return named
    ? { department: named.id, text: typed.slice(colon + 1).trim() }
    : { department: chosen, text: typed.trim() }
}
