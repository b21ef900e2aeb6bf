// One row of fields under a list: Enter keeps it and begins the next; a refused one stays in the fields with its sentence.

import { type ReactNode, useState } from 'react'
import { words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Press, Refusal } from './parts.tsx'
import styles from './show.module.css'

const c = classes(styles)

export function Entry<Row>({
  first,
  changing,
  says,
  keep,
  done,
  children,
}: {
  readonly first: Row
  /** The name of what is being changed; null for a new one. */
  readonly changing: string | null
  readonly says: { readonly entry: string; readonly keys: string; readonly add: string }
  /** Null when it is kept, else why not. */
  readonly keep: (row: Row) => Promise<string | null>
  readonly done: () => void
  readonly children: (row: Row, write: (to: Partial<Row>) => void) => ReactNode
}) {
  const { office } = words()
  const [row, set] = useState(first)
  const [said, say] = useState<string | null>(null)
  const [busy, wait] = useState(false)
  const submit = async () => {
    if (busy) return
    wait(true)
    const why = await keep(row)
    wait(false)
    say(why)
    if (why !== null) return
    set(first)
    done()
  }
  return (
    <form
      className={c('entry')}
      aria-label={says.entry}
      onSubmit={(event) => {
        event.preventDefault()
        const field = event.currentTarget.querySelector<HTMLElement>('[data-first]')
        void submit().then(() => field?.focus())
      }}
    >
      <h2 className={c('heading')}>
        {changing === null ? says.entry : office.cues.changing({ name: changing })}
      </h2>
      <div className={c('fields')}>{children(row, (to) => set({ ...row, ...to }))}</div>
      <Refusal sentence={said} />
      <div className={c('acts')}>
        <Press main type="submit">
          {changing === null ? says.add : office.save}
        </Press>
        {changing === null ? null : <Press onClick={done}>{office.cancel}</Press>}
        <span className={c('hint', 'small')}>{says.keys}</span>
      </div>
    </form>
  )
}
