// The way out of a house that only this machine is let into: one press, and why it is refused in a sentence.

import { useState } from 'react'
import { useWords } from '../speech/speech.ts'
import { classes } from './classes.ts'
import { Button } from './frame.tsx'
import styles from './let-in.module.css'

const c = classes(styles)

export function LetIn() {
  const { letIn: words } = useWords()
  const [said, say] = useState<string | null>(null)
  const [sent, send] = useState(false)
  const press = async () => {
    send(true)
    const refused = await ask().catch(() => words.unreached)
    say(refused ?? words.opening)
    send(false)
  }
  return (
    <div className={c('let-in')}>
      <Button small disabled={sent} onClick={() => void press()}>
        {words.press}
      </Button>
      <p className={c('hint')} role="status">
        {said ?? words.hint}
      </p>
    </div>
  )
}

/** Null when it is done; else why not. `as`: our own server, which says why in a sentence. */
async function ask(): Promise<string | null> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch('/api/office/let-in', { method: 'POST', headers, body: '{}' })
  if (answer.ok) return null
  const { refusal } = (await answer.json()) as { refusal: { sentence: string } }
  return refusal.sentence
}
