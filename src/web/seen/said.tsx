// What this screen's word ended, and taking it back: the name went with the question.

import { useLink } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import styles from './seen.module.css'

const c = classes(styles)

export function Said({ sighting }: { readonly sighting: number }) {
  const { ask, seen } = useWords()
  const link = useLink()
  return (
    <div className={c('last')}>
      <p role="status" className={c('lastWords')}>
        {ask.saidLast}
      </p>
      <Button onClick={() => link.press({ name: 'sighting.undo', sighting })}>{seen.undo}</Button>
    </div>
  )
}
