// What every plot has: its words, the names of the rows beside the drawing that scrolls, what the chosen mark is, and its table.

import { type CSSProperties, type ReactNode, useId, useState } from 'react'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import type { Walked } from './marks.ts'
import styles from './plots.module.css'
import { LEFT } from './scale.ts'

const c = classes(styles)

/** Beside a row; `end`: against the drawing, as a number on an axis is. */
type RowName = { readonly y: number; readonly text: string; readonly end?: boolean }

type FigureParts = {
  readonly title: string
  readonly legend: string
  /** `width` with the names; without names all of it is the drawing. */
  readonly size: { readonly width: number; readonly height: number }
  readonly names?: readonly RowName[]
  readonly walked: Walked
  readonly table: () => ReactNode
  readonly children: ReactNode
}

export function Figure({ title, legend, walked, table, ...drawing }: FigureParts) {
  const { plots: says } = useWords()
  const [open, setOpen] = useState(false)
  const name = useId()
  return (
    <figure className={c('figure')} aria-labelledby={name}>
      <figcaption>
        <h2 id={name}>{title}</h2>
        <p className={c('hint')}>{legend}</p>
        <p className={c('hint', 'screenOnly', 'keys')}>{says.keys}</p>
      </figcaption>
      {/* What is chosen stays in sight as long as the drawing is. */}
      <div>
        <Drawing {...{ ...drawing, name, walked }} />
        <p className={c('chosen', 'screenOnly')} role="status">
          {walked.chosen}
        </p>
      </div>
      <details className={c('twin')} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{says.asTable}</summary>
        {open ? table() : null}
      </details>
    </figure>
  )
}

type DrawingParts = Pick<FigureParts, 'size' | 'names' | 'walked' | 'children'> & { readonly name: string }

/** Two drawings of one height: the names stay where they are while the other is moved along. */
function Drawing({ size: { width, height }, names = [], walked, name, children }: DrawingParts) {
  const left = names.length > 0 ? LEFT : 0
  // On paper both shrink alike, until they fit in width and in height.
  const onPaper = { '--names': `${(100 * left) / width}%`, '--shape': width / height } as CSSProperties
  return (
    <div className={c('drawn')} style={onPaper}>
      {left === 0 ? null : (
        <div className={c('names')}>
          <svg width={left} height={height} viewBox={`0 0 ${left} ${height}`} aria-hidden="true">
            {names.map(({ y, text, end = false }) => (
              <text
                key={y}
                className={c(end ? 'label' : 'name')}
                x={end ? left - 8 : 4}
                y={y}
                textAnchor={end ? 'end' : 'start'}
              >
                {text}
              </text>
            ))}
          </svg>
        </div>
      )}
      <div className={c('scroll')}>
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no set of fields. */}
        <svg
          className={c('drawing')}
          width={width - left}
          height={height}
          viewBox={`${left} 0 ${width - left} ${height}`}
          role="group"
          aria-labelledby={name}
          onKeyDown={walked.keyDown}
          onPointerDown={walked.pointerDown}
        >
          {children}
        </svg>
      </div>
    </div>
  )
}
