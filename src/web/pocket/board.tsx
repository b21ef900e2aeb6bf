// The corridor's screen: where are we? No person's name stands on it.

import { formatClock, type Instant } from '../../core/kit/time.ts'
import type { OrderSection, PositionSection } from '../../core/night/sections.ts'
import { showTime, useLink, useNothingOpen, useSession, useStale } from '../link/store.ts'
import { classes } from '../ui/classes.ts'
import { Display } from '../ui/display.tsx'
import { Freshness } from '../ui/frame.tsx'
import { Clock } from '../ui/live.tsx'
import { isHeld, itemNow, itemWords, phaseOf, positionWords } from '../ui/phase.ts'
import { Sign } from '../ui/signs.tsx'
import { useEverySecond } from '../ui/ticker.ts'
import { useWakeLock } from '../ui/wake.ts'
import { whenWords } from '../ui/words.ts'
import styles from './board.module.css'
import { comingItems } from './coming.ts'

const c = classes(styles)

export function BoardScreen() {
  useEverySecond()
  useWakeLock()
  const link = useLink()
  const { position, order } = useSession((state) => state.sections)
  const stale = useStale()
  const nothingOpen = useNothingOpen()
  const now = showTime(link)
  if (nothingOpen || position === null) return <p className={c('lacks')}>No performance is open.</p>
  if (!position || !order || now === null) return <p className={c('lacks')}>Waiting for the show…</p>
  return (
    <div className={c('screen', stale && 'stale')}>
      <header className={c('head')}>
        <h1>{position.title}</h1>
        <span className={c('gap')}>performance {position.number}</span>
        <Freshness />
      </header>
      <main className={c('main')}>
        <Clock timeZone={position.timeZone} className={c('clock')} />
        <Where position={position} order={order} now={now} />
        {position.nextCall ? (
          <p className={c('call')}>
            {position.nextCall.words} {whenWords(now, position.nextCall.at, position.timeZone)}
          </p>
        ) : null}
        <ol className={c('coming')} aria-label="Coming">
          {comingItems(order, position, now).map(({ item, at }) => (
            <li key={item.id} className={c('row')}>
              <span className={c('time')}>{formatClock(at, position.timeZone, false)}</span>
              <span>{itemWords(item)}</span>
            </li>
          ))}
        </ol>
      </main>
      <footer className={c('foot')}>
        <Display />
      </footer>
    </div>
  )
}

function Where({
  position,
  order,
  now,
}: {
  readonly position: PositionSection
  readonly order: OrderSection
  readonly now: Instant
}) {
  const item = itemNow(position, order)
  const phase = phaseOf(position)
  return (
    <div className={c('where')}>
      {isHeld(position) ? (
        <p>
          <Sign kind="hold" word="HOLD" />
        </p>
      ) : null}
      {phase.kind === 'running' && item ? (
        <>
          <p className={c('big')}>{itemWords(item)}</p>
          <p className={c('quiet')}>Act {phase.act}</p>
        </>
      ) : (
        <p className={c('big')}>{positionWords(position, order, now)}</p>
      )}
    </div>
  )
}
