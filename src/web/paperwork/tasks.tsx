// Notes as tasks: who sees to what, and what is done. Live, for whoever may read notes.

import { may, type RoleName } from '../../core/disclosure/policy.ts'
import { id } from '../../core/kit/ids.ts'
import type { DepartmentLine } from '../../core/night/department-lines.ts'
import type { NotesSection } from '../../core/night/sections.ts'
import type { TaskLine, TasksSection } from '../../core/night/tasks-section.ts'
import type { ViewerLine, WireCommand } from '../../wire/messages.ts'
import type { Press } from '../link/presses.ts'
import { useLink, useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Freshness } from '../ui/frame.tsx'
import styles from './report.module.css'
import sheet from './sheet.module.css'

const c = classes(styles)
const s = classes(sheet)

type Owner = Extract<WireCommand, { name: 'task.give' }>['owner']

export function TasksScreen() {
  const { papers, tasks: said } = useWords()
  const viewer = useSession((state) => state.viewer)
  const { tasks, notes, cues, position } = useSession((state) => state.sections)
  const link = useLink()
  const presses = useSession((state) => state.presses)
  const wrong = presses.findLast(
    ({ command, outcome }) => command.name.startsWith('task.') && outcome !== null && outcome.kind !== 'done',
  )?.outcome
  if (!viewer || !tasks || !notes) {
    return <p className={c('notice')}>{said.noneHere}</p>
  }
  const gives = mayGive(viewer)
  const owners = ownersOf(tasks, cues?.departments ?? [])
  const give = (task: string, owner: Owner) => link.press({ name: 'task.give', task, owner })
  return (
    <main className={c('screen')}>
      <title>{said.pageTitle({ title: position?.title ?? 'Ghostlight' })}</title>
      <div className={c('tools')}>
        <a href="/">{papers.back}</a>
        <a href="/report">{papers.report}</a>
        <span className={c('gap')} />
        <Freshness />
      </div>
      <h1 className={s('title')}>{said.title}</h1>
      <p role="status" className={s('quiet')}>
        {wrong && 'sentence' in wrong ? wrong.sentence : ''}
      </p>
      <TaskList
        tasks={tasks.tasks}
        tonight={position?.number ?? 0}
        waiting={waitingIn(presses)}
        press={(task, name) => link.press({ name, task })}
      />
      {gives ? (
        <NoteList notes={notes} tonight={position?.number ?? 0} tasks={tasks} owners={owners} give={give} />
      ) : null}
    </main>
  )
}

// `as`: the server names the roles it knows, and refuses whatever is pressed without them.
const mayGive = (viewer: ViewerLine): boolean =>
  may(
    {
      device: id<'device'>(viewer.device),
      roles: viewer.roles as readonly RoleName[],
      person: null,
      department: null,
      place: null,
    },
    'give a task',
  )

type Named = { readonly key: string; readonly name: string; readonly owner: Owner }

const ownersOf = (tasks: TasksSection, departments: readonly DepartmentLine[]): readonly Named[] => [
  ...departments.map((one) => ({ key: `d ${one.id}`, name: one.name, owner: { department: one.id } })),
  ...tasks.people.map((one) => ({ key: `p ${one.id}`, name: one.name, owner: { person: one.id } })),
]

/** Pressed and not answered: it is on its way, or waits until the server is heard. */
const waitingIn = (presses: readonly Press[]): ReadonlySet<string> =>
  new Set(
    presses.flatMap(({ command, outcome, slow }) =>
      outcome === null &&
      slow &&
      (command.name === 'task.finish' || command.name === 'task.drop' || command.name === 'task.reopen')
        ? [command.task]
        : [],
    ),
  )

function TaskList({
  tasks,
  tonight,
  waiting,
  press,
}: {
  readonly tasks: readonly TaskLine[]
  readonly tonight: number
  readonly waiting: ReadonlySet<string>
  readonly press: (task: string, name: Pressed) => void
}) {
  const { papers, tasks: said } = useWords()
  if (tasks.length === 0) return <p className={s('none')}>{said.nothing}</p>
  return (
    <ul className={s('tasks')} aria-label={said.title}>
      {tasks.map((task) => (
        <li key={task.id} className={s('task')}>
          <span>
            <span className={s(task.done || task.dropped ? 'done' : 'open')}>
              {task.text ?? papers.erased}
            </span>{' '}
            <span className={s('quiet')}>
              {[
                task.owner,
                ...(task.from === tonight ? [] : [said.from({ number: task.from })]),
                ...(task.done ? [said.done] : []),
                ...(task.dropped ? [said.dropped] : []),
                ...(waiting.has(task.id) ? [said.waits] : []),
              ].join(' · ')}
            </span>
          </span>
          <TaskButtons task={task} waits={waiting.has(task.id)} press={(name) => press(task.id, name)} />
        </li>
      ))}
    </ul>
  )
}

type Pressed = 'task.finish' | 'task.drop' | 'task.reopen'

function TaskButtons({
  task,
  waits,
  press,
}: {
  readonly task: TaskLine
  readonly waits: boolean
  readonly press: (name: Pressed) => void
}) {
  const { tasks: said } = useWords()
  const settled = task.done || task.dropped
  const button = (name: Pressed, text: string) => (
    <button
      type="button"
      className={c('button')}
      aria-disabled={waits}
      onClick={() => (waits ? undefined : press(name))}
    >
      {text}
    </button>
  )
  if (settled) return button('task.reopen', said.reopen)
  return (
    <span>
      {button('task.finish', said.finish)} {button('task.drop', said.drop)}
    </span>
  )
}

function NoteList({
  notes,
  tonight,
  tasks,
  owners,
  give,
}: {
  readonly notes: NotesSection
  readonly tonight: number
  readonly tasks: TasksSection
  readonly owners: readonly Named[]
  readonly give: (task: string, owner: Owner) => void
}) {
  const { papers, tasks: said } = useWords()
  if (notes.notes.length === 0) return null
  return (
    <>
      <h2 className={s('heading')}>{said.tonights}</h2>
      <ul className={s('tasks')} aria-label={said.notes}>
        {notes.notes.map((note, index) => {
          const task = `${tonight}-${index + 1}`
          const given = tasks.tasks.find((one) => one.id === task)
          return (
            <li key={note.seq} className={s('task')}>
              <span>{note.text ?? papers.erased}</span>
              <select
                className={c('button')}
                aria-label={said.whoSees({ text: note.text ?? papers.erased })}
                value={owners.find((one) => one.name === given?.owner)?.key ?? ''}
                onChange={(event) =>
                  give(task, owners.find((one) => one.key === event.target.value)?.owner ?? null)
                }
              >
                <option value="">{said.nobody}</option>
                {owners.map((one) => (
                  <option key={one.key} value={one.key}>
                    {one.name}
                  </option>
                ))}
              </select>
            </li>
          )
        })}
      </ul>
    </>
  )
}
