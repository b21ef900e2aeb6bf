// What this device keeps of the record, held against it when somebody asks, and saved for another machine.

import { useState } from 'react'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { momentOf, sentenceOf } from '../ui/head-line.tsx'
import { headWrong, holdAgainst, keptHeads } from '../ui/heads.ts'
import { Press, Refusal } from './parts.tsx'
import styles from './show.module.css'

const c = classes(styles)

export function KeptHeads() {
  const { heads } = useWords()
  const [said, say] = useState<string | null>(null)
  const check = async () => {
    const held = await holdAgainst()
    if (held === null) return say(heads.unreached)
    const wrong = headWrong()
    if (wrong !== null) return say(sentenceOf(heads, wrong))
    const [first, last] = [held[0], held.at(-1)]
    if (!first || !last) return say(heads.none)
    say(heads.there({ heads: held.length, from: momentOf(first.at), to: momentOf(last.at) }))
  }
  return (
    <section className={c('section')} aria-label={heads.title}>
      <h2 className={c('heading')}>{heads.title}</h2>
      <p className={c('hint')}>{heads.hint}</p>
      <div className={c('acts')}>
        <Press onClick={() => void check()}>{heads.check}</Press>
        <Press onClick={() => (keptHeads().length === 0 ? say(heads.none) : save())}>{heads.save}</Press>
      </div>
      <Refusal sentence={said} />
    </section>
  )
}

/** As `ghostlight verify --heads` reads it. */
function save(): void {
  const link = document.createElement('a')
  const file = new Blob([JSON.stringify({ heads: keptHeads() })], { type: 'application/json' })
  link.href = URL.createObjectURL(file)
  link.download = 'record-heads.json'
  link.click()
  // The browser has its own hold of it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
