// Notes at the desk: one field at the foot, the list at the side, and what still waits to be sent.

import { memo, type RefObject, useState } from 'react'
import type { AttendanceSection } from '../../core/night/attendance-section.ts'
import type { DepartmentLine } from '../../core/night/department-lines.ts'
import type { Press } from '../link/presses.ts'
import { type Given, useLink, useSession } from '../link/store.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { KeyHint } from '../ui/frame.tsx'
import { readNote } from './note-text.ts'
import styles from './notes.module.css'
import type { Desk } from './use-desk.ts'

const c = classes(styles)

export function NoteField({
  desk,
  field,
}: {
  readonly desk: Desk
  readonly field: RefObject<HTMLInputElement | null>
}) {
  const texts = useWords().notes
  const link = useLink()
  const [typed, setTyped] = useState('')
  const [chosen, choose] = useState('')
  const departments = desk.sections.cues?.departments ?? []
  const department = departments.find((one) => one.id === chosen)?.id ?? null
  const read = readNote(typed, departments, department)
  if (!desk.rights.writes) return <div />
  return (
    <form
      className={c('form')}
      onSubmit={(event) => {
        event.preventDefault()
        if (read.text === '') return
        link.press({ name: 'note.write', department: read.department, text: read.text })
        setTyped('')
      }}
    >
      <input
        ref={field}
        className={c('field')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        aria-label={texts.note}
        placeholder={texts.hint}
        maxLength={2_000}
        enterKeyHint="send"
        autoComplete="off"
      />
      <select
        className={c('to')}
        aria-label={texts.to}
        value={read.department ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{texts.general}</option>
        {departments.map((one) => (
          <option key={one.id} value={one.id}>
            {one.short}
          </option>
        ))}
      </select>
      <KeyHint>n</KeyHint>
    </form>
  )
}

const isNote = (press: Press): boolean => press.command.name === 'note.write'

export const NoteList = memo(function NoteList({
  notes,
  position,
  cues,
  attendance,
}: Given<'notes' | 'position' | 'cues'> & {
  /** Null where this screen signs nobody in. */
  readonly attendance: AttendanceSection | null
}) {
  const { notes: texts, papers, desk, lineNotes } = useWords()
  const lines = useSession((state) => state.sections.lineNotes)
  const presses = useSession((state) => state.presses)
  if (!notes) return null
  const waiting = presses.filter((press) => isNote(press) && press.outcome === null && press.slow)
  const refused = presses.filter((press) => isNote(press) && isWrong(press))
  const zone = position?.timeZone ?? 'UTC'
  const shortOf = (id: string | null) => nameOf(id, cues?.departments ?? [])
  return (
    <section className={c('notes')} aria-labelledby="notes">
      <div className={c('head')}>
        <h2 className={c('heading')} id="notes">
          {notes.notes.length > 0 ? texts.titleOf({ notes: notes.notes.length }) : texts.title}
        </h2>
        {lines && lines.notes.length > 0 ? (
          <a className={c('heading')} href="/line-notes" target="_blank" rel="noreferrer">
            {lineNotes.title}
          </a>
        ) : null}
        {attendance ? (
          <a className={c('heading')} href="/sign-in" target="_blank" rel="noreferrer">
            {desk.signIn({
              waits: attendance.helps.length,
              notYet: attendance.arrivals?.people.length ?? 0,
            })}
          </a>
        ) : null}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse. */}
      <ol className={c('list')} tabIndex={0} aria-labelledby="notes">
        {[...waiting, ...refused].map((press) =>
          press.command.name === 'note.write' ? (
            <li key={press.id} className={c('waiting')}>
              {press.command.text}
              <span className={c('why')}>{whyWaiting(press)}</span>
            </li>
          ) : null,
        )}
        {notes.notes.toReversed().map((note) => (
          <li key={note.seq} className={c('note')}>
            <span className={c('time')}>{formatClock(note.at, zone, false)}</span>
            <span className={c('whom')}>{shortOf(note.department)}</span>
            <span className={c('text')}>{note.text ?? papers.erased}</span>
          </li>
        ))}
      </ol>
    </section>
  )
})

const isWrong = ({ outcome }: Press): boolean => outcome !== null && outcome.kind !== 'done'

function whyWaiting({ outcome }: Press): string {
  if (outcome === null) return words().notes.waiting
  return outcome.kind === 'done' ? '' : outcome.sentence
}

const nameOf = (id: string | null, departments: readonly DepartmentLine[]): string =>
  id === null ? '' : (departments.find((one) => one.id === id)?.short ?? id)
