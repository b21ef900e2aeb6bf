// One's own code for the stage door on one's own phone: drawn when asked for, and shown once.

import { useState } from 'react'
import { useLink, usePress } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import styles from './own-sign.module.css'

const c = classes(styles)

export function OwnCode({ person }: { readonly person: string }) {
  const { ownCode: words } = useWords()
  const link = useLink()
  const [pressed, setPressed] = useState<string | null>(null)
  const outcome = usePress(pressed)?.outcome ?? null
  const code = outcome?.kind === 'done' ? outcome.codes?.[0]?.code : undefined
  const refused = outcome !== null && 'sentence' in outcome ? outcome.sentence : ''
  return (
    <div className={c('hands')}>
      <Button onClick={() => setPressed(link.press({ name: 'code.give', people: [person] }))}>
        {code === undefined ? words.ask : words.again}
      </Button>
      <p role="status" className={c('small')}>
        {code === undefined ? refused : words.is({ code })}
      </p>
    </div>
  )
}
