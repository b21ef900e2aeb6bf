// The fields of these pages: one of a few, some of many, a name, and words.

import type { ReactNode } from 'react'
import { NAME_MAX, WORDS_MAX } from '../../core/notice/state.ts'
import { localeNow, useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './notice.module.css'

const c = classes(styles)

export function One<Value extends string>(props: {
  readonly label: string
  readonly values: readonly Value[]
  readonly words: Readonly<Record<Value, string>>
  readonly value: Value
  readonly set: (value: Value) => void
}) {
  const { label, values, words, value, set } = props
  return (
    <label>
      {label}
      <select
        value={value}
        onChange={({ target }) => set(values.find((one) => one === target.value) ?? value)}
      >
        {values.map((one) => (
          <option key={one} value={one}>
            {words[one]}
          </option>
        ))}
      </select>
    </label>
  )
}

export function Some<Value extends string>(props: {
  readonly label: string
  readonly of: readonly { readonly id: Value; readonly name: string }[]
  readonly chosen: readonly Value[]
  readonly set: (chosen: readonly Value[]) => void
}) {
  const { label, of, chosen, set } = props
  return (
    <fieldset className={c('some')}>
      <legend>{label}</legend>
      {of.map(({ id, name }) => (
        <label key={id} className={c('tick')}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ target }) =>
              set(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
          {name}
        </label>
      ))}
    </fieldset>
  )
}

type FieldProps = { readonly label: string; readonly value: string; readonly set: (value: string) => void }

export function Name({ label, value, set, numeric = false }: FieldProps & { readonly numeric?: boolean }) {
  return (
    <label>
      {label}
      <input
        autoComplete="off"
        inputMode={numeric ? 'numeric' : 'text'}
        maxLength={NAME_MAX}
        value={value}
        onChange={({ target }) => set(target.value)}
      />
    </label>
  )
}

export function Text({ label, value, set }: FieldProps) {
  return (
    <label>
      {label}
      <textarea rows={3} maxLength={WORDS_MAX} value={value} onChange={({ target }) => set(target.value)} />
    </label>
  )
}

export function Press({ children, act }: { readonly children: ReactNode; readonly act: () => unknown }) {
  return (
    <button type="button" className={c('wide')} onClick={() => void act()}>
      {children}
    </button>
  )
}

/** How many there is no room for; none: nothing. */
export function Before({ many }: { readonly many: number }) {
  const { notices: words } = useWords()
  return many === 0 ? null : <p>{words.before({ many })}</p>
}

/** A part of the page that is folded until somebody wants it. */
export function Folded({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details className={c('part')}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}

export const dayTime = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat(localeNow(), { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(at)

export const listed = (names: readonly string[]): string =>
  new Intl.ListFormat(localeNow(), { type: 'conjunction' }).format(names)
