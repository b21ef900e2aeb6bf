// One of a few, chosen without typing: kept until something else is, or said at once.

import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useWords } from '../speech/speech.ts'

export type Option<Value extends string = string> = { readonly id: Value; readonly name: string }

type Look = {
  readonly label: string
  readonly className?: string | undefined
  readonly labelClass?: string | undefined
  readonly fieldClass?: string | undefined
}

/** What is chosen stands in it. */
export function Kept<Value extends string>({
  label,
  className,
  labelClass,
  fieldClass,
  value,
  options,
  choose,
  ...rest
}: Look & {
  /** Where the keyboard goes when the next row begins. */
  readonly 'data-first'?: boolean
  readonly value: Value
  readonly options: readonly Option<Value>[]
  readonly choose: (value: Value) => void
}) {
  return (
    <label className={className}>
      <span className={labelClass}>{label}</span>
      <select
        className={fieldClass}
        value={value}
        {...rest}
        onChange={(event) => {
          const chosen = options.find((one) => one.id === event.target.value)
          if (chosen) choose(chosen.id)
        }}
      >
        <Options options={options} />
      </select>
    </label>
  )
}

/** Chosen is said: nothing stays in it. */
export function Said({
  label,
  className,
  labelClass,
  fieldClass,
  none,
  options,
  children,
  choose,
}: Look & {
  /** What stands in it while nothing is chosen. */
  readonly none: string
  readonly choose: (id: string) => void
} & ({ readonly options: readonly Option[]; readonly children?: never } | Grouped)) {
  const { frame } = useWords()
  const { walked, ...said } = useSaid(choose)
  return (
    <>
      <label className={className}>
        <span className={labelClass}>{label}</span>
        <select className={fieldClass} {...said}>
          <option value="">{none}</option>
          {children ?? <Options options={options ?? []} />}
        </select>
      </label>
      {walked ? <span role="status">{frame.enterSays}</span> : null}
    </>
  )
}

/** Options under headings of their own. */
type Grouped = { readonly options?: never; readonly children: ReactNode }

export const Options = ({ options }: { readonly options: readonly Option[] }) =>
  options.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ))

/**
 * Arrows on a list that is closed go from one to the next, and each would be said. So what a key walks to only stands
 * there until Enter says it; a touch, a mouse and a list that is open say at once. Going on without Enter says nothing.
 */
function useSaid(choose: (id: string) => void) {
  const [shown, show] = useState('')
  const isWalking = useRef(false)
  const say = (id: string) => {
    show('')
    if (id !== '') choose(id)
  }
  return {
    walked: shown !== '',
    value: shown,
    onChange: ({ target }: { readonly target: HTMLSelectElement }) =>
      isWalking.current ? show(target.value) : say(target.value),
    onKeyDown: (event: KeyboardEvent) => {
      // With Alt, and by the space bar, the list is opened.
      isWalking.current = event.key !== 'Enter' && event.key !== ' ' && !event.altKey
      if (event.key !== 'Enter' || event.repeat || shown === '') return
      event.preventDefault()
      say(shown)
    },
    onKeyUp: () => {
      isWalking.current = false
    },
    onBlur: () => {
      isWalking.current = false
      show('')
    },
  }
}
