// Where a list is in its file, for a person who knows: the sheet, the row of its heads, what kind of list it is.

import { useState } from 'react'
import { words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Choose, Field, Press } from './parts.tsx'
import styles from './show.module.css'

const c = classes(styles)

type Row = { readonly sheet: string; readonly line: number; readonly text: string }

type Props = {
  /** The first of them, where it is not clear which is the head. */
  readonly rows: readonly Row[]
  /** With what was said, as part of an address. */
  readonly again: (said: string) => void
}

export function ListForm({ rows, again }: Props) {
  const { files } = words().office
  const [sheet, setSheet] = useState('')
  const [head, setHead] = useState('')
  const [as, setAs] = useState<'' | 'cues' | 'rundown' | 'tasks'>('')
  const read = (said: Readonly<Record<string, string>>) =>
    again(new URLSearchParams(Object.entries(said).filter(([, one]) => one !== '')).toString())
  const kinds = [
    { id: '', name: files.asItself },
    { id: 'cues', name: files.asCues },
    { id: 'rundown', name: files.asRundown },
    { id: 'tasks', name: files.asTasks },
  ] as const
  return (
    <form
      className={c('form')}
      onSubmit={(event) => {
        event.preventDefault()
        read({ sheet, head, as })
      }}
    >
      <Rows rows={rows} point={(row) => read({ sheet: row.sheet, head: String(row.line), as })} />
      <p className={c('hint')}>{files.askList}</p>
      <Field label={files.sheet} value={sheet} onChange={(event) => setSheet(event.target.value)} />
      <Field
        label={files.head}
        type="number"
        min={1}
        max={5_000}
        value={head}
        onChange={(event) => setHead(event.target.value)}
      />
      <Choose label={files.as} value={as} options={kinds} choose={setAs} />
      <div className={c('acts')}>
        <Press type="submit">{files.again}</Press>
      </div>
    </form>
  )
}

/** Each as it stands in the list: whoever keeps it knows which says what the columns are. */
function Rows({ rows, point }: { readonly rows: readonly Row[]; readonly point: (row: Row) => void }) {
  const { files } = words().office
  if (rows.length === 0) return null
  return (
    <fieldset className={c('form')}>
      <legend>{files.pointHead}</legend>
      {rows.map((row) => (
        <Press key={`${row.sheet} ${row.line}`} onClick={() => point(row)}>
          {files.headRow(row)}
        </Press>
      ))}
    </fieldset>
  )
}
