// Where the show stands, over a list: the item that is on, the act, over or under; held; else the next call.

import type { ReactNode } from 'react'
import type { Instant } from '../../core/kit/time.ts'
import type { OrderSection, PositionSection } from '../../core/night/sections.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from './classes.ts'
import { isHeld, onNowWords, overBy, overWords, phaseOf } from './phase.ts'
import { Sign } from './signs.tsx'
import styles from './standing.module.css'
import { callWhen } from './words.ts'

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
  const { where } = useWords()
  return (
    <section className={c('standing')} aria-label={where.label}>
      <p className={c('now')}>{onNowWords(position, order, now)}</p>
      <p className={c('under')}>
        <HeldOr position={position}>{underWords(position, now)}</HeldOr>
      </p>
    </section>
  )
}

/** That the show is held and its times wait; else what stands there otherwise. */
export function HeldOr({
  position,
  short = false,
  children,
}: {
  readonly position: PositionSection
  readonly short?: boolean
  readonly children: ReactNode
}) {
  const { where, signs } = useWords()
  if (!isHeld(position)) return children
  return (
    <>
      <Sign kind="hold" word={signs.hold} /> {short ? where.heldShort : where.held}
    </>
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
  return nextCall ? where.nextCall({ call: nextCall.words, when: callWhen(now, nextCall.at, timeZone) }) : ''
}
