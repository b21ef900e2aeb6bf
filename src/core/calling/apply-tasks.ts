// What each event makes of the tasks.

import type { Instant } from '../kit/time.ts'
import type { CallingEvent } from './events.ts'
import type { CallingState, Task } from './state.ts'

type TaskEvent = Extract<
  CallingEvent,
  { type: 'task.given' | 'task.done' | 'task.dropped' | 'task.reopened' | 'task.carried' }
>

/** "14-3", the third note of performance 14, for as long as its task is carried from night to night. */
export const taskId = (performance: number, note: number): string => `${performance}-${note + 1}`

export const applyTask = (state: CallingState, event: TaskEvent, at: Instant): CallingState => ({
  ...state,
  tasks: tasksAfter(state, event, at),
})

function tasksAfter(state: CallingState, event: TaskEvent, at: Instant): readonly Task[] {
  const { task } = event.body
  const change = (to: Partial<Task>) => state.tasks.map((one) => (one.id === task ? { ...one, ...to } : one))
  switch (event.type) {
    case 'task.given':
      return give(state, event.body)
    case 'task.done':
      return change({ doneAt: at })
    case 'task.dropped':
      return change({ dropped: true })
    case 'task.reopened':
      return change({ doneAt: null, dropped: false })
    case 'task.carried': {
      const { from, writtenAt, department, owner } = event.body
      const carriedText = event.detail?.text || null
      const carried = { id: task, from, writtenAt, department, owner, carriedText, note: null, doneAt: null }
      return [...state.tasks, carried]
    }
    default:
      return event satisfies never
  }
}

function give(
  { tasks, notes, opened }: CallingState,
  { task, owner }: Extract<TaskEvent, { type: 'task.given' }>['body'],
): readonly Task[] {
  if (owner === null) return tasks.filter((one) => one.id !== task)
  if (tasks.some((one) => one.id === task))
    return tasks.map((one) => (one.id === task ? { ...one, owner } : one))
  const place = notes.findIndex((_note, index) => taskId(opened?.number ?? 0, index) === task)
  const note = notes[place]
  if (!note) return tasks
  const { at: writtenAt, department } = note
  const from = opened?.number ?? 0
  return [
    ...tasks,
    { id: task, from, writtenAt, department, owner, carriedText: null, note: place, doneAt: null },
  ]
}
