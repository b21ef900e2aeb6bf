// One person's card for the stage door: their name, their four digits, and the same for a scanner.

import { useMemo } from 'react'
import { cardText } from '../../core/installation/door-card.ts'
import { drawingOf } from '../desk/code.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Printed } from '../ui/printed.tsx'
import styles from './cards.module.css'

const c = classes(styles)

type Card = { readonly id: string; readonly name: string; readonly code: string; readonly title: string }

export function DoorCard({ id, name, code, title }: Card) {
  const { doorCodes: words } = useWords()
  const { size, path } = useMemo(() => drawingOf(cardText(id, code)), [id, code])
  return (
    <article className={c('card')} aria-label={name}>
      <p className={c('kind')}>{words.kind({ title })}</p>
      <h2 className={c('name')}>{name}</h2>
      <p className={c('digits')}>{code}</p>
      <svg
        className={c('code')}
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
        role="img"
        aria-label={words.codeFor({ name })}
      >
        <rect className={c('ground')} width={size} height={size} />
        <path className={c('dark')} d={path} />
      </svg>
      <p>{words.use}</p>
      <Printed />
    </article>
  )
}
