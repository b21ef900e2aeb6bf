// One card: where it hangs, the code, the address for hands, what it is for and what to do without a phone.

import { useMemo } from 'react'
import { instant } from '../../core/kit/time.ts'
import { linkAt } from '../desk/address.ts'
import { drawingOf } from '../desk/code.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { Printed } from '../ui/printed.tsx'
import styles from './cards.module.css'
import type { MadeCard } from './cards.ts'

const c = classes(styles)

/** `number`: the same place by number, for a phone that does not find the name. `open`: the link still lets somebody in. */
export function PrintedCard({
  card,
  address,
  number,
  timeZone,
  title,
  open,
}: {
  readonly card: MadeCard
  readonly address: string
  readonly number: string | null
  readonly timeZone: string
  readonly title: string
  readonly open: boolean
}) {
  const { cards: words } = useWords()
  const link = linkAt(address, card.path)
  const { size, path } = useMemo(() => drawingOf(link), [link])
  const until = instant(card.until)
  const day = new Intl.DateTimeFormat(document.documentElement.lang, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(until)
  return (
    <article className={c('card', open ? null : 'dead')} aria-label={card.name}>
      <p className={c('kind')}>
        {words.kinds[card.kind]} · {title}
      </p>
      <h2 className={c('name')}>{card.name}</h2>
      {open ? (
        <svg
          className={c('code')}
          viewBox={`0 0 ${size} ${size}`}
          shapeRendering="crispEdges"
          role="img"
          aria-label={words.codeFor({ name: card.name })}
          data-link={link}
        >
          <rect className={c('ground')} width={size} height={size} />
          <path className={c('dark')} d={path} />
        </svg>
      ) : (
        <p className={c('closed')}>{words.closed}</p>
      )}
      <p>{words.what[card.kind]}</p>
      <p>
        {words.typed({ address })}
        {number === null ? null : ` ${words.orNumber({ address: number })}`}
      </p>
      <p className={c('without')}>{words.without}</p>
      <p className={c('until')}>{words.until({ clock: formatClock(until, timeZone, false), day })}</p>
      <Printed />
    </article>
  )
}
