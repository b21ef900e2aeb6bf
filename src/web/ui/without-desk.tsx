// Says plainly that this device will not work without the desk, where that is so, and leads to how it would.

import { useWords } from '../speech/speech.ts'
import { classes } from './classes.ts'
import styles from './without-desk.module.css'

const c = classes(styles)

/** Nothing on a page that came safely, and on the desk's own machine. */
export function WithoutDesk() {
  const { alone } = useWords()
  if (window.isSecureContext) return null
  return (
    <p className={c('without')}>
      {alone.willNot} <a href="/trust">{alone.how}</a>
    </p>
  )
}
