// A performance that is planned is tonight's; one that is only remembered takes its place among those that were.

import type { InstallationEvent } from './commands.ts'
import type { InstallationState } from './installation.ts'
import { productionOf } from './productions.ts'

type Planned = Extract<InstallationEvent, { type: 'performance.planned' }>['body']

export function planned(state: InstallationState, { recalled, ...performance }: Planned): InstallationState {
  const { performances } = state
  const { show, title } = performance
  const production = productionOf(performances, performance)
  const known = { ...performance, production }
  // Which show is played, and which night is on, the house still knew: an old night changes neither.
  const after = recalled ? performances.findIndex(({ curtainAt }) => curtainAt > performance.curtainAt) : -1
  return after < 0
    ? { ...state, published: { show, title, production }, performances: [...performances, known] }
    : { ...state, performances: performances.toSpliced(after, 0, known) }
}
