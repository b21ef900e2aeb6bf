// The pieces that the first screen and the show's pages share: fields, buttons, what was refused.

import type { ButtonHTMLAttributes, InputHTMLAttributes, ReactNode } from 'react'
import { useState } from 'react'
import { words } from '../speech/speech.ts'
import { Kept } from '../ui/choice.tsx'
import { classes } from '../ui/classes.ts'
import styles from './show.module.css'

const c = classes(styles)

export function Press({
  main = false,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { readonly main?: boolean }) {
  return <button type="button" className={c('button', main && 'main')} {...rest} />
}

export function Field({
  label,
  wide = false,
  ...rest
}: InputHTMLAttributes<HTMLInputElement> & { readonly label: string; readonly wide?: boolean }) {
  return (
    <label className={c('label', wide && 'wide')}>
      {label}
      <input className={c('field')} autoComplete="off" {...rest} />
    </label>
  )
}

export function Choose<Value extends string>({
  wide = false,
  ...rest
}: Omit<Parameters<typeof Kept<Value>>[0], 'className' | 'fieldClass'> & { readonly wide?: boolean }) {
  return <Kept className={c('label', wide && 'wide')} fieldClass={c('field')} {...rest} />
}

/** Its place is kept for those who listen to the screen, whether or not something was refused. */
export function Refusal({
  sentence,
  children,
}: {
  readonly sentence: string | null
  readonly children?: ReactNode
}) {
  return (
    <div role="status">
      {sentence === null ? null : <p className={c('refused')}>{sentence}</p>}
      {children}
    </div>
  )
}

/** Takes a second press: what is removed is gone from the show. */
export function Remove({ act, what }: { readonly act: () => void; readonly what: string }) {
  const [armed, arm] = useState(false)
  return (
    <button
      type="button"
      className={c('button', 'small', armed && 'armed')}
      aria-label={`${armed ? words().office.removeAgain : words().office.remove} ${what}`}
      onBlur={() => arm(false)}
      onClick={() => {
        arm(!armed)
        if (armed) act()
      }}
    >
      {armed ? words().office.removeAgain : words().office.remove}
    </button>
  )
}
