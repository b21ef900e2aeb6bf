// What counts before what when a cover is worked out: a list whose rows are moved up and down by a press.

import type { CoverLevel } from '../../core/show/competence.ts'
import { words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Press } from './parts.tsx'
import styles from './show.module.css'
import type { Editing } from './show.tsx'

const c = classes(styles)

export function CoverOrder({
  levels,
  edit,
  refuse,
}: {
  readonly levels: readonly CoverLevel[]
  readonly edit: Editing['edit']
  readonly refuse: (sentence: string | null) => void
}) {
  const { order } = words().office.covers
  const move = (at: number, by: 1 | -1) => {
    const next = [...levels]
    const [level] = next.splice(at, 1)
    if (level !== undefined) next.splice(at + by, 0, level)
    void edit({ name: 'covers.order', levels: next }).then(refuse)
  }
  return (
    <section className={c('section')} aria-label={order.title}>
      <h2 className={c('heading')}>{order.title}</h2>
      <p className={c('hint')}>{order.lead}</p>
      <ol className={c('levels')}>
        {levels.map((level, at) => (
          <li key={level} className={c('level')}>
            <span className={c('name')}>{order.levels[level]}</span>
            {at === 0 ? null : (
              <>
                <Press
                  aria-label={order.up({ level: order.levels[level] })}
                  disabled={at === 1}
                  onClick={() => move(at, -1)}
                >
                  ↑
                </Press>
                <Press
                  aria-label={order.down({ level: order.levels[level] })}
                  disabled={at === levels.length - 1}
                  onClick={() => move(at, 1)}
                >
                  ↓
                </Press>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
