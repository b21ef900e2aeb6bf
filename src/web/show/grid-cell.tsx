// One cell of a table that is typed into: Enter keeps its row, the arrows go up and down the column.

import type { KeyboardEvent } from 'react'
import { classes } from '../ui/classes.ts'
import styles from './show.module.css'

const c = classes(styles)

type Cell = {
  readonly index: number
  /** Of its column, where no heading stands above it: in a hand. */
  readonly name: string
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  /** The sentence that says what is wrong in it; null where nothing is. */
  readonly wrong: string | null
  readonly write: (text: string) => void
  readonly keep: () => void
  readonly off?: boolean
}

export function GridCell({ index, name, label, value, placeholder, wrong, write, keep, off }: Cell) {
  return (
    <td>
      <label className={c('cell')}>
        <span className={c('cellName')}>
          {wrong === null ? '' : '! '}
          {name}
        </span>
        <input
          className={c('field', wrong !== null && 'wrong')}
          autoComplete="off"
          spellCheck={false}
          maxLength={1_000}
          data-column={index}
          aria-label={label}
          {...(wrong === null ? {} : { 'aria-invalid': true, 'aria-describedby': wrong })}
          placeholder={placeholder}
          disabled={off}
          value={value}
          onChange={(event) => write(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault()
              keep()
            }
            goInColumn(event)
          }}
        />
      </label>
    </td>
  )
}

function goInColumn(event: KeyboardEvent<HTMLInputElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const { currentTarget: cell } = event
  const column = cell
    .closest('table')
    ?.querySelectorAll<HTMLInputElement>(`[data-column="${cell.dataset['column'] ?? ''}"]`)
  const all = [...(column ?? [])]
  const next = all[all.indexOf(cell) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
  next.select()
}
