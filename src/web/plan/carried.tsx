// What is carried across the grid, and the people it may be put down on who have no row of their own.

import type { CastingSection } from '../../core/night/plan-section.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './plan.module.css'
import type { Dragged } from './use-drag.ts'

const c = classes(styles)

type Parts = {
  readonly dragged: Dragged
  readonly casting: CastingSection
  readonly title: string
}

export function Carried({ dragged, casting: { rows, people }, title }: Parts) {
  const { plan } = useWords()
  const { x, y, over } = dragged
  const row = rows.find(({ track }) => track === dragged.track)
  const able = people.filter(({ person }) => row?.able.includes(person))
  const name = people.find(({ person }) => person === over)?.name
  return (
    <>
      <div className={c('tray')}>
        <p className={c('quiet')}>{able.length > 0 ? plan.drag.who : plan.drag.nobody}</p>
        <ul className={c('choices')}>
          {able.map((one) => (
            <li
              key={one.person}
              data-drop={one.person}
              className={c('target', one.person === over && 'over')}
            >
              {one.name}
            </li>
          ))}
        </ul>
      </div>
      {/* Only what the hand carries: whoever hears the screen uses the keys. */}
      <div
        className={c('ghost')}
        style={{ left: `clamp(7rem, ${x}px, calc(100vw - 7rem))`, top: y }}
        aria-hidden="true"
      >
        {name === undefined
          ? plan.drag.carried({ code: row?.code ?? '', item: title })
          : plan.drag.over({ code: row?.code ?? '', item: title, name })}
      </div>
    </>
  )
}
