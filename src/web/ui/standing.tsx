// Where the show stands, over a list: the item that is on, the act, over or under; held; else the next call.

import type { Instant } from '../../core/kit/time.ts'
import type { OrderSection, PositionSection } from '../../core/night/sections.ts'
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
  const item = itemNow(position, order)
  const phase = phaseOf(position)
  return (
    <section className={c('standing')} aria-label="Where the show is">
      <p className={c('now')}>
        {phase.kind === 'running' && item ? itemWords(item) : positionWords(position, order, now)}
      </p>
      <p className={c('under')}>
        {isHeld(position) ? (
          <>
            <Sign kind="hold" word="HOLD" /> times wait until the show resumes
          </>
        ) : (
          underWords(position, now)
        )}
      </p>
    </section>
  )
}

function underWords(position: PositionSection, now: Instant): string {
  const phase = phaseOf(position)
  const over = overBy(position, phase, now)
  if (phase.kind === 'running') {
    const words = over === null ? '' : overWords(over)
    return words === '' || words === '0:00' ? `Act ${phase.act}` : `Act ${phase.act} · ${words}`
  }
  const { nextCall, timeZone } = position
  return nextCall ? `Next call: ${nextCall.words}, ${whenWords(now, nextCall.at, timeZone)}` : ''
}
