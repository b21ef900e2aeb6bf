// The code, once, to be written down.

import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './vault.module.css'

const c = classes(styles)

export function Code({ code }: { readonly code: string }) {
  const { myNote: words } = useWords()
  return (
    <section className={c('refused')} aria-label={words.code}>
      <p>{words.codeIs}</p>
      <p className={c('code')} data-code>
        {code}
      </p>
      <p className={c('hint')}>{words.codeWhy}</p>
    </section>
  )
}
