// The screen of a dressing room: where are we, what is called next, and when does each number come? No person on it.

import { useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { Display } from '../ui/display.tsx'
import { Freshness } from '../ui/frame.tsx'
import { IncidentCard } from '../ui/incident-card.tsx'
import { LackLine } from '../ui/lack-line.tsx'
import { Clock } from '../ui/live.tsx'
import { itemWords, onNowWords } from '../ui/phase.ts'
import { HeldOr } from '../ui/standing.tsx'
import { useShown } from '../ui/use-shown.ts'
import { WithoutDesk } from '../ui/without-desk.tsx'
import { bigWhenWords, callWhen, leftWords } from '../ui/words.ts'
import { comingItems, ROOM_MAX } from './coming.ts'
import styles from './room.module.css'

const c = classes(styles)

export function RoomScreen() {
  const { board } = useWords()
  const shown = useShown()
  const room = useSession((state) => state.viewer?.name ?? '')
  if ('lacks' in shown) return <p className={c('lacks')}>{shown.lacks}</p>
  const { position, order, now, stale } = shown
  const { nextCall, timeZone } = position
  return (
    <div className={c('screen', stale && 'stale')}>
      <header className={c('head')}>
        <h1>{room}</h1>
        <span className={c('title')}>{position.title}</span>
        <Freshness />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a touch. */}
      <main className={c('main')} tabIndex={0}>
        <Clock timeZone={timeZone} className={c('clock')} />
        <p className={c('now')}>{onNowWords(position, order, now)}</p>
        <p className={c('call')}>
          <HeldOr position={position} short>
            {nextCall ? (
              <>
                {nextCall.words}{' '}
                <span className={c('time')}>{callWhen(now, nextCall.at, timeZone, bigWhenWords)}</span>
              </>
            ) : null}
          </HeldOr>
        </p>
        <LackLine of={['order']} />
        <ol aria-label={board.coming}>
          {comingItems(order, position, now, ROOM_MAX).map(({ item: coming, at }) => (
            <li key={coming.id} className={c('row')}>
              <span className={c('time')}>{formatClock(at, timeZone, false)}</span>
              <span className={c('item')}>{itemWords(coming)}</span>
              <span className={c('left')}>{leftWords(now, at)}</span>
            </li>
          ))}
        </ol>
      </main>
      <footer className={c('foot')}>
        <IncidentCard />
        <WithoutDesk />
        <Display />
      </footer>
    </div>
  )
}
