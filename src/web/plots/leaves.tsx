// So many rows at a time: a play can have nine hundred people.

import { type ReactNode, useState } from 'react'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './plots.module.css'

const c = classes(styles)

/** What is still read on one page of paper, and seen without much scrolling. */
const ROWS_MAX = 48

/** The rows of the leaf that is open, and what turns it; nothing where one leaf holds all. */
export function useLeaf<Row>(
  rows: readonly Row[],
  most = ROWS_MAX,
): { readonly leaf: readonly Row[]; readonly turning: ReactNode } {
  const { plots: says } = useWords()
  const [asked, ask] = useState(0)
  const last = Math.max(0, Math.ceil(rows.length / most) - 1)
  const at = Math.min(asked, last)
  const leaf = rows.slice(at * most, (at + 1) * most)
  if (last === 0) return { leaf, turning: null }
  const told = { from: at * most + 1, to: at * most + leaf.length, all: rows.length }
  return {
    leaf,
    turning: (
      <div className={c('turning')}>
        <p role="status">{says.leaf(told)}</p>
        <button type="button" className={c('button')} disabled={at === 0} onClick={() => ask(at - 1)}>
          {says.earlier}
        </button>
        <button type="button" className={c('button')} disabled={at === last} onClick={() => ask(at + 1)}>
          {says.later}
        </button>
      </div>
    ),
  }
}
