// The way out of a house that only this machine is let into: one press, and why it is refused in a sentence.

import { useState } from 'react'
import { asJson, readAnswer } from '../answers/read-answer.ts'
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
    const refused = await ask(words.unreached)
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

/** Null when it is done; else why not. */
async function ask(unreached: string): Promise<string | null> {
  const { status, sentence, told } = await readAnswer(fetch('/api/office/let-in', asJson({})), [])
  return told !== null || (status >= 200 && status < 300) ? null : (sentence ?? unreached)
}
