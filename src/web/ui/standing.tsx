// Where the show stands, over a list: the item that is on, the act, over or under; held; else the next call.

import type { Instant } from '../../core/kit/time.ts'
import type { OrderSection, PositionSection } from '../../core/night/sections.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from './classes.ts'
import { isHeld, itemNow, itemWords, overBy, overWords, phaseOf, positionWords } from './phase.ts'
import { Sign } from './signs.tsx'
import styles from './standing.module.css'
import { whenWords } from './words.ts'

const c = classes(styles)

export function Standing({
  position,
  order,
  now,
}: {
  readonly position: PositionSection
  readonly order: OrderSection | undefined
  readonly now: Instant
}) {
  const { where, signs } = useWords()
  const item = itemNow(position, order)
  const phase = phaseOf(position)
  return (
    <section className={c('standing')} aria-label={where.label}>
      <p className={c('now')}>
        {phase.kind === 'running' && item ? itemWords(item) : positionWords(position, order, now)}
      </p>
      <p className={c('under')}>
        {isHeld(position) ? (
          <>
            <Sign kind="hold" word={signs.hold} /> {where.held}
          </>
        ) : (
          underWords(position, now)
        )}
      </p>
    </section>
  )
}

function underWords(position: PositionSection, now: Instant): string {
  const { frame, where } = words()
  const phase = phaseOf(position)
  const over = overBy(position, phase, now)
  if (phase.kind === 'running') {
    const said = over === null ? '' : overWords(over)
    const { act } = phase
    return said === '' || said === '0:00' ? frame.act({ act }) : where.actAndOver({ act, over: said })
  }
  const { nextCall, timeZone } = position
  return nextCall ? where.nextCall({ call: nextCall.words, when: whenWords(now, nextCall.at, timeZone) }) : ''
}
