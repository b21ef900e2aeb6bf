// A field for a few letters of a name, with the keys that choose among whom they find.

import { useEffect, useRef } from 'react'
import { classes } from '../ui/classes.ts'
import { LETTERS_MAX } from './find.ts'
import styles from './where-is.module.css'

const c = classes(styles)

/** A field for a few letters: up and down choose, Enter takes what is chosen, and nothing that is typed calls a cue. */
export function Letters({
  label,
  hint,
  typed,
  type,
  turn,
  enter,
}: {
  readonly label: string
  readonly hint: string
  readonly typed: string
  readonly type: (letters: string) => void
  readonly turn: (step: 1 | -1) => void
  readonly enter: () => void
}) {
  const field = useRef<HTMLInputElement>(null)
  // Asked for by the press that opened it, so taking the focus is no theft.
  useEffect(() => field.current?.focus(), [])
  return (
    <input
      ref={field}
      className={c('field')}
      value={typed}
      onChange={(event) => type(event.target.value)}
      aria-label={label}
      placeholder={hint}
      maxLength={LETTERS_MAX}
      autoComplete="off"
      spellCheck={false}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault()
          turn(event.key === 'ArrowDown' ? 1 : -1)
        }
        if (event.key !== 'Enter' || event.repeat || event.nativeEvent.isComposing) return
        event.preventDefault()
        if (!event.ctrlKey) enter()
      }}
    />
  )
}
