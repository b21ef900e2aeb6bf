// The signs of calling: shape, word and colour together, so that no one of them is needed alone.

import { classes } from './classes.ts'
import styles from './signs.module.css'

const c = classes(styles)

/** Shapes for those who cannot tell the colours; their words stand beside them. */
export const shapes = {
  standby: 'M10 2 19 18H1Z',
  go: 'M10 1a9 9 0 1 0 .01 0Z',
  hold: 'M6 1h8l5 5v8l-5 5H6l-5-5V6Z',
  concern: 'M10 1 19 10 10 19 1 10Z',
} as const

export function Sign({ kind, word }: { readonly kind: keyof typeof shapes; readonly word: string }) {
  return (
    <span className={c('sign', kind)}>
      <svg className={c('shape')} viewBox="0 0 20 20" aria-hidden="true">
        <path d={shapes[kind]} />
      </svg>
      {word}
    </span>
  )
}
