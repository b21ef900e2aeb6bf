// Notes that somebody sees to: all of them for whoever gives them, else one's own and one's department's.

import { stageManagement, taskText } from '../calling/decide-tasks.ts'
import type { CallingState, Task } from '../calling/state.ts'
import type { Instant } from '../kit/time.ts'
import type { DepartmentId, PersonId } from '../show/show.ts'
import type { Plan } from './night.ts'

export type TaskLine = {
  readonly id: string
  /** The performance it was written in. */
  readonly from: number
  readonly writtenAt: Instant
  readonly owner: string
  readonly text: string | null
  readonly done: boolean
  readonly dropped: boolean
}

export type TasksSection = {
  readonly tasks: readonly TaskLine[]
  /** To whom a task can be given by name; for those who give them. */
  readonly people: readonly { readonly id: PersonId; readonly name: string }[]
}

/** `only`: whose; null for all. */
export type TaskOwners = { readonly department: DepartmentId | null; readonly person: PersonId | null }

export function tasksSection(plan: Plan, state: CallingState, only: TaskOwners | null): TasksSection {
  const people = only === null ? stageManagement(plan.show) : []
  return {
    tasks: tasksOf(state, only).map((task) => ({
      id: task.id,
      from: task.from,
      writtenAt: task.writtenAt,
      owner: ownerName(plan, task),
      text: taskText(state, task),
      done: task.doneAt !== null,
      dropped: task.dropped === true,
    })),
    people: people.map(({ id, callName }) => ({ id, name: callName })),
  }
}

const tasksOf = ({ tasks }: CallingState, only: TaskOwners | null): readonly Task[] =>
  tasks.filter(
    ({ owner }) =>
      only === null ||
      ('department' in owner ? owner.department === only.department : owner.person === only.person),
  )

function ownerName({ show }: Plan, { owner }: Task): string {
  return 'department' in owner
    ? (show.departments.find((one) => one.id === owner.department)?.name ?? owner.department)
    : (show.people.find((one) => one.id === owner.person)?.callName ?? 'somebody')
}
