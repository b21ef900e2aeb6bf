// Where a list is in its file, for a person who knows: the sheet, the row of its heads, what kind of list it is.

import { useState } from 'react'
import { words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Choose, Field, Press } from './parts.tsx'
import styles from './show.module.css'

const c = classes(styles)

/** `again`: with what was said, as part of an address. */
export function ListForm({ again }: { readonly again: (said: string) => void }) {
  const { files } = words().office
  const [sheet, setSheet] = useState('')
  const [head, setHead] = useState('')
  const [as, setAs] = useState<'' | 'cues' | 'rundown' | 'tasks'>('')
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
        again(
          new URLSearchParams(
            Object.entries({ sheet, head, as }).filter(([, said]) => said !== ''),
          ).toString(),
        )
      }}
    >
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
