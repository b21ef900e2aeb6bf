// What both halves of the page are made of: a press, and a day in the language of the house.

import { localeNow } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './care.module.css'

const c = classes(styles)

export function Press({ children, act }: { readonly children: string; readonly act: () => unknown }) {
  return (
    <button type="button" className={c('wide')} onClick={() => void act()}>
      {children}
    </button>
  )
}

export const momentOf = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat(localeNow(), { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(at)
export const dayOf = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat(localeNow(), { timeZone, dateStyle: 'long' }).format(at)
