// The ways from one’s own page to whatever else has something for whoever holds this device.

import type { Way } from '../../core/installation/ways.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './join.module.css'

const c = classes(styles)

export function Ways({ ways }: { readonly ways: readonly Way[] }) {
  const { mine } = useWords()
  if (ways.length === 0) return null
  return (
    <nav className={c('ways')} aria-label={mine.ways}>
      <h2 className={c('title')}>{mine.ways}</h2>
      {ways.map((way) => (
        <a key={way} className={c('button')} href={`/${way}`}>
          {mine.wayTo[way]}
        </a>
      ))}
    </nav>
  )
}
