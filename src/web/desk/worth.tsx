// After the bows, under the closing: what asking was worth tonight. Nobody is named.

import type { AskingCounts } from '../../core/presence/worth.ts'
import { useWords } from '../speech/speech.ts'
import { askingLines } from '../ui/asking-lines.ts'
import { classes } from '../ui/classes.ts'
import styles from './worth.module.css'

const c = classes(styles)

export function Worth({ counts }: { readonly counts: AskingCounts | null }) {
  const words = useWords()
  if (counts === null) return null
  return (
    <section aria-label={words.asking.title}>
      <h3 className={c('heading')}>{words.asking.title}</h3>
      <dl className={c('lines')}>
        {askingLines(counts, words).map(({ term, said }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
