// How entrances and tracks come into the show: in its file, with an example to paste.

import { useEffect, useRef } from 'react'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './show.module.css'

const c = classes(styles)
/** Where a screen that lacks them leads to. */
const HERE = '#entrances'

export function Entrances() {
  const { entrances: words } = useWords()
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    if (location.hash === HERE) section.current?.scrollIntoView()
  }, [])
  return (
    <section ref={section} id={HERE.slice(1)} className={c('section')} aria-label={words.title}>
      <h2 className={c('heading')}>{words.title}</h2>
      <p className={c('hint')}>{words.lead}</p>
      <ol className={c('list')}>
        {words.steps.split('\n').map((step) => (
          <li key={step} className={c('hint')}>
            {step}
          </li>
        ))}
      </ol>
      <p className={c('example')}>{words.example}</p>
    </section>
  )
}
