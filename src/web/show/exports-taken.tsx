// Which copy left this house, when, and who took it: for whoever finds one.

import { useState } from 'react'
import type { ExportsTold } from '../../wire/office.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { momentOf } from '../ui/head-line.tsx'
import { askOffice } from './office.ts'
import { Press, Refusal } from './parts.tsx'
import styles from './show.module.css'

const c = classes(styles)

export function ExportsTaken() {
  const { exportsTaken: words } = useWords()
  const [told, tell] = useState<ExportsTold['exports'] | null>(null)
  const [said, say] = useState<string | null>(null)
  const look = async () => {
    const answer = await askOffice<ExportsTold>('exports')
    if (!answer.ok) return say(answer.sentence)
    tell(answer.value.exports)
    say(answer.value.exports.length === 0 ? words.none : null)
  }
  return (
    <section className={c('section')} aria-label={words.title}>
      <h2 className={c('heading')}>{words.title}</h2>
      <p className={c('hint')}>{words.hint}</p>
      <div className={c('acts')}>
        <Press onClick={() => void look()}>{words.look}</Press>
      </div>
      <Refusal sentence={said} />
      <ul className={c('list')}>
        {(told ?? []).map(({ number, what, at, by }) => (
          <li key={`${number} ${at}`}>
            {words.line({ number, what: words.kinds[what], at: momentOf(at), by: by ?? words.nobody })}
          </li>
        ))}
      </ul>
    </section>
  )
}
