// What this device may do at the desk, by the policy table; the server decides again.

import { may, type Viewer } from '../../core/disclosure/policy.ts'
import { id } from '../../core/kit/ids.ts'
import type { CallingSection } from '../../core/night/sections.ts'
import type { ViewerLine } from '../../wire/messages.ts'

export type Rights = {
  readonly calls: boolean
  readonly mayTake: boolean
  readonly writes: boolean
  /** Notes become somebody's to see to. */
  readonly tasks: boolean
  readonly closes: boolean
  readonly opens: boolean
  readonly pairs: boolean
  readonly edits: boolean
  /** For front of house: the house is clear. */
  readonly clears: boolean
}

export function rightsOf(line: ViewerLine, calling: CallingSection | undefined): Rights {
  const viewer: Viewer = {
    device: id<'device'>(line.device),
    roles: line.roles,
    person: null,
    department: null,
    place: null,
  }
  const taken = calling?.taken.includes(line.device) === true
  const calls = may(viewer, 'call the show') || (may(viewer, 'take the desk') && taken)
  return {
    calls,
    mayTake: may(viewer, 'take the desk') && !calls,
    writes: may(viewer, 'write a note'),
    tasks: may(viewer, 'give a task'),
    closes: may(viewer, 'close the performance'),
    opens: may(viewer, 'open a performance'),
    pairs: may(viewer, 'pair devices'),
    edits: may(viewer, 'edit the show'),
    clears: may(viewer, 'give clearance'),
  }
}
