// The departments as they are called: by what name, on which channel, and, for the round on cans, who works them.

import type { DepartmentId } from '../show/show.ts'
import type { Plan } from './night.ts'

export type DepartmentLine = {
  readonly id: DepartmentId
  readonly name: string
  readonly short: string
  /** The headset channel it listens on. */
  readonly channel: string | null
  /** Who works it, by call name: for whoever runs the round on cans. */
  readonly people: readonly string[]
  /** Whoever conducts is most likely of it. */
  readonly music?: true
}

/** `only`: a department is told of itself. */
export const departmentLines = (plan: Plan, only: DepartmentId | null): readonly DepartmentLine[] =>
  plan.show.departments
    .filter((department) => only === null || department.id === only)
    .map(({ id, name, short, channel, kind }) => ({
      ...{ id, name, short, channel: channel ?? null },
      people: only === null ? callNamesIn(plan, id) : [],
      ...(kind === 'music' ? { music: true as const } : {}),
    }))

function callNamesIn({ show }: Plan, department: DepartmentId): readonly string[] {
  const engaged = show.engagements.filter((one) => one.department === department).map((one) => one.person)
  return show.people.filter((one) => engaged.includes(one.id)).map((one) => one.callName)
}
