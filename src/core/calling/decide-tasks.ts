// Notes that somebody sees to: given, done, not done after all.

import { may, type Viewer } from '../disclosure/policy.ts'
import { refused } from '../kit/result.ts'
import type { DepartmentId, Show } from '../show/show.ts'
import { taskId } from './apply-tasks.ts'
import { type CallingCommand, TASKS_CARRIED_MAX, TASKS_MAX } from './commands.ts'
import { type CallingContext, type Decision, happened } from './decision.ts'
import type { CallingEvent, TaskOwner } from './events.ts'
import type { CallingState, Task } from './state.ts'

type Of<Name extends CallingCommand['name']> = Extract<CallingCommand, { name: Name }>

const noSuchTask = refused('no-such-task', 'There is no such note or task.')

export function giveTask(
  state: CallingState,
  { task, owner }: Of<'task.give'>,
  { show }: CallingContext,
): Decision {
  const known = state.tasks.find((one) => one.id === task)
  const note = state.notes.some((_note, index) => taskId(state.opened?.number ?? 0, index) === task)
  if (!known && !note) return noSuchTask
  if (owner === null && !known) return refused('not-a-task', 'That note is nobody’s to see to already.')
  if (!known && state.tasks.length >= TASKS_MAX)
    return refused('many-tasks', `A performance holds ${TASKS_MAX} tasks.`)
  if (owner !== null && !isOwner(show, owner))
    return refused('no-such-owner', 'A task goes to a department or to somebody of stage management.')
  return happened({ type: 'task.given', v: 1, body: { task, owner } })
}

const isOwner = (show: Show, owner: TaskOwner): boolean =>
  'department' in owner
    ? show.departments.some((one) => one.id === owner.department)
    : stageManagement(show).some((one) => one.id === owner.person)

/** Those to whom a task may be given by name. */
export function stageManagement(show: Show): Show['people'] {
  const engaged = show.engagements.filter((one) => one.kind === 'stage management').map((one) => one.person)
  return show.people.filter((person) => engaged.includes(person.id))
}

export function finishTask(state: CallingState, { task }: Of<'task.finish'>): Decision {
  const known = state.tasks.find((one) => one.id === task)
  if (!known) return noSuchTask
  if (known.doneAt !== null) return refused('done', 'That is done already.')
  return happened({ type: 'task.done', v: 1, body: { task } })
}

export function dropTask(state: CallingState, { task }: Of<'task.drop'>): Decision {
  const known = state.tasks.find((one) => one.id === task)
  if (!known) return noSuchTask
  if (known.doneAt !== null) return refused('done', 'That is done already.')
  if (known.dropped === true) return refused('dropped', 'That is not needed any more already.')
  return happened({ type: 'task.dropped', v: 1, body: { task } })
}

/** Of the note that is being written: that department sees to it. */
export function taskOfNew(state: CallingState, department: DepartmentId, by: Viewer): Decision {
  if (!may(by, 'give a task'))
    return refused('not-yours', 'Stage management gives tasks: write it as a note.')
  if (state.tasks.length >= TASKS_MAX)
    return refused('many-tasks', `A performance holds ${TASKS_MAX} tasks: write it as a note.`)
  const task = taskId(state.opened?.number ?? 0, state.notes.length)
  return happened({ type: 'task.given', v: 1, body: { task, owner: { department } } })
}

export function reopenTask(state: CallingState, { task }: Of<'task.reopen'>): Decision {
  const known = state.tasks.find((one) => one.id === task)
  if (!known) return noSuchTask
  if (known.doneAt === null && known.dropped !== true) return refused('open', 'That is not done yet.')
  return happened({ type: 'task.reopened', v: 1, body: { task } })
}

/** One's own, or one's department's: who sees to a task says whether it is done. */
const ownsTask = ({ owner }: Task, by: Viewer): boolean =>
  'department' in owner ? owner.department === by.department : owner.person === by.person

export const mayFinish = (state: CallingState, task: string, by: Viewer): boolean =>
  may(by, 'give a task') ||
  (may(by, 'finish a task') && state.tasks.some((one) => one.id === task && ownsTask(one, by)))

export const taskText = ({ notes }: CallingState, task: Task): string | null =>
  task.note === null ? task.carriedText : (notes[task.note]?.text ?? null)

/** What goes over to the next performance: what is not done, the oldest first. One event each, so that each can be erased. */
export function carriedTasks(state: CallingState): readonly CallingEvent[] {
  return state.tasks
    .filter((task) => task.doneAt === null && task.dropped !== true)
    .slice(0, TASKS_CARRIED_MAX)
    .map((task) => {
      const { id, from, writtenAt, department, owner } = task
      const body = { task: id, from, writtenAt, department, owner }
      return { type: 'task.carried', v: 1, body, detail: { text: taskText(state, task) ?? '' } }
    })
}
