// One row of fields under the cue list: what is typed is kept in its turn, and what was refused can be put back.

import { type KeyboardEvent, useRef, useState } from 'react'
import { readCueLine } from '../../core/editing/cue-line.ts'
import type { CueRow } from '../../core/editing/edits.ts'
import { id } from '../../core/kit/ids.ts'
import { classes } from '../ui/classes.ts'
import { type CueLine, nameOf } from './cues.tsx'
import { freshKey } from './office.ts'
import { Choose, Field, Press } from './parts.tsx'
import styles from './show.module.css'
import type { Editing } from './show.tsx'
import { words } from './show-words.ts'

const c = classes(styles)

type Typed = {
  readonly item: string
  readonly department: string
  readonly number: string
  readonly words: string
  readonly title: string
}
/** On its way, or refused with its sentence. */
type Sent = { readonly key: string; readonly row: Typed; readonly why: string | null }

export function CueEntry({
  show,
  edit,
  changing,
  done,
}: Editing & { readonly changing: CueLine | null; readonly done: () => void }) {
  const items = show.items.filter((item) => item.kind !== 'interval')
  const [typed, set] = useState<Typed>(() => firstTyped(show, changing))
  const departments = show.departments.map(({ short }) => short)
  const [sent, setSent] = useState<readonly Sent[]>([])
  const wordsField = useRef<HTMLInputElement>(null)
  const write = (to: Partial<Typed>) => set({ ...typed, ...to })
  const keep = async (together: boolean) => {
    const key = freshKey()
    const row = withLine(typed, departments)
    setSent((all) => [...all, { key, row, why: null }])
    if (!changing) set({ ...row, number: '', words: '', title: '' })
    wordsField.current?.focus()
    const cue = changing === null ? null : id<'cue'>(changing.id)
    const why = await edit({ name: 'cue.put', cue, row: rowOf(row, together) })
    setSent((all) => all.flatMap((one) => (one.key !== key ? [one] : why === null ? [] : [{ ...one, why }])))
    if (changing && why === null) done()
  }
  const turn = (by: 1 | -1) => {
    const next = items[items.findIndex((item) => item.id === typed.item) + by]
    if (next) write({ item: next.id })
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.ctrlKey) void keep(true)
    else if (event.key === 'PageDown') turn(1)
    else if (event.key === 'PageUp') turn(-1)
    else return
    event.preventDefault()
  }
  const known = show.departments.find(
    (one) => one.short.toUpperCase() === typed.department.trim().toUpperCase(),
  )
  const drop = (key: string) => setSent((all) => all.filter((one) => one.key !== key))
  return (
    <form
      className={c('entry')}
      aria-label={words.cues.entry}
      onKeyDown={keys}
      onSubmit={(event) => {
        event.preventDefault()
        void keep(false)
      }}
    >
      <h2 className={c('heading')}>
        {changing === null ? words.cues.entry : words.cues.changing(nameOf(show, changing))}
      </h2>
      <div className={c('fields')}>
        {items.length > 0 ? (
          <Choose
            label={words.cues.item}
            value={typed.item}
            options={items.map((item) => ({
              id: item.id,
              name: [item.code, item.title].filter((word) => word !== '').join(' '),
            }))}
            choose={(item) => write({ item })}
          />
        ) : null}
        <Field
          label={words.cues.department}
          list="departments"
          maxLength={20}
          value={typed.department}
          onChange={(event) => write({ department: event.target.value })}
        />
        <Field
          label={words.cues.number}
          placeholder={known?.nextNumber ?? '1'}
          maxLength={20}
          value={typed.number}
          onChange={(event) => write({ number: event.target.value })}
        />
        <label className={c('label', 'wide')}>
          {words.cues.words}
          <input
            ref={wordsField}
            className={c('field')}
            autoComplete="off"
            maxLength={200}
            value={typed.words}
            onChange={(event) => write({ words: event.target.value })}
          />
        </label>
        <Field
          label={words.cues.does}
          maxLength={200}
          value={typed.title}
          onChange={(event) => write({ title: event.target.value })}
        />
      </div>
      <datalist id="departments">
        {show.departments.map((one) => (
          <option key={one.id} value={one.short}>
            {one.name}
          </option>
        ))}
      </datalist>
      <div className={c('acts')}>
        <Press main type="submit">
          {changing === null ? words.cues.add : words.save}
        </Press>
        {changing === null ? null : <Press onClick={done}>{words.cancel}</Press>}
        <span className={c('hint', 'small')}>{words.cues.keys}</span>
      </div>
      <div role="status" className={c('list')}>
        {sent.map(({ key, row, why }) =>
          why === null ? (
            <p key={key} className={c('hint')}>
              {row.department} {row.number} {row.words} {words.cues.sending}
            </p>
          ) : (
            <div key={key} className={c('refused', 'acts')}>
              {words.cues.refused} {row.department} {row.number} “{row.words}”. {why}
              <Press
                onClick={() => {
                  set(row)
                  drop(key)
                }}
              >
                {words.cues.back}
              </Press>
              <Press onClick={() => drop(key)}>{words.cues.drop}</Press>
            </div>
          ),
        )}
      </div>
    </form>
  )
}

/** "snd: a bell" in the words says whose cue it is; what stands in the fields beside it otherwise counts. */
function withLine(typed: Typed, departments: readonly string[]): Typed {
  const line = readCueLine(typed.words, departments)
  if (line.department === null) return typed
  return { ...typed, department: line.department, number: line.number || typed.number, words: line.words }
}

const rowOf = ({ item, ...row }: Typed, together: boolean): CueRow => ({
  ...row,
  item: item === '' ? null : item,
  together,
})

/** The next cue is most often of the department and the item of the last one. */
function firstTyped(show: Editing['show'], changing: CueLine | null): Typed {
  const last = changing ?? show.cues.at(-1)
  const department = show.departments.find((one) => one.id === last?.department)?.short ?? 'LX'
  const item = last?.item || (show.items.find((one) => one.kind !== 'interval')?.id ?? '')
  if (changing === null) return { item, department, number: '', words: '', title: '' }
  return { item, department, number: changing.number, words: changing.words, title: changing.title }
}
