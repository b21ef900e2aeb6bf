// One's own words to a note that is taken while calling; without a mark they are kept by themselves.

import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import styles from './take-note.module.css'

const c = classes(styles)

/** As long as a line note may be. */
const WORDS_MAX = 200

type TakenWordsProps = {
  readonly words: string
  readonly write: (words: string) => void
  readonly keep: () => void
}

export function TakenWords({ words, write, keep }: TakenWordsProps) {
  const { taking: texts } = useWords()
  return (
    <div className={c('words')}>
      <input
        className={c('field')}
        value={words}
        onChange={(event) => write(event.target.value)}
        aria-label={texts.words}
        placeholder={texts.words}
        maxLength={WORDS_MAX}
        autoComplete="off"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey) keep()
        }}
      />
      <Button disabled={words.trim() === ''} onClick={keep}>
        {texts.keep}
      </Button>
    </div>
  )
}
