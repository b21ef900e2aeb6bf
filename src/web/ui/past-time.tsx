// That something is past its time, for whoever answers for people’s data here: what would go, and how. Nothing goes by itself.

import { useEffect, useState } from 'react'
import type { PastTold } from '../../wire/office.ts'
import { readAnswer } from '../answers/read-answer.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from './classes.ts'
import { momentOf } from './head-line.tsx'
import styles from './past-time.module.css'

const c = classes(styles)

export function PastTime() {
  const { pastTime: words } = useWords()
  const [due, set] = useState<PastTold['due']>([])
  useEffect(() => {
    const look = async () => {
      const { told } = await readAnswer<PastTold>(fetch('/api/office/past'), ['due'])
      if (told !== null) set(told.due)
    }
    void look()
  }, [])
  if (due.length === 0) return null
  return (
    <section className={c('past')} aria-label={words.title}>
      <h2>◆ {words.title}</h2>
      <p>{words.hint}</p>
      <ul>
        {due.map(({ title, ending, entries, since }) => (
          <li key={title}>{words.line({ title, entries, since: momentOf(since), ending })}</li>
        ))}
      </ul>
      <p>
        {words.how} <kbd>ghostlight privacy retention run</kbd>
      </p>
    </section>
  )
}
