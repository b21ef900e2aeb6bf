// One row of fields under the cue list: Enter keeps it and begins the next.

import { words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { type CueLine, itemName, nameOf, playedItems } from './cue-row.ts'
import { Choose, Field, Press } from './parts.tsx'
import styles from './show.module.css'
import type { Editing } from './show.tsx'
import { type TypedCue, useTypedCue } from './use-typed-cue.ts'

const c = classes(styles)

export function CueEntry({
  show,
  edit,
  changing,
  done,
}: Editing & { readonly changing: CueLine | null; readonly done: () => void }) {
  const row = useTypedCue({ show, edit }, changing, done)
  const { cues, save, cancel } = words().office
  return (
    <form
      className={c('entry')}
      aria-label={cues.entry}
      onKeyDown={row.keys}
      onSubmit={(event) => {
        event.preventDefault()
        row.keep(false)
      }}
    >
      <h2 className={c('heading')}>
        {changing === null ? cues.entry : cues.changing({ name: nameOf(show, changing) })}
      </h2>
      <Fields show={show} row={row} />
      <div className={c('acts')}>
        <Press main type="submit">
          {changing === null ? cues.add : save}
        </Press>
        {changing === null ? null : <Press onClick={done}>{cancel}</Press>}
        <span className={c('hint', 'small')}>{cues.keys}</span>
      </div>
      <SentList row={row} />
    </form>
  )
}

function Fields({
  show,
  row: { typed, write, wordsField },
}: Pick<Editing, 'show'> & { readonly row: TypedCue }) {
  const items = playedItems(show)
  const { cues } = words().office
  const said = typed.department.trim().toUpperCase()
  const known = show.departments.find((one) => one.short.toUpperCase() === said)
  return (
    <div className={c('fields')}>
      {items.length > 0 ? (
        <Choose
          label={cues.item}
          value={typed.item}
          options={items.map((item) => ({ id: item.id, name: itemName(item) }))}
          choose={(item) => write({ item })}
        />
      ) : null}
      <Field
        label={cues.department}
        maxLength={20}
        value={typed.department}
        onChange={(event) => write({ department: event.target.value })}
      />
      <Field
        label={cues.number}
        placeholder={known?.nextNumber ?? '1'}
        maxLength={20}
        value={typed.number}
        onChange={(event) => write({ number: event.target.value })}
      />
      <label className={c('label', 'wide')}>
        {cues.words}
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
        label={cues.does}
        maxLength={200}
        value={typed.title}
        onChange={(event) => write({ title: event.target.value })}
      />
    </div>
  )
}

function SentList({ row: { sent, putBack, drop } }: { readonly row: TypedCue }) {
  const { cues } = words().office
  return (
    <div role="status" className={c('list')}>
      {sent.map((one) =>
        one.why === null ? (
          <p key={one.key} className={c('hint')}>
            {one.row.department} {one.row.number} {one.row.words} {cues.sending}
          </p>
        ) : (
          <div key={one.key} className={c('refused', 'acts')}>
            {cues.refused} {one.row.department} {one.row.number} “{one.row.words}”. {one.why}
            <Press onClick={() => putBack(one)}>{cues.back}</Press>
            <Press onClick={() => drop(one)}>{cues.drop}</Press>
          </div>
        ),
      )}
    </div>
  )
}
