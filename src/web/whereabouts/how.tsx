// By eyes, or by a voice known on cans: the two kinds of evidence that are enough.

import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button } from '../ui/frame.tsx'
import styles from './where-is.module.css'

const c = classes(styles)

export type HowSeen = 'eyes' | 'cans'

export function How({ how, setHow }: { readonly how: HowSeen; readonly setHow: (how: HowSeen) => void }) {
  const { whereIs: texts } = useWords()
  return (
    <fieldset className={c('how')} aria-label={texts.how}>
      {(['cans', 'eyes'] as const).map((one) => (
        <Button key={one} aria-pressed={how === one} onClick={() => setHow(one)}>
          {texts[one]}
        </Button>
      ))}
    </fieldset>
  )
}
